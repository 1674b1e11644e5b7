"""What stands around an issued report, as WordprocessingML: the red head, 附件说明, 版记 (GB/T 9704-2012, 7.2 to 7.4).

Looks are in styles; here is what depends on the text: sizes and indents, and the table at the foot of the last page.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from drafter.render.docx.room import Room
from drafter.render.measures import CHARACTER, INNER_RULE, OUTER_RULE, SMALL, WIDTH
from drafter.render.placing import HANGING, annex_note, drop, mark_size

if TYPE_CHECKING:
    from drafter.model.block import Block

#: Kinds of blocks → names of styles.
STYLE_NAMES = {
    "marking": "版头标注",
    "mark": "发文机关标志",
    "sealed": "date",
    "annex-note": "附件说明",
    "annex": "附件序号",
    "copies": "版记",
    "imprint": "版记",
}
#: 4 mm below the number, as wide as the text (7.2.7).
RED_RULE = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="8" w:color="FF0000"/></w:pBdr>'
#: The style of a number under the mark: over the red rule.
RULED = "红头字号"


def mark(blocks: "Sequence[Block]", index: int, pitch: int) -> str:
    """The place of 发文机关标志. Where no number is given yet, the red rule stands below the mark itself."""
    height = mark_size(blocks[index].text) * 20
    spacing = f'<w:spacing w:before="{drop(blocks, index, pitch)}" w:line="{height}" w:lineRule="exact"/>'
    if index + 1 < len(blocks) and blocks[index + 1].kind == "number":
        return spacing
    return RED_RULE + spacing.replace(" w:line=", f' w:after="{2 * pitch}" w:line=')


def mark_run(text: str) -> str:
    half_points = 2 * mark_size(text)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def number(text: str, room: Room) -> str:
    """A number beside 签发人: it begins one character from the left, and the name ends one from the right (7.2.6).

    The indent is one of the first line: one of the paragraph would shorten the red rule.
    """
    if "\t" not in text:
        return ""
    return f'{_tab(room, CHARACTER)}<w:ind w:firstLineChars="100" w:firstLine="{CHARACTER}"/><w:jc w:val="left"/>'


def _tab(room: Room, free: int) -> str:
    """Where what is behind a tab ends, ``free`` from the right. The styles have it for the standard's own width."""
    if room.width == WIDTH:
        return ""
    return f'<w:tabs><w:tab w:val="clear" w:pos="{WIDTH - free}"/><w:tab w:val="right" w:pos="{room.width - free}"/></w:tabs>'


def named(text: str, first: bool, pitch: int) -> str:
    """A name of 附件说明, one blank line below the text (7.3.4)."""
    left, hanging = annex_note(text)
    spacing = f'<w:spacing w:before="{pitch}"/>' if first else ""
    return f'{spacing}<w:ind w:left="{left}" w:firstLineChars="0" w:hanging="{hanging}"/>'


def imprint(blocks: "Sequence[Block]", style: str, content: Callable[["Block"], str], room: Room) -> str:
    """版记: a table that floats, its last rule on the bottom of the text block. LibreOffice floats it only with horzAnchor page."""
    rows = "".join(
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{room.width}" w:type="dxa"/></w:tcPr>'
        f"<w:p><w:pPr>{style}{_place(block, room)}</w:pPr>{content(block)}</w:p></w:tc></w:tr>"
        for block in blocks
    )
    sides: Mapping[str, int] = {"top": OUTER_RULE, "bottom": OUTER_RULE, "insideH": INNER_RULE}
    rules = "".join(f'<w:{side} w:val="single" w:sz="{wide}" w:space="0" w:color="auto"/>' for side, wide in sides.items())
    return (
        '<w:tbl><w:tblPr><w:tblpPr w:leftFromText="0" w:rightFromText="0" w:vertAnchor="margin" w:horzAnchor="page"'
        f' w:tblpX="{room.left}" w:tblpYSpec="bottom"/><w:tblW w:w="{room.width}" w:type="dxa"/>'
        f'<w:tblBorders>{rules}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
        f'<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="{room.width}"/></w:tblGrid>{rows}</w:tbl>'
    )


def _place(block: "Block", room: Room) -> str:
    """One character is free on both sides (7.4.2, 7.4.3); further lines of 抄送 begin under its first body."""
    if block.kind == "copies":
        return f'<w:ind w:left="{SMALL + HANGING}" w:right="{SMALL}" w:firstLineChars="0" w:hanging="{HANGING}"/>'
    tab = _tab(room, SMALL)
    return f'{tab}<w:ind w:left="{SMALL}" w:right="{SMALL}" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/>'
