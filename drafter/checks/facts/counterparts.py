"""What a figure was in the reports before."""

from collections.abc import Iterator
from typing import NamedTuple

from drafter.checks.subject import Subject
from drafter.model.figure import Figure
from drafter.model.lineage import Earlier, key_of, trace


class Before(NamedTuple):
    """A figure in an earlier report."""

    earlier: Earlier
    figure: Figure


def before(subject: Subject, figure: Figure) -> Iterator[Before]:
    """The figure in the reports it came from: as 来自 says, else by its id; where it is counted in the same unit."""
    traced = [found for address in figure.origins if (found := trace(address, subject.known))]
    for earlier in subject.came_from:
        named = next((found.item for found in traced if found.earlier is earlier), None)
        item = named or earlier.items.get(key_of(figure))
        if isinstance(item, Figure) and item.unit == figure.unit:
            yield Before(earlier, item)


def digits(number: str) -> int:
    """How many digits a number really has: 3 of 0.250, 1 of 2000."""
    whole, _, part = number.replace(",", "").replace("，", "").partition(".")
    return len((whole + part).strip("0"))
