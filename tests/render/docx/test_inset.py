"""Charts, and pages on their side, in a Word file of the bureau's own."""

import io
import zipfile
from pathlib import Path

import ooxml_integrity
import pytest
import word_files
from lxml import etree
from openxml_audit import OpenXmlValidator

from drafter.model.block import Block, Drawing, Run
from drafter.model.figure import Figure
from drafter.model.report import Report
from drafter.render.docx.letter import Letter
from drafter.render.docx.letterhead import load_letterhead
from drafter.render.docx.values import Values
from drafter.render.properties import Properties

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ABOUT = Properties("2024年工作总结", "临江市科学技术局")
REPORT = Report(unit="临江市科学技术局", figures=(Figure(id="高企净增", value="76", unit="家", year_before="60"),))
CONTENT = [Block("heading", (Run("一、完成情况", 1),), 1), Block("paragraph", (Run("净增76家。"),))]


def filled(made: dict[str, bytes]) -> Letter:
    return Letter(load_letterhead(word_files.packed(made), "局文件.docx"), Values(REPORT))


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def sound(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "made.docx"
    file.write_bytes(data)
    assert [str(error) for error in OpenXmlValidator().validate(str(file)).errors] == []
    assert [str(finding) for finding in ooxml_integrity.check(str(file))] == []


WIDE = [
    Block("landscape"),
    Block("table", rows=(("指标", "完成"), ("净增", "76"))),
    Block("portrait"),
]


@pytest.mark.parametrize("name", word_files.FILES)
@pytest.mark.parametrize("after", [[], [Block("paragraph", (Run("表后。"),))]], ids=["last", "between"])
def test_pages_on_their_side_are_sections_between_the_files_own(name: str, after: list[Block], tmp_path: Path) -> None:
    data = filled(word_files.FILES[name]()).docx([*CONTENT, *WIDE, *after], ABOUT)
    sound(data, tmp_path)
    root = etree.fromstring(parts_of(data)["word/document.xml"])
    sections = list(root.iter(f"{W}sectPr"))
    sides = [section.find(f"{W}pgSz").get(f"{W}orient") == "landscape" for section in sections]
    assert sides.count(True) == 1 and sides[sides.index(True) - 1] is False
    if after:
        assert sides[sides.index(True) + 1] is False
    # Its page number is the file's own, and goes on.
    starts = [section.find(f"{W}pgNumType") for section in sections]
    at = sides.index(True)
    assert [start is not None and start.get(f"{W}start") for start in starts[at : at + 1 + len(after)]] == [None] * (
        1 + len(after)
    )
    assert next(one.tag.rpartition("}")[2] for one in sections[at]) in ("headerReference", "footerReference")


def test_a_chart_stands_in_the_place(tmp_path: Path) -> None:
    chart = Block("chart", rows=(("", "总数"), ("2023", "278"), ("2024", "349")), drawing=Drawing("柱形图", "高企总数", "家"))
    data = filled(word_files.bulletin()).docx([*CONTENT, chart], ABOUT)
    sound(data, tmp_path)
    assert len([name for name in parts_of(data) if name.startswith("word/charts/")]) >= 1
