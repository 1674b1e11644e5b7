"""What the table of figures asks for: cells change, rows come, go and move, and where a figure is used is shown."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from drafter.actions.editing.desk import ROOT, Desk
from drafter.actions.editing.outline import label_of
from drafter.model.problem import Problem
from drafter.tui.clean import line
from drafter.tui.desk.base import DeskBase
from drafter.tui.speech import say

if TYPE_CHECKING:
    from drafter.actions.editing.renaming import Renamed
    from drafter.tui.widgets.asked import CellChanged, CellsPasted, RowAdd, RowMove, RowRemove
    from drafter.tui.widgets.figures import FiguresTable

LIST = "指标"
ID = "编号"
MOST_NAMED = 2  # places that a word in passing names; the table tells them all


class Figures(DeskBase):
    """A part of the desk screen."""

    def __init__(self, desk: Desk, start: Path, problem: Problem | None = None) -> None:
        super().__init__(desk, start, problem)
        # uid → the 编号 that texts still say, because the one typed since could not take its place.
        self._known_as: dict[int, str] = {}
        self._last_use = ROOT

    # Cells

    def on_grid_cell_changed(self, event: "CellChanged") -> None:
        self._change_cell(event.row_key, event.column_key, event.text)

    def _change_cell(self, uid: int, word: str, text: str) -> None:
        if not self._may_change_figure(uid):
            return
        renamed = self._set_cell(uid, word, text)
        self._cells_changed(names=word == ID)
        self._tell_renamed(renamed, text)

    def on_grid_cells_pasted(self, event: "CellsPasted") -> None:
        """One undo takes the whole block back."""
        figures = self.desk.root.get(LIST) or ()
        beyond = event.beyond if self._may_change_figure(figures[-1].uid if figures else ROOT) else []
        with self.desk.together():
            for row_key, column_key, text in event.cells:
                self._tell_renamed(self._set_cell(row_key, column_key, text), text)
            for values in beyond:
                self.desk.add(ROOT, LIST, len(self.desk.root.get(LIST) or ()), dict(values))
        self._figures_changed()
        if event.dropped:
            self.tell(
                say(
                    f"有 {event.dropped} 格落在不能填的地方，没有贴进去",
                    f"{event.dropped} cells met places that cannot be filled in",
                )
            )

    def _set_cell(self, uid: int, word: str, text: str) -> "Renamed | None":
        """Sets a cell. Another 编号 takes along what names the figure; None where it is another word."""
        if word != ID:
            self.desk.set(uid, word, text)
            return None
        from drafter.actions.editing.renaming import rename

        renamed = rename(self.desk, uid, text, self._known_as.pop(uid, ""))
        if renamed.left:
            self._known_as[uid] = renamed.old
        return renamed

    def _tell_renamed(self, renamed: "Renamed | None", text: str) -> None:
        if renamed is None or not (renamed.changed or renamed.left):
            return
        changed, left, old, new = renamed.changed, renamed.left, line(renamed.old), line(text)
        if changed:
            said = say(
                f"编号改成“{new}”，用到它的 {changed} 处一并改了",
                f"{old} is now {new}, also in the {changed} places that name it",
            )
        else:
            said = say(
                f"还有 {left} 处写着“{old}”；换成能用的编号，会一并改",
                f"{left} places still say {old}; a good id will change them",
            )
        if changed and left:
            said += say(f"；{left} 处在不能改的文件里，还没有改", f"; {left} more stand in files that cannot be changed")
        self.tell(said)

    def take_typed(self) -> None:
        """What is being typed into a cell goes to the desk, as everything is about to be saved or looked at."""
        table = self._figures_table()
        change = table.take() if table is not None else None
        if change is not None:
            self._change_cell(*change)

    async def flush(self) -> None:
        self.take_typed()
        await super().flush()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Ctrl+Z belongs to the cell while there is anything in it to take back that the desk has not heard of."""
        if action == "undo" and self.focused is not None and self.focused.id == "figures":
            table = cast("FiguresTable", self.focused)
            if table.pending is not None or table.given_up is not None:
                return False
        return super().check_action(action, parameters)

    # Rows

    def on_grid_row_add(self, event: "RowAdd") -> None:
        after = event.row_key
        if not self._may_change_figure(ROOT if after is None else after):
            return
        place = self.desk.holder(after) if after is not None else None
        uid = self.desk.add(ROOT, LIST, place[2] + 1 if place else 0)
        self._figures_changed(uid)
        self.centre.focus_field(uid, (ID,))

    def on_grid_row_remove(self, event: "RowRemove") -> None:
        if event.row_key is None or not self._may_change_figure(event.row_key):
            return
        from drafter.actions.editing.renaming import left_without

        if self.drop_carried(event.row_key):
            self._figures_changed()
            return
        used = left_without(self.desk.root, event.row_key)
        self.desk.remove(event.row_key)
        self._figures_changed()
        if used:
            self.tell(_still_used(self._called(used), len(used)))
        else:
            self.tell(say("已删除，Ctrl+Z 可以撤销", "Removed; Ctrl+Z brings it back"))

    def on_grid_row_move(self, event: "RowMove") -> None:
        uid = event.row_key
        place = self.desk.holder(uid) if uid is not None else None
        figures = self.desk.root.get(LIST) or ()
        if uid is None or place is None or not 0 <= place[2] + event.by < len(figures):
            return
        if self._may_change_figure(uid) and self._may_change_figure(figures[place[2] + event.by].uid):
            (self.desk.move_down if event.by > 0 else self.desk.move_up)(uid)
            self._figures_changed()

    def _may_change_figure(self, uid: int) -> bool:
        if self.desk.writable(uid):
            return True
        self.tell(
            say(
                "这个文件有写法错误，先按 F5 看问题，改好再编辑", "This file has faults of syntax; F5 lists them. Mend them first"
            )
        )
        return False

    # Elsewhere

    async def on_figures_table_left(self, _event: "FiguresTable.Left") -> None:
        await self.run_action("back")

    def on_figures_table_uses_asked(self, event: Any) -> None:
        """One use is gone to; of several, the clerk chooses."""
        if not event.uses:
            self.tell(say("还没有哪里用到这个指标", "No text names this figure yet"))
            return
        uses = list(event.uses)
        here = uses.index(self._last_use) + 1 if self._last_use in uses else 0
        self._last_use = uses[here % len(uses)]
        self.choose(self._last_use, focus=True)
        if len(uses) > 1:
            self.tell(
                say(f"共 {len(uses)} 处，回到指标表再按一次到下一处", f"{len(uses)} uses; ask again in the table for the next")
            )

    def _called(self, uids: tuple[int, ...]) -> list[str]:
        """What the first few of these records are called."""

        return [self._name_of(uid) for uid in uids[:MOST_NAMED]]

    def _name_of(self, uid: int) -> str:
        record = self.desk.find(uid)
        if uid == ROOT or record is None:
            return say("报告本身", "the report itself")
        return line(label_of(record, dict))[:12] or say("没有标题的一条", "one without a heading")

    def _figures_table(self) -> "FiguresTable | None":
        """The table, once one has been there."""
        found = self.query("#figures")
        return cast("FiguresTable", found.first()) if found else None

    def _cells_changed(self, names: bool) -> None:
        """The figures anew in the table, which may have given way to a form by now.

        Unless ``names`` changed, each figure is used where it was: ten thousand texts need no new reading.
        What the outline says of them follows when the desk settles.
        """
        from drafter.actions.editing.figures import FigureRows

        table = self._figures_table()
        if table is not None:
            uses = table.figures.uses if table.figures is not None and not names else None
            table.show_figures(FigureRows(self.desk.root, uses, self.desk.writable))
        self.touched()

    def _figures_changed(self, uid: int | None = None) -> None:
        """Shows the figures anew, ``uid`` under the cursor where one is given."""
        self.centre.show_figures(self.desk, uid)
        self.refresh_outline()
        self.touched()


def _still_used(names: list[str], count: int) -> str:
    named = say("、", ", ").join(names)
    more = say("等", " and more") if count > len(names) else ""
    return say(
        f"已删除，但还有 {count} 处用到它（{named}{more}）。Ctrl+Z 可以撤销",
        f"Removed, but {count} places still name it ({named}{more}). Ctrl+Z brings it back",
    )
