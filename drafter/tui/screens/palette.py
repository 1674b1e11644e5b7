"""The command palette: everything that can be done here, found by typing a piece of its name."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalGroup
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Input

from drafter.model.text import fold
from drafter.model.words import Both, Language
from drafter.tui.keys import cap, key, meaning
from drafter.tui.once import ModalOnce
from drafter.tui.screens.dialog import Entry
from drafter.tui.speech import current, say
from drafter.tui.widgets.linelist import LineList, Piece, Row

if TYPE_CHECKING:
    from drafter.tui.app import DrafterApp


class Command(NamedTuple):
    """One thing to do: its name, its key where it has one, and how to do it."""

    name: str
    pressed: str
    do: Callable[[], Any]


class Palette(ModalOnce[Command | None]):
    """Shows ``commands``, fewer with each letter typed; dismisses with the chosen one."""

    DEFAULT_CSS = """
    Palette { align: center top; }
    Palette > VerticalGroup {
        width: 64; max-width: 94%; height: 18; max-height: 90%; margin: 2 0 0 0; background: $surface; border: round $primary;
    }
    Palette Input { background: $surface; padding: 0 1; height: 1; border: none; }
    Palette LineList { height: 1fr; margin: 1 0 0 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "dismiss(None)", Both("关闭", "Close"), "palette.close"),
        key("up", "step(-1)", Both("上一个", "Previous"), "palette.up", show=False, priority=True),
        key("down", "step(1)", Both("下一个", "Next"), "palette.down", show=False, priority=True),
    ]

    def __init__(self, commands: list[Command]) -> None:
        super().__init__()
        self.commands = commands
        self.shown = commands

    def compose(self) -> ComposeResult:
        with VerticalGroup():
            yield Entry(placeholder=say("输入要做的事，如 导入、预览、深色", "Type what to do, such as import, page, dark"))
            yield LineList(empty=lambda: say("没有这样的动作。", "There is no such action."))

    def on_mount(self) -> None:
        self._filter("")
        self.query_one(Entry).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        self._filter(event.value)

    def on_input_submitted(self) -> None:
        self._take(self.query_one(LineList).cursor)

    def on_line_list_selected(self, event: LineList.Selected) -> None:
        self._take(event.index)

    def action_step(self, by: int) -> None:
        self.query_one(LineList).cursor += by

    def _filter(self, typed: str) -> None:
        wanted = fold(typed).casefold()
        self.shown = [command for command in self.commands if wanted in fold(f"{command.name} {command.pressed}").casefold()]
        self.query_one(LineList).show([_row(command) for command in self.shown])

    def _take(self, index: int) -> None:
        if 0 <= index < len(self.shown):
            self.dismiss(self.shown[index])


def _row(command: Command) -> Row:
    gap = max(1, 40 - cell_len(command.name))
    return [Piece(f" {command.name}{' ' * gap}"), Piece(command.pressed, "linelist--muted")]


def open_palette(app: "DrafterApp") -> None:
    """Shows what can be done on the screen that is open, and does what is chosen once the palette is gone."""

    def do(command: Command | None) -> None:
        if command is not None:
            command.do()

    app.push_screen(Palette(commands(app)), do)


def commands(app: "DrafterApp") -> list[Command]:
    """Every named action that works where the focus is, then language and theme."""
    screen: Screen[Any] = app.screen
    found: dict[tuple[object, str], Command] = {}
    for active in screen.active_bindings.values():
        binding, node = active.binding, active.node
        name = meaning(binding)
        if name and active.enabled and not name.isspace() and binding.id and binding.id not in _ITSELF:
            found.setdefault(
                (node, binding.action),
                Command(name, cap(binding.key), partial(_run, app, binding.action, node)),
            )
    return [*found.values(), *_settings(app)]


def _run(app: "DrafterApp", action: str, node: DOMNode) -> None:
    app.run_worker(partial(app.run_action, action, node))  # type: ignore[arg-type]  # as in app.py


def _speak(app: "DrafterApp", language: Language) -> None:
    app.run_worker(partial(app.change_language, language))  # type: ignore[arg-type]  # as in app.py


_ITSELF = ("app.palette",)


def _settings(app: "DrafterApp") -> list[Command]:
    other: Language = "en" if current() == "zh" else "zh"
    return [
        Command(
            "English" if other == "en" else "中文",
            say("界面语言", "language"),
            partial(_speak, app, other),
        ),
        Command(say("深色界面", "Dark"), say("主题", "theme"), lambda: app.change_theme("深色")),
        Command(say("浅色界面", "Light"), say("主题", "theme"), lambda: app.change_theme("浅色")),
    ]
