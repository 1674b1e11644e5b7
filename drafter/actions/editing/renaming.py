"""A figure gets another 编号, and what names it follows: texts, the aims of plans, and the wholes it is a part of."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from drafter.actions.editing.figures import figure_records, typed, uses_of
from drafter.actions.editing.tree import Record
from drafter.model.reference import references

if TYPE_CHECKING:
    from drafter.actions.editing.desk import Desk

ID = "编号"


class Renamed(NamedTuple):
    """``changed`` records say the new name now, ``left`` ones still say ``old``. ``old`` is "" when nothing named the figure."""

    old: str
    changed: int
    left: int


def rename(desk: "Desk", uid: int, new: str, known_as: str = "") -> Renamed:
    """Sets the 编号 of the figure ``uid``, and in the same step, undone at once, everything that names the figure.

    Nothing else is changed for a name that no text could say, or that another figure has: two figures could not be told apart
    again. ``known_as`` is the name that was left standing by an earlier such renaming; it gives way to the first good name.
    """
    record = desk.find(uid)
    if record is None:
        return Renamed("", 0, 0)
    new = new.strip()
    uses = uses_of(desk.root)
    others = {typed(each, ID).strip() for each in figure_records(desk.root) if each.uid != uid}
    names = (typed(record, ID).strip(), known_as)
    old = next((name for name in names if name in uses and name not in others and name != new), "")
    with desk.together():
        desk.set(uid, ID, new)
        if not old or new in others or not _can_be_named(new):
            return Renamed(old, 0, len(uses.get(old, ())))
        changed = [_rename_in(desk, use, old, new) for use in uses[old]]
    return Renamed(old, sum(changed), len(changed) - sum(changed))


def _can_be_named(name: str) -> bool:
    return [(found.name, found.part) for found in references(f"{{{{ {name} }}}}")] == [(name, "")]


def _rename_in(desk: "Desk", uid: int, old: str, new: str) -> bool:
    """Whether the record says ``new`` now; False where its file cannot be written."""
    record = desk.find(uid)
    if record is None or not desk.writable(uid):
        return False
    for word, value in list(_renamed(record, old, new)):
        desk.set(uid, word, value)
    return True


def _renamed(record: Record, old: str, new: str) -> Iterator[tuple[str, Any]]:
    """(word, value) of every field of the record that named ``old``, naming ``new``."""
    for word, value in record.items():
        if word in ("其中", "指标") and isinstance(value, list):
            changed: Any = [new if part == old else part for part in value]
        elif word in ("其中", "指标") and value == old:
            changed = new
        elif isinstance(value, str):
            changed = _reworded(value, old, new)
        else:
            continue
        if changed != value:
            yield word, changed


def _reworded(text: str, old: str, new: str) -> str:
    """``text`` with its references to ``old`` naming ``new``; their parts and blanks stay."""
    for found in reversed(references(text)):
        if found.name == old:
            reference = text[found.start : found.end].replace(old, new, 1)
            text = text[: found.start] + reference + text[found.end :]
    return text


def left_without(root: Record, uid: int) -> tuple[int, ...]:
    """The uids of the records that would name nothing once the figure ``uid`` is gone; () while another has its 编号."""
    records = figure_records(root)
    names = {record.uid: typed(record, ID).strip() for record in records}
    name = names.pop(uid, "")
    if not name or name in names.values():
        return ()
    return tuple(use for use in uses_of(root).get(name, ()) if use != uid)
