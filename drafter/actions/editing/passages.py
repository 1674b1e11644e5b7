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
