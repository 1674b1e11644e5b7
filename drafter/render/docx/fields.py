"""Fields of a Word file, ``{{ 单位 }}`` and ``{{ 高企净增.同比 }}``: found wherever Word keeps text, and replaced.

Word cuts a text into runs as it likes, ``{{`` and ``单位`` and ``}}`` each in one of its own. So the ``w:t`` of a paragraph are read
as one text, and the words that take a field's place stand where it begins and look as it began. Nothing here runs: a field is
a name, and what it says is given by the caller.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple
from xml.parsers import expat

from drafter.render.docx.body import escaped
from drafter.render.docx.package import BrokenPackage
from drafter.render.docx.template import W, parse

#: Signs that Word and input methods leave between braces and name, and that no one sees.
_SPACES = " \t\u3000\xa0\u200b\ufeff"
_BRACES = re.compile(r"\{\{([^{}\n]*)\}\}")
_NAME = re.compile(r"([^\W\d_][\w-]*)(?:[.．]([^\W\d_]\w*))?")
_STRAY = re.compile(
    r"\{\{[^{}\n]{0,20}|[^{}\n]{0,20}\}\}|\{[%#][^{}\n]{0,20}\}?|｛｛[^｛｝\n]{0,20}(?:｝｝)?|(?:｛\{|\{｛)[^{}｛｝\n]{0,20}[}｝]{0,2}"
)
#: What tracked changes have taken away (ECMA-376 part 1, 17.13.5): it is kept, and is no text.
_GONE = frozenset({"w:moveFrom", "w:del"})
_FIXED = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}


class Piece(NamedTuple):
    """A stretch of text. ``start`` and ``end`` are the bytes of its ``w:t``; equal for a tab or a break, which stay."""

    start: int
    end: int
    text: str


class Paragraph(NamedTuple):
    """A ``w:p`` by its bytes. ``number`` counts those with text, as Word does; ``top``: it stands in the body itself.

    ``box``: it stands in a text box; ``copy``: in the copy of one that Word keeps for old programs (mc:Fallback). ``cell`` is table,
    row and column. ``codes`` are the instructions of Word's own fields (PAGE, DATE …).
    """

    start: int
    end: int
    pieces: tuple[Piece, ...]
    number: int
    top: bool
    box: bool
    copy: bool
    cell: tuple[int, int, int] | None
    codes: str

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


class Field(NamedTuple):
    """``start`` and ``end`` are offsets in the paragraph's text; ``words`` is how it stands there."""

    name: str
    part: str
    start: int
    end: int
    words: str


class _Open:
    """A paragraph being read. ``at`` is its place among all, in the order of their beginnings."""

    def __init__(self, start: int, at: int, top: bool, box: bool, copies: int, cell: tuple[int, int, int] | None) -> None:
        self.start, self.at, self.top, self.box, self.copies, self.cell = start, at, top, box, copies, cell
        self.pieces: list[Piece] = []
        self.codes = ""


