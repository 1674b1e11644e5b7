"""Issues that no plan answers."""

from typing import Any

import pytest

from drafter.checks.facts.issues import check
from drafter.checks.subject import Subject
from drafter.model.fact import Fact
from drafter.model.problem import Problem
from drafter.model.report import Report
from drafter.model.style import Layout, Style

LAYOUT = Layout("三段式", "", Style(order=("成绩", "问题", "打算")), {})
TIED = Fact(id="缺水", title="缺水")
PLAN = Fact(title="打井", answers=("缺水",))


def found(*issues: Fact, plans: tuple[Fact, ...] = (PLAN,), **fields: Any) -> list[Problem]:
    return list(check(Subject(Report(issues=issues, plans=plans, **fields), LAYOUT)))


def names(problems: list[Problem]) -> list[str | None]:
    return [problem.fact for problem in problems]


def test_each_issue_is_answered_by_a_plan() -> None:
    (problem,) = found(TIED, Fact(id="缺人", title="缺人"))
    assert (problem.code, problem.severity, problem.fact) == ("issue-unplanned", "warning", "缺人")
    assert "缺人" in problem.message.zh and "对应: [缺人]" in problem.fix.zh


@pytest.mark.parametrize(
    ("issue", "plan"),
    [
        (Fact(id="缺人", title="缺人"), Fact(title="招人", answers=("缺人",))),
        (Fact(title="缺人"), Fact(title="招人", answers=("问题/2",))),
        (Fact(title="缺人", answers=("招人",)), Fact(id="招人", title="招人")),
        (Fact(title="缺人", answers=("打算/2",)), Fact(title="招人")),
        (Fact(id="缺人", title="缺人", children=(Fact(text="缺技术员。"),)), Fact(title="招人", answers=("缺人",))),
        (Fact(title="缺人", children=(Fact(id="技术员", text="缺技术员。"),)), Fact(title="招人", answers=("技术员",))),
        (Fact(title="缺人", text="缺人。", children=(Fact(id="技术员", text="缺。"),)), Fact(title="招", answers=("技术员",))),
        (Fact(title="缺人"), Fact(title="招人", children=(Fact(text="招技术员。", answers=("问题/2",)),))),
    ],
)
def test_whichever_of_the_two_says_so_and_at_whatever_depth(issue: Fact, plan: Fact) -> None:
    assert found(TIED, issue, plans=(PLAN, plan)) == []


def test_of_several_below_one_heading_each_is_asked_about() -> None:
    issue = Fact(title="主要问题", children=(Fact(id="甲", text="甲。"), Fact(id="乙", text="乙。")))
    assert names(found(issue, plans=(Fact(title="丙", answers=("乙",)),))) == ["甲"]


def test_a_plan_of_an_earlier_report_is_no_answer() -> None:
    assert names(found(TIED, Fact(title="缺人", answers=("2023/打算/1",)))) == ["问题/2"]


def test_reports_that_tie_nothing_are_left_alone() -> None:
    assert found(Fact(title="缺水"), plans=(Fact(title="打井"),)) == []
    assert found(TIED, plans=()) == []


def test_a_long_issue_is_named_by_its_beginning() -> None:
    (problem,) = found(TIED, Fact(text="管护的力量一直不足，" * 5 + "\n第二段"))
    assert "管护的力量一直不足，管护的力量一直不足，…" in problem.message.zh


def test_an_issue_inside_another_part_counts() -> None:
    inside = Fact(title="做了", children=(Fact(id="缺人", part="问题", text="缺人。"),))
    assert names(found(TIED, achievements=(inside,))) == ["缺人"]
