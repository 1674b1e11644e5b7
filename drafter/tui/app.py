"""The terminal app: which screen is open, how one leaves, and what holds everywhere: language, theme, keys, help."""

import asyncio
import gc
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen

from drafter.model.problem import Problem, Refused
from drafter.model.words import Both, Language
from drafter.tui import signals
from drafter.tui.clean import line
from drafter.tui.keys import key
from drafter.tui.speech import say, speak, tell

if TYPE_CHECKING:
    from drafter.actions.editing.desk import Desk
    from drafter.tui.desk.screen import DeskScreen
    from drafter.tui.screens.start import StartScreen

THEMES = {"浅色": "textual-light", "深色": "textual-dark"}
FAILED = 3
LAST_KEYS = 0.3  # seconds
STARTED = 0.3  # seconds


def run(start: Path, report: str | None, language: Language, asked: bool) -> int:
    """Runs the app in ``start`` and returns its exit code.

    ``report``: open that one at once. ``asked``: the language was asked for, so a setting does not change it.
    """
    app = DrafterApp(start, report, language, asked)
    code = app.run()
    if app.failure is not None:
        sys.stderr.write(f"{_apology(app.failure)}\n")
        return FAILED
    return code if code is not None else app.return_code or 0


class DrafterApp(App[int]):
    """One app on one workspace."""

    TITLE = "drafter"
    ENABLE_COMMAND_PALETTE = False  # ours is opened by its own key, and imported only then
    CSS = """
    Screen { scrollbar-size-vertical: 1; }
    ToastRack { dock: top; align: right top; margin: 1 0 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        key("f1", "help", Both("帮助", "Help"), "app.help"),
        key("f12,ctrl+p", "palette", Both("全部操作", "All actions"), "app.palette"),
        key("ctrl+q", "quit", Both("退出", "Quit"), "app.quit", priority=True),
        key("ctrl+g", "jump", Both("跳转", "Jump"), "app.jump", show=False),
        key("shift+f1", "keys", Both("全部按键", "All keys"), "app.keys", show=False),
    ]

    def __init__(self, start: Path, report: str | None = None, language: Language = "zh", asked: bool = True) -> None:
        super().__init__()
        self.start = start
        self.report = report
        self.failure: Exception | None = None
        self._asking = False
        self._left: dict[tuple[str, Path], Desk] = {}
        self.cap: int | None = None
        speak(language)
        self._complaints = self._set_up(asked)

    def _set_up(self, asked: bool) -> list[Problem]:
        """The user's settings; what is wrong with them is said once and does no harm."""
        from drafter.actions.settings import load

        settings, problems = load(themes=self.available_themes)
        if settings.language and not asked:
            speak(settings.language)
        self.theme = THEMES.get(settings.theme, settings.theme or "textual-dark")
        self.set_keymap(settings.keys)
        self.cap = settings.cap
        return problems

    def on_mount(self) -> None:
        if not self.is_headless:
            signals.on_leaving(self._leave_soon)
        self.set_timer(STARTED, _collect_garbage)

    def on_ready(self) -> None:
        self._complain(self._complaints)

    def _complain(self, problems: list[Problem]) -> None:
        for problem in problems:
            grave = "error" if problem.severity == "error" else "warning"
            said = f"{tell(problem.message)} {tell(problem.fix)}"
            self.notify(line(said), severity=grave, timeout=10, markup=False)  # type: ignore[arg-type]

    # Screens

    def get_default_screen(self) -> Screen[Any]:
        """The first screen is what one came for: no empty one is painted before it."""
        desk, problems = self._desk(self.report, self.start) if self.report is not None else (None, [])
        self._complaints += problems
        return desk or self._start_screen()

    def _start_screen(self) -> "StartScreen":
        from drafter.tui.screens.start import StartScreen

        return StartScreen(self.start)

    def _desk(self, name: str, start: Path, problem: Problem | None = None) -> "tuple[DeskScreen | None, list[Problem]]":
        """The desk on a report, or why it cannot be read."""
        from drafter.actions.editing.desk import Desk
        from drafter.tui.desk.screen import DeskScreen

        try:
            desk = self._left.pop((name, start), None) or Desk.glance(name, start) or Desk.open(name, start)
            return DeskScreen(desk, start, problem), []
        except Refused as refusal:
            return None, refusal.problems

    def open_report(self, name: str, start: Path, problem: Problem | None = None, then: str = "") -> None:
        """Opens the desk on a report; says why where it cannot be read. ``problem``: what to go to first; ``then``: the action
        of the desk to begin with.
        """
        desk, problems = self._desk(name, start, problem)
        if desk is not None:
            desk.then = then
            self.push_screen(desk)
        self._complain(problems)

    def on_start_screen_open_report(self, event: "StartScreen.OpenReport") -> None:
        self.open_report(event.name, event.start, event.problem, event.then)

    @property
    def desk_screen(self) -> "DeskScreen | None":
        """The open desk; None while there is none."""
        from drafter.tui.desk.screen import DeskScreen

        return next((screen for screen in self.screen_stack if isinstance(screen, DeskScreen)), None)

    async def leave_desk(self) -> None:
        """Back to the reports, once everything is in the files, or the clerk says that a draft will do."""
        if await self._may_leave():
            await self._back_to_start()

    async def _back_to_start(self) -> None:
        """A desk that one comes back to still knows what can be undone."""
        screen = self.desk_screen
        if screen is not None and screen.ready and not screen.desk.unsaved:
            self._left[screen.desk.name, screen.start] = screen.desk
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        if self.desk_screen is not None:
            await self._replace_first(self._start_screen())

    async def _replace_first(self, screen: Screen[Any]) -> None:
        # Textual takes a callback from every screen that is replaced, and gives none to the first of all.
        if not self.screen._result_callbacks:
            self.screen._push_result_callback(self, None)
        await self.switch_screen(screen)

    async def _may_leave(self) -> bool:
        desk = self.desk_screen
        if desk is None or await desk.leave():
            return True
        return await self._ask_to_leave(desk)

    async def _ask_to_leave(self, desk: "DeskScreen") -> bool:
        """Nobody is kept from leaving; but it is said what is not in the files, and whether it is kept at all."""
        from drafter.tui.screens.asking import Ask, Choice

        if self._asking:
            return False
        lost = desk.saver is not None and desk.saver.draft_failed
        choices = [Choice("stay", say("留下", "Stay")), Choice("go", say("离开", "Leave"), grave=lost)]
        if desk.desk.conflicts:
            choices.insert(0, Choice("settle", say("现在处理", "Settle them now")))
        self._asking = True
        try:
            answer = await self.push_screen_wait(Ask(_question_of_leaving(bool(desk.desk.conflicts), lost), choices, "stay"))
        finally:
            self._asking = False
        if answer == "settle":
            desk.action_conflicts()
        return answer == "go"

    # Leaving

    async def action_quit(self) -> None:
        if not self._asking:
            self.run_worker(self._quit, exclusive=True, group="quit")  # type: ignore[arg-type]  # Textual's overloads know no coroutine functions

    async def _quit(self) -> None:
        if await self._may_leave():
            self.exit(0)

    def _leave_soon(self, code: int) -> None:
        """The system ends the program. Keys pressed right before it did are still on their way to the fields: they get a moment."""
        asyncio.get_running_loop().call_later(LAST_KEYS, self._leave_at_once, code)
        desk = self.desk_screen
        if desk is not None and desk.saver is not None:
            desk.take_typed()
            desk.saver.keep_draft_now()

    def _leave_at_once(self, code: int) -> None:
        """The system ends the program: what is typed goes into the draft, and the terminal gets its modes back."""
        desk = self.desk_screen
        if desk is not None and desk.saver is not None:
            # Where the table itself is at fault, all the rest is still kept.
            with suppress(Exception):
                desk.take_typed()
            desk.saver.keep_draft_now()
        self.exit(code, return_code=code)

    def _handle_exception(self, error: Exception) -> None:
        """A fault of our own: what is typed is kept, and no traceback reaches the clerk."""
        if self.is_headless or os.environ.get("DRAFTER_DEBUG"):
            super()._handle_exception(error)
            return
        self.failure = self.failure or error
        self._leave_at_once(FAILED)

    # What works everywhere

    def action_help(self) -> None:
        from drafter.tui.screens.helping import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen.about(self.screen))

    def action_keys(self) -> None:
        from drafter.tui.screens.helping import KeysScreen

        self.push_screen(KeysScreen.about(self))

    def action_jump(self) -> None:
        from drafter.tui.widgets.jump import Jump, go, targets

        self.push_screen(Jump(targets(self.screen)), go)

    def action_palette(self) -> None:
        from drafter.tui.screens.palette import open_palette

        open_palette(self)

    async def change_language(self, language: Language) -> None:
        """Speaks another language from now on. What is open is opened anew in it, where it was."""
        desk = self.desk_screen
        if desk is not None and not await desk.leave():
            self.notify(
                say("有内容还没写进文件，等保存好再换语言。", "Something is not saved yet; change the language after that.")
            )
            return
        speak(language)
        self._remember("语言", language)
        await self._back_to_start()
        await self._replace_first(self._start_screen())
        if desk is not None:
            self.open_report(desk.desk.name, desk.start)

    def change_theme(self, name: str) -> None:
        self.theme = THEMES.get(name, name)
        self._remember("主题", name)

    def _remember(self, word: str, value: str) -> None:
        from drafter.actions.settings import keep

        try:
            keep(word, value)
        except Refused as refusal:
            self.notify(tell(refusal.problems[0].message), severity="warning", markup=False)


