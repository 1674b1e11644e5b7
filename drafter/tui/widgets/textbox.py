"""What every editor of text is built on: Textual's TextArea, drawn by visible rows only, without an undo of its own.

Hidden characters stay in the value and show as pictures; references to figures stand out; what a person changes is told by
:class:`TextBox.Changed`, what a program sets is not.
"""

from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.actions import SkipAction
from textual.binding import BindingType
from textual.document._document import EditResult, Location, Selection
from textual.document._document_navigator import DocumentNavigator
from textual.document._edit import Edit
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import TextArea

from drafter.tui.widgets import textkeys
from drafter.tui.widgets.sheet import Rows, Sheet, reference_spans


class TextBox(TextArea, inherit_bindings=False):
    """A text that a person edits. ``subject`` is whose text it is; it goes out with each change and is not looked at here.

    Who comes by key finds the caret behind the text, or where the text was changed from elsewhere; a click puts it where one
    clicked. The arrows leave by the first and the last row, and come in the same way.
    """

    SEVERAL_LINES: ClassVar[bool] = True
    FOCUS_ON_CLICK = False  # _on_mouse_down takes the focus, so that it is known where it came from

    COMPONENT_CLASSES: ClassVar[set[str]] = {"text-area--cursor", "text-area--selection", "text-box--reference"}
    DEFAULT_CSS = """
    TextBox {
        height: auto; padding: 0 1; border: none; background: $surface;
        &:focus { border: none; }
        & .text-box--reference { color: $text-accent; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = list(textkeys.KEYS)

    class Changed(Message):
        """A person changed the text. ``value`` is all of it, ``subject`` whose it was when the key was pressed."""

        def __init__(self, editor: "TextBox") -> None:
            super().__init__()
            self.editor = editor
            self.value: str | list[str] = editor.reading
            self.subject = editor.subject

        @property
        def control(self) -> "TextBox":
            return self.editor

    class Key(Message):
        """A key that an open list of offers wants (see :attr:`TextBox.yielded`)."""

        def __init__(self, editor: "TextBox", key: str) -> None:
            super().__init__()
            self.editor = editor
            self.key = key

    def __init__(self, value: str = "") -> None:
        self.subject: object = None
        #: Keys that are not for the text while a list of offers is open.
        self.yielded: frozenset[str] = frozenset()
        self._placed = False
        self._arrived: int | None = None
        super().__init__(value)
        self.cursor_blink = False

    @property
    def value(self) -> str:
        """The text as it is, hidden characters and all."""
        return self.document.text

    @property
    def reading(self) -> str | list[str]:
        """What goes into the record."""
        return self.value

    def set_value(self, value: str) -> None:
        """Another text, shown from its beginning. Not told as a change."""
        self._placed = False
        if value != self.value:
            with self.prevent(TextBox.Changed):
                self.load_text(value)
        elif self.cursor_location != (0, 0):
            self.move_cursor((0, 0))

    def replace_value(self, value: str) -> None:
        """The same text after an undo or a merge: the caret goes where it changed. Not told as a change."""
        old = self.value
        if value == old:
            return
        with self.prevent(TextBox.Changed):
            self._splice(old, value)

    def change_value(self, value: str) -> None:
        """As :meth:`replace_value`, but on a person's behalf, and told."""
        if value != self.value:
            self._splice(self.value, value)

    def change_span(self, start: int, end: int, text: str) -> None:
        """Puts ``text`` for the characters ``start:end`` on a person's behalf; the caret goes behind it. Told."""
        place = self.sheet.location
        done = self.replace(text, place(start), place(end))
        self.move_cursor(done.end_location)

    def _splice(self, old: str, new: str) -> None:
        start = _common(old, new)
        tail = _common(old[start:][::-1], new[start:][::-1])
        self.change_span(start, len(old) - tail, new[start : len(new) - tail])
        self._placed = True

    def arrive(self) -> None:
        """Puts the caret where who comes by key expects it."""
        if not self._placed:
            self.move_cursor(self.document.end)
        self._placed = False
        self._arrived = self.caret
        self.scroll_cursor_visible()

    def enter_from_above(self) -> None:
        """Puts the caret behind the first row; called before the focus comes."""
        rows = self.wrapped_document
        assert isinstance(rows, Rows)
        line, _, end = rows.row(0)
        self.move_cursor((line, end - 1 if end < len(self.sheet.raw(line)) else end))
        self._placed = True

    def on_focus(self, event: events.Focus) -> None:
        if not event.from_app_focus:
            self.arrive()

    def on_blur(self) -> None:
        self._placed, self._arrived = False, None

    def type_ahead(self, text: str) -> None:
        """Puts letters that were typed before the caret had come: in front of those typed since, which end the text."""
        place = len(self.value) if self._arrived is None else self._arrived
        self.change_span(place, place, text)
        self.move_cursor(self.document.end)

    async def _on_mouse_down(self, event: events.MouseDown) -> None:
        """The caret goes to the click before the focus comes, which leaves it there."""
        self._placed = not self.has_focus
        self.focus(scroll_visible=False)

    def on_resize(self) -> None:
        if self.has_focus:
            self.call_after_refresh(self.scroll_cursor_visible)

    @property
    def sheet(self) -> Sheet:
        assert isinstance(self.document, Sheet)
        return self.document

    @property
    def caret(self) -> int:
        """The offset of the caret in the value."""
        return self.sheet.offset(self.cursor_location)

    @property
    def caret_region(self) -> Region:
        """The cell of the caret, inside this widget."""
        x, y = self.wrapped_document.location_to_offset(self.cursor_location)
        left, top = self.gutter.left, self.gutter.top
        return Region(x - self.scroll_offset.x + left, y - self.scroll_offset.y + top, 1, 1)

    # What Textual's editor does otherwise.

    def _set_document(self, text: str, language: str | None) -> None:
        self.document = Sheet(text, self.SEVERAL_LINES)
        self.wrapped_document = Rows(self.document)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self.set_reactive(TextBox.selection, Selection.cursor((0, 0)))
        self.history.clear()
        self._rewrap_and_refresh_virtual_size()
        if self.is_mounted:
            self.scroll_to(0, 0, animate=False, force=True)
            self.refresh()  # another text may be of the same size

    def edit(self, edit: Edit) -> EditResult:
        done = super().edit(edit)
        self.scroll_cursor_visible()  # again: only now is the size known that the text has grown to
        return done

    def action_cursor_up(self, select: bool = False) -> None:
        if not select and self.wrapped_document.location_to_offset(self.cursor_location).y == 0:
            self.screen.focus_previous()
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        y = self.wrapped_document.location_to_offset(self.cursor_location).y
        if not select and y == self.wrapped_document.height - 1:
            below = self.screen.focus_next()
            if isinstance(below, TextBox):
                below.enter_from_above()
        else:
            super().action_cursor_down(select)

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        resized = super()._size_updated(size, virtual_size, container_size, layout)
        if resized:
            self.wrapped_document.wrap(self.wrap_width)  # now: the event about the size comes after the next painting
        return resized

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The rows that the text will take at ``width``, which it may not have been broken to yet."""
        rows = self.wrapped_document
        assert isinstance(rows, Rows)
        return rows.height if self.show_vertical_scrollbar else rows.height_at(max(0, width - 1))  # the caret takes a cell

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:
        return None

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        return key in self.yielded or super().check_consume_key(key, character)

    async def _on_key(self, event: events.Key) -> None:
        if event.key in self.yielded:
            event.stop()
            event.prevent_default()
            self.post_message(self.Key(self, event.key))

    def enter(self) -> None:
        """What Enter does where no list of offers wants it."""
        self._replace_via_keyboard("\n", *self.selection)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self._replace_via_keyboard(self.pasted(event.text), *self.selection)

    def pasted(self, text: str) -> str:
        """What is typed when ``text`` is pasted: terminals and Windows end lines their own ways."""
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def action_paste(self) -> None:
        self._replace_via_keyboard(self.pasted(self.app.clipboard), *self.selection)

    def action_cut(self) -> None:
        if self.selected_text:
            self.action_copy()
            self._replace_via_keyboard("", *self.selection)

    def action_copy(self) -> None:
        if not self.selected_text:
            raise SkipAction()
        self.app.copy_to_clipboard(self.selected_text)

    def render_lines(self, crop: Region) -> list[Strip]:
        return ScrollView.render_lines(self, crop)  # what TextArea does before is for its own styles, not used here

    def render_line(self, y: int) -> Strip:
        rows = self.wrapped_document
        assert isinstance(rows, Rows)
        base, width = self.rich_style, self.scrollable_content_region.width
        at = y + self.scroll_offset.y
        if at >= rows.height:
            return Strip.blank(width, base)
        line, start, end = rows.row(at)
        text = self.sheet.get_line(line) + " "  # where the caret stands behind the last character
        stop = end + (end == len(text) - 1)
        marks = [mark for mark in self._marks(line) if mark[0] < stop and mark[1] > start]
        cuts = sorted({start, stop, *(min(max(edge, start), stop) for mark in marks for edge in mark[:2])})
        segments = []
        for left, right in pairwise(cuts):
            style = base
            for first, last, name in marks:
                if first <= left < last:
                    style += self.get_component_rich_style(name, partial=True)
            segments.append(Segment(text[left:right], style))
        return Strip(segments).adjust_cell_length(width, base)

    def _marks(self, line: int) -> list[tuple[int, int, str]]:
        """(start, end, component) of what is set off in a line; the later lies over the earlier."""
        found = [(start, end, "text-box--reference") for start, end in reference_spans(self.sheet.raw(line))]
        (top, left), (bottom, right) = sorted(self.selection)
        if top <= line <= bottom and (top, left) != (bottom, right):
            length = len(self.sheet.raw(line))
            found.append((left if line == top else 0, right if line == bottom else length + 1, "text-area--selection"))
        row, column = self.cursor_location
        if row == line and self.has_focus and not self.read_only:
            found.append((column, column + 1, "text-area--cursor"))
        return found


# The other parts of a TextArea that can be styled are not drawn here; styling them costs a third of what a form does to appear.
TextBox._inherit_component_classes = False


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    limit = min(len(one), len(other))
    if one[:limit] == other[:limit]:
        return limit
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
