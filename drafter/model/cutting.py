"""A version of a report, cut to what was asked for: whole facts go, and of those whose 句子 name some, whole sentences.

What goes first is settled once for the whole report: the lowest priority, of one priority sentences before facts, then the
deepest, then the last. A version takes away as much of the beginning of that order as it must, so that nothing stays that weighs
less than what went from beside it. Headings go when nothing is left below them. The lead stays, and of each part the fact that
would go last; of each text that stays, its weightiest sentence.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import replace
from typing import Any, NamedTuple

from drafter.model.fact import Fact
from drafter.model.printing import Figures, resolved
from drafter.model.report import Report
from drafter.model.sentence import HIGH, LOW, MIDDLE
from drafter.model.style import PARTS
from drafter.model.trimming import lead_of, named, ranked, spans, taken, trimmed, with_hanging, with_heads
from drafter.model.version import AROUND, Version

Facts = tuple[Fact, ...]

_RANKS = {LOW: 1, MIDDLE: 2, HIGH: 3}
# How many there are, at the end of a text: 着力抓好五项工作。
_COUNT = re.compile(r"(?<![0-9.])(?:[一二两三四五六七八九十]+|[0-9]+)(?:项|个方面|方面|件|条|点|类)[一-鿿]{0,4}(?=[。：:]?\s*\Z)")
_SHORT = 20  # characters of a text that stand for a heading


class Left(NamedTuple):
    """What a version leaves out: a fact with all below it, a ``sentence`` of a fact (its key, and what it says for heading), or
    what stands around the parts, whose ``length`` is not known.

    ``length`` in characters without blanks and ordinals. ``over``: it went because the version would be too long; else
    it was not asked for.
    """

    key: str
    heading: str
    length: int | None
    over: bool
    sentence: bool = False


class Cut(NamedTuple):
    """``report`` holds what is left. Each of its facts has its key for an id: those without one keep the path they had.
    ``counts`` are (key, words) of what stayed and says how many there are (抓好五项工作) of a list that lost some.
    """

    report: Report
    left: tuple[Left, ...]
    counts: tuple[tuple[str, str], ...]


def cut(report: Report, version: Version, fits: Callable[[Report], bool]) -> Cut:
    """``fits`` says whether a report is short enough. Where none is, the shortest there is comes back."""
    whole = keyed(report)
    asked = chosen(whole, version)
    shorter = shortened(asked, fits)
    around = tuple(
        Left(word, word, None, False) for word, name in AROUND.items() if getattr(whole, name) and not getattr(asked, name)
    )
    return Cut(shorter, (*_left(whole, asked, False), *_left(asked, shorter, True), *around), tuple(_counts(whole, shorter)))


def keyed(report: Report) -> Report:
    """The report with its facts' keys for their ids: what a cut leaves is still called what it was."""
    return _mapped(report, _keyed)


def chosen(report: Report, version: Version) -> Report:
    """What the version asks for by 部分, 标签 and 不要, however long. What stands over a fact that is asked for stays with it.

    A part goes as a whole only where 部分 says so: one that has nothing with any of the tags is not picked from. Of a fact without
    them the sentences with them stay.
    """
    parts, tags, without = set(version.parts or PARTS), set(version.tags), set(version.without)
    picked = {part for part, _, fact in report.facts() if tags.intersection(fact.tags) or _saying(fact, tags)}

    def choose(facts: Facts, part: str, under: bool) -> Iterator[Fact]:
        """``under``: below a fact that has one of the tags."""
        for fact in facts:
            if without.intersection(fact.tags):
                continue
            own = fact.part or part
            tagged = under or own not in picked or bool(tags.intersection(fact.tags))
            below = tuple(choose(fact.children, own, tagged))
            said = _asked(fact, set() if tagged else tags, without)
            silent = _speaks(fact) and not _speaks(said)
            tagged = tagged or bool(_saying(fact, tags))
            if below or (own in parts and tagged and not silent and (not fact.children or _speaks(fact))):
                yield replace(said, children=below)

    names = [name for word, name in AROUND.items() if version.parts and word not in parts]
    dropped: dict[str, Any] = {name: None if name == "notice" else () for name in names}
    return replace(_mapped(report, lambda facts, part: tuple(choose(facts, part, False))), **dropped)


