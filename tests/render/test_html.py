"""The HTML page: what it says, how it is structured, and that it needs nothing from outside."""

import re
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drafter.model.block import BREAKS, KINDS, Block, Run
from drafter.model.problem import Refused
from drafter.model.style import Page
from drafter.model.text import forbidden
from drafter.render.html import write_html
from drafter.render.properties import Properties

ABOUT = Properties('总结 <草> & "稿"', '临江市"水务"局')
held = st.text(st.characters(exclude_categories=["Cs"]), max_size=40).filter(lambda text: not forbidden(text))
runs = st.lists(st.tuples(held, st.integers(0, 7), st.booleans()), max_size=3)
rows = st.lists(st.lists(held, max_size=3).map(tuple), max_size=3).map(tuple)
WORDLESS = {*BREAKS, "table", "chart"}
kinds = st.sampled_from([kind for kind in KINDS if kind not in WORDLESS])
lines = st.tuples(kinds, runs, st.integers(0, 7)).map(lambda made: Block(made[0], tuple(Run(*run) for run in made[1]), made[2]))
blocks = st.one_of(lines, rows.map(lambda made: Block("table", rows=made)), st.just(Block("break")))
NASTY = "a & b < c > d ]]> &amp; <script>alert(1)</script> {{ 7*7 }} \t\u00a0\u0085\u2028\u00ad\u200d\ufeff\u202e\U00020000  "


def test_it_says_what_txt_says(
    report: list[Block], html_lines: Callable[[str], list[str]], txt_lines: Callable[[list[Block]], list[str]]
) -> None:
    assert html_lines(write_html(report, None, ABOUT)) == txt_lines(report)


@given(st.lists(blocks, max_size=5))
@example([Block(kind, (Run(NASTY), Run(NASTY * 4, 2, True)), 1) for kind in KINDS if kind not in WORDLESS])
@example([Block("table", rows=((NASTY, ""), (), ("\n", " ")))])
def test_any_text_reads_back_equal(
    html_lines: Callable[[str], list[str]], txt_lines: Callable[[list[Block]], list[str]], content: list[Block]
) -> None:
    assert html_lines(write_html(content, None, ABOUT)) == txt_lines(content)


def test_what_no_document_can_hold_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        write_html([Block("paragraph", (Run("水\x07位"),), fact="问题/1")], None, ABOUT)
    assert caught.value.problems[0].fact == "问题/1"


def test_structure(report: list[Block]) -> None:
    html = write_html(report, None, ABOUT)
    assert re.findall(r"<(h[1-6])\b", html) == ["h1", "h1", "h2", "h3", "h4", "h5", "h6", "h6", "h1"]
    assert html.count('<section class="sheet">') == 4
    assert '<html lang="zh-CN">' in html
    assert "<title>总结 &lt;草&gt; &amp; &quot;稿&quot;</title>" in html
    assert '<p><span class="face3">1.压实责任。</span>' in html
    assert "<b>汛前检查全部完成。</b>" in html
    assert html.count("<thead>") == 2 and '<td colspan="4">合计</td>' in html


def test_nothing_from_outside_and_no_script(report: list[Block]) -> None:
    html = write_html([*report, Block("paragraph", (Run(NASTY),))], None, ABOUT)
    assert not re.search(r"<script|<link|<img|<iframe|url\((?!#)|https?:|@import|\son\w+=", html)


def test_page_settings_reach_the_style_sheet() -> None:
    standard = write_html([], None, ABOUT)
    assert "@page{size:A4;margin:104.9pt 73.7pt 99.2pt 79.4pt}" in standard
    assert 'body{margin:0;font-family:"digits","仿宋_GB2312"' in standard
    other = write_html([], Page(margins="GB33476", fonts="win10", digits="仿宋"), ABOUT)
    assert "@page{size:A4;margin:98pt 73.7pt 92.35pt 79.4pt}" in other
    assert 'body{margin:0;font-family:"仿宋"' in other
    assert "line-height:29.6pt" in other


def test_signature_and_date_stand_as_in_word(report: list[Block]) -> None:
    html = write_html([block for block in report if block.kind in ("signature", "date")][1:], None, ABOUT)
    assert [float(left) for left in re.findall(r"margin-left:([\d.]+)pt", html)] == [284.2, 315.7]


def test_the_cover_is_set_as_in_word(report: list[Block]) -> None:
    html = write_html(report, None, ABOUT)
    assert '<p class="mark" style="font-size:55pt">临江市水务局文件</p>' in html
    assert (
        '<p class="number parted"><span>临水发〔2025〕18号</span>\t<span>签发人：<span class="face2">甲某</span></span></p>'
        in html
    )
    assert ".marking+.marking+.mark{margin-top:41.3pt}" in html
    assert "letter-spacing:0;line-height:1;text-align:center;color:#f00" in html
    assert '<p class="annex-note" style="margin-left:95pt;text-indent:-63pt">附件：1.任务分解表</p>' in html
    assert '<p class="signature" style="margin-right:64pt">' in html
    assert ".mark" not in write_html([Block("title", (Run("总结"),))], None, ABOUT)
