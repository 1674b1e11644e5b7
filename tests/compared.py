"""A report and the one it came from, for the rules that look at both."""

from drafter.checks import run
from drafter.checks.subject import Subject
from drafter.model.fact import Fact
from drafter.model.lineage import Earlier
from drafter.model.period import Period
from drafter.model.problem import Problem
from drafter.model.report import Report
from drafter.model.style import Layout, Style

LAYOUT = Layout("三段式", "", Style(), {})
SOUND = {"unit": "某局", "title": "总结", "achievements": (Fact(title="甲"),)}


def report(period: str, **fields: object) -> Report:
    return Report(**{**SOUND, "period": Period.parse(period), **fields})  # type: ignore[arg-type]


def earlier(period: str, **fields: object) -> Earlier:
    return Earlier(period, report(period, **fields))


def found(now: Report, *before: Earlier, only: str = "") -> list[Problem]:
    """The problems, or those of the one code."""
    subject = Subject(now, LAYOUT, str(now.period), earlier=lambda: before, reached=lambda _: before)
    return [problem for problem in run(subject) if not only or problem.code == only]
