"""Work beside the screen: in a thread of its own, its outcome handed back only while there is someone to take it."""

from collections.abc import Callable
from typing import TypeVar

from textual.widget import Widget
from textual.worker import get_current_worker

from drafter.actions.attempt import Outcome, attempt

T = TypeVar("T")


def beside(widget: Widget, work: Callable[[], T], after: Callable[[Outcome[T]], None], group: str) -> None:
    """Runs ``work`` in a thread and calls ``after`` with what came of it, refusals and faults included, on the app's own thread.

    Nothing is called where ``widget`` has left the screen meanwhile, or where newer work of the same ``group`` took its place.
    """

    def hand_back(made: Outcome[T]) -> None:
        # A screen that is left, or whose app ends, is attached a moment longer than what is on it.
        if widget.app.is_running and widget.is_attached and widget.screen in widget.app.screen_stack:
            after(made)

    def run() -> None:
        worker = get_current_worker()
        made = attempt(work)
        if not worker.is_cancelled:
            widget.app.call_from_thread(hand_back, made)

    widget.run_worker(run, thread=True, exclusive=True, group=group)
