"""What every part of the desk screen works with: the desk, what is chosen, and how it is shown."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.screen import Screen

from drafter.actions.editing.desk import ROOT, Desk
from drafter.actions.editing.outline import FIGURES, OutlineRow, label_of, mark_of, report_mark, rows_of
from drafter.model.problem import Problem
from drafter.tui.caught_up import caught_up
from drafter.tui.desk.status import State, StatusLine
from drafter.tui.speech import say
from drafter.tui.widgets.outline import Outline

if TYPE_CHECKING:
    from drafter.tui.desk.centre import Centre
    from drafter.tui.desk.saving import Saver
    from drafter.tui.widgets.figures import FiguresTable


class DeskBase(Screen[None]):
    """One report on the desk. ``saver`` is None for the moment in which only the outline is there."""

    def __init__(self, desk: Desk, start: Path, problem: Problem | None = None) -> None:
        """``start``: where the name of the desk's report holds; ``problem``: what to go to first."""
        super().__init__()
        self.desk = desk
        self.start = start
        self.saver: Saver | None = None
        self.chosen = ROOT
        self._first = problem
        self._wanted = False

    @property
    def outline(self) -> Outline:
        return self.query_one(Outline)

    @property
    def centre(self) -> "Centre":
        return cast("Centre", self.query_one("#centre"))

    @property
    def ready(self) -> bool:
        """False for the moment in which only the outline is there."""
        return self.saver is not None

    @property
    def here(self) -> int | None:
        """The record that is shown: that of the form, or the figure under the cursor of the table; None on a part."""
        if not self.ready:
            return None
        table = self.shown_table()
        if table is not None:
            return table.key_at(table.cursor) if table.count else None
        return self.chosen if self.chosen >= ROOT else None

    def shown_table(self) -> "FiguresTable | None":
        """The table of figures, while it is what is shown."""
        found = self.query("#figures")
        return cast("FiguresTable", found.first()) if found and found.first().display else None

    async def flush(self) -> None:
        """Everything typed so far goes into the files and is read back."""
        if self.saver is not None:
            await caught_up(self)
            await self.saver.flush()

    # What is chosen and what is shown

    def choose(self, uid: int, words: tuple[str, ...] = (), focus: bool = False) -> None:
        """Goes to a record, and to a field of it where ``words`` name one; a record that the form of another shows is gone into."""
        shown = self.desk.shown_in(uid)
        self.outline.go(shown if self.desk.part(shown) != "指标" else FIGURES)
        self.show_record(shown)
        if focus or words or shown != uid:
            self.centre.focus_field(uid, words)

    def show_record(self, uid: int) -> None:
        if not self.ready:
            return
        self.chosen = uid
        self.centre.show(self.desk, uid)
        self.follow(uid)

    def follow(self, uid: int) -> None:
        """What stands beside the form shows what belongs to the chosen record."""
        raise NotImplementedError

    def show_earlier_beside(self) -> None:
        """The old text beside the new one, where there is room for both."""
        raise NotImplementedError

    def hide_earlier_beside(self) -> None:
        """Takes it away again, unless it was asked for."""
        raise NotImplementedError

    def drop_carried(self, uid: int) -> bool:
        """Drops a record that came from an earlier report, so that it does not come back by itself. False where it came from
        none: then it can be removed like any other.
        """
        raise NotImplementedError

    def action_undo(self) -> None:
        """Takes the last change back."""
        raise NotImplementedError

    def readiness(self) -> str:
        """Whether the report can go out, in words, and what is missing; "" while that is not known."""
        raise NotImplementedError

    def refresh_outline(self) -> None:
        self.outline.show(self._rows())

    def _rows(self) -> list[OutlineRow]:
        settled = self.desk.settled
        return rows_of(self.desk.root, settled.severities if settled else None)

    def refresh_row(self, uid: int) -> None:
        """What the outline says of one record, after a field of it, or of one that it shows, was changed."""
        uid = self.desk.shown_in(uid)
        record = self.desk.find(uid)
        if record is not None and uid > 0:
            severity = self.desk.settled.severities.get(uid) if self.desk.settled else None
            label = label_of(record, lambda: self.centre.figures(self.desk))
            self.outline.update_row(uid, label=label, mark=mark_of(record, severity, self.desk.part(uid)))
        elif uid == ROOT:
            severity = self.desk.settled.severities.get(ROOT) if self.desk.settled else None
            self.outline.update_row(ROOT, label=label_of(self.desk.root, dict), mark=report_mark(self.desk.root, severity))

    def refresh_all(self) -> None:
        """Shows the state of the desk anew, after an undo or a merge."""
        self.refresh_outline()
        if self.desk.find(self.chosen) is None and self.chosen > 0:
            self.chosen = self.outline.cursor_uid or ROOT
        self.centre.refresh_record(self.desk, self.chosen)

    def may_change(self, uid: int) -> bool:
        if not self.ready:
            return False
        if self.desk.writable(uid):
            return True
        self.notify(
            say(
                "这个文件有写法错误，先按 F5 看问题，改好再编辑", "This file has faults of syntax; F5 lists them. Mend them first"
            ),
            severity="warning",
        )
        return False

    def take_typed(self) -> None:
        """What is being typed and not yet told goes to the desk."""
        raise NotImplementedError

    def tell(self, said: str) -> None:
        """A word in passing, in place of the one before it."""
        self.app.clear_notifications()
        self.notify(said, timeout=4, markup=False)

    # What was changed

    def touched(self) -> None:
        """After every change: the draft, the files, the page."""
        if self.saver is not None:
            self.saver.touched()
        self.show_state()

    def show_state(self) -> None:
        """The name of the report and the state of saving."""
        name = str(self.desk.root.get("标题") or self.desk.root.get("单位") or self.desk.name)
        said, state = self._state()
        self.query_one(StatusLine).show(name, self._length() + said, state)

    def _state(self) -> tuple[str, State]:
        desk = self.desk
        if desk.conflicts:
            count = len(desk.conflicts)
            return say(f"有 {count} 处与别人改得不同，按 F8 处理", f"{count} conflicts: F8"), "trouble"
        if desk.trouble:
            return _why(desk.trouble[0], self.saver is not None and self.saver.draft_failed), "trouble"
        ready = self.readiness()
        ready = f"{ready}  " if ready else ""
        if desk.unsaved:
            return ready + say("正在输入……停下就保存", "typing… saved at the next pause"), "typing"
        return ready + say("已保存", "saved"), "saved"

    @property
    def cap(self) -> int | None:
        """The most characters that the report should have, by the user's settings."""
        return getattr(self.app, "cap", None)

    def _length(self) -> str:
        """How long the document is, where there is a cap."""
        length = self.desk.settled.length if self.cap and self.desk.settled else None
        return "" if length is None else say(f"{length}/{self.cap}字  ", f"{length}/{self.cap} chars  ")


def _why(problem: Problem, draft_failed: bool) -> str:
    kept = say("草稿也没有存下", "no draft either") if draft_failed else say("已存草稿", "kept as a draft")
    return f"{say(problem.message.zh, problem.message.en)} {say('（', '(')}{kept}{say('）', ')')}"
