"""Lines between fields: one that unfolds what stands under it, one that says what follows."""

from typing import ClassVar

from rich.text import Text
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget

from drafter.model.words import Both
from drafter.tui import clean
from drafter.tui.keys import key
from drafter.tui.speech import say


class Fold(Widget, can_focus=True):
    """A line that unfolds what stands under it: Enter, space or a click."""

    DEFAULT_CSS = """
    Fold { height: 1; color: $text-muted; pointer: pointer; }
    Fold:focus { color: $text-primary; text-style: bold; background: $boost; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter,space", "unfold", Both("展开收起", "Unfold"), "fold.toggle"),
        key("down", "app.focus_next", Both("下一栏", "Next field"), "fold.on", show=False),
        key("up", "app.focus_previous", Both("上一栏", "Field before"), "fold.back", show=False),
    ]

    class Toggled(Message):
        """Folded or unfolded by a person."""

        def __init__(self, fold: "Fold") -> None:
            super().__init__()
            self.fold = fold

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.open = False

    #: Whether the line may do what it does beside folding.
    allowed = False

    def allow(self, allowed: bool) -> None:
        if allowed != self.allowed:
            self.allowed = allowed
            if self.is_mounted:
                self.refresh_bindings()

    def put(self, title: str, opened: bool) -> None:
        self.title, self.open = title, opened
        self.refresh()

    def render(self) -> Text:
        return Text(f"{'-' if self.open else '+'} {clean.line(self.title)}", no_wrap=True, overflow="ellipsis")

    def action_unfold(self) -> None:
        self.open = not self.open
        self.refresh()
        self.post_message(self.Toggled(self))

    def on_click(self) -> None:
        self.action_unfold()


class Caption(Widget):
    """A line over some fields that says what they are."""

    DEFAULT_CSS = "Caption { height: 1; color: $text-warning; }"

    def render(self) -> Text:
        return Text(say("不属于这个类别（内容留着，不会丢）", "Not of this kind (kept as typed)"), no_wrap=True)
