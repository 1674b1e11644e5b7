"""What is typed goes into the draft within a moment and into the files at each pause; nobody has to think of saving."""

import asyncio
import sys
import threading
from collections.abc import Callable
from typing import Any

from textual.screen import Screen
from textual.timer import Timer

from drafter.actions.editing import settling
from drafter.actions.editing.baseline import stale
from drafter.actions.editing.desk import Desk
from drafter.actions.editing.drafts import DraftKeeper
from drafter.model.problem import Refused

DRAFT_AFTER = 0.2  # seconds from a key to the draft
PAUSE = 0.6  # seconds without a key after which the files are written
LONGEST = 5.0  # seconds of unbroken typing after which they are written all the same
LOOK = 1.0  # seconds between looks at the files, for what others write
AGAIN = 3  # looks after which a save that the disk refused is tried again


class Saver:
    """Runs settlings of one desk, one at a time, in a thread beside the typing.

    ``settled(changed, clash)`` is called after each, on the loop: others' changes came in; some of them contradict one's own.
    """

    def __init__(self, desk: Desk, screen: Screen[Any], settled: Callable[[bool, bool], None]) -> None:
        self.desk = desk
        self.drafts = DraftKeeper(desk.place)
        self._screen = screen
        self._settled = settled
        self._pause: Timer | None = None
        self._draft: Timer | None = None
        self._since: float | None = None
        self._running: asyncio.Task[None] | None = None
        self._closed = False
        self._looks = 0
        self._drafting = threading.Lock()
        self.draft_failed = False

    def start(self) -> None:
        """Reads the report back for the first time, and begins to look at its files."""
        # Settling a large report is long Python work; a shorter turn keeps keys ahead of it.
        sys.setswitchinterval(0.001)
        self._screen.set_interval(LOOK, self._look)
        self.settle()

    def touched(self) -> None:
        """Something was changed: into the draft in a moment, into the files at the next pause."""
        now = asyncio.get_running_loop().time()
        self._since = now if self._since is None else self._since
        if self._draft is None:
            self._draft = self._screen.set_timer(DRAFT_AFTER, self.keep_draft)
        wait = min(PAUSE, max(0.05, self._since + LONGEST - now))
        if self._pause is not None:
            self._pause.stop()
        self._pause = self._screen.set_timer(wait, self.settle)

    def keep_draft(self) -> None:
        """Writes the draft, beside the typing: a slow disk must not hold up a key."""
        self._draft = None
        asyncio.get_running_loop().run_in_executor(None, self.keep_draft_now)

    def keep_draft_now(self) -> None:
        """Writes the draft before it returns; or takes it away, once everything is in the files."""
        with self._drafting:
            typed = _drafted(self.desk)
            try:
                if typed:
                    self.drafts.keep(typed)
                else:
                    self.drafts.clear()
                self.draft_failed = False
            except (Refused, OSError):
                self.draft_failed = True

    def settle(self) -> None:
        """Begins a settling, or lets the one that runs be followed by another."""
        self._pause, self._since = None, None
        if self._running is None or self._running.done():
            self._running = asyncio.get_running_loop().create_task(self._run())
        else:
            self._pause = self._screen.set_timer(0.1, self.settle)

    async def flush(self) -> None:
        """Waits for what runs, then settles what is left."""
        if self._running is not None:
            await self._running
        if self.desk.unsaved:
            await self._run()

    def close(self) -> None:
        """The desk is left: nothing is shown any more, and the draft, if one is left, may be offered to whoever comes next."""
        self._closed = True
        self.drafts.close()

    async def _run(self) -> None:
        snapshot = self.desk.snapshot()
        # A kill may come between the file and the draft that follows it; then the draft must know the file as its own work.
        self.drafts.saving(snapshot.state)
        await asyncio.to_thread(self.keep_draft_now)
        settlement = await asyncio.to_thread(settling.settle, snapshot)
        open_before = len(self.desk.conflicts)
        changed = self.desk.accept(settlement)
        await asyncio.to_thread(self.keep_draft_now)
        if not self._closed and self._screen.query("#outline"):
            self._settled(changed, len(self.desk.conflicts) > open_before)

    def _look(self) -> None:
        if self._running is not None and not self._running.done():
            return
        self._looks += 1
        refused = any(problem.code.startswith("save-") for problem in self.desk.trouble)
        if (refused and self._looks % AGAIN == 0) or stale(self.desk.place, self.desk.baseline):
            self.settle()


def _drafted(desk: Desk) -> dict[str, Any]:
    """file → (document it is based on, what that says, what was typed), of the files with something unsaved."""
    documents, trees, _ = desk.baseline
    return {file: (documents[file], trees[file], tree) for file, tree in desk.state.items() if tree is not trees.get(file)}
