"""Figures over periods as the numbers of a chart: categories, each with a value in every series."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from drafter.model.exhibit import COLUMNS, PIE, Chart
from drafter.model.figure import Figure
from drafter.model.lineage import FIGURES, Earlier, Origin
from drafter.model.period import Period
from drafter.model.report import Report
from drafter.model.tabulation import Rows

#: Figure id → period → its value as typed.
History = Mapping[str, Mapping[Period, str]]


class Plot(NamedTuple):
    """``rows``: the head names the series, after the unit; each other row is a category and its values, "" where there is none."""

    kind: str
    rows: Rows
    unit: str


def plot(chart: Chart, figures: Mapping[str, Figure], known: History, period: Period | None) -> Plot | None:
    """What ``chart`` draws; None where none of its figures has a number."""
    kind = chart.kind or COLUMNS
    shown = drawn(chart, figures)
    if kind == PIE:
        pairs: list[tuple[str, tuple[str, ...]]] = [(figure.name, (figure.value or "",)) for figure in shown if figure.value]
        names: Sequence[str] = (period.words if period else "本期",)
    else:
        periods = _periods(chart, shown, known, period)
        values = [[known.get(figure.id, {}).get(each, "") for each in periods] for figure in shown]
        words = [each.words for each in periods]
        if kind == COLUMNS and len(shown) > 1:
            names, pairs = words, [(figure.name, tuple(own)) for figure, own in zip(shown, values, strict=True)]
        else:
            names = [figure.name for figure in shown]
            pairs = list(zip(words, zip(*values, strict=True), strict=True))
    if not any(value for _, own in pairs for value in own):
        return None
    unit = shown[0].unit if len({figure.unit for figure in shown}) == 1 else ""
    corner = f"单位：{unit}" if unit else ""
    return Plot(kind, ((corner, *names), *((name, *own) for name, own in pairs)), unit)


def drawn(chart: Chart, figures: Mapping[str, Figure]) -> list[Figure]:
    """Its figures; for a pie of one, what that one is made of."""
    shown = [figures[name] for name in chart.figures if name in figures]
    if chart.kind == PIE and len(shown) == 1 and shown[0].parts:
        return [figures[name] for name in shown[0].parts if name in figures]
    return shown


def drawn_now(chart: Chart, figures: Mapping[str, Figure], known: History, period: Period | None) -> list[Figure]:
    """Those of its figures of which it draws the number of the report's own period."""
    shown = [figure for figure in drawn(chart, figures) if figure.value]
    return shown if chart.kind == PIE or period in _periods(chart, shown, known, period) else []


def _periods(chart: Chart, shown: Iterable[Figure], known: History, period: Period | None) -> list[Period]:
    """Those that are asked for; else those that the report itself has a number of, oldest first."""
    asked = [found for text in chart.periods if (found := Period.parse(text))]
    if asked or period is None:
        return asked
    own = {period, period.previous, period.year_before}
    held = {each for figure in shown for each in known.get(figure.id, {})}
    return sorted(own & held, key=lambda each: each.end)


def history(report: Report, earlier: Iterable[Earlier] = ()) -> History:
    """The values of the report's figures: its own, and those that earlier reports have of the same figures. Nearer ones win:
    what was expected then may have been corrected since.
    """
    found: dict[str, dict[Period, str]] = {figure.id: _values(figure, report.period) for figure in report.figures}
    for each in earlier:
        before = {figure.id: figure for figure in each.report.figures}
        for figure in report.figures:
            same = before.get(_id_in(each.name, figure))
            if same is not None:
                found[figure.id] = _values(same, each.report.period) | found[figure.id]
    return found


def _id_in(name: str, figure: Figure) -> str:
    """What the figure is called in an earlier report: as its 来自 says, else the same."""
    for address in figure.origins:
        origin = Origin.parse(address)
        if origin is not None and origin.report == name:
            return origin.key.removeprefix(f"{FIGURES}/")
    return figure.id


def _values(figure: Figure, period: Period | None) -> dict[Period, str]:
    if period is None:
        return {}
    said = (period.previous, figure.last), (period.year_before, figure.year_before), (period, figure.value)
    return {each: value for each, value in said if value}


def described(title: str, plotted: Plot) -> str:
    """What a chart says, for those who do not see it: kind, title, every number."""
    head, *rows = plotted.rows
    several = len(head) > 2
    said = [
        f"{row[0]}{head[place] if several else ''}{value}{plotted.unit}"
        for row in rows
        for place, value in enumerate(row[1:], 1)
        if value
    ]
    return f"{plotted.kind}：{title}。" + "，".join(said) + "。"
