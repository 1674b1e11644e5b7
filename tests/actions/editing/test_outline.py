from typing import Any

from drafter.actions.editing.outline import FIGURES, PART_UIDS, REPORT, carried, label_of, mark_of, rows_of, unanswered
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


def test_what_is_to_be_answered_comes_first_and_waits_until_it_is() -> None:
    root = report(
        上期打算=[{"标题": "扩苗圃", "部分": "问题"}, {"标题": "强队伍", "兑现": "完成"}],
        上期问题=[{"正文": "人少", "现状": "仍存在"}, {"正文": "钱少"}],
        成绩=[{"标题": "甲", "正文": "乙"}],
    )
    first, second = root["上期打算"]
    rows = rows_of(root, {second.uid: "warning"})
    assert [(row.label, row.mark) for row in rows][2:8] == [
        ("上期打算", ""),
        ("扩苗圃", "carried"),
        ("强队伍", "warning"),
        ("上期问题", ""),
        ("人少", "filled"),
        ("钱少", "carried"),
    ]
    assert rows[2].uid == PART_UIDS["上期打算"] and rows[3].part == "上期打算"
    assert unanswered(root) == [first.uid, root["上期问题"][1].uid]
    assert mark_of(first, "error", "上期打算") == "error"
    assert unanswered(report(上期打算="写错了")) == []


def test_the_report_and_the_figures_say_that_something_waits() -> None:
    root = report(标题="总结", 待更新=" TRUE", 指标=[{"编号": "甲"}, {"编号": "乙", "待更新": "是"}])
    first, second = (record.uid for record in root["指标"])
    assert [row.mark for row in rows_of(root, {first: "warning"})][:2] == ["carried", "carried"]
    assert [row.mark for row in rows_of(root, {second: "error", REPORT: "error"})][:2] == ["error", "error"]
    assert not carried(report(待更新="否")) and not carried(report(待更新=["是"]))
