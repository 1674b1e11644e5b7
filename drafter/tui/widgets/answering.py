"""The strip in which a promise is answered: what became of it, how much was reached, and why it fell short."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalGroup
from textual.message import Message
from textual.widgets import Static

from drafter.tui.speech import say
from drafter.tui.widgets.choice import ChoiceEditor
from drafter.tui.widgets.line import LineEditor
from drafter.tui.widgets.textbox import TextBox


class _Line(LineEditor):
    """A line for the field ``word``; Enter says that the answer is done."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self.word = word

    def enter(self) -> None:
        self.post_message(Answering.Done())


class Answering(VerticalGroup):
    """``ask`` shows what is to be answered, ``close`` that there is nothing."""

    class Answered(Message):
        """A person answered the record ``uid``: its field ``word`` is to hold ``value``."""

        def __init__(self, uid: int, word: str, value: str) -> None:
            super().__init__()
            self.uid = uid
            self.word = word
            self.value = value

    class Done(Message):
        """Enter was pressed in a line: on to the next promise."""

    DEFAULT_CSS = """
    Answering { height: auto; padding: 0 1; background: $panel; }
    Answering.-closed { display: none; }
    Answering HorizontalGroup { height: auto; }
    Answering .label { width: 8; color: $text-muted; }
    Answering ChoiceEditor, Answering LineEditor { width: 1fr; }
    Answering .-none { display: none; }
    """

    def __init__(self) -> None:
        super().__init__(classes="-closed")
        self._uid = 0
        self._word = ""

    def compose(self) -> ComposeResult:
        with HorizontalGroup():
            yield Static(say("答复", "Answer"), classes="label", markup=False)
            yield ChoiceEditor(())
        with HorizontalGroup(id="actual", classes="-none"):
            yield Static(say("实际", "Actual"), classes="label", markup=False)
            yield _Line("实际")
        with HorizontalGroup():
            yield Static(say("说明", "Why"), classes="label", markup=False)
            yield _Line("说明")

    def ask(self, uid: int, word: str, choices: Mapping[str, str], answer: str, note: str, actual: str | None) -> None:
        """Shows the answer of a record as it stands. ``word`` is the field that holds it, ``choices`` what can be answered and
        how it is called; ``actual`` None: the number that was reached is not typed here.
        """
        choice = self.query_one(ChoiceEditor)
        choice.choices = tuple(choices)
        choice.labels = {**choices, "": ""}
        choice.value = answer
        choice.refresh(layout=True)
        for editor, value in zip(self.query(_Line), (actual or "", note), strict=True):
            # What is being typed stays as it is, caret and all.
            if editor.subject != uid or editor.value != value:
                editor.set_value(value)
            editor.subject = uid
        self.query_one("#actual").set_class(actual is None, "-none")
        self._uid, self._word = uid, word
        self.remove_class("-closed")

    def close(self) -> None:
        self.add_class("-closed")

    def focus_choice(self) -> None:
        if not self.has_class("-closed"):
            self.query_one(ChoiceEditor).focus()

    def focus_note(self) -> None:
        self.query(_Line).last().focus()

    def on_choice_editor_changed(self, event: ChoiceEditor.Changed) -> None:
        event.stop()
        self.post_message(self.Answered(self._uid, self._word, str(event.value)))

    def on_text_box_changed(self, event: TextBox.Changed) -> None:
        event.stop()
        if isinstance(event.editor, _Line) and isinstance(event.subject, int):
            self.post_message(self.Answered(event.subject, event.editor.word, str(event.value)))
