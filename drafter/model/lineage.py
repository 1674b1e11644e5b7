"""Where a fact came from: the address of a fact or figure in an earlier report (来自), and the way back to it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from drafter.model.fact import Fact, walk
from drafter.model.figure import Figure
from drafter.model.report import Report

FIGURES = "指标"
#: The lists of a report whose facts have addresses, by word.
LISTS = ("成绩", "问题", "打算", "上期打算", "上期问题")
_KEY = re.compile(rf"(.+?)/((?:{'|'.join(LISTS)})(?:/[0-9]+)+|{FIGURES}/[^/]+|[^/]+)")


class Origin(NamedTuple):
    """``report``: its name, 2024-H1 or 一科/2024; ``key``: 成绩/2/1, 指标/高企净增, or the id of a fact."""

    report: str
    key: str

    def __str__(self) -> str:
        return f"{self.report}/{self.key}"

    @classmethod
    def parse(cls, text: str) -> "Origin | None":
        """The address that ``text`` writes; None if it is none."""
        found = _KEY.fullmatch(text.strip())
        return cls(found[1], found[2]) if found else None


def key_of(item: Fact | Figure, path: str = "") -> str:
    """The key that stays when others come and go: the id; else, for a fact, its ``path``."""
    if isinstance(item, Figure):
        return f"{FIGURES}/{item.id}"
    return item.id if item.id and "/" not in item.id else path


def facts_of(report: Report) -> Iterator[tuple[str, str, Fact]]:
    """(list or part, path, fact) of every fact that has an address, those of 上期打算 and 上期问题 too."""
    yield from report.facts()
    yield from walk(report.commitments, "上期打算")
    yield from walk(report.concerns, "上期问题")


@dataclass(frozen=True, eq=False)
class Earlier:
    """A report that another was begun from, as it was read once. ``name`` is what addresses call it."""

    name: str
    report: Report

    @property
    def words(self) -> str:
        """The period in words, 2024年上半年; the name where the period is not known."""
        return self.report.period.words if self.report.period else self.name

    @cached_property
    def items(self) -> Mapping[str, Fact | Figure]:
        """Key → fact or figure: by path, and by id where there is one. Of two that share a key the first counts."""
        found: dict[str, Fact | Figure] = {}
        for _, path, fact in facts_of(self.report):
            found.setdefault(path, fact)
        for _, _, fact in facts_of(self.report):
            if fact.id:
                found.setdefault(fact.id, fact)
        for figure in self.report.figures:
            found.setdefault(key_of(figure), figure)
        return found

    @cached_property
    def addresses(self) -> Mapping[int, str]:
        """``id()`` of a fact or figure → its address."""
        facts = {id(fact): f"{self.name}/{key_of(fact, path)}" for _, path, fact in facts_of(self.report)}
        return facts | {id(figure): f"{self.name}/{key_of(figure)}" for figure in self.report.figures}


class Trace(NamedTuple):
    """What an address names, and in which report."""

    earlier: Earlier
    item: Fact | Figure


def trace(address: str, earlier: Iterable[Earlier]) -> Trace | None:
    """What 来自 names; None where it is no address, or there is nothing of the kind. A key without a report is looked for
    in all of them.
    """
    origin = Origin.parse(address)
    for each in earlier:
        key = address.strip() if origin is None else origin.key if origin.report == each.name else None
        if key is not None and key in each.items:
            return Trace(each, each.items[key])
    return None
