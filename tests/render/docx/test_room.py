"""What is as wide as the text of a bureau's own Word file, where its place begins a page, and what its tracked changes took away."""

import io
import zipfile
from pathlib import Path

import ooxml_integrity
import pytest
import word_files
from lxml import etree
from openxml_audit import OpenXmlValidator

from drafter.model.block import Block, Drawing, Run
from drafter.model.report import Report
from drafter.render.docx.letter import Letter
from drafter.render.docx.letterhead import load_letterhead
from drafter.render.docx.paper import differs, told
from drafter.render.docx.room import room
from drafter.render.docx.values import Values
from drafter.render.properties import Properties

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REPORT = Report(unit="水务局", title="总结", signature="水务局", date="2025-01-08")
TABLE = Block("table", rows=(("指标", "完成"), ("净增", "76")))
CHART = Block("chart", rows=(("", "总数"), ("2023", "278"), ("2024", "349")), drawing=Drawing("柱形图", "高企总数", "家"))
TEXT = Block("paragraph", (Run("稳中有进。"),))


def section(wide: int = 11906, high: int = 16838, left: int = 1588, right: int = 1474, columns: str = "") -> str:
    return (
        f'<w:sectPr><w:pgSz w:w="{wide}" w:h="{high}"/><w:pgMar w:top="2098" w:right="{right}" w:bottom="1984" w:left="{left}"'
        f' w:header="851" w:footer="1200" w:gutter="0"/>{columns}</w:sectPr>'
    )


def document(made: dict[str, bytes], blocks: list[Block], tmp_path: Path) -> etree._Element:
    letter = Letter(load_letterhead(word_files.packed(made), "局文件.docx"), Values(REPORT))
    data = letter.docx(blocks, Properties())
    file = tmp_path / "made.docx"
    file.write_bytes(data)
    assert [str(error) for error in OpenXmlValidator().validate(str(file)).errors] == []
    assert [str(finding) for finding in ooxml_integrity.check(str(file))] == []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("word/document.xml"))


@pytest.mark.parametrize(
    ("ending", "width"),
    [
        (section(), 8844),
        (section(left=2000, right=2000), 7906),
        (section(wide=10318, high=14570), 7256),  # 16 开
        (section(columns='<w:cols w:num="2" w:space="424"/>'), 4210),
        (
            section(columns='<w:cols w:num="2" w:equalWidth="0"><w:col w:w="5000" w:space="400"/><w:col w:w="3444"/></w:cols>'),
            3444,
        ),
        ("", 8844),
    ],
    ids=["standard", "margins", "sheet", "columns", "unequal columns", "no section"],
)
def test_tables_and_charts_are_as_wide_as_the_text(ending: str, width: int, tmp_path: Path) -> None:
    made = document(word_files.parts(word_files.place() + ending), [TABLE, CHART, TEXT], tmp_path)
    (table,) = made.iter(f"{W}tbl")
    assert int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w")) == width
    assert sum(int(one.get(f"{W}w")) for one in table.iter(f"{W}gridCol")) == width
    (extent,) = made.xpath("//*[local-name()='extent']")
    wide, high = int(extent.get("cx")), int(extent.get("cy"))
    assert wide == min(150 * 36000, width * 635) and abs(high / wide - 80 / 150) < 0.001


def test_the_section_that_counts_is_that_of_the_place(tmp_path: Path) -> None:
    first = word_files.line("", section(left=1000, right=1000))
    ending = word_files.BODY_LOOK + section(left=3000, right=3000)
    place = word_files.line(word_files.cut("{{ 正文 }}", word_files.FANGSONG), ending)
    made = document(word_files.parts(first + place + word_files.line("") + section()), [TABLE], tmp_path)
    assert next(made.iter(f"{W}tblW")).get(f"{W}w") == "5906"


def test_a_table_on_its_side_is_as_wide_as_that_page(tmp_path: Path) -> None:
    blocks = [TEXT, Block("landscape"), TABLE, Block("portrait"), TEXT]
    made = document(word_files.parts(word_files.place() + section(left=2000, right=2000)), blocks, tmp_path)
    assert next(made.iter(f"{W}tblW")).get(f"{W}w") == str(16838 - 2098 - 1984)


