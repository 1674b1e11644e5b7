"""A whole new report out of earlier ones: the first gives structure and layout, the others add what it does not have."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.actions.carrying.facts import Carrier
from drafter.actions.carrying.figures import Carried, carry_figures
from drafter.actions.carrying.joining import Same, Tree, lines_of
from drafter.actions.carrying.promises import asked, complained
from drafter.model.cover import Annex, Notice
from drafter.model.fact import Fact
from drafter.model.lineage import Earlier
from drafter.model.period import Period
from drafter.model.problem import Problem
from drafter.model.report import Report
from drafter.model.style import PARTS, PartStyle, Style
from drafter.model.text import fold
from drafter.model.words import Both


@dataclass(frozen=True)
class Batch:
    """What several reports give to a new one, before it is joined. ``carriers`` are in the order of the sources."""

    carriers: tuple[Carrier, ...]
    figures: Carried

    @property
    def notes(self) -> list[Problem]:
        return [*self.figures.notes, *(note for carrier in self.carriers for note in carrier.notes)]


def batch(sources: Sequence[Earlier], beside: Sequence[Earlier], period: Period, known: Sequence[Earlier] = ()) -> Batch:
    """``beside``: other earlier reports that say what figures were; ``known``: those that the new one came from before, whose
    figures combine with those of ``sources``.
    """
    figures = carry_figures([*known, *sources], beside, period)
    names = frozenset(earlier.name for earlier in (*known, *sources))
    return Batch(tuple(Carrier(earlier, period, names, figures.renamed.get(earlier.name, {})) for earlier in sources), figures)


def compose(sources: Sequence[Earlier], beside: Sequence[Earlier], period: Period) -> tuple[Report, list[Problem]]:
    """The new report, and what has to be said of its making."""
    made = batch(sources, beside, period)
    first = made.carriers[0]
    facts, notes = _joined(made, sources)
    report = replace(
        opening(first),
        period=period,
        origins=tuple(earlier.name for earlier in sources),
        figures=made.figures.figures,
        achievements=facts[PARTS[0]],
        issues=facts[PARTS[1]],
        plans=facts[PARTS[2]],
        commitments=asked(made.carriers),
        concerns=complained(made.carriers),
    )
    return report, [*made.notes, *notes]


def _joined(made: Batch, sources: Sequence[Earlier]) -> tuple[dict[str, tuple[Fact, ...]], list[Problem]]:
    facts = parts(made.carriers[0])
    lines = lines_of(sources) if len(sources) > 1 else {}
    notes: list[Problem] = []
    for carrier in made.carriers[1:]:
        tree = Tree.of(facts, lines)
        same = tree.join(unique_ids(tree, parts(carrier), made.figures, carrier))
        facts = marked(tree.facts(), same)
        notes += said(same)
    return facts, notes


def parts(carrier: Carrier) -> dict[str, tuple[Fact, ...]]:
    return {part: carrier.facts(part) for part in PARTS}


def opening(carrier: Carrier) -> Report:
    """The report's own fields: what names the day of the old one is left to be filled."""
    old = carrier.earlier.report
    return replace(
        old,
        title=carrier.text(old.title),
        number="",
        note="\n".join(carrier.text(line) for line in old.note.split("\n") if not _DAY.search(line)),
        date="",
        as_of="",
        notice=_notice(old.notice, carrier) if old.notice else None,
        head=replace(old.head, copy="", urgency="", source=None) if old.head else None,
        annexes=tuple(_annex(annex, carrier) for annex in old.annexes),
        imprint=replace(old.imprint, date="", source=None) if old.imprint else None,
        style=_style(old.style, carrier) if old.style else None,
        versions=tuple(replace(version, source=None) for version in old.versions),
        dropped=(),
        stale=True,
        accepted=(),
        lead=carrier.text(old.lead),
        tables=tuple(map(carrier.table, old.tables)),
        charts=tuple(map(carrier.chart, old.charts)),
        source=None,
    )


