"""The sentence that the fields of a kind make, ready to be taken into the text."""

from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

from drafter.tui import clean
from drafter.tui.speech import say


class SentenceRow(Widget, can_focus=True):
    """The drafted sentence behind its button. Enter or a click on the button takes it; without a sentence nothing is shown."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"sentence--button"}
    DEFAULT_CSS = """
    SentenceRow {
        height: auto; margin-bottom: 1; display: none; color: $text-muted;
        & .sentence--button { background: $primary; color: $text; }
        &:focus .sentence--button { text-style: bold reverse; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "accept", show=False, id="sentence-take"),
        Binding("down", "screen.focus_next", show=False, id="sentence-on"),
        Binding("up", "screen.focus_previous", show=False, id="sentence-back"),
    ]

    class Taken(Message):
        """A person wants the sentence in the text."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence = ""

    def put(self, sentence: str) -> None:
        """Another sentence; "" for none."""
        if sentence != self.sentence:
            self.sentence = sentence
            self.display = bool(sentence)
            self.refresh(layout=True)

    def render(self) -> Text:
        button = Text(_button(), self.get_component_rich_style("sentence--button"))
        return Text.assemble(button, " ", clean.line(self.sentence))

    def action_accept(self) -> None:
        self.post_message(self.Taken())

    def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset(self)
        if place is not None and place.y == 0 and place.x < Text(_button()).cell_len:
            self.action_accept()


def _button() -> str:
    return say(" 采用 ", " Use ")
