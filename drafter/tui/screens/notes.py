"""What was noticed while something was done for the clerk, to be read before one goes on."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from textual.widget import Widget
from textual.widgets import Button, Static

from drafter.model.problem import Problem
from drafter.tui.screens.dialog import Dialog, button
from drafter.tui.speech import say
from drafter.tui.wording import message, whole


class NotesScreen(Dialog[None]):
    """Shows every note; what is longer than the screen scrolls. What several in a row ask to be done is said once."""

    def __init__(self, notes: Sequence[Problem]) -> None:
        super().__init__()
        self.notes = notes

    def heading(self) -> str:
        return say(f"新建好了。带入时有 {len(self.notes)} 点要说明：", f"It is made. {len(self.notes)} notes on what came along:")

    def rows(self) -> Iterable[Widget]:
        for note, following in zip_longest(self.notes, self.notes[1:]):
            same = following is not None and following.fix == note.fix
            yield Static(f"- {message(note) if same else whole(note)}", classes="text", markup=False)

    def buttons(self) -> Iterable[Widget]:
        yield button(say("知道了", "Go on"), "go-on", main=True)

    def on_mount(self) -> None:
        self.query_one(Button).focus()

    def on_button_pressed(self) -> None:
        self.dismiss(None)
