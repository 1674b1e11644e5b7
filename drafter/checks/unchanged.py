"""Sentences that say what they said in the report before: last year's text that nobody looked at (旧稿翻新)."""

from collections.abc import Iterator, Sequence

from drafter.checks.sentences import Index, Passage, index, masked, numbered, passages
from drafter.checks.subject import Subject
from drafter.checks.times import of_itself
from drafter.model.fact import Fact
from drafter.model.lineage import Earlier, trace
from drafter.model.problem import Problem
from drafter.model.rolling import rolled
from drafter.model.style import PARTS
from drafter.model.words import Both

#: A part is said to be an old text only where that many of its sentences are known, and so large a share of them.
_FEWEST, _SHARE = 5, 0.5
_SHOWN = 14


def check(subject: Subject) -> Iterator[Problem]:
    sources = [earlier for earlier in subject.came_from if not of_itself(earlier, subject.report.period)]
    if not sources:
        return
    looked_at = [passage for passage in passages(subject.report) if passage.sentences and not passage.stale]
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
    same = [sentence for sentence in passage.sentences if sentence in known.said]
    if not same:
        return None
    first = next(filter(numbered, same), same[0])
    before = known.said[first]
    count = len(same)
    more = Both(f"等 {count} 句", f" and {count - 1} more") if count > 1 else Both("", "")
    written = passage.written(first)
    said = written if len(written) <= _SHOWN else f"{written[:_SHOWN]}……"
    grave = numbered(first) and not _kept(subject, passage)
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
    """Whether someone looked at the fact and let it stand: it came from an earlier one, and says what that says, rolled on."""
    fact, now = passage.fact, subject.report.period
    found = trace(fact.origin, subject.known) if fact and fact.origin else None
    if fact is None or found is None or not isinstance(found.item, Fact):
        return False
    old = found.earlier.report.period
    return fact.text == (rolled(found.item.text, old, now) if old and now else found.item.text)


def _rewritten(part: str, mine: Sequence[Passage], earlier: Earlier, known: Index) -> Problem | None:
    """One word on a whole part most of whose sentences are the old ones, numbers aside."""
    total = sum(len(passage.sentences) for passage in mine)
    alike = [(passage, bare) for passage in mine for sentence in passage.sentences if (bare := masked(sentence)) in known.masked]
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
