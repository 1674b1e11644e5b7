"""A chart as inline SVG for the page on screen: black, greys and patterns, like the one in Word."""

from collections.abc import Sequence
from html import escape
from math import ceil, cos, floor, log10, pi, sin
from typing import TYPE_CHECKING, NamedTuple

from drafter.render.plots import PIE, Series, labelled, series_of

if TYPE_CHECKING:
    from drafter.model.block import Block

_WIDE, _HIGH = 600, 320
_LEFT, _RIGHT, _TOP = 60, 588, 40
_FILLS = ("#595959", "url(#stripes)", "#d9d9d9", "url(#grid)", "#fff", "url(#lines)", "#a6a6a6", "url(#dots)")
_DASHES = ("", "8 4", "2 3", "12 4 2 4")
_PATTERNS = {
    "stripes": '<path d="M0 6 6 0" stroke="#000" stroke-width=".8"/>',
    "grid": '<path d="M0 3H6M3 0V6" stroke="#000" stroke-width=".8"/>',
    "lines": '<path d="M0 3H6" stroke="#000" stroke-width="1.4"/>',
    "dots": '<circle cx="3" cy="3" r="1.1"/>',
}


class _Scale(NamedTuple):
    """Values from ``least`` to ``most``, with a line at every ``step``, on the heights from ``bottom`` up to _TOP."""

    least: float
    most: float
    step: float
    bottom: float

    def y(self, value: float) -> float:
        return round(self.bottom - (value - self.least) / (self.most - self.least) * (self.bottom - _TOP), 1)

    @property
    def ticks(self) -> list[float]:
        count = round((self.most - self.least) / self.step)
        return [self.least + place * self.step for place in range(count + 1)]


def svg(block: "Block", number: int = 1) -> str:
    """``number`` sets apart the patterns of several charts on one page."""
    kind, title, unit, alt = block.drawing or ("", "", "", "")
    series, names = series_of(block.rows), [row[0] for row in block.rows[1:]]
    drawn = _pie(series, names) if kind == PIE else _plot(kind, series, names, unit)
    patterns = "".join(
        f'<pattern id="{name}{number}" width="6" height="6" patternUnits="userSpaceOnUse"><path fill="#fff" d="M0 0H6V6H0z"/>{look}</pattern>'
        for name, look in _PATTERNS.items()
        if f"url(#{name})" in drawn
    )
    for name in _PATTERNS:
        drawn = drawn.replace(f"url(#{name})", f"url(#{name}{number})")
    defined = f"<defs>{patterns}</defs>" if patterns else ""
    return (
        f'<svg viewBox="0 0 {_WIDE} {_HIGH}" role="img" aria-label="{escape(alt or title)}" font-size="14" letter-spacing="0" '
        f'stroke-linejoin="round">{defined}{drawn}</svg>'
    )


def _text(x: float, y: float, text: str, anchor: str = "middle") -> str:
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}">{escape(text)}</text>'


def _plot(kind: str, series: Sequence[Series], names: Sequence[str], unit: str) -> str:
    several = len(series) > 1
    numbers = [float(value) for each in series for value in each.values if value is not None]
    scale = _scale(min([0, *numbers]), max([0, *numbers]), _HIGH - (76 if several else 48))
    grid = "".join(
        f'<path d="M{_LEFT} {scale.y(tick):g}H{_RIGHT}" stroke="{"#000" if not tick else "#d9d9d9"}"/>'
        + _text(_LEFT - 6, scale.y(tick) + 5, f"{tick:.10g}", "end")
        for tick in scale.ticks
    )
    room = (_RIGHT - _LEFT) / max(1, len(names))
    below = "".join(_name(_LEFT + room * (place + 0.5), scale.bottom + 18, name, room) for place, name in enumerate(names))
    drawn = _lines(series, room, scale) if kind == "折线图" else _columns(series, room, scale)
    head = _text(4, 18, f"单位：{unit}", "start") if unit else ""
    legend = _legend([each.name for each in series], kind) if several else ""
    return f'{grid}{drawn}<path d="M{_LEFT} {_TOP}V{scale.bottom:g}" stroke="#000"/>{below}{head}{legend}'


def _name(x: float, y: float, name: str, room: float) -> str:
    """A name under its place on the axis, in as many lines as it takes."""
    fit = max(2, int(room / 14))
    return "".join(_text(x, y + 15 * line, name[start : start + fit]) for line, start in enumerate(range(0, len(name), fit)))


