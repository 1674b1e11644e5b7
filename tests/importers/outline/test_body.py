"""Headings, their depth, their part, and the roles of paragraphs."""

from collections.abc import Callable
from typing import Any

import pytest

from drafter.importers.outline import recover
from drafter.importers.source import Line, Source
from drafter.model.period import Period

Read = Callable[..., Any]

TITLE = "临江县水利局2023年工作总结和2024年工作打算\n2023年，全县水利建设提速增效，群众满意。\n"


def test_level_is_the_depth_in_the_tree(read: Read) -> None:
    found = read(
        TITLE
        + "一、工作情况\n（一）工程\n1.修渠。完成十里。\n2.筑坝。完成两座。\n（二）管护\n三、明年打算\n1.修渠。再修十里。\n2.筑坝。再筑两座。"
    )
    assert [level for level, *_ in found.headings()] == [1, 2, 3, 3, 2, 1, 2, 2]
    assert found.codes() == ["numbering-gap"]
    assert found.problems[0].place.line == 8


def test_nesting_is_read_off_the_document(read: Read) -> None:
    found = read(
        TITLE + "1、工程\n（一）修渠。十里。\n（二）筑坝。两座。\n2、管护\n（一）巡查。百次。\n3、打算\n（一）再修渠。十里。"
    )
    assert [level for level, *_ in found.headings()] == [1, 2, 2, 1, 2, 1, 2]


def test_one_section_may_skip_a_level_that_another_has(read: Read) -> None:
    found = read(
        TITLE
        + "一、工作情况\n1、工程\n（1）修渠。十里。\n（2）筑坝。两座。\n2、管护\n二、问题及打算\n（一）存在问题\n1、缺钱。\n2、缺人。\n"
        "（二）下步打算\n1、筹钱。\n2、招人。"
    )
    assert [level for level, *_ in found.headings()] == [1, 2, 3, 3, 2, 1, 2, 3, 3, 2, 3, 3]
    assert [part for _, part, _ in found.headings()][5:] == ["issues"] * 4 + ["plans"] * 3


def test_styles_of_word_and_web_make_headings(read: Read) -> None:
    lines = [
        Line("某校2023年工作总结", level=-1),
        Line("2023年，学校各项工作有序推进，成绩喜人。"),
        Line("工作回顾", level=1),
        Line("教学", level=2),
        Line("开课三十门，评教优良。"),
        Line("存在的不足", level=1),
        Line("师资偏老，设备偏旧。"),
        Line("下一步打算", bold=True),
        Line("招新教师，换新设备。"),
    ]
    found = read(lines, wrapped=False)
    assert found.headings() == [
        (1, "achievements", "工作回顾"),
        (2, "achievements", "教学"),
        (1, "issues", "存在的不足"),
        (2, "plans", "下一步打算"),
    ]


def test_plain_lines_are_headings_only_with_a_sibling_or_a_telling_word(read: Read) -> None:
    paragraph = "全年共走访农户六百户，帮办实事四十件，化解纠纷九起，群众来信来访比上一年下降了三成，村风民风有了好转。"
    with_siblings = read(
        f"村工作总结\n今年，村里工作有声有色，成绩不少。\n产业兴旺\n{paragraph}\n生态宜居\n{paragraph}\n下一步打算\n{paragraph}"
    )
    assert [(text, part) for _, part, text in with_siblings.headings()] == [
        ("产业兴旺", "achievements"),
        ("生态宜居", "achievements"),
        ("下一步打算", "plans"),
    ]
    alone = read(f"村工作总结\n今年，村里工作有声有色，成绩不少。\n一、工作情况\n{paragraph}\n乡亲们\n{paragraph}")
    assert [text for *_, text in alone.headings()] == ["一、工作情况"]


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("二、存在的主要问题", "issues"),
        ("二、短板和差距", "issues"),
        ("二、面临的困难与挑战", "issues"),
        ("二、着力解决群众急难愁盼问题", "achievements"),
        ("二、困难群众救助情况", "achievements"),
        ("二、下半年重点工作", "achievements"),
        ("二、2024年重点工作", "plans"),
        ("二、2023年重点工作完成情况", "achievements"),
        ("二、下一步工作思路", "plans"),
        ("二、今后努力方向", "plans"),
        ("二、明年怎么干", "plans"),
        ("二、几点体会", "achievements"),
    ],
)
def test_part_of_a_section_heading(read: Read, heading: str, part: str) -> None:
    found = read(
        f"{TITLE}一、工作情况\n修了渠，通了水。\n{heading}\n详情从略，另行报告。\n三、其他工作\n累计完成了三项，获奖一次。"
    )
    assert found.headings()[1][1] == part