_DAY = re.compile(r"[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")


def _annex(annex: Annex, carrier: Carrier) -> Annex:
    return Annex(
        title=carrier.text(annex.title),
        text=carrier.text(annex.text),
        tables=tuple(map(carrier.table, annex.tables)),
        charts=tuple(map(carrier.chart, annex.charts)),
    )


def _notice(notice: Notice, carrier: Carrier) -> Notice:
    """The notice names the report that it issues, in 《》, where other names stay as they are."""
    old = carrier.earlier.report.title

    def text(words: str) -> str:
        return carrier.text(words.replace(f"《{old}》", f"《{carrier.text(old)}》") if old else words)

    return replace(notice, number="", title=text(notice.title), text=text(notice.text), date="", source=None)


def _style(style: Style, carrier: Carrier) -> Style:
    def of(part: PartStyle | None) -> PartStyle | None:
        return replace(part, title=carrier.text(part.title)) if part else None

    return replace(style, achievements=of(style.achievements), issues=of(style.issues), plans=of(style.plans))


def unique_ids(tree: Tree, facts: dict[str, tuple[Fact, ...]], figures: Carried, carrier: Carrier) -> dict[str, tuple[Fact, ...]]:
    """``facts`` with new ids where another part, or a figure, of the new report has theirs."""
    homes = {node.fact.id: part for part in PARTS for node in tree.nodes(part) if node.fact.id}
    homes |= {figure.id: "指标" for figure in figures.figures}
    renamed: dict[str, str] = {}
    for part, listed in facts.items():
        for fact in _flat(listed):
            if fact.id and homes.get(fact.id, part) != part:
                renamed[fact.id] = f"{fact.id}-{carrier.earlier.report.period or '旧'!s}"
    if not renamed:
        return facts

    def mended(fact: Fact) -> Fact:
        return replace(
            fact,
            id=renamed.get(fact.id, fact.id),
            answers=tuple(renamed.get(name, name) for name in fact.answers),
            children=tuple(mended(child) for child in fact.children),
        )

    return {part: tuple(mended(fact) for fact in listed) for part, listed in facts.items()}


def _flat(facts: Sequence[Fact]) -> list[Fact]:
    return [each for fact in facts for each in (fact, *_flat(fact.children))]


def marked(facts: dict[str, tuple[Fact, ...]], same: Same) -> dict[str, tuple[Fact, ...]]:
    """The facts, where one that stands for another as well names that under 对应: its lineage does not get lost."""
    others: dict[str, list[str]] = {}
    for kept, left, _ in same:
        if left.origin and kept.origin:
            others.setdefault(kept.origin, []).append(left.origin)
    if not others:
        return facts

    def named(fact: Fact) -> Fact:
        more = [name for name in others.get(fact.origin, ()) if name not in fact.answers]
        return replace(fact, answers=(*fact.answers, *more), children=tuple(named(child) for child in fact.children))

    return {part: tuple(named(fact) for fact in listed) for part, listed in facts.items()}


def said(same: Same) -> list[Problem]:
    """What was taken for one, where something less sure than lineage said so."""
    found = []
    for kept, left, how in same:
        if how == "编号" and fold(kept.title) == fold(left.title):
            continue  # one id and one heading: as sure as lineage, and a message each would bury the others
        name = kept.title or kept.text[:20]
        found.append(
            Problem(
                "carried-same",
                Both(
                    f"{left.origin} 和 {kept.origin} 按{how}看作同一条“{name}”，只留一条。",
                    f"{left.origin} and {kept.origin} were taken for one, “{name}”, by {how}.",
                ),
                Both(
                    f"不是同一条的话，从 {left.origin} 再抄一条过来。",
                    f"If they are not one, copy {left.origin} over as well.",
                ),
                severity="info",
                fact=kept.id or kept.origin,
            )
        )
    return found
