"""Title, cover, lead, and what a web page puts before and after them."""

from collections.abc import Callable
from typing import Any

import pytest

from drafter.importers.source import Line

Read = Callable[..., Any]

BODY = "一、工作开展情况\n全年走访农户六百户，帮办实事四十件。\n二、明年打算\n继续走访，把实事办到底。"


def test_notice_cover_is_told_apart_piece_by_piece(read: Read) -> None:
    found = read(
        "临农发〔2024〕8号：关于印发《2024年上半年农业工作总结》的通知\n\n各乡镇农业站，局机关各科室：\n\n"
        "现将《2024年上半年农业工作总结》印发给你们，请结合实际抓好落实。\n\n临江县农业局\n2024年7月3日\n\n"
        f"2024年上半年农业工作总结\n\n上半年，全县农业生产平稳，夏粮增产。\n\n{BODY}"
    )
    assert found.cover() == [
        ("number", "临农发〔2024〕8号"),
        ("title", "关于印发《2024年上半年农业工作总结》的通知"),
        ("addressees", "各乡镇农业站，局机关各科室："),
        ("text", "现将《2024年上半年农业工作总结》印发给你们，请结合实际抓好落实。"),
        ("signature", "临江县农业局"),
        ("date", "2024年7月3日"),
    ]
    assert found.texts("title") == ["2024年上半年农业工作总结"]
    assert found.texts("lead") == ["上半年，全县农业生产平稳，夏粮增产。"]
    assert found.left_out() == [("：", "文号与标题之间的标点")]


def test_signature_date_notes_and_attachments_stand_at_the_end(read: Read) -> None:
    found = read(
        f"临江县农业局2023年工作总结\n2023年，全局上下齐心协力，较好完成任务。\n{BODY}\n"
        "附件：1.项目进度表\n2.资金拨付表\n临江县农业局\n二〇二四年一月五日\n（联系人：李工，电话：12345）"
    )
    assert found.cover() == [
        ("attachment", "附件：1.项目进度表"),
        ("attachment", "2.资金拨付表"),
        ("signature", "临江县农业局"),
        ("date", "二〇二四年一月五日"),
        ("note", "（联系人：李工，电话：12345）"),
    ]
    assert found.rows()[-6][:3] == ("para", 0, "plans")


def test_byline_and_date_under_the_title(read: Read) -> None:
    found = read(
        f"一九九七年工作总结和一九九八年工作打算\n临江县档案局\n（一九九八年一月五日）\n一九九七年，工作有了起色，再上台阶。\n{BODY}"
    )
    assert found.cover() == [("signature", "临江县档案局"), ("date", "（一九九八年一月五日）")]


def test_title_over_several_lines_is_one_row(read: Read) -> None:
    found = read(
        f"临江县住建局关于2022年工作总结\n和2023年工作谋划的汇报\n——在全县城建会议上\n2022年，城建工作扎实推进，成效明显。\n{BODY}"
    )
    assert found.texts("title") == ["临江县住建局关于2022年工作总结和2023年工作谋划的汇报——在全县城建会议上"]


def test_repeated_titles_and_metadata_are_left_out(read: Read) -> None:
    found = read(
        "当前位置：首页 > 政务公开 > 工作总结\n索引号：ab/2023-1 分类：农业\n名称：临江县农业局2022年工作总结\n"
        "临江县农业局2022年工作总结\n发布时间：2023-01-05 来源：临江县农业局 浏览次数：88\n【字体：大 中 小】\n"
        f"临江县农业局2022年工作总结\n2022年，全县农业增产增收，农民满意。\n{BODY}\n【打印本页】【关闭窗口】\n扫一扫在手机打开当前页\n"
        "上一篇：某通知"
    )
    assert found.texts("title") == ["临江县农业局2022年工作总结"]
    assert [reason for _, reason in found.left_out()] == [
        "网页位置导航",
        "网页信息栏",
        "网页信息栏",
        "重复的标题",
        "网页信息栏",
        "网页信息栏",
        "网页按钮和页尾",
        "网页按钮和页尾",
        "网页信息栏",
    ]
    assert len(found.texts("para")) == 2


def test_residue_words_inside_the_body_are_kept(read: Read) -> None:
    found = read(
        "2023年工作总结\n2023年，网站建设提速，下载量上升。\n一、工作情况\n来源：多渠道筹资。\n分享到基层一线。\n二、打算\n做好文档上传下载工作。"
    )
    assert found.left_out() == []


def test_collectors_of_samples_are_left_out(read: Read) -> None:
    found = read(
        "2021年度林业局工作总结\n时间:2022-01-06 11:48:01 来源:网友投稿\n下面是小编为大家整理的2021年度林业局工作总结，供大家参考。\n"
        f"2021年度林业局工作总结\n2021年，植树造林两万亩，成活率九成。\n{BODY}{'继续植树，护好山林。' * 9}\n【2021年度林业局工作总结】相关文章：\n1.林业局总结03-12"
    )
    assert len(found.left_out()) == 5
    assert found.texts("lead") == ["2021年，植树造林两万亩，成活率九成。"]


