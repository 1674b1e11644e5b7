"""The report as a tree of lines: what there is, how far it has come, and where the cursor is."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Literal

from textual import events
from textual.binding import BindingType
from textual.message import Message

from drafter.actions.editing.outline import Mark, OutlineRow
from drafter.model.fields import fields_of
from drafter.model.report import Report
from drafter.model.words import Both
from drafter.tui.keys import key
from drafter.tui.speech import say
from drafter.tui.widgets.folding import Folding
from drafter.tui.widgets.linelist import LineList, Piece, Row

Direction = Literal["up", "down", "in", "out"]

#: Mark → its sign, one cell each, and its look.
SIGNS: Mapping[Mark, Piece] = {
    "filled": Piece("✓", "outline--filled"),
    "empty": Piece("-", "linelist--muted"),
    "carried": Piece("~", "outline--carried"),
    "error": Piece("!", "outline--error"),
    "warning": Piece("!", "outline--warning"),
    "": Piece(" "),
}
# What stands before the label: the mark and a space, two cells a level, the fold sign and a space.
AHEAD = 1.0  # seconds; letters typed longer before the focus left were meant for nothing
_MARGIN, _STEP = 2, 2


class Outline(LineList):
    """The outline of a report. It changes nothing itself: what the clerk asks for goes out as a message with the uid."""

    class Asked(Message):
        """A row was meant; ``uid`` says which."""

        def __init__(self, uid: int) -> None:
            super().__init__()
            self.uid = uid

    class Highlighted(LineList.Highlighted):
        """The cursor has come to the row of ``uid``; None when the outline became empty."""

        def __init__(self, outline: "Outline", index: int | None, uid: int | None) -> None:
            super().__init__(outline, index)
            self.uid = uid

    class Opened(Asked):
        """Enter, or a click on the label."""

    class AddAfter(Asked):
        """A new fact behind this one, on its level."""

    class AddInside(Asked):
        """A new fact inside this one, or a new item of this part, or of the figures."""

    class Remove(Asked):
        """This fact is to go."""

    class Duplicate(Asked):
        """A copy of this fact behind it."""

    class ChangeKind(Asked):
        """The fact is to become one of another kind."""

    class TypedAhead(Message):
        """Letters that were typed before the focus had left for a field: they are meant for the field."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Move(Asked):
        """The fact is to change places with a neighbour, or to go a level in or out."""

        def __init__(self, uid: int, direction: Direction) -> None:
            super().__init__(uid)
            self.direction = direction

    MENU: ClassVar[tuple[str, ...]] = (
        "outline.add_after",
        "outline.add_inside",
        "outline.duplicate",
        "outline.change_kind",
        "outline.move_up",
        "outline.move_down",
        "outline.move_in",
        "outline.move_out",
        "outline.remove",
        "outline.fold_all",
        "outline.unfold_all",
    )
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "outline--filled",
        "outline--carried",
        "outline--error",
        "outline--warning",
        "outline--part",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        key("left", "fold", Both("收起", "Fold"), "outline.fold", show=False),
        key("right", "unfold", Both("展开", "Unfold"), "outline.unfold", show=False),
        key("shift+left", "fold_all", Both("全部收起", "Fold all"), "outline.fold_all", show=False),
        key("shift+right", "unfold_all", Both("全部展开", "Unfold all"), "outline.unfold_all", show=False),
        key("insert,ctrl+n", "add_after", Both("加一条", "Add"), "outline.add_after"),
        key("alt+insert,ctrl+l", "add_inside", Both("加下一级", "Add inside"), "outline.add_inside"),
        key("delete", "remove", Both("删除", "Delete"), "outline.remove"),
        key("alt+up,ctrl+up", "move('up')", Both("上移", "Move up"), "outline.move_up", show=False),
        key("alt+down,ctrl+down", "move('down')", Both("下移", "Move down"), "outline.move_down", show=False),
        key("alt+right,ctrl+right", "move('in')", Both("降一级", "Indent"), "outline.move_in", show=False),
        key("alt+left,ctrl+left", "move('out')", Both("升一级", "Outdent"), "outline.move_out", show=False),
        key("ctrl+d", "duplicate", Both("复制一条", "Duplicate"), "outline.duplicate", show=False),
        key("ctrl+k", "change_kind", Both("改类别", "Change kind"), "outline.change_kind", show=False),
    ]
    DEFAULT_CSS = """
    Outline {
        &> .outline--filled { color: $text-success; }
        &> .outline--carried { color: $text-accent; }
        &> .outline--error { color: $text-error; text-style: bold; }
        &> .outline--warning { color: $text-warning; text-style: bold; }
        &> .outline--part { text-style: bold; }
    }
    """

    def __init__(self, rows: Sequence[OutlineRow] = (), *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._ahead, self._ahead_at = "", 0.0
        self._tree = Folding(rows)
        self._count = len(self._tree.seen)

    # Rows

    def show(self, rows: Sequence[OutlineRow]) -> None:  # type: ignore[override]
        """Shows the outline anew. The cursor stays on its row; when that is gone, on the line where it was."""
        stood = self.cursor_uid
        self._tree.show(rows)
        self._relay(stood, stood)

    def update_row(self, uid: int, *, label: str | None = None, mark: Mark | None = None, ordinal: str | None = None) -> None:
        """Changes what one row says, and repaints it alone. None leaves as it is; an unknown uid is let be."""
        place = self._tree.place(uid)
        if place is None:
            return
        row = self._tree.rows[place]
        self._tree.rows[place] = row._replace(
            label=row.label if label is None else label,
            mark=row.mark if mark is None else mark,
            ordinal=row.ordinal if ordinal is None else ordinal,
        )
        line = self._tree.line(uid)
        if line is not None:
            self.refresh_row(line)

    def row_of(self, uid: int) -> OutlineRow | None:
        place = self._tree.place(uid)
        return None if place is None else self._tree.rows[place]

    @property
    def cursor_uid(self) -> int | None:
        """The uid of the row under the cursor; None in an empty outline."""
        return self._tree.at(self.cursor).uid if self.count else None

    @property
    def folded(self) -> frozenset[int]:
        """The uids whose rows below are hidden; rows that are gone may be among them."""
        return frozenset(self._tree.folded)

    def go(self, uid: int) -> bool:
        """Puts the cursor on a row, unfolding what hides it. False when there is no such row."""
        place = self._tree.place(uid)
        if place is None:
            return False
        stood = self.cursor_uid
        self._tree.folded -= {row.uid for row in self._tree.above(place)}
        self._tree.lay()
        self._relay(stood, uid)
        return True

    def fold(self, uid: int, folded: bool) -> None:
        """Hides or shows the rows below a row."""
        tree, stood = self._tree, self.cursor_uid
        place = tree.place(uid)
        if place is None or stood is None or (uid in tree.folded) == folded or not tree.holds(place):
            return
        (tree.folded.add if folded else tree.folded.discard)(uid)
        tree.lay()
        self._relay(stood, stood if tree.line(stood) is not None else uid)

    def _relay(self, stood: int | None, wanted: int | None) -> None:
        """Other rows are seen. The cursor was on ``stood`` and goes to ``wanted``, or stays on its line when that is hidden."""
        line = self.cursor
        goal = None if wanted is None else self._tree.line(wanted)
        self.recount(len(self._tree.seen), line if goal is None else goal)
        if self.cursor == line and self.cursor_uid != stood:  # another row on the same line
            self.tell_highlighted(line if self.count else None)

    # Drawing

    def row(self, index: int, width: int) -> Row:
        tree = self._tree
        place = tree.seen[index]
        row, sign, mark = tree.rows[place], "  ", tree.rows[place].mark
        if tree.holds(place):
            folded = row.uid in tree.folded
            sign, mark = ("▸ ", tree.mark(place)) if folded else ("▾ ", mark)
        return [SIGNS[mark], Piece(" " * (_MARGIN - 1 + _STEP * row.depth) + sign), *self._label(row)]

    def _label(self, row: OutlineRow) -> list[Piece]:
        if row.kind in ("part", "figures"):
            return [
                Piece(say(row.label, fields_of(Report)[row.label].label), "outline--part"),
                Piece(f" ({row.total})", "linelist--muted"),
            ]
        if row.kind == "report":
            return [Piece(say("报告", "Report"), "outline--part"), Piece(f" {row.label}", "linelist--muted")]
        if row.label:
            return [Piece(row.ordinal + row.label)]
        return [Piece(row.ordinal), Piece(say("（空）", "(empty)"), "linelist--muted")]

    # What is asked for

    def tell_highlighted(self, index: int | None) -> None:
        self.post_message(self.Highlighted(self, index, None if index is None else self.cursor_uid))

    def tell_selected(self, index: int) -> None:
        self.post_message(self.Opened(self._tree.at(index).uid))

    def clicked(self, index: int, x: int, event: events.Click) -> None:
        row = self._tree.at(index)
        sign = _MARGIN + _STEP * row.depth
        if event.button == 1 and sign <= x < sign + 2 and self._tree.holds(self._tree.seen[index]):
            self.fold(row.uid, row.uid not in self._tree.folded)
            return
        super().clicked(index, x, event)

    def _here(self) -> OutlineRow | None:
        return self._tree.at(self.cursor) if self.count else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a fact can be moved, removed, copied; nothing is added to the report's own fields."""
        row = self._here()
        if action in ("remove", "move", "duplicate", "change_kind"):
            return row is not None and row.kind == "fact"
        if action in ("add_after", "add_inside"):
            return row is not None and row.kind != "report"
        return super().check_action(action, parameters)

    def action_fold(self) -> None:
        """Folds the row, or goes to the row that it is in."""
        row, tree = self._here(), self._tree
        if row is None:
            return
        place = tree.seen[self.cursor]
        if tree.holds(place) and row.uid not in tree.folded:
            self.fold(row.uid, True)
        elif above := tree.above(place):
            self.go(above[0].uid)

    def action_unfold(self) -> None:
        """Unfolds the row, or goes to the first row in it."""
        row = self._here()
        if row is None or not self._tree.holds(self._tree.seen[self.cursor]):
            return
        if row.uid in self._tree.folded:
            self.fold(row.uid, False)
        else:
            self.cursor += 1

    def action_fold_all(self) -> None:
        stood = self._here()
        if stood is None:
            return
        outermost = [stood, *self._tree.above(self._tree.seen[self.cursor])][-1]
        self._tree.fold_all()
        self._relay(stood.uid, outermost.uid)

    def action_unfold_all(self) -> None:
        stood = self.cursor_uid
        self._tree.folded.clear()
        self._tree.lay()
        self._relay(stood, stood)

    def on_key(self, event: events.Key) -> None:
        """A key acts only once it has been offered to everyone above; a fast hand has typed on by then."""
        if event.is_printable and event.character:
            self._ahead += event.character
            self._ahead_at = event.time
        else:
            self._ahead = ""

    def on_blur(self, event: events.Blur) -> None:
        if self._ahead and event.time - self._ahead_at < AHEAD:
            self.post_message(self.TypedAhead(self._ahead))
        self._ahead = ""

    def action_add_after(self) -> None:
        """On a part there is nothing to stand behind: the new fact goes inside."""
        row = self._here()
        if row is not None:
            self.post_message(self.AddAfter(row.uid) if row.kind == "fact" else self.AddInside(row.uid))

    def action_add_inside(self) -> None:
        self._ask(self.AddInside)

    def action_remove(self) -> None:
        self._ask(self.Remove)

    def action_duplicate(self) -> None:
        self._ask(self.Duplicate)

    def action_change_kind(self) -> None:
        self._ask(self.ChangeKind)

    def action_move(self, direction: Direction) -> None:
        self._ask(self.Move, direction)

    def _ask(self, message: type["Outline.Asked"], *more: Any) -> None:
        uid = self.cursor_uid
        if uid is not None:
            self.post_message(message(uid, *more))