def _collect_garbage() -> None:
    """Starting is quicker without; from here on it is collected. What was loaded by now stays, and need not be looked through."""
    gc.collect()
    gc.freeze()
    gc.enable()


def _question_of_leaving(conflicts: bool, lost: bool) -> str:
    why = (
        say(
            "有的地方和别人改得不一样，还没有选用哪一种。",
            "Some fields were changed differently by someone else and wait for you.",
        )
        if conflicts
        else say("有内容没能写进文件。", "Something could not be written to the files.")
    )
    kept = (
        say("草稿也没有存下，离开就没有了！", "No draft could be kept either: it will be lost!")
        if lost
        else say(
            "写的内容已经存成草稿，下次打开这份报告时会问您要不要恢复。", "It is kept as a draft and will be offered next time."
        )
    )
    return f"{why}{say('', ' ')}{kept}{say('', ' ')}{say('现在离开吗？', 'Leave now?')}"


def _apology(error: Exception) -> str:
    return say(
        f"drafter 自己出了错（{type(error).__name__}: {error}），填写的内容已存成草稿，下次打开时可以恢复。\n"
        "    请把这句话发给维护者；设 DRAFTER_DEBUG=1 可看细节。",
        f"drafter itself failed ({type(error).__name__}: {error}); what was typed is kept as a draft and offered next time.\n"
        "    Please report this line; DRAFTER_DEBUG=1 shows more.",
    )
