"""The second choices of Page, worked into the styles and the section of a base, which carries the first ones."""

import re
from collections.abc import Callable

from drafter.render.measures import LATIN, SHEET, SHEETS, WIN10, Sheet

_FONTS = re.compile(r"<w:rFonts [^>]*>")
_EAST_ASIAN = re.compile(r'w:eastAsia="([^"]*)"')
_SPACING = re.compile(r"<w:spacing [^>]*>")


def faces(styles: str) -> str:
    """Page.fonts win10."""
    for name, other in WIN10.items():
        styles = styles.replace(f'"{name}"', f'"{other}"')
    return styles


def digits(styles: str) -> str:
    """Page.digits 仿宋: Latin letters and digits in the face of the Chinese text around them."""

    def own(found: re.Match[str]) -> str:
        face = _EAST_ASIAN.search(found[0])
        return found[0].replace(f'"{LATIN}"', f'"{face[1]}"') if face else found[0]

    return _FONTS.sub(own, styles)


def pitch(styles: str, sheet: Sheet) -> str:
    """Lines, and blank lines, of another height. What a bureau has set to its own height stays."""
    heights = {str(SHEET.pitch * lines): str(sheet.pitch * lines) for lines in (1, 2)}

    def line(found: re.Match[str]) -> str:
        return re.sub(r'"(\d+)"', lambda value: f'"{heights.get(value[1], value[1])}"', found[0])

    return _SPACING.sub(line, styles)


def section(section: str, sheet: Sheet) -> str:
    """``w:sectPr`` with the margins and the grid of ``sheet``; header distance and whatever else it says stay."""
    wanted = {f"w:{side}": str(getattr(sheet, side)) for side in ("top", "right", "bottom", "left", "footer")}

    def setter(values: dict[str, str]) -> Callable[[re.Match[str]], str]:
        return lambda found: re.sub(r'(w:\w+)="([^"]*)"', lambda one: f'{one[1]}="{values.get(one[1], one[2])}"', found[0])

    section = re.sub(r"<w:pgMar [^>]*>", setter(wanted), section)
    return re.sub(r"<w:docGrid [^>]*>", setter({"w:linePitch": str(sheet.pitch)}), section)


def chosen(margins: str) -> Sheet | None:
    """The sheet of Page.margins; None for the one that a base carries."""
    sheet = SHEETS.get(margins, SHEET)
    return None if sheet is SHEET else sheet
