"""The desk: one report under edit. Every change is made in memory at once, can be undone, and waits to be settled.

What is typed is kept as typed, right or wrong; ``settling`` brings it into the files and reads it back.
"""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

from drafter.actions.editing.baseline import Baseline, changeable, peek, read
from drafter.actions.editing.book import ROOT as ROOT
from drafter.actions.editing.book import Book, State, listed
from drafter.actions.editing.history import Focus, History
from drafter.actions.editing.tree import Record, at, bare, grown, rewritten, value_at
from drafter.model.problem import Problem
from drafter.store.workspace import resolve

if TYPE_CHECKING:
    from drafter.actions.editing.merge import Conflict, Merge
    from drafter.actions.editing.settled import Settled
    from drafter.actions.editing.settling import Settlement, Snapshot

CHILDREN = "分项"


class Desk(Book):
    """One report, its files, and all that was done to them.

    ``settled`` is the last state that was read back as a model; None until the first settling. ``trouble`` says why the
    files could not be written, ``conflicts`` which fields someone else has changed differently. ``partial``: only the
    beginning was read, for the eye.
    """

    def __init__(self, place: FilePath, name: str, baseline: Baseline) -> None:
        super().__init__(dict(baseline.trees))
        self.place = place
        self.name = name
        self.baseline = baseline
        self.partial = False
        self.settled: Settled | None = None
        self.trouble: list[Problem] = []
        self.conflicts: list[Conflict] = []
        self.history = History()

    @classmethod
    def open(cls, name: str | None, start: FilePath) -> "Desk":
        """Opens the report called ``name``, or the only one. Raises Refused, exit code 2, when there is none such."""
        place = resolve(name, start)
        return cls(place, name or place.name, read(place))

    @classmethod
    def glance(cls, name: str, start: FilePath) -> "Desk | None":
        """The beginning of a large report, to be looked at while it is opened; None for one that opens at once."""
        place = resolve(name, start)
        head = peek(place)
        if head is None:
            return None
        desk = cls(place, name, Baseline({}, {"": head}, {}))
        desk.partial = True
        return desk

    # What there is

    def writable(self, uid: int) -> bool:
        """False where the file has faults of syntax or holds no fields, so that nothing in it can be changed safely."""
        return self.partial or changeable(self.baseline.documents[self.file(uid)])

    @property
    def unsaved(self) -> bool:
        return any(self.state[file] is not tree for file, tree in self.baseline.trees.items())

    # Changes

    def set(self, uid: int, words: str | tuple[str, ...], value: Any, now: float | None = None) -> None:
        """Sets a field; ``words`` lead through the records in it (排名, 名次). An empty value clears it."""
        words = (words,) if isinstance(words, str) else words
        path = (self._home(words[0]),) if uid == ROOT else self._path(uid)
        if path is None or (value_at(at(self.state, path), words) or "") == (value or ""):
            return
        self.history.note(self.state, Focus(uid, words), self._clock(now), typing=True)
        self._become(rewritten(self.state, path, lambda record: _put(record, words, value)))

    def add(self, holder: int, word: str, index: int, values: dict[str, Any] | None = None) -> int:
        """Puts a new record into a list and returns its uid."""
        item = grown(dict(values or {}))
        self._note(Focus(item.uid))
        self._insert(holder, word, index, item)
        return int(item.uid)

    def remove(self, uid: int) -> None:
        self._note(Focus(uid))
        self._take(uid)

    def duplicate(self, uid: int) -> int | None:
        """A copy right after it; its 编号 is left out, since ids name one record."""
        place, record = self.holder(uid), self.find(uid)
        if place is None or record is None:
            return None
        return self.add(place[0], place[1], place[2] + 1, _without_ids(bare(record)))

    def move(self, uid: int, holder: int, word: str, index: int) -> None:
        """Moves a record into a list, where it becomes number ``index``."""
        item = self.find(uid)
        if item is not None:
            self._note(Focus(uid))
            self._take(uid)
            self._insert(holder, word, index, item)

    def move_up(self, uid: int) -> bool:
        return self._shift(uid, -1)

    def move_down(self, uid: int) -> bool:
        return self._shift(uid, 1)

    def indent(self, uid: int) -> bool:
        """Makes a fact the last item of the one before it. False where there is none, or the list is not of facts."""
        place = self.holder(uid)
        if place is None or not place[2] or place[1] == "指标":
            return False
        before = self._list(place[0], place[1])[place[2] - 1]
        self.move(uid, before.uid, CHILDREN, len(before.get(CHILDREN) or ()))
        return True

    def outdent(self, uid: int) -> bool:
        """Puts a fact right after the one that holds it. False at the outermost level."""
        place = self.holder(uid)
        above = self.holder(place[0]) if place and place[0] != ROOT else None
        if above is None:
            return False
        self.move(uid, above[0], above[1], above[2] + 1)
        return True

    @contextmanager
    def together(self) -> Iterator[None]:
        """All that is changed inside is one step, undone at once."""
        before, marked = self.state, self.history.mark()
        yield
        if self.state is not before:
            self.history.merge_since(marked)

    def undo(self) -> Focus | None:
        """Takes the last change back; where it was, or None when there is nothing to take back."""
        return self._travel(self.history.undo(self.state))

    def redo(self) -> Focus | None:
        return self._travel(self.history.redo(self.state))

    # Settling

    def snapshot(self) -> "Snapshot":
        """What a settling works from; it may run in another thread while typing goes on."""
        from drafter.actions.editing.settling import Snapshot

        return Snapshot(self.place, self.baseline, dict(self.state), self.revision, tuple(self.conflicts))

    def accept(self, settlement: "Settlement") -> bool:
        """Takes in what a settling did. Returns whether the state changed by it: someone else's changes came in."""
        from drafter.actions.editing.settling import rebased

        before = settlement.snapshot.state
        merged = any(tree is not before.get(file) for file, tree in settlement.trees.items())
        found = list(settlement.conflicts)
        if merged:
            state, since = rebased(self.state, before, settlement.trees)
            self.history.rebase(lambda state: rebased(state, before, settlement.trees)[0])
            self.state = state
            self._changed()
            # What was typed while the settling ran may contradict what it brought in.
            found += since
        self.baseline = settlement.baseline
        self.settled = settlement.settled
        self.trouble = settlement.trouble
        self._ask(found)
        return merged

    def open_conflicts(self) -> "list[Conflict]":
        """The conflicts as of now: what was typed since is ``ours``; those whose record is gone have nothing to ask."""
        found = []
        for conflict in self.conflicts:
            record = self.find(conflict.uid)
            if record is not None and conflict.removal:
                found.append(conflict if conflict.ours is None else conflict._replace(ours=record))
            elif record is not None:
                found.append(conflict._replace(ours=value_at(record, conflict.words)))
        self.conflicts = found
        return list(found)

    def _ask(self, conflicts: "list[Conflict]") -> None:
        """Takes new conflicts in; of two about one field the newer one stays, since it knows what is in the file."""
        known = {(each.uid, each.words): each for each in self.conflicts}
        for each in conflicts:
            earlier = known.get((each.uid, each.words))
            known[each.uid, each.words] = each._replace(base=earlier.base) if earlier is not None else each
        self.conflicts = list(known.values())

    def answer(self, conflict: "Conflict", value: Any) -> None:
        """Settles a conflict: the field gets ``value``, as a change like any other, and is written again from now on.

        Of a record that one removed and the other changed: None removes it, anything else keeps it. A conflict that is not open
        any more is passed over; one whose field was changed once more by the others meanwhile stays open.
        """
        now = next((each for each in self.conflicts if (each.uid, each.words) == (conflict.uid, conflict.words)), None)
        if now is None:
            return
        if now.theirs == conflict.theirs:
            self.conflicts.remove(now)
        if not conflict.removal:
            self.set(conflict.uid, conflict.words, value)
        elif value is None:
            self.remove(conflict.uid)
        self.revision += 1

    def adopt(self, merges: "Mapping[str, Merge]") -> None:
        """Takes in what a draft held, as one change that can be undone."""
        self._note(Focus(ROOT))
        self._become({**self.state, **{file: merge.tree for file, merge in merges.items() if file in self.state}})
        self._paths = {}
        self._ask([conflict for merge in merges.values() for conflict in merge.conflicts])

    # Inside

    def _clock(self, now: float | None) -> float:
        return time.monotonic() if now is None else now

    def _note(self, focus: Focus) -> None:
        self.history.note(self.state, focus, self._clock(None))

    def _travel(self, step: tuple[State, Focus] | None) -> Focus | None:
        if step is None:
            return None
        self.state, focus = step
        self._changed()
        return focus

    def _insert(self, holder: int, word: str, index: int, item: Record) -> None:
        path, place = self._place(holder, word, index)

        def change(record: Record) -> None:
            found = record.get(word)
            items = list(listed(record, word)) if isinstance(found, list) or not found else [found]
            items.insert(place, item)
            record[word] = items

        self._become(rewritten(self.state, path, change))
        self._paths = {}

    def _take(self, uid: int) -> None:
        path = self._path(uid)
        if path is None or not isinstance(path[-1], int):
            return
        word, index = str(path[-2]), path[-1]

        def change(record: Record) -> None:
            items = list(record[word])
            del items[index]
            if items:
                record[word] = items
            else:
                del record[word]

        self._become(rewritten(self.state, path[:-2], change))
        self._paths = {}

    def _shift(self, uid: int, by: int) -> bool:
        place = self.holder(uid)
        if place is None or not 0 <= place[2] + by < len(self._list(place[0], place[1])):
            return False
        self.move(uid, place[0], place[1], place[2] + by)
        return True


def _put(record: Record, words: tuple[str, ...], value: Any) -> None:
    """Sets what ``words`` lead to; records on the way come and go with what they hold."""
    word, *rest = words
    if rest:
        inner = record.get(word)
        changed = inner.copy() if isinstance(inner, Record) else Record()
        _put(changed, tuple(rest), value)
        value = changed
    if value:
        record[word] = value
    else:
        record.pop(word, None)


def _without_ids(plain: Any) -> Any:
    if isinstance(plain, dict):
        return {word: _without_ids(value) for word, value in plain.items() if word != "编号"}
    if isinstance(plain, list):
        return [_without_ids(item) for item in plain]
    return plain
