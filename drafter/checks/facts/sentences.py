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


class Sentence(NamedTuple):
    """A sentence, folded; and without its numbers."""

    text: str
    masked: str

    @property
    def numbered(self) -> bool:
        """Whether it says a number of its own: not one of a quoted name."""
        return self.text != self.masked and _NUMBER.search(_QUOTED.sub("", self.text)) is not None


class Passage(NamedTuple):
    """The text of a fact, or the lead (``fact`` None, ``part`` ""), as it prints. Short sentences are left out."""

    part: str
    key: str | None
    fact: Fact | None
    record: Report | Fact
    text: str
    sentences: tuple[Sentence, ...]

    @property
    def word(self) -> str:
        return "导语" if self.fact is None else "正文"

    @property
    def place(self) -> Place:
        return place(self.record, self.word)

    def written(self, sentence: Sentence) -> str:
        """The sentence as the text has it."""
        return next((piece.strip() for piece in _END.split(self.text) if fold(piece) == sentence.text), sentence.text)


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


# The rules run at every pause of typing, over texts nearly all of which are those of the last time.
@lru_cache(maxsize=1 << 15)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a printed text. Those that say little, or little beside a quoted name, are left out."""
    pieces = _END.split(fold(text.replace("\n", "。")))
    return tuple(Sentence(piece, _NUMBER.sub("#", piece)) for piece in pieces if _says_enough(piece))


def _says_enough(sentence: str) -> bool:
    if len(sentence) < SHORTEST:
        return False
    return ("《" not in sentence and "“" not in sentence) or len(_QUOTED.sub("", sentence)) >= SHORTEST


class Index(NamedTuple):
    """The sentences of an earlier report → the passage that says them, as they stand and without their numbers."""

    said: Mapping[str, Passage]
    masked: Mapping[str, Passage]


@lru_cache(maxsize=8)
def index(earlier: Earlier) -> Index:
    """Of a report that was read once, made once."""
    said: dict[str, Passage] = {}
    masked: dict[str, Passage] = {}
    for passage in passages(earlier.report):
        for sentence in passage.sentences:
            said.setdefault(sentence.text, passage)
            masked.setdefault(sentence.masked, passage)
    return Index(said, masked)
