"""A program on a pseudo-terminal of its own, measured from outside: first paint, key to paint, peak memory."""

import contextlib
import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from pathlib import Path


class Terminal:
    """Runs ``command`` at 120x40 (or ``size``: columns, lines) in ``folder``. ``screen`` is all that it has written."""

    def __init__(self, command: list[str], folder: Path, size: tuple[int, int] = (120, 40), **environment: str) -> None:
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        settings = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", **environment}
        self.began = time.perf_counter()
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=folder,
            env={**inherited, **settings},
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        self.before = termios.tcgetattr(slave)
        self.slave = slave
        self.master = master
        self.screen = b""

    def read(self, timeout: float) -> bytes:
        ready, _, _ = select.select([self.master], [], [], timeout)
        if not ready:
            return b""
        try:
            found = os.read(self.master, 1 << 16)
        except OSError:
            return b""
        self.screen += found
        return found

    def until(self, mark: str, timeout: float = 60) -> float:
        """Milliseconds from the start until ``mark`` stands on the screen. Raises TimeoutError."""
        end = time.perf_counter() + timeout
        while time.perf_counter() < end:
            if mark.encode() in self.screen:
                return (time.perf_counter() - self.began) * 1e3
            self.read(0.5)
        raise TimeoutError(f"{mark} never came; last: {self.screen[-300:]!r}")

    def quiet(self, seconds: float = 0.3, longest: float = 20) -> None:
        """Reads until nothing has come for ``seconds``."""
        end = time.perf_counter() + longest
        while self.read(seconds) and time.perf_counter() < end:
            pass

    def press(self, keys: bytes) -> float:
        """Milliseconds from a key to the first byte of the repaint that follows; then waits for the rest of it."""
        began = time.perf_counter()
        os.write(self.master, keys)
        painted = self.read(5)
        took = (time.perf_counter() - began) * 1e3
        if not painted:
            raise TimeoutError(f"no repaint after {keys!r}")
        while self.read(0.05):
            pass
        return took

    def peak(self) -> float:
        """Megabytes of memory at the most, so far."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) / 1024

    def close(self, keys: bytes = b"\x11") -> int | None:
        """Presses ``keys`` (ctrl+q) and waits; the exit code, or None where it had to be killed."""
        try:
            os.write(self.master, keys)
            end = time.perf_counter() + 5
            while self.process.poll() is None and time.perf_counter() < end:
                self.read(0.05)
            return self.process.poll()
        finally:
            if self.process.poll() is None:
                self.process.kill()
            self.process.wait()
            for end_of_it in (self.master, self.slave):
                with contextlib.suppress(OSError):
                    os.close(end_of_it)
