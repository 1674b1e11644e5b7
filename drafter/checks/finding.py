"""What a rule over text finds."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from drafter.model.problem import Severity
from drafter.model.words import NOTHING, Both

#: From one offset to another.
Span = tuple[int, int]
#: The words that a finding shows, and what mends them: (start, end, new), None where nothing does.
Place = tuple[Span, tuple[int, int, str] | None]


class Finding(NamedTuple):
    """``start`` and ``end`` are offsets in the manuscript, within one paragraph. ``edits``: (start, end, new) of each place that
    is mended by putting other words there, which may be many where one finding stands for all alike. ``other``: the second
    place. ``severity``: None for that of the rule.
    """

    code: str
    start: int
    end: int
    message: Both
    fix: Both = NOTHING
    edits: tuple[tuple[int, int, str], ...] = ()
    other: tuple[int, int] | None = None
    severity: Severity | None = None


def quoted(words: str, most: int = 24) -> str:
    """Words as a message quotes them: on one line, not too long."""
    words = " ".join(words.split())
    return words if len(words) <= most else f"{words[:most]}……"


def together(code: str, places: Sequence[Place], said: Callable[[int], Both], fix: Both) -> Iterator[Finding]:
    """One finding for all places of a kind, at the first of them, that mends each. ``said`` makes the message of their number."""
    if places:
        edits = tuple(edit for _, edit in places if edit is not None)
        yield Finding(code, *places[0][0], said(len(places)), fix, edits)


def counted(places: int) -> Both:
    """等 5 处, after what a message quotes; nothing for a single place."""
    return Both(f"等 {places} 处", f" and {places - 1} more") if places > 1 else NOTHING
