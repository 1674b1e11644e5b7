"""A run of fields: those of a record, or of a record inside it. Widgets are kept and shown again, not made anew."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from textual.app import ComposeResult
from textual.message import Message
from textual.widget import Widget

from drafter.model.fields import Field, Form
from drafter.tui.speech import say
from drafter.tui.widgets.choice import ChoiceEditor
from drafter.tui.widgets.form.arrangement import KIND, MAIN, OF_KIND, RARE, STRANGE, Placed, arrange
from drafter.tui.widgets.form.folds import Caption, Fold
from drafter.tui.widgets.form.groups import GroupRow
from drafter.tui.widgets.form.items import ItemRow
from drafter.tui.widgets.form.lists import RecordsRow
from drafter.tui.widgets.form.rows import FieldRow, Path, Remarks
from drafter.tui.widgets.paragraphs import ParagraphsEditor
from drafter.tui.widgets.textbox import TextBox

Row = FieldRow | GroupRow | RecordsRow
Key = tuple[str, str, str, Form]


class FieldList(Widget):
    """Rows of one record. ``part`` as in :func:`arrange`; ``path`` leads to the record, () for that of the form.

    ``foot`` is a widget of the holder's that stands under the fields of the kind.
    """

    DEFAULT_CSS = "FieldList { height: auto; layout: vertical; }"

    class Edited(Message):
        """A person changed the value at ``path`` of the record ``subject``."""

        def __init__(self, row: FieldRow, value: str | list[str], subject: object) -> None:
            super().__init__()
            self.row = row
            self.path = row.path
            self.value = value
            self.subject = subject

    def __init__(self, fields: Sequence[Field], part: str | None, path: Path = (), foot: Widget | None = None) -> None:
        super().__init__()
        self.fields = fields
        self.part = part
        self.path = path
        self.values: dict[str, Any] = {}
        self.subject: object = None
        self.read_only = False
        self.more = Fold("")
        self.caption = Caption()
        self.foot = foot
        #: Word → the most characters a text should have.
        self.caps: Mapping[str, int] = {}
        #: Word → what there is to choose from, where the field does not say.
        self.choices: Mapping[str, Sequence[str]] = {}
        self.remarks: Remarks = {}
        #: The same of records in lists of this one, by uid.
        self.inside: Mapping[int, Remarks] = {}
        self._made: dict[Key, Row] = {}
        self._order: list[Widget] = [*([foot] if foot else []), self.caption, self.more]
        self._composed = False

    def compose(self) -> ComposeResult:
        self._composed = True
        yield from self._order

    def show(self, values: Mapping[str, Any], subject: object) -> None:
        """Another record."""
        self.values, self.subject = dict(values), subject
        self._lay(anew=True)

    def refresh_values(self, values: Mapping[str, Any]) -> None:
        """The same record after an undo or a merge."""
        self.values = dict(values)
        self._lay(anew=False)

    def set_read_only(self, read_only: bool) -> None:
        self.read_only = read_only
        for row in self._made.values():
            row.set_read_only(read_only)

    def set_remarks(self, remarks: Remarks, inside: Mapping[int, Remarks]) -> None:
        """What is to be said under the fields, until they change."""
        self.remarks, self.inside = remarks, inside
        for row in self._made.values():
            self._remark(row)

    def _remark(self, row: Row) -> None:
        if isinstance(row, FieldRow):
            row.remark(self.remarks.get(row.path, ()))
        else:
            row.set_remarks(self.remarks, self.inside)

    def rows(self) -> Iterator[Row]:
        """Every row in sight, from the top."""
        return (row for row in self._order if isinstance(row, Row) and row.display)

    def field_rows(self) -> Iterator[FieldRow]:
        """Every field in sight, those of records inside as well."""
        for row in self.rows():
            if isinstance(row, FieldRow):
                yield row
            elif row.fold.open:
                for inner in row.inside():
                    yield from inner.field_rows()

    def reveal(self, path: Path) -> FieldRow | RecordsRow | None:
        """The row at ``path`` (from this list's record on), unfolding what hides it; None where there is none."""
        row = next((row for row in self.rows() if row.field.word == path[0]), None)
        if row is None and not self.more.open and any(field.word == path[0] for field in self.fields):
            self.more.open = True
            self._lay(anew=False)
            return self.reveal(path)
        if not isinstance(row, GroupRow):
            return row if len(path) == 1 else None
        inner = row.unfolded()
        return inner.reveal(path[1:]) if len(path) > 1 else next(inner.field_rows(), None)

    def reveal_in(self, uid: int, path: Path) -> FieldRow | RecordsRow | ItemRow | None:
        """The row at ``path`` of the record ``uid``, which stands in a list of this one, or deeper; the record's own line where
        it has no such row."""
        found = (row.reveal(uid, path) for row in self.rows() if isinstance(row, RecordsRow))
        return next((row for row in found if row is not None), None)

    def on_fold_toggled(self, event: Fold.Toggled) -> None:
        if event.fold is self.more:
            event.stop()
            self._lay(anew=False)

    def on_text_box_changed(self, event: TextBox.Changed) -> None:
        self._edited(event.editor, event.value, event.subject)
        event.stop()

    def on_choice_editor_changed(self, event: ChoiceEditor.Changed) -> None:
        self._edited(event.editor, event.value, event.subject)
        event.stop()

    def _edited(self, editor: Widget, value: str | list[str], subject: object) -> None:
        row = editor.parent
        assert isinstance(row, FieldRow)
        if subject == self.subject:
            row.settled = value
            self.values[row.field.word] = value
            self.remarks.pop(row.path, None)
            row.remark(())
            row.judge()
            if row.field.word == KIND:
                self._lay(anew=False)
        self.post_message(self.Edited(row, value, subject))

    def on_field_list_edited(self, event: Edited) -> None:
        """What was typed into a row that holds rows is part of what this record says."""
        row = next((row for row in self._made.values() if not isinstance(row, FieldRow) and row in event.row.ancestors), None)
        if row is not None:
            self.values[row.field.word] = row.value

    def _lay(self, anew: bool) -> None:
        """Puts every field in its place: rows that are there, rows that are made now; all others go out of sight."""
        groups: dict[str, list[Widget]] = {MAIN: [], STRANGE: [], RARE: []}
        shown: set[Widget] = set()
        folded = 0
        for one in arrange(self.fields, self.values, self.part, self.choices):
            group = groups[MAIN if one.group == OF_KIND else one.group]
            value = self.values.get(one.field.word)
            row = self._made.get(_key(one))
            if one.group == RARE and not value and not self.more.open:
                in_sight = not anew and row is not None and row.display
                folded += not in_sight
                if not in_sight:
                    continue
            if row is None:
                row = self._make(one)
            group.append(row)
            shown.add(row)
            if anew or not row.display or row.subject != self.subject:
                row.show(value, self.subject)
            else:
                row.refresh_value(value)
            if isinstance(row, FieldRow) and isinstance(row.editor, ParagraphsEditor):
                row.editor.set_cap(self.caps.get(one.field.word))
            if self.foot is not None and (one.group == OF_KIND or one.field.word == KIND):
                group.remove(self.foot) if self.foot in group else None
                group.append(self.foot)
        self._fold(bool(groups[STRANGE]), folded)
        self._place([*groups[MAIN], self.caption, *groups[STRANGE], self.more, *groups[RARE]])
        for row in self._made.values():
            row.display = row in shown

    def _make(self, one: Placed) -> Row:
        path = (*self.path, one.field.word)
        row = _made(one.field, path)
        row.set_read_only(self.read_only)
        self._remark(row)
        self._made[_key(one)] = row
        return row

    def _fold(self, strange: bool, folded: int) -> None:
        self.caption.display = strange
        rare = self.part is not None
        self.more.display = rare and (folded > 0 or self.more.open)
        title = say(f"更多（还有 {folded} 栏）", f"More ({folded} fields)") if folded else say("更多", "More")
        self.more.put(title, self.more.open)

    def _place(self, sequence: list[Widget]) -> None:
        """Sets new rows behind the widget that comes before them. Rows of other kinds stand between, out of sight."""
        before: Widget | None = None
        known = set(self._order)
        for widget in sequence:
            if widget not in known:
                at = self._order.index(before) + 1 if before else 0
                self._order.insert(at, widget)
                if self._composed:
                    self.mount(widget, after=before) if before else self.mount(widget, before=0)
            before = widget


def _made(field: Field, path: Path) -> Row:
    if field.form.kind == "record":
        return GroupRow(field, path, FieldList)
    return RecordsRow(field, path, FieldList) if field.form.kind == "records" else FieldRow(field, path)


def _key(one: Placed) -> Key:
    return one.group, one.owner, one.field.word, one.field.form
