"""What turns one state of a file into another: few operations that the store can splice, so that comments and order stay.

Records are told apart by their uid, so a fact that moved is moved with its comments, not deleted and written anew.
"""

from bisect import bisect_left
from collections.abc import Set
from typing import Any, Literal, NamedTuple

from drafter.actions.editing.tree import Path, Record, at, bare, is_records, records, rewritten


class Operation(NamedTuple):
    """One splice. ``path`` is that of a record (set), of a list (insert) or of an item (delete, move), in the file as the
    operations before left it. ``value`` is what is set or put in; an empty one clears the field. ``to`` and ``place`` say where
    an item goes: to the list at ``to`` as it is before the move, where it becomes number ``place``.
    """

    verb: Literal["set", "insert", "delete", "move"]
    path: Path
    word: str = ""
    value: Any = None
    to: Path = ()
    place: int = 0


def operations(old: Record, new: Record) -> list[Operation]:
    """What makes ``old`` say what ``new`` says, in the order in which it is to be done."""
    if old is new:
        return []
    work = _Work(old)
    if _rearranged(old, new):
        work.arrange(new)
    work.fill((), work.now, new)
    return work.done


def applied(tree: Record, operation: Operation) -> Record:
    """The tree after one operation."""
    verb, path, word, value, to, place = operation
    if verb == "set":
        return _set(tree, path, word, value)
    if verb == "insert":
        return _inserted(tree, path, place, value)
    item = at(tree, path)
    without: Record = rewritten(tree, path[:-1], lambda items: items.pop(path[-1]))
    return without if verb == "delete" else _inserted(without, after_removal(to, path), place, item)


def after_removal(to: Path, gone: Path) -> Path:
    """The path ``to``, once the item at ``gone`` has left its list: later items of the list have moved up."""
    depth = len(gone) - 1
    if len(to) > depth and to[:depth] == gone[:depth] and isinstance(to[depth], int) and to[depth] > gone[depth]:  # type: ignore[operator]
        return (*to[:depth], to[depth] - 1, *to[depth + 1 :])  # type: ignore[operator]
    return to


def _set(tree: Record, path: Path, word: str, value: Any) -> Record:
    def change(record: Record) -> None:
        if value:
            record[word] = value
        else:
            record.pop(word, None)

    changed: Record = rewritten(tree, path, change)
    return changed


def _inserted(tree: Record, path: Path, place: int, item: Any) -> Record:
    def change(record: Record) -> None:
        items = list(record.get(str(path[-1])) or ())
        items.insert(place, item)
        record[str(path[-1])] = items

    changed: Record = rewritten(tree, path[:-1], change)
    return changed


def _rearranged(old: Record, new: Record) -> bool:
    """Whether any list of records has come, gone or been put in another order."""
    for word in old.keys() | new.keys():
        before, after = old.get(word) or [], new.get(word) or []
        if before is after or not is_records(before) or not is_records(after):
            continue
        if [item.uid for item in before] != [item.uid for item in after]:
            return True
        if any(a is not b and _rearranged(a, b) for a, b in zip(before, after, strict=True)):
            return True
    return False


