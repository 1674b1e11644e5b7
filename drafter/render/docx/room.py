"""The sheet that a section of a Word file prints on, and the room for text in it (ECMA-376 part 1, 17.6): all in twips."""

import re
from typing import NamedTuple

from drafter.render.docx.landscape import sideways
from drafter.render.measures import SHEET, Sheet

_SECTION = re.compile(rb"<w:sectPr\b(?:[^>]*/>|.*?</w:sectPr>)", re.DOTALL)
_ELEMENT = r"<w:%s\b[^>]*>"
_COLUMN = re.compile(r'<w:col\b[^>]*\bw:w="(\d+)"')
_A4 = (11906, 16838)
_BETWEEN = 720  # what parts columns that do not say


class Room(NamedTuple):
    """``wide`` and ``high`` are the sheet's; then its margins, without those for binding. ``width`` is that of a line of text: of
    the narrowest column, where there are several.
    """

    wide: int
    high: int
    top: int
    right: int
    bottom: int
    left: int
    width: int

    @property
    def height(self) -> int:
        return self.high - self.top - self.bottom


def standard(sheet: Sheet = SHEET) -> Room:
    wide, high = _A4
    return Room(wide, high, sheet.top, sheet.right, sheet.bottom, sheet.left, wide - sheet.left - sheet.right)


#: Of an upright page, and of one on its side.
Rooms = tuple[Room, Room]


def rooms(section: str) -> Rooms:
    return room(section), room(sideways(section))


def room(section: str) -> Room:
    size, margins, columns = (_attributes(section, name) for name in ("pgSz", "pgMar", "cols"))
    wide, high = size.get("w", _A4[0]), size.get("h", _A4[1])
    top, right, bottom, left = (abs(margins.get(side, getattr(SHEET, side))) for side in ("top", "right", "bottom", "left"))
    # Whichever side it is bound at, the text is narrower.
    left += margins.get("gutter", 0)
    width = wide - left - right
    own = [int(found) for found in _COLUMN.findall(section)]
    count = columns.get("num", 1)
    if own:
        width = min(own)
    elif count > 1:
        width = (width - (count - 1) * columns.get("space", _BETWEEN)) // count
    return Room(wide, high, top, right, bottom, left, width)


def _attributes(section: str, name: str) -> dict[str, int]:
    """The measures of an element; the first is the present one, where changes are tracked."""
    found = re.search(_ELEMENT % name, section)
    return {key: int(value) for key, value in re.findall(r'w:(\w+)="(-?\d+)"', found[0])} if found else {}


def section_of(data: bytes, end: int, ending: bytes) -> tuple[int, str] | None:
    """The ``w:sectPr`` that a place is under, and where it begins in the file's text ``data``: 0 where the place, which ends at
    ``end``, ends it itself by ``ending``. None where there is none.
    """
    found = _SECTION.search(ending) or _SECTION.search(data, end)
    return ((0 if ending else found.start()), found[0].decode()) if found else None
