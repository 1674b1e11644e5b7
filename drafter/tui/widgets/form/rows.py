"""One field of a form: its label, its editor, and under it what is offered or wrong."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.widget import Widget

from drafter.actions.editing.references import Offer
from drafter.model.fields import Field
from drafter.model.problem import Problem
from drafter.tui import clean
from drafter.tui.speech import current, say, tell
from drafter.tui.widgets.card import fitted
from drafter.tui.widgets.choice import ChoiceEditor, FlagEditor
from drafter.tui.widgets.form.arrangement import KIND
from drafter.tui.widgets.form.labels import choice_labels, kind_helps
from drafter.tui.widgets.line import LineEditor
from drafter.tui.widgets.linelist import cropped
from drafter.tui.widgets.names import NamesEditor
from drafter.tui.widgets.paragraphs import ParagraphsEditor
from drafter.tui.widgets.references import OfferList
from drafter.tui.widgets.textbox import TextBox
from drafter.tui.wording import mark, message, whole

Editor = TextBox | ChoiceEditor
Path = tuple[str, ...]
#: Path → what is remarked on the value there, the gravest first.
Remarks = dict[Path, list[Problem]]


def label_of(field: Field) -> str:
    """The field's name in the reader's language."""
    return clean.line(say(field.word, field.label))


class Hint(Widget):
    """What stands under a field: what is wrong, or what is offered. A click on it accepts an offer."""

    DEFAULT_CSS = """
    Hint { height: auto; padding: 0 1; color: $text-muted; pointer: default; }
    Hint.-error { color: $text-error; }
    Hint.-warning { color: $text-warning; }
    Hint.-offer { color: $text-accent; pointer: pointer; }
    Hint.-remark { height: 1; }
    """

    class Clicked(Message):
        """The hint was clicked."""

    text = ""
    tail: str | None = None

    def say(self, text: str, kind: str, tail: str | None = None) -> None:
        """``tail``: the text has one line, cropped so that this stands behind it; None: as many as it needs."""
        if (text, tail) != (self.text, self.tail) or not self.has_class(f"-{kind}"):
            self.text, self.tail = text, tail
            self.set_classes(f"-{kind}" if tail is None else f"-{kind} -remark")
            self.refresh(layout=True)

    def render(self) -> Text:
        if self.tail is None:
            return Text(clean.clean(self.text))
        room = max(0, self.content_size.width - cell_len(self.tail))
        return Text(cropped(clean.line(self.text), room) + self.tail, no_wrap=True, overflow="crop")

    def on_click(self) -> None:
        self.post_message(self.Clicked())


class FieldRow(Widget):
    """A label on the left and an editor beside it; a text of paragraphs has its label on its border.

    ``path`` leads from the record of the form to the value: ("排名", "名次").
    """

    DEFAULT_CSS = """
    FieldRow { height: auto; color: $text-muted; }
    FieldRow:focus-within { color: $text-primary; text-style: bold; }
    FieldRow > * { margin-left: 10; text-style: none; }
    FieldRow.-english > * { margin-left: 14; }
    FieldRow.-paragraphs > ParagraphsEditor { margin-left: 0; }
    FieldRow.-paragraphs > OfferList { margin-left: 2; margin-right: 2; }
    FieldRow.-paragraphs > Hint.-remark { margin-left: 0; }
    FieldRow.-offering > ParagraphsEditor { max-height: 50vh; }
    """

    def __init__(self, field: Field, path: Path) -> None:
        super().__init__()
        self.field = field
        self.path = path
        self.subject: object = None
        self.editor = editor_for(field)
        self.hint: Hint | None = None
        #: What was found in the value when the report was last read back, the gravest first.
        self.remarks: Sequence[Problem] = ()
        self._offers: OfferList | None = None
        #: The value last shown or passed on; the editor's own differs only while a change of it is on its way.
        self.settled: str | list[str] = self.editor.reading
        self.misplaced = False
        self._read_only = False
        self._composed = False
        self._awaited = False
        self.set_class(current() == "en", "-english")
        self.set_class(isinstance(self.editor, ParagraphsEditor), "-paragraphs")

    def compose(self) -> ComposeResult:
        self._composed = True
        yield self.editor
        if self._offers is not None:
            yield self._offers
        if self.hint is not None:
            yield self.hint

    def render(self) -> Text:
        if isinstance(self.editor, ParagraphsEditor):
            return Text()
        label = Text(fitted(label_of(self.field), 13 if current() == "en" else 9).rstrip())
        if self.field.required:
            label.append("*")
        return label

    def explanation(self) -> tuple[str, str]:
        """For F1: what the field is called, what belongs into it, and all that is wrong with it now."""
        help = tell(self.field.help)
        if self.field.required:
            help = f"{help}{say('。必填。', '. Required.')}"
        more = kind_helps() if self.field.word == KIND else []
        if self.field.form.kind == "lines" and say("一行一", "one a line") not in help:
            more.append(say("一行写一个。", "One a line."))
        return label_of(self.field), "\n".join([help, *more, *(f"{mark(each)} {whole(each)}" for each in self.remarks)])

    def take_focus(self) -> None:
        """Puts the caret into the editor, as soon as it is there."""
        if self.editor.has_focus and isinstance(self.editor, TextBox):
            self.editor.arrive()
        elif self.is_mounted and self.editor.is_mounted:
            self.editor.focus()
        else:
            self._awaited = True

    def on_mount(self) -> None:
        if self._awaited:
            self.call_after_refresh(self.editor.focus)

    def show(self, value: Any, subject: object) -> None:
        """Another record's value."""
        self.subject = self.editor.subject = subject
        self._put(value, anew=True)

    def refresh_value(self, value: Any) -> None:
        """The same record's value after an undo or a merge. What is typed and not yet passed on stays."""
        if self.editor.reading == self.settled:
            self._put(value, anew=False)

    def _put(self, value: Any, anew: bool) -> None:
        self.misplaced = isinstance(value, Mapping) or (
            isinstance(value, list) and not all(isinstance(one, str) for one in value)
        )
        text = "" if self.misplaced or value is None else value
        if isinstance(text, list) and not isinstance(self.editor, NamesEditor):
            text = "\n".join(text)
        (self.editor.set_value if anew else self.editor.replace_value)(text)
        self.settled = self.editor.reading
        self._lock()
        self.judge()

    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self._lock()

    def _lock(self) -> None:
        locked = self._read_only or self.misplaced
        if self.editor.read_only != locked:
            self.editor.read_only = locked

    def remark(self, problems: Sequence[Problem]) -> None:
        """Other remarks on the value. They wait for what is being offered there."""
        if problems or self.remarks:
            self.remarks = problems
            if self.hint is None or not self.hint.has_class("-offer"):
                self.judge()

    def judge(self) -> None:
        """Says what is wrong with the value, if anything is; else what was remarked on it."""
        if self.misplaced:
            self.tell(say("这里写的不是文字，请在文件里改", "this holds no text; change it in the file"), "warning")
            return
        found = None
        if self.field.form.kind not in ("text", "lines", "flag") and isinstance(self.editor.reading, str):
            from drafter.actions.editing.validity import verdict

            found = verdict(self.field, self.editor.reading)
        if found is not None and self.field.word != KIND:
            self.tell(tell(found.message), found.severity)
        elif self.remarks:
            first, count = self.remarks[0], len(self.remarks)
            tail = say(f" 另有{count - 1}处", f" (+{count - 1})") if count > 1 else ""
            self.tell(f"{mark(first)} {message(first)}", first.severity, tail)
        else:
            self.tell("", "")

    def tell(self, text: str, kind: str, tail: str | None = None) -> None:
        """Shows a hint; "" takes it away. ``kind`` is a severity or ``offer``, ``tail`` as in :meth:`Hint.say`."""
        if not text and self.hint is None:
            return
        if self.hint is None:
            self.hint = Hint()
            if self._composed:
                self.mount(self.hint)
        self.hint.say(text, kind, tail)
        self.hint.display = bool(text)

    @property
    def open_list(self) -> OfferList | None:
        """The list of offers, while there are some."""
        return self._offers if self._offers is not None and self._offers.offers else None

    def offer(self, offers: Sequence[Offer], foot: str = "") -> None:
        """Opens the list of ``offers`` under the editor, with ``foot`` as its last line; none closes it."""
        self.set_class(bool(offers), "-offering")
        if not offers:
            if self._offers is not None:
                self._offers.close()
            return
        if self._offers is None:
            self._offers = OfferList()
            if self._composed:
                self.mount(self._offers, after=self.editor)
        self._offers.open(offers, foot)

    def on_click(self, event: events.Click) -> None:
        if event.widget is self:
            self.editor.focus()


def editor_for(field: Field) -> Editor:
    """The editor that a field's form asks for."""
    kind = field.form.kind
    if kind == "text":
        editor = ParagraphsEditor(title=label_of(field))
        editor.set_class(not field.refers, "-short")
        return editor
    if kind == "lines":
        return NamesEditor()
    if kind == "flag":
        return FlagEditor()
    if kind == "choice":
        return ChoiceEditor(field.form.choices, labels=choice_labels(field), none=say("不填", "none"))
    return LineEditor()