class _Reader:
    """Expat's handlers for one part."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.stack: list[str] = []
        self.open: list[_Open] = []
        self.done: list[tuple[_Open, int]] = []
        self.begun = 0
        self.tables = self.table = self.row = self.column = 0
        self.said: list[str] | None = None
        self.at = 0

    def start(self, parser: expat.XMLParserType, tag: str, attributes: dict[str, str]) -> None:
        if not self.stack and attributes.get("xmlns:w") != W:
            raise BrokenPackage(
                "它不是通常的 Word 文档，请在 Word 里另存为“Word 文档（.docx）”",
                "it is no usual Word document; save it in Word as “Word Document (.docx)”",
            )
        parent = self.stack[-1] if self.stack else ""
        self.stack.append(tag)
        if tag == "w:p":
            self.begin(parser.CurrentByteIndex, len(self.stack) == 3)
        elif tag in ("w:tbl", "w:tr", "w:tc"):
            self.cell(tag)
        elif not self.open:
            return
        elif tag in ("w:t", "w:instrText") and _GONE.isdisjoint(self.stack):
            self.said, self.at = [], parser.CurrentByteIndex
        elif tag in _FIXED and parent == "w:r" and _GONE.isdisjoint(self.stack):
            self.take(Piece(0, 0, _FIXED[tag]))
        elif tag == "w:fldSimple":
            self.open[-1].codes += attributes.get("w:instr", "") + "\n"

    def begin(self, start: int, top: bool) -> None:
        cell = (self.table, self.row, self.column) if self.tables else None
        copies = self.stack.count("mc:Fallback")
        self.open.append(_Open(start, self.begun, top, "w:txbxContent" in self.stack, copies, cell))
        self.begun += 1

    def cell(self, tag: str) -> None:
        """Only the outermost tables count."""
        if tag == "w:tbl":
            self.tables += 1
        if self.tables == 1:
            if tag == "w:tbl":
                self.table, self.row, self.column = self.table + 1, 0, 0
            elif tag == "w:tr":
                self.row, self.column = self.row + 1, 0
            else:
                self.column += 1

    def take(self, piece: Piece) -> None:
        """What stands in a copy inside the paragraph, as of a sign, is not said again."""
        if self.stack.count("mc:Fallback") == self.open[-1].copies:
            self.open[-1].pieces.append(piece)

    def text(self, data: str) -> None:
        if self.said is not None:
            self.said.append(data)

    def end(self, parser: expat.XMLParserType, tag: str) -> None:
        end = closed(self.data, parser.CurrentByteIndex, tag)
        if tag == "w:p":
            self.done.append((self.open.pop(), end))
        elif tag == "w:tbl":
            self.tables -= 1
        elif self.said is not None and tag in ("w:t", "w:instrText"):
            said = "".join(self.said).replace("\n", " ")
            self.said = None
            if tag == "w:t":
                self.take(Piece(self.at, end, said))
            else:
                self.open[-1].codes += said
        self.stack.pop()


def closed(data: bytes, at: int, tag: str) -> int:
    """Where an element ends, whose end expat told at ``at``: before its end tag, or behind an element that is empty."""
    return data.find(b">", at) + 1 if data.startswith(f"</{tag}".encode(), at) else at


def survey(name: str, data: bytes) -> list[Paragraph]:
    """The paragraphs of a part, those of text boxes too, in the order of their beginnings. Raises BrokenPackage."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BrokenPackage(f"其中的 {name} 不是 UTF-8", f"its part {name} is not UTF-8") from error
    reader = _Reader(data)
    parse(name, data, reader.start, reader.end, text=reader.text)
    number = 0
    found = []
    for each, end in sorted(reader.done, key=lambda one: one[0].at):
        blank = not any(piece.text.strip() for piece in each.pieces)
        number += not blank and not each.copies
        copy = each.copies > 0
        found.append(
            Paragraph(
                each.start, end, tuple(each.pieces), 0 if blank else number, each.top, each.box, copy, each.cell, each.codes
            )
        )
    return found


def find(paragraph: Paragraph) -> tuple[list[Field], list[str]]:
    """The fields of a paragraph, and what looks like one and is none."""
    text = paragraph.text
    if "{" not in text and "｛" not in text and "}}" not in text:
        return [], []
    fields, slips = [], []
    for found in _BRACES.finditer(text):
        name = _NAME.fullmatch(found[1].strip(_SPACES))
        if name:
            fields.append(Field(name[1], name[2] or "", found.start(), found.end(), found[0]))
        else:
            slips.append(found[0])
    return fields, [*slips, *(stray[0] for stray in _STRAY.finditer(_BRACES.sub("\n", text)))]


Change = tuple[int, int, bytes]


def changes(paragraph: Paragraph, fields: Sequence[Field], write: Callable[[Field, int], str]) -> list[Change]:
    """What to put for which bytes, so that each field says what ``write`` tells of it and of where its ``w:t`` begins, as the
    content of that. Only ``w:t`` that a field touches change.
    """
    made = []
    at = 0
    for piece in paragraph.pieces:
        end = at + len(piece.text)
        touching = [field for field in fields if field.start < end and at < field.end]
        if touching and piece.end > piece.start:
            said, here = [], at
            for field in touching:
                said.append(escaped(piece.text[max(0, here - at) : max(0, field.start - at)]))
                if field.start >= at:
                    said.append(write(field, piece.start))
                here = field.end
            said.append(escaped(piece.text[max(0, here - at) :]))
            made.append((piece.start, piece.end, f'<w:t xml:space="preserve">{"".join(said)}</w:t>'.encode()))
        at = end
    return made


def spliced(data: bytes, made: Iterable[Change]) -> bytes:
    """``data`` with the changes, which do not overlap."""
    pieces: list[bytes] = []
    at = 0
    for start, end, new in sorted(made):
        pieces += (data[at:start], new)
        at = end
    return b"".join((*pieces, data[at:]))


def told(paragraph: Paragraph, fields: Sequence[Field], say: Callable[[Field], str]) -> str:
    """What the paragraph says with its fields replaced."""
    return "".join(said for said, _ in told_apart(paragraph, fields, say))


def told_apart(paragraph: Paragraph, fields: Sequence[Field], say: Callable[[Field], str]) -> Iterator[tuple[str, Field | None]]:
    """As :func:`told`, what fields say apart from what stands between them."""
    text, at = paragraph.text, 0
    for field in fields:
        yield text[at : field.start], None
        yield say(field), field
        at = field.end
    yield text[at:], None
