"""How alike texts are, and which of many is most like one: pairs of characters, weighed by how rare they are.

Reports are written in set phrases (持续推进、全面加强), which say nothing of what a text is about; names (中试基地) do. So a pair
of characters that many passages have weighs little, verbs of planning weigh nothing, and numbers, which change every year, are
not looked at. A passage is a heading or a sentence: what is rare shows there even where a report is a dozen long sections.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from math import log, sqrt
from typing import NamedTuple, TypeAlias

from drafter.model.text import fold

#: Verbs and adverbs of the genre: they stand in every plan and say nothing of what it is about.
_COMMON = (
    "力争|确保|争取|不少于|超过|达到|推进|推动|加强|加快|加大|持续|全面|进一步|深入|积极|大力|扎实|有效|有序|切实|着力|努力|不断|"
    "稳步|坚持|强化|提升|提高|完善|健全|落实|促进|开展|实施|组织|做好|抓好|围绕|聚焦|突出|实现|取得|完成|继续|充分|更加|"
    "工作|情况|方面|以及|通过|目前|全年|今年|上年|去年|明年|来年|本年|上半年|下半年|年度|年底|年内|年初"
)
_BREAK = re.compile(rf"{_COMMON}|[0-9]+(?:\.[0-9]+)?[年月日%]*|[^\w]+|[的了和与及等在将为对把]")
_LATIN = re.compile(r"[A-Za-z]+")
_SENTENCE = re.compile(r"[。；！？\n]")
#: A heading is chosen, a text runs on: what stands in the heading counts so many times.
HEADING = 1.5
#: What stands in the headings above is true of what is beside the text, too.
ABOVE = 0.5
#: So many texts make a large report: what follows grows with their number.
_MANY = 1000


class Effort(NamedTuple):
    """So many entries of the index are looked at for one text, the rarest pairs first; so many candidates are weighed in full."""

    looked_at: int
    weighed: int


_THOROUGH, _QUICK = Effort(1000, 24), Effort(150, 5)
#: So many of the next best make up what a likeness is held against.
_RIVALS = 2
#: Long texts are little alike at best: the edge is told by what the likeness is, and this much more, which spares faint ones.
_FAINT = 0.15
#: What it counts for that one text is so many times longer than the one found within it.
_WITHIN = 0.2


class Said(NamedTuple):
    """A text with the heading over it, and the headings ``above`` that; each may be empty."""

    heading: str = ""
    text: str = ""
    above: str = ""


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


class Answer(NamedTuple):
    """Which text ``among`` many answers the one that ``asks``. ``edge``: by how much it is more alike than the next best, for
    what likeness there is. A text that is somewhat like all others, as a preamble is, has no edge.
    """

    asks: int
    among: int
    score: float
    edge: float


Vector = Mapping[str, float]


class Counts(NamedTuple):
    """A text made ready: what each of its marks counts for, in how many passages each stands, and how many there are."""

    marks: Vector
    passages: Mapping[str, int]
    number: int


#: A text, or what was counted in it before.
Text: TypeAlias = "Said | str | Counts"


def marks(text: str) -> Iterator[str]:
    """What a text is recognised by: each two characters that stand together, and foreign words whole."""
    for run in _BREAK.split(fold(text)):
        if not run or run.isascii():
            yield from _LATIN.findall(run.lower())
        elif _LATIN.search(run):
            for part in _LATIN.sub(r" \g<0> ", run).split():
                yield from marks(part)
        else:
            yield from map("".join, pairwise(run))


class Index:
    """Texts, ready to be asked which of them are like another. ``beside``: texts that count for what is rare, too."""

    def __init__(self, texts: Iterable[Text], beside: Iterable[Text] = ()) -> None:
        counted = [_counted(text) for text in texts]
        self._counts = [counts.marks for counts in counted]
        self._known: Counter[str] = Counter()
        self._total = 0
        for counts in (*counted, *map(_counted, beside)):
            self._known.update(counts.passages)
            self._total += counts.number
        self._effort = _THOROUGH if len(self._counts) < _MANY else _QUICK
        self._rare: dict[str, float] = {}
        self._vectors: dict[int, tuple[Vector, float]] = {}
        self._places: dict[str, list[int]] = defaultdict(list)
        for number, vector in enumerate(self._counts):
            for mark in vector:
                self._places[mark].append(number)

    def best(self, text: Text, most: int | None = None, inside: bool = False) -> list[Found]:
        """Those most like ``text``, the most alike first; none that has nothing in common with it.

        ``inside``: a short text that is found within a long one counts for more than two of one length that share as much.
        """
        vector, length = self._weighed(_counted(text).marks)
        near: dict[int, float] = defaultdict(float)
        looked_at = 0
        for mark in sorted(vector, key=lambda mark: len(self._places.get(mark, ()))):
            places = self._places.get(mark, ())
            if looked_at and looked_at + len(places) > self._effort.looked_at:
                break
            looked_at += len(places)
            weight = vector[mark] ** 2
            for number in places[: self._effort.looked_at]:
                near[number] += weight
        likely = sorted(near, key=lambda number: (-near[number], number))[: self._effort.weighed]
        found = []
        for number in likely:
            other, extent = self._vector(number)
            score = _cosine(vector, other)
            if inside:
                score = min(1.0, score * (max(length, extent) / min(length, extent)) ** _WITHIN)
            found.append(Found(number, score))
        return sorted(found, key=lambda each: -each.score)[:most]

    def answer(self, text: Text, kin: Callable[[int, int], bool] = lambda one, other: False) -> tuple[Found, float] | None:
        """The one that stands out most among those like ``text``, and its edge (see ``Answer``). None: nothing is like it.

        ``kin`` tells whether of two texts one speaks for the other: they are no rivals.
        """
        best: tuple[Found, float] | None = None
        row = self.best(text, inside=True)
        for each in row:
            others = (other.score for other in row if other is not each and not kin(each.number, other.number))
            edge = (each.score - sum(islice(others, _RIVALS)) / _RIVALS) / sqrt(each.score + _FAINT)
            if best is None or edge > best[1]:
                best = each, edge
        return best

    def likeness(self, number: int, text: Text) -> float:
        """How alike ``text`` and the text of this number are."""
        return _cosine(self._weighed(_counted(text).marks)[0], self._vector(number)[0])

    def _vector(self, number: int) -> tuple[Vector, float]:
        if number not in self._vectors:
            self._vectors[number] = self._weighed(self._counts[number])
        return self._vectors[number]

    def _weighed(self, counts: Vector) -> tuple[Vector, float]:
        """Weights whose squares sum up to 1, and how much there was before; nothing for a text without marks."""
        raw = {mark: count * self._rarity(mark) for mark, count in counts.items()}
        length = sqrt(sum(weight * weight for weight in raw.values()))
        return {mark: weight / length for mark, weight in raw.items()}, length

    def _rarity(self, mark: str) -> float:
        found = self._rare.get(mark)
        if found is None:
            found = self._rare[mark] = 1 + log((1 + self._total) / (1 + self._known[mark]))
        return found


def alike(one: str, other: str) -> float:
    """How alike two texts are by themselves, where nothing else tells what is rare."""
    return Index([one]).likeness(0, other)


def paired(old: Sequence[Said | str], new: Sequence[Said | str], least: float) -> list[Pair]:
    """Old and new texts that say the same, each at most once, the most alike first; none less alike than ``least``."""
    counts = [_counted(text) for text in new]
    index = Index(old, beside=counts)
    found = [(each.score, number, each.number) for number, text in enumerate(counts) for each in index.best(text, 3)]
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
            rest = max(_rivals(by_new[number], score, 1), _rivals(by_old[other], score, 1))
            pairs.append(Pair(other, number, score, score - rest))
    return pairs


def answered(
    asking: Sequence[Said | str],
    among: Sequence[Said | str],
    kin: Callable[[int, int], bool] = lambda one, other: False,
) -> list[Answer]:
    """The answer of each text that has one, by number; several may have the same.

    ``kin``: see ``Index.answer``.
    """
    if not asking or not among:
        return []
    counts = [_counted(text) for text in asking]
    index = Index(among, beside=counts)
    answers = []
    for asks, text in enumerate(counts):
        if found := index.answer(text, kin):
            best, edge = found
            answers.append(Answer(asks, best.number, best.score, edge))
    return answers


def _rivals(scores: list[float], own: float, most: int) -> float:
    """The mean of the best ``most`` of the others; ``scores`` stand in descending order and hold ``own``."""
    place = scores.index(own)
    return sum([*scores[:place], *scores[place + 1 : place + most + 1]][:most]) / most


def _counted(text: Text) -> Counts:
    if isinstance(text, Counts):
        return text
    said = text if isinstance(text, Said) else Said(text=text)
    times, passages, number = Counter[str](), Counter[str](), 0
    for sentence in _SENTENCE.split(said.text):
        if found := list(marks(sentence)):
            times.update(found)
            passages.update(set(found))
            number += 1
    counts = {mark: 1 + log(count) if count > 1 else 1.0 for mark, count in times.items()}
    if heading := set(marks(said.heading)):
        passages.update(heading)
        number += 1
        counts |= {mark: max(HEADING, counts.get(mark, 0.0)) for mark in heading}
    for mark in marks(said.above):
        counts.setdefault(mark, ABOVE)
    return Counts(counts, passages, number)


def _cosine(one: Vector, other: Vector) -> float:
    if len(one) > len(other):
        one, other = other, one
    return min(1.0, sum(weight * other[mark] for mark, weight in one.items() if mark in other))
