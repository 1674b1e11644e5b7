"""Which element of a Word document says each sign of its lines, so that what is found in a line can be shown in the document.

A sign is a character that is no white space: lines and elements say the same signs in the same order.
"""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from drafter.importers.word.names import Element

#: So many signs may stand between two pieces of the same words: a page number, signs that nobody sees.
_FURNITURE = 80


class Spot(NamedTuple):
    """A sign in its element. ``offset`` counts the characters of the element's text before it."""

    element: Element
    offset: int


class Trace:
    """Is told all that is said while a document is read, then says where it stands."""

    def __init__(self) -> None:
        self._told: list[str] = []
        self._pieces: list[tuple[str, Element | None]] = []
        self._starts: list[int] = []
        self._begins: dict[int, int] = {}
        self._pieced = self._lined = 0

    def take(self, ordinal: str, pieces: Iterable[tuple[str, object, Element | None]]) -> None:
        """What a paragraph says: its automatic ordinal, which stands in no element, and its pieces."""
        for text, element in ((ordinal, None), *((text, element) for text, _, element in pieces)):
            signs = "".join(text.split())
            if signs:
                self._pieces.append((text, element))
                self._starts.append(self._pieced)
                self._told.append(signs)
                self._pieced += len(signs)

    def begin(self, number: int, line: str) -> None:
        """Line ``number`` says the next signs of what was taken."""
        self._begins[number] = self._lined
        self._lined += len("".join(line.split()))

    def follow(self, number: int, before: str, words: str) -> list[int]:
        """The numbers of the signs of ``words``, which stand behind ``before`` in line ``number``; none where there is no such
        line.
        """
        if number not in self._begins:
            return []
        at = self._begins[number]
        passed = _following(self._signs, "".join(before.split()), at)
        return _following(self._signs, "".join(words.split()), passed[-1] + 1 if passed else at)

    def spot(self, sign: int) -> Spot | None:
        """Where a sign stands; None for one that no element says."""
        place = bisect_right(self._starts, sign) - 1
        text, element = self._pieces[place]
        if element is None:
            return None
        offsets = [offset for offset, character in enumerate(text) if not character.isspace()]
        return Spot(element, offsets[sign - self._starts[place]])

    @cached_property
    def _signs(self) -> str:
        return "".join(self._told)

    @property
    def length(self) -> int:
        """How many signs there are."""
        return self._pieced


def _following(signs: str, wanted: str, at: int) -> list[int]:
    """Where each wanted sign stands from ``at``: all of them at a stretch, if that is near, else each as near as may be."""
    whole = signs.find(wanted, at, at + len(wanted) + _FURNITURE)
    if whole >= 0:
        return list(range(whole, whole + len(wanted)))
    found = []
    for sign in wanted:
        near = signs.find(sign, at, at + _FURNITURE)
        if near >= 0:
            found.append(near)
            at = near + 1
    return found
