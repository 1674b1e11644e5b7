"""Two people changed one file: both changes are kept, field by field; where they contradict each other, a person is asked.

Every record stands where the one who moved it put it, and is gone only where one removed it and the other left it alone. Of two
different changes of one field, ours stays in the tree until the conflict is answered.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from drafter.actions.editing.difference import longest_run
from drafter.actions.editing.passages import merged_items, merged_text
from drafter.actions.editing.tree import Record, filled, is_records

Words: TypeAlias = tuple[str, ...]
Home: TypeAlias = tuple[int, str]
"""Where a record stands: the uid of the record that holds it, and the word of the list in it."""


class Conflict(NamedTuple):
    """What two people did differently to the record ``uid``.

    ``words`` lead to the field, through records such as 排名; a value that is not there is None. No words: one removed the whole
    record and the other changed it; the one who removed it has None. The changed record stays until this is answered.
    """

    uid: int
    words: Words
    base: Any
    ours: Any
    theirs: Any

    @property
    def removal(self) -> bool:
        return not self.words


class Taken(NamedTuple):
    """What came from the others: the field of a record, or, without words, a record that they put in, moved or removed."""

    uid: int
    words: Words


class Merge(NamedTuple):
    """The tree with both changes, what is still to be asked, and what came from the others."""

    tree: Record
    conflicts: list[Conflict]
    taken: list[Taken]


def merged(base: Record, ours: Record, theirs: Record) -> Merge:
    """``base`` with what both have changed. Records are told by their uids; the three roots have the same one."""
    if theirs is base or theirs is ours or theirs == base:
        return Merge(ours, [], [])
    return _Merging(base, ours, theirs).done()


class _Seen(NamedTuple):
    record: Record
    home: Home | None


class _Merging:
    """``homes`` holds where each record of the result stands; a record without a home, but for the root, is gone."""

    def __init__(self, base: Record, ours: Record, theirs: Record) -> None:
        self.root = ours.uid
        self.base, self.ours, self.theirs = _seen(base), _seen(ours), _seen(theirs)
        self.conflicts: list[Conflict] = []
        self.taken: list[Taken] = []
        self.homes: dict[int, Home] = {}
        self.touches: dict[int, bool] = {}
        self.lists: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))

    def done(self) -> Merge:
        self.settle_homes()
        self.settle_removals()
        for uid, (holder, word) in self.homes.items():
            self.lists[holder][word].add(uid)
        return Merge(self.built(self.root), self.conflicts, self.taken)

    # Where records stand

    def settle_homes(self) -> None:
        moved = []
        for uid in (*self.ours, *(uid for uid in self.theirs if uid not in self.ours)):
            mine, other, before = self.ours.get(uid), self.theirs.get(uid), self.base.get(uid)
            home = (mine or other)[1]  # type: ignore[index]
            if home is None:
                continue
            if mine and other and before and mine.home == before.home and other.home not in (None, mine.home):
                home = other.home
                moved.append(uid)
            self.homes[uid] = home
        for uid in moved:
            if self.within_itself(uid):
                self.homes[uid] = self.ours[uid].home  # type: ignore[assignment]
            else:
                self.taken.append(Taken(uid, ()))

    def within_itself(self, uid: int) -> bool:
        """Whether one moved a record into another that the other moved into the first."""
        passed: set[int] = set()
        above = self.homes[uid][0]
        while above not in passed and above in self.homes:
            passed.add(above)
            above = self.homes[above][0]
        return uid in passed

    def settle_removals(self) -> None:
        """What one removed goes, unless the other changed something in it: then all of it stays, and that is asked."""
        gone: list[int] = []
        for here, there in ((self.ours, self.theirs), (self.theirs, self.ours)):
            removed = [uid for uid in here if uid not in there and uid in self.base]
            kept: set[int] = set()
            for uid in removed:  # holders come before what they hold
                holder = self.homes[uid][0]
                if holder in kept:
                    kept.add(uid)
                elif self.touched(uid, here, there):
                    kept.add(uid)
                    self.conflicts.append(self.removal(uid))
                else:
                    gone.append(uid)
        without = set(gone)
        for uid in gone:
            if uid in self.ours and self.homes[uid][0] not in without:
                self.taken.append(Taken(uid, ()))
        for uid in gone:
            del self.homes[uid]

    def touched(self, uid: int, here: dict[int, _Seen], there: dict[int, _Seen]) -> bool:
        """Whether the side that still has a record has changed it, moved it, or has changes inside it."""
        known = self.touches.get(uid)
        if known is None:
            known = self.touches[uid] = self.changed(uid, here, there)
        return known

    def changed(self, uid: int, here: dict[int, _Seen], there: dict[int, _Seen]) -> bool:
        record, home = here[uid]
        before = self.base.get(uid)
        if before is None or home != before.home or _own(record) != _own(before.record):
            return True
        for word, items in _lists(record):
            for item in items:
                if item.uid in there:
                    if self.homes[item.uid] == (uid, word):
                        return True
                elif self.touched(item.uid, here, there):
                    return True
        return False

    def removal(self, uid: int) -> Conflict:
        sides = (self.base.get(uid), self.ours.get(uid), self.theirs.get(uid))
        return Conflict(uid, (), *(seen.record if seen else None for seen in sides))

    # What they say

    def built(self, uid: int) -> Record:
        mine, other = self.ours.get(uid), self.theirs.get(uid)
        if mine is None or other is None:
            found = mine or other
            assert found is not None
            if mine is None:
                self.take_new(uid, found)
            return self.joined(uid, found.record, found.record, found.record)
        if mine.record is other.record:
            return mine.record
        before = self.base.get(uid)
        return self.joined(uid, before.record if before else Record(), mine.record, other.record)

    def take_new(self, uid: int, found: _Seen) -> None:
        holder = found.home[0] if found.home else uid
        if uid not in self.base and (holder in self.ours or holder in self.base):
            self.taken.append(Taken(uid, ()))

    def joined(self, uid: int, base: Record, ours: Record, theirs: Record) -> Record:
        """A record of the tree: its lists get their members, its fields are merged."""
        result = Record(uid=uid)
        held = self.lists.get(uid, {})
        for word in dict.fromkeys((*ours, *theirs, *held)):
            sides = (base.get(word), ours.get(word), theirs.get(word))
            if all(not filled(side) or is_records(side) for side in sides) and (held.get(word) or any(sides)):
                value = self.items(uid, word, ours.get(word) or [], theirs.get(word) or [])
            else:
                value = self.value(uid, (word,), *sides)
            if value is not None:
                result[word] = value
        return _shared(result, ours, theirs)

    def value(self, uid: int, words: Words, base: Any, ours: Any, theirs: Any) -> Any:
        if ours == theirs or theirs == base:
            return ours
        if any(sides := [side for side in (base, ours, theirs) if side is not None]) and all(
            isinstance(side, Record) for side in sides
        ):
            return self.inner(uid, words, base, ours, theirs)
        if ours == base or (not filled(ours) and not filled(base)):
            self.taken.append(Taken(uid, words))
            return theirs
        if not filled(theirs) and not filled(base):
            return ours
        both = _both(base, ours, theirs)
        if both is not None:
            self.taken.append(Taken(uid, words))
            return both
        self.conflicts.append(Conflict(uid, words, base, ours, theirs))
        return ours

    def inner(self, uid: int, words: Words, base: Record | None, ours: Record | None, theirs: Record | None) -> Record | None:
        """A record that is the value of a field, such as 排名: merged by its own fields, and gone when none is left."""
        sides = [Record() if side is None else side for side in (base, ours, theirs)]
        like = next(side for side in (ours, theirs, base) if side is not None)
        result = Record(uid=like.uid)
        for word in dict.fromkeys((*sides[1], *sides[2])):
            value = self.value(uid, (*words, word), *(side.get(word) for side in sides))
            if value is not None:
                result[word] = value
        return _shared(result, sides[1], sides[2]) or None

    def items(self, uid: int, word: str, ours: list[Record], theirs: list[Record]) -> list[Record] | None:
        if ours is theirs and uid in self.ours and uid in self.theirs:
            return ours
        order = self.order(uid, word, [item.uid for item in ours], [item.uid for item in theirs])
        found = [self.built(item) for item in order]
        for side in (ours, theirs):
            if len(side) == len(found) and all(a is b for a, b in zip(side, found, strict=True)):
                return side
        return found or None

    def order(self, uid: int, word: str, ours: list[int], theirs: list[int]) -> list[int]:
        """Our order, but for what the others moved or put in: that follows the neighbour which it follows there."""
        members = self.lists[uid][word] if uid in self.lists else set()
        if ours == theirs:
            return [item for item in ours if item in members]
        before = self.base.get(uid)
        base = [item.uid for item in dict(_lists(before.record)).get(word, ())] if before else []
        theirs_moved = set(base).intersection(theirs) - longest_run(base, theirs)
        ours_moved = set(base).intersection(ours) - longest_run(base, ours)
        self.taken += [Taken(item, ()) for item in theirs_moved - ours_moved if item in members]
        placed = [item for item in ours if item in members and (item not in theirs_moved or item in ours_moved)]
        return _woven(placed, [item for item in theirs if item in members])


def _both(base: Any, ours: Any, theirs: Any) -> Any:
    """A text or a list of texts with both changes; None where they overlap, or where it is one line."""
    if all(isinstance(side, str) for side in (base, ours, theirs)):
        return merged_text(base, ours, theirs) if any("\n" in side for side in (base, ours, theirs)) else None
    sides = [[] if side is None else side for side in (base, ours, theirs)]
    if all(isinstance(side, list) and all(isinstance(item, str) for item in side) for side in sides):
        return merged_items(*sides)
    return None


def _woven(order: list[int], other: list[int]) -> list[int]:
    """``order`` and what only ``other`` has, each of these after the one it follows there, behind what is new here."""
    known, there = set(order), set(other)
    following: dict[int | None, list[int]] = defaultdict(list)
    before = None
    for uid in other:
        if uid in known:
            before = uid
        else:
            following[before].append(uid)
    result: list[int] = []
    waiting = following[None]
    for uid in order:
        if uid in there:
            result += waiting
            waiting = following[uid]
        result.append(uid)
    return result + waiting


def _seen(tree: Record) -> dict[int, _Seen]:
    """uid → record and home of every record that stands in a list, and of the root; holders first."""
    found = {tree.uid: _Seen(tree, None)}
    stack = [tree]
    while stack:
        holder = stack.pop()
        for word, items in _lists(holder):
            home = (holder.uid, word)
            for item in items:
                found[item.uid] = _Seen(item, home)
            stack += items
    return found


def _lists(record: Record) -> Iterator[tuple[str, list[Record]]]:
    for word, value in record.items():
        if value.__class__ is not str and value and is_records(value):
            yield word, value


def _own(record: Record) -> dict[str, Any]:
    """The fields of a record without its lists of records and without empty ones."""
    return {word: value for word, value in record.items() if filled(value) and not is_records(value)}


def _shared(result: Record, *sides: Record) -> Record:
    """The side that is the same as ``result`` throughout, if there is one: what did not change stays the same object."""
    return next((side for side in sides if side.uid == result.uid and _is_same(side, result)), result)


def _is_same(side: Record, result: Record) -> bool:
    return list(side) == list(result) and all(
        value is result[word] or (value.__class__ is str and value == result[word]) for word, value in side.items()
    )
