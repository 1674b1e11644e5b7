"""How much of a report is last time's text (旧稿翻新), section by section."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from drafter.actions.differing.facts import Pair
from drafter.actions.differing.sides import Side, hidden, masked
from drafter.model.fact import Fact
from drafter.model.rolling import rolled
from drafter.model.text import fold

LEAD = "导语"
_END = re.compile(r"[。！？；\n]")
_SHORTEST = 6  # characters; what is shorter (一是, 主要有：) is everybody's
_REWORDED = 0.6  # of the pairs of characters in common: half of a sentence may come from anywhere


class Section(NamedTuple):
    """``sentences`` of a section: as many ``same`` as they stood, ``masked`` the same but for numbers and periods, ``reworded``
    from one of the fact that it goes on with.
    """

    heading: str
    part: str
    sentences: int
    same: int
    masked: int
    reworded: int

    @property
    def share(self) -> float:
        """Of the sentences, those that are last time's but for numbers. 0 where there are none."""
        return (self.same + self.masked) / self.sentences if self.sentences else 0.0

    @property
    def likeness(self) -> float:
        """Of the sentences, those that come from last time's in any way."""
        return (self.same + self.masked + self.reworded) / self.sentences if self.sentences else 0.0


def sections(old: Side, new: Side, found: Sequence[Pair]) -> list[Section]:
    """The lead; each top heading of what was done with facts below it; what is left of that; issues; plans."""
    known = _Known(old, new)
    before = {pair.new.path: old.printed(pair.old.fact.text) for pair in found}
    report = new.earlier.report
    made = [known.section(LEAD, LEAD, [(report.lead, old.earlier.report.lead)])]
    for part in ("成绩", "问题", "打算"):
        rest: list[tuple[str, str]] = []
        for number, fact in enumerate(report.part(part), 1):
            texts = list(_texts(fact, f"{part}/{number}", before))
            if part == "成绩" and fact.children and fact.title:
                made.append(known.section(new.printed(fact.title), part, texts))
            else:
                rest += texts
        made.append(known.section(part, part, rest))
    return [section for section in made if section.sentences]


def overall(found: Iterable[Section]) -> Section:
    """All of them as one."""
    counts = [sum(column) for column in zip(*(each[2:] for each in found), strict=True)] or [0, 0, 0, 0]
    return Section("", "", *counts)


class _Known:
    """The sentences of the old report, as they stand and as they compare."""

    def __init__(self, old: Side, new: Side) -> None:
        self.new = new
        self.was, self.now = old.earlier.report.period, new.earlier.report.period
        self.texts = [old.printed(text) for text in (old.earlier.report.lead, *(node.fact.text for node in old.nodes))]
        self.verbatim = {sentence for text in self.texts for sentence in sentences(text)}

    @cached_property
    def same(self) -> set[str]:
        return set(map(fold, self.verbatim))

    @cached_property
    def masked(self) -> set[str]:
        """Numbers hidden; with the old report's periods, and with them rolled over."""
        found = set(map(hidden, self.same))
        if self.was and self.now and self.was != self.now:
            for text in self.texts:
                new = rolled(text, self.was, self.now)
                found.update(map(masked, sentences(new)) if new != text else ())
        return found

    def section(self, heading: str, part: str, texts: Iterable[tuple[str, str]]) -> Section:
        """``texts``: (new, what it goes on with) each."""
        counts = {"all": 0, "same": 0, "masked": 0, "reworded": 0}
        for text, before in texts:
            for verbatim in sentences(self.new.printed(text)):
                counts["all"] += 1
                if verbatim in self.verbatim or (sentence := fold(verbatim)) in self.same:
                    counts["same"] += 1
                elif hidden(sentence) in self.masked:
                    counts["masked"] += 1
                elif any(_alike(_pairs(sentence), _pairs(fold(each))) for each in sentences(before)):
                    counts["reworded"] += 1
        return Section(heading, part, *counts.values())


def sentences(text: str) -> list[str]:
    return [sentence for sentence in _END.split(text) if len(sentence.strip()) >= _SHORTEST]


def _texts(fact: Fact, path: str, before: dict[str, str]) -> Iterator[tuple[str, str]]:
    yield fact.text, before.get(path, "")
    for number, child in enumerate(fact.children, 1):
        yield from _texts(child, f"{path}/{number}", before)


def _pairs(sentence: str) -> set[str]:
    text = hidden(sentence)
    return {text[place : place + 2] for place in range(len(text) - 1)}


def _alike(one: set[str], other: set[str]) -> bool:
    return 2 * len(one & other) >= _REWORDED * (len(one) + len(other))
