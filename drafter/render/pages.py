"""The page as it will print, measured without an office suite: blocks → pages of lines, as the Word document breaks them.

28 characters a line and 22 lines a page (GB/T 9704-2012, 5.2.3), in the faces and spacings of the packaged base.docx; a base
of one's own may break lines elsewhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from drafter.model.block import Block, Run
from drafter.model.style import Page
from drafter.render.breaking import Face, lines
from drafter.render.docx.table import columns
from drafter.render.measures import CHARACTER, COMPRESSION, SHEET, SHEETS, WIDTH, signing, width
from drafter.render.titles import title_lines

#: Half characters in a full line: columns of a terminal.
COLUMNS = 56
_HALF = (CHARACTER + COMPRESSION) / 2
_A4 = 16838
_INDENT = 2 * CHARACTER
_TITLE, _CAPTION, _CELL = 440, 280, 240
_CELL_LINE, _CELL_MARGINS, _RULE = 360, 114, 10
_CENTRED = frozenset({"title", "number", "byline", "caption"})
_KEPT = frozenset({"heading", "caption"})
_BLANKS_AFTER = {"title": 1, "number": 2, "byline": 1}
_SIGNED = frozenset({"signature", "date"})


class PrintedLine(NamedTuple):
    """One line. ``role`` is the kind of its block, "" for a blank line; ``level`` that of a heading. ``indent`` is what is
    free on its left, in half characters; ``fact`` the key of the fact that it came from, None where that is none.

    Templates mark a fact where it begins: the paragraphs after a marked block are taken for the same fact's.
    """

    runs: tuple[Run, ...]
    role: str
    level: int = 0
    indent: int = 0
    fact: str | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


PrintedPage = list[PrintedLine]
_BLANK = PrintedLine((), "")


class _Unit(NamedTuple):
    """What goes onto a page whole, a line or the row of a table, and its height in twips."""

    lines: tuple[PrintedLine, ...]
    height: int


class _Paragraph(NamedTuple):
    """A block as it is set. ``before`` and ``after`` count blank lines; ``kept``: it stands on a page with what follows."""

    units: list[_Unit]
    before: int = 0
    after: int = 0
    kept: bool = False


class _Faces(NamedTuple):
    body: Face
    title: Face
    caption: Face
    cell: Face
    screen: Face


def pages(blocks: Sequence[Block], page: Page | None = None) -> list[PrintedPage]:
    """The pages, at least one. ``page``: 页面 of the report; None for the standard."""
    blocks = _owned(blocks)
    sheet = SHEETS.get(page.margins, SHEET) if page else SHEET
    faces = _faces(page is None or page.digits != "仿宋")
    filled = _Pages(_A4 - sheet.top - sheet.bottom, sheet.pitch)
    for index, block in enumerate(blocks):
        if block.kind == "break":
            filled.break_page()
        elif block.kind == "table":
            for row in _rows(block, faces):
                filled.add(row)
        else:
            filled.add(_paragraph(blocks, index, faces, sheet.pitch))
    filled.settle()
    return filled.pages


def _owned(blocks: Iterable[Block]) -> list[Block]:
    """Each paragraph with the fact that it goes on with."""
    owned = []
    fact = None
    for block in blocks:
        fact = block.fact or (fact if block.kind == "paragraph" else None)
        owned.append(block._replace(fact=fact) if fact != block.fact else block)
    return owned


@lru_cache(maxsize=2)
def _faces(times: bool) -> _Faces:
    """Faces keep the widths that they have looked up."""
    body = Face(times)
    return _Faces(body, Face(False, _TITLE, 0), Face(times, _CAPTION), Face(times, _CELL), Face(False))


class _Pages:
    """Fills pages of ``height`` twips. A heading waits for what follows, so that it is never the last line of a page."""

    def __init__(self, height: int, pitch: int) -> None:
        self.height, self.pitch = height, pitch
        self.pages: list[PrintedPage] = [[]]
        self.filled = 0
        self.waiting: list[_Paragraph] = []

    def add(self, paragraph: _Paragraph) -> None:
        self.waiting.append(paragraph)
        if not paragraph.kept:
            self.settle()

    def settle(self) -> None:
        """Places what has been waiting, on a new page where the last of it would be parted from the rest."""
        if not self.waiting:
            return
        *held, last = self.waiting
        together = sum(unit.height for paragraph in held for unit in paragraph.units)
        together += last.before * self.pitch + last.units[0].height
        if held and self.filled + together > self.height:
            self.turn()
        for paragraph in self.waiting:
            self.place(paragraph, self.pitch)
        self.waiting = []

    def place(self, paragraph: _Paragraph, pitch: int) -> None:
        self.blank(paragraph.before)
        for unit in paragraph.units:
            if self.filled + unit.height > self.height:
                self.turn()
            self.pages[-1] += unit.lines
            self.filled += unit.height
        self.blank(paragraph.after)

    def blank(self, count: int) -> None:
        """Blank lines, which a page neither begins with nor grows by."""
        for _ in range(count):
            if self.pages[-1] and self.filled + self.pitch <= self.height:
                self.pages[-1].append(_BLANK)
                self.filled += self.pitch

    def turn(self) -> None:
        if self.pages[-1]:
            self.pages.append([])
            self.filled = 0

    def break_page(self) -> None:
        self.settle()
        self.turn()


def _paragraph(blocks: Sequence[Block], index: int, faces: _Faces, pitch: int) -> _Paragraph:
    block = blocks[index]
    kind = block.kind
    before = after = 0
    if kind in _SIGNED:
        before = int(index == 0 or blocks[index - 1].kind not in _SIGNED)
        made = _signed(blocks, index, faces.body)
    elif kind == "title":
        made = (line for text in title_lines(block.text) for line in _broken(block, (Run(text),), faces.title, 0, WIDTH))
    else:
        face = faces.caption if kind == "caption" else faces.body
        made = _broken(block, block.runs, face, _INDENT if kind in ("paragraph", "heading") else 0, WIDTH)
    if kind in _BLANKS_AFTER:
        # The blank line of a title comes after the bylines that follow it.
        named = kind != "number" and index + 1 < len(blocks) and blocks[index + 1].kind == "byline"
        after = 0 if named else _BLANKS_AFTER[kind]
    return _Paragraph([_Unit((line,), pitch) for line in made], before, after, kind in _KEPT)


def _broken(block: Block, runs: tuple[Run, ...], face: Face, indent: int, room: int) -> Iterator[PrintedLine]:
    """The lines of ``runs`` in a column of ``room`` twips. The first is indented; line feeds that were typed end a line."""
    offset = 0
    for part in "".join(run.text for run in runs).split("\n"):
        for start, end in lines(part, face, room - indent, room):
            free = round(indent / _HALF)
            if block.kind in _CENTRED:
                free = max(0, round(COLUMNS / 2 - width(part[start:end])))
            yield PrintedLine(_cut(runs, offset + start, offset + end), block.kind, block.level, free, block.fact)
            indent = 0
        offset += len(part) + 1


def _cut(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    """The characters from ``start`` to ``end`` of what the runs say together."""
    if len(runs) == 1:
        return (runs[0]._replace(text=runs[0].text[start:end]),)
    found = []
    offset = 0
    for run in runs:
        text = run.text[max(0, start - offset) : max(0, end - offset)]
        if text:
            found.append(run._replace(text=text))
        offset += len(run.text)
    return tuple(found)


def _signed(blocks: Sequence[Block], index: int, face: Face) -> Iterator[PrintedLine]:
    """署名 and 成文日期, whose places depend on each other (GB/T 9704-2012, 7.3.5.2); those too long for that end on the right."""
    block = blocks[index]
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    before = blocks[index - 1] if index else None
    lefts, which = None, 0
    if block.kind == "signature" and after is not None and after.kind == "date":
        lefts = signing(block.text, after.text)
    elif block.kind == "date" and before is not None and before.kind == "signature":
        lefts, which = signing(before.text, block.text), 1
    free = 0 if lefts else CHARACTER * (4 if block.kind == "date" else 2)
    left = lefts[which] if lefts else 0
    for line in _broken(block, block.runs, face, 0, WIDTH - free - left):
        indent = left / _HALF if lefts else COLUMNS - free / _HALF - 2 * width(line.text)
        yield line._replace(indent=max(0, round(indent)))


def _rows(block: Block, faces: _Faces) -> Iterable[_Paragraph]:
    """The rows of a table. Their text is smaller than a terminal can show: they are as high as they print, and broken anew to
    keep inside their columns.
    """
    shares = columns(block.rows) or [WIDTH]
    edges = [round(sum(shares[:count]) / _HALF) for count in range(len(shares) + 1)]
    for number, row in enumerate(block.rows):
        printed, shown = 1, []
        for column, text in enumerate(row or ("",)):
            last = len(shares) if column == len(row) - 1 else column + 1
            printed = max(printed, len(_cell(text, faces.cell, sum(shares[column:last]) - _CELL_MARGINS)))
            room = min(edges[last], COLUMNS) - edges[column] - (last < len(shares))
            shown.append([_padded(part, room) for part in _cell(text, faces.screen, round(room * _HALF))] + [" " * room])
        height = max(len(cell) for cell in shown) - 1
        texts = ["|".join(cell[min(line, len(cell) - 1)] for cell in shown) for line in range(height)]
        made = tuple(PrintedLine((Run(text),), "table", 0, 0, block.fact) for text in texts)
        head = number == 0 and len(block.rows) > 1
        yield _Paragraph([_Unit(made, printed * _CELL_LINE + _RULE)], kept=head)


def _cell(text: str, face: Face, room: int) -> list[str]:
    room = max(room, face.size)
    return [part[start:end] for part in text.split("\n") for start, end in lines(part, face, room, room)]


def _padded(text: str, room: int) -> str:
    return text + " " * (room - round(2 * width(text)))
