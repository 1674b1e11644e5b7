"""A choice of several among a few words, all of them in sight, in the order in which they were chosen."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from drafter.model.words import Both
from drafter.tui import clean
from drafter.tui.keys import key

_GAP = "  "
_ON, _OFF = "[x]", "[ ]"


class Several(Widget, can_focus=True):
    """Arrows go from word to word, space or a click chooses it or takes it back, Enter goes on to the next field."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"several--chosen", "several--cursor"}
    DEFAULT_CSS = """
    Several {
        height: auto; background: $surface;
        &:focus { background: $boost; }
        & .several--chosen { color: $text-success; text-style: bold; }
        & .several--cursor { background: $primary; color: $text; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        key("space", "choose", Both("选上或取消", "Choose or not"), "several.toggle"),
        key("right", "step(1)", Both("后一个", "Next"), "several.next", show=False),
        key("left", "step(-1)", Both("前一个", "Previous"), "several.previous", show=False),
        key("down,enter", "app.focus_next", Both("下一栏", "Next field"), "several.on", show=False),
        key("up", "app.focus_previous", Both("上一栏", "Field before"), "several.back", show=False),
    ]

    class Changed(Message):
        """A person chose: ``values`` as they stand now."""

        def __init__(self, editor: "Several") -> None:
            super().__init__()
            self.editor = editor
            self.values = editor.values

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.choices: tuple[str, ...] = ()
        self.labels: Mapping[str, str] = {}
        self.values: tuple[str, ...] = ()
        self.at = 0

    def offer(self, choices: Sequence[str], labels: Mapping[str, str], values: Sequence[str]) -> None:
        """Other choices, ``values`` of them chosen; not told as a change."""
        self.choices, self.labels = tuple(choices), labels
        self.values = tuple(value for value in values if value in self.choices)
        self.at = min(self.at, max(0, len(choices) - 1))
        self.refresh(layout=True)

    def action_step(self, by: int) -> None:
        if self.choices:
            self.at = (self.at + by) % len(self.choices)
            self.refresh()

    def action_choose(self) -> None:
        if not self.choices:
            return
        value = self.choices[self.at]
        left = tuple(each for each in self.values if each != value)
        self.values = left if value in self.values else (*left, value)
        self.refresh()
        self.post_message(self.Changed(self))

    def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset(self)
        for number, (x, y, width) in enumerate(self._places(self.size.width)):
            if place is not None and y == place.y and x <= place.x < x + width:
                self.at = number
                self.action_choose()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max((y for _, y, _ in self._places(width)), default=0) + 1

    def render(self) -> Text:
        lines = [Text()]
        for number, (x, y, _) in enumerate(self._places(self.size.width)):
            if y == len(lines):
                lines.append(Text())
            look = "cursor" if number == self.at and self.has_focus else "chosen" if self._chosen(number) else ""
            style = self.get_component_rich_style(f"several--{look}") if look else ""
            lines[y].append(" " * (x - lines[y].cell_len)).append(self._label(number), style)
        return Text("\n").join(lines)

    def _chosen(self, number: int) -> bool:
        return self.choices[number] in self.values

    def _label(self, number: int) -> str:
        choice = self.choices[number]
        return f"{_ON if self._chosen(number) else _OFF} {clean.line(self.labels.get(choice, choice))}"

    def _places(self, width: int) -> list[tuple[int, int, int]]:
        """(x, y, width) of each, in as many rows as they need."""
        places, x, y = [], 0, 0
        for number in range(len(self.choices)):
            wide = cell_len(self._label(number))
            if x and x + wide > width:
                x, y = 0, y + 1
            places.append((x, y, wide))
            x += wide + len(_GAP)
        return places
