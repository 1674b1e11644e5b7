"""Many changes of one file at once: read back and checked once, and not once for each.

Only what cannot get in each other's way: texts that are there already get other ones, and items are put at the end of a list.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from drafter.store import edits, emit, spans
from drafter.store.emit import Plain
from drafter.store.lines import below
from drafter.store.reader import Document
from drafter.store.splice import Steps, acceptable, checked, inside, order
from drafter.store.syntax import Scalar, at, resolved
from drafter.store.syntax import Sequence as Items


class Setting(NamedTuple):
    """The text ``word`` of the record at ``path`` becomes ``value``."""

    path: Steps
    word: str
    value: str


class Adding(NamedTuple):
    """``items`` are put at the end of the list at ``path``, which may not be there yet."""

    path: Steps
    items: tuple[Plain, ...]


class _Change(NamedTuple):
    """``text[start:stop]`` gives way to ``new``."""

    start: int
    stop: int
    new: str


def fits(document: Document, path: Steps, word: str, value: Any) -> bool:
    """Whether a text is to take the place of one that stands in the file by itself, and not through an alias."""
    return isinstance(value, str) and bool(value) and isinstance(at(document.root, (*path, word)), Scalar)


def together(document: Document, settings: Sequence[Setting], addings: Sequence[Adding]) -> Document | None:
    """The document with all changes; None where they cannot be made at once. Raises Refused as ``splice`` does."""
    for setting in settings:
        acceptable(document, *setting, as_typed=True)
    for path, items in addings:
        acceptable(document, path[:-1], str(path[-1]), list(items), as_typed=True)
    changes = [_difference(document.text, _set(document, setting)) for setting in settings]
    for adding in addings:
        added = _added(document, adding)
        if added is None:
            return None
        changes.append(_difference(document.text, added))
    changes.sort()
    if any(one.stop > other.start for one, other in pairwise(changes)):
        return None
    text = document.text
    for change in reversed(changes):
        text = text[: change.start] + change.new + text[change.stop :]

    def change_all(tree: Any) -> None:
        for path, word, value in settings:
            inside(tree, path)[word] = value
        for path, items in addings:
            record = inside(tree, path[:-1])
            record[path[-1]] = [*(record.get(path[-1]) or ()), *items]

    word = settings[0].word if settings else str(addings[0].path[-1])
    return checked(document, text, change_all, word)


def _set(document: Document, setting: Setting) -> str:
    return edits.put(document, setting.path, setting.word, setting.value, ())


def _added(document: Document, adding: Adding) -> str | None:
    """The text with the items; None where the list is not one of lines."""
    found = at(document.root, adding.path)
    node = resolved(found) if found is not None else None
    if node is None:
        holder, word = adding.path[:-1], str(adding.path[-1])
        return edits.put(document, holder, word, list(adding.items), order(document, holder))
    if not isinstance(node, Items) or node.flow or not node.items:
        return None
    column = spans.column(document.text, spans.dash_of(document.text, node.items[0]))
    offset = spans.list_offset(document.root)
    lines = [line for item in adding.items for line in emit.item_lines(item, column, offset)]
    return below(document, spans.content_end(document.text, node.items[-1]), lines)


def _difference(old: str, new: str) -> _Change:
    """The one place in which two texts differ: what is between their common beginning and their common end."""
    shortest = min(len(old), len(new))
    head = _common(shortest, lambda length: old[:length] == new[:length])
    tail = _common(shortest - head, lambda length: old[len(old) - length :] == new[len(new) - length :])
    return _Change(head, len(old) - tail, new[head : len(new) - tail])


def _common(most: int, same: Callable[[int], bool]) -> int:
    """The greatest length up to ``most`` for which ``same`` holds, which holds for all that are shorter."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if same(middle):
            least = middle
        else:
            most = middle - 1
    return least
