"""How deep each heading lies.

Which scheme contains which is read off the document: a scheme that starts anew between two neighbours of another lies
below it. A heading's level is its depth in the tree, so 三、 followed by 1. makes 1. level 2.
"""

from typing import NamedTuple

#: Schemes that nobody puts below a numbered item, unless the document shows it.
_UPPER = {"第一部分": 0, "第一篇": 0, "第一板块": 0, "第一章": 1, "第一节": 2, "一、": 3}
_LOWER = len(_UPPER)


class Mark(NamedTuple):
    """What a heading is marked with. ``family``: its scheme, or its look where it has no ordinal; ``number`` 0 for none."""

    family: str
    number: int


def assign(marks: list[Mark]) -> list[int]:
    """The level of each heading, from 1."""
    rank = {family: place for place, family in enumerate(_ranked(marks))}
    levels: list[int] = []
    open_families: list[str] = []
    for mark in marks:
        while open_families and rank[open_families[-1]] >= rank[mark.family]:
            open_families.pop()
        open_families.append(mark.family)
        levels.append(len(open_families))
    return levels


def _ranked(marks: list[Mark]) -> list[str]:
    """Families from the outermost to the innermost: what the document shows first, then custom, then first appearance."""
    rest = list(dict.fromkeys(mark.family for mark in marks))
    votes = _containment(marks)
    ranked: list[str] = []
    while rest:
        outermost = min(rest, key=lambda family: (_containers(family, rest, votes), _UPPER.get(family, _LOWER)))
        ranked.append(outermost)
        rest.remove(outermost)
    return ranked


def _containers(family: str, others: list[str], votes: dict[tuple[str, str], int]) -> int:
    """How many of ``others`` contain ``family``."""
    return sum(votes.get((other, family), 0) > votes.get((family, other), 0) for other in others)


def _containment(marks: list[Mark]) -> dict[tuple[str, str], int]:
    """(outer, inner) → how often the inner scheme started between two neighbours of the outer one, or anew below it."""
    votes: dict[tuple[str, str], int] = {}
    last: dict[str, int] = {}
    started: dict[str, set[str]] = {}
    unnumbered = {mark.family for mark in marks if not mark.number}
    for mark in marks:
        before = last.get(mark.family)
        if before is not None and (mark.number == before + 1 or not mark.number):
            for inner in started[mark.family]:
                votes[mark.family, inner] = votes.get((mark.family, inner), 0) + 1
        if before is not None and mark.number == 1:
            # An unnumbered heading after which the numbers begin anew is what they are counted under.
            for inner in started[mark.family] & unnumbered:
                votes[inner, mark.family] = votes.get((inner, mark.family), 0) + 1
        last[mark.family] = mark.number
        started[mark.family] = set()
        if mark.number < 2:
            for family, inside in started.items():
                if family != mark.family:
                    inside.add(mark.family)
    return votes
