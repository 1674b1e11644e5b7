from drafter.model.figure import Figure
from drafter.model.period import Period
from drafter.model.tabulation import Grid, figure_table, typed_table

HEADS = ("指标", "2024年", "2023年", "同比", "目标", "完成率")


def test_a_figure_is_a_row_and_what_nobody_filled_is_left_out() -> None:
    figures = [
        Figure(id="甲", name="高企净增", value="71", unit="家", last="64", year_before="64", target="70"),
        Figure(id="乙", name="高企总数", value="349", unit="家", last="278", year_before="278", status="预计"),
    ]
    assert figure_table(figures, Period(2024)) == Grid(
        (HEADS, ("高企净增", "71", "64", "增长10.9%", "70", "101.4%"), ("高企总数（预计）", "349", "278", "增长25.5%", "", "")),
        "家",
        (("",) * 6, ("", "甲", "", "甲", "", "甲"), ("", "乙", "", "乙", "", "乙")),
    )
    alone = figure_table([Figure(id="甲", name="甲", value="7", unit="家")], None)
    assert alone == Grid((("指标", "本期"), ("甲", "7")), "家", (("", ""), ("", "甲")))


def test_units_that_differ_have_a_column() -> None:
    figures = [Figure(id="甲", name="甲", value="1", unit="家"), Figure(id="乙", name="乙", value="2", unit="%")]
    assert figure_table(figures, Period(2024)) == Grid(
        (("指标", "单位", "2024年"), ("甲", "家", "1"), ("乙", "%", "2")),
        figures=(("", "", ""), ("", "", "甲"), ("", "", "乙")),
    )


def test_half_a_year_has_what_it_began_from_and_the_half_of_last_year() -> None:
    half = Figure(id="甲", name="甲", value="5", unit="家", last="4", year_before="3")
    assert figure_table([half], Period(2024, "H1")).rows == (
        ("指标", "2024年上半年", "上期", "2023年上半年", "同比"),
        ("甲", "5", "4", "3", "增长66.7%"),
    )


def test_a_year_whose_two_earlier_values_differ_shows_both() -> None:
    year = Figure(id="甲", name="甲", value="5", unit="家", last="4", year_before="3")
    assert figure_table([year], Period(2024)).rows[0] == ("指标", "2024年", "上期", "同期", "同比")


def test_typed_rows() -> None:
    assert typed_table("县区 | 数\n北渚区｜ 23 \n\n合计") == (("县区", "数"), ("北渚区", "23"), ("合计",))
    assert typed_table("| 县区 | 数 |\n|---|:-:|\n| 北渚区 | |") == (("县区", "数"), ("北渚区", ""))
    assert typed_table("县区\t数\n\t7") == (("县区", "数"), ("", "7"))
    assert typed_table("") == ()
