"""The text behind an editor: kept as it is, shown cleaned, and broken into rows the Chinese way.

Textual's document takes every Unicode line end for a line end and hands its lines out raw. Here only a line feed ends a line,
so that no other character of a value is lost, and every line that is measured or drawn is cleaned first, one character for one.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from rich.cells import cell_len, get_character_cell_size
from textual.document._document import Document, EditResult, Location
from textual.document._wrapped_document import WrappedDocument
from textual.geometry import Size

from drafter.model.reference import references
from drafter.tui.clean import clean

#: What stays together on a row: a run of Latin letters and digits with the space behind it, or one character.
_CHUNK = re.compile("[\x21-\x7e]+ *|.", re.DOTALL)
#: Signs that do not begin a row.
_CLOSING = frozenset("，。、；：？！）》〉”’」』】〕％…")

shown = lru_cache(maxsize=512)(clean)


@lru_cache(maxsize=512)
def reference_spans(line: str) -> tuple[tuple[int, int], ...]:
    """Where ``line`` refers to a figure: (start, end) of each."""
    return tuple((found.start, found.end) for found in references(line)) if "{{" in line else ()


@lru_cache(maxsize=512)
def breaks(line: str, width: int) -> tuple[int, ...]:
    """Where ``line`` is broken so that no row is wider than ``width`` cells; none for a width of 0."""
    if not width or cell_len(line) <= width:
        return ()
    cuts: list[int] = []
    used = begin = before = 0
    for found in _CHUNK.finditer(line):
        start, end = chunk = found.span()
        wide = cell_len(found[0])
        if used + wide <= width or (start == begin and end - start == 1):
            used += wide
            before = start
            continue
        if found[0] in _CLOSING and start - begin > 1:
            # The sign takes along what it closes; of a run that is all the row, its last character.
            start = before if before > begin else start - 1
        if start > begin:
            cuts.append(start)
            begin = start
        used, before = cell_len(line[start:end]), chunk[0]
        if used > width:
            begin, used = _folded(line, start, end, width, cuts)
    return tuple(cuts)


def _folded(line: str, start: int, end: int, width: int, cuts: list[int]) -> tuple[int, int]:
    """Breaks a run that is wider than a row anywhere. Returns where its last row begins, and its width so far."""
    used = 0
    for at in range(start, end):
        wide = get_character_cell_size(line[at])
        if used + wide > width and at > start:
            cuts.append(at)
            start, used = at, 0
        used += wide
    return start, used


def folded(line: str, width: int) -> list[str]:
    """``line`` in rows of at most ``width`` cells, without the blanks at their ends."""
    cuts = (0, *breaks(line, width), len(line))
    return [line[start:end].rstrip() for start, end in pairwise(cuts)]


def rebroken(line: str, width: int, before: str, cuts: Sequence[int]) -> list[int]:
    """As :func:`breaks`, for a line that was ``before`` with ``cuts``: rows in front of the change are not measured again."""
    same = _shared(before, line)
    # A row may take from the one after it, so the last one in front of the change is measured too.
    kept = [cut for cut in cuts if cut < same][:-1]
    begin = kept[-1] if kept else 0
    return [*kept, *(begin + cut for cut in breaks(line[begin:], width))]


def _shared(one: str, other: str) -> int:
    """How many characters two lines begin with alike."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    return low


class Sheet(Document):
    """The lines of a text. ``several`` False: one line only, in which a line feed is a sign like others."""

    def __init__(self, text: str, several: bool = True) -> None:
        self._newline = "\n"
        self.several = several
        self._lines = self._split(text)

    def _split(self, text: str) -> list[str]:
        return text.split("\n") if self.several else [text]

    @property
    def lines(self) -> list[str]:
        return [self._shown(line) for line in self._lines]

    def __getitem__(self, index: int | slice) -> str | list[str]:  # type: ignore[override]
        found = self._lines[index]
        return self._shown(found) if isinstance(found, str) else [self._shown(line) for line in found]

    def _shown(self, line: str) -> str:
        return shown(line) if self.several or "\n" not in line else shown(line).replace("\n", "\u240a")

    def raw(self, index: int) -> str:
        return self._lines[index]

    def get_size(self, tab_width: int) -> Size:
        return Size(max(map(cell_len, self.lines)), len(self._lines))

    def replace_range(self, start: Location, end: Location, text: str) -> EditResult:
        (top, left), (bottom, right) = sorted((start, end))
        replaced = self.get_text_range(start, end)
        new = self._split(self._lines[top][:left] + text)
        column = len(new[-1])
        new[-1] += self._lines[bottom][right:]
        self._lines[top : bottom + 1] = new
        return EditResult((top + len(new) - 1, column), replaced)

    def location(self, offset: int) -> Location:
        """The place of the character at ``offset`` of the text."""
        for row, line in enumerate(self._lines):
            if offset <= len(line):
                return row, offset
            offset -= len(line) + 1
        return self.end

    def offset(self, location: Location) -> int:
        """The way back: how many characters of the text stand before ``location``."""
        row, column = location
        return sum(len(line) + 1 for line in self._lines[:row]) + column


class Rows(WrappedDocument):
    """The sheet broken into rows. What did not change is not broken anew: :func:`breaks` remembers it."""

    _broken: tuple[list[str], list[list[int]], int] = ([], [], 0)

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        lines, (old_lines, old_cuts, old_width) = list(self.document.lines), self._broken
        if width and width == old_width and len(lines) == len(old_lines):
            cuts = [
                rebroken(line, width, *before) for line, before in zip(lines, zip(old_lines, old_cuts, strict=True), strict=True)
            ]
        else:
            cuts = [list(breaks(line, width)) for line in lines]
        self._width, self._broken = width, (lines, cuts, width)
        counts = [len(line) + 1 for line in cuts]
        tops = accumulate(counts, initial=0)
        self._wrap_offsets = cuts
        self._offset_to_line_info = [(line, row) for line, count in enumerate(counts) for row in range(count)]
        self._line_index_to_offsets = [list(range(top, top + count)) for top, count in zip(tops, counts, strict=False)]
        self._tab_width_cache = [[] for _ in cuts]

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        self.wrap(self._width)

    def get_sections(self, line_index: int) -> list[str]:
        line = self.document.get_line(line_index)
        cuts = [0, *self._wrap_offsets[line_index], len(line)]
        return [line[start:end] for start, end in pairwise(cuts)]

    @property
    def height(self) -> int:
        return len(self._offset_to_line_info)

    def height_at(self, width: int) -> int:
        """As :attr:`height`, were the sheet broken to ``width``."""
        return self.height if width == self._width else sum(len(breaks(line, width)) + 1 for line in self.document.lines)

    def row(self, y: int) -> tuple[int, int, int]:
        """(line, start, end) of the row at ``y``."""
        line, section = self._offset_to_line_info[y]
        cuts = [0, *self._wrap_offsets[line], len(self.document.get_line(line))]
        return line, cuts[section], cuts[section + 1]
