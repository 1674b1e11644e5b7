"""A real terminal that a program drives: keys go in, the text of the screen comes out. tmux is the terminal."""

import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

_TYPED = "t:"
_TOAST = re.compile("▌ ?")
_BETWEEN = 0.15  # seconds from one key to the next, about a quick hand's
_STILL = 0.6  # seconds without a change that make a screen calm
_PATIENCE = 20.0
_TOAST_LIFE = 9.0
_BUSY = ("正在输入", "正在保存", "正在读", "正在排版")


class TerminalError(Exception):
    """The program did not show what it should have shown."""


class Terminal:
    """One window of ``size`` (columns, lines) in which ``command`` runs in ``folder``, with ``environment`` on top of ours."""

    def __init__(self, command: list[str], folder: Path, environment: dict[str, str], size: tuple[int, int]) -> None:
        if not shutil.which("tmux"):
            raise TerminalError("tmux is needed to see the app as a person does")
        self.socket = f"stories-{os.getpid()}-{id(self)}"
        columns, lines = map(str, size)
        given = [f"{name}={value}" for name, value in environment.items()]
        self._tmux("-f", os.devnull, "new-session", "-d", "-x", columns, "-y", lines, "-c", str(folder), "env", *given, *command)
        self._tmux("set-option", "-g", "remain-on-exit", "on")
        self._tmux("set-option", "-g", "escape-time", "0")

    def press(self, *keys: str) -> None:
        """Presses keys as tmux names them (``Enter``, ``M-Insert``, ``C-z``); ``t:总结`` types the text after the colon."""
        for key in keys:
            literal = ("-l", key.removeprefix(_TYPED)) if key.startswith(_TYPED) else (key,)
            self._tmux("send-keys", *literal)
            time.sleep(_BETWEEN)

    def screen(self) -> str:
        """What stands on the screen now, trailing blanks left out."""
        lines = self._tmux("capture-pane", "-p").splitlines()
        return "\n".join(line.rstrip() for line in lines)

    def calm(self, awaited: str = "") -> str:
        """The screen once ``awaited`` stands on it, nothing is being saved any more and nothing moves. Raises TerminalError."""
        ends = time.monotonic() + _PATIENCE
        seen, since = "", time.monotonic()
        while time.monotonic() < ends:
            now = self.screen()
            if now != seen:
                seen, since = now, time.monotonic()
            busy = awaited not in now or any(word in now for word in _BUSY)
            if not busy and time.monotonic() - since >= _STILL:
                return now
            time.sleep(0.1)
        raise TerminalError(f"waited for “{awaited}”, and saw:\n{seen}")

    def wait_for_toasts(self) -> None:
        """Until no message covers a corner of the screen, so that it does not get into the next picture."""
        ends = time.monotonic() + _TOAST_LIFE
        while _TOAST.search(self.screen()) and time.monotonic() < ends:
            time.sleep(0.2)

    def pause(self, seconds: float) -> None:
        time.sleep(seconds)

    def resize(self, columns: int, lines: int) -> None:
        self._tmux("resize-window", "-x", str(columns), "-y", str(lines))

    def kill(self) -> None:
        """Ends the program as a power cut would: at once, without a chance to save."""
        os.kill(int(self._tmux("list-panes", "-F", "#{pane_pid}")), signal.SIGKILL)

    def close(self) -> None:
        self._tmux("kill-server")

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run(["tmux", "-u", "-L", self.socket, *arguments], capture_output=True, text=True, check=False)
        if done.returncode:
            raise TerminalError(f"tmux {arguments[0]}: {done.stderr.strip()}")
        return done.stdout
