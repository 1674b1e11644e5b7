"""A choice among a few words, all of them in sight."""

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
from drafter.tui.speech import say

_GAP = "  "


class ChoiceEditor(Widget, can_focus=True):
    """One of ``choices``, or none of them ("").

    Arrows and space go from one to the next, Delete takes the choice back, a click chooses, and so does typing the first
    character of a word or its place (1, 2 …); Enter goes on to the next field and chooses nothing. A value that is no choice
    is kept and shown in front, as what it is. ``none`` stands behind the others for no choice, so that one sees how to take
    a choice back; "" where nothing stands for it.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice--chosen", "choice--strange", "choice--none"}
    DEFAULT_CSS = """
    ChoiceEditor {
        height: auto; background: $surface;
        &:focus { background: $boost; }
        & .choice--chosen { background: $primary; color: $text; text-style: bold; }
        & .choice--strange { background: $error; color: $text; }
        & .choice--none { color: $text-muted; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        key("right,space", "step(1)", Both("选下一个", "Next choice"), "choice.next"),
        key("left", "step(-1)", Both("选上一个", "Choice before"), "choice.previous", show=False),
        key("delete,backspace", "choose('')", Both("不选", "No choice"), "choice.none", show=False),
        key("down,enter", "app.focus_next", Both("下一栏", "Next field"), "choice.on", show=False),
        key("up", "app.focus_previous", Both("上一栏", "Field before"), "choice.back", show=False),
    ]

    class Changed(Message):
        """A person chose. ``value`` is "" for none, ``subject`` whose choice it was."""

        def __init__(self, editor: "ChoiceEditor") -> None:
            super().__init__()
            self.editor = editor
            self.value: str | list[str] = editor.value
            self.subject = editor.subject

    def __init__(self, choices: Sequence[str], value: str = "", labels: Mapping[str, str] | None = None, none: str = "") -> None:
        super().__init__()
        self.choices = tuple(choices)
        self.labels = {**(labels or {}), "": none}
        self.value = value
        self.subject: object = None
        self.read_only = False

    @property
    def reading(self) -> str:
        return self.value

    def set_value(self, value: str) -> None:
        """Another value; not told as a change."""
        if value != self.value:
            self.value = value
            self.refresh(layout=True)

    replace_value = set_value

    def choice_of(self, value: str) -> str | None:
        """The choice that ``value`` means; None when it means none of them."""
        bare = value.strip()
        return bare if bare in self.choices else None

    def action_choose(self, choice: str) -> None:
        if not self.read_only and choice != self.value:
            self.set_value(choice)
            self.post_message(self.Changed(self))

    def action_step(self, step: int) -> None:
        """The next choice; before the first and after the last stands none."""
        ring = ("", *self.choices)
        at = ring.index(self.choice_of(self.value) or "")
        self.action_choose(ring[(at + step) % len(ring)])

    def on_key(self, event: events.Key) -> None:
        sign = (event.character or "").casefold()
        if not event.is_printable or not sign.strip():
            return
        named = [choice for choice in self.choices if self._label(choice).strip().casefold().startswith(sign)]
        if sign.isdecimal() and 0 < int(sign) <= len(self.choices):
            named = [self.choices[int(sign) - 1]]
        if named:
            event.stop()
            after = named.index(self.value) + 1 if self.value in named else 0
            self.action_choose(named[after % len(named)])

    def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset(self)
        for choice, x, y, width in self._places(self.size.width):
            if place is not None and y == place.y and x <= place.x < x + width:
                self.action_choose("" if choice == self.value else choice)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return max(place[2] for place in self._places(width)) + 1

    def render(self) -> Text:
        lines: list[Text] = [Text()]
        chosen = self.choice_of(self.value) if self.value.strip() else ""
        for choice, x, y, _ in self._places(self.size.width):
            if y == len(lines):
                lines.append(Text())
            lines[y].append(" " * (x - lines[y].cell_len))
            label = self._label(choice)
            marked = choice == chosen or (chosen is None and choice == self.value)
            style = (
                "choice--none" if not choice else "" if not marked else "choice--strange" if chosen is None else "choice--chosen"
            )
            # The brackets are seen without colours too.
            lines[y].append(f"[{label[1:-1]}]" if marked else label, self.get_component_rich_style(style) if style else "")
        return Text("\n").join(lines)

    def _places(self, width: int) -> list[tuple[str, int, int, int]]:
        """(choice, x, y, width) of each, in as many rows as they need."""
        strange = self.value if self.value.strip() and self.choice_of(self.value) is None else ""
        places, x, y = [], 0, 0
        none = [""] if self.labels[""] else []
        for choice in (*([strange] if strange else []), *self.choices, *none):
            wide = cell_len(self._label(choice))
            if x and x + wide > width:
                x, y = 0, y + 1
            places.append((choice, x, y, wide))
            x += wide + len(_GAP)
        return places

    def _label(self, choice: str) -> str:
        return f" {clean.line(self.labels.get(choice, choice))} "


class FlagEditor(ChoiceEditor):
    """是 or 否; empty counts as 否."""

    def __init__(self, value: str = "") -> None:
        super().__init__(("是", "否"), value, {"是": say("是", "yes"), "否": say("否", "no")})

    def choice_of(self, value: str) -> str | None:
        meant = {"true": "是", "yes": "是", "false": "否", "no": "否"}
        return super().choice_of(meant.get(value.strip().lower(), value))
