"""Ordinals are counted when printing; one that was written by hand may break the count."""

from collections.abc import Iterator

from drafter.checks.rule import SYSTEM, Rule
from drafter.checks.subject import Subject
from drafter.model.fact import Fact
from drafter.model.numbering import NONE, scheme
from drafter.model.places import place
from drafter.model.problem import Problem
from drafter.model.style import PARTS, ListStyle
from drafter.model.words import Both

RULES = (
    Rule(
        "numbering-unreadable",
        "error",
        Both("序号读不懂", "Ordinal unreadable"),
        Both("序号要能看出是第几、用哪种编号，否则排不出来。", "An ordinal that says no number cannot be printed."),
        SYSTEM,
        "序号: 甲",
        "序号: （一）",
        acceptable=False,
    ),
)


def check(subject: Subject) -> Iterator[Problem]:
    for part in PARTS:
        facts = subject.report.part(part)
        yield from _list(facts, part, first_may_go_on=True)
    style = subject.report.style
    for part in PARTS:
        for own in style.part(part).levels.values() if style else ():
            yield from _scheme(own)


def _list(facts: tuple[Fact, ...], path: str, first_may_go_on: bool = False) -> Iterator[Problem]:
    """``first_may_go_on``: a part without a heading counts on where the part before it ended."""
    count = 0
    for index, fact in enumerate(facts, 1):
        here = f"{path}/{index}"
        if fact.numbered:
            start = fact.start
            if fact.number and start is None:
                yield _unreadable(fact, here)
            elif start is not None and start != count + 1 and not (first_may_go_on and count == 0):
                yield _gap(fact, here, start, count)
            count = start if start is not None else count + 1
        if fact.below:
            yield from _scheme(fact.below)
        yield from _list(fact.children, here)


def _gap(fact: Fact, path: str, start: int, count: int) -> Problem:
    expected = count + 1
    return Problem(
        "numbering-gap",
        Both(
            f"序号不连续：这里写明从 {start} 编起，按顺序应是 {expected}。",
            f"The numbering breaks: 序号 says {start} here, and {expected} would follow.",
        ),
        Both("删去这一条的“序号”，打印时自动连续编号。", "Remove 序号 from this fact and it is counted on."),
        severity="warning",
        place=place(fact, "序号"),
        fact=fact.id or path,
    )


def _unreadable(fact: Fact, path: str) -> Problem:
    return Problem(
        "numbering-unreadable",
        Both(f"“序号”写的“{fact.number}”里没有数字。", f"序号 “{fact.number}” holds no number."),
        Both("删去它，或写 无、4、（四） 这样的值。", "Remove it, or write 无, 4 or （四）."),
        place=place(fact, "序号"),
        fact=fact.id or path,
    )


def _scheme(style: ListStyle) -> Iterator[Problem]:
    if style.numbering and style.numbering != NONE and scheme(style.numbering) is None:
        yield Problem(
            "numbering-unreadable",
            Both(f"“序号”写的“{style.numbering}”不是一种编号。", f"序号 “{style.numbering}” is no way of numbering."),
            Both(
                "写出第一个序号，如 一、 （一） 1. 1、 （1） 一是，或写 无。",
                "Write its first ordinal: 一、 （一） 1. 1、 （1） 一是, or 无.",
            ),
            place=place(style, "序号"),
        )
