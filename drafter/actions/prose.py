"""Figures out of prose: the numbers that a report's texts state are proposed as figures, and accepted ones are referred to.

After acceptance the report prints what it printed before, sign for sign: a number is replaced only where the reference prints
the same.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from drafter.actions.editing.figures import figure_records, figures_by_id, typed
from drafter.actions.editing.tree import Record, grown
from drafter.importers.figures import Found, Text, find
from drafter.model.figure import Figure
from drafter.model.printing import Figures, printed
from drafter.model.problem import Problem
from drafter.model.report import Report

if TYPE_CHECKING:
    from drafter.actions.editing.desk import Desk

#: What is at least as sure may be taken unseen.
SURE = 0.8

_LISTS = ("成绩", "问题", "打算")
_OWN = ("标题", "导语")
_FACT = ("标题", "正文")
#: Reports whose plans are for the year that they report on.
_WITHIN_YEAR = ("-H1", "-Q", "-M")


class Use(NamedTuple):
    """Where a number stands: ``text`` at ``start:end`` of the field ``word`` of the record ``uid`` (0 the report itself).

    ``part`` of the figure prints it: "" for value and unit, 数值, 目标; None where none does, so that it stays as it is. ``modality``
    is how firmly a plan promises it, in the words of 语气.
    """

    uid: int
    word: str
    start: int
    end: int
    text: str
    part: str | None = ""
    modality: str = ""


class Proposal(NamedTuple):
    """A figure that texts state: its fields as they would be typed, by word.

    ``known`` is the 编号 of a figure of the report that holds the number already, so that only texts would change; "" for
    none. ``relations`` are what the text says of it that no field holds: 同比增长12.3%. ``clash``: the 编号 of another proposal, or
    another figure, of the same name with another value. ``aims``: the 编号 of the figure that a target is the next one of.
    """

    figure: dict[str, Any]
    uses: tuple[Use, ...]
    confidence: float
    known: str = ""
    relations: tuple[str, ...] = ()
    clash: str = ""
    aims: str = ""

    @property
    def sure(self) -> bool:
        return self.confidence >= SURE and not self.clash


def proposals(root: Record) -> list[Proposal]:
    """The figures that the report's texts state, in reading order. What is a reference already is passed over."""
    figures = figures_by_id(root)
    taken = {*figures, *_fact_ids(root)}
    same_year = any(mark in typed(root, "期间") for mark in _WITHIN_YEAR)
    names = {name: figure.name or name for name, figure in figures.items()}
    held = _Held(figures)
    found = [_proposal(each, held) for each in find(_texts(root), taken, same_year, names)]
    known = {each.figure["编号"]: each.known for each in found if each.known}
    return [_renamed(each, known) for each in found] if known else found


def in_report(report: Report) -> list[Proposal]:
    """As :func:`proposals`, of a report that is not under edit. Its uids mean nothing to anything else."""
    from drafter.store.contents import plain

    root = grown(plain(report))
    root.uid = 0
    return proposals(root)


def accept(desk: "Desk", proposals: Sequence[Proposal]) -> int:
    """Adds the proposed figures to 指标 and lets the texts refer to them, in one step, undone at once.

    A number is left as it stands where the reference would print something else, where the text has changed since, and where
    the file cannot be written; where none of them can, nothing is added either. Returns how many texts were changed.
    """
    from drafter.actions.editing.desk import ROOT

    root = desk.root
    last = figure_records(root)[-1:]
    if not desk.writable(last[0].uid if last else ROOT):
        return 0
    names = {*figures_by_id(root), *(proposal.figure["编号"] for proposal in proposals)}
    with desk.together():
        index, there = len(root.get("指标") or ()), set(figures_by_id(root))
        for proposal in proposals:
            if not proposal.known and proposal.figure["编号"] not in there:
                desk.add(ROOT, "指标", index, _fields(proposal, names))
                there.add(proposal.figure["编号"])
                index += 1
        figures = figures_by_id(desk.root)
        changed = _rewrite(desk, proposals, figures)
        _aim(desk, proposals, figures)
    return changed


def saved(desk: "Desk") -> list[Problem]:
    """Writes the desk into its files; the problems are why something could not be written."""
    from drafter.actions.editing.settling import settle

    desk.accept(settle(desk.snapshot()))
    return desk.trouble


def paths(root: Record) -> dict[int, str]:
    """uid → path (成绩/2/1) of every fact; "" for the report itself."""
    return {0: "", **{record.uid: path for path, _, record in _facts(root)}}


def _texts(root: Record) -> Iterator[Text]:
    for word in _OWN:
        yield Text((root.uid, word), "", typed(root, word))
    for _, part, record in _facts(root):
        for word in _FACT:
            if text := typed(record, word):
                yield Text((record.uid, word), part, text)


def _facts(root: Record) -> Iterator[tuple[str, str, Record]]:
    """(path, part, record) of every fact, in reading order."""
    for part in _LISTS:
        yield from _below(root.get(part), part, part)


def _below(listed: Any, part: str, path: str) -> Iterator[tuple[str, str, Record]]:
    for place, record in enumerate(listed if isinstance(listed, list) else (), 1):
        if isinstance(record, Record):
            own, here = typed(record, "部分") or part, f"{path}/{place}"
            yield here, own, record
            yield from _below(record.get("分项"), own, here)


