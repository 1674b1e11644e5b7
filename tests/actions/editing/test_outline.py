from typing import Any

from drafter.actions.editing.outline import FIGURES, PART_UIDS, REPORT, label_of, mark_of, rows_of
from drafter.actions.editing.tree import Record, grown


def report(**said: Any) -> Record:
    root: Record = grown(said)
    root.uid = REPORT
    return root


def test_the_report_and_its_parts_come_in_order_with_their_counts() -> None:
    root = report(
        标题="工作总结",
        指标=[{"编号": "甲"}, {"编号": "乙"}],
        成绩=[{"标题": "一", "分项": [{"标题": "二"}]}],
        打算=[{"正文": "三"}],
    )
    rows = rows_of(root)
    assert [(row.uid, row.label, row.total, row.kind) for row in rows if row.depth == 0] == [
        (REPORT, "工作总结", 0, "report"),
        (FIGURES, "指标", 2, "figures"),
        (PART_UIDS["成绩"], "成绩", 2, "part"),
        (PART_UIDS["问题"], "问题", 0, "part"),
        (PART_UIDS["打算"], "打算", 1, "part"),
    ]
    assert [(row.depth, row.label, row.part) for row in rows if row.kind == "fact"] == [
        (1, "一", "成绩"),
        (2, "二", "成绩"),
        (1, "三", "打算"),
    ]


def test_a_fact_with_a_part_of_its_own_counts_as_that_with_all_that_is_in_it() -> None:
    rows = rows_of(report(成绩=[{"标题": "短板", "部分": "问题", "分项": [{"标题": "人少"}]}, {"标题": "别的"}]))
    assert [row.part for row in rows if row.kind == "fact"] == ["问题", "问题", "成绩"]


def test_a_label_is_the_heading_else_the_beginning_of_the_text_as_printed() -> None:
    figures = [{"编号": "高企", "数值": "76", "单位": "家"}]
    facts = [
        {"标题": "净增{{ 高企 }}"},
        {"正文": "\n  共{{ 高企 }}\n第二段"},
        {"标题": "缺{{ 没有 }}"},
        {"标题": " ", "正文": "有字"},
        {},
    ]
    labels = [row.label for row in rows_of(report(指标=figures, 成绩=facts)) if row.kind == "fact"]
    assert labels == ["净增76家", "共76家", "缺{{ 没有 }}", "有字", ""]
    assert len(label_of(grown({"正文": "字" * 5000}), dict)) <= 80


def test_a_mark_says_what_is_wrong_before_what_is_left_to_do() -> None:
    assert mark_of(grown({"标题": "甲", "待更新": "是"}), "error") == "error"
    assert mark_of(grown({"标题": "甲", "待更新": "是"}), "warning") == "carried"
    assert mark_of(grown({"类别": "荣誉"}), "warning") == "empty"
    assert mark_of(grown({"正文": "甲"}), "warning") == "warning"
    assert mark_of(grown({"分项": [{}]}), "info") == "filled"


def test_problems_and_ordinals_are_given_by_uid() -> None:
    root = report(指标=[{"编号": "甲"}], 成绩=[{"标题": "甲"}])
    fact, figure = root["成绩"][0].uid, root["指标"][0].uid
    rows = {row.uid: row for row in rows_of(root, {fact: "error", figure: "warning", REPORT: "warning"}, {fact: "（一）"})}
    assert (rows[fact].mark, rows[fact].ordinal) == ("error", "（一）")
    assert rows[FIGURES].mark == rows[REPORT].mark == "warning"


def test_what_is_no_list_of_facts_yet_breaks_nothing() -> None:
    assert [row.kind for row in rows_of(report(成绩="写错了", 指标="也错了", 问题=["一句话"], 打算=[{"分项": "错"}]))][
        -1
    ] == "fact"
