"""Rows become a report, and the report prints the rows."""

import pytest

from drafter.importers.build import build
from drafter.importers.proposals import Proposal
from drafter.model.block import text_of
from drafter.model.fact import Fact
from drafter.model.outline import Outline, Row
from drafter.model.report import Report
from drafter.model.style import Layout
from drafter.model.text import fold
from drafter.render.arrange import arrange
from drafter.render.engine import render
from drafter.store.layouts import list_layouts, read_layout, search_path

FOLDERS = search_path(None)
LAYOUTS: dict[str, Layout] = {name: layout for name in list_layouts(FOLDERS) if (layout := read_layout(name, FOLDERS)[0])}
PARTS = {"成": "achievements", "问": "issues", "打": "plans", "": ""}


def rows(text: str) -> list[Row]:
    """One row a line: part, role and level, text — as in ``成 h1 一、情况``."""
    made = []
    for line in text.strip().splitlines():
        part, mark, words = line.strip().split(" ", 2)
        role = {"h": "heading", "r": "run-in", "p": "para", "n": "point", "t": "title", "c": "cover", "l": "lead"}[mark[0]]
        level = int(mark[1]) if role in ("heading", "run-in") else 0
        made.append(Row(role, level, PARTS[part.strip("-")], words, mark[2:] if role == "cover" else ""))
    return made


def built(text: str) -> Report:
    return build(Outline(rows(text)), Proposal(), LAYOUTS)


def printed(report: Report) -> list[str]:
    return text_of(render(report.layout, arrange(report, LAYOUTS[report.layout]), FOLDERS)).splitlines()


def gives_back(text: str) -> Report:
    report = built(text)
    assert printed(report) == [row.text for row in rows(text)]
    return report


def test_three_parts() -> None:
    report = gives_back("""
        - t 2024年总结
        - l 开头。
        成 h1 一、工作情况
        成 r2 （一）抓统筹。开了会。
        成 r2 （二）抓落实。办了事。
        问 h1 二、存在问题
        问 n 一是缺人。编制少。
        问 n 二是缺钱，还缺设备。
        打 h1 三、下年打算
        打 p 明年要做几件事。
        打 r2 （一）招人。招三名。
    """)
    assert report.layout == "三段式"
    assert report.achievements == (Fact(title="抓统筹", text="开了会。"), Fact(title="抓落实", text="办了事。"))
    assert report.issues == (Fact(title="缺人", text="编制少。"), Fact(text="缺钱，还缺设备。"))
    assert report.plans[0] == Fact(text="明年要做几件事。", number="无")


def test_two_parts_with_inline_points() -> None:
    report = gives_back("""
        - t 总结
        成 h1 一、情况
        成 r2 （一）抓统筹。一是建机制。定了办法。二是聚合力。开了会。
        成 r2 （二）抓落实。办了事。
        打 h1 二、打算
        打 r2 （一）再努力。接着干。
    """)
    assert report.layout == "二段式"
    assert report.achievements[0].children == (Fact(title="建机制", text="定了办法。"), Fact(title="聚合力", text="开了会。"))


def test_a_point_whose_words_look_like_an_ordinal_is_a_point() -> None:
    report = gives_back("""
        - t 总结
        成 h1 一、情况
        成 r2 （一）便民利民。一是一窗办理。设了窗口。二是二次回访。访了百人。
    """)
    assert [fact.title for fact in report.achievements[0].children] == ["一窗办理", "二次回访"]


def test_highlights_first() -> None:
    report = gives_back("""
        - t 总结
        成 h1 一、亮点
        成 p 获了奖。
        成 h1 二、做法
        成 h2 （一）抓统筹
        成 r3 1.开会。开了三次。
        打 h1 三、打算
        打 r2 （一）接着干。不停步。
    """)
    assert report.layout == "亮点前置式"
    assert [fact.title for fact in report.achievements] == ["亮点", "做法"]


def test_issues_inside() -> None:
    report = gives_back("""
        - t 总结
        成 h1 一、工作情况
        成 h2 （一）主要工作
        成 h3 1.开会
        成 p 开了三次。
        问 h2 （二）主要问题
        问 n 一是缺人。
        打 h1 二、打算
        打 p 接着干。
    """)
    assert report.layout == "问题内嵌式"
    assert [fact.text for fact in report.issues] == ["缺人。"]


