"""Tables of Word and of web pages: one that holds figures becomes rows, one that only holds the page apart becomes its text."""

from drafter.importers.source import Line

_PROSE = 150  # characters of a cell that no cell of figures reaches
_PARAGRAPHS = 3

Cell = list[Line]


def is_layout(rows: list[list[Cell]]) -> bool:
    """A table of one column, of one row, or with a cell of running prose, is there for the layout."""
    filled = [[cell for cell in row if _text(cell)] for row in rows]
    if len([row for row in filled if row]) < 2 or max(len(row) for row in filled) < 2:
        return True
    return any(
        len(cell) > _PARAGRAPHS or (len(_text(cell)) > _PROSE and "。" in _text(cell)) or any("\t" in line.text for line in cell)
        for row in filled
        for cell in row
    )


def table_lines(rows: list[list[Cell]]) -> list[Line]:
    """The lines of a table in reading order: a data row is one line, its cells joined by a tab."""
    if is_layout(rows):
        return [line for row in rows for cell in row for line in cell]
    return [line for line in map(row_line, rows) if line is not None]


def row_line(row: list[Cell]) -> Line | None:
    """A data row as one line; None for an empty row."""
    filled = [line for cell in row for line in cell if line.text]
    if not filled:
        return None
    text = "\t".join(_text(cell) for cell in row).rstrip("\t")
    return Line(text, bold=all(line.bold for line in filled), number=filled[0].number)


def _text(cell: Cell) -> str:
    return " ".join(line.text for line in cell if line.text).strip()