class _Work:
    """``now`` is the state that the operations so far have led to. ``holders``: record → that which holds it, and in which field;
    kept up while records come and move, since the paths of all would have to be found anew each time.
    """

    def __init__(self, old: Record) -> None:
        self.now = old
        self.done: list[Operation] = []
        self.holders: dict[int, tuple[int, str]] = {}
        self._hold(old)

    def _hold(self, record: Record) -> None:
        for word, value in record.items():
            for inner in value if isinstance(value, list) else (value,):
                if isinstance(inner, Record):
                    self.holders[inner.uid] = record.uid, word
                    self._hold(inner)

    def do(self, operation: Operation) -> None:
        verb, path, _, value, to, _ = operation
        if verb == "insert":
            self.holders[value.uid] = at(self.now, path[:-1]).uid, str(path[-1])
            self._hold(value)
        elif verb == "move":
            self.holders[at(self.now, path).uid] = at(self.now, to[:-1]).uid, str(to[-1])
        self.done.append(operation)
        self.now = applied(self.now, operation)

    def path_of(self, uid: int) -> Path | None:
        if uid not in self.holders:
            return () if uid == self.now.uid else None
        holder, word = self.holders[uid]
        above = self.path_of(holder) or ()
        there = at(self.now, above)[word]
        if isinstance(there, Record):
            return *above, word
        return *above, word, next(number for number, each in enumerate(there) if each.uid == uid)

    def arrange(self, new: Record) -> None:
        """Every record of ``new`` gets into its list and order; then those that it has no more are taken out."""
        wanted = {record.uid for _, record in records(new)}
        for _, holder in records(new):
            for word, items in holder.items():
                if items and is_records(items):
                    self.arrange_list(holder.uid, word, items)
        gone = [path for path, record in records(self.now) if record.uid not in wanted and isinstance(path[-1], int)]
        within = set(gone)
        outermost = [path for path in gone if not any(path[:length] in within for length in range(1, len(path)))]
        for path in reversed(outermost):
            self.do(Operation("delete", path))

    def arrange_list(self, holder: int, word: str, items: list[Record]) -> None:
        current = self.list_of(holder, word)
        if not is_records(current) or [item.uid for item in current] == [item.uid for item in items]:
            return
        staying = longest_run([item.uid for item in current], [item.uid for item in items])
        place = 0
        for item in items:
            if item.uid in staying:
                while current[place].uid != item.uid:
                    place += 1
            else:
                place = self.bring(item, (*(self.path_of(holder) or ()), word), place)
                current = self.list_of(holder, word)
            place += 1

    def list_of(self, holder: int, word: str) -> Any:
        path = self.path_of(holder)
        return at(self.now, path).get(word) or [] if path is not None else []

    def bring(self, item: Record, path: Path, place: int) -> int:
        """Moves or puts a record to number ``place`` of the list at ``path``; returns the number that it then has."""
        origin = self.path_of(item.uid)
        if origin is None:
            self.do(Operation("insert", path, value=self.without_known(item), place=place))
            return place
        if origin[:-1] == path and isinstance(origin[-1], int) and origin[-1] < place:
            place -= 1
        self.do(Operation("move", origin, to=path, place=place))
        return place

    def without_known(self, item: Record) -> Record:
        """A new record less those inside it that stand elsewhere: they are moved in afterwards."""
        return _pruned(item, self.holders.keys())

    def fill(self, path: Path, now: Record, new: Record) -> None:
        """Sets the fields of a record, and of the records in its lists, which stand in order by now."""
        for word in [*new, *(word for word in now if word not in new)]:
            before, after = now.get(word), new.get(word)
            if before is after or (before == after and not after):
                continue
            if after and before and is_records(before) and is_records(after) and len(before) == len(after):
                for index, (a, b) in enumerate(zip(before, after, strict=True)):
                    if a is not b:
                        self.fill((*path, word, index), a, b)
            elif before != after:
                self.do(Operation("set", path, word, after if after is not None else ""))


def _pruned(item: Record, known: Set[int]) -> Record:
    pruned = item.copy()
    for word, value in item.items():
        if value and is_records(value):
            pruned[word] = [_pruned(inner, known) for inner in value if inner.uid not in known]
            if not pruned[word]:
                del pruned[word]
    return pruned


def longest_run(found: list[int], wanted: list[int]) -> set[int]:
    """The most records that can stay where they are: the longest increasing run of their wanted places."""
    place = {uid: index for index, uid in enumerate(wanted)}
    common = [uid for uid in found if uid in place]
    ends: list[int] = []
    links: list[tuple[int, int | None]] = []
    tails: list[int] = []
    for number, uid in enumerate(common):
        at_end = bisect_left(ends, place[uid])
        links.append((uid, tails[at_end - 1] if at_end else None))
        ends[at_end : at_end + 1] = [place[uid]]
        tails[at_end : at_end + 1] = [number]
    staying = set()
    step = tails[-1] if tails else None
    while step is not None:
        uid, step = links[step]
        staying.add(uid)
    return staying


def plain_operation(operation: Operation) -> Operation:
    """The operation with its value as plain dicts, for the store and for a draft."""
    return operation._replace(value=bare(operation.value))
