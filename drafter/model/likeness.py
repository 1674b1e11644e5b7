"""How alike texts are, and which of many is most like one: pairs of characters, weighed by how rare they are.

Reports are written in set phrases (持续推进、全面加强), which say nothing of what a text is about; names (中试基地) do. So a pair
of characters that many texts have weighs little, verbs of planning weigh nothing, and numbers, which change every year, are
not looked at.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import log, sqrt
from typing import NamedTuple

from drafter.model.text import fold

#: Verbs and adverbs of the genre: they stand in every plan and say nothing of what it is about.
_COMMON = (
    "力争|确保|争取|不少于|超过|达到|推进|推动|加强|加快|加大|持续|全面|进一步|深入|积极|大力|扎实|有效|有序|切实|着力|努力|不断|"
    "稳步|坚持|强化|提升|提高|完善|健全|落实|促进|开展|实施|组织|做好|抓好|围绕|聚焦|突出|实现|取得|完成|继续|充分|更加|"
    "工作|情况|方面|以及|通过|目前|全年|今年|上年|去年|明年|来年|本年|上半年|下半年|年度|年底|年内|年初"
)
_BREAK = re.compile(rf"{_COMMON}|[0-9]+(?:\.[0-9]+)?[年月日%]*|[^\w]+|[的了和与及等在将为对把]")
_LATIN = re.compile(r"[A-Za-z]+")
#: A heading is chosen, a text runs on: what stands in the heading counts so many times.
HEADING = 2.0
#: So many entries of the index are looked at for one text, the rarest pairs first; so many candidates are then weighed in full.
_LOOKED_AT, _WEIGHED = 400, 8


class Said(NamedTuple):
    """A text with the heading over it; either may be empty."""

    heading: str = ""
    text: str = ""


class Found(NamedTuple):
    """``number`` of the text in its index, and how alike it is: from 0, nothing in common, to 1, the same words."""

    number: int
    score: float


class Pair(NamedTuple):
    """Two texts that belong together. ``margin``: by how much the next best of either was less alike."""

    old: int
    new: int
    score: float
    margin: float


Vector = Mapping[str, float]


def marks(text: str) -> Iterator[str]:
    """What a text is recognised by: each two characters that stand together, and foreign words whole."""
    for run in _LATIN.sub(r" \g<0> ", _BREAK.sub(" ", fold(text))).split():
        if run.isascii():
            yield run.lower()
        else:
            yield from map("".join, pairwise(run))


class Index:
    """Texts, ready to be asked which of them are like another. ``beside``: texts that count for what is rare, too."""

    def __init__(self, texts: Iterable[Said | str], beside: Iterable[Said | str] = ()) -> None:
        self._counts = [_counted(text) for text in texts]
        self._known = Counter(mark for counts in self._counts for mark in counts)
        self._total = len(self._counts)
        for text in beside:
            self._known.update(_counted(text).keys())
            self._total += 1
        self._rare: dict[str, float] = {}
        self._vectors: dict[int, Vector] = {}
        self._places: dict[str, list[int]] = defaultdict(list)
        for number, counts in enumerate(self._counts):
            for mark in counts:
                self._places[mark].append(number)

    def best(self, text: Said | str, most: int = 3) -> list[Found]:
        """Those most like ``text``, the most alike first; none that has nothing in common with it."""
        vector = self._weighed(_counted(text))
        near: dict[int, float] = defaultdict(float)
        looked_at = 0
        for mark in sorted(vector, key=lambda mark: len(self._places.get(mark, ()))):
            places = self._places.get(mark, ())
            if looked_at and looked_at + len(places) > _LOOKED_AT:
                break
            looked_at += len(places)
            weight = vector[mark] ** 2
            for number in places[:_LOOKED_AT]:
                near[number] += weight
        likely = sorted(near, key=lambda number: (-near[number], number))[: max(most, _WEIGHED)]
        found = sorted((Found(number, _cosine(vector, self._vector(number))) for number in likely), key=lambda each: -each.score)
        return found[:most]

    def likeness(self, number: int, text: Said | str) -> float:
        """How alike ``text`` and the text of this number are."""
        return _cosine(self._weighed(_counted(text)), self._vector(number))

    def _vector(self, number: int) -> Vector:
        if number not in self._vectors:
            self._vectors[number] = self._weighed(self._counts[number])
        return self._vectors[number]

    def _weighed(self, counts: Vector) -> Vector:
        """Weights whose squares sum up to 1; nothing for a text without marks."""
        raw = {mark: count * self._rarity(mark) for mark, count in counts.items()}
        length = sqrt(sum(weight * weight for weight in raw.values()))
        return {mark: weight / length for mark, weight in raw.items()}

    def _rarity(self, mark: str) -> float:
        found = self._rare.get(mark)
        if found is None:
            found = self._rare[mark] = 1 + log((1 + self._total) / (1 + self._known[mark]))
        return found


def alike(one: str, other: str) -> float:
    """How alike two texts are by themselves, where nothing else tells what is rare."""
    return Index([one]).likeness(0, other)


def paired(old: Sequence[Said | str], new: Sequence[Said | str], least: float) -> list[Pair]:
    """Old and new texts that belong together, each at most once, the most alike first; none less alike than ``least``."""
    index = Index(old, beside=new)
    found = [(each.score, number, each.number) for number, text in enumerate(new) for each in index.best(text)]
    found.sort(key=lambda each: (-each[0], each[1], each[2]))
    by_new, by_old = defaultdict(list), defaultdict(list)
    for score, number, other in found:
        by_new[number].append(score)
        by_old[other].append(score)
    pairs: list[Pair] = []
    taken_new: set[int] = set()
    taken_old: set[int] = set()
    for score, number, other in found:
        if score < least:
            break
        if number not in taken_new and other not in taken_old:
            taken_new.add(number)
            taken_old.add(other)
            rest = max(_rest(by_new[number], score), _rest(by_old[other], score))
            pairs.append(Pair(other, number, score, score - rest))
    return pairs


def _rest(scores: list[float], own: float) -> float:
    """The best of the others; ``scores`` stand in descending order and hold ``own``."""
    others = list(scores)
    others.remove(own)
    return others[0] if others else 0.0


def _counted(text: Said | str) -> Vector:
    if isinstance(text, str):
        return dict.fromkeys(marks(text), 1.0)
    return dict.fromkeys(marks(text.text), 1.0) | dict.fromkeys(marks(text.heading), HEADING)


def _cosine(one: Vector, other: Vector) -> float:
    if len(one) > len(other):
        one, other = other, one
    return min(1.0, sum(weight * other[mark] for mark, weight in one.items() if mark in other))