def _saying(fact: Fact, tags: set[str]) -> set[int]:
    """The sentences with one of the tags."""
    return {place for place, each in named(fact).items() if tags.intersection(each.tags)} if fact.sentences else set()


def _asked(fact: Fact, tags: set[str], without: set[str]) -> Fact:
    """The fact with the sentences that are asked for: those with one of ``tags``, all where there are none, and not those ``without``.
    What a sentence hangs on stays with it, and what hangs on it.
    """
    if not fact.sentences:
        return fact
    text = fact.text
    picked = _saying(fact, tags)
    wanted = with_heads(text, with_hanging(text, picked))
    unasked = frozenset(range(len(spans(text)))) - wanted if picked else frozenset()
    return trimmed(fact, unasked | with_hanging(text, _saying(fact, without)))


def shortened(report: Report, fits: Callable[[Report], bool]) -> Report:
    """``report`` without as little of its :func:`order` as makes it fit; without all of that where it never does."""
    if fits(report):
        return report
    steps = order(report)

    def without(count: int) -> Report:
        facts, sentences = _gone(steps[:count])
        return _mapped(report, lambda listed, _: _without(listed, facts, sentences))

    count = bisect_left(range(len(steps)), True, lo=1, key=lambda count: fits(without(count))) if steps else 0
    return without(count)


class Step(NamedTuple):
    """What goes at once: the fact of this key, or the ``sentences`` of it at these places."""

    key: str
    sentences: frozenset[int] = frozenset()


def _gone(steps: Iterable[Step]) -> tuple[Set[str], Mapping[str, Set[int]]]:
    facts, sentences = set[str](), dict[str, frozenset[int]]()
    for key, places in steps:
        if places:
            sentences[key] = sentences.get(key, frozenset()) | places
        else:
            facts.add(key)
    return facts, sentences


class _Unit(NamedTuple):
    """What goes as one: a fact that says something, with the facts above it in ``over``. Units sort into the order they go in."""

    rank: int
    rising: int
    backwards: int
    key: str
    plain: bool
    part: str
    over: tuple[str, ...]


class _Sentences(NamedTuple):
    """Sentences that go as one, told by the last of them at ``place``. They sort into the order they go in."""

    rank: int
    rising: int
    backwards: int
    place: int
    key: str
    places: frozenset[int]


def order(report: Report) -> list[Step]:
    """What may go, the first to go first. A fact goes with those below it, which went before, as did sentences of it.

    A fact without a priority has that of the one above it, 中 at the top; one that has weightier ones below weighs as much.
    What is not among them: of each part one that would go last, and what stands over it; not a plain paragraph, which mostly
    leads over to others.
    """
    units: list[_Unit] = []
    sentences: list[_Sentences] = []
    for part in PARTS:
        for fact in report.part(part):
            _weigh(fact, part, _RANKS[MIDDLE], (), units, sentences)
    units.sort()
    heaviest = {unit.part: unit.rank for unit in units}
    last = {unit.part: unit for unit in units}
    last |= {unit.part: unit for unit in units if not unit.plain and unit.rank == heaviest[unit.part]}
    kept = {key for unit in last.values() for key in (unit.key, *unit.over)}
    going = [(unit.rank, 1, Step(unit.key)) for unit in units if unit.key not in kept]
    going += [(each.rank, 0, Step(each.key, each.places)) for each in sorted(sentences)]
    return [step for _, _, step in sorted(going, key=lambda each: each[:2])]


