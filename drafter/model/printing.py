"""What a reference in a text prints: ``{{ 高企净增 }}`` is value and unit, ``{{ 高企净增.同比 }}`` one part of the figure."""

from collections.abc import Callable, Mapping

from drafter.model.figure import POINTS, RATES, Figure, decimal, difference, movement, percent
from drafter.model.reference import Reference, pieces

Figures = Mapping[str, Figure]


def _share(figure: Figure, figures: Figures) -> str | None:
    """占比: of the figure whose 其中 names this one."""
    whole = _whole(figure, figures)
    return percent(decimal(figure.value), decimal(whole.value)) if whole else None


def _whole(figure: Figure, figures: Figures) -> Figure | None:
    return next((other for other in figures.values() if figure.id in other.parts), None)


def _with_unit(number: str | None, figure: Figure) -> str | None:
    return f"{number}{figure.unit}" if number else None


#: Part of a figure → how it is printed. None: it cannot be printed, because a number is missing.
PARTS: dict[str, Callable[[Figure, Figures], str | None]] = {
    "": lambda figure, _: figure.text or None,
    "名称": lambda figure, _: figure.name or None,
    "数值": lambda figure, _: figure.value,
    "单位": lambda figure, _: figure.unit,
    "口径": lambda figure, _: figure.scope or None,
    "上期": lambda figure, _: _with_unit(figure.last, figure),
    "同期": lambda figure, _: _with_unit(figure.year_before, figure),
    "目标": lambda figure, _: _with_unit(figure.target, figure),
    "同比": lambda figure, _: movement(figure, figure.year_before),
    "环比": lambda figure, _: movement(figure, figure.last),
    "增减": lambda figure, _: difference(figure, figure.base),
    "完成率": lambda figure, _: percent(decimal(figure.value), decimal(figure.target)),
    "占比": _share,
    "排名": lambda figure, _: f"{figure.rank.scope}第{figure.rank.place}位" if figure.rank and figure.rank.place else None,
}


def printed(name: str, part: str, figures: Figures) -> str | None:
    """The words a reference prints; None when the figure, the part or a number it needs is missing."""
    figure, show = figures.get(name), PARTS.get(part)
    return show(figure, figures) if figure and show else None


def awaited(name: str, part: str, figures: Figures) -> Figure | None:
    """The figure whose number a reference waits for, where it cannot be printed only because that was carried over empty."""
    figure = figures.get(name)
    if figure is None or part not in PARTS:
        return None
    if _carried(figure) and not (figure.value and _filled(figure, part)):
        return figure
    whole = _whole(figure, figures) if part == "占比" else None
    return whole if whole is not None and _carried(whole) and not whole.value else None


def _carried(figure: Figure) -> bool:
    return figure.stale or bool(figure.origins)


#: Part of a figure → what it needs beside the number of this period.
_NEEDS: dict[str, Callable[[Figure], object]] = {
    "口径": lambda figure: figure.scope,
    "上期": lambda figure: figure.last,
    "同期": lambda figure: figure.year_before,
    "目标": lambda figure: figure.target,
    "同比": lambda figure: figure.year_before,
    "环比": lambda figure: figure.last,
    "增减": lambda figure: figure.year_before or figure.last,
    "完成率": lambda figure: figure.target,
    "排名": lambda figure: figure.rank and figure.rank.place,
}


def _filled(figure: Figure, part: str) -> bool:
    return part not in _NEEDS or bool(_NEEDS[part](figure))


BLANK = "【待填】"
_RATED = frozenset({"完成率", "占比"})
_BARE = frozenset({"名称", "数值", "单位", "口径", "同比", "环比", "排名"})


def blank(name: str, part: str, figures: Figures) -> str:
    """What stands in a draft for a number that is awaited, with the unit it will have: 【待填】家."""
    unit = figures[name].unit
    if part in _RATED:
        return f"{BLANK}%"
    if part == "增减" and unit in RATES:
        return BLANK + POINTS
    return BLANK if part in _BARE else BLANK + unit


def said(reference: Reference, text: str, figures: Figures) -> str:
    """The words that a reference in ``text`` prints: those of the figure, or a blank for a number that is awaited. One that
    cannot be printed stays as it is written: nothing vanishes.
    """
    name, part = reference.name, reference.part
    shown = printed(name, part, figures)
    if shown:
        return shown
    return blank(name, part, figures) if awaited(name, part, figures) else text[reference.start : reference.end]


def resolved(text: str, figures: Figures) -> str:
    """``text`` with every reference printed."""
    if "{{" not in text:
        return text
    return "".join(piece if isinstance(piece, str) else said(piece, text, figures) for piece in pieces(text))
