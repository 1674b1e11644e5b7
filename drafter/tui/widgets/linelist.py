"""A list that draws only the lines that are seen: ten thousand rows cost what ten cost."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple, TypeAlias

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from drafter.model.words import Both
from drafter.tui.clean import line as cleaned
from drafter.tui.keys import key


class Piece(NamedTuple):
    """A text in one look. ``look`` is a component class of the widget; "" is the look of the row."""

    text: str
    look: str = ""


#: One row: a text, or texts each in a look of its own. What it holds is cleaned when it is drawn.
Row: TypeAlias = "str | Sequence[Piece]"


class LineList(ScrollView, can_focus=True):
    """A list of one-line rows with a cursor.

    Give it rows with :meth:`show`, or override ``row``. A subclass may let the row under the cursor unfold to more lines
    (``below``), and may keep lines standing over the list (``HEADER`` and ``header``) and under it (``FOOTER`` and ``footer``).
    """

    class Highlighted(Message):
        """The cursor has come to row ``index``; None when the list became empty."""

        def __init__(self, lines: "LineList", index: int | None) -> None:
            super().__init__()
            self.lines = lines
            self.index = index

        @property
        def control(self) -> "LineList":
            return self.lines

    class Selected(Message):
        """Row ``index`` was chosen: by Enter or by a click."""

        def __init__(self, lines: "LineList", index: int) -> None:
            super().__init__()
            self.lines = lines
            self.index = index

        @property
        def control(self) -> "LineList":
            return self.lines

    ALLOW_SELECT = False
    HEADER: ClassVar[int] = 0
    FOOTER: ClassVar[int] = 0
    #: Ids of the bindings that a right click offers; a list without any has no menu.
    MENU: ClassVar[tuple[str, ...]] = ()
    COMPONENT_CLASSES: ClassVar[set[str]] = {"linelist--cursor", "linelist--muted"}
    BINDINGS: ClassVar[list[BindingType]] = [
        key("up", "step(-1)", Both("上一行", "Up"), "list.up", show=False),
        key("down", "step(1)", Both("下一行", "Down"), "list.down", show=False),
        key("pageup", "page(-1)", Both("上一屏", "Page up"), "list.page_up", show=False),
        key("pagedown", "page(1)", Both("下一屏", "Page down"), "list.page_down", show=False),
        key("home,ctrl+home", "edge(-1)", Both("开头", "First"), "list.first", show=False),
        key("end,ctrl+end", "edge(1)", Both("末尾", "Last"), "list.last", show=False),
        key("enter", "choose", Both("打开", "Open"), "list.choose", show=False),
        key("shift+f10", "menu", Both("菜单", "Menu"), "list.menu", show=False),
    ]
    DEFAULT_CSS = """
    LineList {
        height: 1fr; overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1;
        &> .linelist--muted { color: $text-muted; }
        &> .linelist--cursor { color: $block-cursor-blurred-foreground; background: $block-cursor-blurred-background; }
        &:focus > .linelist--cursor { color: $block-cursor-foreground; background: $block-cursor-background; text-style: bold; }
    }
    """

    cursor: reactive[int] = reactive(0, repaint=False, init=False)

    def __init__(
        self,
        rows: Sequence[Row] = (),
        *,
        empty: Callable[[], str] | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """``empty`` makes the sentence that stands in a list without rows."""
        super().__init__(id=id, classes=classes)
        self._rows = rows
        self._empty = empty
        self._unfolded: list[Row] = []
        self._count = len(rows)
        #: Whether it has been on the screen yet.
        self.drawn = False

    # What a subclass says about its rows

    def row(self, index: int, width: int) -> Row:
        """Row ``index`` for ``width`` cells; what is longer is cropped."""
        return self._rows[index]

    def below(self, index: int, width: int) -> list[Row]:
        """Further lines of the row, shown while the cursor is on it."""
        return []

    def header(self, y: int) -> Strip:
        """Line ``y`` of those that stand over the list."""
        return Strip.blank(self.line_width, self.rich_style)

    def footer(self, y: int) -> Strip:
        """Line ``y``, counted from 0, of those that stand under the list."""
        return Strip.blank(self.line_width, self.rich_style)

    def tell_highlighted(self, index: int | None) -> None:
        self.post_message(self.Highlighted(self, index))

    def tell_selected(self, index: int) -> None:
        self.post_message(self.Selected(self, index))

    # Its rows and its cursor

    def show(self, rows: Sequence[Row]) -> None:
        """Shows other rows. The cursor stays at its number, or goes to the last row."""
        self._rows = rows
        self.recount(len(rows))

    @property
    def count(self) -> int:
        return self._count

    @property
    def line_width(self) -> int:
        """Cells that a row has to itself, beside the scrollbar."""
        return max(self.scrollable_content_region.width, 1)

    def recount(self, count: int, cursor: int | None = None) -> None:
        """The rows are others, ``count`` of them; the cursor goes to row ``cursor``. Repaints what is seen."""
        had = self._count
        self._count = count
        wanted = max(0, min(self.cursor if cursor is None else cursor, count - 1))
        moved = wanted != self.cursor
        self.cursor = wanted
        if not moved:
            self._unfold()
            if bool(had) != bool(count):
                self.tell_highlighted(wanted if count else None)
        self.refresh()

    def refresh_row(self, index: int) -> None:
        """Repaints one row, if it is seen."""
        self._refresh_lines(index, 1 + len(self._unfolded) if index == self.cursor else 1)

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, self._count - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        had = len(self._unfolded)
        self._unfold()
        if had or self._unfolded:
            self.refresh()
        else:
            self._refresh_lines(old, 1)
            self._refresh_lines(new, 1)
        self.bring_to_view()
        if self._count:
            self.tell_highlighted(new)

    def bring_to_view(self) -> None:
        """Scrolls as little as shows the row under the cursor whole."""
        room = self._room
        if room <= 0:
            return
        first, lines = self.cursor, min(1 + len(self._unfolded), room)
        top = self.scroll_offset.y
        if first < top:
            self.scroll_to(y=first, animate=False)
        elif first + lines > top + room:
            self.scroll_to(y=first + lines - room, animate=False)

    @property
    def _room(self) -> int:
        """Rows that are seen at once."""
        return self.scrollable_content_region.height - self.HEADER - self.FOOTER

    def _unfold(self) -> None:
        on_row = self._count and self.size.width
        self._unfolded = self.below(self.cursor, self.line_width) if on_row else []
        self.virtual_size = Size(self.full_width(), self._count + len(self._unfolded) + self.HEADER + self.FOOTER)

    def full_width(self) -> int:
        """How wide a row is, seen or not; 0: as wide as the list."""
        return 0

    def on_resize(self) -> None:
        self._unfold()
        self.bring_to_view()
        self.refresh()

    def on_mount(self) -> None:
        self._unfold()
        if self._count:
            self.tell_highlighted(self.cursor)

    # Drawing

    def render_line(self, y: int) -> Strip:
        self.drawn = True
        if y < self.HEADER:
            return self.header(y)
        if y >= self.HEADER + self._room:
            return self.footer(y - self.HEADER - self._room)
        index, part = self._row_at(y)
        if index is None:
            return self._nothing(y)
        if part:
            return self.strip_of(self._unfolded[part - 1], self.row_style(index), index != self.cursor or not self.has_focus)
        return self.row_strip(index)

    def row_strip(self, index: int) -> Strip:
        """Row ``index``, as wide as the list."""
        tinted = index != self.cursor or not self.has_focus
        return self.strip_of(self.row(index, self.line_width), self.row_style(index), tinted)

    def row_style(self, index: int) -> Style:
        return self.get_component_rich_style("linelist--cursor") if index == self.cursor else self.rich_style

    def strip_of(self, row: Row, style: Style, tinted: bool = True) -> Strip:
        """A row's texts, cleaned, cropped or filled up to the width. ``tinted``: pieces in their own looks."""
        width = left = self.line_width
        segments: list[Segment] = []
        for text, look in [Piece(row)] if isinstance(row, str) else row:
            shown = cleaned(text)
            cells = cell_len(shown)
            if cells > left:
                shown, cells = cropped(shown, left), left
            if shown:
                own = self.get_component_rich_style(look) + style.background_style if look and tinted else style
                segments.append(Segment(shown, own))
            left -= cells
            if left <= 0:
                break
        if left > 0:
            segments.append(Segment(" " * left, style))
        return Strip(segments, width)

    def _row_at(self, y: int) -> tuple[int | None, int]:
        """The row drawn at line ``y`` of the widget, and which of its lines it is; None below the last."""
        line = y - self.HEADER + self.scroll_offset.y
        extra = len(self._unfolded)
        if line <= self.cursor:
            index, part = line, 0
        elif line <= self.cursor + extra:
            index, part = self.cursor, line - self.cursor
        else:
            index, part = line - extra, 0
        return (index, part) if 0 <= index < self._count else (None, 0)

    def _nothing(self, y: int) -> Strip:
        if self._count or self._empty is None or y != self.HEADER:
            return Strip.blank(self.line_width, self.rich_style)
        return self.strip_of([Piece(self._empty(), "linelist--muted")], self.rich_style)

    def _refresh_lines(self, index: int, lines: int) -> None:
        y = index - self.scroll_offset.y
        if -lines < y < self._room:
            self.refresh(Region(0, y + self.HEADER, self.size.width, lines))

    # Keys and the mouse

    def action_step(self, by: int) -> None:
        self.cursor += by

    def action_page(self, by: int) -> None:
        self.cursor += by * max(self._room - 1, 1)

    def action_edge(self, side: int) -> None:
        self.cursor = 0 if side < 0 else self._count - 1

    def action_choose(self) -> None:
        if self._count:
            self.tell_selected(self.cursor)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or not 0 <= offset.y - self.HEADER < self._room:
            return
        index, _ = self._row_at(offset.y)
        if index is not None:
            event.stop()
            self.clicked(index, offset.x, event)

    def clicked(self, index: int, x: int, event: events.Click) -> None:
        """Row ``index`` was clicked at cell ``x``."""
        self.cursor = index
        if event.button == 1:
            self.tell_selected(index)
        elif event.button == 3:
            self.open_menu(event.screen_offset)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return bool(self.MENU and self.count) if action == "menu" else True

    def action_menu(self) -> None:
        self.open_menu(self.content_region.offset + Offset(2, self.cursor - self.scroll_offset.y + self.HEADER + 1))

    def open_menu(self, at: Offset) -> None:
        """Offers what can be done with the row under the cursor, at a place on the screen."""
        from drafter.tui.widgets.menu import open_menu

        if self.MENU:
            open_menu(self, self.MENU, at)


def cropped(text: str, width: int) -> str:
    """``text`` in ``width`` cells: cut with .. when it is longer, as … is one cell here and two there."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 2) + ".." if width > 3 else set_cell_size(text, max(width, 0))
