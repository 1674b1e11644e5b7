"""The Word document: what it says, what it is made of, and what it refuses."""

import io
import zipfile
from collections.abc import Callable
from itertools import product
from pathlib import Path

import ooxml_integrity
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator

from drafter.model.block import BREAKS, KINDS, Block, Run, text_of
from drafter.model.problem import Refused
from drafter.model.style import Page
from drafter.model.text import forbidden
from drafter.render.docx import write_docx
from drafter.render.docx.base import make
from drafter.render.properties import Properties

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BASE = Path(__file__).resolve().parents[3] / "templates" / "base.docx"
ABOUT = Properties("2025年上半年工作总结 <草> & 稿", "临江市水务局", "2025-07-08", "2025-07-08T09:30:00Z")
PAGES = [Page(margins=m, fonts=f, digits=d) for m, f, d in product(("", "GB33476"), ("", "win10"), ("", "仿宋"))]
Lines = Callable[[bytes], list[str]]


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def document(*blocks: Block, page: Page | None = None) -> etree._Element:
    return etree.fromstring(part(write_docx(blocks, page, ABOUT), "word/document.xml").encode())


def line(kind: str, *texts: str | Run, level: int = 0) -> Block:
    return Block(kind, tuple(Run(text) if isinstance(text, str) else text for text in texts), level)


def style_of(paragraph: etree._Element) -> str | None:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return None if found is None else found.get(f"{W}val")


def test_the_packaged_base_is_what_the_script_makes() -> None:
    assert make() == BASE.read_bytes()


def test_it_says_what_txt_says(report: list[Block], docx_lines: Lines, txt_lines: Callable[[list[Block]], list[str]]) -> None:
    assert docx_lines(write_docx(report, Page(), ABOUT)) == txt_lines(report)


def test_same_input_same_bytes(report: list[Block]) -> None:
    one = write_docx(report, Page(), ABOUT, BASE.read_bytes())
    assert one == write_docx(list(report), Page(), ABOUT, None)
    with zipfile.ZipFile(io.BytesIO(one)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.margins}-{page.fonts}-{page.digits}")
