"""What a clerk is told of a record while writing it: what reading the report back has found in its fields."""

from drafter.actions.editing.desk import Desk
from drafter.actions.editing.settled import Words
from drafter.actions.editing.tree import value_at
from drafter.model.problem import Problem


def remarks(desk: Desk, uid: int) -> dict[Words, list[Problem]]:
    """Field → what is wrong there, the gravest first. Nothing is told of a field that has changed since."""
    settled, record = desk.settled, desk.find(uid)
    if settled is None or record is None:
        return {}
    told = settled.told.get(uid, {})
    return {words: found for words, found in told.items() if words and value_at(record, words) == settled.said(uid, words)}
