"""What the table of figures asks for: cells change, rows come, go and move, and where a figure is used is shown."""

from typing import TYPE_CHECKING, Any

from drafter.actions.editing.desk import ROOT
from drafter.tui.desk.base import DeskBase
from drafter.tui.speech import say

if TYPE_CHECKING:
    from drafter.tui.widgets.grid import Grid

LIST = "指标"


class Figures(DeskBase):
    """A part of the desk screen."""

    def on_grid_cell_changed(self, event: "Grid.CellChanged") -> None:
        self.desk.set(event.row_key, event.column_key, event.text)
        self._figures_changed(event.row_key)

    def on_grid_cells_pasted(self, event: "Grid.CellsPasted") -> None:
        """One undo takes the whole block back."""
        with self.desk.together():
            for row_key, column_key, text in event.cells:
                self.desk.set(row_key, column_key, text)
            for values in event.beyond:
                self.desk.add(ROOT, LIST, len(self.desk.root.get(LIST) or ()), dict(values))
        self._figures_changed(None)
        if event.dropped:
            self.notify(
                say(f"有 {event.dropped} 格落在不能填的栏里，没有贴进去", f"{event.dropped} cells met columns that are computed"),
                timeout=6,
            )

    def on_grid_row_add(self, event: "Grid.RowAdd") -> None:
        place = self.desk.holder(event.row_key) if event.row_key is not None else None
        uid = self.desk.add(ROOT, LIST, place[2] + 1 if place else 0)
        self._figures_changed(uid)
        self.centre.focus_field(uid, ("编号",))

    def on_grid_row_remove(self, event: "Grid.RowRemove") -> None:
        if event.row_key is not None:
            self.desk.remove(event.row_key)
            self._figures_changed(None)
            self.notify(say("已删除，Ctrl+Z 可以撤销", "Removed; Ctrl+Z brings it back"), timeout=3)

    def on_grid_row_move(self, event: "Grid.RowMove") -> None:
        if event.row_key is not None and (self.desk.move_down if event.by > 0 else self.desk.move_up)(event.row_key):
            self._figures_changed(event.row_key)

    def on_figures_table_uses_asked(self, event: Any) -> None:
        """One use is gone to; of several, the clerk chooses."""
        if not event.uses:
            self.notify(say("还没有哪里用到这个指标", "No text names this figure yet"), timeout=3)
        else:
            uses = list(event.uses)
            here = uses.index(self._last_use) + 1 if self._last_use in uses else 0
            self._last_use = uses[here % len(uses)]
            self.choose(self._last_use, focus=True)
            if len(uses) > 1:
                self.notify(
                    say(
                        f"共 {len(uses)} 处，回到指标表再按一次到下一处", f"{len(uses)} uses; ask again in the table for the next"
                    ),
                    timeout=4,
                )

    _last_use = -1

    def _figures_changed(self, uid: int | None) -> None:
        self.centre.show_figures(self.desk, uid)
        self.refresh_outline()
        self.touched()
