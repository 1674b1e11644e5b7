"""Which fact continues which of an earlier report: proposed by likeness, decided by a person."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.containers import HorizontalGroup
from textual.widget import Widget
from textual.widgets import Static

from drafter.actions.attempt import Outcome
from drafter.actions.editing.desk import Desk
from drafter.model.words import Both
from drafter.tui.beside import beside
from drafter.tui.keys import key
from drafter.tui.screens.listing import DeskListing
from drafter.tui.speech import say, tell
from drafter.tui.widgets.linelist import Piece
from drafter.tui.widgets.pick import Pick
from drafter.tui.widgets.register import Entry, Head, More, TickList
from drafter.tui.wording import all_of

if TYPE_CHECKING:
    from drafter.actions.matching import Match
    from drafter.actions.neighbours import Neighbour
    from drafter.actions.opening import Opened
    from drafter.tui.widgets.choice import ChoiceEditor

_HEADS = (
    Head(Both("这一期", "This report")),
    Head(Both("上一期", "The earlier one")),
    Head(Both("关系", "Relation"), 9),
    Head(Both("把握", "Certainty"), 11),
)
_KINDS = {
    "plan": Both("打算兑现", "plan kept"),
    "fact": Both("接着写", "goes on"),
    "figure": Both("同一个数", "figure"),
}
_HOW = {
    "编号": Both("编号相同", "the same id"),
    "标题": Both("标题相同", "the same heading"),
    "名称": Both("名称相同", "the same name"),
    "相近": Both("文字相近", "similar words"),
}


class MatchingScreen(DeskListing):
    """Proposes what goes with one earlier report at a time. What is taken is linked (来自) in one step that can be undone."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("f9", "accept", Both("采用选中的", "Take those ticked"), "matching.accept"),
        key("ctrl+a", "all", Both("全选", "All or none"), "matching.all"),
        key("f6", "reports", Both("换一份上期", "Another report"), "matching.reports"),
    ]
    DEFAULT_CSS = """
    MatchingScreen #reports { height: auto; padding: 0 1; }
    MatchingScreen #reports Static { width: 8; color: $text-muted; }
    MatchingScreen Pick { width: 1fr; }
    """

    def __init__(self, desk: Desk, opened: "Opened", touched: Callable[[], None]) -> None:
        super().__init__(desk, touched)
        self.opened = opened
        self.reports: dict[str, Neighbour] = {}
        self.chosen = ""
        self.found: list[Match] = []
        self.left: set[tuple[str, str]] = set()
        self._looked = False

    def register(self) -> TickList:
        return TickList(_HEADS, self._entry, self._nothing)

    def above(self) -> Iterable[Widget]:
        words = {name: each.words for name, each in self.reports.items()}
        pick = Pick(list(self.reports), self.chosen, words)
        yield HorizontalGroup(Static(say("上一期", "Earlier"), markup=False), pick, id="reports")

    def on_mount(self) -> None:
        from drafter.actions.neighbours import neighbours

        self.listed.focus()
        self._head()
        opened = self.opened
        beside(self, lambda: neighbours(opened), self._offer, "reports")

    # With which report

    def _offer(self, made: "Outcome[list[Neighbour]]") -> None:
        self.reports = {each.name: each for each in made.value or ()}
        self.state(all_of(made.problems))
        pick = self.query_one(Pick)
        pick.labels = {"": "", **{name: each.words for name, each in self.reports.items()}}
        self.chosen = next(iter(self.reports), "")
        pick.offer(list(self.reports), self.chosen)
        if self.chosen:
            self._look()
        else:
            self._looked = True
            self._show()

    def on_choice_editor_changed(self, event: "ChoiceEditor.Changed") -> None:
        self.chosen = str(event.value)
        self._looked = False
        self.found, self.left = [], set()
        self._show()
        self._look()

    def action_reports(self) -> None:
        self.query_one(Pick).focus()

    # What is found

    def renew(self, opened: "Opened") -> None:
        """The report was read back: what is linked by now is not proposed again."""
        self.opened = opened
        if self.chosen:
            self._look()

    def changed(self) -> None:
        """What the desk says now is compared once it has been read back."""
        self.listed.refresh()

    def _look(self) -> None:
        opened, neighbour = self.opened, self.reports[self.chosen]

        def work() -> "list[Match]":
            from drafter.actions.matching import matches
            from drafter.actions.neighbours import taken

            return matches(opened, taken(neighbour))

        beside(self, work, self._take, "match")

    def _take(self, made: "Outcome[list[Match]]") -> None:
        from drafter.actions.matching import SURE

        known = set(map(_pair, self.found))
        found = made.value or []
        self.left = {
            _pair(each) for each in found if (_pair(each) in self.left if _pair(each) in known else each.confidence < SURE)
        }
        self.found = found
        self._looked = True
        self.state(all_of(made.problems))
        self._show()

    def _show(self, at: int | None = None) -> None:
        self.listed.show_entries(len(self.found), at)
        self._head()

    def _head(self) -> None:
        count = len(self.found)
        if not self._looked:
            self.head(say("正在和上一期对照......", "Comparing with the earlier report ..."))
            return
        self.head(
            say(
                f"与上期对应：找到 {count} 对，选中 {count - len(self.left)} 对",
                f"Matches with the earlier report: {count}, {count - len(self.left)} ticked",
            )
        )

    def _nothing(self) -> str:
        if not self._looked:
            return ""
        if not self.reports:
            return say("旁边没有更早的报告。先导入或新建一份。", "There is no earlier report beside this one. Import one first.")
        return say("没有找到新的对应；已经对应好的不再列出。", "No further matches; what is matched already is not listed.")

    def _entry(self, index: int) -> Entry:
        from drafter.actions.matching import SURE

        each = self.found[index]
        certain = each.confidence >= SURE
        sure = (say("很像", "likely") if certain else say("可能", "maybe")) + f" {each.confidence:.0%}"
        cells = (
            Piece(each.new),
            Piece(each.old),
            Piece(tell(_KINDS[each.kind]), "linelist--muted"),
            Piece(sure, "register--good" if certain else "register--warn"),
        )
        more = (
            More(say("这一期", "This one"), each.new),
            More(say("上一期", "Earlier"), each.old),
            More(say("凭什么", "By"), f"{tell(_HOW[each.how])}  {each.address}"),
        )
        return Entry(cells, more, _pair(each) not in self.left)

    # Taking them

    def on_tick_list_ticked(self, event: TickList.Ticked) -> None:
        self.left ^= {_pair(self.found[event.index])}
        self._ticked()

    def action_all(self) -> None:
        self.left = set() if self.left else set(map(_pair, self.found))
        self._ticked()

    def _ticked(self) -> None:
        self.listed.refresh()
        self._head()

    def action_accept(self) -> None:
        from drafter.actions.editing.linking import link

        chosen = [(uid, each.address) for each in self.found if _pair(each) not in self.left and (uid := self.uid_of(each.key))]
        if not chosen:
            self.notify(say("还没有选。空格选一对。", "Nothing is ticked; the space bar ticks one."), markup=False)
            return
        with self.desk.together():
            for uid, address in chosen:
                link(self.desk, uid, address)
        self.found = [each for each in self.found if _pair(each) in self.left]
        self._show()
        self.touched()
        self.state(
            say(
                f"记下了 {len(chosen)} 条来自哪里。Ctrl+Z 可以撤销。",
                f"{len(chosen)} now say where they came from. Ctrl+Z takes it back.",
            )
        )

    def uid_of(self, key: str) -> int | None:
        part, _, name = key.partition("/")
        if part == "指标" and name:
            figures = self.desk.root.get(part) or ()
            return next((record.uid for record in figures if record.get("编号") == name), None)
        return super().uid_of(key)

    def explanation(self) -> tuple[str, str]:
        return say("与上期对应", "Matching with the earlier report"), say(
            "每一行是两期里像是同一件事的两条。选上的记下“来自”，以后台账、比较和待更新都靠它。空格选或不选，拿不准的不要选。",
            "Each row is a pair that looks like one matter. Those ticked get their origin, which the ledger and the comparison go by. Space ticks; leave what you doubt.",
        )


def _pair(each: "Match") -> tuple[str, str]:
    return each.key, each.address
