import pytest

from drafter.model.block import Block, Run
from drafter.render.vocabulary import MarkupError, read


def texts(markup: str) -> list[str]:
    return [block.text for block in read(markup)]


def test_ordinals_are_counted_by_level() -> None:
    markup = (
        '<h1 data-number="一、">甲</h1><h2 data-number="（一）">乙</h2><h2 data-number="（一）">丙</h2>'
        '<h1 data-number="一、">丁</h1><h2 data-number="（一）">戊</h2>'
    )
    assert texts(markup) == ["一、甲", "（一）乙", "（二）丙", "二、丁", "（一）戊"]


def test_an_item_without_number_is_not_counted() -> None:
    markup = (
        '<p data-level="2" data-number="一是">甲；</p><p data-level="2">插话。</p><p data-level="2" data-number="一是">乙。</p>'
    )
    assert texts(markup) == ["一是甲；", "插话。", "二是乙。"]


def test_counting_from_a_given_number() -> None:
    markup = '<h1 data-number="一、" data-start="4">甲</h1><h1 data-number="一、">乙</h1>'
    assert texts(markup) == ["四、甲", "五、乙"]


def test_a_run_in_heading_takes_the_next_paragraph() -> None:
    blocks = read('<h2 class="run-in" data-number="（一）" data-fact="甲">抓统筹。</h2><p>正文一。</p><p>正文二。</p>')
    assert blocks == [
        Block("paragraph", (Run("（一）抓统筹。", 2), Run("正文一。")), fact="甲"),
        Block("paragraph", (Run("正文二。"),)),
    ]


def test_a_run_in_heading_does_not_take_an_item() -> None:
    assert texts('<h2 class="run-in" data-number="（一）">抓统筹</h2><p data-level="3">另一段。</p>') == [
        "（一）抓统筹",
        "另一段。",
    ]


def test_inline_items_go_on_in_the_paragraph_before() -> None:
    markup = '<p>主要是：</p><p class="inline" data-level="3" data-number="一是">甲；</p><p class="inline" data-level="3" data-number="一是">乙。</p>'
    assert texts(markup) == ["主要是：一是甲；二是乙。"]


def test_an_inline_item_begins_a_paragraph_where_none_is_open() -> None:
    assert texts('<h1>题</h1><p class="inline" data-level="2" data-number="一是">甲。</p>') == ["题", "一是甲。"]


def test_styles_tables_and_breaks() -> None:
    blocks = read(
        '<p class="addressees">各科室：</p><title>总结</title><hr class="page"/>'
        "<table><tr><th>指标</th><th>数值</th></tr><tr><td>甲</td><td>7<b>6</b></td></tr></table><p>共<b>76</b>家</p>"
    )
    assert [block.kind for block in blocks] == ["addressees", "title", "break", "table", "paragraph"]
    assert blocks[3].rows == (("指标", "数值"), ("甲", "76"))
    assert blocks[4].runs == (Run("共"), Run("76", bold=True), Run("家"))


def test_layout_space_of_the_template_is_no_text() -> None:
    assert texts("<div>\n  <p>\n    甲 乙\n  </p>\n</div>\n") == ["甲 乙"]


def test_empty_paragraphs_print_nothing() -> None:
    assert read("<p></p><h1></h1>") == []


