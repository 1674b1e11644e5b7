"""A Word file of the bureau's own as the base: what it says, that it is sound, and what is told of one that is not."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import ooxml_integrity
import pytest
import word_files
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator

from drafter.model.block import Block, Run, text_of
from drafter.model.figure import Figure
from drafter.model.period import Period
from drafter.model.problem import Refused
from drafter.model.report import Report
from drafter.model.text import forbidden
from drafter.render.docx.letter import Letter
from drafter.render.docx.letterhead import is_letterhead, load_letterhead
from drafter.render.docx.values import Values
from drafter.render.properties import Properties

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ABOUT = Properties("2024年工作总结", "临江市科学技术局")
REPORT = Report(
    unit="临江市科学技术局",
    period=Period.parse("2024"),
    title="2024年工作总结和2025年工作打算",
    number="临科发〔2025〕3号",
    addressees="市人民政府：",
    signature="临江市科学技术局",
    date="2025-01-08",
    figures=(Figure(id="高企净增", name="高新技术企业净增", value="76", unit="家", year_before="60"),),
)


def content(report: Report = REPORT) -> list[Block]:
    """What the layouts make of ``report``, in short."""
    front = [("number", report.number), ("title", report.title), ("addressees", report.addressees)]
    end = [("signature", report.signature), ("date", "2025年1月8日")]
    return [
        *(Block(kind, (Run(text),)) for kind, text in front),
        Block("paragraph", (Run("全年各项工作稳中有进。"),)),
        Block("heading", (Run("一、完成情况", 1),), 1, "成绩"),
        Block("paragraph", (Run("（一）强企。", 2), Run("净增76家。")), fact="成绩/1"),
        Block("table", rows=(("指标", "完成"), ("净增", "76"))),
        *(Block(kind, (Run(text),)) for kind, text in end),
    ]


def letter(made: dict[str, bytes], report: Report = REPORT) -> Letter:
    return Letter(load_letterhead(word_files.packed(made), "templates/局文件.docx"), Values(report))


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def sound(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "made.docx"
    file.write_bytes(data)
    assert [str(error) for error in OpenXmlValidator().validate(str(file)).errors] == []
    assert [str(finding) for finding in ooxml_integrity.check(str(file))] == []


def own_text(paragraph: etree._Element) -> str:
    texts = (node for node in paragraph.iter(f"{W}t") if next(node.iterancestors(f"{W}p")) is paragraph)
    return "".join(node.text or "" for node in texts)


def said(part: bytes) -> list[str]:
    """The paragraphs with text, each once."""
    root = etree.fromstring(part)
    found = [own_text(one) for one in root.iter(f"{W}p") if not list(one.iterancestors(f"{MC}Fallback"))]
    return [text for text in found if text.strip()]


@pytest.mark.parametrize("name", word_files.FILES)
def test_the_files_themselves_are_sound(name: str, tmp_path: Path) -> None:
    sound(word_files.packed(word_files.FILES[name]()), tmp_path)


@pytest.mark.parametrize("name", word_files.FILES)
def test_filled_it_is_sound_and_says_what_txt_says(name: str, tmp_path: Path) -> None:
    made = letter(word_files.FILES[name]())
    data = made.docx(content(), ABOUT)
    sound(data, tmp_path)
    lines = text_of(made.whole(content())).replace("\t", "\n").split("\n")
    assert said(parts_of(data)["word/document.xml"]) == [line for line in lines if line.strip()]
    assert not [part for part, held in parts_of(data).items() if part.endswith(".xml") and b"{{" in held]
    assert data == letter(word_files.FILES[name]()).docx(content(), ABOUT)
