"""The sentence that the fields of a kind make, ready to be taken into the text."""

from itertools import pairwise
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
from drafter.tui.widgets.sheet import breaks


class SentenceRow(Widget, can_focus=True):
    """The drafted sentence under its title, and a button that takes it: Enter, or a click.

    Nothing is shown without a sentence, and none that stands in the text already.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"sentence--button"}
    DEFAULT_CSS = """
    SentenceRow {
        height: auto; margin-bottom: 1; display: none; color: $text-muted;
        & .sentence--button { background: $primary; color: $text; }
        &:focus .sentence--button { text-style: bold reverse; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        key("enter,space", "accept", Both("采用", "Use"), "sentence.take"),
        key("down", "app.focus_next", Both("下一栏", "Next field"), "sentence.on", show=False),
        key("up", "app.focus_previous", Both("上一栏", "Field before"), "sentence.back", show=False),
    ]

    class Taken(Message):
        """A person wants the sentence in the text."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence = ""
        self._text = ""

    def put(self, sentence: str) -> None:
        """Another sentence; "" for none."""
        self._show(sentence, self._text)

    def compare(self, text: str) -> None:
        """What the text says now that the sentence would go into."""
        self._show(self.sentence, text)

    def _show(self, sentence: str, text: str) -> None:
        changed = sentence != self.sentence
        self.sentence, self._text = sentence, text
        self.display = bool(sentence) and sentence not in text
        if changed:
            self.refresh(layout=True)

    def explanation(self) -> tuple[str, str]:
        """For F1."""
        return _title(), say(
            "由上面各栏拼成的一句话。按回车采用，放进正文；正文已有的话另起一段，不会覆盖。",
            "Made of the fields above. Enter puts it into the text, as a paragraph more where something stands there.",
        )

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._rows(width)) + 1

    def render(self) -> Text:
        button = self.get_component_rich_style("sentence--button")
        title = Text.assemble(_title(), " ", (_button(), button))
        return Text("\n").join([title, *map(Text, self._rows(self.size.width))])

    def _rows(self, width: int) -> list[str]:
        sentence = clean.line(self.sentence)
        cuts = [0, *breaks(sentence, width), len(sentence)]
        return [sentence[start:end].rstrip() for start, end in pairwise(cuts)]

    def action_accept(self) -> None:
        self.post_message(self.Taken())

    def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset(self)
        left = cell_len(_title()) + 1
        if place is not None and place.y == 0 and left <= place.x < left + cell_len(_button()):
            self.action_accept()


def _title() -> str:
    return say("可以写成：", "Drafted:")


def _button() -> str:
    return say(" 采用 ", " Use ")
