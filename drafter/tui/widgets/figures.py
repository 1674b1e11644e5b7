"""The figures of the report as a table: what is typed, what follows from it, and where each is used."""

from typing import ClassVar, cast

from textual import events
from textual.binding import BindingType
from textual.message import Message

from drafter.actions.editing.figures import COMPUTED, TYPED, USES, FigureRows
from drafter.actions.editing.validity import Verdict
from drafter.model.fields import fields_of
from drafter.model.figure import Figure
from drafter.model.words import Both
from drafter.tui.keys import key
from drafter.tui.speech import say, tell
from drafter.tui.widgets.grid import Grid
from drafter.tui.widgets.linelist import Piece, Row
from drafter.tui.widgets.table import Column, GridRow

_WIDTHS = {"编号": 12, "名称": 22, "数值": 9, "单位": 6, "上期": 9, "同期": 9, "目标": 9, "状态": 6}
_COMPUTED = {
    "同比": Column("同比", Both("同比", "On year"), 16, True, False, (), Both("和上年同期比", "against the year before")),
    "环比": Column("环比", Both("环比", "On last"), 16, True, False, (), Both("和上期比", "against the last period")),
    "增减": Column("增减", Both("增减", "Change"), 13, True, False, (), Both("比上年同期多多少", "more than the year before")),
    "完成率": Column("完成率", Both("完成率", "Done"), 6, True, False, (), Both("数值占目标的几成", "value by target")),
    "占比": Column(
        "占比", Both("占比", "Share"), 6, True, False, (), Both("占它所属总数的几成", "its share of the whole it is part of")
    ),
    USES: Column(USES, Both("用处", "Used"), 4, True, False, (), Both("有几处用到它", "how many places name it")),
}


def columns() -> list[Column]:
    """The columns of the table: those typed as the fields declare them, those computed after them."""
    fields = fields_of(Figure)
    typed = [
        Column(
            word,
            Both(word, _SHORT.get(word, fields[word].label)),
            _WIDTHS[word],
            fields[word].form.kind == "number",
            True,
            fields[word].form.choices,
            fields[word].help,
        )
        for word in TYPED
    ]
    return [*typed, *(_COMPUTED[word] for word in (*COMPUTED, USES))]


# Labels of the form that are wider than their column.
_SHORT = {"上期": "Last", "同期": "Year ago"}


class FiguresTable(Grid):
    """The table of figures. Values that are only expected (预计) stand out, and so does what is no number.

    Two lines under it say what the cell under the cursor is for and what is wrong with it. One begins at 数值: the 编号 is
    what texts say, and seldom changes.
    """

    class UsesAsked(Message):
        """Where the figure is used was asked for: ``uses`` holds the uids of the records that name it."""

        def __init__(self, row_key: int, uses: tuple[int, ...]) -> None:
            super().__init__()
            self.row_key = row_key
            self.uses = uses

    class Left(Message):
        """One wants to go back to where one came from."""

    FOOTER = 2
    MENU: ClassVar[tuple[str, ...]] = (*Grid.MENU, "figures.uses")
    COMPONENT_CLASSES: ClassVar[set[str]] = {"figures--wrong", "figures--remark"}
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "leave", Both("回大纲", "Outline"), "figures.leave"),
        key("ctrl+u", "uses", Both("用在哪里", "Uses"), "figures.uses"),
    ]
    DEFAULT_CSS = """
    FiguresTable {
        &> .figures--wrong { color: $text-error; }
        &> .figures--remark { color: $text-warning; }
    }
    """

    def __init__(self, figures: FigureRows | None = None, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(columns(), id=id, classes=classes)
        self.figures = figures
        self._count = len(figures or ())
        self._empty = lambda: say("还没有指标。按 Insert 加一个。", "There are no figures yet. Press Insert to add one.")
        self.column = TYPED.index("数值")

    # What is said of the cell under the cursor

    def notes(self) -> list[Row]:
        if not self.count:
            return []
        if not self.has_focus:
            return [[Piece(say("按 F2 进表格填写。", "F2 goes into the table."), "linelist--muted")]]
        label, help = self._meaning()
        return [f"{label}{say('：', ': ')}{help}", [self._remark()]]

    def explanation(self) -> tuple[str, str]:
        """(label, help) of the column under the cursor, with what is wrong with the cell."""
        label, help = self._meaning()
        verdict = self._verdict()
        return label, f"{help}\n\n{tell(verdict.message)}" if verdict is not None else help

    def _meaning(self) -> tuple[str, str]:
        column = self.columns[self.column]
        return tell(column.title), tell(column.help)

    def _verdict(self) -> Verdict | None:
        if not self.count or self.figures is None:
            return None
        text = self.pending.text if self.pending else None
        return self.figures.verdict(self.cursor, self.columns[self.column].key, text)

    def _remark(self) -> Piece:
        """The one thing to know of the cell now: what is wrong with it, or else what can be done with it."""
        column, verdict = self.columns[self.column], self._verdict()
        if verdict is not None:
            return Piece(tell(verdict.message), "figures--wrong" if verdict.severity == "error" else "figures--remark")
        if self.given_up is not None:
            return Piece(
                say(f"没有改。Ctrl+Z 找回刚才打的“{self.given_up}”", f"Not changed. Ctrl+Z brings back “{self.given_up}”"),
                "figures--remark",
            )
        if column.editable and self.grid_row(self.cursor).locked:
            return Piece(
                say("这个文件有写法错误，改好之前只能看（F5 看问题）", "The file has faults of syntax: read only (F5)"),
                "figures--remark",
            )
        return Piece(_what_to_do(column, self.pending is not None), "linelist--muted")

    # Its rows

    def show_figures(self, figures: FigureRows) -> None:
        """Shows other figures. The cursor stays on its figure while there is one."""
        stood = self.key_at(self.cursor) if self.count else None
        self.figures = figures
        self.rows_changed(len(figures), stood)
        self.refresh_notes()

    def grid_row(self, index: int) -> GridRow:
        row = cast(FigureRows, self.figures)[index]
        return GridRow(row.uid, row.cells, row.styles, row.locked, row.carried)

    def key_at(self, index: int) -> int:
        return cast(FigureRows, self.figures).uid(index)

    # What is asked for

    def action_leave(self) -> None:
        self.post_message(self.Left())

    def action_uses(self) -> None:
        if self.count and self.figures is not None:
            self.commit()
            row = self.figures[self.cursor]
            self.post_message(self.UsesAsked(row.uid, row.uses))

    def action_choose(self) -> None:
        if self.columns[self.column].key == USES:
            self.action_uses()
        else:
            super().action_choose()

    def clicked(self, index: int, x: int, event: events.Click) -> None:
        super().clicked(index, x, event)
        if event.button == 1 and event.chain == 1 and self.columns[self.column].key == USES:
            self.action_uses()


def _what_to_do(column: Column, typing: bool) -> str:
    if column.key == USES:
        return say("按回车到那里去。", "Enter goes there.")
    if not column.editable:
        return say("这一栏是算出来的，不用填。", "This is computed; there is nothing to fill in.")
    if typing:
        return say(
            "回车记下并到下一行，Tab 到下一格，Esc 不改了。", "Enter keeps it and goes down, Tab to the next cell, Esc gives up."
        )
    if column.choices:
        return say("按回车或空格换一个，按 Del 清空。", "Enter or the space bar takes the next one, Del clears it.")
    return say(
        "直接打字就重填，按回车在原来的上面改，Tab 到下一格。",
        "Type to fill it anew, Enter to edit it, Tab to go to the next cell.",
    )
