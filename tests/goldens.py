"""Screens kept as text beside their tests. DRAFTER_GOLDEN=write takes what is shown for right; look at it before committing."""

import difflib
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from pilots import screen_lines, screen_text
from rich.cells import cell_len
from textual.app import App
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from drafter.model.words import Language
from drafter.tui.speech import speak

LANGUAGES: tuple[Language, ...] = ("zh", "en")


def same_screen(app: App[Any], path: Path) -> None:
    """The screen is the one kept in ``path``."""
    shown = screen_text(app)
    if os.environ.get("DRAFTER_GOLDEN") == "write":
        path.write_text(shown, "utf-8")
    kept = path.read_text("utf-8")
    assert shown == kept, "\n".join(difflib.unified_diff(kept.split("\n"), shown.split("\n"), path.name, "shown", lineterm=""))


async def settled(pilot: Pilot[Any]) -> None:
    """Waits for what runs beside the screen, and until the screen has stopped changing."""
    quiet, shown = 0, ""
    while quiet < 3:
        await pilot.pause(0.01)
        with suppress(WorkerCancelled):
            await pilot.app.workers.wait_for_complete()
        now = screen_text(pilot.app)
        quiet, shown = (quiet + 1, shown) if now == shown else (0, now)


async def same_in_all(pilot: Pilot[Any], folder: Path, name: str) -> None:
    """The screen is as it was kept: in Chinese and in English, at 80x24 and 160x50; and nothing is wider than the screen."""
    for language in LANGUAGES:
        speak(language)
        await pilot.app.screen.recompose()
        for width, height in ((80, 24), (160, 50)):
            await pilot.resize_terminal(width, height)
            await settled(pilot)
            assert all(cell_len(line) <= width for line in screen_lines(pilot.app))
            same_screen(pilot.app, folder / f"{name}.{language}.{width}x{height}.txt")
    speak("zh")