def test_half_year_plans_and_half_year_work(read: Read) -> None:
    text = "一、上半年工作\n修了渠，通了水。\n二、下半年重点工作\n抓好防汛，管好水库。"
    assert read("水利局2023年上半年工作总结\n" + text).headings()[1][1] == "plans"


def test_issues_and_plans_inside_every_section(read: Read) -> None:
    found = read(
        TITLE
        + "一、防汛\n（一）工作开展情况\n备足物资。\n（二）存在问题\n人手少。\n（三）下步打算\n招人。\n二、供水\n（一）工作开展情况\n通水。\n三、保障措施\n加强领导，落实责任。"
    )
    assert [part for _, part, _ in found.headings()] == [
        "achievements",
        "achievements",
        "issues",
        "plans",
        "achievements",
        "achievements",
        "plans",
    ]


def test_combined_heading_turns_where_the_text_does_and_says_so(read: Read) -> None:
    found = read(TITLE + "一、工作情况\n通了水。\n二、存在问题及下一步打算\n经费不足，人手偏少。\n下一步，将争取资金，招录新人。")
    assert [row[2] for row in found.rows()[-3:]] == ["issues", "issues", "plans"]
    assert found.codes() == ["combined-part"]


def test_a_plan_alone_is_all_plans(read: Read) -> None:
    found = read(
        "临江县水利局2024年工作要点\n2024年，全县水利工作要稳中求进，再开新局。\n一、抓防汛\n备足物资。\n二、抓供水\n解决缺水问题。"
    )
    assert {part for _, part, _ in found.headings()} == {"plans"}


def test_without_headings_the_words_decide(read: Read) -> None:
    found = read(
        "村工作总结\n今年，村里修了路，通了水。\n全年修路五里，栽树千棵。\n存在的问题主要是钱少人少。\n下一步，我们将多方筹资，再修五里。"
    )
    assert [(row[0], row[2]) for row in found.rows()] == [
        ("title", ""),
        ("lead", ""),
        ("para", "achievements"),
        ("para", "issues"),
        ("para", "plans"),
    ]


def test_roles_of_numbered_paragraphs(read: Read) -> None:
    long = "坚持把修渠筑坝摆在全县水利工作的重要位置来抓" * 4
    found = read(
        TITLE
        + f"一、工作情况\n（一）修渠。完成十里。\n（二）筑坝管坝。\n年内筑坝两座，坝坝有人管，夜夜有人巡。\n（三）{long}\n一是缺钱。县里财力有限。\n第二，缺人。"
    )
    assert [(row[0], row[1]) for row in found.rows()[2:]] == [
        ("heading", 1),
        ("run-in", 2),
        ("heading", 2),
        ("para", 0),
        ("run-in", 2),
        ("point", 0),
        ("point", 0),
    ]


def test_points_inside_a_paragraph_stay_there(read: Read) -> None:
    text = "主要抓三件事。一是修渠。完成十里。二是筑坝。完成两座。三是巡查。巡查百次。"
    assert read(TITLE + "一、工作情况\n" + text).texts("para") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "按照第三条（二）项的规定，投入1.2亿元。3.5万人受益。",
        "主要有：（一）修渠；（二）筑坝；（三）巡查。",
        "坚持一、二产业并重。二、三季度分别增长。",
        "1-5月，完成投资3亿元。6.18洪水期间，干部全部在岗。",
    ],
)
def test_references_inside_a_sentence_never_split(read: Read, text: str) -> None:
    assert read(TITLE + "一、工作情况\n" + text).texts("para") == [text]


def test_glued_items_are_cut_where_the_numbers_run_on(read: Read) -> None:
    found = read(TITLE + "一、工作情况\n1、修渠。完成十里。2、筑坝。完成两座，投资1.2亿元。3、巡查。巡查百次。")
    assert found.texts("run-in") == ["1、修渠。完成十里。", "2、筑坝。完成两座，投资1.2亿元。", "3、巡查。巡查百次。"]


