"""Many changes of one file, as after an import, brought into it together: each by itself would have the whole file read back."""

from drafter.actions.editing.difference import Operation, applied
from drafter.actions.editing.tree import Path, Record, at, bare
from drafter.model.problem import Refused
from drafter.store import batch
from drafter.store.reader import Document

MANY = 8  # changes of one file; fewer are done one by one


def at_once(document: Document, base: Record, steps: list[Operation]) -> tuple[Document, Record]:
    """The document with those of the ``steps`` that can be done together, and what it says then.

    Nothing is done where there are few, or where one puts something in front of others or moves it, so that the places of the rest
    count on it; nor where they are refused together. What is left is to be done one by one.
    """
    settings: list[batch.Setting] = []
    adding: dict[Path, list[Record]] = {}
    done: list[Operation] = []
    for step in steps if len(steps) >= MANY else ():
        verb, path, word, value, _, place = step
        if verb == "set":
            if not batch.fits(document, path, word, value):
                continue
            settings.append(batch.Setting(path, word, value))
        elif verb == "insert" and place == _length(base, path) + len(adding.get(path, ())):
            adding.setdefault(path, []).append(value)
        else:
            return document, base
        done.append(step)
    if not done:
        return document, base
    addings = [batch.Adding(path, tuple(bare(item) for item in items)) for path, items in adding.items()]
    try:
        changed = batch.together(document, settings, addings)
    except Refused:
        changed = None
    if changed is None:
        return document, base
    for step in done:
        base = applied(base, step)
    return changed, base


def _length(base: Record, path: Path) -> int:
    """How many items the list at ``path`` has, none where it is not there yet; -1 where its record is not either."""
    try:
        holder = at(base, path[:-1])
    except LookupError:
        return -1
    return len(holder.get(path[-1]) or ())
