"""What a process that runs a template from elsewhere may use: a loop holds the clerk's machine for seconds, no longer."""

import math
import signal
import threading
from _thread import interrupt_main
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, NoReturn

#: A report renders in milliseconds.
SECONDS = 10.0
#: How much longer the process may live: to start, and to tell where the template was stopped.
GRACE = 5.0
#: Address space in bytes, of which Python and Jinja take about 100 MB.
MEMORY = 512 * 2**20


def confine(seconds: float) -> None:
    """Limits this process for good, where the system has such limits (not Windows; of macOS only the time).

    The limit on CPU time also ends a process whose parent died.
    """
    try:
        import resource
    except ImportError:
        return
    for kind, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, math.ceil(seconds) + 1),
        (resource.RLIMIT_CORE, 0),
    ):
        # Refused where the system's own limit is lower, which serves as well.
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))


def _stop(*_: Any) -> NoReturn:
    raise TimeoutError


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raises TimeoutError in the body after ``seconds``, as soon as Python runs: not within one long operation of its core.

    For the main thread of a process of its own: it takes over the handling of interrupts.
    """
    signal.signal(signal.SIGINT, _stop)
    clock = threading.Timer(seconds, interrupt_main)
    clock.daemon = True
    clock.start()
    try:
        yield
    finally:
        clock.cancel()
