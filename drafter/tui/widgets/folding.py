"""Which rows of an outline are seen: a tree given as rows with depths, some of them folded."""

from collections.abc import Sequence

from drafter.actions.editing.outline import Mark, OutlineRow

# What a folded row tells of those it hides, from the lightest.
_GRAVE: tuple[Mark, ...] = ("warning", "carried", "error")


class Folding:
    """Rows in reading order; ``folded`` holds the uids whose rows below are hidden, also of rows that are gone for now.

    A place is a row's number among all, a line its number among those that are seen.
    """

    def __init__(self, rows: Sequence[OutlineRow]) -> None:
        self.folded: set[int] = set()
        self.show(rows)

    def show(self, rows: Sequence[OutlineRow]) -> None:
        self.rows = list(rows)
        self._place = {row.uid: place for place, row in enumerate(self.rows)}
        self.lay()

    def lay(self) -> None:
        """Settles anew which rows are seen."""
        self.seen: list[int] = []
        self._hidden: dict[int, Mark] = {}
        holder: OutlineRow | None = None
        for place, row in enumerate(self.rows):
            if holder is not None and row.depth > holder.depth:
                if row.mark in _GRAVE:
                    self._hidden[holder.uid] = _graver(row.mark, self._hidden.get(holder.uid, ""))
                continue
            self.seen.append(place)
            holder = row if row.uid in self.folded else None
        self._line = {self.rows[place].uid: line for line, place in enumerate(self.seen)}

    def place(self, uid: int) -> int | None:
        return self._place.get(uid)

    def line(self, uid: int) -> int | None:
        """None when there is no such row, or when it is hidden."""
        return self._line.get(uid)

    def at(self, line: int) -> OutlineRow:
        return self.rows[self.seen[line]]

    def holds(self, place: int) -> bool:
        """Whether there are rows below this one."""
        return place + 1 < len(self.rows) and self.rows[place + 1].depth > self.rows[place].depth

    def above(self, place: int) -> list[OutlineRow]:
        """The rows that a row is in, from the inside out."""
        found, depth = [], self.rows[place].depth
        while depth and place:
            place -= 1
            if self.rows[place].depth < depth:
                found.append(self.rows[place])
                depth = self.rows[place].depth
        return found

    def mark(self, place: int) -> Mark:
        """A row's own mark, or a graver one that it hides."""
        row = self.rows[place]
        return _graver(row.mark, self._hidden.get(row.uid, ""))

    def fold_all(self) -> None:
        self.folded = {row.uid for place, row in enumerate(self.rows) if self.holds(place)}
        self.lay()


def _graver(own: Mark, hidden: Mark) -> Mark:
    return hidden if hidden and (own not in _GRAVE or _GRAVE.index(hidden) > _GRAVE.index(own)) else own
