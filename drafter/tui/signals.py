"""Leaving in good order when the system says so: a closed terminal, a dropped connection, a shutdown."""

import asyncio
import os
import signal
import threading
from collections.abc import Callable

GRACE = 1.2  # seconds; whoever sent the signal sends SIGKILL next


def on_leaving(leave: Callable[[int], None]) -> None:
    """Calls ``leave`` with the exit code on SIGHUP and SIGTERM, inside the running loop; then the process ends in any case.

    Windows has neither signal, and its loops take no handlers.
    """
    loop = asyncio.get_running_loop()

    def leaving(number: int) -> None:
        code = 128 + number
        leave(code)
        last = threading.Timer(GRACE, os._exit, (code,))
        last.daemon = True
        last.start()

    for name in ("SIGHUP", "SIGTERM"):
        number = getattr(signal, name, None)
        if number is not None:
            try:
                loop.add_signal_handler(number, leaving, number)
            except (NotImplementedError, RuntimeError, ValueError):
                return
