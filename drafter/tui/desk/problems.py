"""What is wrong with the report: listed, gone to, accepted with a reason, mended. Each change is one step of undo."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from drafter.actions.editing.desk import ROOT
from drafter.model.problem import Problem
from drafter.tui.beside import beside
from drafter.tui.clean import line
from drafter.tui.desk.base import DeskBase
from drafter.tui.speech import say, tell
from drafter.tui.wording import message

if TYPE_CHECKING:
    from drafter.actions.attempt import Outcome
    from drafter.actions.checking.mending import Change
    from drafter.tui.screens.problems import ProblemsScreen
    from drafter.tui.widgets.findings import Finding

MOST_SHOWN = 6  # places that a question about all that can be mended quotes


class Problems(DeskBase):
    """A part of the desk screen. The list lies over it and asks it to act."""

    _listed: "ProblemsScreen | None" = None

    def action_problems(self) -> None:
        from drafter.tui.screens.problems import ProblemsScreen, Ways

        if self.desk.settled is not None:
            ways = Ways(self._accept, self._mend, self._mend_all, self._undo, self._quote)
            self._listed = ProblemsScreen(self._findings(), ways)
            self.app.push_screen(self._listed, self.go_to)

    def renew_problems(self) -> None:
        """The list follows what the report says now."""
        if self._listed is not None and self._listed.is_attached:
            self._listed.show(self._findings())

    def go_to(self, problem: Problem | None) -> None:
        """Goes to the field that a problem is about."""
        settled = self.desk.settled
        if problem is None or settled is None:
            return
        spot = settled.locate(problem)
        if spot is None:
            self.notify(f"{problem.place}", markup=False, timeout=6)
        else:
            self.choose(spot[0], spot[1], focus=True)
            if problem.other.file:
                self.show_earlier_beside()

    def _findings(self) -> "list[Finding]":
        """The problems, each with its place in the words of the form."""
        from drafter.tui.widgets.findings import Finding

        settled = self.desk.settled
        if settled is None:
            return []
        spots = ((problem, settled.locate(problem) or (ROOT, ())) for problem in settled.problems)
        return [Finding(problem, self._heading(uid), words[-1] if words else "") for problem, (uid, words) in spots]

    def _heading(self, uid: int) -> str:
        """What a record is called, or else its number in its list; "" for the report itself."""
        from drafter.actions.editing.outline import label_of

        record, place = self.desk.find(uid), self.desk.holder(uid)
        return label_of(record, dict) or str(place[2] + 1) if record is not None and place is not None else ""

    def _quote(self, problem: Problem) -> str:
        settled = self.desk.settled
        spot = settled.locate(problem) if settled is not None else None
        return str(settled.said(*spot) or "") if settled is not None and spot is not None and spot[1] else ""

    # Let stand

    def _accept(self, problem: Problem) -> None:
        from drafter.actions.checking.telling import may_stand
        from drafter.tui.screens.asking import AskLine

        if not may_stand(problem):
            why = say("这一处不能认可，要改好或者处理。", "This cannot be accepted; it has to be dealt with.")
            self.tell(line(f"{why}{say('', ' ')}{tell(problem.fix)}"))
            return
        question = say("看过了，可以保留？写明理由：", "It may stand? Say why:")
        example = say("如 见省厅2024年第3号通报", "as: see circular 3 of 2024")
        asked = AskLine(f"{message(problem)}\n{question}", say("认可", "Accept"), example)
        self.app.push_screen(asked, partial(self._accepted, problem))

    def _accepted(self, problem: Problem, reason: str | None) -> None:
        from drafter.actions.accepting import put

        settled = self.desk.settled
        spot = settled.locate(problem) if settled is not None else None
        if reason and spot is not None and self.may_change(spot[0]):
            self._change(lambda: put(self.desk, [problem], reason), say("已认可", "accepted"))

    # Mend

    def _mend(self, problem: Problem) -> None:
        from drafter.actions.checking.mending import changes

        settled = self.desk.settled
        if settled is None:
            return
        if not problem.edits:
            self.tell(say("这一处没有能直接改的，按回车去那一栏自己改。", "It takes thought: Enter leads to its field."))
            return
        self._make(changes(settled.report, [problem]))

    def _mend_all(self) -> None:
        """Looks for all that can be mended, in a thread, and asks before it is done."""
        from drafter.actions.checking.mending import changes

        settled = self.desk.settled
        if settled is not None:
            beside(self, lambda: changes(settled.report, settled.problems), self._ask, "mend")

    def _ask(self, made: "Outcome[list[Change]]") -> None:
        from drafter.tui.screens.asking import Ask, Choice

        wanted = made.value or []
        if self._listed is None or not self._listed.is_attached:
            return
        if not wanted:
            self.tell(say("没有能直接改的。", "Nothing can be mended without thought."))
            return
        places = sum(len(change.edits) for change in wanted)
        turns = [turn for change in wanted[:MOST_SHOWN] for turn in change.turns[:MOST_SHOWN]][:MOST_SHOWN]
        shown = [line(f"{before} → {after}") for before, after in turns]
        if places > len(shown):
            shown.append("......")
        head = say(f"要改 {len(wanted)} 栏，{places} 处：", f"{places} places in {len(wanted)} fields will change:")
        choices = [Choice("mend", say("改正", "Mend")), Choice("leave", say("不改", "Leave"))]
        self.app.push_screen(
            Ask("\n".join([head, *shown]), choices), lambda answer: self._make(wanted) if answer == "mend" else None
        )

    def _make(self, wanted: "Sequence[Change]") -> None:
        from drafter.actions.checking.mending import put

        self._change(lambda: put(self.desk, wanted), say(f"改了 {len(wanted)} 栏", f"{len(wanted)} fields changed"))

    def _change(self, change: Callable[[], object], said: str) -> None:
        """Makes a change, unless the report says something else by now, and has it read back at once."""
        before = self.desk.revision
        change()
        if self.desk.revision == before:
            self.tell(say("这里刚刚变过，请看新的清单。", "It has changed just now; look at the list again."))
            return
        self.refresh_all()
        self.touched()
        self._read_anew(say(f"{said}，Ctrl+Z 可以撤销", f"{said} (Ctrl+Z)"))

    def _undo(self) -> None:
        before = self.desk.revision
        self.action_undo()
        if self.desk.revision != before:
            self._read_anew(say("已撤销", "undone"))

    def _read_anew(self, said: str) -> None:
        """Says so over the list, and has the report read back at once."""
        if self.saver is not None:
            self.saver.settle()
        if self._listed is not None and self._listed.is_attached:
            self._listed.tell(said)
