from typing import Any

from drafter.actions.editing.figures import FigureRows, figure_of, figures_by_id, number_of, uses_of
from drafter.actions.editing.tree import Record, grown


def report(*figures: dict[str, Any], **said: Any) -> Record:
    root: Record = grown({"指标": list(figures), **said})
    return root


def test_a_row_shows_what_was_typed_and_what_follows_from_it() -> None:
    row = FigureRows(
        report({"编号": "净增", "数值": "76", "单位": "家", "上期": "38", "同期": "64", "目标": "80", "状态": "实际"})
    )[0]
    assert (row.cells["数值"], row.cells["名称"]) == ("76", "")
    assert [row.cells[word] for word in ("同比", "环比", "增减", "完成率", "占比", "用处")] == [
        "增长18.8%",
        "增长100%",
        "12家",
        "95%",
        "",
        "",
    ]
    assert row.styles["同比"] == "computed" and "数值" not in row.styles


def test_the_share_is_of_the_figure_that_names_it_as_a_part() -> None:
    rows = FigureRows(
        report({"编号": "总", "数值": "200", "其中": ["分"]}, {"编号": "分", "数值": "50"}, {"编号": "外", "数值": "50"})
    )
    assert [row.cells["占比"] for row in rows] == ["", "25%", ""]


def test_a_text_that_is_no_number_is_kept_shown_as_bad_and_computed_with_as_blank() -> None:
    row = FigureRows(report({"编号": "甲", "数值": "七十六", "同期": "6 4", "目标": "８０"}))[0]
    assert row.cells["数值"] == "七十六" and row.cells["同比"] == ""
    assert (row.styles["数值"], row.styles["同期"]) == ("bad", "bad") and "目标" not in row.styles
    assert number_of("８０", "目标") == "80" and number_of(" ", "目标") is None


def test_expected_values_and_bad_choices_and_ids_stand_out() -> None:
    rows = FigureRows(
        report({"编号": "甲", "数值": "1", "状态": "预计"}, {"编号": "甲", "状态": "也许"}, {"编号": "乙 丙"}, {"编号": "丁"})
    )
    assert rows[0].styles["数值"] == rows[0].styles["状态"] == "provisional"
    assert [row.styles.get("编号") for row in rows] == ["bad", "bad", "bad", None]
    assert rows[1].styles["状态"] == "bad"


def test_uses_are_texts_plans_and_wholes_each_counted_once() -> None:
    root = report(
        {"编号": "净增", "其中": ["分"]},
        导语="全年{{ 净增 }}",
        成绩=[{"正文": "{{ 净增 }}，同比{{ 净增.同比 }}", "分项": [{"标题": "又{{ 净增 }}"}]}],
        打算=[{"指标": "净增"}, {"正文": "\\{{ 净增 }}"}],
    )
    fact, plan = root["成绩"][0], root["打算"][0]
    assert set(uses_of(root)["净增"]) == {root.uid, fact.uid, fact["分项"][0].uid, plan.uid}
    assert uses_of(root)["分"] == (root["指标"][0].uid,)
    assert FigureRows(root)[0].cells["用处"] == "4"


def test_uses_known_from_before_are_taken() -> None:
    assert FigureRows(report({"编号": "甲"}), {"甲": (5, 7)})[0].uses == (5, 7)


def test_a_figure_half_typed_is_read_as_far_as_it_goes() -> None:
    figure = figure_of(grown({"编号": " 甲 ", "数值": "7,6", "单位": "家", "其中": "乙", "口径": ["错"]}))
    assert (figure.id, figure.value, figure.unit, figure.parts, figure.scope) == ("甲", None, "家", ("乙",), "")
    assert list(figures_by_id(report({"编号": "甲", "数值": "1"}, {"编号": "甲", "数值": "2"}, {}))) == ["甲"]
    assert figures_by_id(report({"编号": "甲", "数值": "1"}, {"编号": "甲", "数值": "2"}))["甲"].value == "1"


def test_rows_are_computed_when_looked_at(monkeypatch: Any) -> None:
    from drafter.actions.editing import figures

    read: list[Record] = []
    whole = figures.figure_of
    monkeypatch.setattr(figures, "figure_of", lambda record: read.append(record) or whole(record))
    rows = FigureRows(report(*({"编号": f"数{number}"} for number in range(1000))))
    assert len(rows) == 1000 and not read
    assert rows[999].cells["编号"] == "数999" and len(read) == 1
    assert rows.uid(3) == rows[3].uid
