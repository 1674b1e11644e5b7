"""Charts in the Word file: what is drawn, the workbook behind it, and how both are packed."""

import io
import zipfile
from pathlib import Path

import ooxml_integrity
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from drafter.model.block import Block, Drawing, Run
from drafter.render.docx import write_docx
from drafter.render.docx.base import make
from drafter.render.docx.chart import workbook
from drafter.render.docx.package import lay_out, packed, read, zipped
from drafter.render.properties import Properties

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
ROWS = (("单位：亿元", "2023年", "2024年"), ("输出<技术>", "12.18", "15.70"), ("吸纳技术", "", "30.32"), ("合计", "1,038", "-1"))
KINDS = ("柱形图", "折线图", "饼图")


def chart(kind: str, rows: tuple[tuple[str, ...], ...] = ROWS) -> Block:
    return Block("chart", rows=rows, drawing=Drawing(kind, "合同“额”", "亿元", 'a "b" & <c>\n二'))


def package(*blocks: Block, base: bytes | None = None) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(write_docx(blocks, None, Properties(), base)))


def drawn(kind: str) -> etree._Element:
    return etree.fromstring(package(chart(kind)).read("word/charts/drafterChart1.xml"))


def cached(element: etree._Element, path: str) -> dict[str, str]:
    return {point.get("idx"): point[0].text for point in element.findall(f"{path}//{C}pt")}


@pytest.mark.parametrize(("kind", "tag"), [("柱形图", "barChart"), ("折线图", "lineChart"), ("饼图", "pieChart")])
def test_each_kind_draws_its_series(kind: str, tag: str) -> None:
    plot = drawn(kind).find(f".//{C}{tag}")
    assert plot is not None
    series = plot.findall(f"{C}ser")
    assert len(series) == (1 if kind == "饼图" else 2)
    assert cached(series[0], f"{C}tx") == {"0": "2023年"}
    assert cached(series[0], f"{C}cat") == {"0": "输出<技术>", "1": "吸纳技术", "2": "合计"}
    assert cached(series[0], f"{C}val") == {"0": "12.18", "2": "1038"}, "a missing value is a gap"


def test_a_number_keeps_the_decimals_it_was_typed_with() -> None:
    rows = (("", "甲"), ("2023年", "12.18"), ("2024年", "15.70"))
    root = etree.fromstring(package(chart("柱形图", rows)).read("word/charts/drafterChart1.xml"))
    assert root.find(f".//{C}dLbls/{C}numFmt").get("formatCode") == "0.00"


def test_columns_begin_at_nought() -> None:
    positive = (("", "甲"), ("2023年", "98"), ("2024年", "99"))
    root = etree.fromstring(package(chart("柱形图", positive)).read("word/charts/drafterChart1.xml"))
    assert root.find(f".//{C}valAx/{C}scaling/{C}min").get("val") == "0"
    assert drawn("柱形图").find(f".//{C}valAx/{C}scaling/{C}min") is None, "but not where a value is below"


def test_no_colour_and_a_title_only_for_the_unit() -> None:
    for kind in KINDS:
        root = drawn(kind)
        colours = {element.get("val") for element in root.iter(f"{A}srgbClr")}
        assert all(colour[:2] == colour[2:4] == colour[4:] for colour in colours)
        assert [element.text for element in root.iter(f"{A}t")] == ([] if kind == "饼图" else ["单位：亿元"])


def test_the_document_shows_it_with_alternative_text() -> None:
    content = package(chart("饼图"), Block("caption", (Run("图1"),)), chart("折线图"))
    root = etree.fromstring(content.read("word/document.xml"))
    shown = root.findall(f".//{WP}docPr")
    assert [(each.get("id"), each.get("name"), each.get("descr")) for each in shown] == [
        ("1001", "合同“额”", 'a "b" & <c>\n二'), ("1002", "合同“额”", 'a "b" & <c>\n二'),
    ]  # fmt: skip
    relations = content.read("word/_rels/document.xml.rels").decode()
    assert all(f'Id="{each.get(next(iter(each.attrib)))}"' in relations for each in root.iter(f"{C}chart"))


def test_the_workbook_holds_the_numbers_as_numbers() -> None:
    book = zipfile.ZipFile(io.BytesIO(package(chart("柱形图")).read("word/embeddings/drafterBook1.xlsx")))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert '<c r="B2"><v>12.18</v></c>' in sheet and '<c r="B4"><v>1038</v></c>' in sheet and 'r="B3"' not in sheet
    assert "输出&lt;技术&gt;" in book.read("xl/sharedStrings.xml").decode()
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(workbook((("", "=1+1"), ("=A1", "=2"))))).read("xl/worksheets/sheet1.xml")


def test_same_numbers_same_bytes() -> None:
    blocks = [chart(kind) for kind in KINDS]
    assert write_docx(blocks, None, Properties()) == write_docx(list(blocks), None, Properties())
    with package(*blocks) as content:
        assert content.testzip() is None
        assert {entry.date_time for entry in content.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert len(content.namelist()) == len(set(content.namelist()))


def test_validators_find_nothing(tmp_path: Path) -> None:
    blocks = [Block("paragraph", (Run("前"),)), Block("break")]
    for kind in KINDS:
        blocks += [
            chart(kind),
            Block("caption", (Run("图"),)),
            chart(kind, (("", "甲"), ("乙", "7"))),
            Block("note", (Run("注"),)),
        ]
    blocks += [chart("柱形图", (("", *map(str, range(30))), *((str(row), *["5"] * 30) for row in range(9))))]
    file = tmp_path / "charts.docx"
    file.write_bytes(write_docx(blocks, None, Properties("图")))
    assert [str(error) for error in OpenXmlValidator().validate(str(file)).errors] == []
    assert [str(finding) for finding in ooxml_integrity.check(str(file))] == []


def test_a_base_without_relations_of_its_own_gets_them() -> None:
    parts = {part.name: part for part in read(make())}
    rels = parts["word/_rels/document.xml.rels"]
    kept = rels.inflated().partition(b"><Relationship ")
    styles = next(each for each in kept[2].split(b"<Relationship ") if b"styles.xml" in each)
    parts[rels.name] = packed(
        rels.name, kept[0] + b"><Relationship " + styles.removesuffix(b"</Relationships>") + b"</Relationships>"
    )
    relations = package(chart("饼图"), base=zipped(lay_out(parts.values()))).read(rels.name).decode()
    assert relations.count("<Relationship ") == 2 and relations.endswith("</Relationships>")