def test_parts_in_another_order() -> None:
    report = gives_back("""
        - t 总结
        成 h1 一、情况
        成 p 好。
        打 h1 二、打算
        打 p 干。
        问 h1 三、问题
        问 p 少。
    """)
    assert report.style and report.style.order == ("成绩", "打算", "问题")


def test_parts_that_alternate_keep_their_places() -> None:
    report = gives_back("""
        - t 总结
        成 h1 一、科技
        成 h2 （一）成效
        成 p 好。
        问 h2 （二）问题
        问 p 少。
        打 h2 （三）打算
        打 p 干。
        成 h1 二、教育
        成 h2 （一）成效
        成 p 也好。
        打 h2 （二）打算
        打 p 也干。
    """)
    parts = [(part, fact.title) for part, _, fact in report.facts()]
    assert ("问题", "问题") in parts and ("打算", "打算") in parts


@pytest.mark.parametrize(
    "text",
    [
        "- t 总结\n成 h1 一、甲\n成 p 文。\n成 h1 三、乙\n成 p 文。\n成 h1 四、丙",  # a gap
        "- t 总结\n成 h1 一、甲\n成 h2 1、子\n成 h2 2.丑\n成 h2 3、寅",  # mixed marks
        "- t 总结\n成 h1 一、甲\n成 h2 （一）子\n成 p 文。\n成 r2 （二）丑。接排的。\n成 h2 （三）寅",  # mixed headings
        "- t 总结\n成 h1 甲\n成 p 文。\n成 h1 乙\n成 p 文。",  # no ordinals at all
        "- t 总结\n成 h1 一、甲\n成 h2 子\n成 h2 丑\n成 h1 二、乙",
        "- t 总结\n成 p 只有一段。\n成 p 再一段。",
        "- t 总结\n成 h1 一、甲\n成 p 文。\n成 h2 （一）子\n成 p 文。\n成 p 又一段。\n成 h2 （二）丑\n成 h3 1.寅\n成 h2 （三）卯",
        "- t 总结\n成 h1 一、甲\n成 h3 1.跳级\n成 h3 2.再跳\n成 h2 （一）回来",
        "- t 总结\n成 h1 一、甲\n成 p 先说：一是子；二是丑。\n成 p 再说：一是寅；二是卯。\n成 p 完了。",
        "- t 总结\n成 h1 一、甲\n成 p 一是子；二是丑。\n成 h1 二、乙\n成 p 前言。\n成 p 一是子；二是丑。",
        "- t 总结\n成 h1 一、甲\n成 r2 （一）抓统筹：开了会。\n成 r2 （二）抓落实；办了事。\n成 r2 （三）“抓实效。”见了效。",
        "- t 总结\n成 h1 一、甲\n成 h2 （一）抓统筹。\n成 p 文。\n成 h2 （二）抓落实\n成 p 文。",
        "- t 总结\n成 h1 一、甲\n成 n 一是子。\n成 n 三是丑。\n成 p 收尾。\n打 h1 三、打算\n打 h2 （二）寅",
        "- t 总结\n成 h1 1.1 甲\n成 h1 1.2 乙\n成 p {{ 高企 }}和\\{{ 高企 }}。",
        "- t 总结\n打 h1 一、打算\n打 p 干。\n成 h1 二、情况\n成 p 好。\n问 h2 （一）问题\n问 p 少。\n成 h2 （二）还有\n成 p 好。",
        "- t 总结\n成 h1 第一部分 甲\n成 p 文。\n成 h1 第二部分 乙\n成 h2 ①子\n成 h2 ②丑",
        "- t 总结\n成 h1 一、甲\n打 h1 二、乙\n打 h2 （一）子\n打 p 文。\n成 h1 三、丙\n打 h1 四、丁\n打 r2 （一）子。文。\n打 r2 （二）丑。文。",
        "- t 总结\n成 h1 一、甲\n成 n 一是子。说一。二是丑。说二。\n成 n 三是寅。",
    ],
)
def test_whatever_the_shape_the_rows_come_back(text: str) -> None:
    report = built(text)
    assert [fold(line) for line in printed(report)] == [fold(row.text) for row in rows(text)]


