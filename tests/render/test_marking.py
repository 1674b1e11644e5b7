"""What a draft marks, in every format; and that nothing else of the document is different."""

import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator

from drafter.model.block import Block, Run, text_of
from drafter.model.cover import Notice
from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.period import Period
from drafter.model.report import Report
from drafter.model.style import Layout, ListStyle, PartStyle, Style
from drafter.render.arrange import arrange
from drafter.render.docx import write_docx
from drafter.render.engine import render
from drafter.render.html import write_html
from drafter.render.marking import FRONT, Marks, carried
from drafter.render.properties import Properties

TEMPLATES = Path(__file__).parents[2] / "templates"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LAYOUT = Layout("三段式", "", Style(achievements=PartStyle(title="情况")), {})
FIGURE = Figure(id="净增", name="净增", value="7", unit="家", stale=True)
INLINE = ListStyle(numbering="一是", heading="接排", flow="并段")


def report(**fields: object) -> Report:
    return Report(**{"unit": "某局", "period": Period(2024), "title": "总结", **fields})  # type: ignore[arg-type]


def blocks(report: Report, marks: Marks | None = None) -> list[Block]:
    return render(LAYOUT.name, arrange(report, LAYOUT, carried(report) if marks is None else marks), [TEMPLATES])


def marked(blocks: Sequence[Block]) -> list[str]:
    return [run.text for block in blocks for run in block.runs if run.mark]


def test_a_fact_and_only_that() -> None:
    facts = (Fact(title="甲", text="前文<&>。\n再一段。", stale=True), Fact(title="乙", text="后文。"))
    made = blocks(report(achievements=facts, note="附注。"))
    assert marked(made) == ["甲", "前文<&>。", "再一段。"]
    assert text_of(made) == text_of(blocks(report(achievements=facts, note="附注。"), Marks()))


words = st.text("甲乙 <&>\"'{}。；！「净增", max_size=8) | st.sampled_from(
    ["{{ 净增 }}", "增{{ 净增 }}。", "\\{{ 净增 }}", "{{ 没有 }}"]
)
facts = st.builds(
    Fact,
    title=words,
    text=words,
    stale=st.booleans(),
    heading=st.sampled_from(["", "接排"]),
    below=st.sampled_from([None, INLINE]),
    number=st.sampled_from(["", "无", "一是"]),
    children=st.lists(st.builds(Fact, title=words, text=words, stale=st.booleans()), max_size=2).map(tuple),
)


@given(st.lists(facts, max_size=4).map(tuple), words, st.booleans())
def test_a_draft_says_what_is_final(facts: tuple[Fact, ...], lead: str, stale: bool) -> None:
    made = report(achievements=facts, lead=lead, stale=stale, figures=(FIGURE,))
    draft, final = blocks(made), blocks(made, Marks())
    assert text_of(draft) == text_of(final)
    assert [(block.kind, block.level, block.fact) for block in draft] == [
        (block.kind, block.level, block.fact) for block in final
    ]


def test_a_point_inside_the_paragraph_of_others() -> None:
    points = (Fact(text="先；"), Fact(title="机制", text="再；", stale=True), Fact(text="后。"))
    (_, _, _, paragraph) = blocks(report(achievements=(Fact(title="甲", text="总的是：", below=INLINE, children=points),)))
    assert [(run.text, run.mark) for run in paragraph.runs] == [
        ("总的是：一是先；二是", False),
        ("机制", True),
        ("。", False),
        ("再；", True),
        ("三是后。", False),
    ]


def test_a_run_in_heading_that_ends_in_a_mark_gets_no_second_one() -> None:
    for title, shown in (("抓好{{ 净增 }}！", "抓好7家！"), ("抓好。", "抓好。")):
        fact = Fact(title=title, text="文。", heading="接排", stale=True)
        assert blocks(report(achievements=(fact,), figures=(FIGURE,)))[2].text == f"（一）{shown}文。"


def test_the_words_of_a_figure() -> None:
    made = blocks(report(lead="净增{{ 净增 }}&{{ 其他 }}。", figures=(FIGURE, Figure(id="其他", name="其他", value="1"))))
    assert [(run.text, run.mark) for run in made[1].runs] == [("净增", False), ("7家", True), ("&1。", False)]


def test_a_blank_is_seen_though_its_figure_was_looked_at() -> None:
    kept = Figure(id="总数", name="总数", value="9", unit="家", origins=("2023/指标/总数",))
    assert marked(blocks(report(lead="总数{{ 总数 }}，为目标的{{ 总数.完成率 }}。", figures=(kept,)))) == ["【待填】%"]


def test_title_lead_and_notice() -> None:
    notice = Notice(title="通知", text="印发。")
    made = blocks(report(lead="开头。", notice=notice, achievements=(Fact(title="甲"),), stale=True))
    assert marked(made) == ["通知", "印发。", "总结", "开头。"]
    assert marked(blocks(report(lead="开头。"), Marks(front=frozenset({"导语"})))) == ["开头。"]
    assert carried(report(stale=True)).front == FRONT and not any(carried(report()))


@pytest.fixture
def draft() -> list[Block]:
    facts = (Fact(id="甲", title="甲", text="净增{{ 净增 }}。"), Fact(title="乙", heading="接排", text="文。", stale=True))
    return blocks(report(achievements=facts, figures=(FIGURE,), stale=True))


def test_word_highlights_what_is_marked(draft: list[Block], tmp_path: Path) -> None:
    data = write_docx(draft, None, Properties())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    shown = [
        "".join(text.text or "" for text in run.iter(f"{W}t"))
        for run in root.iter(f"{W}r")
        if run.find(f"{W}rPr/{W}highlight") is not None
    ]
    assert shown == ["总结", "7家", "乙", "文。"]
    file = tmp_path / "draft.docx"
    file.write_bytes(data)
    assert [str(error) for error in OpenXmlValidator().validate(str(file)).errors] == []


def test_the_web_page_marks_them_too(draft: list[Block], html_lines: Callable[[str], list[str]]) -> None:
    page = write_html(draft, None, Properties())
    assert page.count("<mark>") == 4 and '<h1 class="title"><mark>总结</mark></h1>' in page and "mark{" in page
    assert html_lines(page) == [block.text for block in draft]
    plain = write_html([Block("paragraph", (Run("<mark>"),))], None, Properties())
    assert "mark{" not in plain and "<mark>" not in plain


def test_why_a_figure_is_marked_goes_with_its_words() -> None:
    marks = Marks(figures=frozenset({"净增"}), why={"净增": '没有"依据"<&。'})
    made = blocks(report(lead="净增{{ 净增 }}。", figures=(FIGURE,)), marks)
    assert [(run.text, run.mark, run.notes) for run in made[1].runs] == [
        ("净增", False, ()),
        ("7家", True, ('没有"依据"<&。',)),
        ("。", False, ()),
    ]
