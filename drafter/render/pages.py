"""The page as it will print, measured without an office suite: blocks → pages of lines, as the Word document breaks them.

28 characters a line and 22 lines a page (GB/T 9704-2012, 5.2.3), in the faces and spacings of the packaged base.docx; a base
of one's own may break lines elsewhere.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from drafter.model.block import BREAKS, Block, Run
from drafter.model.style import Page
from drafter.render.breaking import Face, lines
from drafter.render.docx.table import columns
from drafter.render.exhibit_lines import EXHIBITS, exhibit
from drafter.render.filling import BLANK, Pages, Paragraph, PrintedLine, PrintedPage, Unit
from drafter.render.joint import FILE, FIRST_ROW, ROWS_APART, begins, is_row, longest, marks, middles
from drafter.render.measures import CHARACTER, COMPRESSION, SHEET, SHEETS, SMALL, WIDTH, signing, width
from drafter.render.placing import HANGING, IMPRINT, annex_note, drop, mark_size, seal_below, sealed
from drafter.render.titles import title_lines

#: Half characters in a full line: columns of a terminal.
COLUMNS = 56
_HALF = (CHARACTER + COMPRESSION) / 2
_A4 = 16838
_INDENT = 2 * CHARACTER
_TITLE, _CAPTION, _CELL = 440, 280, 240
_CELL_LINE, _CELL_MARGINS, _RULE = 360, 114, 10
#: 8 pt between a number and the red rule, and the rule of 1.5 pt.
_RED_RULE = 190
_CENTRED = frozenset({"mark", "title", "number", "byline", "caption"})
_KEPT = frozenset({"heading", "caption"})
_BLANKS_AFTER = {"title": 1, "number": 2, "byline": 1, "annex": 1}
_SIGNED = frozenset({"signature", "date", "sealed"})


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
    upright = _A4 - sheet.top - sheet.bottom
    filled = Pages(upright, sheet.pitch)
    room = WIDTH
    for index, block in enumerate(blocks):
        if block.kind in BREAKS:
            # A page on its side is as high as the upright text block is wide, and the other way about.
            sideways = block.kind == "landscape"
            room = upright if sideways else WIDTH
            filled.break_page(WIDTH if sideways else upright)
        elif block.kind == "table":
            for row in _rows(block, faces, room):
                filled.add(row)
        elif block.kind in EXHIBITS:
            filled.add(exhibit(block, faces.cell))
        elif block.kind not in IMPRINT:
            filled.add(_paragraph(blocks, index, faces, sheet.pitch))
    filled.settle()
    filled.close([line for block in blocks if block.kind in IMPRINT for line in _imprint(block, faces.caption)])
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


def _paragraph(blocks: Sequence[Block], index: int, faces: _Faces, pitch: int) -> Paragraph:
    block = blocks[index]
    kind = block.kind
    before = after = ruled = 0
    if kind in _SIGNED:
        before = int(index == 0 or blocks[index - 1].kind not in _SIGNED)
        if kind == "signature" and (date := seal_below(blocks, index)) and is_row(blocks, index):
            before = FIRST_ROW if before else ROWS_APART - 1
            made = iter([_row(blocks, index, date)])
        else:
            made = _signed(blocks, index, faces.body)
    elif kind == "title":
        made = (line for text in title_lines(block.text) for line in _broken(block, (Run(text),), faces.title, 0, WIDTH))
    elif kind == "mark":
        return Paragraph([_mark(blocks, index, pitch)])
    elif kind == "annex-note":
        before = int(index == 0 or blocks[index - 1].kind != kind)
        made = _hanging(block, faces.body, *annex_note(block.text), WIDTH)
    elif kind == "number" and "\t" in block.text:
        made = iter([_spread(PrintedLine(block.runs, kind, 0, 2, block.fact))])
    else:
        face = faces.caption if kind == "caption" else faces.body
        made = _broken(block, block.runs, face, _INDENT if kind in ("paragraph", "heading") else 0, WIDTH)
    if kind == "number" and index and blocks[index - 1].kind == "mark":
        before, ruled = 2, _RED_RULE
    if kind in _BLANKS_AFTER:
        # The blank line of a title comes after the bylines that follow it.
        named = kind != "number" and index + 1 < len(blocks) and blocks[index + 1].kind == "byline"
        after = 0 if named else _BLANKS_AFTER[kind]
    return Paragraph([Unit((line,), pitch + ruled) for line in made], before, after, kind in _KEPT)


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
    after = next((following for following in blocks[index + 1 :] if following.kind != "signature"), None)
    before = blocks[index - 1] if index else None
    lefts, which = None, 0
    if block.kind == "signature" and after is not None and after.kind == "date":
        lefts = signing(longest(blocks, index), after.text)
    elif block.kind == "date" and before is not None and before.kind == "signature":
        lefts, which = signing(longest(blocks, index - 1), block.text), 1
    free = 0 if lefts else CHARACTER * (2 if block.kind == "signature" else 4)
    if block.kind == "signature" and (below := seal_below(blocks, index)):
        free = sealed(block.text, below)
    left = lefts[which] if lefts else 0
    for line in _broken(block, block.runs, face, 0, WIDTH - free - left):
        indent = left / _HALF if lefts else COLUMNS - free / _HALF - 2 * width(line.text)
        yield line._replace(indent=max(0, round(indent)))


def _row(blocks: Sequence[Block], index: int, date: str) -> PrintedLine:
    """Signatures that get seals, each about its middle."""
    block = blocks[index]
    text = ""
    for name, middle in zip(block.text.split("\t"), middles(blocks, index, date), strict=True):
        text += " " * max(bool(text), round(middle / _HALF - width(name) - 2 * width(text))) + name
    indent = len(text) - len(text.lstrip(" "))
    return PrintedLine((block.runs[0]._replace(text=text.lstrip(" ")),), block.kind, 0, indent, block.fact)


def _mark(blocks: Sequence[Block], index: int, pitch: int) -> Unit:
    """发文机关标志 with the room above it. Its characters are larger than a terminal can show."""
    block = blocks[index]
    room = drop(blocks, index, pitch)
    joint = marks(blocks, index)
    if joint:
        # 文件 stands beside the names, a terminal has no room for that.
        height = 0 if joint.file and block.text == FILE else joint.height(int(not begins(blocks, index)))
    else:
        height = 20 * mark_size(block.text)
    line = PrintedLine(block.runs, block.kind, 0, max(0, round(COLUMNS / 2 - width(block.text))), block.fact)
    return Unit((*[BLANK] * round(room / pitch), line), room + height)


def _hanging(block: Block, face: Face, left: int, hanging: int, room: int) -> Iterator[PrintedLine]:
    """Lines that begin at ``left``, the first of them ``hanging`` before it."""
    for line in _broken(block, block.runs, face, -hanging, room - left):
        yield line._replace(indent=round(left / _HALF) + line.indent)


def _spread(line: PrintedLine) -> PrintedLine:
    """What is parted by a tab stands at both ends of its line; the right end is as free as the left."""
    room = COLUMNS - 2 * line.indent - round(2 * width(line.text))
    runs = tuple(run._replace(text=run.text.replace("\t", " " * max(1, room + 1), 1)) for run in line.runs)
    return line._replace(runs=runs)


def _imprint(block: Block, face: Face) -> Iterator[PrintedLine]:
    if "\t" in block.text:
        yield _spread(PrintedLine(block.runs, block.kind, 0, 2, block.fact))
    else:
        yield from _hanging(block, face, SMALL + HANGING, HANGING, WIDTH - SMALL)


def _rows(block: Block, faces: _Faces, room: int) -> Iterable[Paragraph]:
    """The rows of a table ``room`` twips wide. Their text is smaller than a terminal can show: they are as high as they print,
    and broken anew to keep inside their columns.
    """
    shares = columns(block.rows, room) or [room]
    half = room / WIDTH * _HALF
    edges = [round(sum(shares[:count]) / half) for count in range(len(shares) + 1)]
    for number, row in enumerate(block.rows):
        printed, shown = 1, []
        for column, text in enumerate(row or ("",)):
            last = len(shares) if column == len(row) - 1 else column + 1
            printed = max(printed, len(_cell(text, faces.cell, sum(shares[column:last]) - _CELL_MARGINS)))
            free = min(edges[last], COLUMNS) - edges[column] - (last < len(shares))
            shown.append([_padded(part, free) for part in _cell(text, faces.screen, round(free * _HALF))] + [" " * free])
        height = max(len(cell) for cell in shown) - 1
        texts = ["|".join(cell[min(line, len(cell) - 1)] for cell in shown) for line in range(height)]
        made = tuple(PrintedLine((Run(text),), "table", 0, 0, block.fact) for text in texts)
        head = number == 0 and len(block.rows) > 1
        yield Paragraph([Unit(made, printed * _CELL_LINE + _RULE)], kept=head)


def _cell(text: str, face: Face, room: int) -> list[str]:
    room = max(room, face.size)
    return [part[start:end] for part in text.split("\n") for start, end in lines(part, face, room, room)]


def _padded(text: str, room: int) -> str:
    return text + " " * (room - round(2 * width(text)))
