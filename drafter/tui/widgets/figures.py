"""The figures of the report as a table: what is typed, what follows from it, and where each is used."""

from typing import ClassVar, cast

from textual import events
from textual.binding import BindingType
from textual.message import Message

from drafter.actions.editing.figures import COMPUTED, TYPED, USES, FigureRows
from drafter.model.fields import fields_of
from drafter.model.figure import Figure
from drafter.model.words import Both
from drafter.tui.keys import key
from drafter.tui.speech import say
from drafter.tui.widgets.grid import Grid
from drafter.tui.widgets.table import Column, GridRow

_WIDTHS = {"编号": 12, "名称": 22, "数值": 9, "单位": 6, "上期": 9, "同期": 9, "目标": 9, "状态": 6}
_COMPUTED = {
    "同比": Column("同比", Both("同比", "On year"), 16, True, False),
    "环比": Column("环比", Both("环比", "On last"), 16, True, False),
    "增减": Column("增减", Both("增减", "Change"), 13, True, False),
    "完成率": Column("完成率", Both("完成率", "Done"), 6, True, False),
    "占比": Column("占比", Both("占比", "Share"), 6, True, False),
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
        )
        for word in TYPED
    ]
    return [*typed, *(_COMPUTED[word] for word in COMPUTED), Column(USES, Both("用处", "Used"), 4, True, False)]


# Labels of the form that are wider than their column.
_SHORT = {"上期": "Last", "同期": "Year ago"}


class FiguresTable(Grid):
    """The table of figures. Values that are only expected (预计) stand out, and so does what is no number."""

    class UsesAsked(Message):
        """Where the figure is used was asked for: ``uses`` holds the uids of the records that name it."""

        def __init__(self, row_key: int, uses: tuple[int, ...]) -> None:
            super().__init__()
            self.row_key = row_key
            self.uses = uses

    MENU: ClassVar[tuple[str, ...]] = (*Grid.MENU, "figures.uses")
    BINDINGS: ClassVar[list[BindingType]] = [key("f4", "uses", Both("用在哪里", "Where used"), "figures.uses")]

    def __init__(self, figures: FigureRows | None = None, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(columns(), id=id, classes=classes)
        self._figures = figures
        self._count = len(figures or ())
        self._empty = lambda: say("还没有指标。按 Insert 加一个。", "There are no figures yet. Press Insert to add one.")

    def show_figures(self, figures: FigureRows) -> None:
        """Shows other figures. The cursor stays on its figure while there is one."""
        stood = self.key_at(self.cursor) if self.count else None
        self._figures = figures
        self.rows_changed(len(figures), stood)

    def grid_row(self, index: int) -> GridRow:
        row = cast(FigureRows, self._figures)[index]
        return GridRow(row.uid, row.cells, row.styles)

    def key_at(self, index: int) -> int:
        return cast(FigureRows, self._figures).uid(index)

    def action_uses(self) -> None:
        if self.count and self._figures is not None:
            self.commit()
            row = self._figures[self.cursor]
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
