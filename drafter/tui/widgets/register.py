"""A list in columns whose row under the cursor unfolds to all that is known of it; and one whose rows are taken or left."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import ClassVar, NamedTuple, TypeAlias

from rich.cells import cell_len
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from drafter.model.words import Both
from drafter.tui.clean import line as cleaned
from drafter.tui.keys import key
from drafter.tui.speech import tell
from drafter.tui.widgets.linelist import LineList, Piece, Row, cropped
from drafter.tui.widgets.sheet import breaks

_WIDE = 110  # cells from which on there is room for every column
_GAP = 2
_LABEL = 12  # cells of the labels of what unfolds
_LONGEST = 8  # lines of one text that unfolds

#: A text in one look or in several.
Said: TypeAlias = "str | Sequence[Piece]"


class Head(NamedTuple):
    """A column. ``width`` in cells; those of width 0 share what the others leave. ``wide``: only where there is room for it."""

    title: Both
    width: int = 0
    right: bool = False
    wide: bool = False


class More(NamedTuple):
    """What unfolds: a label, and a text that is broken into lines."""

    label: str
    said: Said


class Entry(NamedTuple):
    """A row: a text for each column, and what unfolds under it.

    ``ticked``: whether it is taken; None for a row that there is nothing to take of. One that is a ``heading`` has one cell,
    across all columns.
    """

    cells: tuple[Piece, ...]
    more: tuple[More, ...] = ()
    ticked: bool | None = None
    heading: bool = False


class Register(LineList):
    """``draw`` gives row by row, when it is looked at."""

    HEADER = 1
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "register--title",
        "register--heading",
        "register--label",
        "register--good",
        "register--warn",
        "register--bad",
        "register--mark",
    }
    DEFAULT_CSS = """
    Register {
        &> .register--title { color: $text-muted; background: $panel; }
        &> .register--heading { color: $text-primary; text-style: bold; }
        &> .register--label { color: $text-muted; }
        &> .register--good { color: $text-success; }
        &> .register--warn { color: $text-warning; }
        &> .register--bad { color: $text-error; text-style: bold; }
        &> .register--mark { color: $text-accent; text-style: bold underline; }
    }
    """

    def __init__(
        self, heads: Sequence[Head], draw: Callable[[int], Entry], empty: Callable[[], str], id: str | None = None
    ) -> None:
        super().__init__(empty=empty, id=id)
        self.heads = list(heads)
        self._draw = draw

    def show_entries(self, count: int, cursor: int | None = None) -> None:
        """There are ``count`` rows, and they may say something else; None leaves the cursor at its number."""
        self.recount(count, cursor)
        self._unfold()

    def entry(self, index: int) -> Entry:
        return self._draw(index)

    # Drawing

    @property
    def indent(self) -> int:
        """Cells in front of the columns."""
        return 1

    def seen(self, width: int) -> list[tuple[int, Head, int]]:
        """(number, column, its width) of those that are shown in ``width`` cells."""
        shown = [(at, head) for at, head in enumerate(self.heads) if width >= _WIDE or not head.wide]
        open_ended = sum(not head.width for _, head in shown)
        used = self.indent + sum(head.width + _GAP for _, head in shown) - _GAP
        free = max((width - used) // open_ended, 4) if open_ended else 0
        return [(at, head, head.width or free) for at, head in shown]

    def header(self, y: int) -> Strip:
        style = self.get_component_rich_style("register--title")
        return self.strip_of(self._columns([Piece(tell(head.title)) for head in self.heads], self.line_width), style)

    def row(self, index: int, width: int) -> Row:
        entry = self.entry(index)
        if entry.heading:
            return [Piece(f" {entry.cells[0].text}", "register--heading")]
        return self._columns(entry.cells, width, self.lead(entry))

    def _columns(self, cells: Sequence[Piece], width: int, lead: str = "") -> list[Piece]:
        pieces = [Piece(lead.ljust(self.indent))]
        for at, head, room in self.seen(width):
            pieces += [Piece(_fitted(cells[at].text, room, head.right), cells[at].look), Piece(" " * _GAP)]
        return pieces[:-1]

    def lead(self, entry: Entry) -> str:
        """What stands in front of the columns."""
        return ""

    def below(self, index: int, width: int) -> list[Row]:
        return [row for more in self.entry(index).more for row in self._unfolded_text(more, width)]

    def _unfolded_text(self, more: More, width: int) -> list[Row]:
        pieces = [Piece(more.said)] if isinstance(more.said, str) else more.said
        lines = flowed(pieces, max(width - _LABEL - self.indent, 8))
        if len(lines) > _LONGEST:
            lines = [*lines[: _LONGEST - 1], [Piece("......", "register--label")]]
        label = Piece(" " * self.indent + _fitted(more.label, _LABEL - _GAP) + " " * _GAP, "register--label")
        return [[label if number == 0 else Piece(" " * (_LABEL + self.indent)), *each] for number, each in enumerate(lines)]


class TickList(Register):
    """Rows that are each taken or left: the space bar, Enter or a click on the box."""

    class Ticked(Message):
        """Row ``index`` is to be taken, or to be left."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    BINDINGS: ClassVar[list[BindingType]] = [
        key("space,enter", "tick", Both("选上、不选", "Take or leave"), "ticks.tick"),
    ]

    @property
    def indent(self) -> int:
        return 5

    def lead(self, entry: Entry) -> str:
        return {True: " [x]", False: " [ ]", None: ""}[entry.ticked]

    def action_tick(self) -> None:
        if self.count and self.entry(self.cursor).ticked is not None:
            self.post_message(self.Ticked(self.cursor))

    def clicked(self, index: int, x: int, event: events.Click) -> None:
        self.cursor = index
        if event.button == 1 and x < self.indent:
            self.action_tick()


def flowed(pieces: Iterable[Piece], width: int) -> list[list[Piece]]:
    """Texts one after another, in lines of ``width`` cells; a line feed begins a new one."""
    lines: list[list[Piece]] = []
    looks: list[tuple[str, str]] = []
    for piece in pieces:
        *whole, last = piece.text.split("\n")
        for text in whole:
            lines += _broken([*looks, (text, piece.look)], width)
            looks = []
        looks.append((last, piece.look))
    return lines + _broken(looks, width)


def _broken(looks: Sequence[tuple[str, str]], width: int) -> list[list[Piece]]:
    texts = [(cleaned(text), look) for text, look in looks]
    whole = "".join(text for text, _ in texts)
    lines = []
    for start, end in pairwise([0, *breaks(whole, width), len(whole)]):
        line, at = [], 0
        for text, look in texts:
            part = text[max(start - at, 0) : max(end - at, 0)]
            if part:
                line.append(Piece(part, look))
            at += len(text)
        lines.append(line)
    return lines


def _fitted(text: str, width: int, right: bool = False) -> str:
    """``text`` in ``width`` cells."""
    shown = cropped(cleaned(text), width)
    blank = " " * (width - cell_len(shown))
    return blank + shown if right else shown + blank
