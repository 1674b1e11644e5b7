"""The figures of two reports, one by one: what each was, what it is, and by how much it changed."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from drafter.actions.differing.sides import Side
from drafter.model.accounts import Descent
from drafter.model.figure import RATES, Figure, difference, movement
from drafter.model.period import Period
from drafter.model.text import fold


class Number(NamedTuple):
    """A figure of either report. ``old`` and ``new`` are value and unit as written, "" where there is none. ``change`` is the
    difference with its unit, ``rate`` the change in words (增长8.6%, 提高5.1个百分点); None where they cannot be told.
    ``units``: the two are counted in different units; ``spans``: they are what was done in periods of different length. Neither
    can be compared. ``expected``: the new one is provisional (预计).
    """

    name: str
    state: Literal["都有", "新增", "删去"]
    old: str
    new: str
    change: str | None = None
    rate: str | None = None
    units: bool = False
    spans: bool = False
    expected: bool = False

    @property
    def moved(self) -> bool:
        return self.state == "都有" and self.old != self.new


def numbers(old: Side, new: Side, descent: Descent) -> Iterator[Number]:
    """In the order of the new report; then those that are gone."""
    before = old.earlier.report.figures
    addresses = {old.earlier.addresses[id(figure)]: figure for figure in before}
    by_id = {figure.id: figure for figure in before if figure.id}
    by_name = {(fold(figure.name), figure.unit): figure for figure in before if figure.name}
    alike = _span(old.earlier.report.period) == _span(new.earlier.report.period)
    taken: set[int] = set()
    for figure in new.earlier.report.figures:
        lines = descent.above(figure) if figure.origins else ()
        came = next((addresses[each] for each in lines if each in addresses), None)
        found = came or by_id.get(figure.id) or by_name.get((fold(figure.name), figure.unit))
        if found is None or id(found) in taken:
            yield Number(_name(figure), "新增", "", figure.text, expected=_expected(figure))
            continue
        taken.add(id(found))
        yield _compared(found, figure, alike)
    for figure in before:
        if id(figure) not in taken:
            yield Number(_name(figure), "删去", figure.text, "")


def _compared(old: Figure, new: Figure, alike: bool) -> Number:
    """``alike``: the periods are of one length, so that what was done in them can be compared."""
    shown = Number(_name(new), "都有", old.text, new.text, expected=_expected(new))
    both = bool(old.value and new.value)
    if old.unit != new.unit:
        return shown._replace(units=both)
    if not alike and new.combine in ("", "累加") and new.unit not in RATES:
        return shown._replace(spans=both)
    return shown._replace(change=_signed(difference(new, old.value)), rate=movement(new, old.value))


def _span(period: Period | None) -> str:
    """What makes periods of one length: years, halves, quarters, so many months."""
    if period is None:
        return ""
    return period.part if period.part.startswith("M") else period.part[:1]


def _signed(change: str | None) -> str | None:
    return change if change is None or change.startswith("-") else f"+{change}"


def _name(figure: Figure) -> str:
    return figure.name or figure.id


def _expected(figure: Figure) -> bool:
    return bool(figure.value) and figure.status == "预计"
