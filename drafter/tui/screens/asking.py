"""A question with named answers, over the screen that asks it."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalGroup
from textual.content import Content
from textual.events import Key
from textual.widgets import Button, Static

from drafter.model.problem import Problem
from drafter.model.words import Both
from drafter.tui.clean import clean
from drafter.tui.keys import key
from drafter.tui.once import ModalOnce
from drafter.tui.screens.dialog import Entry
from drafter.tui.speech import say
from drafter.tui.wording import message

_WIDEST, _FRAME = 64, 6  # cells: of the box, and of its border with the space inside


class Choice(NamedTuple):
    """An answer. ``grave``: it cannot be taken back, and says so by its colour."""

    value: str
    label: str
    grave: bool = False


class Ask(ModalOnce[str]):
    """Asks ``question`` and dismisses with the value of the answer.

    ``harmless`` is the value that Esc gives, and the button that has the focus at first; by default the last one's.
    """

    DEFAULT_CSS = f"""
    Ask {{ align: center middle; }}
    Ask > VerticalGroup {{ width: {_WIDEST}; max-width: 90%; padding: 1 2; background: $surface; border: round $primary; }}
    Ask .question {{ height: auto; max-height: 14; margin: 0 0 1 0; }}
    Ask Horizontal {{ height: 1; align-horizontal: right; }}
    Ask Button {{ margin: 0 0 0 2; min-width: 8; }}
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "harmless", Both("不做改变", "Leave it"), "ask.harmless"),
        key("left,up", "app.focus_previous", Both("前一个", "Previous"), "ask.previous", show=False),
        key("right,down", "app.focus_next", Both("后一个", "Next"), "ask.next", show=False),
    ]

    def __init__(self, question: str, choices: Sequence[Choice], harmless: str | None = None) -> None:
        super().__init__()
        self.question = question
        self.choices = list(choices)
        self.harmless = self.choices[-1].value if harmless is None else harmless

    def compose(self) -> ComposeResult:
        with VerticalGroup():
            yield Static(folded_question(self.question, self.app.size.width), classes="question", markup=False)
            with Horizontal():
                for number, choice in enumerate(self.choices, 1):
                    label = Content(f"{number} {clean(choice.label)}")
                    yield Button(label, variant="error" if choice.grave else "default", compact=True)

    def on_mount(self) -> None:
        for choice, each in zip(self.choices, self.query(Button), strict=True):
            if choice.value == self.harmless:
                each.focus()

    def on_key(self, event: Key) -> None:
        """A digit answers, even where an input method takes the letters."""
        character = event.character or ""
        if character.isascii() and character.isdigit() and 0 < int(character) <= len(self.choices):
            event.stop()
            self.dismiss(self.choices[int(character) - 1].value)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(self.choices[list(self.query(Button)).index(event.button)].value)

    def action_harmless(self) -> None:
        self.dismiss(self.harmless)


class AskLine(ModalOnce[str | None]):
    """Asks for a line of text and dismisses with it; None for Esc. An empty line is no answer."""

    DEFAULT_CSS = Ask.DEFAULT_CSS.replace("Ask", "AskLine") + "AskLine Entry { margin: 0 0 1 0; background: $boost; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "dismiss(None)", Both("不做改变", "Leave it"), "ask.leave"),
        key("up", "app.focus_previous", Both("前一个", "Previous"), "ask.above", show=False),
        key("down", "app.focus_next", Both("后一个", "Next"), "ask.below", show=False),
    ]

    def __init__(self, question: str, label: str, example: str) -> None:
        """``label`` is what the answer does, on its button; ``example`` stands in the line while it is empty."""
        super().__init__()
        self.question = question
        self.label = label
        self.example = example

    def compose(self) -> ComposeResult:
        with VerticalGroup():
            yield Static(folded_question(self.question, self.app.size.width), classes="question", markup=False)
            yield Entry(id="line", placeholder=self.example)
            with Horizontal():
                yield Button(Content(clean(self.label)), id="take", compact=True)
                yield Button(Content(say("不做改变", "Leave it")), id="leave", compact=True)

    def on_input_submitted(self) -> None:
        self._take()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "take":
            self._take()
        else:
            self.dismiss(None)

    def _take(self) -> None:
        entry = self.query_one(Entry)
        if entry.value.strip():
            self.dismiss(entry.value.strip())
        else:
            entry.focus()
            self.app.bell()


def folded_question(question: str, room: int) -> str:
    """The question as Chinese is broken into lines, in a box on a screen of ``room`` cells: no stop begins a line."""
    from drafter.tui.widgets.sheet import folded

    width = min(_WIDEST, int(room * 0.9)) - _FRAME
    return "\n".join(row for line in clean(question).split("\n") for row in folded(line, width))


def whether_to_replace(problems: Sequence[Problem]) -> Ask:
    """Files of these names are there that were not made here. Answers "replace" or "rename"."""
    choices = [
        Choice("replace", say("替换它", "Replace it") if len(problems) == 1 else say("都替换", "Replace them all"), grave=True),
        Choice("rename", say("换一个文件名", "Another name")),
    ]
    others = "、".join(Path(each.place.file or "").name for each in problems[1:])
    said = message(problems[0])
    if others:
        said += "\n" + say(f"这些也是：{others}。", f"So are these: {others}.")
    return Ask(said, choices, harmless="rename")
