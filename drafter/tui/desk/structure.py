"""What the outline asks for: facts come, go, move, and change their kind. Every one of these can be undone."""

from drafter.actions.editing.desk import CHILDREN, ROOT
from drafter.actions.editing.outline import FIGURES, PART_UIDS
from drafter.tui.desk.carried import Carried
from drafter.tui.speech import say
from drafter.tui.widgets.outline import Outline

_PARTS = {uid: part for part, uid in PART_UIDS.items()}


class Structure(Carried):
    """A part of the desk screen."""

    def on_outline_add_after(self, event: Outline.AddAfter) -> None:
        place = self.desk.holder(event.uid)
        if place is not None:
            self.add(place[0], place[1], place[2] + 1)

    def on_outline_add_inside(self, event: Outline.AddInside) -> None:
        if event.uid == FIGURES:
            self.choose(FIGURES, focus=True)
            return
        part = _PARTS.get(event.uid)
        holder, word = (ROOT, part) if part else (event.uid, CHILDREN)
        record = self.desk.find(holder)
        if record is not None:
            self.add(holder, word, len(record.get(word) or ()))

    def add(self, holder: int, word: str, index: int) -> None:
        if not self.may_change(holder):
            return
        uid = self.desk.add(holder, word, index)
        self.refresh_outline()
        self.choose(uid, focus=True)
        self.touched()

    def on_outline_remove(self, event: Outline.Remove) -> None:
        if not self.may_change(event.uid):
            return
        if self.drop_carried(event.uid):
            self.choose(self.outline.cursor_uid or ROOT)
            return
        self.desk.remove(event.uid)
        self.refresh_outline()
        self.choose(self.outline.cursor_uid or ROOT)
        self.touched()
        self.tell(say("已删除，Ctrl+Z 可以撤销", "Removed; Ctrl+Z brings it back"))

    def on_outline_duplicate(self, event: Outline.Duplicate) -> None:
        if self.may_change(event.uid):
            self._done(self.desk.duplicate(event.uid))

    def on_outline_move(self, event: Outline.Move) -> None:
        if not self.may_change(event.uid):
            return
        desk, uid = self.desk, event.uid
        way = {"up": desk.move_up, "down": desk.move_down, "in": desk.indent, "out": desk.outdent}[event.direction]
        if way(uid):
            self._done(uid)
        else:
            self.tell(_NO_WAY[event.direction]())

    def on_outline_change_kind(self, event: Outline.ChangeKind) -> None:
        self.choose(event.uid, ("类别",))

    def _done(self, uid: int | None) -> None:
        if uid is not None:
            self.refresh_outline()
            self.choose(uid)
            self.touched()


_NO_WAY = {
    "up": lambda: say("已经是这一级的第一条", "it is the first already"),
    "down": lambda: say("已经是这一级的最后一条", "it is the last already"),
    "in": lambda: say("前面没有同级的条目，不能降级", "there is no fact before it to move it under"),
    "out": lambda: say("已经是最外一级", "it is at the outermost level already"),
}
