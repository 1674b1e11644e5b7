"""What check says of promises: unanswered, left out, short of a reason, at odds with the numbers, not taken up."""

from dataclasses import replace
from typing import Any

import pytest

from drafter.checks.facts.commitments import check
from drafter.checks.subject import Subject
from drafter.model.fact import Fact
from drafter.model.fields import Source
from drafter.model.figure import Figure
from drafter.model.lineage import Earlier
from drafter.model.period import Period
from drafter.model.problem import Place, Problem
from drafter.model.report import Report
from drafter.model.style import Layout, Style

LAYOUT = Layout("二段式", "", Style(order=("成绩", "打算")), {})


def source(file: str, line: int, **words: int) -> Source:
    return Source(file, (), {"": (line, 3), **{word: (at, 7) for word, at in words.items()}})


PIPES = Fact(id="修管网", title="加快管网建设", text="力争新增管网80公里。", figure="管网", target="80", source=source("旧", 5))
STAFF = Fact(id="招人", title="充实管护队伍", source=source("旧", 9))
PRICE = Fact(id="水价", text="水价多年未调，经营困难，管护经费没有着落。", source=source("旧", 20))
LAST = Earlier("2023", Report(period=Period(2023), plans=(PIPES, STAFF), issues=(PRICE,)))
ANSWERED = (
    Fact(origin="2023/修管网", outcome="完成", source=source("新", 3, 兑现=4)),
    Fact(origin="2023/招人", outcome="完成", source=source("新", 6)),
)
RESOLVED = (Fact(origin="2023/水价", standing="已解决", source=source("新", 8)),)
FIGURE = Figure(id="管网", name="新建管网", value="82", unit="公里", combine="累加")


def found(period: str = "2024", value: str = "82", earlier: tuple[Earlier, ...] = (LAST,), **fields: Any) -> list[Problem]:
    report = Report(
        **{
            "period": Period.parse(period),
            "origins": ("2023",),
            "figures": (replace(FIGURE, value=value),),
            "commitments": ANSWERED,
            "concerns": RESOLVED,
            "source": source("新", 1, 上期打算=2, 上期问题=7),
            **fields,
        }
    )
    return list(check(Subject(report, LAYOUT, earlier=lambda: earlier)))


def entry(place: int = 0, **fields: Any) -> tuple[Fact, ...]:
    return tuple(replace(fact, **fields) if number == place else fact for number, fact in enumerate(ANSWERED))


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def test_answers_to_all_leave_nothing_to_say() -> None:
    assert found() == []


def test_a_report_that_was_not_begun_from_another_owes_nothing_and_reads_nothing() -> None:
    def read() -> tuple[Earlier, ...]:
        raise AssertionError("nothing to look up")

    assert list(check(Subject(Report(period=Period(2024)), LAYOUT, earlier=read))) == []


def test_a_plan_without_answer_stops_what_is_final_only() -> None:
    (problem,) = found(commitments=entry(1, outcome="", source=source("新", 6, 兑现=7)))
    assert (problem.code, problem.severity, problem.gate) == ("plan-unanswered", "error", True)
    assert "充实管护队伍" in problem.message.zh and "取消" in problem.fix.zh
    assert (problem.place, problem.other, problem.fact) == (Place("新", 7, 7), Place("旧", 9, 3), "上期打算/2")


def test_an_issue_without_answer_too() -> None:
    (problem,) = found(concerns=(replace(RESOLVED[0], standing=""),))
    assert (problem.code, problem.severity, problem.gate) == ("issue-unanswered", "error", True)
    assert "水价多年未调" in problem.message.zh and "…" in problem.message.zh and "已解决" in problem.fix.zh
    assert (problem.place, problem.other) == (Place("新", 8, 3), Place("旧", 20, 3))


def test_what_is_left_out_is_said_with_its_place_then() -> None:
    plan, issue = found(commitments=ANSWERED[:1], concerns=())
    assert (plan.code, plan.severity, plan.gate) == ("plan-unlisted", "warning", False)
    assert (plan.place, plan.other) == (Place("新", 2, 7), Place("旧", 9, 3))
    assert "2023/招人" in plan.fix.zh and "2023年" in plan.message.zh
    assert (issue.code, issue.place, issue.other) == ("issue-unlisted", Place("新", 7, 7), Place("旧", 20, 3))


