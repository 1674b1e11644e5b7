"""Page numbers of pages on their side: GB/T 9704-2012, 8: where those of upright pages are."""

import io
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import ooxml_integrity
import pytest
import word_files
from openxml_audit import OpenXmlValidator

from drafter.model.block import Block, Run
from drafter.model.figure import Figure
from drafter.model.report import Report
from drafter.model.style import Page
from drafter.render.docx import write_docx
from drafter.render.docx.body import section
from drafter.render.docx.letter import Letter
from drafter.render.docx.letterhead import load_letterhead
from drafter.render.docx.turned import turned
from drafter.render.docx.values import Values
from drafter.render.properties import Properties

FONTS = Path(os.environ.get("OFFICE_ENV", Path.home() / ".cache" / "office-env")) / "fonts.conf"
TURN, BACK = Block("landscape"), Block("portrait")
TABLE = Block("table", rows=(("县区", "数"), *((f"第{place}区", f"{place}.5") for place in range(60))))
TEXT = Block("paragraph", (Run("前" * 700),))
POINT = 25.4 / 72
FOOTERS = '<w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>'
RELATIONS = '<Relationships><Relationship Id="rId4" Target="footer1.xml"/><Relationship Target="/word/footer2.xml" Id="rId5"/></Relationships>'
FIGURES = (Figure(id="高企净增", name="高企净增", value="76", unit="家", year_before="60"),)
NUMBER = '<w:p w14:paraId="1"><w:r><w:instrText> PAGE </w:instrText></w:r></w:p>'


def parts(odd: str, even: str = NUMBER) -> dict[str, bytes]:
    made = {f"word/footer{place}.xml": f'<w:ftr xmlns:w="w">{text}</w:ftr>'.encode() for place, text in enumerate((odd, even), 1)}
    return {**made, "word/_rels/document.xml.rels": RELATIONS.encode()}


def sideways(known: dict[str, bytes]) -> tuple[str, list[str]]:
    side, made = turned(section(FOOTERS), "word/document.xml", lambda name: known.get(name, b""))
    return side, [each.part.inflated().decode() for each in made]


def test_each_footer_is_put_into_a_box_of_its_own() -> None:
    side, footers = sideways(parts(NUMBER))
    assert re.findall(r'type="(\w+)" r:id="(\w+)"', side) == [("default", "drafterTurned1"), ("even", "drafterTurned2")]
    assert 'w:orient="landscape"' in side and "paraId" not in "".join(footers)
    assert [len(re.findall(r"<w:txbxContent>.*? PAGE .*?</w:txbxContent>", text)) for text in footers] == [2, 2]
    assert len(set(re.findall(r'docPr id="(\d+)"', "".join(footers)))) == 2


@pytest.mark.parametrize(
    "text",
    [
        "<w:p><w:r><w:t>甲局</w:t></w:r></w:p>",
        NUMBER.replace("</w:p>", '<w:r><w:drawing r:embed="rId1"/></w:r></w:p>'),
        f"<w:tbl>{NUMBER}</w:tbl>",
        "",
    ],
)
def test_what_cannot_be_turned_stays_below(text: str) -> None:
    side, footers = sideways(parts(text))
    assert re.findall(r'r:id="(\w+)"', side) == ["rId4", "drafterTurned1"] and len(footers) == 1
    known = parts(text, text)
    assert sideways(known)[0] == sideways({})[0] and 'w:footer="1417"' in sideways(known)[0]
    assert sideways({"word/_rels/document.xml.rels": b"\xff\xfe"})[1] == []


def test_the_text_block_keeps_its_room() -> None:
    known = parts(NUMBER)
    near, _ = turned(section(FOOTERS).replace('w:right="1474"', 'w:right="900"'), "word/document.xml", lambda name: known.get(name, b""))  # fmt: skip
    assert 'w:footer="840"' in near, "the line that holds the box is below the text"


@pytest.mark.parametrize("page", [None, Page(margins="GB33476", fonts="win10")], ids=["standard", "B"])
def test_validators_find_nothing(page: Page | None, tmp_path: Path) -> None:
    sound(write_docx([TEXT, TURN, TABLE, BACK, TEXT], page, Properties("表")), tmp_path)


@pytest.mark.parametrize("name", word_files.FILES)
def test_a_file_of_the_bureaus_own_keeps_its_number_at_its_place(name: str) -> None:
    made = word_files.FILES[name]()
    letter = Letter(load_letterhead(word_files.packed(made), "局文件.docx"), Values(Report(unit="甲局", figures=FIGURES)))
    with zipfile.ZipFile(io.BytesIO(letter.docx([TEXT, TURN, TABLE, BACK], Properties("表")))) as package:
        turned_here = [part for part in package.namelist() if "Turned" in part]
    counted = [part for part, data in made.items() if "footer" in part and b" PAGE " in data]
    assert len(turned_here) == len(counted)


def sound(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "made.docx"
    file.write_bytes(data)
    assert [str(error) for error in OpenXmlValidator().validate(str(file)).errors] == []
    assert [str(finding) for finding in ooxml_integrity.check(str(file))] == []


@pytest.mark.office
def test_libreoffice_prints_it_where_it_is_on_upright_pages(tmp_path: Path) -> None:
    if not (shutil.which("soffice") and shutil.which("pdftotext") and FONTS.is_file()):
        pytest.skip("LibreOffice, poppler or the look-alike fonts are not here")
    file = tmp_path / "turned.docx"
    imprint = Block("imprint", (Run("甲局办公室\t印发"),))
    file.write_bytes(write_docx([TEXT, TURN, TABLE, BACK, imprint], None, Properties()))
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
    odd, even, *side = [_number(page) for page in boxes.split("<page ")[1:]]
    assert len(side) == 4 and ">甲局办公室<" in boxes.split("<page ")[-1], "three pages on their side, one behind them for 版记"
    for place, (turned_box, upright) in enumerate(zip(side[:3], (odd, even, odd), strict=True)):
        assert turned_box == pytest.approx(upright, abs=1), f"page {place + 3}"
    # One character from the edges of the text block, which is 28 mm from the left and 26 mm from the right.
    assert 210 - 26 - odd[1] == pytest.approx(14 * POINT, abs=1) and even[0] - 28 == pytest.approx(14 * POINT, abs=1)


def _number(page: str) -> tuple[float, float, float, float]:
    """— 1 — in mm: from the left of the upright sheet to both its ends, from its foot to its lower and its upper side."""
    wide, high = (float(found) for found in re.findall(r'(?:width|height)="([\d.]+)"', page)[:2])
    word = r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">%s</word>'
    (found,) = re.findall(r"\s*".join((word % "—", word % r"\d", word % "—")), page)
    (left, top, *_), (*_, right, bottom) = found[:4], found[8:]
    x, y, end_x, end_y = map(float, (left, top, right, bottom))
    box = (y, end_y, x, end_x) if wide > high else (x, end_x, high - end_y, high - y)
    return box[0] * POINT, box[1] * POINT, box[2] * POINT, box[3] * POINT