def _fact_ids(root: Record) -> Iterator[str]:
    return (name for _, _, record in _facts(root) if (name := typed(record, "编号").strip()))


class _Held:
    """The figures of the report, by the number they hold and by name."""

    def __init__(self, figures: Figures) -> None:
        self._numbers: dict[tuple[str, str, str], list[Figure]] = {}
        self._names = {(figure.name, figure.unit): figure for figure in figures.values() if figure.name}
        for figure in figures.values():
            for word, number in (("数值", figure.value), ("目标", figure.target)):
                if number:
                    self._numbers.setdefault((word, number, figure.unit), []).append(figure)

    def same(self, word: str, number: str, unit: str, name: str) -> str:
        """The id of the figure that holds the number and has a near name; "" for none."""
        near = [(_nearness(name, figure), figure.id) for figure in self._numbers.get((word, number, unit), ())]
        best = max(near, default=(0.0, ""))
        return best[1] if best[0] >= _NEAR else ""

    def named(self, name: str, unit: str) -> Figure | None:
        return self._names.get((name, unit))


def _proposal(found: Found, held: _Held) -> Proposal:
    """The proposal, with the figure of the report that holds its number already, or has its name and another number."""
    uses = tuple(Use(*_key(use.key), use.start, use.end, use.text, use.part, use.modality) for use in found.uses)
    name, unit = str(found.figure["名称"]), str(found.figure["单位"])
    word = "数值" if "数值" in found.figure else "目标"
    known = held.same(word, str(found.figure[word]), unit, name)
    namesake = None if known else held.named(name, unit)
    clash = namesake.id if namesake is not None and word == "数值" and namesake.value else found.clash
    aims = found.aims or (namesake.id if namesake is not None and word == "目标" else "")
    return Proposal(found.figure, uses, found.confidence, known, found.relations, clash, aims)


def _renamed(proposal: Proposal, known: dict[str, str]) -> Proposal:
    """The proposal, naming the figures that there are instead of proposals for them."""
    parts = proposal.figure.get("其中")
    figure = proposal.figure | {"其中": [known.get(part, part) for part in parts]} if parts else proposal.figure
    return proposal._replace(figure=figure, aims=known.get(proposal.aims, proposal.aims))


#: Names that have as much of their pairs of signs in common are near.
_NEAR = 0.4


def _key(key: Any) -> tuple[int, str]:
    uid, word = key
    return uid, word


def _nearness(name: str, figure: Figure) -> float:
    """How much of the shorter name stands in the other one, from 0 to 1."""
    return max((_common(name, other) for other in (figure.name, figure.id) if other), default=0.0)


def _common(one: str, other: str) -> float:
    if one == other:
        return 1.0
    mine = {one[at : at + 2] for at in range(len(one) - 1)}
    its = {other[at : at + 2] for at in range(len(other) - 1)}
    return len(mine & its) / max(1, min(len(mine), len(its)))


def _fields(proposal: Proposal, names: set[str]) -> dict[str, Any]:
    """The fields of a new figure; of its parts those that there will be."""
    values = {word: value for word, value in proposal.figure.items() if word != "其中"}
    parts = [part for part in proposal.figure.get("其中", ()) if part in names]
    return values | ({"其中": parts} if parts else {})


def _rewrite(desk: "Desk", proposals: Sequence[Proposal], figures: Figures) -> int:
    """Puts references where the numbers stand, from the end of each text, so that the places before stay true."""
    places: dict[tuple[int, str], dict[int, tuple[Use, str]]] = {}
    for proposal in proposals:
        for use in proposal.uses:
            name = proposal.known or str(proposal.figure["编号"])
            if use.part is not None and printed(name, use.part, figures) == use.text:
                reference = f"{{{{ {name}.{use.part} }}}}" if use.part else f"{{{{ {name} }}}}"
                places.setdefault((use.uid, use.word), {})[use.start] = (use, reference)
    changed = 0
    for (uid, word), found in places.items():
        record = desk.find(uid)
        if record is None or not desk.writable(uid):
            continue
        text = before = typed(record, word)
        for start in sorted(found, reverse=True):
            use, reference = found[start]
            if text[start : use.end] == use.text:
                text = text[:start] + reference + text[use.end :]
        if text != before:
            desk.set(uid, word, text)
            changed += 1
    return changed


def _aim(desk: "Desk", proposals: Sequence[Proposal], figures: Figures) -> None:
    """Says on a plan what it aims at, where its text promises one number and nothing is said yet."""
    aims: dict[int, list[tuple[Proposal, Use]]] = {}
    for proposal in proposals:
        for use in proposal.uses:
            if desk.part(use.uid) == "打算" and "目标" in proposal.figure:
                aims.setdefault(use.uid, []).append((proposal, use))
    for uid, found in aims.items():
        record = desk.find(uid)
        if len(found) != 1 or record is None or record.get("指标") or record.get("目标") or not desk.writable(uid):
            continue
        proposal, use = found[0]
        desk.set(uid, "指标", proposal.known or (proposal.aims if proposal.aims in figures else proposal.figure["编号"]))
        desk.set(uid, "目标", proposal.figure["目标"])
        if use.modality and not record.get("语气"):
            desk.set(uid, "语气", use.modality)