def test_a_notice() -> None:
    report = gives_back("""
        - c:number 临发〔2024〕1号
        - c:title 关于印发总结的通知
        - c:addressees 各科室：
        - c:text 现印发给你们。
        - c:signature 某局
        - c:date 2024年7月6日
        - t 总结
        - l 开头。
        成 h1 一、情况
        成 p 好。
    """)
    assert report.notice and report.notice.number == "临发〔2024〕1号"


@pytest.mark.parametrize(
    ("text", "signing"),
    [
        (
            "- c:number 1号\n- t 总结\n- c:addressees 市政府：\n- l 开头。\n成 h1 一、甲\n成 p 文。\n- c:signature 甲局\n- c:signature 乙局\n- c:date 2024年1月\n- c:text 附件：表",
            "",
        ),
        ("- t 总结\n- c:signature 甲局\n- c:date （2024年1月）\n- l 开头。\n成 h1 一、甲\n成 p 文。", "题下"),
        ("- t 总结\n- c:date 2024年1月\n- l 开头。\n成 h1 一、甲\n成 p 文。\n- c:signature 甲局", "题下"),
        ("- t 总结\n- l 开头。\n成 h1 一、甲\n成 p 文。\n- c:date 2024年1月", "文末"),
        ("- t 总结\n成 h1 一、甲\n成 p 文。\n- c:text 附件：表\n- c:signature 甲局\n- c:date 2024年1月", ""),
        ("- l 没有标题。\n- c:addressees 市政府：\n成 p 文。", ""),
    ],
)
def test_front_and_end_come_back(text: str, signing: str) -> None:
    report = gives_back(text)
    assert (report.style.signing if report.style else "") == signing


@pytest.mark.parametrize(
    "text",
    [
        "- c:date 2024年1月\n- c:number 1号\n- t 总结\n- l 开头。\n- c:addressees 市政府：\n成 p 文。",
        "- c:title 关于印发的通知\n- c:title 关于印发的通知\n- t 总结\n成 p 文。",
        "- t 总结\n- c:addressees 市政府：\n- c:number 1号\n- l 开头。\n成 p 文。\n- c:date 2024年1月\n- c:signature 某局",
        "- t 总结\n- t 又一个标题\n成 p 文。",
    ],
)
def test_front_rows_in_an_odd_order_come_back_too(text: str) -> None:
    gives_back(text)


def test_a_date_in_figures_is_given_back_as_it_stood() -> None:
    gives_back("""
        - t 2024年总结
        成 h1 一、工作情况
        成 p 办了事。
        - c:signature 临江县农业局
        - c:date 2024-12-31
    """)


def test_an_ordinal_with_nothing_after_it_is_printed() -> None:
    gives_back("""
        - t 2024年总结
        成 h1 一、工作情况
        成 p 办了事。
        成 h1 二、
        成 h1 三、打算
    """)


def test_paragraphs_without_headings_are_facts_of_their_own() -> None:
    found = built("成 h1 一、2023年工作回顾\n成 p 修渠十里。\n成 p 筑坝两座。\n打 h1 二、2024年打算\n打 p 再修十里。")
    assert [fact.text for fact in found.achievements] == ["修渠十里。", "筑坝两座。"]
    headed = built(
        "成 h1 一、2023年工作回顾\n成 p 总的看，成绩不小。\n成 p 分述如下。\n成 h2 （一）修渠\n成 p 十里。\n打 h1 二、2024年打算\n打 p 再修十里。"
    )
    assert [fact.text.count("\n") for fact in headed.achievements] == [1, 0]


def test_what_is_wrong_keeps_its_part_under_the_heading_of_what_was_done() -> None:
    text = (
        "成 h1 一、2023年工作回顾\n成 p 这一年办了大事：一是修渠。二是筑坝。\n问 p 我们也清醒看到不足。一是缺水。二是缺人。\n"
        "打 h1 二、2024年打算\n打 p 再修十里。"
    )
    found = built(text)
    parts = {fact.text: part for part, _, fact in found.facts()}
    assert [parts[words] for words in ("修渠。", "筑坝。", "我们也清醒看到不足。", "缺水。", "缺人。")] == ["成绩"] * 2 + [
        "问题"
    ] * 3
    assert "".join(printed(found)) == "".join(line.split(" ", 2)[2] for line in text.splitlines())
