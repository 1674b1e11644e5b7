"""The rows of a chart as series of numbers, for whoever draws them."""

from collections.abc import Sequence
from typing import NamedTuple

from drafter.model.exhibit import CHARTS
from drafter.model.figure import decimal

COLUMNS, LINES, PIE = CHARTS
#: More values than this are not written beside their columns and points.
_LABELLED = 24
_MOST = 25


class Series(NamedTuple):
    """``values`` are numbers as XML has them, None where one is missing; ``typed`` the same as they were typed."""

    name: str
    values: tuple[str | None, ...]
    typed: tuple[str, ...]


def series_of(rows: Sequence[Sequence[str]]) -> list[Series]:
    head, *body = rows
    made = []
    for place, name in enumerate(head[1 : _MOST + 1], 1):
        typed = tuple(row[place] if place < len(row) else "" for row in body)
        made.append(Series(name, tuple(map(number, typed)), typed))
    return made


def number(text: str) -> str | None:
    """None for what is no number."""
    try:
        value = decimal(text.rstrip("%％"))
    except ArithmeticError:
        return None
    return None if value is None or not value.is_finite() else f"{value:f}"


def labelled(series: Sequence[Series]) -> bool:
    """Whether there is room to write each value beside its column or point."""
    return sum(len(each.values) for each in series) <= _LABELLED
