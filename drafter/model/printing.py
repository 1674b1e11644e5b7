"""What a reference in a text prints: ``{{ 高企净增 }}`` is value and unit, ``{{ 高企净增.同比 }}`` one part of the figure."""

from collections.abc import Callable, Mapping

from drafter.model.figure import Figure, decimal, difference, movement, percent
from drafter.model.reference import pieces

Figures = Mapping[str, Figure]


def _share(figure: Figure, figures: Figures) -> str | None:
    """占比: of the figure whose 其中 names this one."""
    whole = next((other for other in figures.values() if figure.id in other.parts), None)
    return percent(decimal(figure.value), decimal(whole.value)) if whole else None


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
    "增减": lambda figure, _: difference(figure, figure.year_before or figure.last),
    "完成率": lambda figure, _: percent(decimal(figure.value), decimal(figure.target)),
    "占比": _share,
    "排名": lambda figure, _: f"{figure.rank.scope}第{figure.rank.place}位" if figure.rank and figure.rank.place else None,
}


def printed(name: str, part: str, figures: Figures) -> str | None:
    """The words a reference prints; None when the figure, the part or a number it needs is missing."""
    figure, show = figures.get(name), PARTS.get(part)
    return show(figure, figures) if figure and show else None


def resolved(text: str, figures: Figures) -> str:
    """``text`` with every reference printed. One that cannot be printed stays as it is written: nothing vanishes."""
    if "{{" not in text:
        return text
    shown = []
    for piece in pieces(text):
        if isinstance(piece, str):
            shown.append(piece)
        else:
            shown.append(printed(piece.name, piece.part, figures) or text[piece.start : piece.end])
    return "".join(shown)