def test_lead_between_two_equal_titles_is_kept(read: Read) -> None:
    lead = "上半年，全镇上下同心，主要抓了以下几项工作："
    found = read(f"镇上半年工作总结\n{lead}\n镇上半年工作总结\n{BODY}")
    assert found.texts("lead") == [lead]
    assert ("镇上半年工作总结", "重复的标题") in found.left_out()


def test_table_of_contents_is_left_out(read: Read) -> None:
    contents = "目  录\n一、工作开展情况……1\n二、明年打算……9\n"
    found = read(f"临江县农业局2023年工作总结\n{contents}2023年，全局上下齐心协力，较好完成任务。\n{BODY}")
    assert [reason for _, reason in found.left_out()] == ["目录"] * 3
    assert [text for *_, text in found.headings()] == ["一、工作开展情况", "二、明年打算"]


def test_chunks_of_a_share_site_are_put_together(read: Read) -> None:
    first = "2023年，全镇经济平稳运行。" + "镇村干部走村入户，帮农户卖粮、修渠、办证，件件有回音。" * 5
    found = read(f"1、{first}抓好“三夏\n2、”生产，{first}全镇粮食\n3、增产一成，{first}")
    assert [text for text, reason in found.left_out() if reason == "分享网站的分段号"] == ["1、", "2、", "3、"]
    assert "抓好“三夏”生产" in "".join(found.texts("lead"))


def test_styled_title_needs_no_telling_word(read: Read) -> None:
    lines = [
        Line("奋进的一年", level=-1),
        Line("2023年，学校开设新课程，师生面貌一新。"),
        Line("教学", level=1),
        Line("开课三十门，评教优良。"),
    ]
    found = read(lines, wrapped=False)
    assert [row[0] for row in found.rows()] == ["title", "lead", "heading", "para"]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "\u200b", "—", "一、", "。", "2023年工作总结", "第 1 页", "附件：", "（一）", "一是。"]
)
def test_scraps_are_read_without_fuss(read: Read, text: str) -> None:
    found = read(text)
    kept = "".join([row.text for row in found.outline.rows] + [left.text for left in found.outline.left_out])
    assert "".join(kept.split()) == "".join(text.split())


def test_title_known_from_the_file_name_is_cut_off_the_text(read: Read) -> None:
    found = read(
        f"镇2023年工作总结.docx\n《镇2023年工作总结.docx》由会员分享，可在线阅读。\n镇2023年工作总结今年以来，全镇上下同心，成绩不小。{BODY}"
    )
    assert found.texts("title") == ["镇2023年工作总结"]
    assert found.texts("lead")[0].startswith("今年以来")


def test_red_head_with_its_signer_and_a_title_in_two_lines(read: Read) -> None:
    found = read(
        f"临江县农业局文件\n临农发〔2024〕8号  签发人：李强\n临江县农业局关于2023年工作总结\n的报告\n县政府：\n2023年，全局齐心协力，任务较好完成。\n{BODY}"
    )
    assert found.texts("title") == ["临江县农业局关于2023年工作总结的报告"]
    assert ("number", "临农发〔2024〕8号  签发人：李强") in found.cover()
    assert found.cover()[-1] == ("addressees", "县政府：")


def test_a_report_in_one_line_with_gaps(read: Read) -> None:
    head = [
        "政府工作报告",
        "——2024年1月10日在青禾镇第九届人民代表大会上",
        "青禾镇人民政府",
        "各位代表：",
        "现在，我报告工作，请审议。",
    ]
    work = "全年走访农户六百户，帮办实事四十件，群众反映良好。"
    tail = ["附件：1.项目进度表", "2.资金拨付表", "临江县农业局", "2024年1月5日", "（联系人：李工，电话：12345）"]
    found = read("  ".join([*head, "一、工作开展情况", work, "二、打算", work, *tail]))
    assert found.texts("title") == ["".join(head[:2])]
    assert found.texts("lead") == [head[-1]]
    assert found.texts("heading") == ["一、工作开展情况", "二、打算"]
    assert [text for _, text in found.cover()] == [*head[2:4], *tail]


def test_an_attachment_after_the_signed_report_is_no_part_of_its_plans(read: Read) -> None:
    table = ["附件", "2023年主要指标完成情况表", "序号 指标 完成数", "1 修渠 十里", "2 筑坝 两座"]
    work = "全年走访农户六百户，帮办实事四十件，群众反映良好，满意率保持在高位。" * 6
    found = read(
        f"临江县农业局2023年工作总结\n2023年，全局任务较好完成。\n一、工作\n{work}\n二、打算\n继续走访。\n临江县农业局\n2023年12月20日\n"
        + "\n".join(table)
    )
    assert found.cover() == [("signature", "临江县农业局"), ("date", "2023年12月20日"), *(("attachment", line) for line in table)]


def test_what_a_bureau_offers_to_leaders_is_no_introduction_of_a_share_site(read: Read) -> None:
    lead = "深入开展调查研究，为党委决策提供参考。"
    assert read(f"临江县统计局2024年工作总结\n{lead}\n{BODY}").texts("lead") == [lead]
