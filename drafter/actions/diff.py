"""Two reports compared: facts, figures, plans, and how much of the text is last time's."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from drafter.actions.differing.documents import FORMATS as FORMATS
from drafter.actions.differing.documents import Format as Format
from drafter.actions.differing.documents import written
from drafter.actions.differing.facts import Change, State, changes, pairs
from drafter.actions.differing.figures import Number, numbers
from drafter.actions.differing.plans import Fate, fates
from drafter.actions.differing.sections import Section, overall, sections
from drafter.actions.differing.sides import Side
from drafter.model.accounts import Descent
from drafter.model.lineage import Earlier


@dataclass(frozen=True)
class Difference:
    """What changed from ``old`` to ``new``."""

    old: Earlier
    new: Earlier
    facts: tuple[Change, ...]
    figures: tuple[Number, ...]
    plans: tuple[Fate, ...]
    sections: tuple[Section, ...]

    @cached_property
    def overall(self) -> Section:
        return overall(self.sections)

    @property
    def worst(self) -> Section | None:
        """The section that holds most of last time's text; None where nothing is."""
        worst = max(self.sections, key=lambda each: (each.share, each.sentences), default=None)
        return worst if worst is not None and worst.share else None

    def of(self, state: State) -> list[Change]:
        """The facts of one state."""
        return [change for change in self.facts if change.state == state]


def diff(old: Earlier, new: Earlier, between: Sequence[Earlier] = ()) -> Difference:
    """Compares two reports. ``old`` and ``between``, the reports through which ``new`` may have come from it, bear the names
    that the addresses (来自) of ``new`` call them by.
    """
    one, other = Side(old), Side(new)
    descent = Descent([old, *between])
    found = pairs(one, other, descent)
    return Difference(
        old,
        new,
        tuple(changes(one, other, found)),
        tuple(numbers(one, other, descent)),
        tuple(fates(one, other, found, descent, between)),
        tuple(sections(one, other, found)),
    )


def document(difference: Difference, format: Format) -> bytes:
    """The comparison in ``format``; txt and json are UTF-8, docx is one page."""
    return written(difference, format)
