"""Undo and redo: the states before, each with what was about to change."""

from collections.abc import Callable
from typing import Any, NamedTuple

TOGETHER = 1.0  # seconds: letters typed into one field without a longer pause are one step
LONGEST = 5.0  # seconds: however fast one types, a step is not more than this
MOST = 500


class Focus(NamedTuple):
    """Where a change happened: the record, and the field in it; no words for the record as a whole."""

    uid: int
    words: tuple[str, ...] = ()


class _Step(NamedTuple):
    """``rebased``: how many of the changes that others made are in ``state``."""

    state: Any
    focus: Focus
    begun: float
    last: float
    typing: bool
    rebased: int


class History:
    """States are immutable and share structure, so keeping many costs little."""

    def __init__(self) -> None:
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self._forgotten = 0
        self._changes: list[Callable[[Any], Any]] = []

    def note(self, before: Any, focus: Focus, now: float, typing: bool = False) -> None:
        """A change at ``focus`` is made to the state ``before``, at the time ``now`` (seconds of a steady clock)."""
        self._redo.clear()
        last = self._undo[-1] if self._undo else None
        if (
            typing
            and last is not None
            and last.typing
            and last.focus == focus
            and now - last.last < TOGETHER
            and now - last.begun < LONGEST
        ):
            self._undo[-1] = last._replace(last=now)
            return
        self._undo.append(_Step(before, focus, now, now, typing, len(self._changes)))
        if len(self._undo) > MOST:
            del self._undo[0]
            self._forgotten += 1

    def mark(self) -> int:
        """Where the history stands, for :meth:`merge_since`. What is typed next begins a step of its own."""
        if self._undo:
            self._undo[-1] = self._undo[-1]._replace(typing=False)
        return self._forgotten + len(self._undo)

    def merge_since(self, mark: int) -> None:
        """Makes one step of all since ``mark``."""
        del self._undo[max(0, mark - self._forgotten) + 1 :]

    def undo(self, state: Any) -> tuple[Any, Focus] | None:
        """The state before the last step, and where that step was; None when there is none. ``state`` is kept for redo."""
        return self._step(self._undo, self._redo, state)

    def redo(self, state: Any) -> tuple[Any, Focus] | None:
        return self._step(self._redo, self._undo, state)

    def rebase(self, change: Callable[[Any], Any]) -> None:
        """Every state is changed by ``change(state)``: what others did is not undone by an undo of one's own.

        A state is changed when it is gone back to: hundreds at once would hold up the typing for seconds.
        """
        self._changes.append(change)

    def _step(self, source: list[_Step], target: list[_Step], state: Any) -> tuple[Any, Focus] | None:
        if not source:
            return None
        step = source.pop()
        target.append(step._replace(state=state, typing=False, rebased=len(self._changes)))
        found = step.state
        for change in self._changes[step.rebased :]:
            found = change(found)
        return found, step.focus