def test_signature_and_date_keep_their_place_from_the_right(tmp_path: Path) -> None:
    blocks = [Block("signature", (Run("水务局"),)), Block("date", (Run("2025年1月8日"),))]
    lefts = []
    for right in (1474, 2474):
        made = document(word_files.parts(word_files.place("{{ 报告 }}") + section(right=right)), blocks, tmp_path)
        lefts.append([int(one.get(f"{W}left")) for one in made.iter(f"{W}ind") if one.get(f"{W}left")])
    assert [one - other for one, other in zip(*lefts, strict=True)] == [1000, 1000]


def test_the_imprint_is_as_wide_as_the_text(tmp_path: Path) -> None:
    blocks = [TEXT, Block("imprint", (Run("水务局办公室\t2025年1月8日印发"),))]
    made = document(word_files.parts(word_files.place("{{ 报告 }}") + section(left=2000, right=2000)), blocks, tmp_path)
    assert next(made.iter(f"{W}tblpPr")).get(f"{W}tblpX") == "2000" and next(made.iter(f"{W}tblW")).get(f"{W}w") == "7906"
    assert [one.get(f"{W}pos") for one in made.iter(f"{W}tab") if one.get(f"{W}val") == "right"] == [str(7906 - 280)]


@pytest.mark.parametrize("kind", ["paragraph", "table", "chart"])
def test_a_place_that_begins_a_page_gives_that_to_the_first_block(kind: str, tmp_path: Path) -> None:
    first = {"paragraph": TEXT, "table": TABLE, "chart": CHART}[kind]
    look = "<w:pageBreakBefore/>" + word_files.BODY_LOOK
    for said, wanted in (("<w:pageBreakBefore/>", 1), ('<w:pageBreakBefore w:val="0"/>', 0)):
        place = word_files.line(word_files.run("{{ 正文 }}"), look.replace("<w:pageBreakBefore/>", said))
        made = document(word_files.parts(word_files.line(word_files.run("封面")) + place + section()), [first, TEXT], tmp_path)
        assert len(list(made.iter(f"{W}pageBreakBefore"))) == wanted
        if wanted:
            assert made[0][1].find(f"{W}pPr/{W}pageBreakBefore") is not None  # right behind the cover


MOVED = (
    '<w:moveFromRangeStart w:id="1" w:name="m" w:author="某" w:date="2025-01-01T00:00:00Z"/><w:moveFrom w:id="2" w:author="某"'
    ' w:date="2025-01-01T00:00:00Z"><w:r><w:t>{{ 单位 }}</w:t></w:r></w:moveFrom><w:moveFromRangeEnd w:id="1"/>'
)
DELETED = '<w:del w:id="3" w:author="某" w:date="2025-01-01T00:00:00Z"><w:r><w:delText>{{ 没有 }}</w:delText></w:r></w:del>'


def test_what_tracked_changes_took_away_is_no_text(tmp_path: Path) -> None:
    own = word_files.line(word_files.run("报送") + MOVED + DELETED + word_files.run("{{ 单位 }}"))
    made = word_files.parts(own + word_files.place() + section())
    letter = Letter(load_letterhead(word_files.packed(made), "局文件.docx"), Values(REPORT))
    assert [block.text for block in letter.whole([])] == ["报送水务局"]
    root = document(made, [], tmp_path)
    assert ["".join(one.itertext()) for one in root.iter(f"{W}moveFrom")] == ["{{ 单位 }}"]


def test_the_report_is_told_where_its_own_page_does_not_count() -> None:
    own = room(section(left=2000, right=2000))
    assert differs(own, "", "局.docx") == [] == differs(room(section()), "GB9704", "局.docx")
    (problem,) = differs(own, "GB9704", "局.docx")
    assert (problem.code, problem.severity, problem.place.file) == ("page-of-the-file", "warning", "局.docx")
    assert [each.code for each in differs(room(section()), "GB33476", "")] == ["page-of-the-file"]
    said = told(own, "局.docx")
    assert said.severity == "info" and "纸 210×297 毫米，正文 139×225 毫米" in said.message.zh