def test_defects_are_warnings_with_words_and_place(read: Read) -> None:
    found = read(
        TITLE
        + "一、工作情况\n1.走访XX户，某某村最多。\n3.慰问××人，待填。\n3.再慰问。\n二、打算\n还要继续走访农户，把实事好事一件一件办"
    )
    told = {(problem.code, problem.severity, problem.place.line) for problem in found.problems}
    assert told == {
        ("numbering-gap", "warning", 5),
        ("numbering-repeat", "warning", 6),
        ("placeholder", "warning", 4),
        ("placeholder", "warning", 5),
        ("cut-short", "info", 8),
    }
    gap = next(problem for problem in found.problems if problem.code == "numbering-gap")
    assert "3.慰问" in gap.message.zh and "1" in gap.message.en


def test_an_unnumbered_heading_contains_the_numbers_that_begin_anew_below_it(read: Read) -> None:
    found = read(
        "2007年工作总结和2008年工作要点\n2007年工作总结\n2007年，协会各项工作有序推进，会员满意。\n一、会员服务\n1.走访。\n二、行业自律\n1.公约。\n"
        "2008年工作要点\n2008年，协会要再接再厉，开拓创新。\n一、会员服务\n1.再走访。\n二、行业自律\n1.再宣传。"
    )
    assert [(level, part) for level, part, _ in found.headings()] == [
        (1, "achievements"),
        (2, "achievements"),
        (3, "achievements"),
        (2, "achievements"),
        (3, "achievements"),
        (1, "plans"),
        (2, "plans"),
        (3, "plans"),
        (2, "plans"),
        (3, "plans"),
    ]
    assert found.texts("title") == ["2007年工作总结和2008年工作要点"]


def test_one_unnumbered_heading_between_two_counts_contains_the_second(read: Read) -> None:
    found = read(
        "协会2007年工作总结\n2007年，协会各项工作有序推进，会员满意。\n一、会员服务\n走访了会员。\n二、行业自律\n立了公约。\n"
        "2008年工作要点\n2008年，协会要再接再厉，开拓创新。\n一、会员服务\n再走访一遍。\n二、行业自律\n再宣传一轮。"
    )
    assert [level for level, *_ in found.headings()] == [1, 1, 1, 2, 2]


def test_a_stray_gap_in_a_list_of_sentences_cuts_no_heading_off(read: Read) -> None:
    slip = "2、科学编制  渠系五年规划。在充分调研的基础上，请专家把脉。"
    found = read(TITLE + f"一、打算\n1、修渠。再修十里，年底通水。\n{slip}\n3、筑坝。再筑两座，汛前完工。")
    assert slip in found.texts("run-in")
    headed = read(
        TITLE + "一、工作\n1、修好渠道保灌溉  全年修渠十里，灌溉面积增两成。\n2、筑牢大坝保平安  全年筑坝两座，汛期平安无事。"
    )
    assert headed.texts("heading")[1:] == ["1、修好渠道保灌溉", "2、筑牢大坝保平安"]


def test_a_remark_after_the_last_full_stop_is_no_cut(read: Read) -> None:
    assert read(TITLE + "一、打算\n继续修渠筑坝，年底通水。（责任科室：工程科）").codes() == []


def test_placeholders_are_counted_by_kind(read: Read) -> None:
    found = read(TITLE + "一、工作\n走访XX户，慰问XX人。")
    assert [problem.message.zh for problem in found.problems if "2 处" in problem.message.zh] != []


def test_a_decimal_ordinal_is_one_ordinal_even_in_a_long_paragraph(read: Read) -> None:
    done = "修渠十里，受益两千户，群众十分满意。"
    found = read(
        f"{TITLE}1 工作情况\n1.1 工程\n1.1.1 修渠。{done}\n1.1.2 筑坝。{done}\n1.2 管护\n1.2.1 巡查。{done}\n2 打算\n{done}"
    )
    assert [(level, text[:6]) for level, _, text in found.headings()] == [
        (1, "1 工作情况"),
        (2, "1.1 工程"),
        (3, "1.1.1 "),
        (3, "1.1.2 "),
        (2, "1.2 管护"),
        (3, "1.2.1 "),
        (1, "2 打算"),
    ]


