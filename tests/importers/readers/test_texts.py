"""Plain text and Markdown: how bytes become lines, what is taken off, and what looks garbled."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.importers.mojibake import garbled_words
from drafter.importers.read import read_source
from drafter.importers.source import Source
from drafter.model.problem import Refused
from drafter.model.text import fold

TEXT = "一、主要工作\n（一）平台建设。新建3个，总数12个。\n\n下一步，继续推进。\n"


def words(source: Source) -> list[str]:
    return [line.text for line in source.lines]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("gb18030"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        b"\xfe\xff" + TEXT.encode("utf-16-be"),
        b"\x84\x31\x95\x33" + TEXT.encode("gb18030"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.replace("\n", "\u0085").encode(),
        TEXT.replace("\n", "\v").encode(),
    ],
)
def test_every_encoding_and_line_end_gives_the_same_lines(data: bytes) -> None:
    source = read_source("a.txt", data)
    assert words(source) == TEXT.splitlines()
    assert [line.number for line in source.lines] == [1, 2, 3, 4]
    assert source.wrapped and not source.problems


@pytest.mark.parametrize("text", ["总结", "喆", "镕基路3号", "临江市2023年上半年工作总结", "㎡", "一是…二是……"])
def test_short_gbk_texts_are_read(text: str) -> None:
    assert words(read_source("a.txt", text.encode("gb18030"))) == [text]


def test_form_feed_is_page_furniture_and_controls_are_listed() -> None:
    source = read_source("a.txt", "甲\f乙\x07丙\u200b\t丁".encode())
    assert words(source) == ["甲", "乙丙\t丁"]
    assert [tuple(left) for left in source.left_out] == [("\f", "分页符"), ("\x07\u200b", "不可见字符")]
    (problem,) = source.problems
    assert (problem.code, problem.place.line) == ("control-characters", 2)
    assert "U+0007、U+200B" in problem.message.zh


def test_a_text_without_marks_stays_plain() -> None:
    assert words(read_source("a.txt", "# 不是标题\n*星号*".encode())) == ["# 不是标题", "*星号*"]


def test_name_and_words_are_safe_to_print() -> None:
    source = read_source("a\x1b[31m.txt", "好\ufffd\u202e坏".encode())
    for problem in source.problems:
        assert (str(problem.place) + problem.message.zh).isprintable()


GARBLED = {
    "评估?弧敝贫取度": "?弧敝贫取",
    "全年锟斤拷工作": "锟斤拷",
    "新增\ufffd\ufffd家": "\ufffd\ufffd",
    "烫烫烫烫": "烫烫烫",
    "编号\ue5e5\uf06c": "\ue5e5\uf06c",
    "⼯作总结": "⼯",
    "å…¨å¹´å·¥ä½œ": "å…¨å¹´",
    "È«Äê¹¤×÷×Ü½á": "È«Äê",
    "鍏ㄥ勾宸ヤ綔": "鍏ㄥ勾宸ヤ綔",
    "瀹屾垚锛岀户缁": "锛岀户缁",
    "?　": None,
    "推进??工作": "??",
    "?一、工作": "?一、",
}


@pytest.mark.parametrize("text", GARBLED)
def test_garbled_words_are_pointed_out(text: str) -> None:
    wanted = GARBLED[text]
    found = list(garbled_words(text))
    assert bool(found) == (wanted is not None)
    assert wanted is None or wanted in " ".join(found)


@pytest.mark.parametrize(
    "text",
    ["怎么办?我们这样干。", "面积5㎡，增长±3%×2", "“两个—维护”……", "Ünïversität·café", "达到12.5%?", "（一）①项目", "取得A?B测试", "锦州、雒阳、喆",
     "全年共获批国家级项目十二项列入省级计划三十四项居全市前列", "为什么?取得成效靠实干", "一\u00a0\u00a0\u00a0二", "实施一批", "实施一批项目建设"],
)  # fmt: skip
def test_ordinary_text_is_not_called_garbled(text: str) -> None:
    assert list(garbled_words(text)) == []


def test_garbled_text_is_kept_and_located() -> None:
    source = read_source("a.txt", "第一行\n评估?弧敝贫取度".encode())
    assert words(source)[1] == "评估?弧敝贫取度"
    (problem,) = source.problems
    assert (problem.code, problem.severity, problem.place.line) == ("mojibake", "warning", 2)


def test_many_garbled_places_are_counted() -> None:
    problems = read_source("a.txt", ("锟斤拷，\n" * 100).encode()).problems
    assert len(problems) == 31
    assert "另有 70 处" in problems[-1].message.zh


MARKDOWN = (
    '---\ntitle: 年度总结\n---\n# 市局总结 #\n\n## 一、工作\n全年**重点**推进，*有序*，`a*b`，3*4*5，file_name_x，[通报](http://x/y "t")。\n接着写。\n\n'
    "- **（一）平台。**新建3个\\*\n* [x] 完成\n> 引用\n\n| 指标 | 数 |\n|---|:--:|\n| 高企 | **76** |\n\n```\ncode **x**\n```\n***\n\n下划标题\n===\n"
    "![图](a.png)<br>正文[^1]\n\n[^1]: 注释\n[r]: http://a\n"
)


def test_markdown_marks_are_taken_off_and_listed() -> None:
    source = read_source("a.md", MARKDOWN.encode())
    assert [(line.text, line.level) for line in source.lines if line.text] == [
        ("市局总结", 1), ("一、工作", 2), ("全年重点推进，有序，a*b，3*4*5，file_name_x，通报。", 0), ("接着写。", 0),
        ("（一）平台。新建3个*", 0), ("完成", 0), ("引用", 0), ("指标\t数", 0), ("高企\t76", 0), ("code **x**", 0), ("下划标题", 1), ("正文", 0),
    ]  # fmt: skip
    assert source.wrapped
    assert source.properties == {"title": "年度总结"}
    assert {left.reason for left in source.left_out} == {"文首信息", "标记", "图片", "脚注", "链接地址"}


def test_markdown_is_wrapped_only_where_a_paragraph_runs_on() -> None:
    assert not read_source("a.md", "# 题\n一段。\n\n二段。\n- 甲\n- 乙\n".encode()).wrapped


def test_private_characters_of_markdown_are_kept() -> None:
    assert words(read_source("a.md", "**甲\U0010f041**".encode())) == ["**甲\U0010f041**"]


def everything(source: Source) -> Counter[str]:
    return Counter(fold("".join(words(source)) + "".join(left.text for left in source.left_out)))


PIECES = [
    "# ",
    "**",
    "*",
    "_",
    "`",
    "```",
    "\n",
    "\n\n",
    "- ",
    "> ",
    "|",
    "---",
    "[",
    "](x)",
    "![",
    "\\",
    "字",
    "甲乙",
    "a1",
    "<br>",
    "<!--",
    "-->",
    "~~",
    " ",
    "===",
    "[^1]",
    ": ",
]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_no_character_of_markdown_is_lost(pieces: list[str]) -> None:
    text = "".join(pieces) + "终"
    assert everything(read_source("a.md", text.encode())) == Counter(fold(text))


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1))
def test_no_character_of_a_text_is_lost(text: str) -> None:
    try:
        source = read_source("a.txt", text.encode("utf-8", "ignore"))
    except Refused:
        return
    if not any("?" in line.text for line in source.lines):
        assert everything(source) == Counter(fold(text.encode("utf-8", "ignore").decode("utf-8-sig")))


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.md", "a.html", "a.docx", "a", ".doc"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    try:
        source = read_source(name, data)
    except Refused as refused:
        assert refused.problems and refused.exit_code == 3
        return
    assert "\x00" not in "".join(words(source))
