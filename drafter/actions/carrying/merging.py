"""What one more earlier report, or the same once more, adds to a report that is there already: put into its files, nothing else changed."""

from collections.abc import Sequence
from pathlib import Path

from drafter.actions.carrying.figures import EXPECTED
from drafter.actions.carrying.joining import Node, Same, Tree, lines_of
from drafter.actions.carrying.promises import asked, complained
from drafter.actions.carrying.report import batch, opening, parts, said, unique_ids
from drafter.actions.carrying.writing import fact_fields, figure_fields
from drafter.actions.earlier import read_all
from drafter.actions.editing.carried import texts_of
from drafter.actions.editing.desk import CHILDREN, ROOT, Desk
from drafter.actions.editing.settling import settle
from drafter.actions.editing.tree import at
from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.lineage import Earlier
from drafter.model.period import Period
from drafter.model.problem import Problem, Refused, errors
from drafter.model.reference import references
from drafter.model.report import Report
from drafter.store.folder import read_report


def merge(home: Path, sources: Sequence[Earlier], beside: Sequence[Earlier], period: Period) -> tuple[bool, list[Problem]]:
    """Brings into the report in ``home`` what it does not have of ``sources``. Returns whether anything changed, and what has to
    be said. What was dropped (不再沿用) stays away. Raises Refused where the report cannot be read or written.
    """
    reading = read_report(home)
    if errors(reading.problems):
        raise Refused(errors(reading.problems), 1)
    desk = Desk.open(str(home), home)
    merging = _Merging(desk, reading.report, sources, beside, period)
    with desk.together():
        merging.run()
    if not desk.unsaved:
        return False, merging.notes
    settlement = settle(desk.snapshot())
    if settlement.trouble or settlement.conflicts:
        raise Refused(settlement.trouble or [], 4)
    return True, merging.notes


class _Merging:
    def __init__(self, desk: Desk, report: Report, sources: Sequence[Earlier], beside: Sequence[Earlier], period: Period) -> None:
        self.desk = desk
        self.report = report
        self.sources = sources
        given = {earlier.name for earlier in sources}
        others = read_all((name for name in report.origins if name not in given), desk.place)
        self.batch = batch(sources, beside, period, others)
        self.lines = lines_of([*sources, *others])
        # What lies behind a dropped fact went with it, whichever report would bring it.
        self.skipped = frozenset(each for address in report.dropped for each in (address, *self.lines.get(address, ())))
        self.notes: list[Problem] = list(self.batch.notes)
        self.added: list[Fact] = []

    def run(self) -> None:
        self.facts()
        self.figures()
        self.entries()
        self.fields()

    def facts(self) -> None:
        tree = Tree.of({part: self.report.part(part) for part in ("成绩", "问题", "打算")}, self.lines)
        there = {id(fact): fact for _, _, fact in self.report.facts()}
        uids = {id(node): self.uid(fact) for node, fact in zip(_nodes(tree), there.values(), strict=True)}
        for carrier in self.batch.carriers:
            same = tree.join(unique_ids(tree, parts(carrier), self.batch.figures, carrier), self.skipped)
            self.same(same, tree, uids)
        for part in tree.parts:
            self.put(tree.parts[part], ROOT, part, uids)

    def same(self, same: Same, tree: Tree, uids: dict[int, int]) -> None:
        """A fact that stands for another one as well names it under 对应, once."""
        nodes = {id(node.fact): node for node in _nodes(tree)}
        told = Same()
        for kept, left, how in same:
            uid = uids.get(id(nodes[id(kept)]))
            record = self.desk.find(uid) if uid else None
            if record is None or left.origin in self.skipped:
                continue
            if not record.get("来自"):
                self.desk.set(record.uid, "来自", left.origin)
            elif left.origin not in texts_of(record.get("对应")):
                self.desk.set(record.uid, "对应", [*texts_of(record.get("对应")), left.origin])
            else:
                continue
            told.append((kept, left, how))
        self.notes += said(told)

    def put(self, nodes: list[Node], holder: int, word: str, uids: dict[int, int]) -> None:
        """Adds what is fresh among ``nodes``, the list ``word`` of ``holder``, and below them."""
        for index, node in enumerate(nodes):
            if node.fresh:
                fact = node.frozen()
                self.added.append(fact)
                self.desk.add(holder, word, index, fact_fields(fact))
            else:
                self.put(node.children, uids[id(node)], CHILDREN, uids)

    def figures(self) -> None:
        """New ones come whole; of those known, what is empty is filled, and 来自 grows."""
        records = {figure.id: self.uid(figure) for figure in self.report.figures}
        known = {figure.id: figure for figure in self.report.figures}
        origins = {origin: figure for figure in self.report.figures for origin in figure.origins}
        named = {found.name for fact in self.added for each in _tree(fact) for found in references(each.title + each.text)}
        place = len(self.report.figures)
        given = tuple(f"{earlier.name}/" for earlier in self.sources)
        for figure in self.batch.figures.figures:
            if not any(origin.startswith(given) for origin in figure.origins):
                continue
            old = known.get(figure.id) or next((origins[origin] for origin in figure.origins if origin in origins), None)
            if old is not None:
                self.fill(records[old.id], old, figure)
            elif figure.id in named or not self.skipped.issuperset(figure.origins):
                self.desk.add(ROOT, "指标", place, figure_fields(figure))
                place += 1

    def fill(self, uid: int, old: Figure, new: Figure) -> None:
        origins = [*old.origins, *(origin for origin in new.origins if origin not in old.origins)]
        if len(origins) == len(old.origins):
            return
        self.desk.set(uid, "来自", origins)
        for word, before, after in (
            ("上期", old.last, new.last),
            ("同期", old.year_before, new.year_before),
            ("目标", old.target, new.target),
        ):
            if before is None and after is not None and old.unit == new.unit:
                self.desk.set(uid, word, after)
        # What was put together and not yet looked at is put together anew, now that more is known.
        if old.stale and new.value and old.unit == new.unit and (old.value is None or old.status == EXPECTED):
            self.desk.set(uid, "数值", new.value)
            self.desk.set(uid, "状态", new.status)

    def entries(self) -> None:
        """上期打算 and 上期问题: each origin once."""
        for word, listed, new in (
            ("上期打算", self.report.commitments, asked(self.batch.carriers)),
            ("上期问题", self.report.concerns, complained(self.batch.carriers)),
        ):
            known = {fact.origin for fact in listed} | self.skipped
            for fact in new:
                if fact.origin not in known:
                    self.desk.add(ROOT, word, len(self.desk.root.get(word) or ()), fact_fields(fact))

    def fields(self) -> None:
        names = [earlier.name for earlier in self.sources if earlier.name not in self.report.origins]
        if names:
            self.desk.set(ROOT, "来自", [*self.report.origins, *names])
        if self.report.origins:
            return
        first = opening(self.batch.carriers[0])
        if first.lead and not self.report.lead:
            self.desk.set(ROOT, "导语", first.lead)
            self.desk.set(ROOT, "待更新", "是")

    def uid(self, item: Fact | Figure) -> int:
        """The record on the desk that a fact or figure was read from."""
        source = item.source
        assert source is not None
        return int(at(self.desk.state[source.file], source.path).uid)


def _nodes(tree: Tree) -> list[Node]:
    return [node for part in tree.parts for node in tree.nodes(part)]


def _tree(fact: Fact) -> list[Fact]:
    return [fact, *(each for child in fact.children for each in _tree(child))]
