"""Many changes of one file at once: read back and checked once, and not once for each.

Made from the end of the text to its beginning, so that what stands before a change is where the file was read to have it.
Changes that touch each other are left for another time.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, TypeAlias

from drafter.store import edits, items, spans
from drafter.store.emit import Plain
from drafter.store.lines import comments_end
from drafter.store.reader import Document
from drafter.store.splice import Steps, acceptable, checked, inside, order, sound
from drafter.store.syntax import Mapping, Node, Scalar, at, resolved
from drafter.store.syntax import Sequence as Items


class Setting(NamedTuple):
    """The field ``word`` of the record at ``path`` becomes ``value``; "" clears it."""

    path: Steps
    word: str
    value: Plain


class Adding(NamedTuple):
    """``items`` are put in front of number ``place`` of the list at ``path``, which may not be there yet."""

    path: Steps
    place: int
    items: tuple[Plain, ...]


class Removal(NamedTuple):
    """The item at ``path`` goes out of its list."""

    path: Steps


Change: TypeAlias = Setting | Adding | Removal


class _Spot(NamedTuple):
    """Where a change is made, and what it looks at; ``number``: which one it is."""

    start: int
    stop: int
    number: int


def together(document: Document, changes: Sequence[Change]) -> tuple[Document, list[int]]:
    """The document with those of the ``changes`` that do not touch each other, and the numbers of these. All name places in the
    document as it is. Raises Refused as ``splice`` does; then none is made.
    """
    sound(document)
    chosen = _apart(_spot(document, change, number) for number, change in enumerate(changes))
    if not chosen:
        return document, []
    text = document.text
    for number in chosen:
        text = _edited(replace(document, text=text), changes[number])

    def change_all(tree: Any) -> None:
        for number in chosen:
            _done(tree, changes[number])

    first = changes[chosen[-1]]
    word = first.word if isinstance(first, Setting) else str(first.path[-1 if isinstance(first, Adding) else -2])
    return checked(document, text, change_all, word), chosen


def _apart(spots: Iterable[_Spot | None]) -> list[int]:
    """The numbers of those that do not touch each other, the last in the text first; of those in one place the first."""
    chosen: list[int] = []
    last: _Spot | None = None
    there = [spot for spot in spots if spot is not None]
    for spot in sorted(there, key=lambda spot: (spot.start, spot.stop, -spot.number), reverse=True):
        if last is None or (spot.stop <= last.start and spot.start < last.start):
            chosen.append(spot.number)
            last = spot
    return chosen


def _spot(document: Document, change: Change, number: int) -> _Spot | None:
    """None for what cannot be made together with others. Raises Refused for what no file can hold."""
    if isinstance(change, Setting):
        acceptable(document, change.path, change.word, change.value, as_typed=True)
        found = _of_setting(document, change)
    elif isinstance(change, Adding):
        acceptable(document, change.path[:-1], str(change.path[-1]), list(change.items), as_typed=True)
        found = _of_adding(document, change)
    else:
        found = _of_removal(document, change)
    return _Spot(*found, number) if found else None


def _of_setting(document: Document, setting: Setting) -> tuple[int, int] | None:
    record = edits.record_at(document, setting.path)
    if record is None or not record.entries:
        return None
    entry = record.entries.get(setting.word)
    if entry is None:
        return _new(document, setting.path, record, setting.word) if setting.value else None
    entries = list(record.entries.values())
    place = next(number for number, each in enumerate(entries) if each is entry)
    if setting.value and not (isinstance(entry.value, Scalar) and isinstance(setting.value, str)):
        return None  # a list or a record changes piece by piece
    before = spans.content_end(document.text, entries[place - 1].value) if place else record.start
    after = entries[place + 1].key.start if place + 1 < len(entries) else _end(document, record, entry.value)
    return before, after


def _new(document: Document, path: Steps, record: Mapping, word: str) -> tuple[int, int]:
    before = edits.entry_before(record, word, order(document, path))
    if before is None:
        first = next(iter(record.entries.values())).key.start
        return first, first
    start = spans.content_end(document.text, before.value)
    return start, start if record.flow else comments_end(document.text, spans.line_stop(document.text, start))


def _of_adding(document: Document, adding: Adding) -> tuple[int, int] | None:
    text = document.text
    node = _node(document, adding.path)
    if node is None:
        record = edits.record_at(document, adding.path[:-1])
        return _new(document, adding.path[:-1], record, str(adding.path[-1])) if record and record.entries else None
    if not isinstance(node, Items) or not node.items or not 0 <= adding.place <= len(node.items):
        return None
    if adding.place == 0:
        start = node.items[0].start if node.flow else spans.line_start(text, spans.dash_of(text, node.items[0]))
        return start, start
    start = spans.content_end(text, node.items[adding.place - 1])
    return start, start if node.flow else comments_end(text, spans.line_stop(text, start))


def _of_removal(document: Document, removal: Removal) -> tuple[int, int] | None:
    text, place = document.text, removal.path[-1]
    parent = _node(document, removal.path[:-1])
    if not isinstance(parent, Items) or not isinstance(place, int) or not 0 <= place < len(parent.items):
        return None
    item = parent.items[place]
    stop = spans.content_end(text, item)
    if parent.flow:
        start = spans.content_end(text, parent.items[place - 1]) if place else item.start
        return start, parent.items[place + 1].start if place + 1 < len(parent.items) else stop
    start = spans.line_start(text, spans.dash_of(text, item))
    after = spans.next_line(text, stop)
    # A file without a last line end stays without: the one before goes along.
    return (start - 2, after) if after == len(text) and not text.endswith(("\n", "\r")) else (start, after)


def _end(document: Document, record: Mapping, last: Node) -> int:
    stop = spans.content_end(document.text, last)
    return record.end if record.flow else comments_end(document.text, spans.line_stop(document.text, stop))


def _node(document: Document, path: Steps) -> Node | None:
    found = at(document.root, path)
    return resolved(found) if found is not None else None


def _edited(document: Document, change: Change) -> str:
    if isinstance(change, Setting):
        if not change.value:
            return edits.take_out(document, change.path, change.word)
        return edits.put(document, change.path, change.word, change.value, order(document, change.path))
    if isinstance(change, Removal):
        return items.delete(document, change.path)
    words = order(document, change.path[:-1])
    if _node(document, change.path) is None:
        return edits.put(document, change.path[:-1], str(change.path[-1]), list(change.items), words)
    for item in reversed(change.items):
        document = replace(document, text=items.insert(document, change.path, change.place, item, words))
    return document.text


def _done(tree: Any, change: Change) -> None:
    """The same in what the file says."""
    if isinstance(change, Removal):
        inside(tree, change.path[:-1]).pop(change.path[-1])
    elif isinstance(change, Adding):
        record = inside(tree, change.path[:-1])
        there = list(record.get(change.path[-1]) or ())
        record[change.path[-1]] = [*there[: change.place], *change.items, *there[change.place :]]
    elif change.value:
        inside(tree, change.path)[change.word] = change.value
    else:
        inside(tree, change.path).pop(change.word)
