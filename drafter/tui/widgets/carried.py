"""A line over a form or a table: where what is shown came from, and what is to be done with it."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from drafter.tui import clean
from drafter.tui.keys import cap
from drafter.tui.widgets.linelist import cropped
from drafter.tui.widgets.sheet import folded

_GAP = 1
_MOST = 3  # rows of what is quoted


class Way(NamedTuple):
    """One thing that can be done: its key, what it is called, the action it stands for."""

    key: str
    words: str
    action: str


class CarriedStrip(Widget):
    """``put`` a text and the ways that stand behind it as buttons, or under it where there is no room for all. ``waiting``:
    something is to be done; else it only tells. Under that stands what is quoted, the beginning of it where it is long.
    """

    class Taken(Message):
        """A button was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    COMPONENT_CLASSES: ClassVar[set[str]] = {"strip--button", "strip--key", "strip--quoted"}
    DEFAULT_CSS = """
    CarriedStrip {
        height: auto; display: none; padding: 0 1; color: $text-muted;
        &.-waiting { color: $text-warning; background: $boost; }
        & .strip--button { background: $primary-muted; color: $foreground; }
        & .strip--quoted { color: $foreground; }
        & .strip--key { background: $primary-muted; color: $text-accent; text-style: bold; }
    }
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._said = ""
        self._ways: tuple[Way, ...] = ()
        self._quoted = ""

    def put(self, said: str, ways: Sequence[Way] = (), waiting: bool = False, quoted: str = "") -> None:
        """An empty text takes the strip away."""
        said, ways, quoted = clean.line(said), tuple(ways), clean.line(quoted)
        if (said, ways, quoted) != (self._said, self._ways, self._quoted) or waiting != self.has_class("-waiting"):
            self._said, self._ways, self._quoted = said, ways, quoted
            self.set_class(waiting, "-waiting")
            self.display = bool(said)
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        rows, places = self._laid(width)
        return max([len(rows), *(y + 1 for _, _, y in places)]) + len(self._quotation(width))

    def render(self) -> Text:
        rows, places = self._laid(self.size.width)
        lines = [Text(row) for row in rows]
        button, key = (self.get_component_rich_style(f"strip--{name}", partial=True) for name in ("button", "key"))
        for way, x, y in places:
            if y == len(lines):
                lines.append(Text())
            lines[y].append(" " * (x - lines[y].cell_len))
            lines[y].append(f" {cap(way.key)} ", key).append(f"{way.words} ", button)
        quote = self.get_component_rich_style("strip--quoted", partial=True)
        lines += [Text(row, quote) for row in self._quotation(self.size.width)]
        return Text("\n").join(lines)

    def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset(self)
        for way, x, y in self._laid(self.size.width)[1]:
            if place is not None and place.y == y and x <= place.x < x + _width(way):
                self.post_message(self.Taken(way.action))

    def _laid(self, width: int) -> tuple[list[str], list[tuple[Way, int, int]]]:
        """The rows of the text, and (way, x, y) of each button."""
        rows = folded(self._said, width)
        x, y = cell_len(rows[-1]) + _GAP, len(rows) - 1
        if x + sum(_width(way) + _GAP for way in self._ways) - _GAP > width:
            x, y = 0, y + 1
        places = []
        for way in self._ways:
            if x and x + _width(way) > width:
                x, y = 0, y + 1
            places.append((way, x, y))
            x += _width(way) + _GAP
        return rows, places

    def _quotation(self, width: int) -> list[str]:
        rows = folded(self._quoted, width) if self._quoted else []
        if len(rows) > _MOST:
            rows = [*rows[: _MOST - 1], cropped(rows[_MOST - 1] + rows[_MOST], width)]
        return rows


def _width(way: Way) -> int:
    return cell_len(f" {cap(way.key)} {way.words} ")
