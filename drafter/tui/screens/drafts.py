"""Drafts of what the answers to the last period call for: achievements, issues, plans; each is taken or left."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from drafter.actions.attempt import Outcome
from drafter.actions.editing.desk import Desk
from drafter.model.words import Both
from drafter.tui.beside import beside
from drafter.tui.keys import key
from drafter.tui.screens.listing import DeskListing
from drafter.tui.speech import say, tell
from drafter.tui.widgets.findings import word_label
from drafter.tui.widgets.linelist import Piece
from drafter.tui.widgets.register import Entry, Head, More, TickList
from drafter.tui.wording import all_of

if TYPE_CHECKING:
    from drafter.actions.editing.answers import Draft

_HEADS = (Head(Both("放进", "Part"), 12), Head(Both("草稿", "Draft")), Head(Both("为什么", "Why"), 40, wide=True))
_TEXTS = ("标题", "正文")


class DraftsScreen(DeskListing):
    """Offers what is not in the report yet. What is taken is marked as still to be looked at."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("f9", "accept", Both("写进报告", "Put into the report"), "drafts.accept"),
        key("ctrl+a", "all", Both("全选", "All or none"), "drafts.all"),
    ]

    def __init__(self, desk: Desk, touched: Callable[[], None]) -> None:
        super().__init__(desk, touched)
        self.found: list[Draft] = []
        self.left: set[tuple[str, int]] = set()
        self._looked = False

    def register(self) -> TickList:
        return TickList(_HEADS, self._entry, self._nothing)

    def on_mount(self) -> None:
        self.listed.focus()
        self.changed()

    def changed(self) -> None:
        """Looks for what follows from the answers, beside the screen: earlier reports may have to be read."""
        from drafter.actions.editing.answers import drafts

        self._head()
        beside(self, lambda: drafts(self.desk), self._take, "drafts")

    def _take(self, made: "Outcome[list[Draft]]") -> None:
        self.found, self._looked = made.value or [], True
        if made.problems:
            self.state(all_of(made.problems))
        self.listed.show_entries(len(self.found))
        self._head()

    def _head(self) -> None:
        if not self._looked:
            self.head(say("正在看答复......", "Reading the answers ..."))
            return
        count = len(self.found)
        ticked = sum(_name(each) not in self.left for each in self.found)
        self.head(
            say(f"由答复生成的草稿：{count} 条，选中 {ticked} 条", f"Drafts of what was answered: {count}, {ticked} ticked")
        )

    def _nothing(self) -> str:
        if not self._looked:
            return ""
        return say(
            "没有要补写的：先在台账里答复；答复过的，报告里都已经写到了。",
            "Nothing to add: answer in the ledger first; what was answered is in the report already.",
        )

    def _entry(self, index: int) -> Entry:
        each = self.found[index]
        texts = [str(each.values.get(word) or "") for word in _TEXTS]
        others = [f"{word_label(word)} {value}" for word, value in each.values.items() if word not in (*_TEXTS, "待更新")]
        more = [More(word_label(word), text) for word, text in zip(_TEXTS, texts, strict=True) if text]
        more += [More(say("其他", "Further"), "  ".join(others)), More(say("为什么", "Why"), tell(each.why))]
        cells = (Piece(word_label(each.part)), Piece("  ".join(filter(None, texts))), Piece(tell(each.why), "linelist--muted"))
        return Entry(cells, tuple(more), _name(each) not in self.left)

    def on_tick_list_ticked(self, event: TickList.Ticked) -> None:
        self.left ^= {_name(self.found[event.index])}
        self._ticked()

    def action_all(self) -> None:
        self.left = set() if self.left else set(map(_name, self.found))
        self._ticked()

    def _ticked(self) -> None:
        self.listed.refresh()
        self._head()

    def action_accept(self) -> None:
        from drafter.actions.editing.answers import take_all

        chosen = [each for each in self.found if _name(each) not in self.left]
        if not chosen:
            self.notify(say("还没有选。空格选一条。", "Nothing is ticked; the space bar ticks one."), markup=False)
            return
        take_all(self.desk, chosen)
        self.touched()
        self.changed()
        self.state(
            say(
                f"写进报告 {len(chosen)} 条，都标了“待更新”，请回去逐条改。Ctrl+Z 可以撤销。",
                f"{len(chosen)} are in the report, each marked to be looked at. Ctrl+Z takes them back.",
            )
        )

    def explanation(self) -> tuple[str, str]:
        return say("由答复生成的草稿", "Drafts of what was answered"), say(
            "完成的打算写成成绩，没有完成的写成问题和下一步的打算。只是草稿：写进报告后标为待更新，要一条条改过。空格选或不选。",
            "Plans that were kept become achievements; others become issues and plans. These are drafts, marked to be looked at. Space ticks.",
        )


def _name(each: "Draft") -> tuple[str, int]:
    return each.part, each.entry
