"""Versions as they print: short enough, said as in the whole, and called what they are."""

import re
from pathlib import Path

import pytest

from drafter.actions.opening import Opened, open_report
from drafter.actions.render import blocks, document, place_for, render
from drafter.actions.reviewing.draft import draft
from drafter.actions.versions import version, versions
from drafter.model.problem import Refused
from drafter.model.trimming import spans
from drafter.render.pages import pages

ROOT = Path(__file__).resolve().parents[2]
REPORT = """\
单位: 某局
期间: 2024
标题: 某局2024年工作总结
导语: 导语里有{{ 数 }}。
版本:
- {名称: 短版, 字数: 72}
- {名称: 一页版, 页数: 1}
- {名称: 太短, 字数: 5}
指标:
- {编号: 数, 名称: 数, 数值: 76, 单位: 家, 状态: 预计}
成绩:
- {标题: 甲, 正文: "达到{{ 数 }}。", 待更新: 是}
- {编号: 乙, 标题: 乙, 正文: "也是{{ 数 }}，一共有这么多。", 优先级: 低, 对应: [丁], 待更新: 是}
- {标题: 丙, 正文: "还是{{ 数 }}。", 待更新: 是}
打算:
- {编号: 丁, 标题: 丁, 正文: 再做。}
"""


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    path = tmp_path / "facts" / "2024" / "报告.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(REPORT, "utf-8")
    return open_report("2024", tmp_path)


def text(made: Opened) -> str:
    return document(made, "txt").decode()


def test_a_cap_of_characters_is_kept_as_the_app_counts_them(opened: Opened) -> None:
    made = version(opened, "短版")
    assert made.characters == len("".join(text(made.opened).split())) <= 72 and made.fits
    assert [(each.key, each.heading, each.length, each.over) for each in made.left] == [("乙", "乙", 14, True)]
    assert "（三）丙" in text(opened) and "（二）丙" in text(made.opened), "numbers close up"


def test_a_cap_of_pages_is_kept_as_the_preview_breaks_them() -> None:
    whole = open_report("2024", ROOT)
    made = version(whole, "一页版")
    assert made.pages == len(pages(blocks(made.opened), whole.report.page)) == 1 < len(pages(blocks(whole), whole.report.page))


def test_a_cap_that_cannot_be_kept_is_said(opened: Opened) -> None:
    made = version(opened, "太短")
    assert not made.fits and [problem.code for problem in made.problems] == ["version-too-long"]
    assert "甲" in text(made.opened) and "丁" in text(made.opened)


def _said(line: str) -> str:
    """A line without what is counted."""
    return re.sub(r"^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.|（\d+）|[表图]\d+\s?)", "", line)


@pytest.mark.parametrize("name", ["一页版", "1500字版", "报上级版"])
def test_all_versions_say_what_the_whole_says(name: str) -> None:
    whole = open_report("2024", ROOT)
    made = version(whole, name)
    assert made.opened.printed.figures == whole.report.figures, "one number in all of them"
    said = {_said(sentence) for line in text(whole).splitlines() for sentence in _sentences(line)}
    assert [line for line in text(made.opened).splitlines() for each in _sentences(line) if _said(each) not in said] == []


def _sentences(line: str) -> list[str]:
    return [line[start:end] for start, end in spans(line)]


def test_what_went_is_shown_sentence_by_sentence() -> None:
    made = version(open_report("2024", ROOT), "1500字版")
    (sentence,) = (each for each in made.to_json()["left_out"] if each["sentence"])
    assert sentence["heading"] in text(open_report("2024", ROOT)) and sentence["heading"] not in text(made.opened)


def test_a_sentence_that_is_not_known_makes_no_version_but_a_draft(opened: Opened) -> None:
    path = opened.place / "报告.yaml"
    path.write_text(REPORT.replace("标题: 丁,", "标题: 丁, 句子: [{句: 不做, 标签: [内部]}],"), "utf-8")
    again = open_report("2024", opened.place.parents[1])
    with pytest.raises(Refused) as refused:
        version(again, "短版")
    assert [problem.code for problem in refused.value.problems if problem.place.line == 16] == ["sentence-not-found"]
    assert render(again, "txt")[0]


def test_all_are_listed_and_a_name_that_is_not_there_is_refused(opened: Opened) -> None:
    assert [made.to_json()["name"] for made in versions(opened)] == ["短版", "一页版", "太短"]
    assert versions(opened)[1].left == () and versions(opened)[0].to_json()["left_out"][0]["why"] == "length"
    with pytest.raises(Refused) as refused:
        version(opened, "短")
    assert refused.value.exit_code == 3 and "短版" in refused.value.problems[0].fix.zh


