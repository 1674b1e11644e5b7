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
    lines = []
    for row in rows:
        texts = [_text(cell) for cell in row]
        if any(texts):
            first = next(line for cell in row for line in cell if line.text)
            lines.append(Line("\t".join(texts).rstrip("\t"), bold=_is_bold(row), number=first.number))
    return lines


def _is_bold(row: list[Cell]) -> bool:
    lines = [line for cell in row for line in cell if line.text]
    return bool(lines) and all(line.bold for line in lines)


def _text(cell: Cell) -> str:
    return " ".join(line.text for line in cell if line.text).strip()
