"""What ties the report to those before it: the ledger, figures out of prose, matching, comparing. Each is a screen of its own."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from drafter.actions.editing.desk import ROOT
from drafter.tui.desk.base import DeskBase

if TYPE_CHECKING:
    from textual.screen import Screen

    from drafter.actions.opening import Opened


class Renewed(Protocol):
    """A screen over the desk that is told when the report was read back."""

    @property
    def is_attached(self) -> bool: ...

    def renew(self, opened: "Opened") -> None: ...


class Lineage(DeskBase):
    """A part of the desk screen. The screens change the desk themselves; here it is shown anew when one comes back."""

    #: The action that the desk begins with; "" for none.
    then: str = ""
    _over: Renewed | None = None

    async def begin_with(self) -> None:
        """Does what the report was opened for."""
        if self.then:
            await self.run_action(self.then)

    def action_ledger(self) -> None:
        from drafter.tui.screens.ledger import LedgerScreen

        self._open(lambda opened: LedgerScreen(self.desk, opened, self.touched))

    def action_proposals(self) -> None:
        from drafter.tui.screens.proposals import ProposalsScreen

        self._open(lambda _: ProposalsScreen(self.desk, self.touched))

    def action_matching(self) -> None:
        from drafter.tui.screens.matching import MatchingScreen

        self._open(lambda opened: MatchingScreen(self.desk, opened, self.touched))

    def action_differences(self) -> None:
        from drafter.tui.screens.differences import DifferencesScreen

        settled = self.desk.settled
        find = settled.uids.get if settled is not None else None
        self._open(lambda opened: DifferencesScreen(lambda: opened, find))

    def renew_lineage(self) -> None:
        """What lies over the desk follows what is typed into it and what others change meanwhile."""
        if self._over is not None and self._over.is_attached and self.desk.settled is not None:
            self._over.renew(self.desk.settled.opened)

    def _open(self, make: "Callable[[Opened], Screen[int | None]]") -> None:
        self.run_worker(partial(self._push, make), group="lineage", exclusive=True)  # type: ignore[arg-type]  # as in app.py

    async def _push(self, make: "Callable[[Opened], Screen[int | None]]") -> None:
        """What is typed up to this moment counts."""
        await self.flush()
        settled = self.desk.settled
        if settled is not None:
            screen = make(settled.opened)
            self._over = screen if hasattr(screen, "renew") else None
            self.app.push_screen(screen, self._came_back)

    def _came_back(self, uid: int | None) -> None:
        """``uid``: the record to go to, or a row of the outline that is none; None where one was only looking."""
        self._over = None
        self.refresh_all()
        if uid is not None and (uid < ROOT or self.desk.find(uid) is not None):
            self.choose(uid, focus=True)
