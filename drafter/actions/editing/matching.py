"""Which record of a file that someone else has changed is which record of the state one knows.

A file says nothing of uids. Records are recognised by what they say, the surest sign first: all of it, the 编号, the heading, and
last a similar text at the same place between neighbours that are recognised.
"""

from collections import defaultdict, deque
from collections.abc import Iterable
from typing import Any

from drafter.actions.editing.tree import Record, filled, is_records, records

_ID, _HEADINGS = "编号", ("标题", "名称")
_FIGURES = "指标"
_ALIKE = 0.5
"""From this share of common pairs of characters on, two texts count as one that was changed."""
_REACH = 4
"""So many records of the same gap are looked at for a similar text: a longer search finds chance likeness."""


def adopted(base: Record, plain: object) -> Record:
    """The tree of ``plain``, where a record that ``base`` has too keeps its uid; the root always does.

    What did not change is the very same object as in ``base``. Every uid stands once. A file that holds no mapping says nothing.
    """
    plain = plain if isinstance(plain, dict) else {}
    work = _Work()
    work.pair(base, plain)
    work.pair_moved()
    return work.built(plain)  # type: ignore[no-any-return]


def united(base: Record, ours: Record, theirs: Record) -> Record:
    """``ours``, where a record that ``theirs`` has put into the same list as well bears the same uid.

    For a state that was kept and one that was saved of the same work: what is new to ``base`` in both is put in once.
    """
    known = {record.uid for _, record in records(base)}
    fresh = {
        (holder.uid, word): found
        for _, holder in records(theirs)
        for word, items in holder.items()
        if (found := [item for item in _items(items) if item.uid not in known])
    }
    return _united(ours, ours.uid, known, fresh) if fresh else ours


def _united(record: Record, uid: int, known: set[int], fresh: dict[tuple[int, str], list[Record]]) -> Record:
    result = Record(record, uid)
    for word, value in record.items():
        items = _items(value)
        new = [item for item in items if item.uid not in known]
        there = fresh.get((uid, word), [])
        twins = {id(new[place]): there[other].uid for place, other in _matches(there, new).items()}
        if items:
            result[word] = [_united(item, twins.get(id(item), item.uid), known, fresh) for item in items]
    return result


class _Work:
    """``twins`` maps a new mapping or list, by its id(), to what it was; ``same`` holds those that say the same throughout."""

    def __init__(self) -> None:
        self.twins: dict[int, Any] = {}
        self.same: set[int] = set()
        self.gone: list[tuple[str, Record]] = []
        self.new: list[tuple[str, dict[str, Any]]] = []
        self.moving = False
        self.used: set[int] = set()  # uids; kept only while moving, before that no two lists can claim one record

    def pair(self, record: Record, plain: dict[str, Any]) -> None:
        self.twins[id(plain)] = record
        if record == plain and self.whole(record):
            self.same.add(id(plain))
            self.use(_below("", record))
            return
        self.use([("", record)])
        for word in record.keys() | plain.keys():
            before, after = record.get(word), plain.get(word)
            if isinstance(before, Record) and isinstance(after, dict):
                self.pair(before, after)
            elif before == after and not self.moving:
                self.twins[id(after)] = before
                self.same.add(id(after))
            else:
                self.pair_lists(word, _items(before), _items(after))

    def whole(self, record: Record) -> bool:
        """Whether nothing inside has been recognised elsewhere already."""
        return not self.used or not any(inner.uid in self.used for _, inner in _below("", record))

    def use(self, found: Iterable[tuple[str, Record]]) -> None:
        if self.moving:
            self.used.update(record.uid for _, record in found)

    def pair_lists(self, word: str, before: list[Record], after: list[dict[str, Any]]) -> None:
        before = [record for record in before if record.uid not in self.used]
        matches = _matches(before, after)
        taken = set(matches.values())
        self.gone += [(word, record) for place, record in enumerate(before) if place not in taken]
        for place, plain in enumerate(after):
            if place in matches:
                self.pair(before[matches[place]], plain)
            else:
                self.new.append((word, plain))

    def pair_moved(self) -> None:
        """Facts that left one list and stand in another: equal ones, and those of the same 编号."""
        gone, self.gone = [item for word, record in self.gone for item in _below(word, record)], []
        new, self.new = self.new, []
        if not gone or not new:
            return
        self.moving = True
        by_id: dict[Any, deque[Record]] = defaultdict(deque)
        by_face: dict[Any, deque[Record]] = defaultdict(deque)
        for word, record in gone:
            by_face[_face(record)].append(record)
            if _text(record.get(_ID)):
                by_id[_name(word, record)].append(record)
        queue = deque(new)
        while queue:
            word, plain = queue.popleft()
            found = self.free(by_face[_face(plain)], plain) or self.free(by_id[_name(word, plain)], plain)
            if found is None or not filled(plain):
                queue.extend(_inside(plain))
                continue
            self.pair(found, plain)
            queue.extend(self.new)
            self.new = []

    def free(self, candidates: deque[Record], plain: dict[str, Any]) -> Record | None:
        """The first that is not yet recognised elsewhere and that ``plain`` is by equality or 编号."""
        while candidates and candidates[0].uid in self.used:
            candidates.popleft()
        return next((record for record in candidates if record.uid not in self.used and _moved(record, plain)), None)

    def built(self, plain: Any) -> Any:
        if not isinstance(plain, dict | list):
            return plain
        twin = self.twins.get(id(plain))
        if id(plain) in self.same:
            return twin
        if isinstance(plain, list):
            return [self.built(item) for item in plain]
        values = {}
        for word, value in plain.items():
            known = twin.get(word) if twin is not None else None
            built = self.built(value)
            values[word] = known if _is_same(known, built) else built
        return Record(values, twin.uid if twin is not None else None)


