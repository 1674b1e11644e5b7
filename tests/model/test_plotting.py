import pytest

from drafter.model.exhibit import Chart
from drafter.model.figure import Figure
from drafter.model.lineage import Earlier
from drafter.model.period import Period
from drafter.model.plotting import described, history, plot
from drafter.model.report import Report

OUT = Figure(id="输出", name="输出技术", value="15.70", unit="亿元", last="12.18", year_before="12.18")
IN = Figure(id="吸纳", name="吸纳技术", value="30.32", unit="亿元", last="26.28")
WHOLE = Figure(id="总额", name="技术合同", value="46.02", unit="亿元", parts=("输出", "吸纳"), origins=("2023/指标/合同",))
REPORT = Report(period=Period(2024), figures=(OUT, IN, WHOLE))
BEFORE = Earlier("2023", Report(period=Period(2023), figures=(Figure(id="合同", name="技术合同", value="38.46", last="30"),)))


def rows(chart: Chart) -> object:
    found = plot(chart, {figure.id: figure for figure in REPORT.figures}, history(REPORT, [BEFORE]), REPORT.period)
    return found and found.rows


def test_one_figure_over_the_periods_it_knows() -> None:
    assert rows(Chart(figures=("输出",))) == (("单位：亿元", "输出技术"), ("2023年", "12.18"), ("2024年", "15.70"))


def test_several_figures_are_categories_of_columns_and_series_of_lines() -> None:
    both = ("输出", "吸纳")
    assert rows(Chart(figures=both)) == (
        ("单位：亿元", "2023年", "2024年"), ("输出技术", "12.18", "15.70"), ("吸纳技术", "26.28", "30.32"),
    )  # fmt: skip
    assert rows(Chart(kind="折线图", figures=both)) == (
        ("单位：亿元", "输出技术", "吸纳技术"), ("2023年", "12.18", "26.28"), ("2024年", "15.70", "30.32"),
    )  # fmt: skip


def test_a_pie_of_one_shows_what_it_is_made_of() -> None:
    assert rows(Chart(kind="饼图", figures=("总额",))) == (("单位：亿元", "2024年"), ("输出技术", "15.70"), ("吸纳技术", "30.32"))


def test_earlier_reports_give_periods_that_are_asked_for() -> None:
    asked = Chart(figures=("总额",), periods=("2021", "2022", "2023", "2024"))
    assert rows(asked) == (("单位：亿元", "技术合同"), ("2021年", ""), ("2022年", "30"), ("2023年", "38.46"), ("2024年", "46.02"))


def test_what_a_report_says_of_its_past_corrects_the_report_of_then() -> None:
    now = Report(period=Period(2024), figures=(Figure(id="甲", name="甲", value="3", last="2.93"),))
    then = Earlier("2023", Report(period=Period(2023), figures=(Figure(id="甲", name="甲", value="2.95", status="预计"),)))
    assert history(now, [then])["甲"] == {Period(2023): "2.93", Period(2024): "3"}


@pytest.mark.parametrize("chart", [Chart(), Chart(figures=("没有",)), Chart(figures=("输出",), periods=("1999",))])
def test_nothing_to_draw(chart: Chart) -> None:
    assert rows(chart) is None


def test_it_is_told_to_those_who_do_not_see_it() -> None:
    drawn = plot(Chart(figures=("输出",)), {"输出": OUT}, history(REPORT), REPORT.period)
    assert drawn is not None
    assert described("输出技术", drawn) == "柱形图：输出技术。2023年12.18亿元，2024年15.70亿元。"
