"""One of the two reports that are compared, read once: its facts as they are printed, and who is where."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from drafter.model.alignment import Node, nodes
from drafter.model.lineage import Earlier
from drafter.model.printing import resolved
from drafter.model.text import fold

_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


class Said(NamedTuple):
    """A fact as it is printed. ``key`` and ``path`` are those in its own report."""

    key: str
    path: str
    part: str
    heading: str
    text: str

    @property
    def line(self) -> str:
        """All of it on one line."""
        return "：".join(filter(None, (self.heading, " ".join(self.text.split()))))


@dataclass(frozen=True, eq=False)
class Side:
    """A report of the two."""

    earlier: Earlier

    @cached_property
    def nodes(self) -> list[Node]:
        return nodes(self.earlier.report)

    @cached_property
    def by_address(self) -> dict[str, Node]:
        return {self.earlier.addresses[id(node.fact)]: node for node in self.nodes}

    @cached_property
    def _figures(self) -> dict[str, object]:
        return {figure.id: figure for figure in self.earlier.report.figures}

    def printed(self, text: str) -> str:
        return resolved(text, self._figures)  # type: ignore[arg-type]

    def said(self, node: Node) -> Said:
        return Said(node.key, node.path, node.part, self.printed(node.fact.title), self.printed(node.fact.text))


def masked(text: str) -> str:
    """``text`` for comparing, with # for every number."""
    return hidden(fold(text))


def hidden(folded: str) -> str:
    """A folded text with # for every number."""
    return _NUMBER.sub("#", folded)
