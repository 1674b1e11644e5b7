"""A table as WordprocessingML. GB/T 9704-2012 rules on tables only in part 8; the look is custom: 黑体 head, thin rules."""

from collections.abc import Callable, Mapping, Sequence

from drafter.render.measures import WIDTH, width

Rows = Sequence[Sequence[str]]
#: Names of the styles of the head, of the other cells, and of the rules.
TABLE_STYLES = HEAD, TEXT, RULES = "表头", "表文", "table grid"
#: A 12 pt character, and what a cell keeps free left and right of its text, in twips.
_CHARACTER = 240
_MARGINS = 2 * 57
_NARROWEST, _WIDEST = 3, 24  # characters


def columns(rows: Rows) -> list[int]:
    """Widths in twips, by the longest text of each column; together the width of the text block."""
    count = max((len(row) for row in rows), default=0)
    wants = [float(_NARROWEST)] * count
    for row in rows:
        for column, text in enumerate(row):
            longest = max(map(width, text.split("\n")))
            wants[column] = max(wants[column], min(longest, _WIDEST))
    shares = [int(WIDTH * want / sum(wants)) for want in wants]
    if shares:
        shares[-1] += WIDTH - sum(shares)
    return shares


def table(rows: Rows, ids: Mapping[str, str], run: str, escape: Callable[[str], str]) -> str:
    """The first row is the head, repeated on every page; a row never breaks across pages. "" for no rows."""
    widths = columns(rows)
    if not rows:
        return ""
    widths = widths or [WIDTH]
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    written = [
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{ids[RULES]}"/><w:tblW w:w="{WIDTH}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    ]
    for number, row in enumerate(rows):
        head = number == 0 and len(rows) > 1
        written.append(f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>")
        style = ids[HEAD if head else TEXT]
        written += _cells(row, widths, style, run, escape)
        written.append("</w:tr>")
    written.append("</w:tbl>")
    return "".join(written)


def _cells(row: Sequence[str], widths: list[int], style: str, run: str, escape: Callable[[str], str]) -> list[str]:
    """The cells of a row; in a short row the last one spans the columns that are left."""
    cells = []
    texts = row or ("",)
    for column, text in enumerate(texts):
        last = column == len(texts) - 1
        span = len(widths) - column if last else 1
        wide = sum(widths[column : column + span])
        spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        # A text that wraps reads better flush left than centred.
        wraps = width(text) * _CHARACTER > wide - _MARGINS
        left = '<w:jc w:val="left"/>' if wraps else ""
        content = f"{run}{escape(text)}</w:t></w:r>" if text else ""
        cells.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{spans}<w:vAlign w:val="center"/></w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{left}</w:pPr>{content}</w:p></w:tc>'
        )
    return cells
