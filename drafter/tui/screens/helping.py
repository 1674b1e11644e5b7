"""F1: what the field in focus is for and which keys work here; and the list of all keys."""

from typing import Any, ClassVar, Protocol, runtime_checkable

from rich.cells import cell_len
from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.dom import DOMNode
from textual.events import Click, Key
from textual.screen import Screen
from textual.widgets import Static

from drafter.model.words import Both
from drafter.tui.clean import clean, line
from drafter.tui.keys import WORDS, cap, key, meaning
from drafter.tui.once import ModalOnce
from drafter.tui.speech import say, tell

#: Rows of a help: the keys, and what they do.
Rows = list[tuple[str, str]]


@runtime_checkable
class Explained(Protocol):
    """A widget that can say what it is for."""

    def explanation(self) -> tuple[str, str]:
        """(label, help), in the reader's language; ("", "") where there is nothing to say."""


def explanation(screen: Screen[Any]) -> tuple[str, str]:
    """What the widget in focus says of itself, or the nearest one around it that says something."""
    node: DOMNode | None = screen.focused or screen
    while node is not None:
        if isinstance(node, Explained):
            label, help = node.explanation()
            if label or help:
                return label, help
        node = node.parent
    return "", ""


def keys_here(screen: Screen[Any], shown: bool = False) -> Rows:
    """The keys that work where the focus is, keys of one action together. ``shown``: only those of the bar."""
    found: dict[tuple[object, str], list[str]] = {}
    words: dict[tuple[object, str], str] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        said = _said(binding)
        if said and active.enabled and (binding.show or not shown):
            place = (active.node, binding.action)
            found.setdefault(place, []).append(cap(binding.key))
            words[place] = said
    return [(" ".join(pressed), words[place]) for place, pressed in found.items()]


class HelpScreen(ModalOnce[None]):
    """One page that any key closes. ``label`` and ``help`` are the field's; ``rows`` the keys."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > VerticalScroll {
        width: 70; max-width: 94%; height: auto; max-height: 90%; padding: 1 2; background: $surface; border: round $primary;
        scrollbar-size-vertical: 1;
    }
    HelpScreen Static { height: auto; }
    HelpScreen .label { text-style: bold; color: $primary; }
    HelpScreen .keys { margin: 1 0 0 0; }
    HelpScreen .close { margin: 1 0 0 0; color: $text-muted; }
    """
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, label: str, help: str, rows: Rows) -> None:
        super().__init__()
        self.label = label
        self.help = help
        self.keys = rows

    @classmethod
    def about(cls, screen: Screen[Any]) -> "HelpScreen":
        """Help for where the focus of ``screen`` is now."""
        return cls(*explanation(screen), keys_here(screen, shown=True))

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            if self.label:
                yield Static(line(self.label), classes="label", markup=False)
            if self.help:
                yield Static(clean(self.help), markup=False)
            yield Static(_table(self.keys), classes="keys", markup=False)
            yield Static(say("按任意键关闭。", "Any key closes this."), classes="close", markup=False)

    def on_key(self, event: Key) -> None:
        event.stop()
        event.prevent_default()
        self.dismiss()

    def on_click(self, _event: Click) -> None:
        self.dismiss()


class KeysScreen(ModalOnce[None]):
    """All keys that work where one comes from, by where they belong. Esc or F1 closes; arrows scroll."""

    DEFAULT_CSS = """
    KeysScreen { align: center middle; }
    KeysScreen > VerticalScroll {
        width: 76; max-width: 96%; height: 90%; padding: 1 2; background: $surface; border: round $primary;
        scrollbar-size-vertical: 1;
    }
    KeysScreen Static { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,enter,f1", "dismiss", Both("关闭", "Close"), "keys.close"),
    ]

    def __init__(self, rows: Rows, elsewhere: Rows | None = None) -> None:
        super().__init__()
        self.here = rows
        self.elsewhere = elsewhere or []

    @classmethod
    def about(cls, app: App[Any]) -> "KeysScreen":
        """The keys that work now, and those that settings can rebind but that belong to other places."""
        here = keys_here(app.screen)
        return cls(here, [(binding, tell(words)) for binding, words in sorted(WORDS.items())])

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            text = Text(say("在这里可用的键", "Keys that work here") + "\n", style="bold")
            text.append_text(_table(self.here))
            if self.elsewhere:
                text.append(
                    "\n\n" + say("可在设置里改键的动作（名称在左）", "Actions whose keys settings can change") + "\n", "bold"
                )
                text.append_text(_table(self.elsewhere))
            yield Static(text, markup=False)

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()


def _said(binding: Binding) -> str:
    """What the binding does, in the reader's language; "" for what the toolkit binds and nobody here has put into words."""
    if binding.id in WORDS:
        return meaning(binding)
    own = _TOOLKIT.get(binding.action)
    return tell(own) if own else "" if binding.description.isascii() else binding.description


_TOOLKIT = {
    "app.focus_next": Both("下一栏", "Next field"),
    "app.focus_previous": Both("上一栏", "Field before"),
    "screen.copy_text": Both("复制选中的文字", "Copy the selected text"),
}


def _table(rows: Rows) -> Text:
    """Two columns, aligned by cells."""
    widest = max((cell_len(pressed) for pressed, _ in rows), default=0)
    text = Text()
    for number, (pressed, words) in enumerate(rows):
        text.append("\n" if number else "")
        text.append(line(pressed), "bold").append(" " * (widest - cell_len(pressed) + 2) + line(words))
    return text
