"""Pages on their side, and tables on them: sections, widths, and what LibreOffice prints."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import ooxml_integrity
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from drafter.model.block import Block, Run
from drafter.model.style import Page
from drafter.render.docx import write_docx
from drafter.render.docx.body import section
from drafter.render.docx.landscape import Turns, sideways
from drafter.render.docx.table import columns
from drafter.render.properties import Properties

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FONTS = Path(os.environ.get("OFFICE_ENV", Path.home() / ".cache" / "office-env")) / "fonts.conf"
TURN, BACK, BREAK = Block("landscape"), Block("portrait"), Block("break")
TABLE = Block("table", rows=(("县区", "数"), *((f"第{place}区", f"{place}.5") for place in range(60))))


def words(text: str, kind: str = "paragraph") -> Block:
    return Block(kind, (Run(text),))


def pages_of(*blocks: Block, page: Page | None = None) -> list[tuple[str, str]]:
    """Width and orientation of each section, in their order."""
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(write_docx(blocks, page, Properties()))) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    sizes = [found.find(f"{W}pgSz") for found in root.iter(f"{W}sectPr")]
    return [(size.get(f"{W}w"), size.get(f"{W}orient", "")) for size in sizes]


UPRIGHT, SIDE = ("11906", ""), ("16838", "landscape")


def test_sections_begin_and_end_where_pages_turn() -> None:
    assert pages_of(words("前"), TURN, TABLE, BACK, words("后")) == [UPRIGHT, SIDE, UPRIGHT]
    assert pages_of(words("前"), TURN, words("表"), BACK, TURN, TABLE, BACK, words("后")) == [UPRIGHT, SIDE, UPRIGHT]


def test_no_page_is_left_empty() -> None:
    assert pages_of(words("前"), BREAK, TURN, TABLE, BACK) == [UPRIGHT, SIDE], "nothing upright follows"
    assert pages_of(TURN, TABLE, BACK, words("后")) == [SIDE, UPRIGHT], "nothing upright came before"
    assert pages_of(words("前"), TURN, BACK, words("后")) == [UPRIGHT]


def test_the_sheet_keeps_its_margins_when_it_is_turned() -> None:
    turned = sideways(section())
    assert 'w:top="1588" w:right="2098" w:bottom="1474" w:left="1984"' in turned
    assert pages_of(words("前"), TURN, TABLE, page=Page(margins="GB33476"))[1] == SIDE


def test_page_numbers_go_on() -> None:
    base = section().replace("<w:docGrid", '<w:pgNumType w:start="5"/><w:docGrid')
    turns, written = Turns(base), ["<w:p>前</w:p>"]
    turns.turn("landscape")
    assert turns.settle(written, "") and 'w:start="5"' in written[0]
    assert "w:start" not in turns.closing and 'w:orient="landscape"' in turns.closing


def test_an_imprint_behind_them_is_on_an_upright_page_of_its_own() -> None:
    import io
    import zipfile

    blocks = [words("前"), TURN, TABLE, BACK, words("抄送：甲。", "copies"), words("乙\t印发", "imprint")]
    with zipfile.ZipFile(io.BytesIO(write_docx(blocks, None, Properties()))) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    last = [each.tag.removeprefix(W) for each in root[0]][-5:]
    # LibreOffice floats 版记 by the paragraph before it, which must be on the page already.
    assert last == ["p", "p", "tbl", "p", "sectPr"] and root[0][-5].find(f".//{W}sectPr") is not None


def test_a_table_fills_the_page_it_is_on() -> None:
    rows = (("甲" * 40, "乙", "12345.67"), ("甲", "乙", "1"))
    assert sum(columns(rows)) == 8844 and sum(columns(rows, 12756)) == 12756
    assert columns(rows)[2] > 8 * 120 + 114, "numbers stay whole"


def test_numbers_stand_under_each_other() -> None:
    import io
    import zipfile

    data = write_docx([Block("table", rows=(("名", "数"), ("甲", "71"), ("乙", "8.25")))], None, Properties())
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    indents = [dict(found.attrib) for found in root.iter(f"{W}ind")]
    assert [(each[f"{W}left"], each[f"{W}right"]) for each in indents] == [("0", "300"), ("120", "0")]


def test_validators_find_nothing(tmp_path: Path) -> None:
    file = tmp_path / "turned.docx"
    blocks = [
        words("前"),
        TURN,
        words("表1", "caption"),
        words("单位：家", "unit"),
        TABLE,
        words("注", "note"),
        BACK,
        TABLE,
        TURN,
        TABLE,
    ]
    file.write_bytes(write_docx(blocks, None, Properties("表")))
    assert [str(error) for error in OpenXmlValidator().validate(str(file)).errors] == []
    assert [str(finding) for finding in ooxml_integrity.check(str(file))] == []


@pytest.mark.office
def test_libreoffice_turns_the_pages_and_repeats_the_head(tmp_path: Path) -> None:
    if not (shutil.which("soffice") and shutil.which("pdftotext") and FONTS.is_file()):
        pytest.skip("LibreOffice, poppler or the look-alike fonts are not here")
    file = tmp_path / "turned.docx"
    file.write_bytes(write_docx([words("前"), TURN, TABLE, BACK, words("后")], None, Properties()))
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(file)],
        env={**os.environ, "FONTCONFIG_FILE": str(FONTS)},
        check=True,
        capture_output=True,
        timeout=180,
    )
    boxes = subprocess.run(
        ["pdftotext", "-bbox", str(file.with_suffix(".pdf")), "-"], capture_output=True, text=True, check=True
    ).stdout
    sizes = [float(found) for found in re.findall(r'<page width="([\d.]+)"', boxes)]
    assert [round(size / 72 * 25.4) for size in sizes] == [210, 297, 297, 297, 210]
    pages = boxes.split("<page ")[1:]
    assert [page.count(">县区<") for page in pages] == [0, 1, 1, 1, 0]
    assert [re.findall(r">—</word>\s*<word[^>]*>(\d)</word>", page) for page in pages] == [["1"], ["2"], ["3"], ["4"], ["5"]]
    assert min(float(left) for left in re.findall(r'xMin="([\d.]+)"[^>]*>第', pages[1])) / 72 * 25.4 > 35
