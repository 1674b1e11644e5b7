"""A run of fields: those of a record, or of a record inside it. Widgets are kept and shown again, not made anew."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from textual.app import ComposeResult
from textual.message import Message
from textual.widget import Widget

from drafter.model.fields import Field, Form, fields_of
from drafter.model.problem import Problem
from drafter.tui.speech import say, tell
from drafter.tui.widgets.choice import ChoiceEditor
from drafter.tui.widgets.form.arrangement import KIND, MAIN, OF_KIND, RARE, STRANGE, Placed, arrange
from drafter.tui.widgets.form.folds import Caption, Fold
from drafter.tui.widgets.form.rows import FieldRow, Path, label_of
from drafter.tui.widgets.paragraphs import ParagraphsEditor
from drafter.tui.widgets.textbox import TextBox


class GroupRow(Widget):
    """A record inside the record (排名, 通知, 下级 …): folded while it is empty, its fields made when first unfolded."""

    DEFAULT_CSS = """
    GroupRow { height: auto; layout: vertical; }
    GroupRow > FieldList { margin-left: 2; }
    """

    def __init__(self, field: Field, path: Path) -> None:
        super().__init__()
        self.field = field
        self.path = path
        self.values: Mapping[str, Any] = {}
        self.subject: object = None
        self.read_only = False
        self.remarks: Remarks = {}
        self.fold = Fold(label_of(field))
        self.inner: FieldList | None = None
        self._composed = False

    def compose(self) -> ComposeResult:
        self._composed = True
        yield self.fold
        if self.inner is not None:
            yield self.inner

    def show(self, value: Any, subject: object) -> None:
        self.subject = subject
        self.values = value if isinstance(value, Mapping) else {}
        self._unfold(bool(self.values), anew=True)

    def refresh_value(self, value: Any) -> None:
        self.values = value if isinstance(value, Mapping) else {}
        self._unfold(self.fold.open or bool(self.values), anew=False)

    def explanation(self) -> tuple[str, str]:
        """For F1."""
        return label_of(self.field), tell(self.field.help)

    def set_read_only(self, read_only: bool) -> None:
        self.read_only = read_only
        if self.inner is not None:
            self.inner.set_read_only(read_only)

    def set_remarks(self, remarks: "Remarks") -> None:
        self.remarks = remarks
        if self.inner is not None:
            self.inner.set_remarks(remarks)

    def unfolded(self) -> "FieldList":
        """The fields inside, unfolded."""
        self._unfold(True, anew=False)
        assert self.inner is not None
        return self.inner

    def on_fold_toggled(self, event: Fold.Toggled) -> None:
        event.stop()
        self._unfold(self.fold.open, anew=False)

    def on_field_list_edited(self, event: "FieldList.Edited") -> None:
        if self.inner is not None and event.subject == self.subject:
            self.values = self.inner.values
            self._retitle()

    def _unfold(self, opened: bool, anew: bool) -> None:
        self.fold.open = opened
        self._retitle()
        if opened and self.inner is None:
            assert self.field.form.record is not None
            self.inner = FieldList(list(fields_of(self.field.form.record()).values()), None, self.path)
            self.inner.set_read_only(self.read_only)
            self.inner.set_remarks(self.remarks)
            if self._composed:
                self.mount(self.inner)
            anew = True
        if self.inner is not None:
            self.inner.display = opened
            if anew:
                self.inner.show(self.values, self.subject)
            else:
                self.inner.refresh_values(self.values)

    def _retitle(self) -> None:
        said = any(self.values.values())
        self.fold.put(label_of(self.field) + ("" if said else say("（未填）", " (empty)")), self.fold.open)


Row = FieldRow | GroupRow
Key = tuple[str, str, str, Form]
#: Path → what is remarked on the value there, the gravest first.
Remarks = dict[Path, list[Problem]]


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

    def set_remarks(self, remarks: Remarks) -> None:
        """What is to be said under the fields, until they change."""
        self.remarks = remarks
        for row in self._made.values():
            self._remark(row)

    def _remark(self, row: Row) -> None:
        if isinstance(row, GroupRow):
            row.set_remarks(self.remarks)
        else:
            row.remark(self.remarks.get(row.path, ()))

    def rows(self) -> Iterator[Row]:
        """Every row in sight, from the top."""
        return (row for row in self._order if isinstance(row, FieldRow | GroupRow) and row.display)

    def field_rows(self) -> Iterator[FieldRow]:
        """Every field in sight, those of records inside as well."""
        for row in self.rows():
            if isinstance(row, FieldRow):
                yield row
            elif row.inner is not None and row.fold.open:
                yield from row.inner.field_rows()

    def reveal(self, path: Path) -> FieldRow | None:
        """The row at ``path`` (from this list's record on), unfolding what hides it; None where there is none."""
        row = next((row for row in self.rows() if row.field.word == path[0]), None)
        if row is None and not self.more.open and any(field.word == path[0] for field in self.fields):
            self.more.open = True
            self._lay(anew=False)
            return self.reveal(path)
        if row is None or isinstance(row, FieldRow):
            return row if len(path) == 1 else None
        inner = row.unfolded()
        return inner.reveal(path[1:]) if len(path) > 1 else next(inner.field_rows(), None)

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
        row: Row = GroupRow(one.field, path) if one.field.form.kind == "record" else FieldRow(one.field, path)
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


def _key(one: Placed) -> Key:
    return one.group, one.owner, one.field.word, one.field.form
