"""Words that are wrong by what stands around them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.checks.text.wording.listed import occurrences


class Case(NamedTuple):
    """``wrong`` should be ``right`` where the pattern ``before`` is found in what stands before it in its clause, and ``after``
    matches what follows.
    """

    wrong: str
    right: str
    before: str = ""
    after: str = ""


#: How much is read before a word.
_BACK = 16
CLAUSE_END = re.compile("[，。；！？\\n]")


class Cases:
    """One pass finds all words that may be wrong; only there is it asked what stands around."""

    def __init__(self, cases: Sequence[Case]) -> None:
        self._of: defaultdict[str, list[tuple[str, re.Pattern[str], re.Pattern[str]]]] = defaultdict(list)
        for wrong, right, before, after in cases:
            self._of[wrong].append((right, re.compile(before), re.compile(after)))
        self._words = tuple(self._of)

    def found(self, text: str) -> Iterator[tuple[int, int, str]]:
        """(start, end, what should stand there)."""
        for start, word in occurrences(text, self._words):
            end = start + len(word)
            right = self._right(text, start, end)
            if right:
                yield start, end, right

    def _right(self, text: str, start: int, end: int) -> str:
        clause = None
        for right, before, after in self._of[text[start:end]]:
            # What follows is asked first: it is nearer at hand, and seldom there.
            if after.match(text, end):
                clause = CLAUSE_END.split(text[max(0, start - _BACK) : start])[-1] if clause is None else clause
                if before.search(clause):
                    return right
        return ""
