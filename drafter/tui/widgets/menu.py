"""What a right click brings up: all that can be done here, each with its key."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Offset, clamp
from textual.widget import Widget

from drafter.model.words import Both
from drafter.tui.keys import cap, key, meaning
from drafter.tui.once import ModalOnce
from drafter.tui.widgets.linelist import LineList, Piece


class Item(NamedTuple):
    words: str
    keys: str
    action: str


class Menu(ModalOnce[str | None]):
    """Lines to choose one of; dismissed with its action, or None. It opens at a place on the screen, or as near as it fits."""

    BINDINGS: ClassVar[list[BindingType]] = [key("escape", "leave", Both("返回", "Back"), "menu.leave")]
    DEFAULT_CSS = """
    Menu { background: $background 0%; }
    Menu LineList { background: $panel; color: $foreground; border: round $primary; }
    """

    def __init__(self, items: Sequence[Item], at: Offset) -> None:
        super().__init__()
        self._items = items
        self._at = at

    def compose(self) -> ComposeResult:
        words = max(cell_len(item.words) for item in self._items)
        keys = max(cell_len(item.keys) for item in self._items)
        rows = [
            [Piece(f" {set_cell_size(item.words, words)}  "), Piece(f"{set_cell_size(item.keys, keys)} ", "linelist--muted")]
            for item in self._items
        ]
        lines = LineList(rows)
        width, height = words + keys + 6, len(rows) + 2
        room = self.app.size
        lines.styles.width, lines.styles.height = width, height
        lines.styles.offset = (
            clamp(self._at.x, 0, max(room.width - width, 0)),
            clamp(self._at.y, 0, max(room.height - height, 0)),
        )
        yield lines

    def on_line_list_selected(self, event: LineList.Selected) -> None:
        self.dismiss(self._items[event.index].action)

    def on_click(self, event: events.Click) -> None:
        """Beside the menu: nothing is chosen."""
        if event.widget is self:
            self.dismiss(None)

    def action_leave(self) -> None:
        self.dismiss(None)


def open_menu(widget: Widget, ids: Sequence[str], at: Offset) -> None:
    """Offers those of the widget's bindings that are named by their ids and can be done now, and does the one that is chosen."""
    found: dict[str, Binding] = {}
    for active in widget.screen.active_bindings.values():
        if active.node is widget and active.enabled and active.binding.id in ids:
            found.setdefault(str(active.binding.id), active.binding)
    items = [Item(meaning(found[id]), cap(found[id].key), found[id].action) for id in ids if id in found]

    def chosen(action: str | None) -> None:
        if action is not None:
            widget.call_later(widget.app.run_action, action, widget)

    if items:
        widget.app.push_screen(Menu(items, at), chosen)
