"""Which fact continues which of an earlier report."""

from collections.abc import Callable

from drafter.actions.editing.desk import Desk
from drafter.actions.opening import Opened
from drafter.tui.once import Once


class MatchingScreen(Once[int | None]):
    """Which fact continues which of an earlier report. Dismisses with the uid to go to."""

    def __init__(self, desk: Desk, opened: Opened, touched: Callable[[], None]) -> None:
        super().__init__()
