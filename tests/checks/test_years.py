"""Years and halves of another period: what is told, and the many good reasons to name a year."""

import pytest
from compared import earlier, found, report

from drafter.model.fact import Fact
from drafter.model.fields import Source
from drafter.model.problem import Problem
from drafter.model.report import Report
from drafter.model.style import PartStyle, Style

OLD = earlier("2023")


def told(now: Report) -> list[Problem]:
    return found(now, OLD, only="time-of-another-period")


def words(now: Report) -> list[str]:
    return [problem.message.zh.split("”")[1].removeprefix("里的“") for problem in told(now)]


def did(text: str, period: str = "2024") -> Report:
    return report(period, achievements=(Fact(title="甲", text=text),))


def test_in_titles_and_headings() -> None:
    assert words(report("2024", title="某局2023年工作总结和2024年工作打算")) == ["2023年"]
    assert words(report("2024", title="某局2024年工作总结和2024年工作打算")) == ["2024年"]
    assert words(report("2024", title="某局2024年工作总结和2025年工作打算")) == []
    assert words(report("2024", title="某局2024年上半年工作总结")) == ["2024年上半年"]
    style = Style(achievements=PartStyle(title="2023年工作回顾"), plans=PartStyle(title="下半年工作打算"))
    assert words(report("2024", style=style)) == ["2023年", "下半年"]
    assert words(report("2024-H1", style=Style(plans=PartStyle(title="下半年工作打算")))) == []


def test_in_the_headings_of_facts() -> None:
    assert words(report("2024", achievements=(Fact(title="2023年工作亮点"),))) == ["2023年"]
    assert words(report("2024", achievements=(Fact(title="完成2023年结转任务"),))) == []


def test_a_later_report_is_none_to_be_left_over_from() -> None:
    now = report("2022", achievements=(Fact(text="2023年，还有三件事要办。"),))
    assert words(now) == []


def test_the_word_for_it_is_offered() -> None:
    (problem,) = told(report("2024", title="2023年工作总结"))
    assert "“2023年”：像是前一期的说法，本期是2024年" in problem.message.zh and "是不是“2024年”" in problem.fix.zh
    assert (problem.severity, problem.fact) == ("warning", None)
    (problem,) = told(report("2024", plans=(Fact(id="引", text="2024年，全局将重点抓好五件事。"),)))
    assert "本期就是2024年，打算应是下一期的" in problem.message.zh and "“2025年”" in problem.fix.zh
    assert problem.fact == "引"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("2023年是起步之年，各项工作平稳推进。", "2023年"),
        ("各项工作推进有力。2023年，共办结97件。", "2023年"),
        ("上半年，共走访企业83家。", "上半年"),
        ("扎实推进，1—6月共走访企业83家。", "1—6月"),
        ("2024年上半年，共走访企业83家。", "2024年上半年"),
    ],
)
def test_in_what_was_done(text: str, word: str) -> None:
    assert words(did(text)) == [word]
    assert words(report("2024", lead=text)) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "2024年是起步之年。",
        "比2023年增长5%，较2022年提高3个百分点。",
        "2023年，获批立项；今年以来完成主体工程。",
        "2023年开工，2024年完工。",
        "2023年，全市起步；2024年，全市提速。",
        "“2023年行动”收官，完成2023年结转任务。",
        "2023年获批国家级园区。",
        "2023年12月签约，2023年度通报表扬。",
        "印发《2023年工作要点》和“2023年行动计划”（安办〔2023〕3号）。",
        "完成2023年高标准农田建设任务。",
        "2021—2023年累计投入3亿元。",
        "上半年开工，下半年投产。",
        "上半年完成一期，11月试运行。",
        "全市上半年指标居第2位。",
        "全年走访企业83家。",
        "2025年，将继续推进。",
    ],
)
def test_good_reasons(text: str) -> None:
    assert words(did(text)) == []


def test_what_the_report_before_planned_for_is_now_the_reports_own() -> None:
    now = report("2024-H1", title="某局2024年上半年工作总结", lead="上半年，走访企业83家。")
    assert found(now, earlier("2023-H2"), only="time-of-another-period") == []


def test_the_whole_year_in_a_half() -> None:
    assert words(did("全年，共走访企业83家。", "2024-H1")) == ["全年"]
    for text in (
        "完成全年任务的52%。",
        "全年力争走访企业83家。",
        "为全年目标打下基础。",
        "上半年，走访企业83家。",
        "全年将走访83家。",
    ):
        assert words(did(text, "2024-H1")) == []


def test_the_second_place_is_where_it_came_from() -> None:
    source = Source("旧.yaml", (), {"": (1, 1), "标题": (3, 5), "正文": (7, 9)})
    old = earlier("2023", source=source, achievements=(Fact(title="甲", text="文。", source=source),))
    told = Fact(text="2023年是起步之年。", origin="2023/成绩/1")
    now = report("2024", title="2023年工作总结", achievements=(told, Fact(text="2023年是起步之年。")))
    assert [problem.other.line for problem in found(now, old, only="time-of-another-period")] == [3, 7, None]


def test_plans_speak_of_what_is_to_come() -> None:
    for text in ("上半年，完成主体工程。", "在2024年基础上再提高。", "2024年结转项目全部完工。"):
        assert words(report("2024", plans=(Fact(text=text),))) == []


def test_what_waits_and_what_has_no_period_is_left_alone() -> None:
    stale = report("2024", title="2023年工作总结", lead="2023年是起步之年。", stale=True)
    assert words(stale) == words(report("2024", achievements=(Fact(text="2023年是起步之年。", stale=True),))) == []
    assert words(report("草稿", title="2023年工作总结")) == []
