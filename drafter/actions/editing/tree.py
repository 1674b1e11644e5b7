"""What fact files say, as typed: records, lists and texts. States share all that did not change.

Nothing in a tree is ever changed in place. A record keeps its ``uid`` through every change and move, within one run of the
program; so what was edited, moved or removed can be told from two states alone.
"""

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any, TypeAlias

Path: TypeAlias = tuple[str | int, ...]
Value: TypeAlias = "str | list[Any] | Record"

_uids = count(1)


class Record(dict[str, Any]):
    """One mapping of a file: word → text, list of texts, record or list of records. Equal when it says the same."""

    __slots__ = ("uid",)

    def __init__(self, values: Any = (), uid: int | None = None) -> None:
        super().__init__(values)
        self.uid = next(_uids) if uid is None else uid

    def copy(self) -> "Record":
        return Record(self, self.uid)


def grown(plain: Any) -> Any:
    """Plain dicts as records with uids of their own."""
    if isinstance(plain, dict):
        return Record({word: grown(value) for word, value in plain.items()})
    if isinstance(plain, list):
        return [grown(item) for item in plain]
    return plain


def bare(tree: Any) -> Any:
    """Records as plain dicts."""
    if isinstance(tree, dict):
        return {word: bare(value) for word, value in tree.items()}
    if isinstance(tree, list):
        return [bare(item) for item in tree]
    return tree


def at(tree: Any, path: Path) -> Any:
    """The node at ``path``. Raises LookupError where there is none."""
    for step in path:
        tree = tree[step]
    return tree


def value_at(record: Any, words: tuple[str, ...]) -> Any:
    """The value that ``words`` lead to from a record (排名, 名次); None where nothing is."""
    for word in words:
        record = record.get(word) if isinstance(record, dict) else None
    return record


def rewritten(tree: Any, path: Path, edit: Callable[[Any], object]) -> Any:
    """The tree in which ``edit`` has changed a copy of the node at ``path``. All beside the path is shared."""
    copied = tree.copy()
    if path:
        copied[path[0]] = rewritten(tree[path[0]], path[1:], edit)
    else:
        edit(copied)
    return copied


def filled(value: Any) -> bool:
    """Whether a value says anything: an empty text, list or record does not."""
    return bool(value)


def records(tree: Any, path: Path = ()) -> Iterator[tuple[Path, Record]]:
    """(path, record) of every record at or below ``tree``, those that hold others first."""
    if isinstance(tree, Record):
        yield path, tree
        for word, value in tree.items():
            if value.__class__ is not str:
                yield from records(value, (*path, word))
    elif isinstance(tree, list):
        for index, item in enumerate(tree):
            if item.__class__ is not str:
                yield from records(item, (*path, index))


def is_records(value: Any) -> bool:
    """Whether a value is a list of records and of nothing else; an empty list is."""
    return isinstance(value, list) and {Record}.issuperset(map(type, value))  # ten thousand items, at every key
