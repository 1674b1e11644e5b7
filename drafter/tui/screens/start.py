"""Where one begins: the reports of the workspace as cards; in an empty folder, three ways to begin."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from drafter.actions.cards import Card, filled, names, when
from drafter.model.problem import Problem
from drafter.model.words import Both
from drafter.tui.clean import line
from drafter.tui.keys import key
from drafter.tui.speech import say, tell
from drafter.tui.widgets.card import CardList, Face, Tone
from drafter.tui.widgets.keybar import KeyBar

if TYPE_CHECKING:
    from drafter.actions.attempt import Outcome
    from drafter.tui.screens.importing import Brought

#: The folder that the example is copied into.
EXAMPLE = "示例"
Clock = Callable[[], datetime]


def local_now() -> datetime:
    return datetime.now(UTC).astimezone()


class StartScreen(Screen[None]):
    """The reports of the workspace around ``start``, the newest period first. ``now`` is the clock."""

    DEFAULT_CSS = """
    StartScreen { background: $background; }
    StartScreen #head { height: 2; padding: 0 2; color: $primary; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        key("f2,insert", "new", Both("新建", "New"), "start.new"),
        key("f3", "bring", Both("导入", "Import"), "start.import"),
        key("f4", "example", Both("示例", "Example"), "start.example"),
        key("f6", "next", Both("由此新建", "Begin from it"), "start.next"),
        key("f7", "render", Both("生成文档", "Render"), "start.render"),
        key("shift+f7", "compare", Both("两期比较", "Compare two periods"), "start.compare", show=False),
        key("f10", "app.quit", Both("退出", "Quit"), "start.quit"),
    ]

    class OpenReport(Message):
        """A report was chosen. It is called ``name`` as seen from ``start``; ``problem`` is what to go to first, if anything, and
        ``then`` the action of the desk to begin with.
        """

        def __init__(self, name: str, start: Path, problem: Problem | None = None, then: str = "") -> None:
            super().__init__()
            self.name = name
            self.start = start
            self.problem = problem
            self.then = then

    def __init__(self, start: Path, now: Clock = local_now) -> None:
        super().__init__()
        self.start = start
        self.now = now
        self.cards: list[Card] = []
        self.loaded = False

    def compose(self) -> ComposeResult:
        yield Static(self._head(), id="head", markup=False)
        yield CardList(self._faces(), numbered=not self.cards)
        yield KeyBar()

    async def recompose(self) -> None:
        """Made anew, in another language: the chosen card stays chosen."""
        at = self.query_one(CardList).current
        await super().recompose()
        self.query_one(CardList).show(self._faces(), at, numbered=not self.cards)
        self.query_one(CardList).focus()

    def on_screen_resume(self) -> None:
        """At the start, and whenever one comes back. The screen stands before anything is looked for."""
        self.query_one(CardList).focus()
        self.call_after_refresh(self._load)

    def _load(self) -> None:
        """Names at once, the rest as it is read."""
        self.loaded = True
        known = {card.name: card for card in self.cards}
        chosen = self._chosen()
        fresh = names(self.start)
        self.cards = [known.get(card.name, card) for card in fresh]
        at = next((place for place, card in enumerate(self.cards) if chosen and card.name == chosen.name), 0)
        self.query_one("#head", Static).update(self._head())
        self.query_one(CardList).show(self._faces(), at, numbered=not self.cards)
        self.refresh_bindings()
        if self.cards:
            self.run_worker(lambda: self._fill(fresh), thread=True, exclusive=True, group="fill")

    def _fill(self, bare: list[Card]) -> None:
        """In a thread of its own: reads one report after the other, and shows each as it comes."""
        from textual.worker import get_current_worker

        worker = get_current_worker()
        for place, card in enumerate(bare):
            made = filled(card, self.start)
            if worker.is_cancelled:
                return
            self.app.call_from_thread(self._filled, place, made)

    def _filled(self, place: int, card: Card) -> None:
        if place < len(self.cards) and self.cards[place].name == card.name:
            self.cards[place] = card
            for each in self.query(CardList):
                each.change(place, self._face(card))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return bool(self.cards) if action in ("render", "next", "compare") else True

    def on_card_list_chosen(self, event: CardList.Chosen) -> None:
        if self.cards:
            self._open(self.cards[event.index].name)
        elif self.loaded:
            (self.action_new, self.action_bring, self.action_example)[event.index]()

    def action_new(self) -> None:
        from drafter.tui.screens.wizard import WizardScreen

        self.app.push_screen(WizardScreen(self.start, self.now().date()), self._open)

    def action_next(self) -> None:
        """A new report that begins from the chosen one."""
        from drafter.tui.screens.wizard import WizardScreen

        card = self._chosen()
        if card is not None:
            self.app.push_screen(WizardScreen(self.start, self.now().date(), card.name), self._open)

    def action_bring(self) -> None:
        from drafter.tui.screens.importing import ImportScreen

        def after(brought: "Brought | None") -> None:
            if brought is not None:
                then = "proposals" if brought.numbers else ""
                self.post_message(self.OpenReport(brought.name, self.start, then=then))

        self.app.push_screen(ImportScreen(self.start), after)

    def action_example(self) -> None:
        """Copies the example into a folder of its own, or takes what was copied before, and opens its newest report."""
        from drafter.actions.demo import copy_example
        from drafter.tui.beside import beside

        folder = self.start / EXAMPLE
        beside(self, lambda: names(copy_example(folder))[0].name, lambda made: self._example(folder, made), "example")

    def _example(self, folder: Path, made: "Outcome[str]") -> None:
        if made.value is None:
            from drafter.tui.wording import all_of

            self.notify(all_of(made.problems), severity="error", markup=False)
            return
        self.notify(
            say(f"示例在 {line(str(folder))}，随意改。", f"The example is in {line(str(folder))}; change it at will."),
            markup=False,
        )
        self.post_message(self.OpenReport(made.value, folder))

    def action_render(self) -> None:
        from drafter.tui.screens.rendering import RenderScreen

        card = self._chosen()
        if card is not None:

            def after(problem: Problem | None) -> None:
                if problem is not None:
                    self.post_message(self.OpenReport(card.name, self.start, problem))

            self.app.push_screen(RenderScreen(card.name, self.start), after)

    def action_compare(self) -> None:
        """The chosen report beside an earlier one."""
        from drafter.actions.opening import open_report
        from drafter.tui.screens.differences import DifferencesScreen

        card = self._chosen()
        if card is not None:
            self.app.push_screen(DifferencesScreen(lambda: open_report(card.name, self.start)))

    def explanation(self) -> tuple[str, str]:
        if not self.cards:
            return say("开始", "Begin"), say(
                "用上下键选一项，按回车；或直接按数字，或用鼠标点。", "Choose with the arrows and Enter, a digit, or the mouse."
            )
        return say("本文件夹的总结", "The reports here"), say(
            "用上下键选一份，按回车打开。颜色条是已填的比例；错误要改好才能生成文档，提醒可以不改。",
            "Choose with the arrows, open with Enter. The bar shows how much is filled; errors stop a document, warnings do not.",
        )

    def _open(self, name: str | None) -> None:
        if name is not None:
            self.post_message(self.OpenReport(name, self.start))

    def _chosen(self) -> Card | None:
        lists = list(self.query(CardList))
        return self.cards[lists[0].current] if lists and self.cards else None

    def _head(self) -> str:
        if self.cards or not self.loaded:
            return say("工作总结", "Work summaries") + f"   {line(str(self.start))}"
        return say(
            "欢迎。这个文件夹里还没有总结，先选一项：", "Welcome. There is no report in this folder yet; choose a way to begin:"
        )

    def _faces(self) -> list[Face]:
        if not self.loaded:
            return []
        return [self._face(card) for card in self.cards] or _beginnings()

    def _face(self, card: Card) -> Face:
        heading = card.period.words if card.period else card.name
        if "/" in card.name:
            heading = f"{card.name.rpartition('/')[0]}  {heading}"
        aside = tell(when(card.edited, self.now())) if card.edited else ""
        if card.trouble is not None:
            return Face(
                heading,
                aside,
                say("读不出来：", "Cannot be read: ") + tell(card.trouble),
                ((say("打不开", "unreadable"), "bad"),),
            )
        if card.progress is None:
            return Face(heading, aside, say("正在读......", "Reading ..."))
        text = card.title or say("（还没有标题）", "(no title yet)")
        if card.unit and card.unit not in text:
            text = f"{card.unit}  {text}"
        share = card.progress.filled / card.progress.facts if card.progress.facts else 0.0
        return Face(heading, aside, text, _marks(card), share)


