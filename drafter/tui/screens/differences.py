"""This report beside an earlier one."""

from drafter.actions.opening import Opened
from drafter.tui.once import Once


class DifferencesScreen(Once[int | None]):
    """This report beside an earlier one. Dismisses with the uid to go to."""

    def __init__(self, opened: Opened) -> None:
        super().__init__()
