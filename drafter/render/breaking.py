"""Where a line of Chinese text ends: as many characters as fit, and the marks that may not begin or end a line kept off it.

Words of ASCII letters and digits are not broken. A stop or comma that no longer fits hangs in the margin, as Word and
LibreOffice let it; before any other mark that may not begin a line, the line ends earlier.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import accumulate
from unicodedata import combining, east_asian_width

from drafter.render.measures import CHARACTER, COMPRESSION

#: Marks that never begin a line.
NO_START = frozenset("!%),.:;>?]}°·’”…‰′″℃∶、。〃々〉》」』】〕〗〞！％），．：；？］｝～")
#: Marks that never end one.
NO_END = frozenset("$([{£¥‘“〈《「『【〔〖〝＄（［｛￡￥")
#: Marks that may stand outside the text block.
HANGING = frozenset(",.、。，．")
#: Doubled marks that are one sign.
_PAIRS = frozenset("—…")
_JOINED = re.compile(r"[A-Za-z0-9]+(?:[-.,:/&'’+_][A-Za-z0-9]+)*")

_SCRIPT_CHANGE = re.compile(r"[A-Za-z0-9](?=[\u3400-\u9fff])|[\u3400-\u9fff](?=[A-Za-z0-9])")
#: What LibreOffice keeps free between a letter or digit and a Chinese character, in twips: a fifth of the character and a
#: little, as measured. Word does so only where a document wants it.
GAP = 66

# Advance widths of Times New Roman in thousandths of its size, from U+0020 to U+007E, ten in a row.
_TIMES = """
250 333 408 500 500 833 778 180 333 333
500 564 250 333 250 278 500 500 500 500
500 500 500 500 500 500 278 278 564 564
564 444 921 722 667 667 722 611 556 722
722 333 389 722 611 889 722 722 556 722
667 556 611 722 722 944 722 722 611 333
278 333 469 500 333 444 500 444 500 444
333 500 500 278 278 500 278 778 500 500
500 500 333 389 278 500 500 722 500 500
444 480 200 480 541
"""


@lru_cache(maxsize=8)
def ascii_widths(times: bool, size: int, spacing: int) -> Mapping[str, int]:
    """ASCII character → its width in twips at ``size`` twips: in Times New Roman, else half of ``size`` each."""
    thousandths = map(int, _TIMES.split()) if times else [500] * 95
    return {chr(code): round(size * width / 1000) + spacing for code, width in enumerate(thousandths, 0x20)}


class Face:
    """Widths of characters in twips: Chinese ones fill ``size``, ``spacing`` is added to every one."""

    def __init__(self, times: bool = True, size: int = CHARACTER, spacing: int = COMPRESSION) -> None:
        self.size, self.spacing = size, spacing
        self._widths = dict(ascii_widths(times, size, spacing))

    def widths(self, text: str) -> list[int]:
        known = self._widths
        try:
            return [known[sign] for sign in text]
        except KeyError:
            for sign in set(text) - known.keys():
                known[sign] = self._width(sign)
            return [known[sign] for sign in text]

    def _width(self, sign: str) -> int:
        if combining(sign):
            return 0
        return (self.size if east_asian_width(sign) in "WFA" else self.size // 2) + self.spacing

    def width(self, text: str) -> int:
        return sum(self.widths(text))


def lines(text: str, face: Face, first: int, room: int) -> Iterator[tuple[int, int]]:
    """Start and end of each line of ``text``, which has no line feed: ``first`` twips wide, then ``room``. Joined they are
    the text; a blank at a line's end goes beyond it. Empty text is one empty line.
    """
    starts, ends = _places(text, face)
    start, limit = 0, first
    while True:
        full = bisect_right(ends, starts[start] + limit, start)
        if full >= len(text):
            yield start, len(text)
            return
        end = _end(text, start, max(full, start + 1))
        yield start, end
        if end >= len(text):
            return
        start, limit = end, room


def _places(text: str, face: Face) -> tuple[list[int], list[int]]:
    """Where each character starts and ends, were the text one line. A gap goes before a character, so that none is counted
    where a line ends.
    """
    widths = face.widths(text)
    gaps = [found.end() for found in _SCRIPT_CHANGE.finditer(text)]
    for at in gaps:
        widths[at] += GAP
    ends = list(accumulate(widths))
    starts = [0, *ends]
    for at in gaps:
        starts[at] += GAP
    return starts, ends


def _end(text: str, start: int, full: int) -> int:
    """The best end of the line, where ``full`` is the first character that does not fit."""
    after = full + 1
    hangs = text[full] in HANGING and _may_break(text, after) and _word_across(text, full) is None
    if hangs or text[full] == " ":
        while after < len(text) and text[after] == " ":
            after += 1
        return after
    end = full
    while end > start:
        word = _word_across(text, end)
        if word is None and _may_break(text, end):
            return end
        end = end - 1 if word is None else word
    return full


def _may_break(text: str, at: int) -> bool:
    if at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    return not (after in NO_START or before in NO_END or (before == after and after in _PAIRS))


def _word_across(text: str, at: int) -> int | None:
    """Where the number or the Latin word begins that goes on across ``at``; None when there is none."""
    if at >= len(text) or not (text[at - 1].isascii() and text[at].isascii()):
        return None
    begin = at
    while begin and "!" <= text[begin - 1] <= "~":
        begin -= 1
    for found in _JOINED.finditer(text, begin):
        if found.end() > at:
            return found.start() if found.start() < at else None
    return None
