"""Addresses that lead nowhere."""

from compared import earlier, found, report

from drafter.checks import run
from drafter.checks.subject import Subject
from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.problem import Problem
from drafter.model.report import Report
from drafter.model.style import Layout, Style

OLD = earlier(
    "2023",
    achievements=(Fact(id="强企", title="甲", text="文。"),),
    plans=(Fact(title="乙"),),
    figures=(Figure(id="净增", name="净增", value="9"),),
)
CODES = ("address-astray", "report-absent", "address-unreadable")


def told(now: Report) -> list[tuple[str, str, str | None]]:
    return [(problem.code, problem.severity, problem.fact) for problem in problems(now)]


def problems(now: Report) -> list[Problem]:
    return [problem for problem in found(now, OLD) if problem.code in CODES]


def test_what_leads_somewhere() -> None:
    fact = Fact(title="甲", origin="2023/强企", answers=("2023/打算/1", "乙"))
    now = report(
        "2024",
        origins=("2023",),
        dropped=("2023/成绩/1", "2023/指标/净增"),
        achievements=(fact,),
        plans=(Fact(id="乙", title="乙"),),
        commitments=(Fact(title="乙", origin="2023/打算/1"),),
        figures=(Figure(id="净增", name="净增", value="5", origins=("2023/指标/净增",)),),
    )
    assert told(now) == []


def test_what_leads_nowhere_in_a_report_that_is_there() -> None:
    now = report(
        "2024",
        dropped=("2023/成绩/9",),
        achievements=(Fact(title="甲", origin="2023/强起"), Fact(id="丙", title="丙", answers=("2023/打算/7",))),
        concerns=(Fact(title="丁", origin="2023/问题/1"),),
        figures=(Figure(id="净增", name="净增", value="5", origins=("2023/指标/净加",)),),
    )
    assert told(now) == [
        ("address-astray", "warning", None),
        ("address-astray", "warning", "净增"),
        ("address-astray", "warning", "成绩/1"),
        ("address-astray", "warning", "丙"),
        ("address-astray", "warning", "上期问题/1"),
    ]
    assert "“2023/强企”" in problems(now)[2].fix.zh
    assert "是不是" not in problems(report("2024", dropped=("2023/毫不相干的名字",)))[0].fix.zh


def test_a_report_that_is_not_there_is_named_once() -> None:
    facts = (Fact(title="甲", origin="2019/强企"), Fact(title="乙", origin="2019/成绩/2"), Fact(title="丙", origin="2018/成绩/2"))
    now = report("2024", achievements=facts)
    assert told(now) == [("report-absent", "info", "成绩/1"), ("report-absent", "info", "成绩/3")]
    assert told(report("2024", origins=("2020", "2023"))) == [("report-absent", "info", None)]


def test_what_is_no_address() -> None:
    assert told(report("2024", achievements=(Fact(title="甲", origin="去年那条"),))) == [
        ("address-unreadable", "warning", "成绩/1")
    ]


def test_nothing_is_said_where_no_other_report_can_be_at_hand() -> None:
    now = report("2024", achievements=(Fact(title="甲", origin="2019/强企"),))
    assert run(Subject(now, Layout("三段式", "", Style(), {}), "2024")) == []


def test_only_the_first_wrong_addresses_are_helped() -> None:
    now = report("2024", dropped=tuple(f"2023/强企{number}" for number in range(30)))
    helped = ["是不是" in problem.fix.zh for problem in problems(now)]
    assert len(helped) == 30 and helped[0] and not helped[-1]
