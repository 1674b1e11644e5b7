"""Many changes of one file, as after an import or when all is kept, brought into it together: each by itself would have the whole
file read back.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from itertools import takewhile
from typing import NamedTuple

from drafter.actions.editing.difference import Operation, applied, operations
from drafter.actions.editing.tree import Path, Record, at, bare, is_records, records
from drafter.model.problem import Refused
from drafter.store import batch
from drafter.store.batch import Adding, Removal, Setting
from drafter.store.reader import Document

MANY = 8  # changes of one file; fewer are done one by one


class _Step(NamedTuple):
    """A change for the store, and the same for the state; both name places in the file as it is."""

    change: batch.Change
    operations: tuple[Operation, ...]


def at_once(document: Document, base: Record, tree: Record) -> tuple[Document, Record]:
    """The document with those changes towards ``tree`` that can be done together, and what it says then.

    Round after round: those of one sort that do not touch each other. Nothing is done where there are few, or where they are
    refused together: what is left is to be done one by one.
    """
    while True:
        steps = _steps(base, operations(base, tree))
        if _count(steps) < MANY:
            return document, base
        try:
            document, done = batch.together(document, [step.change for step in steps])
        except Refused:
            return document, base
        made = [steps[number] for number in done]
        for step in made:
            base = reduce(applied, step.operations, base)
        if _count(made) < MANY:
            return document, base


def _count(steps: list[_Step]) -> int:
    return sum(len(step.operations) for step in steps)


def _steps(base: Record, wanted: Sequence[Operation]) -> list[_Step]:
    """The first of ``wanted`` that are of one sort, as far as they can be done together."""
    if not wanted:
        return []
    verb = wanted[0].verb
    return list(_SORTS[verb](base, takewhile(lambda step: step.verb == verb, wanted)))


def _settings(base: Record, steps: Iterator[Operation]) -> Iterator[_Step]:
    for step in steps:
        value = bare(step.value)
        before = at(base, step.path).get(step.word)
        if isinstance(value, str) or not before:
            yield _Step(Setting(step.path, step.word, value or ""), (step,))
        elif isinstance(value, list) and isinstance(before, list) and not is_records(before) and value[: len(before)] == before:
            yield _Step(Adding((*step.path, step.word), len(before), tuple(value[len(before) :])), (step,))


def _removals(_base: Record, steps: Iterator[Operation]) -> Iterator[_Step]:
    """They come the last first, so that none counts on another."""
    return (_Step(Removal(step.path), (step,)) for step in steps)


def _addings(base: Record, steps: Iterator[Operation]) -> Iterator[_Step]:
    """New records, by the places that there are before any of them has come."""
    paths = {record.uid: path for path, record in records(base)}
    tree = base
    found: dict[Path, dict[int, list[Record]]] = {}
    for step in steps:
        holder, word = at(tree, step.path[:-1]), str(step.path[-1])
        before = sum(item.uid in paths for item in (holder.get(word) or [])[: step.place])
        found.setdefault((*paths[holder.uid], word), {}).setdefault(before, []).append(step.value)
        tree = applied(tree, step)
    for path, places in found.items():
        for place, items in places.items():
            done = tuple(Operation("insert", path, value=item, place=place) for item in reversed(items))
            yield _Step(Adding(path, place, tuple(map(bare, items))), done)


_SORTS: dict[str, Callable[[Record, Iterator[Operation]], Iterator[_Step]]] = {
    "set": _settings,
    "delete": _removals,
    "insert": _addings,
    "move": lambda _base, _steps: iter(()),
}
