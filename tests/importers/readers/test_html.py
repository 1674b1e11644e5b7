"""Web pages: the article found whole, the chrome listed, every visible word in one of the two."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.importers.read import read_source
from drafter.importers.source import Source
from drafter.model.problem import Refused
from drafter.model.text import fold

BODY = (
    "<p>　　今年以来，全局围绕年度目标，扎实推进各项任务，成效逐步显现。</p><p><b>一、主要工作</b></p>"
    "<p>&nbsp;&nbsp;（一）平台建设提速。新建平台3个，总数达到12个，均已投入运行。</p>"
    "<p style='text-align: right'>临江市科技局</p><p align='right'>2024年1月8日</p>"
)
TEXTS = [
    "今年以来，全局围绕年度目标，扎实推进各项任务，成效逐步显现。",
    "一、主要工作",
    "（一）平台建设提速。新建平台3个，总数达到12个，均已投入运行。",
    "临江市科技局",
    "2024年1月8日",
]
TITLE = "临江市科技局2023年工作总结"
ABOVE = (
    "<div class='top'><a href='/'>网站首页</a><a href='/zw'>政务公开</a></div>"
    "<div class='position'>您的位置：<a href='/'>首页</a> &gt; <a href='/zj'>总结计划</a></div>"
    "<table class='xxgk'><tr><td>索引号：</td><td>0132/2024-7</td><td>发布机构：</td><td>临江市科技局</td></tr>"
    "<tr><td>发文日期：</td><td>2024-01-09</td><td>有效性：</td><td>有效</td></tr></table>"
)
BELOW = (
    "<div>附件：<a href='/f/1.docx'>工作总结全文.docx</a></div><div>上一篇：<a href='/2'>年度预算公开</a></div>"
    "<div class='bdsharebuttonbox'>分享到：<a>微信</a></div><div class='ewm'>扫一扫在手机打开当前页</div>"
    "<ul class='xgxx'><li><a href='/3'>通知甲</a></li><li><a href='/4'>通知乙</a></li><li><a href='/5'>通知丙</a></li></ul>"
    "<div class='footer'>主办单位：临江市科技局 备案号 网站标识码1234</div>"
)
ABOUT = "<div class='info'>发布时间：2024-01-09 10:20　来源：办公室　浏览次数：<span id='hits'>18</span> 【字号：大 中 小】</div>"


def page(container: str, above: str = ABOVE, below: str = BELOW, heading: str = f"<h1>{TITLE}</h1>{ABOUT}") -> str:
    return (
        f"<!doctype html><html><head><meta charset='utf-8'><title>{TITLE}-临江市人民政府</title><meta name='ArticleTitle' "
        f"content='{TITLE}'><style>p{{}}</style></head><body>{above}<div class='w1200'>{heading}{container.format(BODY)}</div>"
        f"{below}<script>var a = 1;</script></body></html>"
    )


CONTAINERS = [
    "<div id='zoom'>{}</div>",
    "<div class='TRS_Editor'>{}</div>",
    "<div class='view TRS_UEDITOR trs_paper_default'>{}</div>",
    "<div id='UCAP-CONTENT'>{}</div>",
    "<div class='pages_content'>{}</div>",
    "<div id='vsb_content_4'>{}</div>",
    "<div class='wp_articlecontent'>{}</div>",
    "<div class='article-content'>{}</div>",
    "<div class='bt-nobody-knows'><div>{}</div></div>",
    "<table><tr><td>{}</td></tr></table>",
    "<article>{}</article>",
    "<div class='content'><div class='con'>{}</div></div>",
    "{}",
]


def read(text: str) -> Source:
    return read_source("a.html", text.encode())


def words(source: Source) -> list[str]:
    return [line.text for line in source.lines]


@pytest.mark.parametrize("container", CONTAINERS)
def test_article_is_found_and_chrome_is_listed(container: str) -> None:
    source = read(page(container))
    assert words(source) == [TITLE, *TEXTS]
    assert source.lines[0].level == -1
    assert [source.lines[at].align for at in (4, 5)] == ["right", "right"]
    assert source.lines[2].bold and not source.lines[1].bold
    reasons = {left.reason for left in source.left_out}
    assert {"当前位置", "信息目录", "网页信息", "附件", "上一篇下一篇", "页脚"} <= reasons
    assert source.properties["索引号"] == "0132/2024-7"
    assert source.properties["ArticleTitle"] == TITLE


@pytest.mark.parametrize("container", CONTAINERS)
def test_every_visible_word_is_accounted_for(container: str) -> None:
    text = page(container)
    source = read(text)
    visible = re.sub("(?s)<head>.*</head>|<script>.*?</script>|<[^>]*>", "", text).replace("&nbsp;", " ").replace("&gt;", ">")
    everything = "".join(words(source)) + "".join(left.text for left in source.left_out)
    assert Counter(fold(everything)) == Counter(fold(visible))


def test_signature_beside_the_block_of_prose_belongs_to_the_article() -> None:
    prose, _, signed = BODY.partition("<p style=")
    source = read(page("<div class='q'><div>" + prose + "</div><div><p style=" + signed + "</div></div>"))
    assert words(source) == [TITLE, *TEXTS]


def test_title_said_twice_is_taken_once() -> None:
    source = read(page("<div id='zoom'><p align='center'>" + TITLE + "</p>{}</div>"))
    assert words(source) == [TITLE, *TEXTS]
    assert any(left.reason == "重复的标题" for left in source.left_out)


def test_breaks_lists_entities_and_hidden_text() -> None:
    source = read(
        "<html><body><div id='zoom'><p>今年以来，成效明显。<br>&#12288;第二行&amp;&lt;符号&gt;。</p><ol start='3'><li>第三项，已完成。<li><p>第四项</p></ol>"
        "<ol type='a'><li>字母项</li></ol><ul><li>圆点项</li></ul><p>可见<span style='display:none'>看不见</span>文字</p>"
        "<h2>小标题</h2><center>居中</center><pre>甲\n乙</pre></div></body></html>"
    )
    assert words(source) == [
        "今年以来，成效明显。", "第二行&<符号>。", "3. 第三项，已完成。", "4. 第四项", "a. 字母项", "圆点项", "可见文字", "小标题", "居中", "甲", "乙",
    ]  # fmt: skip
    assert [line.numbered for line in source.lines] == [False, False, True, True, True, *[False] * 6]
    assert (source.lines[7].level, source.lines[8].align) == (2, "center")
    assert [tuple(left) for left in source.left_out] == [("看不见", "隐藏内容")]
    assert [line.number for line in source.lines] == list(range(1, 12))


def test_tables_of_figures_and_of_layout() -> None:
    rows = "<table><tr><th>指标</th><th>数值</th></tr><tr><td>高企</td><td>76<br>家</td></tr></table>"
    layout = "<table><tr><td><p>今年任务，已经完成。</p><p>第二段。</p></td></tr></table>"
    assert words(read(f"<html><body>{layout}{rows}</body></html>")) == [
        "今年任务，已经完成。",
        "第二段。",
        "指标\t数值",
        "高企\t76 家",
    ]


@pytest.mark.parametrize(
    ("charset", "codec", "read_as"),
    [
        ("gb2312", "gb18030", None),
        ("utf-8", "utf-8", None),
        ("gb2312", "utf-8", "utf-8"),
        ("utf-8", "gb18030", "gb18030"),
        ("big5", "big5", None),
    ],
)
def test_declared_encoding_is_tried_first_and_doubted(charset: str, codec: str, read_as: str | None) -> None:
    text = "工作總結與計畫，完成。" if codec == "big5" else "工作总结与计划，喆镕完成。"
    source = read_source("a.html", f"<html><head><meta charset={charset}></head><body><p>{text}</p></body></html>".encode(codec))
    assert words(source) == [text]
    told = [problem.message.zh for problem in source.problems if problem.code == "encoding"]
    assert told == ([f"网页自称的编码不对，已按 {read_as} 读取。"] if read_as else [])


def test_a_page_without_prose_is_never_empty() -> None:
    source = read("<html><body><div class='nav'><a href='1'>甲</a><a href='2'>乙</a></div></body></html>")
    assert words(source) == ["甲乙"]
    assert [problem.code for problem in source.problems] == ["article-not-found"]


def test_text_that_a_script_would_show_is_read() -> None:
    assert words(read(f"<html><body><div id='zoom' style='display:none'>{BODY}</div>版权</body></html>"))[:5] == TEXTS


def test_html_under_another_name_is_read_and_that_is_said() -> None:
    source = read_source("报告.doc", page("<div id='zoom'>{}</div>").encode())
    assert words(source) == [TITLE, *TEXTS]
    assert [(problem.code, problem.severity) for problem in source.problems] == [("renamed-file", "info")]


def test_characters_that_do_not_exist_are_dropped_and_listed() -> None:
    source = read("<html><body><p>甲&#0;乙&#xD800;丙\x01丁，完成。</p></body></html>")
    assert words(source) == ["甲乙丙丁，完成。"]
    assert ("\x01&#0; &#xD800;", "不可见字符") in [tuple(left) for left in source.left_out]


def test_page_saved_as_one_file() -> None:
    head = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset=gb2312\n'
    body = "<html><body><p>全年任务，全部完成。</p></body></html>".encode("gbk")
    source = read_source("a.mht", head.encode() + b"Content-Transfer-Encoding: 8bit\n\n" + body + b"\n--b--\n")
    assert words(source) == ["全年任务，全部完成。"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(["<div>", "</div>", "<p>", "<table>", "<tr>", "<td>", "<li>", "<ol>", "<br>", "<b", "<span hidden>", "字，号。", "<a href=x.doc>", "&#", "\x00", "</table>", "<h1>", "<!--", "]]>"]), max_size=40))  # fmt: skip
def test_any_tag_soup_is_read_or_refused(soup: list[str]) -> None:
    try:
        source = read("<html><body>" + "".join(soup))
    except Refused:
        return
    assert "\x00" not in "".join(words(source))
