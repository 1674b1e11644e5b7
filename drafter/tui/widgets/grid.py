"""A table edited in place: typed into, pasted into, its rows added, moved and removed."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset
from textual.strip import Strip

from drafter.model.words import Both
from drafter.tui.clean import line as cleaned
from drafter.tui.keys import key
from drafter.tui.widgets.asked import CellChanged, CellsPasted, Change, RowAdd, RowHighlighted, RowMove, RowRemove
from drafter.tui.widgets.cells import CellText, block_of
from drafter.tui.widgets.table import Column, GridRow, Table
from drafter.tui.widgets.turns import Turns


class Grid(Table, Turns):
    """Rows of cells with a cell under the cursor.

    Typing or Enter begins editing; Enter keeps it and goes down, Escape gives it up, and every other way out keeps it. What is
    still being typed is in :attr:`pending`; what was given up last, in :attr:`given_up`, and Ctrl+Z brings it back. Tab goes
    from cell to cell that can be typed in, and on to the next row. The grid changes no row itself: it tells (``asked``), and
    is shown anew.
    """

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
        key("enter", "choose", Both("改这一格", "Edit"), "grid.edit"),
        key("tab", "next_cell(1)", Both("下一格", "Next cell"), "grid.next", show=False),
        key("shift+tab", "next_cell(-1)", Both("前一格", "Cell before"), "grid.previous", show=False),
        key("delete", "clear", Both("清空", "Clear"), "grid.clear", show=False),
        key("insert,ctrl+n", "add_row", Both("加一行", "Add row"), "grid.add_row"),
        key("ctrl+delete,shift+delete", "remove_row", Both("删一行", "Delete"), "grid.remove_row"),
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
        #: What was typed into the cell under the cursor and given up by Escape; None once one has gone on.
        self.given_up: str | None = None
        self._held = []

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
        self.post_message(RowHighlighted(row_key, self.columns[self.column].key))

    def tell_selected(self, index: int) -> None:
        """A chosen row is told as highlighted: what there is to do in a table is done in its cells."""

    def watch_cursor(self, old: int, new: int) -> None:
        super().watch_cursor(old, new)
        self._moved()

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
            self._moved()

    def _moved(self) -> None:
        self.given_up = None
        self.refresh_notes()
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

    @property
    def open(self) -> bool:
        """Whether the cell under the cursor can be typed in."""
        return bool(self.count) and self.columns[self.column].editable and not self.grid_row(self.cursor).locked

    @property
    def text(self) -> str:
        """The text of the cell under the cursor; "" in a table without rows."""
        return self.grid_row(self.cursor).cells.get(self.columns[self.column].key, "") if self.count else ""

    def edit(self, text: str | None = None) -> None:
        """Begins to edit the cell under the cursor: with ``text`` instead of what is there, None with what is there."""
        if not self.open:
            self.app.bell()
            return
        there = self.text
        self._edited = (self.key_at(self.cursor), self.columns[self.column].key, there)
        self._editing = CellText(there if text is None else text)
        self.given_up = None
        self._typed()

    def take(self) -> Change | None:
        """Ends editing; the change that was typed, which nobody else is told. None when there is none."""
        if self._editing is None:
            return None
        text, (row_key, column_key, was) = self._editing.text, self._edited
        self._editing = None
        self._typed()
        return None if was in (text, text.strip()) else Change(row_key, column_key, text.strip())

    def commit(self) -> None:
        """Ends editing and tells the text, if it is another."""
        change = self.take()
        if change is not None:
            self.ask(CellChanged(*change))

    def give_up(self) -> None:
        """Ends editing; the cell stays as it was."""
        change = self.take()
        self.given_up = change.text or None if change is not None else None
        self.refresh_notes()

    def back(self) -> bool:
        """Gives up what is being typed, or takes up again what was given up. False when there is neither."""
        if self._editing is not None:
            self.give_up()
        elif self.given_up is not None:
            self.edit(self.given_up)
        else:
            return False
        return True

    def _typed(self) -> None:
        self.refresh_row(self.cursor)
        self.refresh_notes()
        self._lead_input()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return character is not None and character.isprintable() and not key.startswith(("ctrl+", "alt+"))

    async def pressed(self, event: events.Key) -> bool:
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
        elif not (event.key == "ctrl+z" and self.back()) and not await self._act(event.key):
            self.commit()  # wherever the key leads, what is typed is there before it
            return False
        return True

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
        down = {"enter": 1, "down": 1, "up": -1}
        if pressed == "escape":
            self.give_up()
        elif pressed in down:
            self._to(self.cursor + down[pressed], self.column)
        else:
            return False
        return True

    def _next_choice(self) -> None:
        if not self.open:
            self.app.bell()
            return
        column, there = self.columns[self.column], self.text
        place = column.choices.index(there) + 1 if there in column.choices else 0
        self.ask(CellChanged(self.key_at(self.cursor), column.key, column.choices[place % len(column.choices)]))

    def on_blur(self) -> None:
        self.commit()
        self.refresh_notes()

    def on_focus(self) -> None:
        self.refresh_notes()
        self._lead_input()

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
            row = self._placed(index, texts)
            dropped += sum(map(bool, texts)) - sum(map(bool, row.values()))
            if index < self.count:
                cells += [Change(self.key_at(index), column, each) for column, each in row.items()]
            elif any(row.values()):
                beyond.append(row)
        self.ask(CellsPasted(cells, beyond, dropped))

    def _placed(self, index: int, texts: list[str]) -> dict[str, str]:
        """A row of pasted texts by the columns that they fall in, those left out that cannot be typed in."""
        if index < self.count and self.grid_row(index).locked:
            return {}
        columns = self.columns[self.column :]
        return {column.key: text for column, text in zip(columns, texts, strict=False) if column.editable}

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

    def action_next_cell(self, by: int) -> None:
        """Past the last row a new one begins, as in the table of a word processor; but no second one without a word in it."""
        places = [place for place, column in enumerate(self.columns) if column.editable][::by]
        beside = next((place for place in places if (place - self.column) * by > 0), None)
        row = self.cursor + by
        if beside is not None:
            self._to(self.cursor, beside)
        elif 0 <= row < self.count:
            self._to(row, places[0])
        else:
            cells = self.grid_row(self.cursor).cells if self.count else {}
            said = any(cells.get(self.columns[place].key) for place in places) or (self.pending and self.pending.text)
            self.commit()
            if by > 0 and said:
                self.action_add_row()

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
        if not self.open:
            self.app.bell()
        elif self.text:
            self.ask(CellChanged(self.key_at(self.cursor), self.columns[self.column].key, ""))

    def action_add_row(self) -> None:
        self.commit()
        self.ask(RowAdd(self.key_at(self.cursor) if self.count else None))

    def action_remove_row(self) -> None:
        self.commit()
        if self.count:
            self.ask(RowRemove(self.key_at(self.cursor)))

    def action_move_row(self, by: int) -> None:
        self.commit()
        if self.count:
            self.ask(RowMove(self.key_at(self.cursor), by))

    def action_copy(self) -> None:
        if self.count:
            self.app.copy_to_clipboard(self.text)

    def action_paste(self) -> None:
        self.paste(self.app.clipboard)
