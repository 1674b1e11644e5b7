"""Merging two changes of one sequence: the paragraphs of a text, the entries of a list. What overlaps is left to a person."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_MOST = 2000  # paragraphs; the comparison grows with their square


class _Change(NamedTuple):
    """``base[start:stop]`` gives way to ``items``."""

    start: int
    stop: int
    items: tuple[str, ...]


def merged_text(base: str, ours: str, theirs: str) -> str | None:
    """The text with both changes, where they touch different paragraphs; else None."""
    merged = merged_items(base.split("\n"), ours.split("\n"), theirs.split("\n"))
    return None if merged is None else "\n".join(merged)


def merged_items(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[str] | None:
    """As :func:`merged_text`, of items."""
    if max(len(base), len(ours), len(theirs)) > _MOST:
        return None
    mine, other = _changes(base, ours), _changes(base, theirs)
    if any(a != b and _overlap(a, b) for a in mine for b in other):
        return None
    result = list(base)
    for change in sorted({*mine, *other}, key=lambda change: (change.start, change.stop), reverse=True):
        result[change.start : change.stop] = change.items
    return result


def _changes(base: Sequence[str], changed: Sequence[str]) -> list[_Change]:
    steps = SequenceMatcher(None, base, changed, autojunk=False).get_opcodes()
    return [_Change(start, stop, tuple(changed[first:last])) for verb, start, stop, first, last in steps if verb != "equal"]


def _overlap(a: _Change, b: _Change) -> bool:
    """Whether they change the same items, or both put something in at one point, where either might come first."""
    if a.start == b.start:
        return True
    return a.start < b.stop and b.start < a.stop


def both_kept(ours: str, theirs: str) -> str:
    """All paragraphs of two texts, those that they have in common once: where they differ, ours come first."""
    mine, other = ours.split("\n"), theirs.split("\n")
    kept: list[str] = []
    for verb, start, stop, first, last in SequenceMatcher(None, mine, other, autojunk=False).get_opcodes():
        kept += mine[start:stop]
        if verb != "equal":
            kept += other[first:last]
    return "\n".join(kept)


def differing(base: str, text: str) -> tuple[int, int]:
    """From where to where ``text`` differs from ``base``: all between their common beginning and their common end."""
    shortest = min(len(base), len(text))
    head = 0
    while head < shortest and base[head] == text[head]:
        head += 1
    tail = 0
    while tail < shortest - head and base[-1 - tail] == text[-1 - tail]:
        tail += 1
    return head, len(text) - tail
