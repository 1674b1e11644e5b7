"""What passes from step to step: physical lines first, then paragraphs."""

from typing import NamedTuple


class Physical(NamedTuple):
    """A line of the file. ``lead`` and ``trail``: the white space around its text; ``indent``: the lead in columns.

    ``blank``: an empty line stood before it; ``torn``: a page ended before it.
    """

    text: str
    number: int | None = None
    lead: str = ""
    trail: str = ""
    indent: int = 0
    level: int = 0
    align: str = ""
    bold: bool = False
    blank: bool = False
    torn: bool = False


class Paragraph(NamedTuple):
    """A whole paragraph; the look is that of its first line. ``number`` is the line where it begins; ``glued``: not at its
    beginning, but after other words, with no more than a space between.
    """

    text: str
    number: int | None = None
    level: int = 0
    align: str = ""
    bold: bool = False
    glued: bool = False
