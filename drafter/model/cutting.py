"""A version of a report, cut to what was asked for: whole facts go, and never a word inside one.

What goes first is settled once for the whole report: the lowest priority, then the deepest, then the last. A version takes
away as much of the beginning of that order as it must, so that nothing stays that weighs less than what went from beside it.
Headings go when nothing is left below them. The lead stays, and of each part the fact that would go last.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import replace
from typing import Any, NamedTuple

from drafter.model.fact import HIGH, LOW, MIDDLE, Fact
from drafter.model.printing import Figures, resolved
from drafter.model.report import Report
from drafter.model.style import PARTS
from drafter.model.version import AROUND, Version

Facts = tuple[Fact, ...]

_RANKS = {LOW: 1, MIDDLE: 2, HIGH: 3}
# How many there are, at the end of a text: 着力抓好五项工作。
_COUNT = re.compile(r"(?<![0-9.])(?:[一二两三四五六七八九十]+|[0-9]+)(?:项|个方面|方面|件|条|点|类)[一-鿿]{0,4}(?=[。：:]?\s*\Z)")
_SHORT = 20  # characters of a text that stand for a heading


class Left(NamedTuple):
    """What a version leaves out: a fact with all below it, or what stands around the parts, whose ``length`` is not known.

    ``length`` in characters without blanks and ordinals. ``over``: it went because the version would be too long; else
    it was not asked for.
    """

    key: str
    heading: str
    length: int | None
    over: bool


class Cut(NamedTuple):
    """``report`` holds what is left. Each of its facts has its key for an id: those without one keep the path they had.
    ``counts`` are (key, words) of what stayed and says how many there are (抓好五项工作) of a list that lost some.
    """

    report: Report
    left: tuple[Left, ...]
    counts: tuple[tuple[str, str], ...]


def cut(report: Report, version: Version, fits: Callable[[Report], bool]) -> Cut:
    """``fits`` says whether a report is short enough. Where none is, the shortest there is comes back."""
    whole = _mapped(report, _keyed)
    asked = chosen(whole, version)
    shorter = shortened(asked, fits)
    around = tuple(
        Left(word, word, None, False) for word, name in AROUND.items() if getattr(whole, name) and not getattr(asked, name)
    )
    return Cut(shorter, (*_left(whole, asked, False), *_left(asked, shorter, True), *around), tuple(_counts(whole, shorter)))


def chosen(report: Report, version: Version) -> Report:
    """What the version asks for by 部分, 标签 and 不要, however long. What stands over a fact that is asked for stays with it.

    A part goes as a whole only where 部分 says so: one that has no fact with any of the tags is not picked from.
    """
    parts, tags, without = set(version.parts or PARTS), set(version.tags), set(version.without)
    picked = {part for part, _, fact in report.facts() if tags.intersection(fact.tags)}

    def choose(facts: Facts, part: str, under: bool) -> Iterator[Fact]:
        """``under``: below a fact that has one of the tags."""
        for fact in facts:
            if without.intersection(fact.tags):
                continue
            own = fact.part or part
            tagged = under or own not in picked or bool(tags.intersection(fact.tags))
            below = tuple(choose(fact.children, own, tagged))
            if below or (own in parts and tagged and (not fact.children or _speaks(fact))):
                yield replace(fact, children=below)

    names = [name for word, name in AROUND.items() if version.parts and word not in parts]
    dropped: dict[str, Any] = {name: None if name == "notice" else () for name in names}
    return replace(_mapped(report, lambda facts, part: tuple(choose(facts, part, False))), **dropped)


def shortened(report: Report, fits: Callable[[Report], bool]) -> Report:
    """``report`` without the fewest facts of its :func:`order` for which it fits; without all of them where it never does."""
    if fits(report):
        return report
    keys = order(report)

    def without(count: int) -> Report:
        gone = frozenset(keys[:count])
        return _mapped(report, lambda facts, _: _without(facts, gone))

    count = bisect_left(range(len(keys)), True, lo=1, key=lambda count: fits(without(count))) if keys else 0
    return without(count)


class _Unit(NamedTuple):
    """What goes as one: a fact that says something, with the facts above it in ``over``. Units sort into the order they go in."""

    rank: int
    rising: int
    backwards: int
    key: str
    plain: bool
    part: str
    over: tuple[str, ...]


def order(report: Report) -> list[str]:
    """The keys of the facts that may go, the first to go first. A fact goes with those below it, which went before.

    A fact without a priority has that of the one above it, 中 at the top; one that has weightier ones below weighs as much.
    What is not among them: of each part one that would go last, and what stands over it; not a plain paragraph, which mostly
    leads over to others.
    """
    units: list[_Unit] = []
    for part in PARTS:
        for fact in report.part(part):
            _weigh(fact, part, _RANKS[MIDDLE], (), units)
    units.sort()
    heaviest = {unit.part: unit.rank for unit in units}
    last = {unit.part: unit for unit in units}
    last |= {unit.part: unit for unit in units if not unit.plain and unit.rank == heaviest[unit.part]}
    kept = {key for unit in last.values() for key in (unit.key, *unit.over)}
    return [unit.key for unit in units if unit.key not in kept]


def _weigh(fact: Fact, part: str, inherited: int, over: tuple[str, ...], units: list[_Unit]) -> int:
    """Adds the units of a fact, and returns its weight."""
    part, rank = fact.part or part, _RANKS.get(fact.priority, inherited)
    mine: list[_Unit] = [] if _announces(fact) else units
    below = [_weigh(child, part, rank, (*over, fact.id), mine) for child in fact.children]
    if below and not _speaks(fact):
        return max(below)
    rank = max(rank, *below) if below else rank
    plain = not (fact.title or fact.numbered)
    units.append(_Unit(rank, -len(over), -len(units), fact.id, plain, part, over))
    return rank


def _speaks(fact: Fact) -> bool:
    """Whether it says something beside its heading."""
    return bool(fact.text.strip() or fact.tables or fact.charts)


def _announces(fact: Fact) -> bool:
    """Whether its text leads over to those below (抓好三件事：): all of them stay or none does."""
    return bool(fact.children) and fact.text.rstrip().endswith(("：", ":"))


def _without(facts: Facts, gone: Set[str]) -> Facts:
    kept = []
    for fact in facts:
        if fact.id in gone:
            continue
        below = _without(fact.children, gone)
        if below or _speaks(fact) or not fact.children:
            kept.append(replace(fact, children=below))
    return tuple(kept)


def _mapped(report: Report, change: Callable[[Facts, str], Facts]) -> Report:
    achievements, issues, plans = (change(report.part(part), part) for part in PARTS)
    return replace(report, achievements=achievements, issues=issues, plans=plans)


def _keyed(facts: Facts, path: str) -> Facts:
    """The facts with their keys for ids: what a cut leaves is still called what it was."""
    return tuple(
        replace(fact, id=fact.id or f"{path}/{place}", children=_keyed(fact.children, f"{path}/{place}"))
        for place, fact in enumerate(facts, 1)
    )


def _left(before: Report, after: Report, over: bool) -> Iterator[Left]:
    """The uppermost facts that went, in reading order."""
    figures = {figure.id: figure for figure in before.figures}
    kept = {fact.id for _, _, fact in after.facts()}

    def gone(facts: Iterable[Fact]) -> Iterator[Left]:
        for fact in facts:
            if fact.id in kept:
                yield from gone(fact.children)
            else:
                yield Left(fact.id, _heading(fact, figures), _length(fact, figures), over)

    for part in PARTS:
        yield from gone(before.part(part))


def _counts(before: Report, after: Report) -> Iterator[tuple[str, str]]:
    kept = {fact.id for _, _, fact in after.facts()}

    def counted(facts: Facts, over: Facts) -> Iterator[tuple[str, str]]:
        """``over``: the fact above the list, if there is one; it may say how many there are, as a plain paragraph of the list may."""
        plain = tuple(fact for fact in facts if not (fact.title or fact.numbered))
        if any(fact.id not in kept and fact not in plain for fact in facts):
            for fact in (*over, *plain):
                found = _COUNT.search(fact.text) if fact.id in kept else None
                if found:
                    yield fact.id, found[0]
        for fact in facts:
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
