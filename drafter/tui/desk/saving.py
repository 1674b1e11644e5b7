"""What is typed goes into the draft within a moment and into the files at each pause; nobody has to think of saving."""

import asyncio
import sys
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from textual.screen import Screen
from textual.timer import Timer

from drafter.actions.attempt import attempt
from drafter.actions.editing import settling
from drafter.actions.editing.baseline import stale
from drafter.actions.editing.desk import Desk
from drafter.actions.editing.drafts import DraftKeeper

DRAFT_AFTER = 0.2  # seconds from a key to the draft
PAUSE = 0.6  # seconds without a key after which the files are written
LONGEST = 5.0  # seconds of unbroken typing after which they are written all the same
LOOK = 1.0  # seconds between looks at the files, for what others write
AGAIN = 3  # looks after which what could not be read or written is tried again
FLUSHES = 3  # settlings in a row, when one types on while they run


class Saver:
    """Runs settlings of one desk, one at a time, in a thread beside the typing.

    ``settled(changed, clash)`` is called on the screen after each: others' changes came in; some of them contradict one's own.
    A settling that was begun is always taken in: else the app would later take its own writing for someone else's.
    """

    def __init__(self, desk: Desk, screen: Screen[Any], settled: Callable[[bool, bool], None], measured: bool = False) -> None:
        """``measured``: each settling also counts the characters of the document, beside the typing."""
        self.desk = desk
        self.drafts = DraftKeeper(desk.place)
        self.measured = measured
        self._screen = screen
        self._settled = settled
        self._pause: Timer | None = None
        self._draft: Timer | None = None
        self._since: float | None = None
        self._running: asyncio.Task[None] | None = None
        self._looking: asyncio.Task[None] | None = None
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
            if not self._closed:
                self.draft_failed = bool(attempt(self._keep).problems)

    def _keep(self) -> None:
        typed = _drafted(self.desk)
        if typed:
            self.drafts.keep(typed)
        else:
            self.drafts.clear()

    def settle(self) -> None:
        """Begins a settling, or lets the one that runs be followed by another."""
        self._pause, self._since = None, None
        if self._busy:
            self._pause = self._screen.set_timer(0.1, self.settle)
        else:
            self._running = asyncio.get_running_loop().create_task(self._run())

    async def flush(self) -> None:
        """Waits for what runs, then settles what is left, and what is typed meanwhile. Whoever waits may stop waiting."""
        for _ in range(FLUSHES):
            if self._busy:
                await self._done()
            if not self.desk.unsaved and self.desk.settled is not None:
                return
            self.settle()
            await self._done()
            if self.desk.trouble or self.desk.conflicts:
                return

    def close(self) -> None:
        """The desk is left: nothing is shown any more, and the draft, if one is left, may be offered to whoever comes next."""
        with self._drafting:
            self._closed = True
            self.drafts.close()

    @property
    def _busy(self) -> bool:
        return self._running is not None and not self._running.done()

    async def _done(self) -> None:
        if self._running is not None:
            await asyncio.shield(self._running)

    async def _run(self) -> None:
        snapshot = self.desk.snapshot()
        # A kill may come between the file and the draft that follows it; then the draft must know the file as its own work.
        self.drafts.saving(snapshot.state)
        await asyncio.to_thread(self.keep_draft_now)
        made = await asyncio.to_thread(attempt, partial(settling.settle, snapshot))
        if made.value is not None:
            await asyncio.to_thread(made.value.settled.prepare, self.measured)
        open_before = len(self.desk.conflicts)
        changed = False
        if made.value is not None:
            changed = self.desk.accept(made.value)
        else:
            self.desk.trouble = made.problems
        await asyncio.to_thread(self.keep_draft_now)
        if not self._closed:
            self._screen.call_later(self._settled, changed, len(self.desk.conflicts) > open_before)

    def _look(self) -> None:
        self._looks += 1
        if not self._busy and (not self.desk.trouble or self._looks % AGAIN == 0):
            # Files may be on a disk that takes its time to answer.
            self._looking = asyncio.get_running_loop().create_task(self._settle_what_changed())

    async def _settle_what_changed(self) -> None:
        refused = any(problem.code.startswith("save-") for problem in self.desk.trouble)
        changed = await asyncio.to_thread(stale, self.desk.place, self.desk.baseline)
        if (refused or changed) and not self._busy and not self._closed:
            self.settle()


def _drafted(desk: Desk) -> dict[str, Any]:
    """file → (document it is based on, what that says, what was typed), of the files with something unsaved."""
    documents, trees, _ = desk.baseline
    # A file that has only just come in stands in the state a moment before it stands in the baseline.
    typed = ((file, tree) for file, tree in desk.state.items() if file in trees and tree is not trees[file])
    return {file: (documents[file], trees[file], tree) for file, tree in typed}
