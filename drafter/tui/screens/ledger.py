"""What was promised last time, to be answered."""

from collections.abc import Callable

from drafter.actions.editing.desk import Desk
from drafter.actions.opening import Opened
from drafter.tui.once import Once


class LedgerScreen(Once[int | None]):
    """What was promised last time, to be answered. Dismisses with the uid to go to."""

    def __init__(self, desk: Desk, opened: Opened, touched: Callable[[], None]) -> None:
        super().__init__()