def test_validators_find_nothing(report: list[Block], page: Page, tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(write_docx(report, page, ABOUT))
    result = OpenXmlValidator().validate(str(file))
    assert [str(error) for error in result.errors] == []
    assert [str(finding) for finding in ooxml_integrity.check(str(file))] == []


def test_validators_find_nothing_in_the_base() -> None:
    assert [str(error) for error in OpenXmlValidator().validate(str(BASE)).errors] == []
    assert [str(finding) for finding in ooxml_integrity.check(str(BASE))] == []


WORDLESS = {*BREAKS, "table", "chart"}
# Everything that XML can hold; a title is one line, as the form has it.
held = st.text(st.characters(exclude_categories=["Cs"]), max_size=40).filter(lambda text: not forbidden(text))
runs = st.lists(st.tuples(held, st.integers(0, 7), st.booleans()), max_size=3)
rows = st.lists(st.lists(held, max_size=3).map(tuple), max_size=3).map(tuple)
kinds = st.sampled_from([kind for kind in KINDS if kind not in WORDLESS])
lines = st.tuples(kinds, runs, st.integers(0, 7)).map(lambda made: Block(made[0], tuple(Run(*run) for run in made[1]), made[2]))
blocks = st.one_of(lines, rows.map(lambda made: Block("table", rows=made)), st.just(Block("break")))
NASTY = "a & b < c > d ]]> &amp; <w:t> {{ 7*7 }} {% x %} \t\u00a0\u0085\u2028\u2029\u00ad\u200d\u200b\ufeff\u202e\U0001f469\U00020000e\u0301  "


@given(st.lists(blocks, max_size=5))
@example([Block(kind, (Run(NASTY), Run(NASTY * 4, 2, True)), 1) for kind in KINDS if kind not in WORDLESS])
@example([Block("table", rows=((NASTY, ""), (), ("\n", " "))), Block("table", rows=())])
def test_any_text_reads_back_equal(
    docx_lines: Lines, txt_lines: Callable[[list[Block]], list[str]], content: list[Block]
) -> None:
    assert docx_lines(write_docx(content, None, ABOUT)) == txt_lines(content)


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\r", "\ud800", "\uffff"])
def test_what_no_document_can_hold_is_refused_by_name(sign: str) -> None:
    content = [line("paragraph", "好"), Block("paragraph", (Run(f"水{sign}位"),), fact="成绩/2")]
    with pytest.raises(Refused) as caught:
        write_docx(content, None, ABOUT)
    (problem,) = caught.value.problems
    assert (problem.code, problem.fact) == ("text-forbidden", "成绩/2")
    assert f"U+{ord(sign):04X}" in problem.message.zh
    with pytest.raises(Refused):
        write_docx([], None, ABOUT._replace(title=f"总{sign}结"))


def test_properties(report: list[Block]) -> None:
    core = etree.fromstring(part(write_docx(report, None, ABOUT), "docProps/core.xml").encode())
    said = {etree.QName(element).localname: element.text for element in core}
    assert said == {
        "title": ABOUT.title,
        "creator": "临江市水务局",
        "lastModifiedBy": "临江市水务局",
        "created": "2025-07-08T00:00:00Z",
        "modified": "2025-07-08T09:30:00Z",
        "language": "zh-CN",
    }
    assert "dcterms" not in part(write_docx(report, None, Properties()), "docProps/core.xml").partition("instance")[2]


def test_a_standalone_heading_is_in_the_outline_and_a_run_in_heading_is_not() -> None:
    body = document(line("heading", "一、成效", level=1), line("paragraph", Run("（一）强基础。", 2), "补短板。"))[0]
    assert style_of(body[0]) == "Heading1"
    assert style_of(body[1]) is None
    first, second = body[1].findall(f"{W}r")
    assert first.find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "Heading2Char"
    assert second.find(f"{W}rPr/{W}rStyle") is None


def test_every_run_has_the_hint(report: list[Block]) -> None:
    texts = document(*report).findall(f".//{W}r")
    assert texts
    assert {run.find(f"{W}rPr/{W}rFonts").get(f"{W}hint") for run in texts} == {"eastAsia"}


def test_a_page_break_is_no_empty_paragraph() -> None:
    body = document(line("paragraph", "前"), Block("break"), Block("break"), line("paragraph", "后"), Block("break"))[0]
    assert [len(paragraph.findall(f"{W}pPr/{W}pageBreakBefore")) for paragraph in body[:-1]] == [0, 1]


def test_blank_lines_are_spacing() -> None:
    body = document(line("title", "总结"), line("byline", "甲"), line("byline", "乙"), line("date", "2025年7月8日"))[0]
    spacing = [paragraph.find(f"{W}pPr/{W}spacing") for paragraph in body[:-1]]
    assert [None if found is None else dict(found.attrib) for found in spacing] == [
        {f"{W}after": "0"},
        {f"{W}after": "0"},
        None,
        {f"{W}before": "579"},
    ]


def lefts(*content: Block) -> list[str | None]:
    found = [paragraph.find(f"{W}pPr/{W}ind") for paragraph in document(*content)[0][:-1]]
    return [None if indent is None else indent.get(f"{W}left") for indent in found]


def test_signature_and_date_without_a_seal() -> None:
    # GB/T 9704-2012, 7.3.5.2: 8844 - 640 - 315 x 12; the date begins two characters further right.
    assert lefts(line("signature", "临江市水利工程质量监督站"), line("date", "2025年7月8日")) == ["4424", "5054"]
    # The date is the longer one: it ends two characters from the right, and the signature moves left.
    assert lefts(line("signature", "水务局"), line("date", "2025年12月18日")) == ["5369", "5999"]
    assert lefts(line("signature", "长" * 27), line("date", "2025年7月8日")) == [None, None]
    assert lefts(line("signature", "水务局"), line("paragraph", "附")) == [None, None]


def test_a_long_title_is_broken_and_reads_as_one() -> None:
    title = "临江市水务局2025年上半年工作总结和下半年工作打算"
    paragraph = document(line("title", title))[0][0]
    assert len(paragraph.findall(f".//{W}br")) == 1
    assert "".join(paragraph.itertext()) == title


def test_table_head_repeats_and_rows_hold_together(report: list[Block]) -> None:
    first, second = document(*report).findall(f".//{W}tbl")[:2]
    rows = first.findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert rows[2].find(f".//{W}gridSpan").get(f"{W}val") == "4"
    assert sum(int(column.get(f"{W}w")) for column in first.findall(f"{W}tblGrid/{W}gridCol")) == 8844
    assert second.find(f".//{W}tblHeader") is None
    # Word joins tables that touch.
    assert second.getprevious().tag == f"{W}p"


def test_margin_profile_b() -> None:
    data = write_docx([line("paragraph", "水"), line("date", "七月")], Page(margins="GB33476"), ABOUT)
    section = part(data, "word/document.xml")
    assert 'w:top="1960"' in section and 'w:bottom="1847"' in section and 'w:linePitch="592"' in section
    assert 'w:before="592"' in section
    styles = part(data, "word/styles.xml")
    assert 'w:line="592"' in styles and "579" not in styles


def test_font_set_and_digits() -> None:
    styles = part(write_docx([], Page(fonts="win10", digits="仿宋"), ABOUT), "word/styles.xml")
    assert "GB2312" not in styles and "Times New Roman" not in styles
    assert 'w:ascii="仿宋"' in styles and 'w:ascii="黑体"' in styles
    plain = part(write_docx([], Page(fonts="国标"), ABOUT), "word/styles.xml")
    assert "仿宋_GB2312" in plain and 'w:ascii="Times New Roman"' in plain


def test_styles_of_the_standard() -> None:
    """GB/T 9704-2012, 7.3.1 and 7.3.3: face, size in half-points, place in the outline, held to the next paragraph."""
    sheet = etree.fromstring(part(BASE.read_bytes(), "word/styles.xml").encode())
    found = {}
    for style in sheet.iter(f"{W}style"):
        values = {etree.QName(e).localname: e.get(f"{W}val") for e in style.iter() if e.get(f"{W}val") is not None}
        fonts = style.find(f"{W}rPr/{W}rFonts")
        face = None if fonts is None else fonts.get(f"{W}eastAsia")
        held = style.find(f"{W}pPr/{W}keepNext") is not None
        found[style.get(f"{W}styleId")] = (face, values.get("sz"), values.get("outlineLvl"), held)
    assert found["Normal"] == ("仿宋_GB2312", "32", None, False)
    assert found["Title"] == ("方正小标宋简体", "44", None, False)
    faces = ("黑体", "楷体_GB2312", *["仿宋_GB2312"] * 4)
    assert [found[f"Heading{level}"] for level in range(1, 7)] == [(f, "32", str(n), True) for n, f in enumerate(faces)]
    assert [found[f"Heading{level}Char"] for level in range(1, 7)] == [(f, "32", None, False) for f in faces]
    assert found["Footer"][:2] == ("宋体", "28")


def test_settings_of_the_standard() -> None:
    settings = part(BASE.read_bytes(), "word/settings.xml")
    for wanted in ("<w:evenAndOddHeaders/>", '"compressPunctuation"', 'w:name="compatibilityMode"', 'w:val="15"'):
        assert wanted in settings
    styles = part(BASE.read_bytes(), "word/styles.xml")
    assert '<w:lang w:val="zh-CN" w:eastAsia="zh-CN"' in styles
    # Digits in body text are no Chinese: LibreOffice would break a line inside a number.
    assert '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>' in styles
    assert '<w:font w:name="楷体_GB2312"><w:altName w:val="楷体,KaiTi"/>' in part(BASE.read_bytes(), "word/fontTable.xml")


def test_nothing_names_a_theme_font(report: list[Block]) -> None:
    data = write_docx(report, None, ABOUT)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert not [name for name in package.namelist() if b"Theme=" in package.read(name)]


def test_text_of_a_document_with_every_block_is_not_empty(report: list[Block]) -> None:
    assert {block.kind for block in report} == set(KINDS)
    assert len(text_of(report)) > 500
