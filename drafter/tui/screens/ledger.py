"""The ledger: what was promised last time, answered line by line, and what came of it in this report."""

from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.binding import BindingType
from textual.events import Key
from textual.widget import Widget

from drafter.actions.attempt import Outcome
from drafter.actions.editing.desk import Desk
from drafter.actions.editing.outline import label_of
from drafter.model.words import Both
from drafter.tui.beside import beside
from drafter.tui.keys import key
from drafter.tui.screens.listing import DeskListing
from drafter.tui.speech import say, tell
from drafter.tui.widgets.answering import Answering
from drafter.tui.widgets.linelist import LineList
from drafter.tui.widgets.promises import DONE, HEADS, choices, entry, heading, label, said, word
from drafter.tui.widgets.register import Entry, Register
from drafter.tui.wording import all_of

if TYPE_CHECKING:
    from drafter.actions.ledger import Concern, Format, Ledger, Row
    from drafter.actions.opening import Opened

_LISTS = ("上期打算", "上期问题")


class LedgerScreen(DeskListing):
    """Answers the plans and the issues of the last period on ``desk``; dismisses with the uid of a fact that was asked for."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("f9", "drafts", Both("生成草稿", "Drafts"), "ledger.drafts"),
        key("f8", "next", Both("下一条未答", "Next unanswered"), "ledger.next"),
        key("f7", "export", Both("导出", "Export"), "ledger.export"),
        key("f4", "follow", Both("去看结果", "Go to its result"), "ledger.follow"),
        key("insert,ctrl+n", "enlist", Both("列入", "List it"), "ledger.enlist"),
        key("delete", "take_back", Both("收回答复", "Take the answer back"), "ledger.take_back", show=False),
    ]

    def __init__(self, desk: Desk, opened: "Opened", touched: Callable[[], None]) -> None:
        super().__init__(desk, touched)
        self.opened = opened
        self.ledger: Ledger | None = None
        self.items: list[Row | Concern | str] = []  # a text is a heading
        self.uids: dict[str, int] = {}

    def register(self) -> Register:
        return Register(HEADS, self._entry, self._nothing)

    def beneath(self) -> Iterable[Widget]:
        yield Answering()

    @property
    def answering(self) -> Answering:
        return self.query_one(Answering)

    def on_mount(self) -> None:
        self.listed.focus()
        self._head()
        self._look()

    # What is owed

    def renew(self, opened: "Opened") -> None:
        """The report was read back: rates and results are as of now. Where more was typed since, it will be read once more."""
        settled = self.desk.settled
        if settled is not None and settled.revision == self.desk.revision:
            self.opened = opened
            self._look()

    def _look(self) -> None:
        from drafter.actions.ledger import ledger

        opened, root = self.opened, self.desk.root
        uids = {f"{name}/{place}": record.uid for name in _LISTS for place, record in enumerate(root.get(name) or (), 1)}
        beside(self, lambda: ledger(opened), lambda made: self._take(made, uids), "ledger")

    def _take(self, made: "Outcome[Ledger]", uids: dict[str, int]) -> None:
        found, first = made.value, self.ledger is None
        if found is None:
            self.state(all_of(made.problems))
            return
        self.ledger, self.uids = found, uids
        self.items = []
        if found.rows:
            self.items += [_LISTS[0], *found.rows]
        if found.concerns:
            self.items += [_LISTS[1], *found.concerns]
        self._show(self._next(0) if first else None)

    def changed(self) -> None:
        """Shows what the desk says now; rates follow when the report is read back."""
        self._show()

    def _show(self, at: int | None = None) -> None:
        self.listed.show_entries(len(self.items), at)
        self._head()
        self._ask()

    def _head(self) -> None:
        if self.ledger is None:
            self.head(say("正在读上一期......", "Reading the last report ..."))
            return
        due = [each for each in self.items if not isinstance(each, str)]
        waiting = sum(not self._answered(each) for each in due)
        left = say(f"还有 {waiting} 条没有答复", f"{waiting} unanswered") if waiting else say("都答复了", "all answered")
        title = tell(self.ledger.title)
        self.head(say(f"{title}：{len(due)} 条，{left}", f"{title}: {len(due)}, {left}") if due else title)

    def _nothing(self) -> str:
        if self.ledger is None:
            return ""
        return say(
            "没有要答复的：上一期的报告不在这里，或者没有打算和问题。",
            "There is nothing to answer: no last report is here, or it has no plans and no issues.",
        )

    # The rows

    def _record(self, item: "Row | Concern") -> dict[str, Any]:
        """The entry as it is on the desk now; empty for what the report does not list."""
        uid = self._listed(item)
        return (self.desk.find(uid) if uid is not None else None) or {}

    def _listed(self, item: "Row | Concern") -> int | None:
        """The entry of the report in which it is answered; None for what the report does not list."""
        uid = self.uids.get(item.path)
        return uid if uid is not None and self.desk.find(uid) is not None else None

    def _answer(self, item: "Row | Concern") -> str:
        """What is typed now; else what another report says."""
        typed = str(self._record(item).get(word(item)) or "")
        return typed or (said(item) if item.answered_in else "")

    def _answered(self, item: "Row | Concern") -> bool:
        return bool(self._answer(item)) or item.dropped

    def _entry(self, index: int) -> Entry:
        item = self.items[index]
        if isinstance(item, str):
            earlier = say("、", ", ").join(self.ledger.earlier) if self.ledger is not None else ""
            return heading(earlier + (say("的打算", ": plans") if item == _LISTS[0] else say("的问题", ": issues")))
        return entry(item, self._answer(item), [self._named(key) for key in (*item.fulfilled_by, *item.followed_by)])

    def _named(self, key: str) -> str:
        """A fact of this report: its part, and what it is called."""
        uid = self.uid_of(key)
        record = self.desk.find(uid) if uid is not None else None
        return key if uid is None or record is None else f"{self.desk.part(uid)}  {label_of(record, dict)}"

    # Answering

    @property
    def current(self) -> "Row | Concern | None":
        """The plan or the issue under the cursor."""
        item = self.items[self.listed.cursor] if self.listed.cursor < len(self.items) else None
        return None if isinstance(item, str) else item

    def on_line_list_highlighted(self, _event: LineList.Highlighted) -> None:
        self._ask()

    def on_line_list_selected(self, _event: LineList.Selected) -> None:
        """Enter: to the answer."""
        self.answering.focus_choice()

    def _ask(self) -> None:
        """The strip below shows the answer to the row under the cursor."""
        self.refresh_bindings()
        item = self.current
        uid = self._listed(item) if item is not None else None
        if item is None or uid is None:
            self.answering.close()
            return
        record, measured = self._record(item), word(item) == "兑现" and not getattr(item, "figure", "")
        self.answering.ask(
            uid,
            word(item),
            {each: f"{number} {label(each)}" for number, each in enumerate(choices(item), 1)},
            self._answer(item),
            str(record.get("说明") or ""),
            str(record.get("实际") or "") if measured else None,
        )

    def on_key(self, event: Key) -> None:
        """A digit answers the row under the cursor."""
        item = self.current
        if item is None or not self.listed.has_focus or not event.key.isdecimal():
            return
        if 0 < int(event.key) <= len(choices(item)):
            event.stop()
            self._give(item, choices(item)[int(event.key) - 1])

    def on_answering_answered(self, event: Answering.Answered) -> None:
        item = self.current
        if event.word == "说明" or event.word == "实际":
            self.desk.set(event.uid, event.word, event.value)
            self.touched()
        elif item is not None:
            self._give(item, event.value)

    def on_answering_done(self) -> None:
        """Enter behind the reason: on to the next one."""
        self.listed.focus()
        self.action_next()

    def _give(self, item: "Row | Concern", answer: str) -> None:
        from drafter.actions.editing import answers

        uid = self._listed(item)
        if uid is None:
            self.notify(say("这一条还没有列入，先按 Ins 列入。", "This one is not listed; Ins lists it."), markup=False)
            return
        problem = (answers.answer if word(item) == "兑现" else answers.stand)(self.desk, uid, answer)
        if problem is not None:
            self.notify(all_of([problem]), severity="warning", markup=False)
            return
        self.touched()
        self.changed()
        if answer and answer not in DONE and not self._record(item).get("说明"):
            self.answering.focus_note()
        elif answer and self.listed.has_focus:
            self.action_next()

    def action_enlist(self) -> None:
        """What the last report promised and this one does not list is listed, so that it can be answered."""
        from drafter.actions.editing.answers import enlist

        item = self.current
        if item is not None:
            path, uid = enlist(self.desk, item)
            self.uids[path] = uid
            self.items[self.listed.cursor] = item._replace(path=path, dropped=False)
            self.touched()
            self.changed()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is not listed yet can be listed."""
        item = self.current if action == "enlist" else None
        return action != "enlist" or (item is not None and not item.answered_in and self._listed(item) is None)

    def action_take_back(self) -> None:
        item = self.current
        if item is not None and self.listed.has_focus:
            self._give(item, "")

    def action_next(self) -> None:
        """To the next one without an answer; the cursor stays where there is none."""
        self.listed.cursor = self._next(self.listed.cursor)

    def _next(self, start: int) -> int:
        for place in chain(range(start, len(self.items)), range(start)):
            item = self.items[place]
            if not isinstance(item, str) and not self._answered(item):
                return place
        return start

    # Beyond the table

    def action_follow(self) -> None:
        """To the first fact of this report that says what came of it."""
        item = self.current
        uids = [self.uid_of(key) for key in (*item.fulfilled_by, *item.followed_by)] if item is not None else []
        if uids and uids[0] is not None:
            self.dismiss(uids[0])
        else:
            self.notify(say("这一期里还没有写到。", "There is nothing about it in this report yet."), markup=False)

    def action_drafts(self) -> None:
        from drafter.tui.screens.drafts import DraftsScreen

        self.app.push_screen(DraftsScreen(self.desk, self.touched), lambda _: self.changed())

    def action_export(self) -> None:
        from drafter.actions.ledger import document
        from drafter.tui.screens.exporting import ExportScreen, saved_at

        found = self.ledger
        if found is None:
            return

        def after(path: Path | None) -> None:
            if path is not None:
                self.state(saved_at(path))

        words = Both("导出承诺台账", "Export the ledger")
        made = ExportScreen(
            words, self.opened, found.title.zh, ("docx", "xlsx", "txt"), lambda form: document(found, cast("Format", form))
        )
        self.app.push_screen(made, after)

    def explanation(self) -> tuple[str, str]:
        return say("承诺台账", "The ledger"), say(
            "上一期答应过的事，一条一条答复：按数字键选一种结果，没有完成的写明原因。完成率由指标算出。F9 把答复变成成绩、问题、打算的草稿。",
            "What was promised last time, answered one by one: a digit chooses the outcome, and a reason follows where it fell short. Shares come from the figures. F9 makes drafts of what was answered.",
        )