def _is_same(known: Any, built: Any) -> bool:
    if isinstance(built, list) and isinstance(known, list) and len(known) == len(built):
        return all(a is b or (a.__class__ is str and a == b) for a, b in zip(known, built, strict=True))
    return known is built or (isinstance(built, str) and known == built)


def _matches(before: list[Record], after: list[dict[str, Any]]) -> dict[int, int]:
    """Place in ``after`` → place in ``before``."""
    found: dict[int, int] = {}
    length = min(len(before), len(after))
    head = 0
    while head < length and before[head] == after[head]:
        found[head] = head
        head += 1
    shift = len(before) - len(after)
    last = len(after) - 1
    while last >= head and last + shift >= head and before[last + shift] == after[last]:
        found[last] = last + shift
        last -= 1
    old, new = range(head, last + shift + 1), range(head, last + 1)
    if not old or not new:
        return found
    _match_by(_face, before, after, old, new, found, equal=True)
    _match_by(lambda record: _text(record.get(_ID)) or None, before, after, old, new, found)
    known = {_text(record.get(_ID)) for record in before} & {_text(plain.get(_ID)) for plain in after} - {""}
    _match_by(lambda record: None if _text(record.get(_ID)) in known else _heading(record), before, after, old, new, found)
    _match_similar(before, after, known, found)
    return found


def _match_by(
    sign: Any,
    before: list[Record],
    after: list[dict[str, Any]],
    old: range,
    new: range,
    found: dict[int, int],
    equal: bool = False,
) -> None:
    """Matches those still unmatched that have the same sign, in their order; a sign of None matches nothing."""
    taken = set(found.values())
    places: dict[Any, deque[int]] = defaultdict(deque)
    for place in old:
        if place not in taken and (own := sign(before[place])) is not None:
            places[own].append(place)
    for place in new:
        if place in found or (own := sign(after[place])) is None:
            continue
        candidates = places.get(own, ())
        hit = next((other for other in candidates if not equal or before[other] == after[place]), None)
        if hit is not None:
            found[place] = hit
            places[own].remove(hit)


def _match_similar(before: list[Record], after: list[dict[str, Any]], known: set[str], found: dict[int, int]) -> None:
    """Between two neighbours that are recognised, records of similar text are matched in their order.

    ``known`` are the 编号 that both states have: whoever bears one is that record or none.
    """
    taken = set(found.values())
    bound = 0
    for place, plain in enumerate(after):
        if place in found:
            bound = found[place] + 1
            continue
        if _text(plain.get(_ID)) in known:
            continue
        for other in range(bound, min(bound + _REACH, len(before))):
            if other in taken:
                break
            if _text(before[other].get(_ID)) not in known and _similar(before[other], plain):
                found[place] = other
                taken.add(other)
                bound = other + 1
                break


def _similar(record: dict[str, Any], plain: dict[str, Any]) -> bool:
    mine, theirs = _pairs(record), _pairs(plain)
    return bool(mine and theirs) and 2 * len(mine & theirs) >= _ALIKE * (len(mine) + len(theirs))


def _pairs(record: dict[str, Any]) -> set[str]:
    said = "\n".join(value for value in record.values() if isinstance(value, str))
    return {said[place : place + 2] for place in range(len(said) - 1)}


def _face(record: dict[str, Any]) -> frozenset[tuple[str, str]]:
    """What equal records have in common, cheap to look up by; whether they are equal is compared then."""
    return frozenset((word, value) for word, value in record.items() if value.__class__ is str)


def _heading(record: dict[str, Any]) -> str | None:
    return next((text for word in _HEADINGS if (text := _text(record.get(word)))), None)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _name(word: str, record: dict[str, Any]) -> tuple[bool, str]:
    """Figures and facts have 编号 of their own."""
    return word == _FIGURES, _text(record.get(_ID))


def _moved(record: Record, plain: dict[str, Any]) -> bool:
    own = _text(plain.get(_ID))
    return record == plain or (own != "" and record.get(_ID) == own)


def _items(value: Any) -> list[Any]:
    return value if value and isinstance(value, list) and all(isinstance(item, dict) for item in value) else []


def _inside(plain: dict[str, Any]) -> Iterable[tuple[str, dict[str, Any]]]:
    """(word, record) of the records right inside one."""
    for word, value in plain.items():
        if isinstance(value, dict):
            yield from _inside(value)
        else:
            yield from ((word, item) for item in _items(value))


def _below(word: str, record: Record) -> Iterable[tuple[str, Record]]:
    """(word, record) of a record and of all inside it."""
    yield word, record
    for inner_word, value in record.items():
        if isinstance(value, Record):
            yield from list(_below(inner_word, value))[1:]
        elif value and value.__class__ is list and is_records(value):
            for item in value:
                yield from _below(inner_word, item)
