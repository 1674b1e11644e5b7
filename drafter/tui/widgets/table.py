"""A table of which only the visible rows are drawn: its columns, its rows, and the cell under the cursor."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from drafter.model.words import NOTHING, Both
from drafter.tui.clean import line as cleaned
from drafter.tui.speech import tell
from drafter.tui.widgets.linelist import LineList, Row, cropped

_WAITS = "~"


class Column(NamedTuple):
    """``width`` in cells. ``right``: numbers stand at the right. ``choices``: Enter and the space bar go to the next of them.

    ``help`` says what the column holds.
    """

    key: str
    title: Both
    width: int
    right: bool = False
    editable: bool = True
    choices: tuple[str, ...] = ()
    help: Both = NOTHING


class GridRow(NamedTuple):
    """``cells`` and ``styles`` by column; a style is "computed", "provisional" or "bad", or none.

    ``locked``: nothing in the row can be changed. ``waits``: it is to be looked at, and marked behind its first column.
    """

    key: int
    cells: Mapping[str, str]
    styles: Mapping[str, str] = {}
    locked: bool = False
    waits: bool = False


class Table(LineList):
    """Rows of cells. The first column stays where it is; the others scroll sideways with the cursor.

    A subclass may say something of the cell under the cursor, in the ``FOOTER`` lines under the table (``notes``).
    """

    HEADER = 1
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "table--title",
        "table--row",
        "table--computed",
        "table--provisional",
        "table--bad",
        "table--waits",
        "table--note",
    }
    DEFAULT_CSS = """
    Table {
        overflow-x: auto; scrollbar-size-horizontal: 1;
        &> .table--title { color: $text-muted; background: $panel; }
        &> .table--note { color: $foreground; background: $panel; }
        &> .table--row { background: $boost; }
        &> .table--computed { color: $text-muted; }
        &> .table--provisional { color: $text-warning; text-style: italic; }
        &> .table--waits { color: $text-accent; text-style: bold; }
        &> .table--bad { color: $text-error; text-style: bold underline; }
    }
    """

    def __init__(
        self, columns: Sequence[Column], rows: Sequence[GridRow] = (), *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.columns = list(columns)
        self.column = 0
        self._table: Sequence[GridRow] = rows
        self._count = len(rows)
        self._starts = [0]
        for column in self.columns:
            self._starts.append(self._starts[-1] + column.width + 1)

    def grid_row(self, index: int) -> GridRow:
        return self._table[index]

    def key_at(self, index: int) -> int:
        return self.grid_row(index).key

    def full_width(self) -> int:
        return self._starts[-1]

    def place_of(self, row_key: int) -> int | None:
        """The number of a row; None when there is no such row."""
        return next((index for index in range(self.count) if self.key_at(index) == row_key), None)

    # Drawing

    def header(self, y: int) -> Strip:
        style = self.get_component_rich_style("table--title")
        titles = [tell(column.title) if self._whole(place) else "" for place, column in enumerate(self.columns)]
        cells = [_fitted(title, column) for title, column in zip(titles, self.columns, strict=True)]
        return self._laid([Segment(f"{text} ", style) for text in cells], style)

    def notes(self) -> list[Row]:
        """What is said under the table, at most ``FOOTER`` lines."""
        return []

    def footer(self, y: int) -> Strip:
        style, notes = self.get_component_rich_style("table--note"), self.notes()
        return self.strip_of(notes[y] if y < len(notes) else "", style)

    def refresh_notes(self) -> None:
        if self.FOOTER:
            self.refresh(Region(0, self.HEADER + self._room, self.size.width, self.FOOTER))

    def row_strip(self, index: int) -> Strip:
        row, here = self.grid_row(index), index == self.cursor
        base = self.get_component_rich_style("table--row") if here else self.rich_style
        segments = []
        for place, column in enumerate(self.columns):
            style = base
            if here and place == self.column:
                style = self.get_component_rich_style("linelist--cursor")
            elif look := row.styles.get(column.key) or ("computed" if row.locked else ""):
                style = self.get_component_rich_style(f"table--{look}") + base.background_style
            text = cleaned(row.cells.get(column.key, "")) if self._whole(place) else ""
            segments += [Segment(_fitted(text, column), style), Segment(" ", base)]
        if row.waits:
            segments[1] = Segment(_WAITS, self.get_component_rich_style("table--waits") + base.background_style)
        return self._laid(segments, base)

    def _whole(self, place: int) -> bool:
        """Whether a column is seen whole. Half a number would be another number: one cut by an edge is left blank, unless the
        cursor is in it, as when it is wider than the screen.
        """
        start, end, at = self._starts[place], self._starts[place + 1] - 1, self.scroll_offset.x
        return place in (0, self.column) or (start - at >= self._starts[1] and end - at <= self.line_width)

    def _laid(self, segments: list[Segment], style: Style) -> Strip:
        """A row as it is seen: its first column, then the others from where they are scrolled to."""
        width, fixed, at = self.line_width, self._starts[1], self.scroll_offset.x
        whole = Strip(segments, self._starts[-1])
        if at:
            whole = Strip.join([whole.crop(0, fixed), whole.crop(fixed + at, at + width)])
        return whole.adjust_cell_length(width, style)

    @property
    def cell_x(self) -> int:
        """Where the cell under the cursor begins, in the widget."""
        return self._starts[self.column] - (self.scroll_offset.x if self.column else 0)

    def show_column(self) -> None:
        """Scrolls as little as shows the column whole, beside the first one; that one is shown with those that follow it."""
        if not self.column:
            self.scroll_to(x=0, animate=False)
            return
        start, end, at = self._starts[self.column], self._starts[self.column + 1] - 1, self.scroll_offset.x
        if start - at < self._starts[1]:
            self.scroll_to(x=start - self._starts[1], animate=False)
        elif end - at > self.line_width:
            self.scroll_to(x=end - self.line_width, animate=False)


def _fitted(text: str, column: Column) -> str:
    """``text`` in the width of the column."""
    if column.right:
        return " " * (column.width - cell_len(text)) + cropped(text, column.width)
    return set_cell_size(cropped(text, column.width), column.width)
