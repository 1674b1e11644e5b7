"""What was carried over from an earlier report: looked at one after the other, and kept, brought up to date or dropped."""

import asyncio
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from drafter.actions.editing.desk import ROOT, Desk
from drafter.actions.editing.outline import ANSWERS, carried, unanswered
from drafter.actions.editing.tree import Record, records
from drafter.model.problem import Problem, errors
from drafter.tui.clean import line
from drafter.tui.desk.base import DeskBase
from drafter.tui.speech import say, tell

if TYPE_CHECKING:
    from drafter.tui.widgets.asked import CellChanged, RowHighlighted
    from drafter.tui.widgets.carried import CarriedStrip, Way
    from drafter.tui.widgets.form.form import Form

#: Where the caret goes once a mark is off: the first of these that the record's form begins with.
_FIELD = {"指标": "数值", "": "标题"}
_SETTLING = ("keep", "update", "drop")
#: Fields by which an item is settled in its form.
_COUNTED = ("待更新", *ANSWERS.values())


class Carried(DeskBase):
    """A part of the desk screen. What waits is counted when the outline is made anew, not at every key."""

    _waiting: tuple[int, ...] = ()
    _to_answer = 0
    #: Address of a plan or an issue of the last period → its text then.
    _words_of: Mapping[str, str] = MappingProxyType({})
    #: The address whose text is being looked for.
    _asked_for = ""

    def action_keep(self) -> None:
        """It stands as it is."""
        from drafter.actions.editing.carried import keep

        self._settle(keep, say("保留", "Kept"))

    def action_drop(self) -> None:
        """It goes, and what is below it too."""
        from drafter.actions.editing.carried import drop

        self._settle(drop, say("已删去，不再沿用", "Dropped"))

    def action_update(self) -> None:
        """It is, or is about to be, as it should: the caret goes into its text."""
        from drafter.actions.editing.carried import update

        uid = self.here
        if uid is not None and self._carry_out(update, uid):
            self.choose(uid, (self._field(uid),), focus=True)

    def action_next_waiting(self) -> None:
        """On to the next item that waits behind this one, from the last one back to the first."""
        from drafter.actions.editing.carried import following

        self._count()
        waits = [*self._waiting, *unanswered(self.desk.root)]
        if waits:
            here = self.here
            self._go_on(following(self.desk.root, -1 if here is None else here, waits))
        else:
            self.tell(say("没有待更新的了。", "Nothing is left to be looked at."))

    def drop_carried(self, uid: int) -> bool:
        """As :meth:`DeskBase.drop_carried`; true also where it came from one but has to stay, as is told."""
        record = self.desk.find(uid)
        if record is None or not any(each.get("来自") for _, each in records(record)):
            return False
        from drafter.actions.editing.carried import drop

        if self._carry_out(drop, uid):
            self.tell(say("已删去，以后不再带入；Ctrl+Z 可以撤销", "Dropped for good; Ctrl+Z brings it back"))
        return True

    def _settle(self, way: Callable[[Desk, int], Problem | None], said: str) -> None:
        """Does it, then goes on to what waits next in reading order."""
        uid = self.here
        self._count()
        before = list(self._waiting)
        if uid is None or uid not in before or not self._carry_out(way, uid):
            return
        left = set(self._waiting)
        after = [each for each in (*before[before.index(uid) + 1 :], *before) if each in left]
        if after:
            self._go_on(after[0])  # the top line counts down; a message would lie over what is looked at next
        else:
            self._go_on(uid if self.desk.find(uid) is not None else ROOT)
            waits = len(unanswered(self.desk.root))
            more = say(f"还有 {waits} 条上期的要答复。", f" {waits} of last time wait for an answer.") if waits else ""
            self.tell(say(f"{said}。带来的都核对完了。{more}", f"{said}; all is looked at.{more}"))

    def _carry_out(self, way: Callable[[Desk, int], Problem | None], uid: int) -> bool:
        """Whether it could be done. What is typed into a cell goes to the desk before."""
        self.take_typed()
        if not self.may_change(uid):
            return False
        problem = way(self.desk, uid)
        if problem is not None:
            self.notify(line(f"{tell(problem.message)} {tell(problem.fix)}"), severity="warning", markup=False, timeout=8)
            return False
        self.refresh_all()
        self.touched()
        return True

    def _go_on(self, uid: int) -> None:
        """To another record; the focus stays with what one works in: the outline, the table, the form."""
        in_form = self.centre.has_focus_within and self.shown_table() is None
        if self.desk.part(uid) == "指标":
            self.choose(uid, (_FIELD["指标"],), focus=True)
        else:
            self.choose(uid, focus=in_form)
            if not in_form:
                self.outline.focus()
        self.refresh_bindings()

    def _field(self, uid: int) -> str:
        part, record = self.desk.part(uid), self.desk.find(uid)
        if part in _FIELD:
            return _FIELD[part]
        return "正文" if record is not None and (record.get("正文") or not record.get("标题")) else "标题"

    # What is told of it

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys that settle an item are there only where there is something to settle."""
        if action in _SETTLING:
            uid = self.here
            record = self.desk.find(uid) if uid is not None else None
            return record is not None and carried(record)
        return super().check_action(action, parameters)

    def refresh_outline(self) -> None:
        super().refresh_outline()
        self._count()
        self.show_origin()

    def show_record(self, uid: int) -> None:
        super().show_record(uid)
        self.show_origin()

    def on_grid_row_highlighted(self, _event: "RowHighlighted") -> None:
        self.show_origin()
        self.follow(self.chosen)
        self.refresh_bindings()

    def on_grid_cell_changed(self, _event: "CellChanged") -> None:
        """A figure that has a number is kept with that, so what the key says follows, once the number is on the desk."""
        self.call_next(self.show_origin)

    def on_form_changed(self, event: "Form.Changed") -> None:
        """What is asked in a field of the form is counted at once."""
        if event.word in _COUNTED:
            self.refresh_outline()
            self.refresh_bindings()
            self.show_state()

    def on_carried_strip_taken(self, event: "CarriedStrip.Taken") -> None:
        getattr(self, f"action_{event.action}")()

    def show_origin(self) -> None:
        """Over the form: where this came from, and what can be done with it."""
        if not self.ready:
            return
        uid = self.here
        record = self.desk.find(uid) if uid is not None else None
        strip = self.centre.strip
        if uid is None or record is None:
            strip.put("")
            return
        from drafter.tui.desk.origins import told_of

        waits = carried(record)
        said = told_of(record, self.desk.part(uid), self.centre.figures(self.desk), waits)
        again = self.desk.part(uid) == "指标" and not str(record.get("数值") or "").strip()
        strip.put(said, _ways(again) if waits else (), waits, self._promised(uid, record))
        if self.desk.part(uid) == "指标":
            self.hide_earlier_beside()  # the table has the old numbers in columns of their own, and needs the room
        elif waits or self._asks(record, uid):
            self.show_earlier_beside()

    def _promised(self, uid: int, record: Record) -> str:
        """What was promised, in the words of then, where they do not stand beside the form; "" while they are looked for."""
        origin = str(record.get("来自") or "")
        if self.has_class("-wide") or not origin or self.desk.part(uid) not in ANSWERS:
            return ""
        if origin not in self._words_of and origin != self._asked_for:
            self._asked_for = origin
            self.run_worker(partial(self._read_promise, uid, origin), group="promise", exclusive=True)  # type: ignore[arg-type]  # as in app.py
        return self._words_of.get(origin, "")

    async def _read_promise(self, uid: int, origin: str) -> None:
        """The last report may have to be read first."""
        from drafter.actions.counterpart import counterpart

        settled = self.desk.settled
        item = settled.item(uid) if settled is not None else None
        if settled is None or item is None:
            self._asked_for = ""
            return
        found = await asyncio.to_thread(counterpart, settled.opened, item)
        self._words_of = {**self._words_of, origin: "" if found is None or found.how != "来自" else found.text}
        self._asked_for = ""
        self.show_origin()

    def _asks(self, record: Record, uid: int) -> bool:
        """Whether it is a promise of the last period that was not answered."""
        answer = ANSWERS.get(self.desk.part(uid))
        return answer is not None and not record.get(answer)

    def readiness(self) -> str:
        """Whether the report can go out, and what is missing; "" while that is not known."""
        settled = self.desk.settled
        if settled is None:
            return ""
        grave = sum(not problem.waits for problem in errors(settled.problems))
        blanks = sum(problem.gate and problem.code == "figure-empty" for problem in errors(settled.problems))
        missing = [
            f"{said} {count}"
            for count, said in (
                (grave, say("错误", "errors")),
                (len(self._waiting), say("待更新", "to look at")),
                (self._to_answer, say("未答复", "to answer")),
                (blanks, say("待填", "to fill in")),
            )
            if count
        ]
        if not missing:
            return say("可以定稿", "ready")
        return say("还不能定稿：", "not ready: ") + say("，", ", ").join(missing)

    def _count(self) -> None:
        from drafter.actions.editing.carried import pending

        self._waiting = tuple(pending(self.desk.root))
        self._to_answer = len(unanswered(self.desk.root))


def _ways(again: bool) -> "tuple[Way, ...]":
    """``again``: a figure without a value, which has that of last time again when it is kept."""
    from drafter.tui.widgets.carried import Way

    return (
        Way("f9", say("同上期", "as last time") if again else say("保留", "keep"), "keep"),
        Way("f10", say("修改", "update"), "update"),
        Way("shift+f9", say("不再沿用", "drop"), "drop"),
    )
