"""The path of a file: typed and completed, pasted, or dragged into the terminal."""

import os
from pathlib import Path
from typing import ClassVar
from urllib.parse import unquote, urlparse

from textual.binding import BindingType

from drafter.model.words import Both
from drafter.tui.beside import beside
from drafter.tui.clean import line
from drafter.tui.keys import key
from drafter.tui.screens.dialog import Entry


class PathEntry(Entry):
    """A path; Tab completes it, and goes on to the next field where there is nothing to complete."""

    BINDINGS: ClassVar[list[BindingType]] = [
        key("tab", "complete", Both("补全路径", "Complete the path"), "path.complete"),
    ]

    def __init__(self, start: Path, id: str, placeholder: str = "") -> None:
        super().__init__(id=id, placeholder=placeholder)
        self.start = start

    def action_complete(self) -> None:
        typed = self.value
        if not typed:
            self.screen.focus_next()
            return
        beside(self, lambda: self._look(typed), lambda made: self._completed(typed, made.value or ""), "complete")

    def _look(self, typed: str) -> str:
        """In a thread, for a folder on the network may be slow: how far all the ways to go on agree."""
        from drafter.actions.candidates import common, complete

        # A name that cannot be shown as it is cannot be typed either.
        ways = [way for way in complete(typed, self.start) if line(way) == way]
        return common(ways) if ways else ""

    def _completed(self, typed: str, whole: str) -> None:
        if self.value != typed:
            return
        if len(whole) > len(typed):
            self.value = whole
            self.cursor_position = len(whole)
        elif self.has_focus:
            self.screen.focus_next()


def bare_path(typed: str) -> Path:
    """The path in what was typed, pasted, or dragged into the terminal: without quotes, ~ and file:// resolved."""
    text = typed.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    if text.startswith("file://"):
        text = unquote(urlparse(text).path)
    return Path(os.path.expanduser(text))  # noqa: PTH111  # pathlib raises for an unknown user
