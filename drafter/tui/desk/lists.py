"""What the lists of records in a form (附件, 表格, 版本 …) ask for: records come, go and move. Each of these is one step of undo."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from drafter.tui.desk.base import DeskBase
from drafter.tui.speech import say

if TYPE_CHECKING:
    from drafter.tui.widgets.form.items import ItemRow
    from drafter.tui.widgets.form.lists import RecordsRow


class Lists(DeskBase):
    """A part of the desk screen."""

    def on_records_row_add(self, event: "RecordsRow.Add") -> None:
        if self.may_change(event.holder):
            uid = self.desk.add(event.holder, event.word, event.index)
            self._changed()
            self.centre.focus_field(uid, ())

    def on_item_row_remove(self, event: "ItemRow.Remove") -> None:
        if self.may_change(event.uid):
            self.desk.remove(event.uid)
            self._changed()
            self.tell(say("已删除，Ctrl+Z 可以撤销", "Removed; Ctrl+Z brings it back"))

    def on_item_row_up(self, event: "ItemRow.Up") -> None:
        self._move(event.uid, self.desk.move_up, say("已经是第一条", "it is the first already"))

    def on_item_row_down(self, event: "ItemRow.Down") -> None:
        self._move(event.uid, self.desk.move_down, say("已经是最后一条", "it is the last already"))

    def _move(self, uid: int, way: Callable[[int], bool], no_way: str) -> None:
        if self.may_change(uid):
            if way(uid):
                self._changed()
            else:
                self.tell(no_way)

    def _changed(self) -> None:
        self.refresh_all()
        self.touched()
