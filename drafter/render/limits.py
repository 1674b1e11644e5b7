"""A template may come from a colleague: it gets a time limit, so that no loop holds the clerk's machine."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

SECONDS = 20.0


def _stop(*_: Any) -> NoReturn:
    raise TimeoutError


@contextmanager
def limited() -> Iterator[None]:
    """Raises TimeoutError in the body after ``SECONDS``, where the system has interval timers and this is the main thread.

    Elsewhere (Windows, a worker thread) the sandbox's own limits have to do.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
