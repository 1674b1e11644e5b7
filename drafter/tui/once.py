"""Screens that lie over another and are left once: a second key pressed in haste never closes what lies under them."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen

T = TypeVar("T")


class Once(Screen[T]):
    """A screen whose ``dismiss`` takes away itself and what lies over it, and nothing once it is gone.

    Textual's own takes away whatever lies on top, so that two keys in one burst would close two screens.
    """

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        stack = self.app.screen_stack
        if self not in stack:
            return AwaitComplete()
        while self.app.screen is not self:
            self.app.pop_screen()
        return super().dismiss(result)


class ModalOnce(ModalScreen[T], Once[T]):
    """The same, with the screen below still to be seen."""
