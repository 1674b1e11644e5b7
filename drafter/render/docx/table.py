"""A table as WordprocessingML. GB/T 9704-2012 rules on tables only in part 8; the look is custom: 黑体 head, thin rules."""

from collections.abc import Callable, Mapping, Sequence

from drafter.render.alignment import Free, aligned
from drafter.render.measures import WIDTH, width

Rows = Sequence[Sequence[str]]
#: Row and column of a cell, and its text → the runs that say it.
Content = Callable[[tuple[int, int], str], str]
#: Names of the styles of the head, of the other cells, and of the rules.
TABLE_STYLES = HEAD, TEXT, RULES = "表头", "表文", "table grid"
#: A 12 pt character, and what a cell keeps free left and right of its text, in twips.
_CHARACTER = 240
_MARGINS = 2 * 57
_NARROWEST, _WIDEST = 3, 24  # characters
#: What a cell has beside its text: its margins, and room for numbers to stand under each other.
_SLACK = _MARGINS + 80


def columns(rows: Rows, room: int = WIDTH) -> list[int]:
    """Widths in twips, by the longest text of each column; together ``room``. What does not fit is taken from the widest, so that
    numbers stay whole.
    """
    count = max((len(row) for row in rows), default=0)
    wants = [float(_NARROWEST)] * count
    for row in rows:
        for column, text in enumerate(row):
            longest = max(map(width, text.split("\n")))
            wants[column] = max(wants[column], min(longest, _WIDEST))
    needs = [round(want * _CHARACTER) + _SLACK for want in wants]
    shares = _cut(needs, room) if sum(needs) > room else [int(room * want / sum(wants)) for want in wants]
    if shares:
        shares[-1] += room - sum(shares)
    return shares


def _cut(needs: list[int], room: int) -> list[int]:
    """``needs`` with the largest cut to one size, so that together they are ``room``."""
    left, shares = room, dict[int, int]()
    for place, need in sorted(enumerate(needs), key=lambda each: each[1]):
        shares[place] = min(need, left // (len(needs) - len(shares)))
        left -= shares[place]
    return [shares[place] for place in range(len(needs))]


def table(rows: Rows, ids: Mapping[str, str], content: Content, room: int = WIDTH) -> str:
    """The first row is the head, repeated on every page; a row never breaks across pages. "" for no rows. ``room`` is the width
    of the text block; ``content`` writes the runs of a cell.
    """
    widths = columns(rows, room)
    if not rows:
        return ""
    widths = widths or [room]
    free = aligned(rows)
    whole = [row for row in rows[1:] if len(row) == len(widths)]
    wrapping = {column for row in whole for column, text in enumerate(row) if _wraps(text, widths[column])}
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    written = [
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{ids[RULES]}"/><w:tblW w:w="{room}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    ]
    for number, row in enumerate(rows):
        head = number == 0 and len(rows) > 1
        written.append(f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>")
        style = ids[HEAD if head else TEXT]
        sides = [free.get((number, column)) for column in range(len(row))]
        written += _cells(number, row, widths, style, content, sides, set() if head else wrapping)
        written.append("</w:tr>")
    written.append("</w:tbl>")
    return "".join(written)


def _cells(
    number: int,
    row: Sequence[str],
    widths: list[int],
    style: str,
    content: Content,
    free: Sequence[Free | None],
    wrapping: set[int],
) -> list[str]:
    """The cells of row ``number``; in a short row the last one spans the columns that are left. ``free``: the place of numbers.
    ``wrapping`` columns read better flush left than centred.
    """
    cells = []
    texts = row or ("",)
    for column, text in enumerate(texts):
        last = column == len(texts) - 1
        span = len(widths) - column if last else 1
        wide = sum(widths[column : column + span])
        spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        side = free[column] if column < len(free) else None
        left = '<w:jc w:val="left"/>' if column in wrapping or _wraps(text, wide) else _beside(side) if side else ""
        cells.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{spans}<w:vAlign w:val="center"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{left}</w:pPr>{content((number, column), text) if text else ""}</w:p></w:tc>'
        )
    return cells


def _wraps(text: str, wide: int) -> bool:
    return width(text) * _CHARACTER > wide - _MARGINS


def _beside(free: Free) -> str:
    return f'<w:ind w:left="{free[0]}" w:right="{free[1]}" w:firstLineChars="0" w:firstLine="0"/>' if any(free) else ""
