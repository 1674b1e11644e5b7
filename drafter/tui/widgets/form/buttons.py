"""Words that act when they are clicked, in one line: what keys do, for those who use the mouse."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.message import Message
from textual.widget import Widget

from drafter.model.words import Both
from drafter.tui.speech import tell

_GAP = "  "


class Buttons(Widget):
    """``buttons``: (what is asked for, in words) of each. None takes the focus: keys do the same where the focus is."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"buttons--button"}
    DEFAULT_CSS = """
    Buttons { height: 1; pointer: pointer; & .buttons--button { background: $boost; color: $text-primary; } }
    """

    class Pressed(Message):
        """One was clicked."""

        def __init__(self, verb: str) -> None:
            super().__init__()
            self.verb = verb

    def __init__(self, buttons: Sequence[tuple[str, Both]]) -> None:
        super().__init__()
        self._buttons = buttons

    def render(self) -> Text:
        style = self.get_component_rich_style("buttons--button")
        text = Text(no_wrap=True, overflow="crop")
        for _, words in self._buttons:
            text.append(f" {tell(words)} ", style).append(_GAP)
        return text

    def on_click(self, event: events.Click) -> None:
        event.stop()
        left = 0
        for verb, words in self._buttons:
            right = left + cell_len(f" {tell(words)} ")
            if left <= event.x < right:
                self.post_message(self.Pressed(verb))
            left = right + len(_GAP)
