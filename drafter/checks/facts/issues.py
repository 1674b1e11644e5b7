"""An issue names the plan that answers it, or is named by one. Only where a report ties its issues to anything at all."""

from collections.abc import Iterator

from drafter.checks.rule import GENRE, Rule
from drafter.checks.subject import Subject
from drafter.model.commitment import concerns
from drafter.model.fact import Fact
from drafter.model.places import place
from drafter.model.problem import Problem
from drafter.model.words import Both

RULES = (
    Rule(
        "issue-unplanned",
        "warning",
        Both("问题没有对应的打算", "Issue without a plan"),
        Both("摆出来的问题要有打算去解决。", "An issue that is stated needs a plan that answers it."),
        GENRE,
        "问题: [{编号: 人手}]（没有打算对应它）",
        "打算: [{标题: 充实基层力量, 对应: [人手]}]",
    ),
)


_SHOWN = 20  # characters of a name


def check(subject: Subject) -> Iterator[Problem]:
    report = subject.report
    parts: dict[str, dict[str, Fact]] = {"问题": {}, "打算": {}}
    for part, path, fact in report.facts():
        if part in parts:
            parts[part][path] = fact
    issues, plans = parts["问题"], parts["打算"]
    if not plans or not any(issue.id or issue.answers for issue in issues.values()):
        return
    named = {name for plan in plans.values() for name in plan.answers}
    known = {plan.id for plan in plans.values() if plan.id} | plans.keys()
    answered = {path for path, issue in issues.items() if named & {issue.id, path} or known.intersection(issue.answers)}
    above = {holder for path in answered for holder in _holders(path)}
    for path, issue in concerns(report):
        if path not in above and answered.isdisjoint((path, *_holders(path))):
            yield _unplanned(path, issue)


def _holders(path: str) -> Iterator[str]:
    """The paths of what holds a fact: 问题/2 and 问题/2/1 of 问题/2/1/3."""
    while "/" in (path := path.rpartition("/")[0]):
        yield path


def _unplanned(path: str, issue: Fact) -> Problem:
    name = issue.title or issue.text.strip().partition("\n")[0]
    name = name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…"
    return Problem(
        "issue-unplanned",
        Both(f"问题“{name}”没有打算与它对应。", f"No plan answers the issue “{name}”."),
        Both(
            f"在解决它的那条打算里写 对应: [{issue.id or path}]，或补一条打算。",
            f"Name it under 对应 of the plan that answers it: [{issue.id or path}]; or add such a plan.",
        ),
        severity="warning",
        place=place(issue),
        fact=issue.id or path,
    )
