"""The sentences of a report as they print, folded for comparing with those of the report it came from."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from drafter.model.fact import Fact
from drafter.model.lineage import Earlier
from drafter.model.places import place
from drafter.model.printing import resolved
from drafter.model.problem import Place
from drafter.model.report import Report
from drafter.model.text import fold

#: Shorter ones are set phrases that any report may have.
SHORTEST = 12
_END = re.compile("[。；;！!？?\n]")
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_QUOTED = re.compile("《[^《》]*》|“[^“”]*”|「[^「」]*」|『[^『』]*』")


class Passage(NamedTuple):
    """The text of a fact, or the lead (``fact`` None, ``part`` ""), as it prints. ``sentences`` are folded, the short ones
    left out.
    """

    part: str
    key: str | None
    fact: Fact | None
    record: Report | Fact
    text: str
    sentences: list[str]

    @property
    def word(self) -> str:
        return "导语" if self.fact is None else "正文"

    @property
    def place(self) -> Place:
        return place(self.record, self.word)

    def written(self, sentence: str) -> str:
        """A folded sentence as the text has it."""
        return next((piece.strip() for piece in _END.split(self.text) if fold(piece) == sentence), sentence)

    @property
    def stale(self) -> bool:
        return self.record.stale


def passages(report: Report) -> Iterator[Passage]:
    """The lead and the text of every fact, in reading order."""
    figures = {figure.id: figure for figure in report.figures}
    if report.lead:
        lead = resolved(report.lead, figures)
        yield Passage("", None, None, report, lead, sentences(lead))
    for part, path, fact in report.facts():
        if fact.text:
            text = resolved(fact.text, figures)
            yield Passage(part, fact.id or path, fact, fact, text, sentences(text))


def sentences(text: str) -> list[str]:
    """The sentences of a printed text, folded. Those that say little beside a quoted name are left out."""
    return [sentence for piece in _END.split(text) if _own(sentence := fold(piece)) >= SHORTEST]


def _own(sentence: str) -> int:
    """How much it says beside quoted names."""
    return len(_QUOTED.sub("", sentence)) if "《" in sentence or "“" in sentence else len(sentence)


def masked(sentence: str) -> str:
    """The sentence without its numbers."""
    return _NUMBER.sub("#", sentence)


def numbered(sentence: str) -> bool:
    """Whether the sentence says a number of its own: not one of a quoted name."""
    return _NUMBER.search(_QUOTED.sub("", sentence)) is not None


class Index(NamedTuple):
    """The sentences of an earlier report → the passage that says them, as they stand and without their numbers."""

    said: Mapping[str, Passage]
    masked: Mapping[str, Passage]


@lru_cache(maxsize=8)
def index(earlier: Earlier) -> Index:
    """Of a report that was read once, made once."""
    said: dict[str, Passage] = {}
    without: dict[str, Passage] = {}
    for passage in passages(earlier.report):
        for sentence in passage.sentences:
            said.setdefault(sentence, passage)
            without.setdefault(masked(sentence), passage)
    return Index(said, without)
