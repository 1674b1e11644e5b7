"""A list of records inside the record of a form: 附件, 表格, 版本 … Each record stands folded under a line of its own."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget

from drafter.actions.editing.tree import Record, is_records
from drafter.model.fields import Field
from drafter.model.problem import Problem
from drafter.model.words import Both
from drafter.tui.keys import key
from drafter.tui.speech import say, tell
from drafter.tui.widgets.form.buttons import Buttons
from drafter.tui.widgets.form.folds import Fold
from drafter.tui.widgets.form.items import ItemRow, gravest
from drafter.tui.widgets.form.rows import FieldRow, Hint, Path, Remarks, label_of
from drafter.tui.wording import mark, message

if TYPE_CHECKING:
    from drafter.tui.widgets.form.fields import FieldList

_ADD = Both("加一条", "Add")


class ListFold(Fold):
    """The line over a list: what the list is called, and how many records it has."""

    BINDINGS: ClassVar[list[BindingType]] = [key("insert,ctrl+n", "add", _ADD, "records.add")]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.allowed if action == "add" else super().check_action(action, parameters)

    def action_add(self) -> None:
        self.post_message(Buttons.Pressed("add"))


class RecordsRow(Widget):
    """The list, folded until it is asked for. It changes nothing itself: what comes, goes and moves is asked for by message.

    Rows are kept by the uid of their record, so that a record which moves takes its row along, caret and all.
    """

    DEFAULT_CSS = """
    RecordsRow { height: auto; layout: vertical; }
    RecordsRow > ItemRow, RecordsRow > Hint, RecordsRow > Buttons { margin-left: 2; }
    """

    class Add(Message):
        """A record more: number ``index`` of the list ``word`` of the record ``holder``."""

        def __init__(self, holder: int, word: str, index: int) -> None:
            super().__init__()
            self.holder = holder
            self.word = word
            self.index = index

    def __init__(self, field: Field, path: Path, make: "type[FieldList]") -> None:
        super().__init__()
        self.field = field
        self.path = path
        self.subject: object = None
        #: The list as typed so far.
        self.value: list[Record] = []
        self.misplaced = False
        self.read_only = False
        self.remarks: Mapping[int, Remarks] = {}
        self.own: Sequence[Problem] = ()
        self.fold = ListFold(label_of(field))
        self.hint = Hint()
        self.buttons = Buttons([("add", _ADD)])
        self._make = make
        self._rows: dict[int, ItemRow] = {}
        self._spare: list[ItemRow] = []
        self._order: list[Widget] = [self.fold, self.hint, self.buttons]
        self._composed = False

    def compose(self) -> ComposeResult:
        self._composed = True
        yield from self._order

    def show(self, value: Any, subject: object) -> None:
        """The list of another record, folded."""
        self.subject = subject
        self.fold.open = False
        self.value = []
        self._retire()
        self.refresh_value(value)

    def refresh_value(self, value: Any) -> None:
        """The same list, after it was changed from elsewhere."""
        self.misplaced = bool(value) and not is_records(value)
        self.value = [] if self.misplaced else list(value or ())
        self._lay()

    def explanation(self) -> tuple[str, str]:
        """For F1."""
        how = say(
            "一条一条地填：Ins 加一条；在一条的标题上按回车展开填写，按 Del 删去，Alt+上、Alt+下 调换先后。",
            "One record each: Ins adds one; on the line of one Enter unfolds it, Del removes it, Alt+Up and Alt+Down move it.",
        )
        return label_of(self.field), f"{tell(self.field.help)}\n{how}"

    def take_focus(self) -> None:
        self.fold.focus()

    def set_read_only(self, read_only: bool) -> None:
        self.read_only = read_only
        for row in self._all_rows():
            row.set_read_only(read_only)
        self._lay()

    def set_remarks(self, remarks: Remarks, inside: Mapping[int, Remarks]) -> None:
        """``remarks`` are those of the holder, ``inside`` of the records in its lists."""
        self.own, self.remarks = remarks.get(self.path, ()), inside
        for row in self._rows.values():
            row.set_remarks(inside)
        self._retitle()

    def inside(self) -> "Iterator[FieldList]":
        """The fields of each record that is unfolded."""
        for row in self._shown():
            if row.fold.open and row.inner is not None:
                yield row.inner

    def reveal(self, uid: int, path: Path) -> "FieldRow | RecordsRow | ItemRow | None":
        """The row at ``path`` of the record ``uid``, in this list or in one of its records; None where it is in neither."""
        for record in self.value:
            if holds(record, uid):
                self.fold.open = True
                self._lay()
                row = self._rows[record.uid]
                inner = row.unfolded()
                return inner.reveal_in(uid, path) if record.uid != uid else (inner.reveal(path) if path else None) or row
        return None

    # What a person does

    def on_fold_toggled(self, event: Fold.Toggled) -> None:
        event.stop()
        self._lay()

    def on_buttons_pressed(self, event: Buttons.Pressed) -> None:
        event.stop()
        self.add(len(self.value))

    def on_item_row_add(self, event: ItemRow.Add) -> None:
        event.stop()
        self.add(next((place for place, each in enumerate(self.value, 1) if each.uid == event.uid), len(self.value)))

    def add(self, index: int) -> None:
        """Asks for a record at ``index``."""
        if isinstance(self.subject, int) and not self.read_only and not self.misplaced:
            self.post_message(self.Add(self.subject, self.field.word, index))

    def on_field_list_edited(self, _event: "FieldList.Edited") -> None:
        """What a record of the list says now is what the list says."""
        self.value = [self._rows[record.uid].record if record.uid in self._rows else record for record in self.value]
        self._retitle()

    # Its rows

    def _shown(self) -> list[ItemRow]:
        return [self._rows[record.uid] for record in self.value if record.uid in self._rows]

    def _all_rows(self) -> Iterator[ItemRow]:
        yield from self._rows.values()
        yield from self._spare

    def _lay(self) -> None:
        """A row for each record, once the list was unfolded; of those that go, the focus goes to a neighbour."""
        self._retitle()
        if self.fold.open or self._rows:
            left = self._retire()
            for number, record in enumerate(self.value, 1):
                row = self._rows.get(record.uid)
                if row is None:
                    row = self._rows[record.uid] = self._spare.pop() if self._spare else self._new()
                    row.show(number, record, self.remarks)
                else:
                    row.refresh_value(number, record)
                row.display = self.fold.open
            self._place(self._shown())
            if left is not None:
                (self._shown()[min(left, len(self.value) - 1)] if self.value and self.fold.open else self).take_focus()
        self.buttons.display = self.fold.open and not self.read_only and not self.misplaced

    def _retire(self) -> int | None:
        """Puts the rows of records that are gone out of sight; the place of the one that had the focus."""
        there, left = {record.uid for record in self.value}, None
        for uid in [uid for uid in self._rows if uid not in there]:
            row = self._rows.pop(uid)
            if row.has_focus_within:
                left = row.number - 1
            row.display = False
            self._spare.append(row)
        return left

    def _new(self) -> ItemRow:
        assert self.field.form.record is not None
        row = ItemRow(self.field.form.record(), self._make)
        row.set_read_only(self.read_only)
        return row

    def _place(self, rows: list[ItemRow]) -> None:
        """Sets the rows in the order of their records."""
        if [widget for widget in self._order if widget in rows] == rows:
            return
        before: Widget = self.hint
        for row in rows:
            known = row in self._order
            if known:
                self._order.remove(row)
            self._order.insert(self._order.index(before) + 1, row)
            if self._composed:
                self.move_child(row, after=before) if known else self.mount(row, after=before)
            before = row

    def _retitle(self) -> None:
        count = len(self.value)
        name = label_of(self.field)
        if self.misplaced:
            title = name + say("（写得不对，请在文件里改）", " (not a list of records; change it in the file)")
        else:
            title = name + (say(f"（{count}）", f" ({count})") if count else say("（未填）", " (empty)"))
        found = gravest(self.value, self.remarks, self.own)
        self.fold.allow(not self.read_only and not self.misplaced)
        self.fold.put(f"{title}  {mark(found)}" if found is not None else title, self.fold.open)
        self.hint.display = bool(self.own)
        if self.own:
            self.hint.say(message(self.own[0]), self.own[0].severity)


def holds(record: Record, uid: int) -> bool:
    """Whether ``uid`` is the record or one in its lists."""
    return record.uid == uid or any(
        holds(each, uid) for value in record.values() if isinstance(value, list) for each in value if isinstance(each, Record)
    )
