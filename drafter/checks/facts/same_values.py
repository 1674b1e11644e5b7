"""Figures that are what they were in the report before."""

from collections.abc import Iterator

from drafter.checks.facts.counterparts import Before, before, digits
from drafter.checks.rule import GENRE, Rule
from drafter.checks.subject import Subject
from drafter.model.figure import Figure, decimal
from drafter.model.places import place
from drafter.model.problem import Problem, Severity
from drafter.model.words import Both

RULES = (
    Rule(
        "figure-unchanged",
        "warning",
        Both("数值和上期一样", "Figure unchanged"),
        Both("数值和上期一字不差，多半是忘了改。", "A number that is just the last one was probably left as it was."),
        GENRE,
        "数值: 2689.05（上期也是 2689.05）",
        "数值: 2731.8",
    ),
)


#: Two numbers of so few digits are often equal by chance; with a digit more they may be.
_BY_CHANCE, _PERHAPS = 1, 2


def check(subject: Subject) -> Iterator[Problem]:
    for figure in subject.report.figures:
        grave = None if figure.stale else _gravity(figure)
        if grave:
            number = decimal(figure.value)
            old = next((each for each in before(subject, figure) if decimal(each.figure.value) == number), None)
            if old:
                yield _unchanged(figure, old, grave)


def _gravity(figure: Figure) -> Severity | None:
    """How odd it would be if the number were the old one. A count at a day (期末) may well stand still."""
    count = digits(figure.value or "")
    if count <= _BY_CHANCE:
        return None
    return "info" if count <= _PERHAPS or figure.combine in ("期末", "最大") else "warning"


def _unchanged(figure: Figure, old: Before, severity: Severity) -> Problem:
    return Problem(
        "figure-unchanged",
        Both(
            f"指标“{figure.id}”的数值 {figure.text} 和{old.earlier.words}一样。",
            f"Figure “{figure.id}” is {figure.text}, just as in {old.earlier.name}.",
        ),
        Both("核对是不是还没有更新。", "See whether it was left as it was."),
        severity=severity,
        place=place(figure, "数值"),
        fact=figure.id or None,
        other=place(old.figure, "数值"),
    )
