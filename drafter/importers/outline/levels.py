"""How deep each heading lies.

Which scheme contains which is read off the document: a scheme that starts anew between two neighbours of another lies
below it. A heading's level is its depth in the tree, so 三、 followed by 1. makes 1. level 2.
"""

from typing import NamedTuple

#: Schemes that nobody puts below a numbered item, unless the document shows it.
_UPPER = {"第一部分": 0, "第一篇": 0, "第一板块": 0, "第一章": 1, "第一节": 2, "一、": 3}


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
    """Families from the outermost to the innermost."""
    order = list(dict.fromkeys(mark.family for mark in marks))
    votes = _containment(marks)
    wins = {family: sum(_above(family, other, order, votes) for other in order if other != family) for family in order}
    return sorted(order, key=lambda family: (-wins[family], order.index(family)))


def _above(one: str, other: str, order: list[str], votes: dict[tuple[str, str], int]) -> bool:
    """Whether ``one`` contains ``other``: by what the document shows, else by custom for the upper schemes, else the first."""
    for_one, for_other = votes.get((one, other), 0), votes.get((other, one), 0)
    if for_one != for_other:
        return for_one > for_other
    upper, lower = _UPPER.get(one, 9), _UPPER.get(other, 9)
    if upper != lower:
        return upper < lower
    return order.index(one) < order.index(other)


def _containment(marks: list[Mark]) -> dict[tuple[str, str], int]:
    """(outer, inner) → how often the inner scheme started between two neighbours of the outer one."""
    votes: dict[tuple[str, str], int] = {}
    last: dict[str, int] = {}
    started: dict[str, set[str]] = {}
    for mark in marks:
        before = last.get(mark.family)
        if before is not None and (mark.number == before + 1 or not mark.number):
            for inner in started[mark.family]:
                votes[mark.family, inner] = votes.get((mark.family, inner), 0) + 1
        last[mark.family] = mark.number
        started[mark.family] = set()
        if mark.number < 2:
            for family, inside in started.items():
                if family != mark.family:
                    inside.add(mark.family)
    return votes
