"""The form of one record, made from its fields' own declarations: shown, edited, explained; whose record it is, others know."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget
from textual.widgets import TextArea

from drafter.actions.editing import references
from drafter.model.fields import Field
from drafter.model.figure import Figure
from drafter.tui import clean
from drafter.tui.speech import say, tell
from drafter.tui.widgets.form.fields import FieldList
from drafter.tui.widgets.form.rows import FieldRow, Hint, label_of
from drafter.tui.widgets.form.sentence import SentenceRow
from drafter.tui.widgets.references import KEYS, OfferList
from drafter.tui.widgets.textbox import TextBox

TEXT_WORD = "正文"


class Reason(Widget):
    """Why nothing can be changed, over the fields."""

    DEFAULT_CSS = "Reason { height: auto; display: none; color: $text-warning; }"

    text = ""

    def render(self) -> Text:
        return Text(clean.line(self.text))


class Form(VerticalScroll, can_focus=False):
    """The fields of a record. :meth:`show` another record, :meth:`refresh_values` of the same one; changes go out as messages.

    One list of fields is kept for each sort of record, so that going from fact to fact makes no widgets.
    """

    DEFAULT_CSS = "Form { padding: 0 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+r", "refer", show=False, id="refer"),
        Binding("ctrl+e", "accept_sentence", show=False, id="accept-sentence"),
    ]

    class Changed(Message):
        """A person changed the value at ``path`` of the record ``uid``: ("正文",), ("排名", "名次")."""

        def __init__(self, uid: int, path: tuple[str, ...], value: str | list[str]) -> None:
            super().__init__()
            self.uid = uid
            self.path = path
            self.word = path[-1]
            self.value = value

    class SentenceAccepted(Message):
        """The drafted sentence now stands in 正文, which :class:`Form.Changed` has told or it stood there before."""

        def __init__(self, uid: int, sentence: str) -> None:
            super().__init__()
            self.uid = uid
            self.sentence = sentence

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.uid: int | None = None
        self._composed = False
        self._reason = Reason()
        self._offers = OfferList()
        self._lists: dict[tuple[str, ...], FieldList] = {}
        self._shown: FieldList | None = None
        self._figures: Mapping[str, Figure] = {}
        self._holders: references.Holders | None = None
        self._offering: FieldRow | None = None
        self._number: references.Offer | None = None

    def compose(self) -> ComposeResult:
        self._composed = True
        yield self._reason
        yield from self._lists.values()
        yield self._offers

    # What it shows.

    def show(self, record: Mapping[str, Any], fields: Sequence[Field], part: str, uid: int | None = None) -> None:
        """The form of ``record``, whose ``fields`` are declared (``fields_of(...).values()``).

        ``part`` is the list that the record stands in (成绩 问题 打算 指标), "" for the report itself; it decides which fields
        come first. ``uid`` goes out with every change; None: the record's own.
        """
        self._close()
        self.uid = uid if uid is not None else getattr(record, "uid", None)
        key = ("成绩" if part == "问题" else part, *(field.word for field in fields))
        shown = self._lists.get(key)
        if shown is None:
            shown = self._lists[key] = FieldList(fields, part, foot=SentenceRow())
            if self._composed:
                self.mount(shown, before=self._offers)
        shown.set_read_only(bool(self._reason.text))
        self.set_sentence("")
        for other in self._lists.values():
            other.display = other is shown
        self._shown = shown
        shown.show(record, self.uid)
        self.scroll_to(0, 0, animate=False)

    def refresh_values(self, record: Mapping[str, Any]) -> None:
        """The same record after an undo, a merge or a change made elsewhere: fields that differ change, the caret goes there."""
        if self._shown is not None:
            self._shown.refresh_values(record)

    def set_figures(self, figures: Mapping[str, Figure]) -> None:
        """The figures that texts may name, by id."""
        self._figures = figures
        self._holders = None

    def set_sentence(self, sentence: str) -> None:
        """The sentence drafted from the fields of the kind; "" for none."""
        row = self._sentence
        if row is not None:
            row.put(sentence)

    def set_read_only(self, reason: str | None) -> None:
        """No field can be changed, and ``reason`` says why; None: they can."""
        self._reason.text = reason or ""
        self._reason.display = bool(reason)
        self._reason.refresh(layout=True)
        for shown in self._lists.values():
            shown.set_read_only(bool(reason))

    def focus_field(self, path: Sequence[str]) -> bool:
        """Puts the caret into the field at ``path``, unfolding what hides it. False where there is no such field."""
        row = self._shown.reveal(tuple(path)) if self._shown is not None and path else None
        if row is not None:
            self.call_after_refresh(row.editor.focus)
        return row is not None

    def focus_first(self) -> None:
        """Puts the caret into the first field."""
        row = next(self._shown.field_rows(), None) if self._shown is not None else None
        if row is not None:
            self.call_after_refresh(row.editor.focus)

    def help_of_focus(self) -> tuple[str, str]:
        """(label, help) of the field that has the caret; two empty texts when none has."""
        row = self._row_of(self.screen.focused)
        return (label_of(row.field), tell(row.field.help)) if row is not None else ("", "")

    # What a person changes.

    def on_field_list_edited(self, event: FieldList.Edited) -> None:
        event.stop()
        if isinstance(event.subject, int):
            self.post_message(self.Changed(event.subject, event.path, event.value))
        if event.subject == self.uid and isinstance(event.row.editor, TextBox) and event.row.editor.has_focus:
            self._consider(event.row, typed=True)
            self.call_after_refresh(self._follow, event.row.editor)

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        event.stop()
        editor = event.text_area
        row = self._row_of(editor)
        if row is not None and row is self._offering:
            self._consider(row, typed=False)
        if isinstance(editor, TextBox):
            self.call_after_refresh(self._follow, editor)

    def on_descendant_blur(self) -> None:
        self._close()

    def _follow(self, editor: TextBox) -> None:
        """Keeps the caret in sight when its editor is taller than what is left of the form."""
        if editor.has_focus and editor.is_mounted:
            y = editor.caret_region.y + editor.region.y - self.content_region.y
            over = y - self.content_size.height + 1
            if over > 0 or y < 0:
                self.scroll_relative(y=over if over > 0 else y, animate=False)

    # Offers of figures.

    def _consider(self, row: FieldRow, typed: bool) -> None:
        """Opens, changes or closes what is offered at the caret. Offers begin with typing, never with moving about."""
        editor = row.editor
        if not row.field.refers or not isinstance(editor, TextBox) or editor.read_only:
            return
        text, caret = editor.value, editor.caret
        found = references.offers(text, caret, self._figures) if typed or self._offers.display else []
        if found:
            caret_at = editor.caret_region.translate(editor.region.offset)
            self._offers.open(found, Region(caret_at.x, caret_at.y, 1, 1))
            editor.yielded = KEYS
        elif self._offers.display:
            self._close_list(editor)
        self._number = None if found else references.number_offer(text, caret, self._known())
        self._offering = row
        if self._number is not None:
            offer = self._number
            row.tell(
                say(
                    f"“{offer.detail}”就是指标“{offer.name}”，按 ctrl+r 或点这里改成引用",
                    f"“{offer.detail}” is the figure {offer.name}: ctrl+r or a click refers to it",
                ),
                "offer",
            )
        else:
            row.judge()

    def _known(self) -> references.Holders:
        if self._holders is None:
            self._holders = references.holders(self._figures)
        return self._holders

    def _close_list(self, editor: TextBox) -> None:
        self._offers.close()
        editor.yielded = frozenset()

    def _close(self) -> None:
        """Takes back all that is offered."""
        row, self._offering, self._number = self._offering, None, None
        if row is not None and isinstance(row.editor, TextBox):
            self._close_list(row.editor)
            row.judge()

    def on_text_box_key(self, event: TextBox.Key) -> None:
        event.stop()
        if event.key == "escape":
            self._close()
        elif self._offers.offers:
            self._offers.press(event.key)

    def on_offer_list_picked(self, event: OfferList.Picked) -> None:
        event.stop()
        row = self._offering
        if row is None or not isinstance(row.editor, TextBox):
            return
        editor = row.editor
        now = references.offers(editor.value, editor.caret, self._figures)
        offer = next((one for one in now if one.text == event.offer.text), None)
        self._close()
        if offer is not None:
            editor.change_span(offer.start, offer.end, offer.text)

    def on_hint_clicked(self, event: Hint.Clicked) -> None:
        event.stop()
        self.action_refer()

    def action_refer(self) -> None:
        """Puts the reference that is offered for the number just typed."""
        row = self._offering
        if row is None or self._number is None or not isinstance(row.editor, TextBox):
            return
        offer = references.number_offer(row.editor.value, row.editor.caret, self._known())
        self._close()
        if offer is not None:
            row.editor.change_span(offer.start, offer.end, offer.text)

    # The drafted sentence.

    def on_sentence_row_taken(self, event: SentenceRow.Taken) -> None:
        event.stop()
        self.action_accept_sentence()

    def action_accept_sentence(self) -> None:
        """Puts the sentence into 正文: as all of it, or as one paragraph more, unless it stands there already."""
        row = self._sentence
        target = self._shown.reveal((TEXT_WORD,)) if self._shown is not None else None
        if row is None or not row.sentence or target is None or not isinstance(target.editor, TextBox) or self.uid is None:
            return
        editor = target.editor
        if editor.read_only:
            return
        if row.sentence not in editor.value:
            said = editor.value.rstrip("\n")
            editor.change_value(f"{said}\n{row.sentence}" if said.strip() else row.sentence)
        self.post_message(self.SentenceAccepted(self.uid, row.sentence))

    @property
    def _sentence(self) -> SentenceRow | None:
        foot = self._shown.foot if self._shown is not None else None
        return foot if isinstance(foot, SentenceRow) else None

    def _row_of(self, widget: Widget | None) -> FieldRow | None:
        row = widget.parent if widget is not None else None
        return row if isinstance(row, FieldRow) and self in row.ancestors else None
