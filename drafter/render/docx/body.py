"""Blocks written as WordprocessingML, as text: 30 times faster than building a tree of elements.

Looks are in the styles of the base; a paragraph says only its style and what depends on its neighbours or its length.
No paragraph is empty: the blank lines of the standard are spacing (GB/T 9704-2012, 7.3).
"""

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from drafter.model.block import BREAKS
from drafter.render.docx import cover
from drafter.render.docx.comments import ends, starts
from drafter.render.docx.landscape import SIDEWAYS_WIDTH
from drafter.render.docx.room import Room, Rooms, standard
from drafter.render.docx.table import TABLE_STYLES, TEXT, table
from drafter.render.joint import begins, is_row, longest
from drafter.render.joint import marks as joint_marks
from drafter.render.measures import SHEET, WIDTH, signing
from drafter.render.placing import IMPRINT, drop, seal_below, sealed
from drafter.render.titles import title_lines

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from drafter.model.block import Block, Run
    from drafter.render.docx.landscape import Turns
    from drafter.render.joint import Marks as JointMarks

#: Kinds of blocks → names of styles; headings are ``heading 1`` …, body text is the base's default style.
STYLE_NAMES = {
    "title": "title",
    "number": "发文字号",
    "addressees": "主送机关",
    "byline": "题下署名",
    "signature": "signature",
    "date": "date",
    "caption": "caption",
    **cover.STYLE_NAMES,
}
_MOST_LEVELS = 6
_HEADINGS = tuple(f"heading {level}{face}" for level in range(1, _MOST_LEVELS + 1) for face in ("", " char"))
#: Names of all styles that a body refers to.
NEEDED = (*dict.fromkeys(STYLE_NAMES.values()), cover.RULED, *_HEADINGS, *TABLE_STYLES)
_HINT = '<w:rFonts w:hint="eastAsia"/>'
_TEXT = '<w:t xml:space="preserve">'
_CLOSE = "</w:t></w:r>"
_BREAK = "</w:t><w:br/>" + _TEXT
_PAGE_BREAK = "<w:pageBreakBefore/>"
#: Word wants a paragraph behind a table, and joins two tables that touch. One twentieth of a line high, without text.
_SPACER = (
    '<w:p><w:pPr>%s<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
)


#: The level of a run's face, whether it is bold, whether it is marked.
Face = tuple[int, bool, bool]


_PLAIN: Face = (0, False, False)


_ROOMS: Rooms = (standard(), standard()._replace(width=SIDEWAYS_WIDTH))


class Marks(NamedTuple):
    """What a base and a page settle: ids of styles by name, heads of paragraphs and runs, the height of a line in twips, the
    room of upright pages and of those on their side.
    """

    ids: dict[str, str]
    heads: dict[tuple[str, int], str]
    runs: dict[Face, str]
    pitch: int
    ruled: str
    rooms: Rooms


def marks(ids: dict[str, str], pitch: int = SHEET.pitch, rooms: Rooms = _ROOMS) -> Marks:
    heads = {(kind, 0): _style(ids[name]) for kind, name in STYLE_NAMES.items()}
    heads["paragraph", 0] = ""
    heads["unit", 0] = _style(ids[TEXT]) + "<w:keepNext/>"
    heads["note", 0] = _style(ids[TEXT])
    runs = {}
    faces = [""]
    for level in range(1, _MOST_LEVELS + 1):
        heads["heading", level] = _style(ids[f"heading {level}"])
        faces.append(ids[f"heading {level} char"])
    for (level, face), bold, mark in product(enumerate(faces), (False, True), (False, True)):
        runs[level, bold, mark] = _run(face, bold, mark)
    return Marks(ids, heads, runs, pitch, _style(ids[cover.RULED]), rooms)


def _style(id: str) -> str:
    return f'<w:pStyle w:val="{id}"/>'


def _run(style: str, bold: bool, mark: bool) -> str:
    face = f'<w:rStyle w:val="{style}"/>' if style else ""
    weight = "<w:b/><w:bCs/>" if bold else ""
    ground = '<w:highlight w:val="yellow"/>' if mark else ""
    return f"<w:r><w:rPr>{face}{_HINT}{weight}{ground}</w:rPr>{_TEXT}"


