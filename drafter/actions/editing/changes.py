"""What is different between two states of a file, told to a person: where, what it said, what it says."""

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from drafter.actions.editing.book import OUTLINED
from drafter.actions.editing.difference import longest_run
from drafter.actions.editing.outline import label_of
from drafter.actions.editing.tree import Record, is_records

Sort = Literal["changed", "added", "removed", "moved"]


class Change(NamedTuple):
    """One difference. ``trail`` leads to the record: a list, its headings, and once more a list where the form of a fact shows one
    (成绩, 公路养护, 表格, 各县里程); () for the report itself. ``words`` lead to the field, () where a whole record came, went or
    moved. ``old`` and ``new`` are texts; for a move, where it stood and stands.
    """

    uid: int
    sort: Sort
    trail: tuple[str, ...]
    words: tuple[str, ...]
    old: str
    new: str


class _Seen(NamedTuple):
    record: Record
    home: tuple[int, str]
    trail: tuple[str, ...]


def changes(old: Record, new: Record) -> list[Change]:
    """The differences, in the order of the new state; what was removed comes last."""
    if old is new:
        return []
    before, after = _seen(old), _seen(new)
    found: list[Change] = []
    for uid, (record, home, trail) in after.items():
        known = before.get(uid)
        if known is None:
            if home[0] in before:
                found.append(Change(uid, "added", trail, (), "", told(record)))
            continue
        if known.record is not record:
            found += _fields(uid, trail, (), known.record, record)
        if known.home != home:
            found.append(Change(uid, "moved", trail, (), " / ".join(known.trail[:-1]), " / ".join(trail[:-1])))
    found += [
        Change(uid, "removed", known.trail, (), told(known.record), "")
        for uid, known in before.items()
        if uid not in after and known.home[0] in after
    ]
    return [*found, *_reordered(before, after)]


def trail_to(tree: Record, uid: int) -> tuple[str, ...]:
    """The list and the headings that lead to a record; () for the report itself and for what is not there."""
    found = _seen(tree).get(uid)
    return found.trail if found else ()


def told(value: Any) -> str:
    """A value as text: a list of texts is one line; a record has a line a field, what stands in it follows."""
    if isinstance(value, dict):
        return "\n".join(line for word, inner in value.items() if (line := _field(word, inner)))
    if isinstance(value, list):
        return ("\n" if any(isinstance(item, dict) for item in value) else "、").join(told(item) for item in value)
    return "" if value is None else str(value)


def _field(word: str, value: Any) -> str:
    text = told(value)
    return f"{word}：{text}" if text else ""


def _fields(uid: int, trail: tuple[str, ...], words: tuple[str, ...], old: Record, new: Record) -> Iterator[Change]:
    for word in dict.fromkeys((*new, *old)):
        before, after = old.get(word), new.get(word)
        if before == after or (not before and not after):
            continue
        if is_records(before or []) and is_records(after or []):
            continue
        if isinstance(before or after, Record) and all(isinstance(side or {}, dict) for side in (before, after)):
            yield from _fields(uid, trail, (*words, word), before or Record(uid=0), after or Record(uid=0))
        else:
            yield Change(uid, "changed", trail, (*words, word), told(before), told(after))


def _seen(tree: Record) -> dict[int, _Seen]:
    """uid → record, uid of its holder, and trail, of the root and of every record in a list; in reading order."""
    found: dict[int, _Seen] = {}

    def walk(record: Record, home: tuple[int, str], trail: tuple[str, ...]) -> None:
        found[record.uid] = _Seen(record, home, trail)
        for word, value in record.items():
            if value.__class__ is not str and value and is_records(value):
                for number, item in enumerate(value, 1):
                    above = trail if trail and word in OUTLINED else (*trail, word)
                    walk(item, (record.uid, word), (*above, label_of(item, dict) or str(number)))

    walk(tree, (0, ""), ())
    return found


def _reordered(before: dict[int, _Seen], after: dict[int, _Seen]) -> Iterator[Change]:
    """Records that stand elsewhere in the same list."""
    for uid, (record, _, _) in after.items():
        known = before.get(uid)
        if known is None or known.record is record:
            continue
        for word, items in record.items():
            was = known.record.get(word)
            if items is was or not items or not was or not is_records(items) or not is_records(was):
                continue
            old, new = [item.uid for item in was], [item.uid for item in items]
            moved = set(old).intersection(new) - longest_run(old, new)
            for item in new:
                if item in moved:
                    places = (f"{word} {order.index(item) + 1}" for order in (old, new))
                    yield Change(item, "moved", after[item].trail, (), *places)