def _marks(card: Card) -> tuple[tuple[str, Tone], ...]:
    progress = card.progress
    assert progress is not None
    marks: list[tuple[str, Tone]] = []

    def mark(count: int, zh: str, en: str, tone: Tone) -> None:
        if count:
            marks.append((say(f"{zh} {count}", f"{count} {en}"), tone))

    if not progress.facts:
        marks.append((say("还没有条目", "no facts yet"), "muted"))
    else:
        tone: Tone = "good" if progress.filled == progress.facts else "plain"
        marks.append((say(f"已填 {progress.filled}/{progress.facts}", f"{progress.filled}/{progress.facts} filled"), tone))
        marks.append((say("可以定稿", "ready"), "good") if progress.ready else (say("还不能定稿", "not ready"), "muted"))
    mark(progress.stale, "待更新", "to update", "warn")
    mark(progress.unanswered, "未答复", "to answer", "warn")
    mark(progress.provisional, "预计数", "expected", "warn")
    mark(progress.empty, "空数", "empty", "warn")
    mark(progress.problems.get("error", 0), "错误", "errors", "bad")
    mark(progress.problems.get("warning", 0), "提醒", "warnings", "warn")
    return tuple(marks)


def _beginnings() -> list[Face]:
    return [
        Face(
            say("新建一份总结", "Begin a new report"),
            text=say(
                "填单位和期间，选一种版式，就可以一条一条地写。",
                "Name the body and the period, choose a layout, and write it fact by fact.",
            ),
        ),
        Face(
            say("导入去年的总结", "Import last year's report"),
            text=say(
                "Word、WPS 另存的 docx、网页、文本都行，原文件不动。",
                "Word, docx saved from WPS, web pages, text; the file is left alone.",
            ),
        ),
        Face(
            say("看看示例", "Look at the example"),
            text=say(
                "一个虚构单位的三期总结，复制到“示例”文件夹里，随意改。",
                "Three reports of an invented body, copied into a folder to play with.",
            ),
        ),
    ]
