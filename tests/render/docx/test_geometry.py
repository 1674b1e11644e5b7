"""The page as LibreOffice prints it, measured on the PDF: GB/T 9704-2012, 5.2, 7.3 and 7.5."""

import os
import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from drafter.model.block import Block, Run
from drafter.model.style import Page
from drafter.render.docx import write_docx
from drafter.render.properties import Properties

pytestmark = pytest.mark.office

MM = 72 / 25.4
SOLID = "水" * (28 * 22 * 3)
FONTS = Path(os.environ.get("OFFICE_ENV", Path.home() / ".cache" / "office-env")) / "fonts.conf"


class Word(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    text: str


Lines = list[list[Word]]


def line(kind: str, *texts: str | Run, level: int = 0) -> Block:
    return Block(kind, tuple(Run(text) if isinstance(text, str) else text for text in texts), level)


CONTENT = [
    line("title", "临江市水务局2025年上半年工作总结和下半年工作打算"),
    line("addressees", "市人民政府："),
    line("paragraph", "总起一句。"),
    line("heading", "一、一级标题", level=1),
    line("heading", "（一）二级标题", level=2),
    line("paragraph", Run("1.接排标题。", 3), "接排正文。"),
    line("signature", "临江市水利工程质量监督站"),
    line("date", "2025年7月8日"),
    line("paragraph", "附言。"),
    line("signature", "水务局"),
    line("date", "2025年12月18日"),
    Block("break"),
    line("paragraph", SOLID),
]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Lines]]:
    """Profile → pages → lines → words. One run of LibreOffice for all, since starting it takes seconds."""
    if not (shutil.which("soffice") and shutil.which("pdftotext") and FONTS.is_file()):
        pytest.skip("LibreOffice, poppler or the look-alike fonts are not here")
    folder = tmp_path_factory.mktemp("printed")
    for profile in ("GB9704", "GB33476"):
        (folder / f"{profile}.docx").write_bytes(write_docx(CONTENT, Page(margins=profile), Properties("总结")))
    profile_folder = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile_folder}", "--headless", "--convert-to", "pdf", "--outdir"]
    subprocess.run(
        [*command, str(folder), str(folder / "GB9704.docx"), str(folder / "GB33476.docx")],
        env={**os.environ, "FONTCONFIG_FILE": str(FONTS)},
        check=True,
        capture_output=True,
        timeout=180,
    )
    return {profile: pages(folder / f"{profile}.pdf") for profile in ("GB9704", "GB33476")}


def pages(pdf: Path) -> list[Lines]:
    boxes = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    pattern = r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
    found = []
    for page in boxes.split("<page ")[1:]:
        words = [Word(*map(float, match.groups()[:4]), match[5]) for match in re.finditer(pattern, page)]
        lines: Lines = []
        for word in sorted(words, key=lambda word: (round(word.bottom), word.left)):
            if lines and abs(lines[-1][-1].bottom - word.bottom) < 5:
                lines[-1].append(word)
            else:
                lines.append([word])
        found.append([sorted(line) for line in lines])
    return found


def said(words: list[Word]) -> str:
    return "".join(word.text for word in words)


def find(lines: Lines, text: str) -> list[Word]:
    return next(words for words in lines if text in said(words))


@pytest.mark.parametrize("profile", ["GB9704", "GB33476"])
def test_a_solid_page_has_22_lines_of_28_characters(printed: dict[str, list[Lines]], profile: str) -> None:
    first, full = printed[profile][1:3]
    assert [len(said(words)) for words in first[:-1]] == [26] + [28] * 21
    assert [len(said(words)) for words in full[:-1]] == [28] * 22
    assert full[0][0].left / MM == pytest.approx(28, abs=0.3)
    assert full[0][-1].right / MM == pytest.approx(28 + 156, abs=0.6)


@pytest.mark.parametrize(("profile", "pitch"), [("GB9704", 28.95), ("GB33476", 29.6)])
def test_lines_are_a_pitch_apart(printed: dict[str, list[Lines]], profile: str, pitch: float) -> None:
    full = printed[profile][2][:-1]
    steps = [below[0].bottom - above[0].bottom for above, below in pairwise(full)]
    assert steps == pytest.approx([pitch] * 21, abs=0.11)


def test_page_numbers_stand_at_the_outer_edge(printed: dict[str, list[Lines]]) -> None:
    for profile, foot in (("GB9704", 297 - 35), ("GB33476", 297 - 32.58)):
        odd, even = printed[profile][0][-1], printed[profile][1][-1]
        assert (said(odd), said(even)) == ("—1—", "—2—")
        assert odd[-1].right == pytest.approx((28 + 156) * MM - 14, abs=1)
        assert even[0].left == pytest.approx(28 * MM + 14, abs=1)
        # The dash, in the middle of its line, stands 7 mm below the text block (7.5).
        assert (odd[0].top + odd[0].bottom) / 2 / MM == pytest.approx(foot + 7, abs=1)


def test_title_is_centred_and_large(printed: dict[str, list[Lines]]) -> None:
    above, below = printed["GB9704"][0][:2]
    assert (said(above), said(below)) == ("临江市水务局2025年上半年工作总结和", "下半年工作打算")
    for words in (above, below):
        assert (words[0].left + words[-1].right) / 2 == pytest.approx((28 + 78) * MM, abs=1.5)
    assert (below[-1].right - below[0].left) / 7 == pytest.approx(22, abs=0.2)


def test_indents_and_the_blank_line(printed: dict[str, list[Lines]]) -> None:
    page = printed["GB9704"][0]
    title, addressees, lead = page[1], find(page, "市人民政府："), find(page, "总起一句")
    assert addressees[0].left == pytest.approx(28 * MM, abs=0.5)
    assert addressees[0].bottom - title[0].bottom == pytest.approx(2 * 28.95, abs=4)
    for text in ("总起一句", "一、一级", "（一）二级", "1.接排"):
        assert find(page, text)[0].left == pytest.approx(28 * MM + 32, abs=0.7)
    assert find(page, "一、一级")[0].bottom - lead[0].bottom == pytest.approx(28.95, abs=3)


def test_signature_and_date(printed: dict[str, list[Lines]]) -> None:
    page = printed["GB9704"][0]
    signature, date = find(page, "质量监督站"), find(page, "7月8日")
    assert signature[-1].right == pytest.approx((28 + 156) * MM - 32, abs=1)
    assert date[0].left - signature[0].left == pytest.approx(31.5, abs=1)
    assert signature[0].bottom - find(page, "接排正文")[0].bottom == pytest.approx(2 * 28.95, abs=3)


def test_a_date_longer_than_the_signature_stays_on_its_line(printed: dict[str, list[Lines]]) -> None:
    # LibreOffice widens 2025年 by a fifth of a character at each change of script, whatever autoSpaceDN says.
    date = find(printed["GB9704"][0], "12月18日")
    assert (28 + 156) * MM - 33 < date[-1].right < (28 + 156) * MM