def test_but_not_what_was_left_out_on_purpose() -> None:
    assert found(commitments=ANSWERED[:1], concerns=(), dropped=("2023/打算/2", "2023/水价")) == []


def test_nor_what_was_answered_beside_the_plan_or_goes_on_in_one_that_is_listed() -> None:
    done = replace(LAST.report, plans=(PIPES, replace(STAFF, outcome="完成")), issues=(replace(PRICE, standing="已解决"),))
    assert found(commitments=ANSWERED[:1], concerns=(), earlier=(Earlier("2023", done),)) == []
    half = Earlier("2024-H1", Report(period=Period(2024, "H1"), plans=(Fact(id="再招", title="再招", origin="2023/招人"),)))
    again = (ANSWERED[0], Fact(origin="2024-H1/再招", source=source("新", 6)))
    assert codes(found(commitments=again, earlier=(half, LAST))) == ["plan-unanswered"]


@pytest.mark.parametrize("outcome", ["基本完成", "未完成", "推进中"])
def test_an_answer_that_falls_short_needs_a_reason(outcome: str) -> None:
    taken_up = (Fact(title="再招", origin="2023/招人"),)
    (problem,) = found(commitments=entry(1, outcome=outcome), plans=taken_up)
    assert (problem.code, problem.severity, problem.gate) == ("answer-reason", "warning", False) and outcome in problem.message.zh
    assert found(commitments=entry(1, outcome=outcome, note="编制没有批"), plans=taken_up) == []


def test_so_does_one_that_is_given_up_before_anything_is_final() -> None:
    (problem,) = found(commitments=entry(1, outcome="取消"))
    assert (problem.code, problem.severity, problem.gate) == ("answer-reason", "error", True)
    assert found(commitments=entry(1, outcome="取消", note="机构改革")) == []


def test_what_is_under_way_and_on_time_needs_none() -> None:
    taken_up = (Fact(title="再修", origin="2023/修管网"), Fact(title="再招", origin="2023/招人"))
    assert found("2024-H1", "45", commitments=entry(0, outcome="推进中"), plans=taken_up) == []
    assert codes(found("2024-H1", "35", commitments=entry(0, outcome="推进中"), plans=taken_up)) == ["answer-reason"]
    assert found("2024-H1", commitments=entry(1, outcome="推进中"), plans=taken_up) == []


def test_done_while_the_numbers_say_otherwise() -> None:
    (problem,) = found(value="46.4")
    assert (problem.code, problem.severity, problem.place) == ("answer-contradicted", "warning", Place("新", 4, 7))
    assert "58%" in problem.message.zh and "58%" in problem.message.en
    assert found(commitments=entry(0, outcome="", source=None), value="46.4")[0].code == "plan-unanswered"


def test_an_answer_given_in_the_old_report_is_not_held_against_the_new_numbers() -> None:
    then = replace(LAST.report, plans=(replace(PIPES, outcome="完成"), STAFF))
    assert found(value="46.4", commitments=entry(0, outcome=""), earlier=(Earlier("2023", then),)) == []


@pytest.mark.parametrize("part", ["plans", "issues"])
def test_what_was_not_kept_is_taken_up_by_a_plan_or_an_issue(part: str) -> None:
    short = entry(1, outcome="未完成", note="编制没有批")
    (problem,) = found(commitments=short)
    assert (problem.code, problem.severity, problem.other) == ("answer-unfollowed", "info", Place("旧", 9, 3))
    assert found(commitments=short, **{part: (Fact(title="甲", answers=("2023/打算/2",)),)}) == []
    assert codes(found(commitments=short, achievements=(Fact(title="甲", origin="2023/招人"),))) == ["answer-unfollowed"]


def test_an_issue_that_is_still_there_needs_a_reason_and_is_taken_up() -> None:
    still = (replace(RESOLVED[0], standing="仍存在"),)
    assert codes(found(concerns=still)) == ["answer-reason", "answer-unfollowed"]
    assert found(concerns=(replace(still[0], note="听证延后"),), issues=(Fact(title="水价", origin="2023/水价"),)) == []


def test_an_entry_that_names_nothing_is_asked_about_too() -> None:
    (problem,) = found(commitments=(*ANSWERED, Fact(id="手写", title="手写的", source=source("新", 9))))
    assert (problem.code, problem.fact, problem.other) == ("plan-unanswered", "手写", Place())
