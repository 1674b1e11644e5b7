"""The open conflicts of a desk as questions to a person: whose record, which file, since when."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from drafter.actions.editing.changes import trail_to
from drafter.actions.editing.merge import Conflict

if TYPE_CHECKING:
    from drafter.actions.editing.desk import Desk


class Question(NamedTuple):
    """``trail`` leads to the record, () for the report itself; ``changed`` is when the file was written, None if it is gone."""

    conflict: Conflict
    trail: tuple[str, ...]
    file: str
    changed: datetime | None


def questions(desk: "Desk") -> list[Question]:
    """The open conflicts of the desk, in the order in which they were found."""
    return [_question(desk, conflict) for conflict in desk.open_conflicts()]


def _question(desk: "Desk", conflict: Conflict) -> Question:
    file = desk.file(conflict.uid)
    try:
        changed = datetime.fromtimestamp(Path(file).stat().st_mtime).astimezone()
    except OSError:
        changed = None
    return Question(conflict, trail_to(desk.root, conflict.uid), Path(file).name, changed)