@pytest.mark.parametrize(
    ("markup", "reason", "tag"),
    [
        ("<p>甲</p><blink>乙</blink>", "unknown", "blink"),
        ("<p>甲<p>乙</p></p>", "nested", "p"),
        ("<p>甲", "malformed", "p"),
        ("<p>甲</h1>", "malformed", "p"),
        ("<p>甲</p>乙", "loose text", "乙"),
        ("<p>甲 & 乙</p>", "malformed", "p"),
        ("甲", "loose text", "甲"),
        ("<p>甲<div>乙</div></p>", "nested", "div"),
        ('<p>甲<hr class="page"/>乙</p>', "nested", "hr"),
        ("<p>甲<table></table></p>", "nested", "table"),
        ("<p><b>甲<b>乙</b></b></p>", "nested", "b"),
        ("<b>甲</b>", "misplaced", "b"),
        ("<body><p>甲</p></body>", "misplaced", "body"),
        ("<tr><td>甲</td></tr>", "misplaced", "tr"),
        ("<td>甲</td>", "misplaced", "td"),
        ("<table><td>甲</td></table>", "misplaced", "td"),
        ("<table><p>甲</p></table>", "misplaced", "p"),
        ("<table>甲</table>", "loose text", "甲"),
        ("<table><tr>甲</tr></table>", "loose text", "甲"),
        ("<table><tr><tr></tr></tr></table>", "misplaced", "tr"),
        ("<table><tr><td><p>甲</p></td></tr></table>", "misplaced", "p"),
        ("<table><tr><td><table></table></td></tr></table>", "misplaced", "table"),
        ("<table><tr><td><td>甲</td></td></tr></table>", "misplaced", "td"),
    ],
)
def test_anything_else_is_an_error(markup: str, reason: str, tag: str) -> None:
    with pytest.raises(MarkupError) as caught:
        read(markup)
    assert (caught.value.reason, caught.value.tag) == (reason, tag)


@pytest.mark.parametrize(
    ("markup", "reason", "detail"),
    [
        ('<p style="color:red">甲</p>', "attribute", "style"),
        ('<h1 data-level="2">甲</h1>', "attribute", "data-level"),
        ('<p data-levle="2">甲</p>', "attribute", "data-levle"),
        ('<title data-number="一、">甲</title>', "attribute", "data-number"),
        ('<table class="宽"><tr><td>甲</td></tr></table>', "attribute", "class"),
        ('<table><tr><td colspan="2">甲</td></tr></table>', "attribute", "colspan"),
        ('<div class="组"><p>甲</p></div>', "attribute", "class"),
        ('<p class="dat">甲</p>', "value", 'class="dat"'),
        ('<p class="date inline">甲</p>', "value", 'class="date inline"'),
        ('<p class="date number">甲</p>', "value", 'class="date number"'),
        ('<p class="run-in">甲</p>', "value", 'class="run-in"'),
        ('<h1 class="date">甲</h1>', "value", 'class="date"'),
        ('<hr class="line"/>', "value", 'class="line"'),
        ('<p data-level="0">甲</p>', "value", 'data-level="0"'),
        ('<p data-level="7">甲</p>', "value", 'data-level="7"'),
        ('<p data-level="">甲</p>', "value", 'data-level=""'),
        ('<p data-level="二">甲</p>', "value", 'data-level="二"'),
        ('<p data-level="１">甲</p>', "value", 'data-level="１"'),
        ('<h1 data-start="-1">甲</h1>', "value", 'data-start="-1"'),
        ('<h1 data-start="四">甲</h1>', "value", 'data-start="四"'),
        ('<p data-start="99999">甲</p>', "value", 'data-start="99999"'),
    ],
)
def test_an_attribute_that_means_nothing_is_an_error(markup: str, reason: str, detail: str) -> None:
    with pytest.raises(MarkupError) as caught:
        read(f"<p>甲</p>\n  {markup}")
    assert (caught.value.reason, caught.value.detail) == (reason, detail)
    assert (caught.value.line, caught.value.column) == (2, 2 + max(markup.find("<td col"), 0))


def test_the_place_of_an_error_is_that_of_the_markup() -> None:
    with pytest.raises(MarkupError) as caught:
        read("<p>甲</p><blink>乙</blink>")
    assert (caught.value.line, caught.value.column) == (1, 8)


@pytest.mark.parametrize("styled", ['<p class="date">六月</p>', '<p class="signature">六月</p>', "<title>六月</title>"])
def test_a_run_in_heading_takes_no_styled_paragraph(styled: str) -> None:
    blocks = read(f'<h2 class="run-in" data-number="（一）">抓统筹。</h2>{styled}<p>正文。</p>')
    assert [block.text for block in blocks] == ["（一）抓统筹。", "六月", "正文。"]
    assert blocks[1].kind != "paragraph"


def test_an_empty_table_prints_nothing() -> None:
    assert read("<table></table><table><tr></tr></table>") == []
