"""The report as it will print, page under page: 28 characters a line, as the document breaks them."""

from bisect import bisect_left, bisect_right
from itertools import accumulate, pairwise
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from drafter.actions.preview import COLUMNS, Preview, PrintedLine
from drafter.model.problem import Place, Problem
from drafter.model.words import Both
from drafter.tui.clean import line as cleaned
from drafter.tui.keys import key
from drafter.tui.speech import say, tell
from drafter.tui.widgets.linelist import LineList

LINES = 22  # of a full page
_HANGING = 2  # a stop in the margin
_SIDESTEP = 8  # cells
_MARGIN = 4  # cells of paper beside the text, where there is room


class _Place(NamedTuple):
    """A row of the view: a line of page ``page`` (from 1), or the mark over that page where ``line`` is None."""

    page: int
    line: PrintedLine | None


class PageView(LineList):
    """The pages of a report. Enter or a click on a line says which fact it belongs to; ``follow`` shows the lines of one."""

    class Chosen(Message):
        """A line of the fact with the key ``fact`` was chosen."""

        def __init__(self, view: "PageView", fact: str) -> None:
            super().__init__()
            self.view = view
            self.fact = fact

        @property
        def control(self) -> "PageView":
            return self.view

    class Turned(Message):
        """Page ``page`` of ``count`` is the one in view; both are 0 where there is none."""

        def __init__(self, page: int, count: int) -> None:
            super().__init__()
            self.page = page
            self.count = count

    COMPONENT_CLASSES: ClassVar[set[str]] = {"page--paper", "page--followed", "page--marked"}
    BINDINGS: ClassVar[list[BindingType]] = [
        key("left", "sideways(-1)", Both("往左", "Left"), "page.left", show=False),
        key("right", "sideways(1)", Both("往右", "Right"), "page.right", show=False),
        key("pageup", "page(-1)", Both("上一页", "Page before"), "page.before"),
        key("pagedown", "page(1)", Both("下一页", "Next page"), "page.next"),
        key("enter", "choose", Both("去改这一条", "Edit this"), "page.choose"),
    ]
    DEFAULT_CSS = """
    PageView {
        overflow-x: auto; scrollbar-size-horizontal: 1; background: $panel;
        &> .page--paper { color: $foreground; background: $surface; }
        &> .page--followed { color: $text-primary; background: $primary-muted; }
        &> .page--marked { color: $text-warning; background: $warning-muted; }
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(empty=lambda: say("正在排版", "Setting the pages"), id=id, classes=classes)
        self._preview = Preview.of([])
        self._heads: list[int] = []  # rows of the marks over the pages
        self._rows_of_pages = 0
        self._told: list[str] = []
        self._wide = COLUMNS + _HANGING
        self._followed = ""
        self._turned = (0, 0)

    # What it shows

    def show(self, preview: Preview) -> None:  # type: ignore[override]
        """Shows other pages, or why there are none. What was in view stays in view."""
        self._preview = preview
        heights = [1 + max(LINES, len(page)) for page in preview.pages]
        *self._heads, self._rows_of_pages = accumulate(heights, initial=0)
        self._wide = max(COLUMNS + _HANGING, preview.columns)
        self._tell()
        self.recount(self._rows_of_pages + len(self._told))
        self._turn()

    def follow(self, fact: str) -> None:
        """Tints the lines of the fact with that key and scrolls to them. A fact without lines of its own is found where its
        words are; "", or a fact that is not printed, tints nothing.
        """
        self._followed = self._preview.homes.get(fact, fact)
        self._reveal()
        self.refresh()

    def explanation(self) -> tuple[str, str]:
        """For F1."""
        return say("页面", "Page"), say(
            "和生成的文档一样分行分页。回车或用鼠标点一行，就去改那一条。标黄的是上期带来、还没有核对的，定稿里不标。",
            "Lines and pages as the document will have them. Enter or a click on a line goes to its fact. What stands on yellow"
            " was carried over and not looked at yet; a final document has no marks.",
        )

    def _place(self, row: int) -> _Place:
        """What stands in a row of the pages. A page that is not full ends in empty lines."""
        page = bisect_right(self._heads, row) - 1
        at = row - self._heads[page] - 1
        lines = self._preview.pages[page]
        return _Place(page + 1, None if at < 0 else lines[at] if at < len(lines) else _EMPTY)

    def _is_followed(self, place: _Place) -> bool:
        return place.line is not None and place.line.fact == self._followed != ""

    def _tell(self) -> None:
        """Why there are no pages, broken to the width."""
        self._told = []
        if not self._preview.problems:
            return
        from drafter.tui.widgets.sheet import breaks

        for problem in self._preview.problems:
            text = cleaned(_sentence(problem))
            cuts = [0, *breaks(text, self.line_width), len(text)]
            self._told += [text[start:end] for start, end in pairwise(cuts)]

    def on_resize(self) -> None:
        self._tell()
        self.recount(self._rows_of_pages + len(self._told))
        super().on_resize()
        self._reveal()
        self._turn()

    def full_width(self) -> int:
        return self._wide if self._heads else 0

    # Drawing

    def row_strip(self, index: int) -> Strip:
        if index >= self._rows_of_pages:
            return self.strip_of(self._told[index - self._rows_of_pages], self.rich_style)
        place = self._place(index)
        room = max(self.line_width, self._wide)
        margin = min(_MARGIN, (room - self._wide) // 2)
        paper = self._wide + 2 * margin
        outer = (room - paper) // 2
        segments = [Segment(" " * outer, self.rich_style)]
        if place.line is None:
            segments += self._mark(place.page, paper)
        else:
            segments += self._line(place.line, self._paper(index, place), margin, paper)
        segments.append(Segment(" " * (room - outer - paper), self.rich_style))
        left = self.scroll_offset.x
        return Strip(segments, room).crop(left, left + self.line_width)

    def _paper(self, index: int, place: _Place) -> Style:
        """The cursor is seen only while it can be moved."""
        if index == self.cursor and self.has_focus:
            return self.row_style(index)
        return self.get_component_rich_style("page--followed" if self._is_followed(place) else "page--paper")

    def _mark(self, page: int, paper: int) -> list[Segment]:
        text = say(f" 第 {page} 页，共 {self.pages} 页 ", f" Page {page} of {self.pages} ")
        before = (paper - cell_len(text)) // 2
        after = paper - before - cell_len(text)
        style = self.get_component_rich_style("linelist--muted", partial=True)
        return [Segment(f"{'-' * before}{text}{'-' * after}", self.rich_style + style)]

    def _line(self, line: PrintedLine, style: Style, margin: int, paper: int) -> list[Segment]:
        segments = [Segment(" " * (margin + line.indent), style)]
        marked = style + self.get_component_rich_style("page--marked", partial=True)
        used = margin + line.indent
        for run in line.runs:
            text = cleaned(run.text)
            strong = run.level or run.bold or line.role == "title"
            look = marked if run.mark else style
            segments.append(Segment(text, look + _STRONG if strong else look))
            used += cell_len(text)
        return [*segments, Segment(" " * (paper - used), style)]

    # Pages

    @property
    def pages(self) -> int:
        return len(self._preview.pages)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._turn()

    def _turn(self) -> None:
        """Says which page is in view: the one in its middle, but the first at the top and the last at the end."""
        now = (self._page_in_view(), self.pages)
        if now != self._turned:
            self._turned = now
            self.post_message(self.Turned(*now))

    def _page_in_view(self) -> int:
        top = self.scroll_offset.y
        if not self._heads or top <= 0:
            return min(1, self.pages)
        if top >= self.max_scroll_y:
            return self.pages
        return bisect_right(self._heads, top + self._room // 2)

    def action_page(self, by: int) -> None:
        """To the head of the next page, or of this one or the one before; by a screenful, where words would be passed over."""
        top, room = self.scroll_offset.y, max(self._room, 1)
        if by > 0:
            below = bisect_right(self._heads, top)
            head = self._heads[below] if below < self.pages else max(self.count - 1, 0)
            goal = top + room if self._says_something(top + room, head) else head
        else:
            head = self._heads[max(bisect_left(self._heads, top) - 1, 0)] if self._heads else 0
            goal = top - room if self._says_something(head, top - room) else head
        self.scroll_to(y=goal, animate=False, immediate=True)
        self.cursor = goal

    def action_sideways(self, by: int) -> None:
        """To the text that a narrow view crops."""
        self.scroll_to(x=self.scroll_offset.x + by * _SIDESTEP, animate=False, immediate=True)

    def _says_something(self, start: int, end: int) -> bool:
        places = map(self._place, range(max(start, 0), min(end, self._rows_of_pages)))
        return any(place.line is not None and place.line.runs for place in places)

    def _reveal(self) -> None:
        """Scrolls only where the lines of the fact are not all in view: then the first comes near the top."""
        start = self._preview.starts.get(self._followed)
        room = self._room
        if start is None or room <= 0:
            return
        first = self._heads[start[0]] + 1 + start[1]
        last = first
        while last - first < room and last + 1 < self._rows_of_pages and self._is_followed(self._place(last + 1)):
            last += 1
        top = self.scroll_offset.y
        if not (top <= first and last < top + room):
            self.scroll_to(y=max(0, first - room // 4), animate=False, immediate=True)
        self.cursor = first

    # Choosing

    def tell_highlighted(self, index: int | None) -> None:
        """Reading is not choosing."""

    def tell_selected(self, index: int) -> None:
        line = self._place(index).line if index < self._rows_of_pages else None
        if line is not None and line.fact:
            self.post_message(self.Chosen(self, line.fact))


_STRONG = Style(bold=True)
_EMPTY = PrintedLine((), "")


def _sentence(problem: Problem) -> str:
    where = f"{problem.place} " if problem.place != Place() else ""
    return f"{where}{tell(problem.message)} {tell(problem.fix)}".strip()
