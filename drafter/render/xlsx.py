"""Tables → .xlsx. The same tables always give the same bytes; a text is never taken for a formula, a number or an address."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any, NamedTuple

Cell = str | Decimal | None

#: Excel takes no longer text in a cell, and no more digits in a number than these.
_LONGEST, _DIGITS = 32_767, 15
_CUT = "……（太长，见报告）"
#: No clock: a workbook says when it was made.
MADE = datetime(2000, 1, 1)  # noqa: DTZ001  # the library wants it naive
_NAMELESS = str.maketrans("[]:*?/\\", "［］：＊？／＼")


class Sheet(NamedTuple):
    """``title`` stands above the head and may be ""; ``widths`` are those of the columns in characters."""

    name: str
    title: str
    head: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    widths: tuple[float, ...]


def write_xlsx(sheets: Sequence[Sheet], title: str = "", author: str = "") -> bytes:
    """A workbook. The head stays in sight and is printed on every page; pages lie on their side, as wide as the table."""
    import xlsxwriter  # type: ignore[import-untyped]

    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"title": title, "author": author, "created": MADE})
    base = {"font_name": "宋体", "font_size": 11, "valign": "vcenter", "border": 1, "text_wrap": True}
    looks = {
        "title": book.add_format({"font_name": "黑体", "font_size": 16, "align": "center", "valign": "vcenter"}),
        "head": book.add_format({**base, "bold": True, "align": "center"}),
        "text": book.add_format(base),
        "number": book.add_format({**base, "align": "right", "num_format": "General"}),
    }
    for each in sheets:
        _sheet(book, each, looks)
    book.close()
    return target.getvalue()


def _sheet(book: Any, content: Sheet, looks: dict[str, Any]) -> None:
    sheet = book.add_worksheet(content.name.translate(_NAMELESS)[:31])
    top = 0
    if content.title:
        sheet.merge_range(0, 0, 0, len(content.head) - 1, "", looks["title"])
        sheet.write_string(0, 0, content.title, looks["title"])
        sheet.set_row(0, 30)
        top = 1
    for column, (word, width) in enumerate(zip(content.head, content.widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(top, column, word, looks["head"])
    for number, row in enumerate(content.rows, top + 1):
        for column, value in enumerate(row):
            _cell(sheet, number, column, value, looks)
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(0, top)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    if content.rows:
        sheet.autofilter(top, 0, top + len(content.rows), len(content.head) - 1)


def _cell(sheet: Any, row: int, column: int, value: Cell, looks: dict[str, Any]) -> None:
    if isinstance(value, Decimal) and len(value.as_tuple().digits) <= _DIGITS:
        sheet.write_number(row, column, float(value), looks["number"])
    elif value:
        text = f"{value:f}" if isinstance(value, Decimal) else value
        text = text if len(text) <= _LONGEST else text[: _LONGEST - len(_CUT)] + _CUT
        sheet.write_string(row, column, text, looks["text"])
    else:
        sheet.write_blank(row, column, None, looks["text"])
