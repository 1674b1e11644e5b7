"""Annexes that 附件说明 cannot name (GB/T 9704-2012, 7.3.4)."""

from collections.abc import Iterator

from drafter.checks.rule import LAYOUT, Rule
from drafter.checks.subject import Subject
from drafter.model.exhibit import Chart, Table
from drafter.model.places import place
from drafter.model.problem import Problem
from drafter.model.words import Both

RULES = (
    Rule(
        "annex-unnamed",
        "warning",
        Both("附件没有名称", "An annex without a name"),
        Both("“附件：”后面要列出每个附件的名称。", "The names of all annexes are listed after 附件：."),
        f"{LAYOUT}，7.3.4",
        "附表: [{各行: 县区 | 净增}]",
        "附表: [{标题: 各县区培育情况, 各行: 县区 | 净增}]",
    ),
)


def check(subject: Subject) -> Iterator[Problem]:
    for annex in subject.report.annexed():
        held: tuple[Table | Chart, ...] = (*annex.tables, *annex.charts)
        if annex.title or (held and _named(held[0])):
            continue
        where = annex if annex.source or not held else held[0]
        yield Problem(
            "annex-unnamed",
            Both("这个附件没有名称，“附件：”后面列不出来。", "This annex has no name to be listed after 附件：."),
            Both("填上它的“标题”。", "Fill in its 标题."),
            severity="warning",
            place=place(where, "标题"),
        )


def _named(first: Table | Chart) -> bool:
    """Whether the first of an annex says what that is called: charts, and tables made of figures, name themselves."""
    return bool(first.title) or isinstance(first, Chart) or bool(first.content)
