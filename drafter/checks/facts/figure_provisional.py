"""Expected numbers (预计) in a report that is written after its period, when the actual ones should be there."""

import re
from collections.abc import Iterator

from drafter.checks.rule import GENRE, Rule
from drafter.checks.subject import Subject
from drafter.model.dates import read_date
from drafter.model.places import place
from drafter.model.problem import Problem
from drafter.model.report import Report
from drafter.model.words import Both

RULES = (
    Rule(
        "figure-provisional",
        "warning",
        Both("还是预计数", "Still an expected number"),
        Both(
            "期末以后写的总结用实际数；预计数留在里面，以后就对不上。",
            "What is written after the period tells actual numbers; an expected one will not agree with them later.",
        ),
        GENRE,
        "期间: 2024，状态: 预计",
        "期间: 2024，状态: 实际",
    ),
)

_EXPECTED = "预计"
#: Whoever gives an estimate as the source says that there is nothing better yet.
_ESTIMATE = re.compile("预计|测算|预测|初步|快报|估|推算")


def check(subject: Subject) -> Iterator[Problem]:
    figures = [each for each in subject.report.figures if each.status == _EXPECTED and each.value and not each.stale]
    if not figures or not _over(subject.report):
        return
    for figure in figures:
        if not _ESTIMATE.search(figure.evidence):
            yield Problem(
                "figure-provisional",
                Both(
                    f"指标“{figure.id}”的 {figure.text} 还是预计数，本期已经结束。",
                    f"Figure “{figure.id}”, {figure.text}, is still an expected number, though the period is over.",
                ),
                Both(
                    "换成实际数，“状态”改为“实际”；实际数还没有出来的，在“依据”里写明由谁测算。",
                    "Put in the actual number; if there is none yet, say in 依据 who estimated it.",
                ),
                severity="warning",
                place=place(figure, "状态"),
                fact=figure.id or None,
            )


def _over(report: Report) -> bool:
    """Whether the period has ended when the report is written: of a whole year always, else as its date says."""
    period = report.period
    if period is None:
        return False
    if not period.part:
        return True
    written = read_date(report.date or (report.notice.date if report.notice else ""))
    return written is not None and (written.year, written.month) > period.end[:2]
