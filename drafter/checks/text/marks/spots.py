"""How rules about marks tell what they find: a few places one by one, many of a kind as one finding."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from drafter.checks.finding import Finding, quoted
from drafter.checks.manuscript import Manuscript
from drafter.model.problem import Severity
from drafter.model.words import Both

#: The ideographs, as the inside of a character class.
HAN = "\u3400-\u4dbf\u4e00-\u9fff"


class Spot(NamedTuple):
    """Words that a finding shows, and all that mends them."""

    start: int
    end: int
    edits: tuple[tuple[int, int, str], ...] = ()


def replaced(start: int, end: int, new: str) -> Spot:
    """Words that are mended by putting ``new`` in their place."""
    return Spot(start, end, ((start, end, new),))


def told(
    manuscript: Manuscript,
    code: str,
    spots: Sequence[Spot],
    said: Callable[[str, int], Both],
    fix: Both,
    *,
    apart: int = 0,
    severity: Severity | None = None,
) -> Iterator[Finding]:
    """One finding for all ``spots``, at the first of them; one for each where they are no more than ``apart``. ``said`` makes the
    message of the words at the place and the number of places.
    """
    groups = [[spot] for spot in spots] if len(spots) <= apart else [spots]
    for group in groups:
        first = group[0]
        message = said(shown(manuscript, first.start, first.end), len(group))
        edits = tuple(sorted(edit for spot in group for edit in spot.edits))
        yield Finding(code, first.start, first.end, message, fix, edits, severity=severity)


def shown(manuscript: Manuscript, start: int, end: int) -> str:
    """Words as a message quotes them; a mark or two say little without what is around them."""
    if end - start < _TELLING:
        low, high = manuscript.line(start)
        start, end = max(low, start - _AROUND), min(high, end + _AROUND)
    return quoted(manuscript.words(start, end))


def named(text: str, begin: int, at: int) -> bool:
    """Whether a place stands within 《》 or “”, as what is called so; ``begin`` is where its paragraph begins."""
    near = text[max(begin, at - _FAR) : at]
    return near.rfind("《") > near.rfind("》") or near.rfind("“") > near.rfind("”")


_TELLING, _AROUND = 4, 5
#: A name is no longer than this.
_FAR = 60
