"""Pictures in a terminal: kitty's way where the terminal knows it, else half blocks, two points a character, in 256 colours."""

import base64
import os
from collections.abc import Iterator, Mapping

from drafter.render.picture import Picture, png

_KITTY = ("xterm-kitty", "xterm-ghostty")
_KITTY_TOO = ("WezTerm", "ghostty")
_CHUNK = 4096  # bytes of one escape sequence, at most
#: A4 is so many inches wide.
_INCHES = 210 / 25.4
_SHARP = 110  # points an inch where they are shown as they are
_WIDEST = 100  # columns; a page that fills a large screen is read no better


def columns_for(screen: int) -> int:
    return max(20, min(screen - 1, _WIDEST))


def knows_pictures(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the terminal takes pictures by kitty's protocol."""
    named = environment.get("TERM") in _KITTY or environment.get("TERM_PROGRAM") in _KITTY_TOO
    # Inside tmux the sequences do not get through.
    return (named or "KITTY_WINDOW_ID" in environment) and "TMUX" not in environment


def dpi_for(columns: int, sharp: bool) -> float:
    """Points an inch to draw a page with: as many as are shown."""
    return _SHARP if sharp else columns / _INCHES


def shown(picture: Picture, columns: int, sharp: bool) -> str:
    """What to write to the terminal for one page, ``columns`` wide."""
    return _kitty(picture, columns) if sharp else "".join(f"{line}\n" for line in _half_blocks(picture))


def _kitty(picture: Picture, columns: int) -> str:
    """The picture as PNG in chunks (kitty graphics protocol: f=100 PNG, a=T show it, q=2 say nothing, c columns)."""
    data = base64.b64encode(png(picture)).decode()
    chunks = [data[at : at + _CHUNK] for at in range(0, len(data), _CHUNK)]
    written = []
    for number, chunk in enumerate(chunks):
        head = f"f=100,a=T,q=2,c={columns}," if number == 0 else ""
        written.append(f"\x1b_G{head}m={int(number < len(chunks) - 1)};{chunk}\x1b\\")
    return "".join(written) + "\n"


def _half_blocks(picture: Picture) -> Iterator[str]:
    """A line for two rows of points: the upper is the colour of ▀, the lower the ground behind it."""
    for row in range(0, picture.height, 2):
        line, last = [], ""
        for column in range(picture.width):
            upper = _colour(picture, row, column)
            lower = _colour(picture, row + 1, column) if row + 1 < picture.height else upper
            look = f"\x1b[38;5;{upper};48;5;{lower}m"
            line.append("▀" if look == last else look + "▀")
            last = look
        yield "".join(line) + "\x1b[0m"


def _colour(picture: Picture, row: int, column: int) -> int:
    """The nearest of the 256 that every terminal has: 24 greys from 232, a cube of 6 × 6 × 6 from 16."""
    at = 3 * (row * picture.width + column)
    red, green, blue = picture.points[at : at + 3]
    if max(red, green, blue) - min(red, green, blue) < 16:
        return 231 if green > 246 else 232 + min(23, green * 24 // 247)
    return 16 + 36 * round(red / 51) + 6 * round(green / 51) + round(blue / 51)
