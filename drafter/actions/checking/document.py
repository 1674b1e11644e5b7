"""A document from elsewhere, checked as it is: what reading it showed, and what the rules find in its words."""

from functools import cached_property
from pathlib import Path

from drafter.actions.checking.laying import load
from drafter.actions.checking.locating import InLines
from drafter.actions.checking.telling import from_text
from drafter.actions.importing import Taken, look
from drafter.checks import place_order, read
from drafter.checks.manuscript import Manuscript
from drafter.checks.reading import of_outline
from drafter.model.problem import Place, Problem
from drafter.store.layouts import search_path
from drafter.store.workspace import find_workspace

#: What the rules say better than reading does, with the words and their place.
_SAID_BY_RULES = frozenset({"placeholder", "mojibake", "cut-short", "numbering-gap", "numbering-repeat", "numbering-restart"})


def check_document(file: Path, start: Path) -> list[Problem]:
    """All that is wrong with a document. Raises Refused where it is none that can be read."""
    return Document(look(file, start), start).problems


class Document:
    """A document that was read, and what was found in it."""

    def __init__(self, taken: Taken, start: Path) -> None:
        policy, laid = load(search_path(find_workspace(start)))
        self.taken = taken
        self.manuscript: Manuscript = of_outline(taken.outline, taken.report.period, policy.lexicon)
        found = from_text(self.manuscript, read(self.manuscript), policy, self._place, {})
        noticed = [each for each in taken.problems if each.code not in _SAID_BY_RULES]
        self.problems: list[Problem] = [*laid, *sorted([*noticed, *found], key=place_order)]

    def _place(self, index: int, start: int, end: int) -> Place:
        everything = (*self.manuscript.paragraphs, *self.manuscript.residue)
        return self._lines.locate(index, start, everything[index].text)

    @cached_property
    def _lines(self) -> InLines:
        return InLines(str(self.taken.file), self.taken.source.lines, self.manuscript)