def _weigh(fact: Fact, part: str, inherited: int, over: tuple[str, ...], units: list[_Unit], sentences: list[_Sentences]) -> int:
    """Adds the units and sentences of a fact, and returns its weight."""
    part, rank = fact.part or part, _RANKS.get(fact.priority, inherited)
    mine: list[_Unit] = [] if _announces(fact) else units
    place = len(sentences)
    below = [_weigh(child, part, rank, (*over, fact.id), mine, sentences) for child in fact.children]
    if below and not _speaks(fact):
        return max(below)
    top, going = ranked(fact, rank, _RANKS)
    sentences += (_Sentences(own, -len(over), -place, -at, fact.id, places) for own, at, places in going)
    rank = max(rank, top, *below)
    plain = not (fact.title or fact.numbered)
    units.append(_Unit(rank, -len(over), -len(units), fact.id, plain, part, over))
    return rank


def _speaks(fact: Fact) -> bool:
    """Whether it says something beside its heading."""
    return bool(fact.text.strip() or fact.tables or fact.charts)


def _announces(fact: Fact) -> bool:
    """Whether its text leads over to those below (抓好三件事：): all of them stay or none does."""
    return bool(fact.children) and fact.text.rstrip().endswith(("：", ":"))


def _without(facts: Facts, gone: Set[str], sentences: Mapping[str, Set[int]]) -> Facts:
    kept = []
    for fact in facts:
        if fact.id in gone:
            continue
        below = _without(fact.children, gone, sentences)
        if below or _speaks(fact) or not fact.children:
            kept.append(replace(trimmed(fact, sentences.get(fact.id, frozenset())), children=below))
    return tuple(kept)


def _mapped(report: Report, change: Callable[[Facts, str], Facts]) -> Report:
    achievements, issues, plans = (change(report.part(part), part) for part in PARTS)
    return replace(report, achievements=achievements, issues=issues, plans=plans)


def _keyed(facts: Facts, path: str) -> Facts:
    return tuple(
        replace(fact, id=fact.id or f"{path}/{place}", children=_keyed(fact.children, f"{path}/{place}"))
        for place, fact in enumerate(facts, 1)
    )


def _left(before: Report, after: Report, over: bool) -> Iterator[Left]:
    """The uppermost facts that went, and the sentences of those that did not, in reading order."""
    figures = {figure.id: figure for figure in before.figures}
    kept = {fact.id: fact for _, _, fact in after.facts()}

    def gone(facts: Iterable[Fact]) -> Iterator[Left]:
        for fact in facts:
            if fact.id in kept:
                for sentence in taken(fact.text, kept[fact.id].text):
                    said = resolved(sentence, figures)
                    yield Left(fact.id, said, len("".join(said.split())), over, sentence=True)
                yield from gone(fact.children)
            else:
                yield Left(fact.id, _heading(fact, figures), _length(fact, figures), over)

    for part in PARTS:
        yield from gone(before.part(part))


def _counts(before: Report, after: Report) -> Iterator[tuple[str, str]]:
    kept = {fact.id: fact for _, _, fact in after.facts()}

    def counted(facts: Facts, over: Facts) -> Iterator[tuple[str, str]]:
        """``over``: the fact above the list, if there is one; it may say how many there are, as a plain paragraph of the list may."""
        plain = tuple(fact for fact in facts if not (fact.title or fact.numbered))
        if any(fact.id not in kept and fact not in plain for fact in facts):
            for fact in (*over, *plain):
                found = _COUNT.search(kept[fact.id].text) if fact.id in kept else None
                if found:
                    yield fact.id, found[0]
        for fact in facts:
            found = _COUNT.search(lead_of(fact.text, kept[fact.id].text)) if fact.id in kept else None
            if found and found[0] in kept[fact.id].text:
                yield fact.id, found[0]
            yield from counted(fact.children, (fact,))

    for part in PARTS:
        yield from counted(before.part(part), ())


def _heading(fact: Fact, figures: Figures) -> str:
    text = resolved(fact.title or (fact.paragraphs or [""])[0], figures)
    return text if fact.title or len(text) <= _SHORT else f"{text[:_SHORT]}…"


def _length(fact: Fact, figures: Figures) -> int:
    tables = "".join(table.title + table.rows.replace("|", "") + table.note for table in fact.tables)
    said = "".join(resolved(fact.title + fact.text + tables, figures).split())
    return len(said) + sum(_length(child, figures) for child in fact.children)
