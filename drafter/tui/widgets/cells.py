"""The texts of table cells: one being typed, and a block that comes from a spreadsheet."""

import re

from rich.cells import cell_len


class CellText:
    """A text on one line while it is typed, and the caret in it. Knows nothing of the screen but widths."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.caret = len(text)

    def put(self, text: str) -> None:
        """``text`` at the caret."""
        self.text = self.text[: self.caret] + text + self.text[self.caret :]
        self.caret += len(text)

    def press(self, key: str) -> bool:
        """A key that moves in the text or deletes from it. False when it is not one of these."""
        before, after = self.text[: self.caret], self.text[self.caret :]
        if key == "left":
            self.caret = max(self.caret - 1, 0)
        elif key == "right":
            self.caret = min(self.caret + 1, len(self.text))
        elif key == "home":
            self.caret = 0
        elif key == "end":
            self.caret = len(self.text)
        elif key == "backspace":
            self.text, self.caret = before[:-1] + after, max(self.caret - 1, 0)
        elif key == "delete":
            self.text = before + after[1:]
        else:
            return False
        return True

    def first(self, width: int) -> int:
        """The first character to show in ``width`` cells, so that the caret is among them."""
        room = width - cell_len(self.text[self.caret : self.caret + 1] or " ")
        start = self.caret
        while start and (room := room - cell_len(self.text[start - 1])) >= 0:
            start -= 1
        return start

    def at(self, x: int, width: int) -> int:
        """The character at cell ``x`` of what :meth:`first` shows."""
        place = self.first(width)
        while place < len(self.text) and x >= cell_len(self.text[place]):
            x -= cell_len(self.text[place])
            place += 1
        return place


_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|$)')
_PLAIN = re.compile(r"[^\t\n]*")


def block_of(pasted: str) -> list[list[str]]:
    """The rows of cells that a spreadsheet put on the clipboard: tabs between cells, a line a row.

    A cell with a line break or a tab inside stands in quotes there; such a cell becomes one line. Other quotes are text.
    """
    text = pasted.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows: list[list[str]] = [[]]
    at = 0
    while True:
        quoted = _QUOTED.match(text, at) if text.startswith('"', at) else None
        if quoted and ("\n" in quoted[1] or "\t" in quoted[1]):
            rows[-1].append(" ".join(quoted[1].replace('""', '"').split()))
            at = quoted.end()
        else:
            plain = _PLAIN.match(text, at)
            assert plain is not None  # it matches nothing at all, too
            rows[-1].append(plain[0].strip())
            at = plain.end()
        if at >= len(text):
            return rows
        if text[at] == "\n":
            rows.append([])
        at += 1