def _columns(series: Sequence[Series], room: float, scale: _Scale) -> str:
    wide = min(48, room * 0.7 / max(1, len(series)))
    drawn = []
    for row, each in enumerate(series):
        for place, value in enumerate(each.values):
            if value is None:
                continue
            x = _LEFT + room * (place + 0.5) + wide * (row - len(series) / 2)
            top, foot = sorted((scale.y(float(value)), scale.y(0)))
            fill = _FILLS[row % len(_FILLS)]
            drawn.append(
                f'<rect x="{x:.1f}" y="{top:g}" width="{wide:.1f}" height="{foot - top:.1f}" fill="{fill}" stroke="#000"/>'
            )
            if labelled(series):
                drawn.append(_text(round(x + wide / 2, 1), top - 5, each.typed[place]))
    return "".join(drawn)


def _lines(series: Sequence[Series], room: float, scale: _Scale) -> str:
    drawn = []
    for row, each in enumerate(series):
        points = [
            None if value is None else (round(_LEFT + room * (place + 0.5), 1), scale.y(float(value)))
            for place, value in enumerate(each.values)
        ]
        # A missing value is a gap: the line begins anew behind it.
        path = "".join(
            f"{'L' if place and points[place - 1] else 'M'}{point[0]:g} {point[1]:g}"
            for place, point in enumerate(points)
            if point
        )
        drawn.append(f'<path d="{path}" fill="none" stroke="#000" stroke-width="1.6"{_dash(row)}/>')
        for place, point in enumerate(points):
            if point:
                drawn.append(_marker(row, *point))
                drawn.append(_text(point[0], point[1] - 9, each.typed[place]) if labelled(series) else "")
    return "".join(drawn)


def _dash(row: int) -> str:
    dash = _DASHES[row % len(_DASHES)]
    return f' stroke-dasharray="{dash}"' if dash else ""


def _marker(row: int, x: float, y: float) -> str:
    fill = "#fff" if row % 2 else "#000"
    if row % 3 == 1:
        return f'<rect x="{x - 4:g}" y="{y - 4:g}" width="8" height="8" fill="{fill}" stroke="#000"/>'
    if row % 3 == 2:
        return f'<path d="M{x:g} {y - 5:g}l5 9h-10z" fill="{fill}" stroke="#000"/>'
    return f'<circle cx="{x:g}" cy="{y:g}" r="4" fill="{fill}" stroke="#000"/>'


def _pie(series: Sequence[Series], names: Sequence[str]) -> str:
    parts = [float(value or 0) for each in series[:1] for value in each.values]
    total = sum(part for part in parts if part > 0)
    x, y, radius = _WIDE / 2, 142, 112
    drawn, before = [], 0.0
    for place, part in enumerate(parts):
        share = max(part, 0) / total if total else 0
        fill = _FILLS[place % len(_FILLS)]
        if share >= 1:
            drawn.append(f'<circle cx="{x:g}" cy="{y}" r="{radius}" fill="{fill}" stroke="#000"/>')
        elif share:
            begin, end = _on(x, y, radius, before), _on(x, y, radius, before + share)
            large = int(share > 0.5)
            drawn.append(f'<path d="M{x:g} {y}L{begin}A{radius} {radius} 0 {large} 1 {end}z" fill="{fill}" stroke="#000"/>')
        if share:
            angle = 2 * pi * (before + share / 2)
            side = "start" if sin(angle) >= 0 else "end"
            drawn.append(
                _text(round(x + (radius + 8) * sin(angle), 1), round(y + 5 - (radius + 12) * cos(angle), 1), f"{share:.1%}", side)
            )
        before += share
    return "".join(drawn) + _legend(names, PIE)


def _on(x: float, y: float, radius: float, share: float) -> str:
    return f"{x + radius * sin(2 * pi * share):.1f} {y - radius * cos(2 * pi * share):.1f}"


def _legend(names: Sequence[str], kind: str) -> str:
    """In the middle of the last line: what each filling or line stands for."""
    lengths = [sum(14 if sign > "\x7f" else 7 for sign in name) + 44 for name in names]
    x, y = max(4.0, (_WIDE - sum(lengths)) / 2), _HIGH - 12
    drawn = []
    for place, (name, length) in enumerate(zip(names, lengths, strict=True)):
        if kind == "折线图":
            drawn.append(
                f'<path d="M{x:g} {y - 5}h28" stroke="#000" stroke-width="1.6"{_dash(place)}/>' + _marker(place, x + 14, y - 5)
            )
        else:
            fill = _FILLS[place % len(_FILLS)]
            drawn.append(f'<rect x="{x + 14:g}" y="{y - 11}" width="12" height="12" fill="{fill}" stroke="#000"/>')
        drawn.append(_text(x + 32, y, name, "start"))
        x += length
    return "".join(drawn)


def _scale(least: float, most: float, bottom: float) -> _Scale:
    """Round steps, five to ten of them, from one below ``least`` to one above ``most``."""
    span = (most - least) or 1
    size = 10 ** floor(log10(span / 5))
    step = next(size * factor for factor in (1, 2, 5, 10) if span / (size * factor) <= 8)
    return _Scale(floor(least / step) * step, ceil((most or step) / step + 1e-9) * step, step, bottom)
