"""What the screens of one long list have in common: a heading, a word on how it stands, the list, the keys."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from drafter.actions.editing.desk import Desk
from drafter.model.words import Both
from drafter.tui.clean import clean, line
from drafter.tui.keys import key
from drafter.tui.once import Once
from drafter.tui.speech import say
from drafter.tui.widgets.keybar import KeyBar
from drafter.tui.widgets.register import Register


class Listing(Once[int | None]):
    """Dismisses with the uid of the record to go to; None where one only came back."""

    DEFAULT_CSS = """
    Listing { background: $background; }
    Listing #heading { height: 1; padding: 0 1; background: $panel; color: $primary; text-style: bold; text-wrap: nowrap; text-overflow: clip; }
    Listing #state { height: auto; padding: 0 1; color: $text-muted; }
    Listing #state.-none { display: none; }
    Listing Register { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [key("escape", "leave", Both("返回", "Back"), "listing.leave")]

    def compose(self) -> ComposeResult:
        yield Static("", id="heading", markup=False)
        yield from self.above()
        yield self.register()
        yield from self.beneath()
        yield Static("", id="state", classes="-none", markup=False)
        yield KeyBar()

    def above(self) -> Iterable[Widget]:
        return ()

    def beneath(self) -> Iterable[Widget]:
        return ()

    def register(self) -> Register:
        raise NotImplementedError

    @property
    def listed(self) -> Register:
        return self.query_one(Register)

    def head(self, said: str) -> None:
        self.query_one("#heading", Static).update(Content(line(said)))

    def state(self, said: str) -> None:
        """A word that stays, under the list; "" takes it away."""
        shown = self.query_one("#state", Static)
        shown.update(Content(clean(said)))
        shown.set_class(not said, "-none")

    def action_leave(self) -> None:
        self.dismiss(None)


class DeskListing(Listing):
    """A list of things to do to the desk. ``touched`` is called after every change, so that it is saved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("ctrl+z", "undo", Both("撤销", "Undo"), "listing.undo", show=False, priority=True),
        key("ctrl+y,ctrl+shift+z", "redo", Both("重做", "Redo"), "listing.redo", priority=True, show=False),
    ]

    def __init__(self, desk: Desk, touched: Callable[[], None]) -> None:
        super().__init__()
        self.desk = desk
        self.touched = touched

    def action_undo(self) -> None:
        self._travel(self.desk.undo() is not None, say("没有可以撤销的了", "Nothing to undo"))

    def action_redo(self) -> None:
        self._travel(self.desk.redo() is not None, say("没有可以重做的了", "Nothing to redo"))

    def _travel(self, done: bool, nothing: str) -> None:
        if done:
            self.touched()
            self.changed()
        else:
            self.notify(nothing, timeout=4, markup=False)

    def uid_of(self, key: str) -> int | None:
        """The record of a key; None for one that has gone meanwhile."""
        settled = self.desk.settled
        return settled.uids.get(key) if settled is not None else None

    def changed(self) -> None:
        """Shows what the desk says now."""
        raise NotImplementedError
