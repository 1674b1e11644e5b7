"""Pages on their side: sections of a document, between which page numbers go on (GB/T 9704-2012, 8: tables across the page)."""

import re

from drafter.render.measures import SHEET

#: Width of the text block of a page on its side: the height of the upright one, 225 mm.
SIDEWAYS_WIDTH = 16838 - SHEET.top - SHEET.bottom
_SIZE = re.compile(r"<w:pgSz [^>]*>")
_MARGINS = re.compile(r"<w:pgMar [^>]*>")
_NUMBERING = re.compile(r"<w:pgNumType [^>]*>")
_START = re.compile(r' w:start="\d+"')
_TYPE = re.compile(r"<w:type [^>]*>")
_SIDE = re.compile(r'w:(top|right|bottom|left)="(-?\d+)"')
#: The head of the table is at the left edge of the upright sheet, where it is bound: side of the page → side of the sheet.
_TURNED = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}


class Turns:
    """Follows the blocks ``landscape`` and ``portrait``. ``section`` is the ``w:sectPr`` of the base, for upright pages; ``side``
    that of pages on their side, "" to make it of the other.
    """

    def __init__(self, section: str, side: str = "") -> None:
        self.sections = {False: section, True: side}
        self.sideways = self.wanted = False

    def turn(self, kind: str) -> None:
        self.wanted = kind == "landscape"
        self.sections[True] = self.sections[True] or sideways(self.sections[False])

    def settle(self, written: list[str], spacer: str) -> bool:
        """Ends the section where what follows lies the other way. A table cannot carry its end: ``spacer`` does. Returns
        whether a section ended.
        """
        if self.wanted == self.sideways:
            return False
        ended = bool(written)
        if ended:
            if written[-1].endswith("</w:tbl>"):
                written.append(spacer)
            written[-1] = _carrying(written[-1], self.sections[self.sideways])
            self.sections = {side: _going_on(section) for side, section in self.sections.items()}
        self.sideways = self.wanted
        return ended

    @property
    def closing(self) -> str:
        """``w:sectPr`` of the last section."""
        return self.sections[self.sideways]


def sideways(section: str) -> str:
    """``section`` with its page turned a quarter: the sheet stays as it is, with its number at the same margin."""
    said = dict(_SIDE.findall(found[0])) if (found := _MARGINS.search(section)) else {}

    def turned(found: re.Match[str]) -> str:
        return _SIDE.sub(lambda side: f'w:{side[1]}="{said.get(_TURNED[side[1]], side[2])}"', found[0])

    section = _SIZE.sub('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>', section)
    return _MARGINS.sub(turned, section)


def _going_on(section: str) -> str:
    """A section that begins a page and counts on."""
    section = _NUMBERING.sub(lambda found: _START.sub("", found[0]), section)
    return _TYPE.sub('<w:type w:val="nextPage"/>', section)


def _carrying(paragraph: str, section: str) -> str:
    """``paragraph`` as the last of ``section``. Its properties come first, and no other element ends like theirs."""
    if paragraph.startswith("<w:p><w:pPr>"):
        return paragraph.replace("</w:pPr>", f"{section}</w:pPr>", 1)
    return paragraph.replace("<w:p>", f"<w:p><w:pPr>{section}</w:pPr>", 1)
