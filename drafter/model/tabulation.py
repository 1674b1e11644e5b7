"""Figures and typed rows as the rows of a table: texts, the head first."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from drafter.model.figure import Figure, decimal, movement, percent
from drafter.model.period import Period

Rows = tuple[tuple[str, ...], ...]
PROVISIONAL = "（预计）"


class Grid(NamedTuple):
    """``unit`` is that of all numbers, "" where they have several or none. ``figures``: beside the rows, the id of the figure
    whose number of this period a cell says, or waits for; "" for other cells.
    """

    rows: Rows
    unit: str = ""
    figures: Rows = ()


class _Column(NamedTuple):
    """``current``: it says this period's number, or what is worked out of it."""

    head: str
    cell: Callable[[Figure], str]
    current: bool = False


def figure_table(figures: Sequence[Figure], period: Period | None) -> Grid:
    """主要指标完成情况表: a figure a row. Columns that nobody filled are left out, and so is the unit where it is one for all."""
    units = {figure.unit for figure in figures}
    kept = _filled([_Column("指标", _name), *_columns(figures, period)], figures)
    rows = [tuple(column.head for column in kept), *(tuple(column.cell(figure) for column in kept) for figure in figures)]
    named = [("",) * len(kept), *(tuple(_said_in(column, figure) for column in kept) for figure in figures)]
    return Grid(tuple(rows), units.pop() if len(units) == 1 else "", tuple(named))


def _said_in(column: _Column, figure: Figure) -> str:
    """The figure, where the column says its number; its name stands for a number that is not there yet."""
    return figure.id if (column.current if figure.value else column.cell is _name) else ""


def _name(figure: Figure) -> str:
    return figure.name + (PROVISIONAL if figure.status == "预计" else "")


def _columns(figures: Iterable[Figure], period: Period | None) -> list[_Column]:
    now, before = (period.words, period.year_before.words) if period else ("本期", "同期")
    # The period before is the same period of last year where a report is of a year; else it may be a half or the whole year before.
    last = before if period and not period.part else "上期"
    same = all(figure.last == figure.year_before for figure in figures if figure.last and figure.year_before)
    if last == before and same:
        earlier = [_Column(last, lambda figure: figure.year_before or figure.last or "")]
    else:
        said = ("上期", "同期") if last == before else (last, before)
        earlier = [
            _Column(said[0], lambda figure: figure.last or ""),
            _Column(said[1], lambda figure: figure.year_before or ""),
        ]
    return [
        _Column("单位", lambda figure: figure.unit),
        _Column(now, lambda figure: figure.value or "", True),
        *earlier,
        _Column("同比", lambda figure: movement(figure, figure.year_before) or "", True),
        _Column("目标", lambda figure: figure.target or ""),
        _Column("完成率", lambda figure: percent(decimal(figure.value), decimal(figure.target)) or "", True),
    ]


def _filled(columns: Sequence[_Column], figures: Sequence[Figure]) -> list[_Column]:
    one_unit = len({figure.unit for figure in figures}) == 1
    return [column for column in columns if any(map(column.cell, figures)) and not (one_unit and column.head == "单位")]


def typed_table(text: str) -> Rows:
    """The rows of a text, a row a line, cells set off by ``|`` or by tabs, as a spreadsheet copies them; a short row stays short."""
    return tuple(_cells(line) for line in text.split("\n") if line.strip() and not _is_rule(line))


def _cells(line: str) -> tuple[str, ...]:
    """A bar at the beginning and at the end of a line is a frame, as Markdown draws it."""
    line = line.replace("｜", "|")
    if "|" not in line:
        return tuple(cell.strip() for cell in line.split("\t"))
    cells = line.strip().split("|")
    first = 1 if len(cells) > 2 and line.lstrip().startswith("|") else 0
    last = len(cells) - 1 if len(cells) > 2 and line.rstrip().endswith("|") and first else len(cells)
    return tuple(cell.strip() for cell in cells[first:last])


def _is_rule(line: str) -> bool:
    """The line under the head of a Markdown table: |---|:--:|."""
    return not line.strip(" |:-\t") and "-" in line
