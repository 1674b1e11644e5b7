"""Where the ordinals of headings do not count up by one."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drafter.model.ordinals import Ordinal


class Break(NamedTuple):
    """``number`` stands where ``before`` went before it in its list, 0 for nothing. ``at``: which heading; ``last``: the one
    before it in its list, None for none.
    """

    at: int
    before: int
    number: int
    last: int | None


def breaks(headings: Iterable[tuple[int, Ordinal | None]]) -> Iterator[Break]:
    """The breaks in the numbering of headings, each of a level and with its ordinal. Level 0 is no heading.

    Points are no list: their first often stands inside a paragraph. A list may go on with the count of one before it, as where
    1. to 13. run through all parts.
    """
    reached: dict[tuple[int, str], tuple[int, int]] = {}
    ever: dict[str, int] = {}
    for index, (level, ordinal) in enumerate(headings):
        if not level:
            continue
        reached = {key: last for key, last in reached.items() if key[0] <= level}
        if ordinal is None:
            continue
        family, number = ordinal.family, ordinal.number
        before, last = reached.get((level, family), (0, -1))
        runs_on = before == 0 and number == ever.get(family, 0) + 1
        if (number != before + 1 and number != 1 and not runs_on) or (number == 1 and before):
            yield Break(index, before, number, last if before else None)
        reached[level, family] = number, index
        ever[family] = number
