"""The red head, 版记 and annexes as LibreOffice prints them, measured in pixels of the PDF: GB/T 9704-2012, 7.2 to 7.5."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pytest

from drafter.model.block import Block, Run
from drafter.model.style import Page
from drafter.render.docx import write_docx
from drafter.render.properties import Properties

pytestmark = pytest.mark.office

FONTS = Path(os.environ.get("OFFICE_ENV", Path.home() / ".cache" / "office-env")) / "fonts.conf"
DPI = 150
TOP, LEFT, RIGHT, BOTTOM = 37.0, 28.0, 28.0 + 156, 37.0 + 225
LINE, POINT = 225 / 22, 25.4 / 72
CLOSE = pytest.approx


class Band(NamedTuple):
    """Rows of one colour without a gap between them, in mm: where they begin and end, and how far they reach."""

    top: float
    bottom: float
    left: float
    right: float


class Word(NamedTuple):
    left: float
    right: float
    text: str
    top: float
    bottom: float


class Printed(NamedTuple):
    red: list[Band]
    black: list[Band]
    words: list[Word]

    def word(self, text: str) -> Word:
        return next(word for word in self.words if word.text.startswith(text))


def line(kind: str, *texts: str | Run, level: int = 0) -> Block:
    return Block(kind, tuple(Run(text) if isinstance(text, str) else text for text in texts), level)


NOTICE = [
    line("title", "关于印发2025年工作总结的通知"),
    line("addressees", "各科室、各水管所："),
    line("paragraph", "现将《2025年工作总结》印发给你们。"),
    line("annex-note", "附件：1.任务分解表"),
    line("annex-note", "2.联系人名单"),
    line("signature", "临江市水务局"),
    line("sealed", "二〇二五年七月八日"),
    Block("break"),
    line("title", "临江市水务局2025年工作总结"),
    line("paragraph", "水" * 26 * 5),
    Block("break"),
    line("annex", "附件1"),
    line("title", "任务分解表"),
    line("paragraph", "堤防由工程科牵头。"),
    line("copies", "抄送：市政府办公室，市防汛抗旱指挥部。"),
    line("imprint", "水务局办公室\t二〇二五年七月九日印发"),
]
DOWN = [line("mark", "临江市水务局文件"), line("number", "临水发〔二〇二五〕八号"), *NOTICE]
#: Goes up, is secret, has a long mark, and a last page that is all but full.
UP = [
    *(line("marking", text) for text in ("000001", "秘密★1年", "特急")),
    line("mark", "临江市防汛抗旱指挥部办公室文件"),
    line("number", "临水发〔二〇二五〕八号\t签发人：", Run("甲某", 2)),
    line("title", "临江市水务局2025年工作总结"),
    line("paragraph", "水" * (26 + 28 * 31)),
    line("copies", "抄送：" + "市防汛抗旱指挥部，" * 7 + "市政府办公室。"),
    line("imprint", "水务局办公室\t二〇二五年七月九日印发"),
]
#: Three bodies together: names of several lengths, one urgent line above; and five without 文件.
THREE = [
    line("marking", "特急"),
    *(line("mark", text) for text in ("临江市水务局", "临江市农业农村局", "临江市财政局", "文件")),
    line("number", "临水发〔二〇二五〕八号"),
    *NOTICE[:3],
    line("signature", "水务局\t农业农村局\t财政局"),
    line("sealed", "二〇二五年七月八日"),
]
FIVE = [
    *(line("mark", f"临江市{text}局") for text in ("水务", "农业农村", "财政", "林业", "教育")),
    line("title", "关于印发总结的通知"),
    line("paragraph", "现印发给你们。"),
]
ROWS = [
    line("paragraph", "水" * 20),
    line("signature", "水务局\t农业农村局\t财政局"),
    line("signature", "林业局"),
    line("sealed", "二〇二五年七月八日"),
]
UNSEALED = [
    line("paragraph", "水" * 20),
    line("signature", "临江市水务局"),
    line("signature", "临江市农业农村局"),
    line("date", "二〇二五年七月八日"),
]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Printed]]:
    """Name → pages. One run of LibreOffice for all, since starting it takes seconds."""
    if not (shutil.which("soffice") and shutil.which("pdftoppm") and FONTS.is_file()):
        pytest.skip("LibreOffice, poppler or the look-alike fonts are not here")
    folder = tmp_path_factory.mktemp("printed")
    documents = {"down": (DOWN, None), "up": (UP, None), "B": (DOWN, Page(margins="GB33476"))}
    documents |= {"three": (THREE, None), "five": (FIVE, None), "rows": (ROWS, None), "unsealed": (UNSEALED, None)}
    for name, (blocks, page) in documents.items():
        (folder / f"{name}.docx").write_bytes(write_docx(blocks, page, Properties("总结")))
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    files = [str(folder / f"{name}.docx") for name in documents]
    environment = {**os.environ, "FONTCONFIG_FILE": str(FONTS)}
    subprocess.run([*command, "--outdir", str(folder), *files], env=environment, check=True, capture_output=True, timeout=180)
    return {name: _pages(folder / f"{name}.pdf") for name in documents}


def _pages(pdf: Path) -> list[Printed]:
    subprocess.run(["pdftoppm", "-aa", "no", "-aaVector", "no", "-r", str(DPI), str(pdf), str(pdf.with_suffix(""))], check=True)
    boxes = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    pictures = sorted(pdf.parent.glob(f"{pdf.stem}-*.ppm"))
    found = []
    for picture, words in zip(pictures, boxes.split("<page ")[1:], strict=True):
        red, black = _ink(picture)
        found.append(Printed(_bands(red), _bands(black), _words(words)))
    return found


def _ink(picture: Path) -> tuple[list[bytes], list[bytes]]:
    """Rows of a byte a pixel, 0 where there is no red, and where there is no black. Nothing on a page has another colour."""
    _, size, _, pixels = picture.read_bytes().split(b"\n", 3)
    width = int(size.split()[0])
    red, black = [], []
    for start in range(0, len(pixels), 3 * width):
        row = pixels[start : start + 3 * width]
        above, below = int.from_bytes(row[::3]), int.from_bytes(row[1::3])
        red.append((above & ~below).to_bytes(width))
        black.append(row[::3].translate(bytes([255, *[0] * 255])))
    return red, black


def _bands(rows: list[bytes]) -> list[Band]:
    step = 25.4 / DPI
    found: list[Band] = []
    for number, row in enumerate(rows):
        first = row.find(255)
        if first < 0:
            continue
        left, right = first * step, (row.rfind(255) + 1) * step
        if found and found[-1].bottom >= number * step - 1e-6:
            above = found.pop()
            found.append(Band(above.top, (number + 1) * step, min(above.left, left), max(above.right, right)))
        else:
            found.append(Band(number * step, (number + 1) * step, left, right))
    return found


def _words(page: str) -> list[Word]:
    pattern = r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
    found = []
    for match in re.finditer(pattern, page):
        left, top, right, bottom = (float(edge) * POINT for edge in match.groups()[:4])
        found.append(Word(left, right, match[5], top, bottom))
    return found


def rules(page: Printed) -> list[Band]:
    """What reaches over the whole text block and is no text."""
    return [band for band in page.black if band.right - band.left > 150 and band.bottom - band.top < 1]


@pytest.mark.parametrize(("name", "top"), [("down", TOP), ("up", TOP), ("B", 34.58)])
def test_the_mark_stands_35_mm_below_the_top(printed: dict[str, list[Printed]], name: str, top: float) -> None:
    mark = printed[name][0].red[0]
    assert mark.top - top == CLOSE(35, abs=1)
    assert (mark.left + mark.right) / 2 == CLOSE((LEFT + RIGHT) / 2, abs=1)
    assert mark.left > LEFT - 0.5 and mark.right < RIGHT + 0.5


@pytest.mark.parametrize("name", ["down", "up", "B"])
def test_the_red_rule_stands_4_mm_below_the_number(printed: dict[str, list[Printed]], name: str) -> None:
    page = printed[name][0]
    rule = page.red[-1]
    number = next(band for band in reversed(page.black) if band.bottom < rule.top)
    assert rule.top - number.bottom == CLOSE(4, abs=1)
    assert (rule.left, rule.right) == CLOSE((LEFT, RIGHT), abs=1)
    mark = page.red[-2]
    assert number.top - mark.bottom == CLOSE(2 * LINE + 3, abs=3), "two lines below the mark"
    title = next(band for band in page.black if band.top > rule.bottom)
    assert title.top - rule.bottom == CLOSE(2 * LINE + 1.5, abs=2.5), "two lines below the rule"


def test_the_signer_stands_right_and_the_number_left(printed: dict[str, list[Printed]]) -> None:
    page = printed["up"][0]
    assert page.word("临水发").left == CLOSE(LEFT + 16 * POINT, abs=1)
    assert page.word("签发人").right == CLOSE(RIGHT - 16 * POINT, abs=1)


@pytest.mark.parametrize(("name", "bottom"), [("down", BOTTOM), ("up", BOTTOM), ("B", 297 - 32.58)])
def test_the_last_rule_is_the_bottom_of_the_text_block(printed: dict[str, list[Printed]], name: str, bottom: float) -> None:
    *others, last = printed[name]
    found = rules(last)
    assert [len(rules(page)) for page in others] == [0] * len(others)
    assert len(found) == 3
    assert found[-1].bottom == CLOSE(bottom, abs=1)
    for rule in found:
        assert (rule.left, rule.right) == CLOSE((LEFT, RIGHT), abs=1)
    # The dash of the page number stands 7 mm below it (7.5).
    dash = next(band for band in last.black if band.top > found[-1].bottom + 1)
    assert (dash.top + dash.bottom) / 2 - bottom == CLOSE(7, abs=1)


def test_what_stands_in_the_imprint(printed: dict[str, list[Printed]]) -> None:
    page = printed["down"][-1]
    assert page.word("抄送：").left == CLOSE(LEFT + 14 * POINT, abs=1)
    assert page.word("水务局办公室").left == CLOSE(LEFT + 14 * POINT, abs=1)
    assert page.word("二〇二五年七月九日印发").right == CLOSE(RIGHT - 14 * POINT, abs=1)


def test_page_numbers_run_on(printed: dict[str, list[Printed]]) -> None:
    assert len(printed["down"]) == 3
    for number, page in enumerate(printed["down"], 1):
        dashes = [word for word in page.words if "—" in word.text]
        if number % 2:
            assert max(word.right for word in dashes) == CLOSE(RIGHT - 14 * POINT, abs=1)
        else:
            assert min(word.left for word in dashes) == CLOSE(LEFT + 14 * POINT, abs=1)


def test_a_full_last_page_sends_the_imprint_to_another(printed: dict[str, list[Printed]]) -> None:
    assert len(printed["up"]) == 3
    assert not [word for word in printed["up"][-1].words if "水水" in word.text]


def test_a_date_under_a_seal(printed: dict[str, list[Printed]]) -> None:
    page = printed["down"][0]
    signature = next(word for word in page.words if word.text == "临江市水务局")
    date = page.word("二〇二五年七月八日")
    assert date.right == CLOSE(RIGHT - 4 * 16 * POINT, abs=1)
    assert signature.left + signature.right == CLOSE(date.left + date.right, abs=2)


def test_annexes(printed: dict[str, list[Printed]]) -> None:
    first, last = printed["down"][0], printed["down"][-1]
    assert first.word("附件：").left == CLOSE(LEFT + 2 * 16 * POINT, abs=1)
    assert first.word("2.联系人").left == CLOSE(LEFT + (640 + 945) / 20 * POINT, abs=1)
    number, title = last.black[0], next(band for band in last.black if band.top > TOP + LINE)
    assert number.left == CLOSE(LEFT, abs=1) and number.bottom < TOP + LINE
    assert title.top > TOP + 2 * LINE - 1 and title.bottom < TOP + 3 * LINE + 1, "on the third line"


@pytest.mark.parametrize("name", ["three", "five"])
def test_marks_of_several_bodies(printed: dict[str, list[Printed]], name: str) -> None:
    page = printed[name][0]
    *marks, rule = page.red
    assert marks[0].top - TOP == CLOSE(35, abs=1)
    left, right = min(band.left for band in marks), max(band.right for band in marks)
    assert (left + right) / 2 == CLOSE((LEFT + RIGHT) / 2, abs=1)
    assert left > LEFT - 0.5 and right < RIGHT + 0.5
    assert (rule.left, rule.right) == CLOSE((LEFT, RIGHT), abs=1)
    assert [word for word in page.words if "印发" in word.text and word.top > rule.bottom], "the text begins on the first page"


def test_the_word_file_stands_at_half_the_height_of_the_names(printed: dict[str, list[Printed]]) -> None:
    page = printed["three"][0]
    *marks, _ = page.red
    file = page.word("文件")
    assert (file.top + file.bottom) / 2 == CLOSE(
        (page.word("临江市农业农村局").top + page.word("临江市农业农村局").bottom) / 2, abs=1
    )
    ends = [
        max(word.right for word in page.words if abs(word.bottom - band.bottom) < 4 and word.right < file.left + 1)
        for band in marks
    ]
    assert ends == CLOSE([ends[0]] * 3, abs=1), "names are as wide as each other"
    assert file.left > max(ends)


def test_seals_stand_in_rows_and_the_last_over_the_date(printed: dict[str, list[Printed]]) -> None:
    for name, last in (("three", "财政局"), ("rows", "林业局")):
        page = printed[name][0]
        date = page.word("二〇二五年七月八日")
        middle = {text: (page.word(text).left + page.word(text).right) / 2 for text in ("水务局", "农业农村局", "财政局")}
        assert date.right == CLOSE(RIGHT - 4 * 16 * POINT, abs=1)
        assert (page.word(last).left + page.word(last).right) / 2 == CLOSE((date.left + date.right) / 2, abs=1)
        assert middle["财政局"] == CLOSE((date.left + date.right) / 2, abs=1)
        between = [middle["农业农村局"] - middle["水务局"], middle["财政局"] - middle["农业农村局"]]
        assert between == CLOSE([between[0]] * 2, abs=1)
        assert between[0] > 42, "seals do not touch"
        assert middle["水务局"] - 21 > LEFT - 1, "the first seal keeps inside the text block"
    assert page.word("林业局").top - page.word("水务局").top == CLOSE(5 * LINE, abs=1)


def test_signatures_without_seals_begin_under_each_other(printed: dict[str, list[Printed]]) -> None:
    page = printed["unsealed"][0]
    first, second, date = page.word("临江市水务局"), page.word("临江市农业农村局"), page.word("二〇二五年七月八日")
    assert first.left == CLOSE(second.left, abs=0.5)
    assert date.left - second.left == CLOSE(2 * 16 * POINT, abs=1)
    assert max(second.right, date.right) == CLOSE(RIGHT - 2 * 16 * POINT, abs=1)
    assert date.top - second.top == CLOSE(LINE, abs=0.5)