def test_checks_and_marks_are_those_of_the_whole_report(opened: Opened) -> None:
    made = version(opened, "短版").opened
    data, problems = render(made, "html")
    assert "reference-unknown" not in {problem.code for problem in problems}
    assert _marked(data) == ["甲", "丙"] and _marked(render(opened, "html")[0]) == ["甲", "乙", "丙"]
    assert place_for(made, None, "docx", Path("/tmp")).name == "某局2024年工作总结（短版）.docx"


def _marked(html: bytes) -> list[str]:
    return [name for name in "甲乙丙" if re.search(f"<mark[^>]*>{name}", html.decode())]


def test_a_draft_says_nothing_of_what_is_left_out(opened: Opened) -> None:
    whole, short = (draft(each, "txt")[0].decode() for each in (opened, version(opened, "短版").opened))
    assert "导语；甲；乙；丙" in whole and "导语；甲；丙" in short


def test_facts_with_errors_make_no_version(opened: Opened) -> None:
    path = opened.place / "报告.yaml"
    path.write_text(REPORT.replace("{{ 数 }}。", "{{ 树 }}。"), "utf-8")
    with pytest.raises(Refused) as refused:
        version(open_report("2024", opened.place.parents[1]), "短版")
    assert refused.value.exit_code == 1


def test_a_count_that_is_no_longer_right_is_pointed_out(opened: Opened) -> None:
    path = opened.place / "报告.yaml"
    lists = "打算:\n- {序号: 无, 正文: 抓好两件实事。}\n- {标题: 戊, 正文: 戊。, 优先级: 高}"
    path.write_text(REPORT.replace("打算:", lists).replace("字数: 72", "字数: 80"), "utf-8")
    made = version(open_report("2024", opened.place.parents[1]), "短版")
    assert [(problem.code, problem.fact) for problem in made.problems] == [("version-count", "打算/1")]
    assert "两件实事" in made.problems[0].message.zh and made.problems[0].place.line == 16


LISTS = """\
单位: 某局
期间: 2024
标题: 某局2024年工作总结
版本:
- {名称: 短版, 字数: 0}
- {名称: 打算版, 部分: [打算]}
- {名称: 公开版, 不要: [内部]}
成绩:
- 标题: 甲
  分项:
  - {标题: 子, 正文: 有一件。, 优先级: 高}
  - {标题: 丑, 正文: 又一件。, 标签: [内部], 表格: [{标题: 丑表, 各行: 甲|乙}]}
- {标题: 乙, 正文: 见表1、表2。, 优先级: 低, 分项: [{标题: 独, 正文: 只此一件。}], 表格: [{标题: 乙表, 各行: 甲|乙}]}
问题:
- {正文: 不足一。, 优先级: 高}
- {正文: 不足二。}
打算:
- {标题: 丁, 正文: 再做。}
"""


def cut_lists(opened: Opened, name: str) -> tuple[list[str], list[str]]:
    """What a version of LISTS says, and what is said of it."""
    (opened.place / "报告.yaml").write_text(LISTS, "utf-8")
    made = version(open_report("2024", opened.place.parents[1]), name)
    return text(made.opened).splitlines(), [problem.message.zh for problem in made.problems]


def test_what_is_left_alone_of_a_list_has_no_ordinal(opened: Opened) -> None:
    lines, _ = cut_lists(opened, "短版")
    assert "甲" in lines and "子。有一件。" in lines and "不足一。" in lines, lines
    assert "（一）丁。再做。" in lines, "it was alone in the whole report too"
    assert cut_lists(opened, "打算版")[0][1:] == ["2025年工作打算", "（一）丁。再做。"]


def test_a_list_of_one_keeps_the_ordinal_that_it_has_in_the_whole(opened: Opened) -> None:
    lines, _ = cut_lists(opened, "公开版")
    assert {"（一）甲", "子。有一件。", "（二）乙", "1.独。只此一件。", "一是不足一。", "二是不足二。"} <= set(lines)


def test_a_table_that_the_text_calls_otherwise_is_pointed_out(opened: Opened) -> None:
    lines, told = cut_lists(opened, "公开版")
    assert "表1\u3000乙表" in lines
    assert told == ["“公开版”的正文提到“表1”，这一版里没有了。", "“公开版”的正文提到“表2”，这一版里它是“表1”。"]
