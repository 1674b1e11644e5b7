"""Tables and charts in HTML, and what of the style sheet only they need."""

from collections.abc import Container, Mapping, Sequence
from html import escape
from types import MappingProxyType
from typing import TYPE_CHECKING

from drafter.render.alignment import Free, aligned
from drafter.render.measures import Sheet

if TYPE_CHECKING:
    from drafter.model.block import Block

_EM = 240  # twips of a character in a table


def table(rows: Sequence[Sequence[str]], marked: Mapping[tuple[int, int], str] = MappingProxyType({})) -> str:
    """As in Word: the first of several rows is the head; in a short row the last cell spans what is left; numbers of a column
    stand under each other. ``marked`` are cells that are written already, by row and column.
    """
    columns = max((len(row) for row in rows), default=0)
    free = aligned(rows)
    written = []
    for number, row in enumerate(rows):
        head = number == 0 and len(rows) > 1
        tag = "th" if head else "td"
        cells = []
        texts = row or ("",)
        for column, text in enumerate(texts):
            span = columns - column if column == len(texts) - 1 else 1
            spans = f' colspan="{span}"' if span > 1 else ""
            cells.append(
                f"<{tag}{spans}{_padding(free.get((number, column)))}>{marked.get((number, column)) or escape(text)}</{tag}>"
            )
        line = f"<tr>{''.join(cells)}</tr>"
        written.append(f"<thead>{line}</thead>" if head else line)
    return "<table>" + "".join(written) + "</table>"


def _padding(free: Free | None) -> str:
    if free is None or not any(free):
        return ""
    left, right = (f"calc(3pt + {side / _EM:.3g}em)" for side in free)
    return f' style="padding-left:{left};padding-right:{right}"'


def chart(block: "Block", number: int) -> str:
    from drafter.render.chart_svg import svg

    return f'<div class="chart">{svg(block, number)}</div>'


def exhibits_css(sheet: Sheet, kinds: Container[str]) -> str:
    """Nothing for a document of text."""
    css = ""
    if "unit" in kinds or "note" in kinds:
        css += ".unit,.note{text-indent:0;font-size:12pt;line-height:18pt}\n.unit{text-align:right}\n.note{text-align:left}\n"
        css += ".unit{break-after:avoid}\n"
    if "chart" in kinds:
        css += ".chart{break-inside:avoid;break-after:avoid;margin-top:6pt}\n.chart svg{display:block;width:150mm;max-width:100%;margin:auto}\n"
    if "landscape" in kinds:
        sides = sheet.left, sheet.top, sheet.right, sheet.bottom
        margins = " ".join(f"{side / 20:g}pt" for side in sides)
        css += (
            f"@page sideways{{size:A4 landscape;margin:{margins}}}\n"
            f".sideways{{page:sideways;width:297mm;min-height:210mm;padding:{margins}}}\n"
        )
    return css
