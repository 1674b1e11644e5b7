"""A paragraph cut at its marks and at its numbers: what stands before and after each number, and what joins it to the last one."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.importers.figures.quantity import Quantity, even, quantities

# Marks inside quotes and brackets part nothing.
_INSIDE = re.compile(r"“[^“”\n]{0,80}”|《[^《》\n]{0,80}》|\([^()\n]{0,40}\)|\{\{[^{}\n]{0,40}\}\}")
_REFERENCE = re.compile(r"\{\{[^{}\n]{1,40}\}\}")
_MARK = re.compile(r"[，,。；;：:！!？?\n()]|\.(?![0-9])|——")
_SENTENCE = frozenset("。！!？?\n.")
#: Right behind a number these part as a comma does: 200家、高新技术企业75户; 3家重点实验室和27家技术中心.
_JOINING = ("、", "以及", "和", "与", "及", "或")
_BEHIND = re.compile(r"(?:以上|以下|以内|左右|及以上)?")


class Mention(NamedTuple):
    """A number among its words.

    ``lead``: from the last mark or number up to it; ``tail``: from its unit to the next mark or number. ``mark``: what stands
    before the lead ("" at the beginning of a paragraph). ``follows``: whether the one before it is in the same sentence;
    ``shared``: whether no mark parts them, so that ``lead`` is the tail of the other. ``rest``: from the unit to the next number
    or the end of the sentence, marks and all. ``sentence``: from the beginning of the sentence up to the number.
    """

    quantity: Quantity
    lead: str
    tail: str
    mark: str
    follows: bool
    shared: bool
    rest: str
    sentence: str


def mentions(text: str) -> Iterator[Mention]:
    """Every number of ``text`` with its words, in order. ``lead`` and the others have half-width marks."""
    # 30万元以上项目126项: the bound is part of a name.
    found = [quantity for quantity in quantities(text) if not quantity.bound]
    if not found:
        return
    flat = even(text)
    marks = _marks(flat, found)
    ends = [place for place, mark in marks if mark in _SENTENCE]
    index = stop = 0
    last: Quantity | None = None
    for number, quantity in enumerate(found):
        while index < len(marks) and marks[index][0] < quantity.start:
            index += 1
        while stop < len(ends) and ends[stop] < quantity.start:
            stop += 1
        place, mark = marks[index - 1] if index else (-1, "")
        begin = place + len(mark) if mark else 0
        sentence = ends[stop - 1] + 1 if stop else 0
        until = ends[stop] if stop < len(ends) else len(flat)
        following = found[number + 1].start if number + 1 < len(found) else len(flat)
        next_mark = marks[index][0] if index < len(marks) else len(flat)
        shared = last is not None and last.end > place
        yield Mention(
            quantity,
            lead=flat[max(begin, last.end) if last is not None else begin : quantity.start][-_FAR:],
            tail=flat[quantity.end : min(next_mark, following)][:_FAR],
            mark=mark,
            follows=last is not None and last.start >= sentence,
            shared=shared,
            rest=flat[quantity.end : min(until, following)][:_FAR],
            sentence=flat[max(sentence, quantity.start - _FAR) : quantity.start],
        )
        last = quantity


#: Words farther from a number than this say nothing of it.
_FAR = 160


def _marks(flat: str, found: list[Quantity]) -> list[tuple[int, str]]:
    """(place, mark) of all that parts clauses, in order."""
    hidden = [(one.start(), one.end()) for one in _INSIDE.finditer(flat)]
    numbers = [(one.start, one.end) for one in found]
    # A bracket with a number inside is a clause of its own.
    spans = _without(hidden, numbers, flat)
    marks = []
    at = 0
    for one in _MARK.finditer(flat):
        while at < len(spans) and spans[at][1] <= one.start():
            at += 1
        if at < len(spans) and spans[at][0] <= one.start():
            continue
        marks.append((one.start(), one[0]))
    marks += [(one.end() - 2, "}}") for one in _REFERENCE.finditer(flat)]
    for _, end in numbers:
        behind = _BEHIND.match(flat, end)
        place = behind.end() if behind else end
        joint = next((mark for mark in _JOINING if flat.startswith(mark, place)), None)
        if joint is not None:
            marks.append((place, joint))
    return sorted(marks)


def _without(spans: list[tuple[int, int]], numbers: list[tuple[int, int]], flat: str) -> list[tuple[int, int]]:
    """The spans that hide their marks: all but brackets with a number inside."""
    kept = []
    at = 0
    for start, end in spans:
        while at < len(numbers) and numbers[at][0] < start:
            at += 1
        if flat[start] != "(" or at == len(numbers) or numbers[at][0] >= end:
            kept.append((start, end))
    return kept
