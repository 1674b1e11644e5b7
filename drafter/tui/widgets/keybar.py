"""The line at the foot of a screen: the keys that work here, each of them also a button."""

from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.binding import ActiveBinding
from textual.events import Click
from textual.widget import Widget

from drafter.tui.keys import cap, meaning

_GAP = "  "
_HELP = "app.help"  # in sight on every screen
_URGENT = ("desk.keep", "desk.update", "desk.drop")  # what the item that is shown asks for, while it does


class KeyBar(Widget):
    """Shows the bindings that are on show where the focus is. What does not fit is left out; F1 lists everything."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-bar--key"}
    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; background: $panel; color: $foreground; text-wrap: nowrap; text-overflow: clip; }
    KeyBar > .key-bar--key { color: $text-accent; text-style: bold; background: $panel; }
    """

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.refresh())

    def render(self) -> Text:
        style = self.get_component_rich_style("key-bar--key", partial=True)
        text = Text(no_wrap=True, overflow="crop")
        for pressed, words in self._shown():
            text.append(cap(pressed), style).append(f" {words}{_GAP}")
        return text

    def on_click(self, event: Click) -> None:
        end = 0
        for pressed, words in self._shown():
            end += cell_len(f"{cap(pressed)} {words}{_GAP}")
            if event.x < end:
                self.app.simulate_key(pressed)
                return

    def _shown(self) -> list[tuple[str, str]]:
        """(key, what it does) of each action, by its first key, as far as they fit."""
        found: dict[str, tuple[str, str]] = {}
        room = self.size.width
        for active in sorted(self.screen.active_bindings.values(), key=self._rank):
            binding = active.binding
            words = meaning(binding)
            action = binding.action.removeprefix("app.")
            if binding.show and words and active.enabled and action not in found:
                room -= cell_len(f"{cap(binding.key)} {words}")
                if room < 0:
                    break
                room -= len(_GAP)
                found[action] = (binding.key, words)
        return list(found.values())

    def _rank(self, active: ActiveBinding) -> int:
        """What is asked for comes first, then what the widget in focus does, then help, then what the screen and the app do."""
        if active.binding.id in _URGENT:
            return -1
        if active.binding.id == _HELP:
            return 1
        return 3 if active.node is self.app else 2 if active.node is self.screen else 0
