"""A table edited in place: typed into, pasted into, its rows added, moved and removed."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from drafter.model.words import Both
from drafter.tui.clean import line as cleaned
from drafter.tui.keys import key
from drafter.tui.widgets.cells import CellText, block_of
from drafter.tui.widgets.table import Column, GridRow, Table


class Change(NamedTuple):
    """A cell and the text it shall have."""

    row_key: int
    column_key: str
    text: str


class Grid(Table):
    """Rows of cells with a cell under the cursor.

    Typing, Enter or F2 begins editing; Enter keeps it and goes down, Tab keeps it and goes right, Escape gives it up, leaving
    the table keeps it. What is still being typed is in :attr:`pending`. The grid changes no row itself: it tells, and is shown anew.
    """

    class CellChanged(Message):
        """A cell was typed, cleared or switched to another choice."""

        def __init__(self, row_key: int, column_key: str, text: str) -> None:
            super().__init__()
            self.row_key = row_key
            self.column_key = column_key
            self.text = text

    class CellsPasted(Message):
        """A block was pasted: ``cells`` to be set; ``beyond``, rows that there are none for, texts by column.

        ``dropped`` counts the texts that met a column that cannot be typed in, or none.
        """

        def __init__(self, cells: list[Change], beyond: list[dict[str, str]], dropped: int) -> None:
            super().__init__()
            self.cells = cells
            self.beyond = beyond
            self.dropped = dropped

    class RowAsked(Message):
        """A row was meant; None in a table without rows."""

        def __init__(self, row_key: int | None) -> None:
            super().__init__()
            self.row_key = row_key

    class RowAdd(RowAsked):
        """A new row after this one."""

    class RowRemove(RowAsked):
        """This row is to go."""

    class RowMove(RowAsked):
        """This row is to change places with the next one (``by`` 1) or the one before it (-1)."""

        def __init__(self, row_key: int, by: int) -> None:
            super().__init__(row_key)
            self.by = by

    class RowHighlighted(RowAsked):
        """The cursor has come to this cell."""

        def __init__(self, row_key: int | None, column_key: str) -> None:
            super().__init__(row_key)
            self.column_key = column_key

    MENU: ClassVar[tuple[str, ...]] = (
        "grid.edit",
        "grid.clear",
        "grid.copy",
        "grid.paste",
        "grid.add_row",
        "grid.remove_row",
        "grid.move_up",
        "grid.move_down",
    )
    COMPONENT_CLASSES: ClassVar[set[str]] = {"grid--editor"}
    BINDINGS: ClassVar[list[BindingType]] = [
        key("left", "across(-1)", Both("左一格", "Left"), "grid.left", show=False),
        key("right", "across(1)", Both("右一格", "Right"), "grid.right", show=False),
        key("home", "column_edge(-1)", Both("第一栏", "First column"), "grid.first_column", show=False),
        key("end", "column_edge(1)", Both("最后一栏", "Last column"), "grid.last_column", show=False),
        key("ctrl+home", "edge(-1)", Both("第一行", "First row"), "grid.first_row", show=False),
        key("ctrl+end", "edge(1)", Both("最后一行", "Last row"), "grid.last_row", show=False),
        key("f2", "edit", Both("改这一格", "Edit"), "grid.edit"),
        key("delete", "clear", Both("清空", "Clear"), "grid.clear", show=False),
        key("insert,ctrl+n", "add_row", Both("加一行", "Add row"), "grid.add_row"),
        key("ctrl+delete,shift+delete", "remove_row", Both("删一行", "Delete row"), "grid.remove_row"),
        key("alt+up,ctrl+up", "move_row(-1)", Both("上移", "Move up"), "grid.move_up", show=False),
        key("alt+down,ctrl+down", "move_row(1)", Both("下移", "Move down"), "grid.move_down", show=False),
        key("ctrl+c", "copy", Both("复制这一格", "Copy"), "grid.copy", show=False),
        key("ctrl+v", "paste", Both("粘贴", "Paste"), "grid.paste", show=False),
    ]
    DEFAULT_CSS = """
    Grid > .grid--editor { color: $foreground; background: $panel; text-style: underline; }
    """

    def __init__(
        self, columns: Sequence[Column], rows: Sequence[GridRow] = (), *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(columns, rows, id=id, classes=classes)
        self._editing: CellText | None = None
        self._edited = (0, "", "")  # row, column, the text as it was

    # Rows

    def show(self, rows: Sequence[GridRow]) -> None:  # type: ignore[override]
        """Shows other rows. The cursor stays on its row while there is one; so does what is being typed."""
        stood = self.key_at(self.cursor) if self.count else None
        self._table = rows
        self.rows_changed(len(rows), stood)

    def rows_changed(self, count: int, stood: int | None) -> None:
        """The rows are others; the cursor was on row ``stood``."""
        place = self.cursor
        if stood is not None and (place >= count or self.key_at(place) != stood):
            self._count = count
            found = self.place_of(stood)
            place = place if found is None else found
        if self._editing is not None and not (place < count and self.key_at(place) == self._edited[0]):
            self.commit()
        self.recount(count, place)

    @property
    def pending(self) -> Change | None:
        """What is being typed into a cell and is not yet told; None while nothing is."""
        return None if self._editing is None else Change(*self._edited[:2], self._editing.text)

    def go(self, row_key: int, column_key: str | None = None) -> bool:
        """Puts the cursor on a cell; None leaves the column. False when there is no such row."""
        index = self.place_of(row_key)
        if index is None:
            return False
        self._to(index, next((place for place, column in enumerate(self.columns) if column.key == column_key), self.column))
        return True

    # Drawing

    def row_strip(self, index: int) -> Strip:
        """The row, with the text that is being typed laid over its cell."""
        strip = super().row_strip(index)
        if self._editing is None or index != self.cursor:
            return strip
        style, (x, width) = self.get_component_rich_style("grid--editor"), self._editor_place()
        first, caret, text = self._editing.first(width), self._editing.caret, cleaned(self._editing.text)
        shown = [
            Segment(text[first:caret], style),
            Segment(text[caret : caret + 1] or " ", style + Style(reverse=True)),
            Segment(text[caret + 1 :], style),
        ]
        cell = Strip([segment for segment in shown if segment.text]).adjust_cell_length(width, style)
        return Strip.join([strip.crop(0, x), cell, strip.crop(x + width, self.line_width)])

    def _editor_place(self) -> tuple[int, int]:
        """Where the editor begins, and how wide it is: as the cell, and as the text needs where there is room."""
        assert self._editing is not None
        wanted = max(self.columns[self.column].width, cell_len(self._editing.text) + 2)
        width = min(wanted, self.line_width)
        return min(self.cell_x, self.line_width - width), width

    # The cursor

    def tell_highlighted(self, index: int | None) -> None:
        row_key = None if index is None or not self.count else self.key_at(index)
        self.post_message(self.RowHighlighted(row_key, self.columns[self.column].key))

    def tell_selected(self, index: int) -> None:
        """A chosen row is told as highlighted: what there is to do in a table is done in its cells."""

    def watch_cursor(self, old: int, new: int) -> None:
        super().watch_cursor(old, new)
        self._lead_input()

    def _to(self, index: int, column: int) -> None:
        """The cursor goes to a cell; what is being typed is kept."""
        self.commit()
        column = max(0, min(column, len(self.columns) - 1))
        moved, self.column = column != self.column, column
        self.show_column()
        was = self.cursor
        self.cursor = index
        if moved and self.cursor == was:
            self.refresh_row(was)
            self.tell_highlighted(was if self.count else None)
            self._lead_input()

    def _lead_input(self) -> None:
        """The terminal's own cursor goes to the cell, where an input method opens its window."""
        if not self.has_focus or not self.count:
            return
        x = self.cell_x
        if self._editing is not None:
            x, width = self._editor_place()
            x += cell_len(self._editing.text[self._editing.first(width) : self._editing.caret])
        self.app.cursor_position = self.content_region.offset + Offset(x, self.cursor - self.scroll_offset.y + self.HEADER)

    # Editing

    def edit(self, text: str | None = None) -> None:
        """Begins to edit the cell under the cursor: with ``text`` instead of what is there, None with what is there."""
        column = self.columns[self.column]
        if not self.count or not column.editable:
            self.app.bell()
            return
        row = self.grid_row(self.cursor)
        there = row.cells.get(column.key, "")
        self._edited = (row.key, column.key, there)
        self._editing = CellText(there if text is None else text)
        self._typed()

    def commit(self) -> bool:
        """Ends editing and tells the text, if it is another. True when it was told."""
        if self._editing is None:
            return False
        text, (row_key, column_key, was) = self._editing.text, self._edited
        self.cancel()
        if was in (text, text.strip()):
            return False
        self.post_message(self.CellChanged(row_key, column_key, text.strip()))
        return True

    def cancel(self) -> None:
        """Ends editing; the cell stays as it was."""
        self._editing = None
        self._typed()

    def _typed(self) -> None:
        self.refresh_row(self.cursor)
        self._lead_input()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return character is not None and character.isprintable() and not key.startswith(("ctrl+", "alt+"))

    async def on_key(self, event: events.Key) -> None:
        """Every key of the table, also those that are bound: a binding waits for the app, and what is typed after it would
        overtake it and land in the cell before.
        """
        if self.check_consume_key(event.key, event.character):
            self._type(event.character or "")
        elif self._editing is not None and self._editing.press(event.key):
            self._typed()
        elif self._editing is not None and self._leave(event.key):
            pass
        elif self._editing is None and event.key == "backspace":
            self.edit("")
        elif not await self._act(event.key):
            return
        event.stop()
        event.prevent_default()

    async def _act(self, pressed: str) -> bool:
        """Does what the table has bound to a key. False when that is nothing."""
        active = self.screen.active_bindings.get(pressed)
        return (
            active is not None
            and active.node is self
            and active.enabled
            and await self.app.run_action(active.binding.action, self)
        )

    def _type(self, character: str) -> None:
        if self._editing is not None:
            self._editing.put(character)
            self._typed()
        elif character == " " and self.columns[self.column].choices:
            self._next_choice()
        else:
            self.edit(character)

    def _leave(self, pressed: str) -> bool:
        """A key that ends editing. False when it is none of these."""
        steps = {"enter": (1, 0), "tab": (0, 1), "shift+tab": (0, -1), "up": (-1, 0), "down": (1, 0)}
        if pressed == "escape":
            self.cancel()
        elif pressed in steps:
            down, right = steps[pressed]
            self._to(self.cursor + down, self.column + right)
        else:
            return False
        return True

    def _next_choice(self) -> None:
        column, row = self.columns[self.column], self.grid_row(self.cursor)
        there = row.cells.get(column.key, "")
        place = column.choices.index(there) + 1 if there in column.choices else 0
        self.post_message(self.CellChanged(row.key, column.key, column.choices[place % len(column.choices)]))

    def on_blur(self) -> None:
        self.commit()

    def on_focus(self) -> None:
        self._lead_input()

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.paste(event.text)

    def paste(self, text: str) -> None:
        """Into the text that is being typed; else over the cells to the right and below."""
        if self._editing is not None:
            self._editing.put(" ".join(text.split()))
            self._typed()
            return
        if not text:
            return
        cells: list[Change] = []
        beyond: list[dict[str, str]] = []
        dropped = 0
        for index, texts in enumerate(block_of(text), self.cursor):
            row: dict[str, str] = {}
            for place, each in enumerate(texts, self.column):
                if place < len(self.columns) and self.columns[place].editable:
                    row[self.columns[place].key] = each
                else:
                    dropped += bool(each)
            if index < self.count:
                cells += [Change(self.key_at(index), column, each) for column, each in row.items()]
            elif any(row.values()):
                beyond.append(row)
        self.post_message(self.CellsPasted(cells, beyond, dropped))

    # Keys and the mouse

    def clicked(self, index: int, x: int, event: events.Click) -> None:
        if self._editing is not None and index == self.cursor:
            start, width = self._editor_place()
            if start <= x < start + width:
                self._editing.caret = self._editing.at(x - start, width)
                self._typed()
                return
        across = x if x < self._starts[1] else x + self.scroll_offset.x
        place = next((place for place, end in enumerate(self._starts[1:]) if across < end), len(self.columns) - 1)
        self._to(index, place)
        if event.button == 3:
            self.open_menu(event.screen_offset)
        elif event.chain == 2:
            self.action_choose()

    def action_choose(self) -> None:
        if self.count and self.columns[self.column].choices:
            self._next_choice()
        else:
            self.edit()

    def action_edit(self) -> None:
        if self._editing is None:
            self.edit()

    def action_across(self, by: int) -> None:
        self._to(self.cursor, self.column + by)

    def action_column_edge(self, side: int) -> None:
        self._to(self.cursor, 0 if side < 0 else len(self.columns) - 1)

    def action_page(self, by: int) -> None:
        self.commit()
        super().action_page(by)

    def action_edge(self, side: int) -> None:
        self.commit()
        super().action_edge(side)

    def action_clear(self) -> None:
        column = self.columns[self.column]
        if self.count and column.editable and self.grid_row(self.cursor).cells.get(column.key):
            self.post_message(self.CellChanged(self.key_at(self.cursor), column.key, ""))

    def action_add_row(self) -> None:
        self.commit()
        self.post_message(self.RowAdd(self.key_at(self.cursor) if self.count else None))

    def action_remove_row(self) -> None:
        self.cancel()
        if self.count:
            self.post_message(self.RowRemove(self.key_at(self.cursor)))

    def action_move_row(self, by: int) -> None:
        self.commit()
        if self.count:
            self.post_message(self.RowMove(self.key_at(self.cursor), by))

    def action_copy(self) -> None:
        if self.count:
            self.app.copy_to_clipboard(self.grid_row(self.cursor).cells.get(self.columns[self.column].key, ""))

    def action_paste(self) -> None:
        self.paste(self.app.clipboard)
