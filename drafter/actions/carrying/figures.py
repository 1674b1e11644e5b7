"""What becomes of figures: the old value is 上期, this period's is asked for; parts of the period combine by 汇总."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from drafter.model.commitment import promised
from drafter.model.figure import Figure, Rank, decimal
from drafter.model.lineage import Earlier, key_of
from drafter.model.period import Period
from drafter.model.problem import Problem
from drafter.model.spans import months_of, within
from drafter.model.text import fold
from drafter.model.words import Both

SUM, LATEST, MOST = "累加", "期末", "最大"
EXPECTED, ACTUAL = "预计", "实际"


@dataclass
class Group:
    """One figure in all the reports that have it, in the order in which they were named."""

    members: list[tuple[Earlier, Figure]]

    @property
    def head(self) -> Figure:
        return self.members[0][1]

    def of(self, period: Period | None) -> Figure | None:
        return next((figure for earlier, figure in self.members if period and earlier.report.period == period), None)


@dataclass
class Carried:
    """``renamed``: for each report by name, its figures that another report calls otherwise (old id → new id)."""

    figures: tuple[Figure, ...] = ()
    renamed: dict[str, dict[str, str]] = field(default_factory=dict)
    notes: list[Problem] = field(default_factory=list)


def carry_figures(sources: Sequence[Earlier], beside: Sequence[Earlier], period: Period) -> Carried:
    """The figures of the sources, each once. ``beside``: other earlier reports, asked only for what a figure was."""
    groups = grouped(sources)
    given = {earlier.name for earlier in sources}
    around = grouped([*sources, *(earlier for earlier in beside if earlier.name not in given)])
    full = {id(figure): group for group in around for _, figure in group.members}
    carried = Carried()
    for group in groups:
        for earlier, figure in group.members:
            if figure.id != group.head.id:
                carried.renamed.setdefault(earlier.name, {})[figure.id] = group.head.id
    aims = {(earlier.name, figure): target for earlier in sources for figure, target in _aims(earlier, period)}
    carried.figures = tuple(_carried(group, full[id(group.head)], period, carried, aims) for group in groups)
    return carried


def grouped(sources: Iterable[Earlier]) -> list[Group]:
    """The figures of several reports: one figure by lineage (来自), by id, or by name and unit."""
    groups: list[Group] = []
    known: dict[str, Group] = {}
    for earlier in sources:
        for figure in earlier.report.figures:
            keys = (f"{earlier.name}/{key_of(figure)}", *figure.origins, figure.id, f"{fold(figure.name)}\n{figure.unit}")
            group = next((known[key] for key in keys if key in known), None)
            if group is None or any(other is earlier for other, _ in group.members):
                group = Group([])
                groups.append(group)
            group.members.append((earlier, figure))
            for key in keys:
                known.setdefault(key, group)
    return groups


def _carried(group: Group, around: Group, period: Period, carried: Carried, aims: Mapping[tuple[str, str], str]) -> Figure:
    head = group.head
    same = Group([(earlier, figure) for earlier, figure in around.members if figure.unit == head.unit])
    for earlier, figure in group.members:
        if figure.unit != head.unit:
            carried.notes.append(_units(head, figure, earlier))
    parts = [(earlier.report.period, figure) for earlier, figure in same.members if within(earlier.report.period, period)]
    value, status = _combined(head.combine, [(each, figure) for each, figure in parts if each], period)
    before = same.of(period.year_before)
    last = _last(same, group, period) or (_latest(group.members) if value is None else None)
    scope = _first(figure.rank.scope for _, figure in group.members if figure.rank)
    return replace(
        head,
        value=value,
        status=status,
        last=last.value if last else None,
        year_before=before.value if before else None,
        target=_target(group, period, aims),
        rank=Rank(scope=scope) if scope else None,
        scope=_first(figure.scope for _, figure in group.members),
        evidence=_first(figure.evidence for _, figure in group.members),
        office=_first(figure.office for _, figure in group.members),
        combine=_first(figure.combine for _, figure in group.members),
        parts=next((figure.parts for _, figure in group.members if figure.parts), ()),
        origins=tuple(f"{earlier.name}/{key_of(figure)}" for earlier, figure in group.members),
        stale=True,
        accepted=(),
        source=None,
    )


def _first(texts: Iterable[str]) -> str:
    return next(filter(None, texts), "")


def _last(same: Group, group: Group, period: Period) -> Figure | None:
    """The figure of the period before: of the latest source that is no part of the new period, else of the report before it."""
    sources = [member for member in group.members if member in same.members and not within(member[0].report.period, period)]
    return _latest(sources) or same.of(period.previous) or same.of(period.year_before)


def _latest(members: Iterable[tuple[Earlier, Figure]]) -> Figure | None:
    """Of reports without a period nothing is known; such a one counts where it is the only one."""
    dated = [(earlier.report.period.end if earlier.report.period else (0, 0, 0), figure) for earlier, figure in members]
    return max(dated, key=lambda each: each[0])[1] if dated else None


def _combined(rule: str, parts: list[tuple[Period, Figure]], period: Period) -> tuple[str | None, str]:
    """(value, 状态) from the parts of the period that are known; expected until they cover all of it."""
    known = [(each, figure) for each, figure in parts if decimal(figure.value) is not None]
    if not known or rule not in (SUM, LATEST, MOST):
        return None, ""
    chosen = _disjoint(known)
    end = max(months_of(each).last for each, _ in known)
    if rule == LATEST:
        chosen = [max(known, key=lambda part: part[0].end)]
        value: str | None = chosen[0][1].value
        covered = end == months_of(period).last
    else:
        covered = sum(months_of(each).last - months_of(each).first + 1 for each, _ in chosen) == _length(period)
        numbers = [decimal(figure.value) or Decimal() for _, figure in (chosen if rule == SUM else known)]
        value = f"{sum(numbers, Decimal()) if rule == SUM else max(numbers):f}"
    sure = covered and all(figure.status != EXPECTED for _, figure in chosen)
    return value, ACTUAL if sure else EXPECTED


def _length(period: Period) -> int:
    first, last = months_of(period)
    return last - first + 1


def _disjoint(parts: list[tuple[Period, Figure]]) -> list[tuple[Period, Figure]]:
    """Parts that count no month twice, the longest first: 1—9月 and 第四季度 rather than 上半年 and a gap."""
    chosen: list[tuple[Period, Figure]] = []
    for part in sorted(parts, key=lambda part: (-_length(part[0]), months_of(part[0]))):
        first, last = months_of(part[0])
        if all(last < months_of(each).first or months_of(each).last < first for each, _ in chosen):
            chosen.append(part)
    return chosen


def _aims(earlier: Earlier, period: Period) -> Iterator[tuple[str, str]]:
    """(figure id, target) of what a report's plans promise for the year of ``period``."""
    old = earlier.report.period
    if old is not None and old.next.year == period.year:
        yield from ((plan.figure, plan.target) for _, plan in promised(earlier.report) if plan.figure and plan.target)


def _target(group: Group, period: Period, aims: Mapping[tuple[str, str], str]) -> str | None:
    """This year's aim: what a report of the same year says it is, else what the latest plans for this year promised."""
    members = sorted(group.members, key=lambda each: each[0].report.period.end if each[0].report.period else (0, 0, 0))
    own = [figure.target for earlier, figure in members if _year(earlier.report.period) == period.year and figure.target]
    promises = [aims[key] for earlier, figure in members if (key := (earlier.name, figure.id)) in aims]
    return next(iter((*reversed(own), *reversed(promises))), None)


def _year(period: Period | None) -> int:
    return period.year if period else 0


def _units(head: Figure, other: Figure, earlier: Earlier) -> Problem:
    one, two = head.unit or "无", other.unit or "无"
    return Problem(
        "carried-unit",
        Both(
            f"指标“{head.name}”的单位不一样：{one}，{earlier.words}是{two}；没有用那一期的数。",
            f"The unit of “{head.name}” differs: {one}, and {two} in {earlier.name}; its number was not used.",
        ),
        Both("换算后自己填上。", "Convert it and fill it in."),
        severity="warning",
        fact=head.id,
    )
