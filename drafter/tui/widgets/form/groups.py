"""A record inside the record of a form: 排名, 通知, 红头 …"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget

from drafter.model.fields import Field, fields_of
from drafter.model.words import Both
from drafter.tui.keys import key
from drafter.tui.speech import say, tell
from drafter.tui.widgets.form.folds import Fold
from drafter.tui.widgets.form.rows import Path, Remarks, label_of

if TYPE_CHECKING:
    from drafter.tui.widgets.form.fields import FieldList


class GroupFold(Fold):
    """The line over the fields of a group."""

    BINDINGS: ClassVar[list[BindingType]] = [key("delete", "clear", Both("清空", "Clear"), "fold.clear")]

    class Cleared(Message):
        """A person wants the group gone."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.allowed if action == "clear" else super().check_action(action, parameters)

    def action_clear(self) -> None:
        self.post_message(self.Cleared())


class GroupRow(Widget):
    """A record inside the record (排名, 通知, 下级 …): folded while it is empty, its fields made when first unfolded."""

    DEFAULT_CSS = """
    GroupRow { height: auto; layout: vertical; }
    GroupRow > FieldList { margin-left: 2; }
    """

    class Cleared(Message):
        """A person took back all that the group said."""

        def __init__(self, row: "GroupRow") -> None:
            super().__init__()
            self.path = row.path
            self.subject = row.subject

    def __init__(self, field: Field, path: Path, make: "type[FieldList]") -> None:
        super().__init__()
        self._make = make
        self.field = field
        self.path = path
        self.values: Mapping[str, Any] = {}
        self.subject: object = None
        self.read_only = False
        self.remarks: Remarks = {}
        self.fold = GroupFold(label_of(field))
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
        off = say("不要了，在这一行按 Del，全部清空。", "Del on this line takes back all of it.")
        return label_of(self.field), f"{tell(self.field.help)}\n{off}"

    @property
    def value(self) -> dict[str, Any]:
        """What the group says as typed so far."""
        return {word: value for word, value in self.values.items() if value}

    def inside(self) -> "Iterator[FieldList]":
        """The fields, once there are some."""
        if self.inner is not None:
            yield self.inner

    def set_read_only(self, read_only: bool) -> None:
        self.read_only = read_only
        self._retitle()
        if self.inner is not None:
            self.inner.set_read_only(read_only)

    def set_remarks(self, remarks: Remarks, _inside: Mapping[int, Remarks]) -> None:
        self.remarks = remarks
        if self.inner is not None:
            self.inner.set_remarks(remarks, {})

    def unfolded(self) -> "FieldList":
        """The fields inside, unfolded."""
        self._unfold(True, anew=False)
        assert self.inner is not None
        return self.inner

    def on_fold_toggled(self, event: Fold.Toggled) -> None:
        event.stop()
        self._unfold(self.fold.open, anew=False)

    def on_group_fold_cleared(self, event: GroupFold.Cleared) -> None:
        """Told as a change of the whole group; folded as one that says nothing."""
        event.stop()
        self.values = {}
        self._unfold(False, anew=False)
        self.post_message(self.Cleared(self))

    def on_field_list_edited(self, event: "FieldList.Edited") -> None:
        if self.inner is not None and event.subject == self.subject:
            self.values = self.inner.values
            self._retitle()

    def _unfold(self, opened: bool, anew: bool) -> None:
        self.fold.open = opened
        self._retitle()
        if opened and self.inner is None:
            assert self.field.form.record is not None
            self.inner = self._make(list(fields_of(self.field.form.record()).values()), None, self.path)
            self.inner.set_read_only(self.read_only)
            self.inner.set_remarks(self.remarks, {})
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
        self.fold.allow(said and not self.read_only)
        self.fold.put(label_of(self.field) + ("" if said else say("（未填）", " (empty)")), self.fold.open)
