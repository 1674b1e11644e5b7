"""The form of one record, made from its fields' own declarations: shown, edited, explained; whose record it is, others know."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widget import Widget
from textual.widgets import TextArea

from drafter.model.fields import Field
from drafter.model.figure import Figure
from drafter.model.words import Both
from drafter.tui import clean
from drafter.tui.keys import key
from drafter.tui.widgets.form.fields import FieldList
from drafter.tui.widgets.form.groups import GroupRow
from drafter.tui.widgets.form.items import ItemRow
from drafter.tui.widgets.form.lists import RecordsRow
from drafter.tui.widgets.form.offering import Offering
from drafter.tui.widgets.form.rows import FieldRow, Hint, Remarks
from drafter.tui.widgets.form.sentence import SentenceRow
from drafter.tui.widgets.references import OfferList
from drafter.tui.widgets.textbox import TextBox

TEXT_WORD, LAYOUT_WORD = "正文", "版式"


class Reason(Widget):
    """Why nothing can be changed, over the fields."""

    DEFAULT_CSS = "Reason { dock: top; height: auto; display: none; color: $text-warning; }"

    text = ""

    def render(self) -> Text:
        return Text(clean.line(self.text))


class Form(VerticalScroll, can_focus=False):
    """The fields of a record. :meth:`show` another record, :meth:`refresh_values` of the same one; changes go out as messages.

    One list of fields is kept for each sort of record, so that going from fact to fact makes no widgets.
    """

    DEFAULT_CSS = "Form { padding: 0 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+r", "refer", Both("把数字改成引用", "Refer to the figure"), "form.refer", show=False),
        key("ctrl+e", "accept_sentence", Both("采用草拟的句子", "Use the drafted sentence"), "form.accept_sentence", show=False),
    ]

    class Changed(Message):
        """A person changed the value at ``path`` of the record ``uid``: ("正文",), ("排名", "名次")."""

        def __init__(self, uid: int, path: tuple[str, ...], value: str | list[str]) -> None:
            super().__init__()
            self.uid = uid
            self.path = path
            self.word = path[-1]
            self.value = value

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.uid: int | None = None
        self._composed = False
        self._reason = Reason()
        self._offering = Offering()
        self._layouts: tuple[str, ...] = ()
        self._lists: dict[tuple[str, ...], FieldList] = {}
        self._shown: FieldList | None = None

    def compose(self) -> ComposeResult:
        self._composed = True
        yield self._reason
        yield from self._lists.values()

    # What it shows.

    def show(
        self,
        record: Mapping[str, Any],
        fields: Sequence[Field],
        part: str,
        uid: int | None = None,
        caps: Mapping[str, int] | None = None,
    ) -> None:
        """The form of ``record``, whose ``fields`` are declared (``fields_of(...).values()``).

        ``part`` is the list that the record stands in (成绩 问题 打算 指标), "" for the report itself; it decides which fields
        come first. ``uid`` goes out with every change; None: the record's own. ``caps``: the most characters that a text
        should have, by word; None: no text has a cap of its own. The record that is shown already stays where it is, caret
        and all, as after :meth:`refresh_values`.
        """
        uid = uid if uid is not None else getattr(record, "uid", None)
        same = uid is not None and uid == self.uid
        self._offering.close()
        self.uid = uid
        key = ("成绩" if part == "问题" else part, *(field.word for field in fields))
        shown = self._lists.get(key)
        if shown is None:
            shown = self._lists[key] = FieldList(fields, part, foot=SentenceRow())
            if self._composed:
                self.mount(shown)
        shown.set_read_only(bool(self._reason.text))
        same = same and shown is self._shown
        for other in self._lists.values():
            other.display = other is shown
        self._shown = shown
        shown.caps = caps or {}
        shown.choices = {LAYOUT_WORD: self._layouts}
        if same:
            shown.refresh_values(record)
        else:
            self.set_sentence("")
            shown.set_remarks({}, {})
            shown.show(record, uid)
            self.scroll_to(0, 0, animate=False)
        self._compare_sentence()

    def refresh_values(self, record: Mapping[str, Any]) -> None:
        """The same record after an undo, a merge or a change made elsewhere: fields that differ change, the caret goes there."""
        if self._shown is not None:
            self._shown.refresh_values(record)
            self._compare_sentence()

    def refresh_language(self) -> None:
        """The same form after the language of the app has changed: its labels are said anew."""
        shown, sentence = self._shown, self._sentence
        for old in self._lists.values():
            old.remove()
        self._lists.clear()
        if shown is not None and shown.part is not None:
            self._shown = None
            self.show(shown.values, shown.fields, shown.part, self.uid, shown.caps)
            self.set_sentence(sentence.sentence if sentence is not None else "")
            self.set_remarks(shown.remarks, shown.inside)

    def set_figures(self, figures: Mapping[str, Figure]) -> None:
        """The figures that texts may name, by id."""
        self._offering.set_figures(figures)

    def set_remarks(self, remarks: Remarks, inside: Mapping[int, Remarks] | None = None) -> None:
        """What was found in the fields of the record, by path, and ``inside`` in the records of its lists, by uid: said under each
        field until it is changed."""
        if self._shown is not None:
            self._shown.set_remarks(remarks, inside or {})

    def set_layouts(self, names: Sequence[str]) -> None:
        """The layouts that the next report shown may choose from; while there are none, a name is typed."""
        self._layouts = tuple(names)

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

    def focus_field(self, path: Sequence[str], uid: int | None = None) -> bool:
        """Puts the caret into the field at ``path``, unfolding what hides it. False where there is no such field. ``uid``: of a
        record in a list of the one that is shown; without a path, into its first field."""
        if self._shown is None:
            return False
        if uid is not None and uid != self.uid:
            row = self._shown.reveal_in(uid, tuple(path))
            if isinstance(row, ItemRow) and not path:
                row = next(row.unfolded().field_rows(), row)
        else:
            row = self._shown.reveal(tuple(path)) if path else None
        if row is not None:
            row.take_focus()
        return row is not None

    def focus_first(self) -> None:
        """Puts the caret into the first field."""
        row = next(self._shown.field_rows(), None) if self._shown is not None else None
        if row is not None:
            row.take_focus()

    def help_of_focus(self) -> tuple[str, str]:
        """(label, help) of the field that has the caret; two empty texts when none has."""
        focused = self.screen.focused
        rows = focused.ancestors if focused is not None and self in focused.ancestors else ()
        row = next((row for row in rows if isinstance(row, FieldRow | GroupRow | RecordsRow)), None)
        return row.explanation() if row is not None else ("", "")

    # What a person changes.

    def on_field_list_edited(self, event: FieldList.Edited) -> None:
        event.stop()
        if isinstance(event.subject, int):
            self.post_message(self.Changed(event.subject, event.path, event.value))
            self._compare_sentence()
        if event.subject == event.row.subject and isinstance(event.row.editor, TextBox) and event.row.editor.has_focus:
            self._offering.consider(event.row, typed=True)
            self.call_after_refresh(self._follow, event.row.editor)

    def on_group_row_cleared(self, event: GroupRow.Cleared) -> None:
        event.stop()
        if isinstance(event.subject, int):
            self.post_message(self.Changed(event.subject, event.path, ""))

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        event.stop()
        editor = event.text_area
        row = self._row_of(editor)
        if row is not None and row is self._offering.row:
            self._offering.consider(row, typed=False)
        if isinstance(editor, TextBox):
            self.call_after_refresh(self._follow, editor)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if isinstance(event.widget, TextBox):
            self.call_after_refresh(self._follow, event.widget)

    def on_descendant_blur(self) -> None:
        self._offering.close()

    def _follow(self, editor: TextBox) -> None:
        """Keeps the caret in sight when its editor is taller than what is left of the form, and what is offered under it."""
        if editor.has_focus and editor.is_mounted:
            top = self.content_region.y
            caret = editor.caret_region.y + editor.region.y - top
            offered = self._offering.list
            bottom = offered.region.bottom - 1 - top if offered is not None and offered.is_mounted else caret
            over = min(bottom - self.content_size.height + 1, caret)
            if over > 0 or caret < 0:
                self.scroll_relative(y=over if over > 0 else caret, animate=False)

    def on_text_box_key(self, event: TextBox.Key) -> None:
        event.stop()
        self._offering.press(event.editor, event.key)

    def on_offer_list_placed(self, event: OfferList.Placed) -> None:
        event.stop()
        row = self._offering.row
        if row is not None and isinstance(row.editor, TextBox):
            self.call_after_refresh(self._follow, row.editor)

    def on_offer_list_picked(self, event: OfferList.Picked) -> None:
        event.stop()
        self._offering.take(event.offer)

    def on_hint_clicked(self, event: Hint.Clicked) -> None:
        event.stop()
        self._offering.refer()

    def action_refer(self) -> None:
        """Puts the reference that is offered for the number just typed."""
        self._offering.refer()

    # The drafted sentence.

    def on_sentence_row_taken(self, event: SentenceRow.Taken) -> None:
        event.stop()
        self.action_accept_sentence()

    def action_accept_sentence(self) -> None:
        """Puts the sentence into 正文: as all of it, or as one paragraph more. It is not on show while it stands there."""
        row = self._sentence
        target = self._shown.reveal((TEXT_WORD,)) if self._shown is not None else None
        if row is None or not row.display or not isinstance(target, FieldRow) or not isinstance(target.editor, TextBox):
            return
        editor = target.editor
        if editor.read_only:
            return
        said = editor.value.rstrip("\n")
        editor.change_value(f"{said}\n{row.sentence}" if said.strip() else row.sentence)
        if row.has_focus:
            target.take_focus()

    @property
    def _sentence(self) -> SentenceRow | None:
        foot = self._shown.foot if self._shown is not None else None
        return foot if isinstance(foot, SentenceRow) else None

    def _compare_sentence(self) -> None:
        text = self._shown.values.get(TEXT_WORD) if self._shown is not None else None
        row = self._sentence
        if row is not None:
            row.compare(text if isinstance(text, str) else "\n".join(map(str, text)) if isinstance(text, list) else "")

    def _row_of(self, widget: Widget | None) -> FieldRow | None:
        row = widget.parent if widget is not None else None
        return row if isinstance(row, FieldRow) and self in row.ancestors else None
