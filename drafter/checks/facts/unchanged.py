"""Sentences that say what they said in the report before: last year's text that nobody looked at (旧稿翻新)."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from drafter.checks.facts.sentences import Index, Passage, index, passages
from drafter.checks.facts.times import of_itself
from drafter.checks.rule import GENRE, Rule
from drafter.checks.subject import Subject
from drafter.model.fact import Fact
from drafter.model.lineage import Earlier, trace
from drafter.model.problem import Problem
from drafter.model.spans import PATTERN as SPAN
from drafter.model.style import PARTS
from drafter.model.words import Both

RULES = (
    Rule(
        "sentence-unchanged",
        "warning",
        Both("和上期一字不差", "Sentence unchanged"),
        Both(
            "整句照抄上期，数字和说法可能已经过时，也正是被批评的旧稿翻新。",
            "A sentence of the last report, word for word, may be out of date.",
        ),
        GENRE,
        "（与上期同一句话）",
        "（核对后改写）",
    ),
    Rule(
        "part-rewritten",
        "info",
        Both("大半是旧稿", "Mostly the old text"),
        Both("一部分里多数句子是上期的，只换了数字。", "Most sentences of the part are the old ones, numbers aside."),
        GENRE,
        "（打算一半以上与上期相同）",
        "（写本期的打算）",
    ),
)


#: A part is said to be an old text only where that many of its sentences are known, and so large a share of them.
_FEWEST, _SHARE = 5, 0.5
_SHOWN = 14


def check(subject: Subject) -> Iterator[Problem]:
    sources = [earlier for earlier in subject.came_from if not of_itself(earlier, subject.report.period)]
    if not sources:
        return
    looked_at = [passage for passage in passages(subject.report) if passage.sentences and not passage.record.stale]
    indexes = [(earlier, index(earlier)) for earlier in sources]
    for passage in looked_at:
        found = next((problem for each in indexes if (problem := _unchanged(subject, passage, *each))), None)
        if found:
            yield found
    for part in PARTS:
        mine = [passage for passage in looked_at if passage.part == part]
        found = next((problem for each in indexes if (problem := _rewritten(part, mine, *each))), None)
        if found:
            yield found


def _unchanged(subject: Subject, passage: Passage, earlier: Earlier, known: Index) -> Problem | None:
    same = [sentence for sentence in passage.sentences if sentence.text in known.said]
    if not same:
        return None
    numbers = [sentence for sentence in same if sentence.numbered]
    first = (numbers or same)[0]
    before = known.said[first.text]
    count = len(same)
    more = Both(f"等 {count} 句", f" and {count - 1} more") if count > 1 else Both("", "")
    written = passage.written(first)
    said = written if len(written) <= _SHOWN else f"{written[:_SHOWN]}……"
    grave = numbers and not _kept(subject, passage)
    return Problem(
        "sentence-unchanged",
        Both(
            f"“{passage.word}”里的“{said}”{more.zh}，和{earlier.words}的报告一字不差。",
            f"“{said}”{more.en} says word for word what {earlier.name} says.",
        ),
        Both("核对数字和说法是否还对。", "See whether numbers and words still hold."),
        severity="warning" if grave else "info",
        place=passage.place,
        fact=passage.key,
        other=before.place,
    )


def _kept(subject: Subject, passage: Passage) -> bool:
    """Whether someone looked at the text and let it stand: it came from an earlier one, and says what that says, years and
    halves aside. Where only a part of it was changed, the rest may have been overlooked.
    """
    if passage.fact is None:
        said = subject.report.lead
        return bool(subject.report.origins) and any(_same(said, earlier.report.lead) for earlier in subject.came_from)
    found = trace(passage.fact.origin, subject.known) if passage.fact.origin else None
    return found is not None and isinstance(found.item, Fact) and _same(passage.fact.text, found.item.text)


def _same(text: str, before: str) -> bool:
    """Whether the texts differ in years and parts of the year only."""
    return abs(len(text) - len(before)) < _MOST_ROLLED and _timeless(text) == _timeless(before)


@lru_cache(maxsize=1 << 15)
def _timeless(text: str) -> str:
    """A text without its years and parts of the year."""
    return _TIMES.sub("#", text)


#: Years and halves that roll on change the length of a text by less.
_MOST_ROLLED = 20
_TIMES = re.compile(f"(?:19|20)[0-9]{{2}}|{SPAN}")


def _rewritten(part: str, mine: Sequence[Passage], earlier: Earlier, known: Index) -> Problem | None:
    """One word on a whole part most of whose sentences are the old ones, numbers aside."""
    total = sum(len(passage.sentences) for passage in mine)
    alike = [(passage, bare) for passage in mine for _, bare in passage.sentences if bare in known.masked]
    if len(alike) < _FEWEST or len(alike) < _SHARE * total:
        return None
    first, bare = alike[0]
    return Problem(
        "part-rewritten",
        Both(
            f"“{part}”的 {total} 句里有 {len(alike)} 句和{earlier.words}的报告相同，或只换了数字。",
            f"Of {total} sentences of {part}, {len(alike)} are those of {earlier.name}, or differ in numbers only.",
        ),
        Both("改写本期的做法和成效，不要只换数字。", "Write what was done this time, rather than change the numbers only."),
        severity="info",
        place=first.place,
        fact=first.key,
        other=known.masked[bare].place,
    )