def escaped(text: str) -> str:
    """Text inside ``w:t``. A tab and a line feed are elements; a typed line feed says so, a title's breaks do not."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if "\t" in text:
        text = text.replace("\t", f"</w:t><w:tab/>{_TEXT}")
    if "\n" in text:
        text = text.replace("\n", f'</w:t><w:br w:type="textWrapping"/>{_TEXT}')
    return text


def section(footers: str = "") -> str:
    """``w:sectPr`` of the standard: A4, margins and grid (5.1, 5.2), with references to ``footers``."""
    return (
        f'<w:sectPr>{footers}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{SHEET.top}" w:right="{SHEET.right}"'
        f' w:bottom="{SHEET.bottom}" w:left="{SHEET.left}" w:header="851" w:footer="{SHEET.footer}" w:gutter="0"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{SHEET.pitch}"/></w:sectPr>'
    )


def body(blocks: "Sequence[Block]", look: Marks, turns: "Turns | None" = None, begins_page: bool = False) -> str:
    """The content of ``w:body`` before its last ``w:sectPr``. ``turns`` ends sections where pages turn; None: they stay upright.
    ``begins_page``: the first of them begins a page.
    """
    written: list[str] = []
    places = _Places(blocks, look)
    page_break = _PAGE_BREAK if begins_page else ""
    after_table = False
    charts = 0
    for index, block in enumerate(blocks):
        kind = block.kind
        if kind in BREAKS:
            page_break = _PAGE_BREAK if written or page_break else ""
            if turns is not None:
                turns.turn(kind)
            continue
        if turns is not None and turns.settle(written, _SPACER % ""):
            # 版记 floats: it needs something of its own page to float by.
            page_break, after_table = "", kind in IMPRINT
        if kind == "chart":
            from drafter.render.docx.chart import paragraph

            charts += 1
            written.append(paragraph(block, charts, page_break, _room(look, turns).width))
        elif kind == "mark" and (joint := joint_marks(blocks, index)):
            if begins(blocks, index):
                written.append(_joint(joint, blocks, index, look))
        elif kind == "table" or kind in IMPRINT:
            if kind != "table" and index and blocks[index - 1].kind in IMPRINT:
                continue
            if page_break or after_table:
                written.append(_SPACER % page_break)
            written.append(_table(block, look, turns) if kind == "table" else _imprint(blocks, index, look))
        else:
            written.append(_paragraph(_head(block, places, look, index, page_break), _content(block, look)))
        page_break = ""
        after_table = kind == "table" or kind in IMPRINT
    if after_table:
        written.append(_SPACER % "")
    return "".join(written)


def _table(block: "Block", look: Marks, turns: "Turns | None") -> str:
    marked = {(cell.row, cell.column): "".join(_runs(cell.runs, 0, look.runs)) for cell in block.cells}

    def content(place: tuple[int, int], text: str) -> str:
        return marked.get(place) or f"{look.runs[_PLAIN]}{escaped(text)}{_CLOSE}"

    return table(block.rows, look.ids, content, _room(look, turns).width)


def _room(look: Marks, turns: "Turns | None") -> Room:
    return look.rooms[turns is not None and turns.sideways]


def _joint(marks: "JointMarks", blocks: "Sequence[Block]", index: int, look: Marks) -> str:
    """The marks of several bodies, and the red rule below them where no number is given yet."""
    from drafter.render.docx.joint import table

    def run(looks: str, text: str) -> str:
        return look.runs[_PLAIN].replace("</w:rPr>", f"{looks}</w:rPr>") + escaped(text) + _CLOSE

    end = index + len(marks.names) + marks.file
    numbered = end < len(blocks) and blocks[end].kind == "number"
    rule = "" if numbered else cover.RED_RULE
    return table(marks, look.heads["mark", 0], run, drop(blocks, index, look.pitch), rule, look.pitch)


def _head(block: "Block", places: "_Places", look: Marks, index: int, page_break: str) -> str:
    """What stands in ``w:pPr``."""
    kind = block.kind
    ruled = kind == "number" and places.kind(index - 1) == "mark"
    head = look.ruled if ruled else look.heads.get((kind, min(block.level, _MOST_LEVELS)), "")
    if kind == "caption" and places.kind(index - 1) == "chart" and places.kind(index + 1) != "note":
        head += '<w:keepNext w:val="0"/>'  # its chart is above
    head += page_break
    if kind in _PLACED:
        head += places.of(index)
    return head


def _paragraph(head: str, content: str) -> str:
    return f"<w:p><w:pPr>{head}</w:pPr>{content}</w:p>" if head else f"<w:p>{content}</w:p>"


def _content(block: "Block", look: Marks) -> str:
    if block.kind == "title":
        # A title has one face, whatever its runs say; its breaks carry no text.
        lines = map(escaped, title_lines(block.text))
        face = (0, False, any(run.mark for run in block.runs))
        notes = dict.fromkeys(note for run in block.runs for note in run.notes)
        return f"{starts(notes)}{look.runs[face]}{_BREAK.join(lines)}{_CLOSE}{ends(notes)}"
    if block.kind == "mark":
        return look.runs[_PLAIN].replace("</w:rPr>", f"{cover.mark_run(block.text)}</w:rPr>") + escaped(block.text) + _CLOSE
    own = block.level if block.kind == "heading" else 0
    return "".join(_runs(block.runs, own, look.runs))


def _runs(runs: "Sequence[Run]", own: int, heads: "Mapping[Face, str]") -> list[str]:
    """``own`` is the level of the heading that the paragraph itself is: its style gives that face already."""
    written = []
    open_notes: tuple[str, ...] = ()
    for text, level, bold, mark, notes in runs:
        if notes != open_notes:
            written.append(ends(open_notes, notes) + starts(notes, open_notes))
            open_notes = notes
        face = 0 if level == own else min(level, _MOST_LEVELS)
        written.append(f"{heads[face, bold, mark]}{escaped(text)}{_CLOSE}")
    if open_notes:
        written.append(ends(open_notes))
    return written


def _imprint(blocks: "Sequence[Block]", index: int, look: Marks) -> str:
    """版记, which begins at ``index``."""
    end = index
    while end < len(blocks) and blocks[end].kind in IMPRINT:
        end += 1
    return cover.imprint(blocks[index:end], look.heads["copies", 0], lambda block: _content(block, look), look.rooms[0])


#: Kinds whose place depends on their text, or on what stands beside them.
_SIDES = {"unit": '<w:jc w:val="right"/>', "note": '<w:jc w:val="left"/>'}
_PLACED = frozenset({*_SIDES, "title", "byline", "signature", "date", "sealed", "mark", "number", "annex-note"})
_DATES = ("date", "sealed")


class _Places:
    """Spacing and indents that follow from the neighbours: GB/T 9704-2012, 7.3.1 and 7.3.5.2."""

    def __init__(self, blocks: "Sequence[Block]", look: Marks) -> None:
        self.blocks = blocks
        self.look = look

    def kind(self, index: int) -> str:
        return self.blocks[index].kind if 0 <= index < len(self.blocks) else ""

    def of(self, index: int) -> str:
        kind = self.kind(index)
        if kind in _SIDES:
            return _SIDES[kind]
        if kind in ("title", "byline"):
            # The blank line of the style comes after the last of them.
            return '<w:spacing w:after="0"/>' if self.kind(index + 1) == "byline" else ""
        if kind == "mark":
            return cover.mark(self.blocks, index, self.look.pitch)
        if kind == "number":
            return cover.number(self.blocks[index].text, self.look.rooms[0])
        if kind == "annex-note":
            return cover.named(self.blocks[index].text, self.kind(index - 1) != kind, self.look.pitch)
        return self._signed(index, kind)

    def _signed(self, index: int, kind: str) -> str:
        signed = self.kind(index - 1) in ("signature", *_DATES)
        if kind == "signature":
            if (date := seal_below(self.blocks, index)) and is_row(self.blocks, index):
                from drafter.render.docx.joint import sealed_row

                return sealed_row(self.blocks, index, date, self.look.pitch)
            return ('<w:spacing w:before="0"/>' if signed else "") + self._over(index)
        if not signed:
            return f'<w:spacing w:before="{self.look.pitch}"/>'
        return self._left(index - 1, index, 1) if kind == "date" and self.kind(index - 1) == "signature" else ""

    def _over(self, index: int) -> str:
        """The indent of a signature over the date that follows."""
        following = index + 1
        while self.kind(following) == "signature":
            following += 1
        if self.kind(following) == "date":
            return self._left(index, following, 0)
        below = seal_below(self.blocks, index)
        if not below:
            return ""
        return f'<w:ind w:right="{sealed(self.blocks[index].text, below)}" w:firstLineChars="0" w:firstLine="0"/>'

    def _left(self, signature: int, date: int, which: int) -> str:
        """The indent of the signature (0) or of the date below it (1)."""
        lefts = signing(longest(self.blocks, signature), self.blocks[date].text)
        # Both are placed from the right edge.
        beyond = self.look.rooms[0].width - WIDTH
        if lefts is None or min(lefts) + beyond < 0:
            return ""
        return f'<w:ind w:left="{lefts[which] + beyond}" w:right="0" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/>'
