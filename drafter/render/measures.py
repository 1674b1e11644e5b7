"""The page in numbers: GB/T 9704-2012, 5.2 (margins, 22 lines of 28 characters of 16 pt) and the faces of 7.3.

A twip is a twentieth of a point; 1 mm is 56.69 twips.
"""

from typing import NamedTuple


class Sheet(NamedTuple):
    """Margins of A4 and the pitch of its lines. ``footer`` puts the page number's dash 7 mm below the text block (7.5)."""

    top: int
    bottom: int
    left: int
    right: int
    footer: int
    pitch: int


#: By the words of Page.margins. The first is what base.docx carries. 579, not 580: 22 x 580 is higher than 225 mm.
SHEETS = {
    "GB9704": Sheet(2098, 1984, 1588, 1474, 1417, 579),
    "GB33476": Sheet(1960, 1847, 1588, 1474, 1280, 592),  # GB/T 33476.2-2016, 6.2: profile B, tolerances kept in print
}
SHEET = SHEETS["GB9704"]

#: Width of the text block: 156 mm.
WIDTH = 8844
#: One 16 pt character and the compression that makes 28 of them fit 156 mm.
CHARACTER = 320
COMPRESSION = -5

#: From the top of the text block to that of 发文机关标志: 35 mm (7.2.4); and the largest size of its characters, in points.
MARK_DROP = 1984
LARGEST_MARK = 62
#: 版记 (7.4): its rules in eighths of a point, 0.35 mm outside and 0.25 mm inside; a 四号 character; the height of a line.
OUTER_RULE, INNER_RULE = 8, 6
SMALL = 280
SMALL_LINE = 480

LATIN = "Times New Roman"
TITLE_FACE = "方正小标宋简体"
BODY_FACE = "仿宋_GB2312"
SECOND_FACE = "楷体_GB2312"
FIRST_FACE = "黑体"
NUMBER_FACE = "宋体"

#: The face of a heading by its level; deeper ones look like the text (7.3.3).
HEADING_FACES = {1: FIRST_FACE, 2: SECOND_FACE, 3: BODY_FACE, 4: BODY_FACE, 5: BODY_FACE, 6: BODY_FACE}

#: Page.fonts win10: the names of the faces that Windows 10 carries.
WIN10 = {BODY_FACE: "仿宋", SECOND_FACE: "楷体"}

#: What stands in for a face that a machine does not have, best first.
STAND_INS = {
    TITLE_FACE: ("方正小标宋_GBK", "华文中宋", "宋体"),
    BODY_FACE: ("仿宋", "FangSong", "方正仿宋_GBK"),
    SECOND_FACE: ("楷体", "KaiTi"),
    "仿宋": ("FangSong", "仿宋_GB2312", "方正仿宋_GBK"),
    "楷体": ("KaiTi", "楷体_GB2312"),
    FIRST_FACE: ("SimHei",),
    NUMBER_FACE: ("SimSun",),
}


def width(text: str) -> float:
    """In characters: ASCII counts a half."""
    return len(text) - sum(sign < "\x7f" for sign in text) / 2


def signing(signature: str, date: str) -> tuple[int, int] | None:
    """Left indents in twips of 署名 and 成文日期 without a seal (7.3.5.2); None when they are too long to be placed.

    署名 ends two characters from the right and the date begins two characters right of it. A date that would end nearer to
    the edge than 署名 (it is the longer one, counting every digit) ends there itself, and 署名 moves left.
    """
    step = CHARACTER + COMPRESSION
    right = WIDTH - 2 * CHARACTER
    left = right - round(step * max(width(signature), width(date) + 2))
    return (left, left + 2 * step) if left >= 0 else None
