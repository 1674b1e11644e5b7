"""One record of a list in a form: a line with its name, and under it, once unfolded, its fields."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget

from drafter.actions.editing.tree import Record, records
from drafter.model.fields import fields_of
from drafter.model.problem import Problem
from drafter.model.words import Both
from drafter.tui import clean
from drafter.tui.keys import key
from drafter.tui.speech import say
from drafter.tui.widgets.form.buttons import Buttons
from drafter.tui.widgets.form.folds import Fold
from drafter.tui.widgets.form.rows import Hint, Remarks
from drafter.tui.wording import mark, message

if TYPE_CHECKING:
    from drafter.tui.widgets.form.fields import FieldList

_WORDS = {
    "up": Both("上移", "Move up"),
    "down": Both("下移", "Move down"),
    "remove": Both("删除", "Delete"),
    "add": Both("加一条", "Add"),
}
_GRAVITY = ("error", "warning", "info")


class ItemFold(Fold):
    """The line of one record. Only here is Del the record's; in a field it is the field's."""

    BINDINGS: ClassVar[list[BindingType]] = [key("delete", "remove", _WORDS["remove"], "records.remove")]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.allowed if action == "remove" else super().check_action(action, parameters)

    def action_remove(self) -> None:
        self.post_message(Buttons.Pressed("remove"))


class ItemRow(Widget):
    """A record of a list, of the type ``kind``. What is asked for goes out by message with its uid."""

    DEFAULT_CSS = """
    ItemRow { height: auto; layout: vertical; }
    ItemRow > FieldList, ItemRow > Buttons, ItemRow > Hint { margin-left: 2; }
    ItemRow > Buttons { margin-bottom: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        key("insert,ctrl+n", "ask('add')", _WORDS["add"], "records.add"),
        key("shift+delete", "ask('remove')", _WORDS["remove"], "records.remove", show=False),
        key("alt+up,ctrl+up", "ask('up')", _WORDS["up"], "records.move_up"),
        key("alt+down,ctrl+down", "ask('down')", _WORDS["down"], "records.move_down"),
    ]

    class Asked(Message):
        """The record ``uid`` was meant."""

        def __init__(self, uid: int) -> None:
            super().__init__()
            self.uid = uid

    class Add(Asked):
        """A record behind this one."""

    class Remove(Asked):
        """This one is to go."""

    class Up(Asked):
        """It is to change places with the one before it."""

    class Down(Asked):
        """It is to change places with the one behind it."""

    _ASKS: ClassVar[Mapping[str, type[Asked]]] = {"add": Add, "remove": Remove, "up": Up, "down": Down}

    def __init__(self, kind: type, make: "type[FieldList]") -> None:
        super().__init__()
        self.number = 0
        #: The record as typed so far.
        self.record = Record(uid=0)
        self.read_only = False
        self.remarks: Mapping[int, Remarks] = {}
        self.fold = ItemFold("")
        self.hint: Hint = Hint()
        self.buttons = Buttons([(verb, _WORDS[verb]) for verb in ("up", "down", "remove")])
        self.inner: FieldList | None = None
        self._kind = kind
        self._make = make
        self._composed = False
        self._gone_to = False

    def compose(self) -> ComposeResult:
        self._composed = True
        yield self.fold
        yield self.hint
        if self.inner is not None:
            yield self.inner
        yield self.buttons

    def show(self, number: int, record: Record, remarks: Mapping[int, Remarks]) -> None:
        """Another record, folded; ``number`` is its place in the list, from 1."""
        self.number, self.record, self.remarks = number, record, remarks
        self.fold.open = False
        if self.inner is not None:
            self.inner.set_remarks(remarks.get(record.uid, {}), remarks)
        self._lay(anew=True)

    def refresh_value(self, number: int, record: Record) -> None:
        """The same record, after a change of it or of its place."""
        self.number, self.record = number, record
        self._lay(anew=False)

    def take_focus(self) -> None:
        self.fold.focus()

    def set_read_only(self, read_only: bool) -> None:
        self.read_only = read_only
        self.fold.allow(not read_only)
        if self.inner is not None:
            self.inner.set_read_only(read_only)
        self._lay(anew=False)

    def set_remarks(self, remarks: Mapping[int, Remarks]) -> None:
        """What was found in the records of the form's lists, by uid."""
        self.remarks = remarks
        if self.inner is not None:
            self.inner.set_remarks(remarks.get(self.record.uid, {}), remarks)
        self._retitle()

    def unfolded(self) -> "FieldList":
        """Its fields, unfolded, for one who goes there: the record comes into sight with the focus."""
        self._gone_to = True
        self.fold.open = True
        self._lay(anew=False)
        assert self.inner is not None
        return self.inner

    # What a person does

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return not self.read_only if action == "ask" else super().check_action(action, parameters)

    def action_ask(self, verb: str) -> None:
        if not self.read_only:
            self.post_message(self._ASKS[verb](self.record.uid))

    def on_buttons_pressed(self, event: Buttons.Pressed) -> None:
        event.stop()
        self.action_ask(event.verb)

    def on_fold_toggled(self, event: Fold.Toggled) -> None:
        event.stop()
        self._lay(anew=False)

    def on_field_list_edited(self, _event: "FieldList.Edited") -> None:
        """What is remarked of the record as a whole is out of date now."""
        if self.inner is not None:
            self.record = Record(self.inner.values, self.record.uid)
            self.remarks.get(self.record.uid, {}).pop((), None)
            self._retitle()

    def on_descendant_focus(self) -> None:
        if self._gone_to:
            self._gone_to = False
            self.call_after_refresh(self._come_into_sight)

    def _come_into_sight(self) -> None:
        """As much of it as there is room for, and what has the focus in any case."""
        self.scroll_visible(animate=False, top=True)
        if self.screen.focused is not None:
            self.screen.focused.scroll_visible(animate=False)

    # How it looks

    def _lay(self, anew: bool) -> None:
        opened = self.fold.open
        if opened and self.inner is None:
            self.inner = self._make(list(fields_of(self._kind).values()), None)
            self.inner.set_read_only(self.read_only)
            self.inner.set_remarks(self.remarks.get(self.record.uid, {}), self.remarks)
            if self._composed:
                self.mount(self.inner, before=self.buttons)
        if self.inner is not None:
            self.inner.display = opened
            if anew or self.inner.subject != self.record.uid:
                self.inner.show(self.record, self.record.uid)
            else:
                self.inner.refresh_values(self.record)
        self.buttons.display = opened and not self.read_only
        self._retitle()

    def _retitle(self) -> None:
        name = self._called() or say(f"第{self.number}个", f"No. {self.number}")
        found = gravest([self.record], self.remarks)
        self.fold.put(f"{name}  {mark(found)}" if found is not None else name, self.fold.open)
        whole = self.remarks.get(self.record.uid, {}).get((), [])
        self.hint.display = bool(whole) and self.fold.open
        if whole:
            self.hint.say(f"{mark(whole[0])} {message(whole[0])}", whole[0].severity)

    def _called(self) -> str:
        """Its number, and 标题 or 名称, else the first of its fields that says something: 1. 任务分工."""
        words = ("标题", "名称", *fields_of(self._kind))
        said = (text for word in words if isinstance(text := self.record.get(word), str) and text.strip())
        name = clean.line(next(said, "").strip().partition("\n")[0])
        return f"{self.number}. {name}" if name else ""


def gravest(found: Iterable[Record], remarks: Mapping[int, Remarks], own: Sequence[Any] = ()) -> Problem | None:
    """The gravest of what is remarked on records and on those inside them, and of ``own``."""
    said = [remarks[each.uid] for record in found for _, each in records(record) if each.uid in remarks] if remarks else []
    all_of = [*own, *(problem for each in said for problems in each.values() for problem in problems)]
    return min(all_of, key=lambda problem: _GRAVITY.index(problem.severity), default=None)
