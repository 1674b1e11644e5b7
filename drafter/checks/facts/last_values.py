"""上期 and 同期 are what the earlier report says; where that was only expected, the true number is asked for."""

from collections.abc import Iterator

from drafter.checks.facts.counterparts import Before, before
from drafter.checks.facts.times import of_itself
from drafter.checks.rule import GENRE, Rule
from drafter.checks.subject import Subject
from drafter.model.figure import Figure, decimal
from drafter.model.places import place
from drafter.model.problem import Problem
from drafter.model.words import Both

RULES = (
    Rule(
        "last-differs",
        "warning",
        Both("上期数与上期报告不同", "Number of the last period differs"),
        Both(
            "两份报告对同一个上期数说法不一，一查就露馅。",
            "Two reports that give the same old number differently contradict each other.",
        ),
        GENRE,
        "上期: 64（上期报告写的是 62）",
        "上期: 62",
    ),
    Rule(
        "last-expected",
        "warning",
        Both("上期数还是预计数", "Number of the last period was only expected"),
        Both("预计数要换成后来的实际数。", "An expected number gives way to the actual one."),
        GENRE,
        "同期: 118（当时注明 状态: 预计）",
        "同期: 116.4（查到的实际数）",
    ),
)


_EXPECTED = "预计"


def check(subject: Subject) -> Iterator[Problem]:
    period = subject.report.period
    for figure in subject.report.figures:
        if not (figure.last or figure.year_before):
            continue
        known = [old for old in before(subject, figure) if old.figure.value]
        said = {}
        if figure.year_before and period:
            said["同期"] = figure.year_before, [old for old in known if old.earlier.report.period == period.year_before]
        if figure.last:
            said["上期"] = figure.last, [old for old in known if not of_itself(old.earlier, period)]
        # Of a whole year the two are one; it is said once.
        yield from list(_told(figure, said))[:1]


def _told(figure: Figure, said: dict[str, tuple[str, list[Before]]]) -> Iterator[Problem]:
    for word, (number, olds) in said.items():
        same = next((old for old in olds if decimal(old.figure.value) == decimal(number)), None)
        if same and same.figure.status == _EXPECTED:
            yield _expected(figure, word, number, same)
        elif olds and not same and all(old.figure.status != _EXPECTED for old in olds):
            yield _differs(figure, word, number, olds[0])


def _expected(figure: Figure, word: str, number: str, old: Before) -> Problem:
    return Problem(
        "last-expected",
        Both(
            f"指标“{figure.id}”的{word} {number}{figure.unit} 在{old.earlier.words}里还是预计数。",
            f"{word} of “{figure.id}”, {number}{figure.unit}, was only expected in {old.earlier.name}.",
        ),
        Both(f"查到实际数后填进“{word}”。", f"Put the actual number into {word}."),
        severity="warning",
        place=place(figure, word),
        fact=figure.id or None,
        other=place(old.figure, "状态"),
    )


def _differs(figure: Figure, word: str, number: str, old: Before) -> Problem:
    return Problem(
        "last-differs",
        Both(
            f"指标“{figure.id}”的{word}是 {number}{figure.unit}，{old.earlier.words}里写的是 {old.figure.text}。",
            f"{word} of “{figure.id}” is {number}{figure.unit}, but {old.figure.text} in {old.earlier.name}.",
        ),
        Both("看哪一边对，把错的一边改过来。", "See which is right, and mend the other."),
        severity="warning",
        place=place(figure, word),
        fact=figure.id or None,
        other=place(old.figure, "数值"),
    )
