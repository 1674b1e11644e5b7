"""What adds up over the year cannot be more in a part of it: 468 in 2024-H1, 415 in 2024."""

from collections.abc import Iterable, Iterator

from drafter.checks.facts.counterparts import Before
from drafter.checks.rule import GENRE, Rule
from drafter.checks.subject import Subject
from drafter.model.figure import Figure, decimal
from drafter.model.lineage import Earlier, key_of, trace
from drafter.model.places import place
from drafter.model.problem import Problem
from drafter.model.spans import within
from drafter.model.words import Both

RULES = (
    Rule(
        "figure-half-above-year",
        "warning",
        Both("半年的数大于全年的数", "Half a year above the year"),
        Both(
            "累加的数只增不减，上半年不会比全年还多。",
            "What adds up over the year cannot be more after half of it.",
        ),
        GENRE,
        "2024 数值: 415，汇总: 累加（2024-H1 是 468）",
        "2024 数值: 915",
    ),
)

_ADDS = "累加"
#: What comes in less what goes out may well fall again.
_NET = ("净", "增减", "利润", "盈余", "差额")


def check(subject: Subject) -> Iterator[Problem]:
    period = subject.report.period
    adding = [figure for figure in subject.report.figures if figure.combine == _ADDS and figure.value and not figure.stale]
    if period is None or not adding:
        return
    reports = {each.name: each for each in (*subject.came_from, *subject.neighbours)}
    parts = [each for each in reports.values() if within(each.report.period, period)]
    for figure in adding:
        more = next(_above(figure, parts), None)
        if more:
            yield _problem(figure, more)


def _above(figure: Figure, parts: Iterable[Earlier]) -> Iterator[Before]:
    """The figure in the reports on parts of the period, where it is more."""
    for part in parts:
        traced = (found.item for address in figure.origins if (found := trace(address, (part,))))
        item = next(traced, None) or part.items.get(key_of(figure))
        if isinstance(item, Figure) and item.unit == figure.unit and item.status != "预计":
            now, then = decimal(figure.value), decimal(item.value)
            if now is not None and then is not None and then > now:
                yield Before(part, item)


def _problem(figure: Figure, part: Before) -> Problem:
    return Problem(
        "figure-half-above-year",
        Both(
            f"指标“{figure.id}”是 {figure.text}，{part.earlier.words}就已经有 {part.figure.text}。",
            f"Figure “{figure.id}” is {figure.text}, and was {part.figure.text} in {part.earlier.name} already.",
        ),
        Both("核对两期的数；不是累加的数，改“汇总”。", "See which is wrong; if it does not add up, mend 汇总."),
        severity="info" if any(word in figure.name for word in _NET) else "warning",
        place=place(figure, "数值"),
        fact=figure.id or None,
        other=place(part.figure, "数值"),
    )
