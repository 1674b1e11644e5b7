"""Plans whose 目标 is below what the figure has already. The rule is that of the texts, which declares it."""

from collections.abc import Iterator

from drafter.checks.fewer import FEWER
from drafter.checks.subject import Subject
from drafter.model.fact import Fact, walk
from drafter.model.figure import Figure, decimal
from drafter.model.places import place
from drafter.model.problem import Problem
from drafter.model.words import Both


def check(subject: Subject) -> Iterator[Problem]:
    figures = {figure.id: figure for figure in subject.report.figures}
    period = subject.report.period
    halved = period is not None and period.part != ""
    for _, path, plan in walk(subject.report.plans, "打算"):
        figure = figures.get(plan.figure)
        if figure and plan.target and not (plan.stale or figure.stale) and not (halved and figure.combine == "累加"):
            aim, now = decimal(plan.target), decimal(figure.value)
            if aim is not None and now is not None and aim < now and not _fewer(plan, figure):
                yield _problem(plan, plan.id or path, figure)


def _fewer(plan: Fact, figure: Figure) -> bool:
    """Whether less is better."""
    said = f"{plan.title}{plan.text}"
    return FEWER.search(figure.name) is not None or any(word in said for word in _AT_MOST)


_AT_MOST = ("控制在", "不高于", "不超过", "以内", "以下", "降至", "降到", "下降", "压减", "减少")


def _problem(plan: Fact, key: str, figure: Figure) -> Problem:
    return Problem(
        "figure-target-below",
        Both(
            f"“{figure.name}”已是 {figure.text}，打算里的目标却是 {plan.target}{figure.unit}。",
            f"“{figure.name}” is {figure.text} already, and the plan aims at {plan.target}{figure.unit}.",
        ),
        Both("看是不是笔误；确要下调的，在正文里说明原因。", "See whether it is a slip; if not, say why it is less."),
        severity="info",
        place=place(plan, "目标"),
        fact=key,
        other=place(figure, "数值"),
    )
