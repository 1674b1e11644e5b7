"""编号 names one thing."""

from collections.abc import Iterator

from drafter.checks.rule import SYSTEM, Rule
from drafter.checks.subject import Subject
from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.places import place
from drafter.model.problem import Place, Problem
from drafter.model.words import Both

RULES = (
    Rule(
        "id-repeated",
        "error",
        Both("编号重复", "Id used twice"),
        Both("编号用来引用，一个编号只能指一样东西。", "An id is what others refer by, so it names one thing."),
        SYSTEM,
        "两条成绩都写 编号: 强企",
        "各写各的编号",
        acceptable=False,
    ),
)


def check(subject: Subject) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    named: list[tuple[str, Fact | Figure]] = [(figure.id, figure) for figure in subject.report.figures]
    named += [(fact.id, fact) for _, _, fact in subject.facts]
    for name, record in named:
        if not name:
            continue
        here = place(record, "编号")
        if name in first:
            before = first[name]
            yield Problem(
                "id-repeated",
                Both(f"编号“{name}”用了两次，另一处在 {before}。", f"The id “{name}” is used twice; the other is at {before}."),
                Both("给其中一处另起一个编号。", "Give one of them another id."),
                place=here,
                fact=name,
            )
        else:
            first[name] = here
