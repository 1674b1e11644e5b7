"""A base.docx that somebody else saved: kept where it is sound, refused with its name where it is not."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import ooxml_integrity
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from drafter.model.block import Block, Run
from drafter.model.problem import Place, Refused
from drafter.model.style import Page
from drafter.render.docx import write_docx
from drafter.render.docx.base import make
from drafter.render.properties import Properties

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ABOUT = Properties("工作总结", "临江市水务局")
Parts = dict[str, bytes]


class Stream(io.RawIOBase):
    """Takes bytes and cannot go back, so that zipfile writes data descriptors as Word does."""

    def __init__(self) -> None:
        self.taken = b""

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self.taken += bytes(data)
        return len(data)


def parts_of(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Parts, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = Stream()
    with zipfile.ZipFile(stream, "w", method) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.taken


def changed(name: str, *replacements: tuple[str, str]) -> Parts:
    parts = parts_of(make())
    text = parts[name].decode()
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    return {**parts, name: text.encode()}


def sound(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "made.docx"
    file.write_bytes(data)
    assert [str(error) for error in OpenXmlValidator().validate(str(file)).errors] == []
    assert [str(finding) for finding in ooxml_integrity.check(str(file))] == []


def written(base: bytes, blocks: list[Block], page: Page | None = None) -> etree._Element:
    return etree.fromstring(parts_of(write_docx(blocks, page, ABOUT, base))["word/document.xml"])


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_other_order_streamed_or_stored(
    method: int,
    report: list[Block],
    tmp_path: Path,
    docx_lines: Callable[[bytes], list[str]],
    txt_lines: Callable[[list[Block]], list[str]],
) -> None:
    parts = dict(reversed(parts_of(make()).items()))
    data = write_docx(report, None, ABOUT, packed(parts, method))
    assert docx_lines(data) == txt_lines(report)
    sound(data, tmp_path)


def test_ids_in_the_language_of_words_menus() -> None:
    base = changed(
        "word/styles.xml",
        ('w:styleId="Title"', 'w:styleId="a3"'),
        ('w:styleId="Heading1"', 'w:styleId="1"'),
        ('<w:link w:val="Heading1"/>', '<w:link w:val="1"/>'),
        ('w:styleId="Heading1Char"', 'w:styleId="10"'),
        ('<w:link w:val="Heading1Char"/>', '<w:link w:val="10"/>'),
        ('"Heading 1 Char"', '"标题 1 字符"'),
    )
    title, heading, text = written(
        packed(base),
        [
            Block("title", (Run("总结"),)),
            Block("heading", (Run("一、成效"),), 1),
            Block("paragraph", (Run("二、短板。", 1), Run("正文"))),
        ],
    )[0][:3]
    assert title.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "a3"
    assert heading.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "1"
    assert text.find(f"{W}r/{W}rPr/{W}rStyle").get(f"{W}val") == "10"


def test_restyled_looks_and_the_page_are_kept() -> None:
    base = changed("word/styles.xml", ('w:eastAsia="方正小标宋简体"', 'w:eastAsia="华文中宋"'))
    base = {
        **base,
        "word/document.xml": changed(
            "word/document.xml",
            ("<w:sectPr>", '<w:sectPr w:rsidR="00AB12CD">'),
            ('w:header="851"', 'w:header="900"'),
            ("<w:document ", '<w:document xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '),
        )["word/document.xml"],
    }
    data = write_docx([Block("paragraph", (Run("正文"),))], Page(), ABOUT, packed(base))
    parts = parts_of(data)
    assert "华文中宋" in parts["word/styles.xml"].decode()
    root = etree.fromstring(parts["word/document.xml"])
    section = root[0][-1]
    assert section.find(f"{W}pgMar").get(f"{W}header") == "900"
    assert len(section.findall(f"{W}footerReference")) == 2
    assert "样张" not in parts["word/document.xml"].decode()
    other = etree.fromstring(parts_of(write_docx([], Page(margins="GB33476"), ABOUT, packed(base)))["word/document.xml"])[0][-1]
    assert dict(other.find(f"{W}pgMar").attrib)[f"{W}header"] == "900"
    assert other.find(f"{W}pgMar").get(f"{W}top") == "1960"


def test_an_empty_section_of_the_base_does_no_harm() -> None:
    parts = parts_of(make())
    head, _, rest = parts["word/document.xml"].partition(b"<w:sectPr>")
    parts["word/document.xml"] = head + b"<w:sectPr/>" + rest.partition(b"</w:sectPr>")[2]
    assert written(packed(parts), [])[0][-1].tag == f"{W}sectPr"
    parts["word/document.xml"] = head + rest.partition(b"</w:sectPr>")[2]
    assert written(packed(parts), [])[0][-1].find(f"{W}pgMar").get(f"{W}top") == "2098"


def test_styles_that_a_bureau_lacks_are_added(report: list[Block], tmp_path: Path) -> None:
    """A document as any program makes it: its own default style, headings without a face to run in, no properties."""
    parts = parts_of(make())
    sheet = etree.fromstring(parts["word/styles.xml"])
    for style in sheet.findall(f"{W}style"):
        name = style.find(f"{W}name").get(f"{W}val")
        if name not in ("Normal", "heading 2", "footer"):
            sheet.remove(style)
        elif name == "heading 2":
            style.remove(style.find(f"{W}link"))
            style.set(f"{W}styleId", "Title")
        elif name == "Normal":
            style.set(f"{W}styleId", "a")
    for other in sheet.findall(f"{W}style"):
        for link in (*other.findall(f"{W}basedOn"), *other.findall(f"{W}next")):
            link.set(f"{W}val", "a")
    parts["word/styles.xml"] = etree.tostring(sheet, xml_declaration=True, encoding="UTF-8", standalone=True)
    del parts["docProps/core.xml"]
    for name in ("[Content_Types].xml", "_rels/.rels"):
        root = etree.fromstring(parts[name])
        for element in root:
            if "core" in (element.get("PartName") or element.get("Target") or ""):
                root.remove(element)
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    data = write_docx(report, None, ABOUT, packed(parts))
    sound(data, tmp_path)
    styles = etree.fromstring(parts_of(data)["word/styles.xml"])
    ids = {style.get(f"{W}styleId"): style.find(f"{W}name").get(f"{W}val") for style in styles.iter(f"{W}style")}
    assert ids["Title"] == "heading 2" and ids["drafterTitle"] == "Title"
    assert b"<dc:title>" in parts_of(data)["docProps/core.xml"]


def damaged() -> bytes:
    data = bytearray(make())
    at = data.index(b"word/styles.xml") + 60
    data[at : at + 20] = bytes(20)
    return bytes(data)


def without(name: str) -> Parts:
    return {other: content for other, content in parts_of(make()).items() if other != name}


BROKEN = {
    "empty": b"",
    "not a zip": "这是一封信".encode(),
    "old Word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "cut short": make()[:-400],
    "cut in front": make()[500:],
    "damaged part": damaged(),
    "zip of something else": packed({"a.txt": b"a"}),
    "no styles": packed(without("word/styles.xml")),
    "no document": packed(without("word/document.xml")),
    "document is no XML": packed({**parts_of(make()), "word/document.xml": b"<w:document"}),
    "a DTD": packed(changed("word/styles.xml", ("<w:styles ", '<!DOCTYPE w:styles [<!ENTITY b "c">]><w:styles '))),
    "one bit turned": packed(parts_of(make()), zipfile.ZIP_STORED).replace(b'w:percent="100"', b'w:percent="900"'),
    "macros": packed(changed("[Content_Types].xml", ("document.main+xml", "document.macroEnabled.main+xml"))),
    "UTF-16 styles": packed(
        {
            **parts_of(make()),
            "word/styles.xml": parts_of(make())["word/styles.xml"].decode().replace("UTF-8", "UTF-16").encode("utf-16"),
        }
    ),
    "strict": packed(
        changed("word/document.xml", ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/w"))
    ),
    "a bomb": packed({**parts_of(make()), "word/media/big.bin": bytes(70_000_000)}),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_base_is_refused_by_name(case: str) -> None:
    with pytest.raises(Refused) as caught:
        write_docx([], None, ABOUT, BROKEN[case], "templates/局里的.docx")
    (problem,) = caught.value.problems
    assert problem.code == "base-broken"
    assert problem.place == Place("templates/局里的.docx")
    assert "templates/局里的.docx" in problem.message.zh
    assert problem.fix.zh


@pytest.mark.parametrize("length", range(0, len(make()), 97))
def test_a_base_cut_anywhere_is_refused(length: int) -> None:
    with pytest.raises(Refused):
        write_docx([], None, ABOUT, make()[:length])
