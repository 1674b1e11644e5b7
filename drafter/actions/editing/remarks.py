"""What a clerk is told of a record while writing it: what reading the report back has found in its fields."""

from drafter.actions.editing.book import OUTLINED
from drafter.actions.editing.desk import Desk
from drafter.actions.editing.settled import Words
from drafter.actions.editing.tree import is_records, records, value_at
from drafter.model.problem import Problem


def remarks(desk: Desk, uid: int) -> dict[Words, list[Problem]]:
    """Field → what is wrong there, the gravest first. Nothing is told of a field that has changed since."""
    return {words: found for words, found in _unchanged(desk, uid).items() if words}


def remarks_inside(desk: Desk, uid: int) -> dict[int, dict[Words, list[Problem]]]:
    """The same of the records that the form of this one shows (附件, 表格 …), by uid; no words: of one of these as a whole."""
    record = desk.find(uid)
    lists = [value for word, value in (record or {}).items() if word not in OUTLINED and value and is_records(value)]
    found = ((inner.uid, _unchanged(desk, inner.uid)) for _, inner in records(lists))
    return {inner: told for inner, told in found if told}


def _unchanged(desk: Desk, uid: int) -> dict[Words, list[Problem]]:
    settled, record = desk.settled, desk.find(uid)
    if settled is None or record is None:
        return {}
    told = settled.told.get(uid, {})
    return {words: found for words, found in told.items() if value_at(record, words) == settled.said(uid, words)}
