"""The text of a report as one reads it: paragraphs in reading order, from facts or from a foreign document alike.

Rules over text scan :attr:`Manuscript.text` as a whole, since one pass of a pattern over everything costs less than one over
each paragraph. A place in it is an offset; :meth:`Manuscript.at` says which paragraph that is.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any, NamedTuple

from drafter.model.lexicon import NO_LEXICON, Lexicon
from drafter.model.ordinals import Ordinal, read_ordinal
from drafter.model.period import Period
from drafter.model.style import PARTS


class Paragraph(NamedTuple):
    """``role``: title, cover, lead, heading (on a line of its own), run-in (a heading and its text), point (一是…), para, table,
    or residue (what is no part of the report; ``kind`` says why it was taken for that). ``level``: the depth of a heading, from
    1; ``part``: 成绩, 问题, 打算, "" for the front.

    Of a foreign document ``text`` begins with the ordinal as it was typed; of a report it has none, for it is counted when
    printing. ``record`` and ``word``: the record and the field that hold it, ``fact`` its key; ``stale``: it was carried over and
    nobody has looked. ``offset``: where the paragraph begins in the field as it prints. ``glued``: in the foreign document it
    stood amid a line.
    """

    text: str
    role: str = "para"
    level: int = 0
    part: str = ""
    kind: str = ""
    record: Any = None
    above: tuple[str, ...] = ()
    word: str = ""
    written: str = ""
    fact: str | None = None
    stale: bool = False
    offset: int = 0
    glued: bool = False

    @property
    def ordinal(self) -> Ordinal | None:
        return read_ordinal(self.text)


class Manuscript:
    """``paragraphs`` are the report's own; ``residue`` what a foreign document has beside it. ``foreign``: it was read from such
    a document, so that ordinals are in the text. ``period`` is None where it is not known. ``parts``: those that its layout has.
    """

    def __init__(
        self,
        paragraphs: Sequence[Paragraph],
        period: Period | None = None,
        *,
        residue: Sequence[Paragraph] = (),
        foreign: bool = False,
        lexicon: Lexicon = NO_LEXICON,
        parts: Sequence[str] = PARTS,
    ) -> None:
        self.paragraphs = tuple(paragraphs)
        self.residue = tuple(residue)
        self.period = period
        self.foreign = foreign
        self.lexicon = lexicon
        self.parts = tuple(parts)
        self._all = (*self.paragraphs, *self.residue)
        self.starts = [0, *accumulate(len(each.text) + 1 for each in self._all)][:-1]

    @cached_property
    def raw(self) -> str:
        """The paragraphs of the report as they stand, a line each."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @cached_property
    def text(self) -> str:
        """``raw`` with the marks between Chinese signs in full width and digits in half width, sign for sign: most rules are
        not about width, and many a report is half-width throughout.
        """
        return evened(self.raw)

    def index(self, offset: int) -> int:
        """The number of the paragraph that holds ``offset``."""
        return bisect_right(self.starts, offset) - 1

    def at(self, offset: int) -> Paragraph:
        return self._all[self.index(offset)]

    def begins(self, offset: int) -> bool:
        """Whether a paragraph begins there."""
        return self.starts[self.index(offset)] == offset

    def words(self, start: int, end: int) -> str:
        """The words from ``start`` to ``end`` as they stand, of one paragraph."""
        index = self.index(start)
        begin = self.starts[index]
        return self._all[index].text[start - begin : end - begin]

    def of_role(self, *roles: str) -> Iterator[tuple[int, Paragraph]]:
        """(offset, paragraph) of the paragraphs of these roles."""
        return ((start, each) for start, each in zip(self.starts, self.paragraphs, strict=False) if each.role in roles)

    @cached_property
    def numbered(self) -> tuple[tuple[int, Paragraph], ...]:
        """(offset, paragraph) of every paragraph, in order."""
        return tuple(zip(self.starts, self.paragraphs, strict=False))

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """(start, end) of every sentence, without its end mark; 。！？； and the end of a paragraph end one."""
        return [found.span() for found in _SENTENCE.finditer(self.text)]

    def sentence(self, offset: int) -> tuple[int, int]:
        """(start, end) of the sentence around ``offset``."""
        spans = self.sentences
        number = bisect_right(spans, (offset, len(self.text))) - 1
        return spans[max(0, number)] if spans else (0, 0)

    def line(self, offset: int) -> tuple[int, int]:
        """(start, end) of the paragraph around ``offset``."""
        index = self.index(offset)
        return self.starts[index], self.starts[index] + len(self._all[index].text)

    def quoted(self, offset: int) -> bool:
        """Whether ``offset`` stands within “” or 《》 of its paragraph."""
        before = self.text[max(self.line(offset)[0], offset - 200) : offset]
        return any(before.rfind(opening) > before.rfind(closing) for opening, closing in ("“”", "《》"))


_SENTENCE = re.compile(r"[^。！？；\n]+")
_FULL = {";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
#: Commas and colons between digits (1,000 and 15:30) stay.
_COMMA, _COLON = re.compile(r",(?:(?<![0-9],)|(?![0-9]))"), re.compile(r":(?:(?<![0-9]:)|(?![0-9/]))")
_WIDE_SIGN = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_NARROW = str.maketrans({chr(code + 0xFEE0): chr(code) for code in (*range(48, 58), *range(65, 91), *range(97, 123))})


def evened(text: str) -> str:
    """Full-width marks and half-width digits and letters, sign for sign."""
    if _WIDE_SIGN.search(text):  # to translate costs more than all the rest
        text = text.translate(_NARROW)
    for half, full in _FULL.items():
        text = text.replace(half, full)
    return _COLON.sub("：", _COMMA.sub("，", text))
