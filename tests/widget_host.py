"""An app around one widget, which keeps what the widget tells."""

from typing import Any, Generic, TypeVar

from textual.app import App, ComposeResult
from textual.events import Key
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

W = TypeVar("W", bound=Widget)


class Host(App[Any], Generic[W]):
    """``told`` holds the widget's own messages as they came up; ``takes`` gives them as (name, values but for the widget)."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, widget: W) -> None:
        super().__init__()
        self.widget = widget
        self.told: list[Message] = []

    def compose(self) -> ComposeResult:
        yield self.widget

    def on_mount(self) -> None:
        self.widget.focus()

    def post_message(self, message: Message) -> bool:
        if type(message).__module__.startswith("drafter."):
            self.told.append(message)
        return super().post_message(message)

    def takes(self, *names: str) -> list[tuple[Any, ...]]:
        """What was told since the last call, of the messages so named; of all, without names."""
        told, self.told = self.told, []
        return [_values(message) for message in told if not names or type(message).__name__ in names]


def _values(message: Message) -> tuple[Any, ...]:
    said = [value for name, value in vars(message).items() if name[0] != "_" and name != "time" and not isinstance(value, Widget)]
    return (type(message).__name__, *said)


async def strike(pilot: Pilot[Any], *keys: str) -> None:
    """Keys faster than the app deals with them; Pilot's own ``press`` waits after each."""
    for key in keys:
        pilot.app.post_message(Key(key, " " if key == "space" else key if len(key) == 1 else None))
    await pilot.pause()
    await pilot.pause()
