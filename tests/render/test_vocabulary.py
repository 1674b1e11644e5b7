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
    ],
)
def test_anything_else_is_an_error(markup: str, reason: str, tag: str) -> None:
    with pytest.raises(MarkupError) as caught:
        read(markup)
    assert (caught.value.reason, caught.value.tag) == (reason, tag)
