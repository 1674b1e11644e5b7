"""A list of cards to choose from: reports, or the ways to begin. Only the visible lines are drawn."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.events import Click, Key
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from drafter.model.words import Both
from drafter.tui.clean import line
from drafter.tui.keys import key

Tone = Literal["plain", "muted", "good", "warn", "bad"]
HEIGHT = 4  # lines a card takes, the empty one after it included
_MARGIN = 2  # cells on either side
_BAR = 12  # cells of the progress bar
_CUT = ".."


@dataclass(frozen=True, slots=True)
class Face:
    """What a card shows: a heading with an aside at the right end of its line, a text, and marks, each with its tone.

    ``done``, from 0 to 1, is drawn as a bar before the marks; None draws none.
    """

    heading: str
    aside: str = ""
    text: str = ""
    marks: tuple[tuple[str, Tone], ...] = ()
    done: float | None = None


class CardList(ScrollView, can_focus=True):
    """Cards below one another, one of them current. ``numbered`` lets digits choose, and shows them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "card-list--plain",
        "card-list--current",
        "card-list--muted",
        "card-list--good",
        "card-list--warn",
        "card-list--bad",
        "card-list--done",
        "card-list--rest",
    }
    DEFAULT_CSS = """
    CardList { height: 1fr; background: $background; }
    CardList > .card-list--plain { color: $foreground; background: $background; }
    CardList > .card-list--current { background: $surface-lighten-2; text-style: bold; }
    CardList > .card-list--muted { color: $text-muted; background: $background; }
    CardList > .card-list--good { color: $text-success; background: $background; }
    CardList > .card-list--warn { color: $text-warning; background: $background; }
    CardList > .card-list--bad { color: $text-error; background: $background; }
    CardList > .card-list--done { background: $success; }
    CardList > .card-list--rest { background: $primary-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter", "choose", Both("打开", "Open"), "cards.choose"),
        key("up", "step(-1)", Both("上一个", "Previous"), "cards.up", show=False),
        key("down", "step(1)", Both("下一个", "Next"), "cards.down", show=False),
        key("home,pageup", "step(-9999)", Both("第一个", "First"), "cards.first", show=False),
        key("end,pagedown", "step(9999)", Both("最后一个", "Last"), "cards.last", show=False),
    ]

    class Chosen(Message):
        """A card was chosen: Enter, its digit, or the mouse. ``index`` counts from 0."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, faces: list[Face] | None = None, numbered: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self.faces = faces or []
        self.numbered = numbered
        self.current = 0

    def on_mount(self) -> None:
        self._measure()

    def on_resize(self) -> None:
        self._measure()

    def show(self, faces: list[Face], current: int = 0, numbered: bool = False) -> None:
        """Takes the place of all that was shown."""
        self.faces = faces
        self.numbered = numbered
        self.current = max(0, min(current, len(faces) - 1))
        self._measure()
        self.refresh()

    def change(self, index: int, face: Face) -> None:
        """One card says something else now."""
        if index < len(self.faces):
            self.faces[index] = face
            self._draw(index)

    def render_line(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        index, part = divmod(row, HEIGHT)
        width = self.size.width
        plain = self._style("plain")
        if index >= len(self.faces) or part == HEIGHT - 1:
            return Strip.blank(width, plain)
        base = plain + self._style("current") if index == self.current else plain
        face = self.faces[index]
        room = max(0, width - 2 * _MARGIN)
        if part == 0:
            segments = self._heading(face, index, room, base)
        elif part == 1:
            indent = " " * self._indent
            segments = [Segment(fitted(indent + line(face.text), room), base + self._tone("muted"))]
        else:
            segments = self._marks(face, base)
        margin = Segment(" " * _MARGIN, base)
        return Strip([margin, *segments]).crop(0, max(0, width - _MARGIN)).adjust_cell_length(width, base)

    def action_step(self, by: int) -> None:
        self._go(self.current + by)

    def action_choose(self) -> None:
        if self.faces:
            self.post_message(self.Chosen(self.current))

    def on_key(self, event: Key) -> None:
        """Digits pass even where an input method takes the letters."""
        character = event.character or ""
        if self.numbered and len(character) == 1 and character in "123456789" and int(character) <= len(self.faces):
            event.stop()
            self._go(int(character) - 1)
            self.action_choose()

    def on_click(self, event: Click) -> None:
        """The first click points, the second opens; where cards are choices, one is enough."""
        inside = event.get_content_offset(self)
        index = (inside.y + self.scroll_offset.y) // HEIGHT if inside is not None else len(self.faces)
        if index < len(self.faces):
            again = index == self.current
            self._go(index)
            if again or self.numbered:
                self.action_choose()

    def jump_spots(self) -> list[tuple[Region, int]]:
        """The cards in sight."""
        top, left = self.region.y - self.scroll_offset.y, self.region.x
        regions = [Region(left, top + index * HEIGHT, self.size.width, HEIGHT - 1) for index in range(len(self.faces))]
        return [(region, index) for index, region in enumerate(regions) if self.region.contains(left, region.y)]

    def jump_to(self, index: int) -> None:
        self._go(index)

    @property
    def _indent(self) -> int:
        return 3 if self.numbered else 0

    def _heading(self, face: Face, index: int, room: int, base: Style) -> list[Segment]:
        number = f"{index + 1}  " if self.numbered else ""
        aside = line(face.aside)
        left = max(0, room - cell_len(aside) - (1 if aside else 0))
        segments = [Segment(fitted(number + line(face.heading), left), base + Style(bold=True))]
        if aside:
            segments += [Segment(" ", base), Segment(aside, base + self._tone("muted"))]
        return segments

    def _marks(self, face: Face, base: Style) -> list[Segment]:
        segments = [Segment(" " * self._indent, base)]
        if face.done is not None:
            full = round(face.done * _BAR)
            segments += [
                Segment(" " * full, base + self._style("done")),
                Segment(" " * (_BAR - full), base + self._style("rest")),
            ]
            segments.append(Segment("  ", base))
        for text, tone in face.marks:
            segments += [Segment(line(text), base + self._tone(tone)), Segment("  ", base)]
        return segments

    def _tone(self, tone: Tone) -> Style:
        """Only the colour: a card keeps its own ground."""
        return Style() if tone == "plain" else Style(color=self._style(tone).color)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"card-list--{name}", partial=name != "plain")

    def _measure(self) -> None:
        self.virtual_size = Size(self.size.width, HEIGHT * len(self.faces))

    def _go(self, index: int) -> None:
        index = max(0, min(index, len(self.faces) - 1))
        before, self.current = self.current, index
        for each in {before, index}:
            self._draw(each)
        self.scroll_to_region(Region(0, index * HEIGHT, 1, HEIGHT), animate=False)

    def _draw(self, index: int) -> None:
        self.refresh_lines(index * HEIGHT, HEIGHT)


def fitted(text: str, width: int) -> str:
    """``text`` in exactly ``width`` cells: filled up with blanks, or cut and marked as cut."""
    if cell_len(text) <= width:
        return text + " " * (width - cell_len(text))
    return set_cell_size(text, max(0, width - len(_CUT))) + _CUT[: max(0, width)]
