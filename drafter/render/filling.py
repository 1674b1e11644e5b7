"""Pages filled with lines, one paragraph after the other; blank lines, headings that are kept, and the foot of the last page."""

from typing import NamedTuple

from drafter.model.block import Run
from drafter.render.measures import SMALL_LINE


class PrintedLine(NamedTuple):
    """One line. ``role`` is the kind of its block, "" for a blank line; ``level`` that of a heading. ``indent`` is what is
    free on its left, in half characters; ``fact`` the key of the fact that it came from, None where that is none.

    Templates mark a fact where it begins: the paragraphs after a marked block are taken for the same fact's.
    """

    runs: tuple[Run, ...]
    role: str
    level: int = 0
    indent: int = 0
    fact: str | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


PrintedPage = list[PrintedLine]
BLANK = PrintedLine((), "")


class Unit(NamedTuple):
    """What goes onto a page whole, a line or the row of a table, and its height in twips."""

    lines: tuple[PrintedLine, ...]
    height: int


class Paragraph(NamedTuple):
    """A block as it is set. ``before`` and ``after`` count blank lines; ``kept``: it stands on a page with what follows."""

    units: list[Unit]
    before: int = 0
    after: int = 0
    kept: bool = False


class Pages:
    """Fills pages of ``height`` twips. A heading waits for what follows, so that it is never the last line of a page."""

    def __init__(self, height: int, pitch: int) -> None:
        self.height, self.pitch = height, pitch
        self.pages: list[PrintedPage] = [[]]
        self.filled = 0
        self.waiting: list[Paragraph] = []

    def add(self, paragraph: Paragraph) -> None:
        self.waiting.append(paragraph)
        if not paragraph.kept:
            self.settle()

    def settle(self) -> None:
        """Places what has been waiting, on a new page where the last of it would be parted from the rest."""
        if not self.waiting:
            return
        *held, last = self.waiting
        together = sum(unit.height for paragraph in held for unit in paragraph.units)
        together += last.before * self.pitch + last.units[0].height
        if held and self.filled + together > self.height:
            self.turn()
        for paragraph in self.waiting:
            self.place(paragraph, self.pitch)
        self.waiting = []

    def place(self, paragraph: Paragraph, pitch: int) -> None:
        self.blank(paragraph.before)
        for unit in paragraph.units:
            if self.filled + unit.height > self.height:
                self.turn()
            self.pages[-1] += unit.lines
            self.filled += unit.height
        self.blank(paragraph.after)

    def blank(self, count: int) -> None:
        """Blank lines, which a page neither begins with nor grows by."""
        for _ in range(count):
            if self.pages[-1] and self.filled + self.pitch <= self.height:
                self.pages[-1].append(BLANK)
                self.filled += self.pitch

    def turn(self) -> None:
        if self.pages[-1]:
            self.pages.append([])
            self.filled = 0

    def close(self, imprint: list[PrintedLine]) -> None:
        """版记, at the foot of the last page: of another one where it does not fit."""
        height = len(imprint) * SMALL_LINE
        if self.filled + height > self.height:
            self.turn()
        if not imprint and not self.pages[-1] and len(self.pages) > 1:
            self.pages.pop()  # what was turned back to, with nothing to print
        if imprint:
            self.pages[-1] += [BLANK] * ((self.height - self.filled - height) // self.pitch) + imprint

    def break_page(self, height: int) -> None:
        """A new page, from which on pages are ``height`` twips high."""
        self.settle()
        self.turn()
        self.height = height
