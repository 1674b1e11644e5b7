"""Charts, units and notes as lines of a page on the terminal: they take the room that they print in."""

from collections.abc import Iterator

from drafter.model.block import Block, Run
from drafter.render.breaking import Face, lines
from drafter.render.filling import BLANK, Paragraph, PrintedLine, Unit
from drafter.render.measures import SHEET, WIDTH, width

EXHIBITS = frozenset({"chart", "unit", "note"})
_COLUMNS = 56
_LINE = 360
#: 80 mm of a chart and the 6 pt above it.
_CHART = 4535 + 120


def exhibit(block: Block, face: Face) -> Paragraph:
    """``face`` is that of cells. A chart is told by its numbers."""
    if block.kind == "chart":
        said = [f"〔{block.drawing.kind if block.drawing else ''}〕", *("  ".join(filter(None, row)) for row in block.rows)]
        shown = [PrintedLine((Run(text),), "chart", 0, 4, block.fact) for text in said]
        empty = max(0, round(_CHART / SHEET.pitch) - len(shown))
        return Paragraph([Unit((*shown, *[BLANK] * empty), _CHART)], kept=True)
    return Paragraph([Unit((line,), _LINE) for line in _lines(block, face)], kept=block.kind == "unit")


def _lines(block: Block, face: Face) -> Iterator[PrintedLine]:
    for start, end in lines(block.text, face, WIDTH, WIDTH):
        text = block.text[start:end]
        indent = max(0, round(_COLUMNS - 2 * width(text))) if block.kind == "unit" else 0
        yield PrintedLine((Run(text),), block.kind, 0, indent, block.fact)
