"""An old text beside what was made of it: which words went over to the new period, and what a person has changed since."""

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal, NamedTuple

from drafter.model.period import Period
from drafter.model.rolling import Roll, rolls

#: As it was; a word of the old period with the one it became; not there any more; there instead.
Fate = Literal["", "rolled", "gone", "new"]
_MOST = 1500  # words compared one by one; a longer text is compared by sentences, for time grows with the square
_WORDS = re.compile(r"\{\{.*?\}\}|[0-9.,%]+|[A-Za-z]+|.", re.DOTALL)
_SENTENCES = re.compile(r"[^。；\n]*(?:[。；\n]|$)")


class Piece(NamedTuple):
    """A run of text with one fate. ``became``: the word that a rolled one gave way to."""

    text: str
    fate: Fate = ""
    became: str = ""


def pieces(old: str, new: str, was: Period | None, now: Period | None, printed: Callable[[str], str] = str) -> list[Piece]:
    """``old``, a text of the period ``was``, with what ``new``, its text in the period ``now``, makes of it.

    References to figures are compared as they are written, so that another value is no other text; ``printed`` makes the
    words to show of a run that is not cut inside a reference.
    """
    found = rolls(old, was, now) if was is not None and now is not None else []
    base, places = _rolled(old, found)
    made: list[Piece] = []
    for fate, start, end, text in _compared(base, new):
        made += [Piece(text, "new")] if fate == "new" else _of_base(base, start, end, places, fate)
    joined = (
        Piece("".join(piece.text for piece in run), fate, became)
        for (fate, became), run in groupby(made, key=lambda piece: piece[1:])
    )
    return [piece._replace(text=printed(piece.text)) for piece in joined if piece.text]


def changed(found: list[Piece]) -> bool:
    """Whether a person has changed anything."""
    return any(piece.fate in ("gone", "new") for piece in found)


def _rolled(old: str, found: list[Roll]) -> tuple[str, list[tuple[int, int, Roll]]]:
    """The text rolled over, and where in it each roll stands."""
    base, at = "", 0
    places = []
    for roll in found:
        base += old[at : roll.start]
        places.append((len(base), len(base) + len(roll.new), roll))
        base += roll.new
        at = roll.end
    return base + old[at:], places


def _compared(base: str, new: str) -> Iterator[tuple[Fate, int, int, str]]:
    """(fate, start and end in ``base``, what is there instead) of each run."""
    pattern = _WORDS if max(len(base), len(new)) <= _MOST else _SENTENCES
    before, after = pattern.findall(base), pattern.findall(new)
    starts = [0]
    for word in before:
        starts.append(starts[-1] + len(word))
    for verb, start, stop, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if start < stop:
            yield "" if verb == "equal" else "gone", starts[start], starts[stop], ""
        if verb != "equal" and first < last:
            yield "new", 0, 0, "".join(after[first:last])


def _of_base(base: str, start: int, end: int, places: list[tuple[int, int, Roll]], fate: Fate) -> Iterator[Piece]:
    """A run of the rolled text. What rolled in it shows the word that it was; one that is gone is gone as it was rolled."""
    if fate == "gone":
        yield Piece(base[start:end], "gone")
        return
    at = start
    for first, last, roll in places:
        if start <= first and last <= end:
            yield Piece(base[at:first])
            yield Piece(roll.old, "rolled", roll.new)
            at = last
    yield Piece(base[at:end])
