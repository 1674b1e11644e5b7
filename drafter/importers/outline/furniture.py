"""Page furniture: page numbers, form feeds and running headers between the lines of a text."""

import itertools
import re
from collections import Counter

from drafter.importers.outline.paragraph import Physical
from drafter.importers.outline.signs import INVISIBLE, columns, ends_sentence, is_prose
from drafter.importers.source import Line
from drafter.model.ordinals import read_ordinal
from drafter.model.outline import LeftOut
from drafter.model.text import fold

PAGE_NUMBER = "页码"
RUNNING_HEADER = "页眉页脚"
INVISIBLE_SIGNS = "看不见的字符"

_NUMERAL = r"[\d一二三四五六七八九十百]{1,5}"
_PAGE = re.compile(
    rf"[—–―─\-－﹣·~•]{{1,3}}\s*\d{{1,4}}\s*[—–―─\-－﹣·~•]{{1,3}}"
    rf"|第\s*{_NUMERAL}\s*页(?:\s*[,，/／|]?\s*[(（]?共\s*{_NUMERAL}\s*页[)）]?)?"
    rf"|共\s*{_NUMERAL}\s*页\s*[,，/／|]?\s*第\s*{_NUMERAL}\s*页"
    r"|\d{1,4}\s*[/／]\s*\d{1,4}|[Pp]age\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?"
)
_BARE = re.compile(r"\d{1,3}")
_HEADER_LENGTH = 45


def physical_lines(lines: list[Line]) -> tuple[list[Physical], list[LeftOut]]:
    """The lines that carry text, told which follow a blank line or a page end, and the furniture taken out."""
    left_out: list[LeftOut] = []
    kept: list[Physical] = []
    blank = torn = False
    sheets = [(line, sheet, place) for line in lines for place, sheet in enumerate(line.text.split("\f"))]
    bare = _bare_page_numbers([sheet.strip() for _, sheet, _ in sheets])
    for index, (line, sheet, place) in enumerate(sheets):
        text = sheet.strip()
        torn = torn or place > 0
        if not text:
            blank = True
        elif not text.strip(INVISIBLE):
            left_out.append(LeftOut(text, INVISIBLE_SIGNS))
            torn = True
        elif index in bare or (len(text) < 24 and _PAGE.fullmatch(text)):
            left_out.append(LeftOut(text, PAGE_NUMBER))
            torn = True
        else:
            kept.append(_physical(sheet, text, line)._replace(blank=blank, torn=torn))
            blank = torn = False
    return _without_headers(kept, left_out)


def _physical(sheet: str, text: str, line: Line) -> Physical:
    lead = sheet[: len(sheet) - len(sheet.lstrip())]
    trail = sheet[len(sheet.rstrip()) :]
    return Physical(text, line.number, lead, trail, columns(lead), line.level, line.align, line.bold)


def _bare_page_numbers(texts: list[str]) -> set[int]:
    """Lines that hold nothing but a number, where the numbers count up by one: page numbers. A lone number stays."""
    bare = [index for index, text in enumerate(texts) if len(text) < 4 and _BARE.fullmatch(text)]
    found: set[int] = set()
    for one, other in itertools.pairwise(bare):
        if int(texts[other]) == int(texts[one]) + 1 and other - one > 5:
            found |= {one, other}
    return found


def _without_headers(lines: list[Physical], left_out: list[LeftOut]) -> tuple[list[Physical], list[LeftOut]]:
    """Lines that come back at page ends are running headers; the first of them stays where no text stands before it: the title."""
    at_page_end: Counter[str] = Counter()
    folded = [fold(line.text) if len(line.text) <= _HEADER_LENGTH else "" for line in lines]
    for index, text in enumerate(folded):
        if text and _near_page_end(lines, index):
            at_page_end[text] += 1
    headers = {text for text, count in at_page_end.items() if count > 1 and not ends_sentence(text) and not read_ordinal(text)}
    seen: set[str] = set()
    kept: list[Physical] = []
    begun = torn = False
    for index, line in enumerate(lines):
        text = folded[index]
        begun = begun or is_prose(line.text)
        if (text in seen or (begun and text in headers)) and _near_page_end(lines, index):
            left_out.append(LeftOut(line.text, RUNNING_HEADER))
            torn = torn or line.torn or (index + 1 < len(lines) and lines[index + 1].torn)
            continue
        if text in headers:
            seen.add(text)
        kept.append(line._replace(torn=line.torn or torn))
        torn = False
    return kept, left_out


def _near_page_end(lines: list[Physical], index: int) -> bool:
    return lines[index].torn or (index + 1 < len(lines) and lines[index + 1].torn) or index == len(lines) - 1