def test_glued_headings_of_one_bracket_are_cut_off_their_text(read: Read) -> None:
    done = "今年修渠十里，受益两千户，群众十分满意。"
    found = read(
        f"{TITLE}一、工作情况  1）修渠工程  {done}  2）筑坝工程  {done}  二、明年打算  再修渠十里，再筑坝两座，力争早日完工。"
    )
    assert found.texts("heading") == ["一、工作情况", "1）修渠工程", "2）筑坝工程", "二、明年打算"]


def test_traditional_and_spaced_headings_tell_their_part(read: Read) -> None:
    found = read(
        f"{TITLE}一 、 主 要 工 作\n修渠十里，筑坝两座。\n二、存在的問題\n人手不足，經費緊張。\n三、下 步 打 算\n再修十里，再筑两座。"
    )
    assert [(level, part) for level, part, _ in found.headings()] == [(1, "achievements"), (1, "issues"), (1, "plans")]


def test_settling_disputes_is_work_done_and_no_issue(read: Read) -> None:
    found = read(f"{TITLE}一、矛盾纠纷化解\n办结百件，回访满意。\n二、存在问题\n人手不足，经费紧张。")
    assert [part for _, part, _ in found.headings()] == ["achievements", "issues"]


def test_a_caption_over_a_table_is_no_heading(read: Read) -> None:
    lines = [Line(line) for line in [*TITLE.split("\n")[:2], "一、工作情况", "完成情况见表，单位为亿元。"]]
    lines += [Line("主要指标表", align="center"), Line("指标\t数值"), Line("投资\t3.5"), Line("二、打算"), Line("再修渠。")]
    found = read(lines, wrapped=False)
    assert found.texts("heading") == ["一、工作情况", "二、打算"]


def test_first_second_third_may_head_the_text_below(read: Read) -> None:
    text = "修渠十里，受益两千户，群众十分满意。"
    found = read(
        f"{TITLE}第一、工作完成情况\n{text}\n第二、存在问题\n第一，渠道老化，漏水严重，亟待翻修。\n第二，人手不足，巡查不勤。\n第三、下一步计划\n{text}"
    )
    assert [(level, part, text[:2]) for level, part, text in found.headings()] == [
        (1, "achievements", "第一"),
        (1, "issues", "第二"),
        (1, "plans", "第三"),
    ]
    assert len(found.texts("point")) == 2


def test_a_section_admits_what_is_wrong_without_a_heading(read: Read) -> None:
    found = read(
        TITLE
        + "一、2023年工作回顾\n一年来，修渠十里，群众满意。\n面临挑战，我们建成水厂三座。\n在肯定成绩的同时，我们也清醒看到，水利发展还有不少困难。\n备用水源不足。\n"
        "二、2024年工作安排\n（一）修渠。也要看到存在的问题，再修十里。\n（二）筑坝。再筑两座。"
    )
    assert [part for role, _, part, _ in found.rows() if role == "para"] == ["achievements"] * 2 + ["issues"] * 2
    assert {part for _, part, text in found.headings() if "2024" in text or "再" in text} == {"plans"}


@pytest.mark.parametrize(
    ("opening", "period", "parts"),
    [
        ("（2024年1月9日）\n一、2023年工作回顾", None, ["achievements", "plans"]),
        ("（2024年1月9日）\n一、过去五年工作回顾", None, ["achievements", "plans"]),
        ("一、过去五年工作回顾", Period(2023), ["achievements", "plans"]),
        ("一、过去五年工作回顾", Period(2024), ["achievements", "achievements"]),
    ],
)
def test_what_lies_ahead_is_told_from_the_year_that_is_looked_back_on(
    opening: str, period: Period | None, parts: list[str]
) -> None:
    text = f"政府工作报告\n各位代表：\n现在向大会报告工作，请予审议。\n{opening}\n修渠了，筑坝了。\n二、2024年主要任务\n修渠了，筑坝了。"
    source = Source("某县.txt", lines=[Line(line) for line in text.split("\n")])
    outline, _ = recover(source, period)
    assert [row.part for row in outline.rows if row.role == "heading"] == parts
