"""The numbers that stand in the texts, to become figures."""

from collections.abc import Callable

from drafter.actions.editing.desk import Desk
from drafter.tui.once import Once


class ProposalsScreen(Once[int | None]):
    """The numbers that stand in the texts, to become figures. Dismisses with the uid to go to."""

    def __init__(self, desk: Desk, touched: Callable[[], None]) -> None:
        super().__init__()
