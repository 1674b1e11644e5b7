"""A report stands in the folder of its period."""

from collections.abc import Iterator

from drafter.checks.rule import SYSTEM, Rule
from drafter.checks.subject import Subject
from drafter.model.period import Period
from drafter.model.places import place
from drafter.model.problem import Problem
from drafter.model.words import Both

RULES = (
    Rule(
        "period-folder",
        "warning",
        Both("期间与文件夹不一致", "Period unlike its folder"),
        Both(
            "文件夹的名字就是期间，两处不一样，下一期就接错了。",
            "A report is found by the name of its folder; the next one would begin from the wrong one.",
        ),
        SYSTEM,
        "facts/2024/ 里写 期间: 2023",
        "期间: 2024",
    ),
)


def check(subject: Subject) -> Iterator[Problem]:
    stands = Period.parse(subject.folder)
    said = subject.report.period
    if stands and said and stands != said:
        yield Problem(
            "period-folder",
            Both(
                f"“期间”写的是 {said}，文件却在 {stands} 的文件夹里。",
                f"The period is {said}, but the folder is that of {stands}.",
            ),
            Both(f"改成 期间: {stands}，或把文件夹改名为 {said}。", f"Write 期间: {stands}, or rename the folder {said}."),
            severity="warning",
            place=place(subject.report, "期间"),
        )
