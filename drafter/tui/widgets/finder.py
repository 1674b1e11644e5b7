"""Looking for words in the whole report: what is typed, and where it stands."""

from collections.abc import Callable, Sequence
from typing import ClassVar, TypeAlias

from rich.cells import cell_len, set_cell_size
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Input, Static

from drafter.actions.editing.search import Hit
from drafter.model.words import Both
from drafter.tui.clean import line
from drafter.tui.keys import key
from drafter.tui.once import ModalOnce
from drafter.tui.speech import say
from drafter.tui.widgets.findings import placed
from drafter.tui.widgets.linelist import LineList, Piece, Row, cropped

Search: TypeAlias = Callable[[str], Sequence[Hit]]

# Seconds without a key before the report is searched: a search of ten thousand facts would hold up the next key.
_PAUSE = 0.12
# Cells of the column that says where; cells of the line that stand before the words found.
_WHERE, _BEFORE = 30, 12


class Hits(LineList):
    """The lines found, the words tinted in them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"hits--found"}
    DEFAULT_CSS = """
    Hits > .hits--found { color: $text-accent; text-style: bold underline; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.hits: Sequence[Hit] = ()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        self.hits = hits
        self.recount(len(hits), 0)

    def row(self, index: int, width: int) -> Row:
        hit = self.hits[index]
        where = min(_WHERE, width // 3)
        before, found, after = _around(hit, width - where - 2)
        return [
            Piece(set_cell_size(placed(hit.where, hit.word, where), where) + "  ", "linelist--muted"),
            Piece(before),
            Piece(found, "hits--found"),
            Piece(after),
        ]


class Finder(ModalOnce[Hit | None]):
    """Asks for words and leads to one of the places. Dismissed with the hit that was chosen, or None.

    ``search`` is called when typing pauses; ``text`` is what to begin with.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "leave", Both("返回", "Back"), "finder.leave"),
        key("down", "step(1)", Both("下一处", "Next"), "finder.down", priority=True, show=False),
        key("up", "step(-1)", Both("上一处", "Previous"), "finder.up", priority=True, show=False),
        key("pagedown", "page(1)", Both("下一屏", "Page down"), "finder.page_down", priority=True, show=False),
        key("pageup", "page(-1)", Both("上一屏", "Page up"), "finder.page_up", priority=True, show=False),
    ]
    DEFAULT_CSS = """
    Finder {
        align: center middle;
        #finder { width: 90%; max-width: 120; height: 80%; padding: 0 1; background: $panel; border: round $primary; }
        #words { border: none; height: 1; padding: 0; background: $surface; }
        #told { height: 1; color: $text-muted; }
        Hits { background: $panel; }
    }
    """

    def __init__(self, search: Search, text: str = "") -> None:
        super().__init__()
        self._search = search
        self._text = text
        self._sought: str | None = None
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        box = Vertical(Words(self._text), Static(id="told", markup=False), Hits(), id="finder")
        box.border_title = say("查找", "Find")
        yield box

    def on_mount(self) -> None:
        self.query_one(Words).focus()
        self._look()

    def on_input_changed(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PAUSE, self._look)

    def _look(self) -> None:
        """Searches, if the words are others than those that the list shows."""
        words = self.query_one(Words).value
        if words == self._sought:
            return
        self._sought = words
        hits = self._search(words)
        self.query_one(Hits).show_hits(hits)
        self.query_one("#told", Static).update(self._told(words, len(hits)))

    def _told(self, words: str, found: int) -> str:
        if not words.strip():
            return say("输入要找的字词。上下键选，回车跳到那里。", "Type words to find. Arrows choose, Enter goes there.")
        if not found:
            return say("没有找到。", "Nothing found.")
        return say(f"找到 {found} 处。", f"{found} found.")

    def on_input_submitted(self) -> None:
        self._look()
        self.query_one(Hits).action_choose()

    def on_line_list_selected(self, event: LineList.Selected) -> None:
        self.dismiss(self.query_one(Hits).hits[event.index])

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_step(self, by: int) -> None:
        self.query_one(Hits).action_step(by)

    def action_page(self, by: int) -> None:
        self.query_one(Hits).action_page(by)


class Words(Input):
    """What to look for. Whatever gets into it is cleaned first, since it is shown as it stands."""

    def __init__(self, text: str) -> None:
        super().__init__(text, id="words", placeholder=say("查找", "Find"))

    def validate_value(self, value: str) -> str:
        return line(value)


def _around(hit: Hit, width: int) -> tuple[str, str, str]:
    """The line parted around the words found, without what would push them out of ``width`` cells."""
    text = line(hit.line)
    before, found, after = text[: hit.start], text[hit.start : hit.end], text[hit.end :]
    if cell_len(before) + cell_len(found) > width:
        before = ".." + before[-_BEFORE // 2 :]
    return before, found, cropped(after, max(width - cell_len(before) - cell_len(found), 0))
