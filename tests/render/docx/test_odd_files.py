"""Word files as they are met: fields wherever Word keeps text and however it cuts it, first and even pages, traces of WPS."""

import io
import zipfile
from pathlib import Path

import ooxml_integrity
import pytest
import word_files
from openxml_audit import OpenXmlValidator
from word_files import W, header, line, parts, place, run, section, table

from drafter.model.block import Block, Run, text_of
from drafter.model.period import Period
from drafter.model.report import Report
from drafter.render.docx.letter import Letter
from drafter.render.docx.letterhead import load_letterhead
from drafter.render.docx.values import Values
from drafter.render.properties import Properties

REPORT = Report(unit="水务局", title="工作总结", period=Period.parse("2024"))
CONTENT = [Block("paragraph", (Run("稳中有进。"),))]
Parts = dict[str, bytes]


def body(*content: str) -> Parts:
    return parts("".join(content) + section())


def control(content: str) -> str:
    return f'<w:sdt><w:sdtPr><w:id w:val="44"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def nested() -> Parts:
    inner = table((run("内{{ 标题 }}"),)) + line("")
    return body(table((run("外{{ 单位 }}"),)).replace("</w:p></w:tc>", f"</w:p>{inner}</w:tc>", 1), place())


def split() -> Parts:
    """Bookmarks, spelling and page marks inside the braces; two ``w:t`` in one run."""
    first = run("{") + '<w:bookmarkStart w:id="9" w:name="a"/>' + run("{ 单") + '<w:proofErr w:type="gramEnd"/>'
    rest = '<w:bookmarkEnd w:id="9"/><w:r><w:t>位 </w:t><w:lastRenderedPageBreak/><w:t>}</w:t></w:r>' + run("}编")
    return body(line(first + rest), place())


def footnote() -> Parts:
    spaces = f'xmlns:w="{W}"'
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{id}"><w:p><w:r><w:{tag}/></w:r></w:p></w:footnote>'
        for id, (kind, tag) in enumerate((("separator", "separator"), ("continuationSeparator", "continuationSeparator")))
    )
    notes = (
        f'<w:footnotes {spaces}>{separators}<w:footnote w:id="2"><w:p>{run("{{ 单位 }}提供")}</w:p></w:footnote></w:footnotes>'
    )
    referring = line(run("数") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    return parts(referring + place() + section(), {"footnotes.xml": notes}, [("footnotes", "footnotes.xml", False)])


def first_and_even() -> Parts:
    said = {"header1.xml": "首{{ 单位 }}", "header2.xml": "偶{{ 标题 }}", "header3.xml": "奇{{ 期间 }}"}
    refs = "".join(
        f'<w:headerReference w:type="{kind}" r:id="rId{id}"/>' for id, kind in enumerate(("first", "even", "default"), 5)
    )
    ending = section(refs).replace("<w:docGrid", "<w:titlePg/><w:docGrid")
    made = parts(
        place() + ending, {name: header(line(run(text))) for name, text in said.items()}, [("header", n, False) for n in said]
    )
    settings = made["word/settings.xml"].replace(b"</w:settings>", b"<w:evenAndOddHeaders/></w:settings>")
    return {**made, "word/settings.xml": settings}


def from_wps() -> Parts:
    """The property that WPS leaves with its version, and a namespace of its own."""
    made = body(line(run("{{ 单位 }}")), place())
    office = "http://schemas.openxmlformats.org/officeDocument/2006"
    properties = (
        f'<Properties xmlns="{office}/custom-properties" xmlns:vt="{office}/docPropsVTypes"><property'
        ' fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.16417</vt:lpwstr>'
        "</property></Properties>"
    )
    relation = f'<Relationship Id="rIdC" Type="{office}/relationships/custom-properties" Target="docProps/custom.xml"/>'
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    grown = {
        "_rels/.rels": ("</Relationships>", relation),
        "[Content_Types].xml": ("</Types>", f'<Override PartName="/docProps/custom.xml" ContentType="{kind}"/>'),
        "word/document.xml": (
            ' mc:Ignorable="w14"', ' xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData"'
        ),
    }  # fmt: skip
    made |= {name: made[name].replace(end.encode(), (added + end).encode()) for name, (end, added) in grown.items()}
    return {**made, "docProps/custom.xml": properties.encode()}


ODD = {
    "in a control": (lambda: body(line(control(run("{{ 单位 }}"))), place()), "水务局"),
    "a control in the place": (lambda: body(line(control(run("{{ 正文 }}")))), ""),
    "nested tables": (nested, "外水务局\n内工作总结"),
    "split by marks": (split, "水务局编"),
    "in a footnote": (footnote, "数"),
    "first and even pages": (first_and_even, ""),
    "from WPS": (from_wps, "水务局"),
    "spaces of input methods": (lambda: body(line(run("{{\u3000单位\xa0}}")), place()), "水务局"),
    "in the result of a field": (
        lambda: body(line('<w:fldSimple w:instr=" DOCPROPERTY a ">' + run("{{ 单位 }}") + "</w:fldSimple>"), place()),
        "水务局",
    ),
    "columns and a different section": (
        lambda: body(
            line(run("{{ 单位 }}"), section().replace("<w:docGrid", '<w:cols w:num="2" w:space="425"/><w:docGrid')), place()
        ),
        "水务局",
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_it_renders_right(name: str, tmp_path: Path) -> None:
    make, says = ODD[name]
    letter = Letter(load_letterhead(word_files.packed(make()), "局文件.docx"), Values(REPORT))
    assert text_of(letter.whole(CONTENT)).strip() == f"{says}\n稳中有进。".strip()
    data = letter.docx(CONTENT, Properties())
    file = tmp_path / "made.docx"
    file.write_bytes(data)
    assert [str(error) for error in OpenXmlValidator().validate(str(file)).errors] == []
    assert [str(finding) for finding in ooxml_integrity.check(str(file))] == []
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        held = {part: package.read(part) for part in package.namelist()}
    assert not [part for part, content in held.items() if part.endswith(".xml") and b"{{" in content]


def test_every_page_has_its_own_header() -> None:
    letter = Letter(load_letterhead(word_files.packed(first_and_even()), "局文件.docx"), Values(REPORT))
    with zipfile.ZipFile(io.BytesIO(letter.docx(CONTENT, Properties()))) as package:
        said = [package.read(f"word/header{number}.xml").decode() for number in (1, 2, 3)]
    assert ["首水务局" in said[0], "偶工作总结" in said[1], "奇2024年" in said[2]] == [True] * 3


def test_a_page_break_before_the_words_of_the_place_stays() -> None:
    broken = line('<w:r><w:br w:type="page"/></w:r>' + run("{{ 正文 }}"))
    letter = Letter(load_letterhead(word_files.packed(body(line(run("封面")), broken)), "局文件.docx"), Values(REPORT))
    with zipfile.ZipFile(io.BytesIO(letter.docx(CONTENT, Properties()))) as package:
        assert package.read("word/document.xml").count(b"<w:pageBreakBefore/>") == 1
