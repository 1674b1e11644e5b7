"""Figures that are counted otherwise than in the report they came from: in another unit, or over another scope."""

import re
from collections.abc import Iterator

from drafter.checks.facts.counterparts import Before
from drafter.checks.rule import GENRE, Rule
from drafter.checks.subject import Subject
from drafter.model.figure import Figure
from drafter.model.lineage import key_of, trace
from drafter.model.places import place
from drafter.model.problem import Problem
from drafter.model.words import Both

RULES = (
    Rule(
        "figure-unit-changed",
        "warning",
        Both("单位和上期不一样", "Unit changed"),
        Both(
            "单位换了，上期、同期、目标没有换算，同比就全错。",
            "Where the unit changed and the old numbers did not, every comparison is wrong.",
        ),
        GENRE,
        "单位: 万元（来自 2023，那里是 亿元）",
        "单位: 亿元",
    ),
    Rule(
        "figure-scope-changed",
        "warning",
        Both("口径和上期不一样", "Scope changed"),
        Both(
            "口径变了，两期的数就不能直接比。",
            "Numbers over different scopes cannot be compared.",
        ),
        GENRE,
        "口径: 规模以上工业企业（来自 2023，那里是 全部工业企业）",
        "口径: 全部工业企业",
    ),
)

#: The time that a scope is of moves on with each report.
_TIMES = re.compile("[截至止到自从起当本今去上年度月日底末初旬前后半全第一二三四五六七八九十两批季0-9—–\\-、，。（）() ]+")


def check(subject: Subject) -> Iterator[Problem]:
    for figure in subject.report.figures:
        old = None if figure.stale else _counterpart(subject, figure)
        if old:
            yield from _changed(figure, old)


def _counterpart(subject: Subject, figure: Figure) -> Before | None:
    """The figure in the nearest report that it came from, in whatever unit."""
    for address in figure.origins:
        found = trace(address, subject.known)
        if found and isinstance(found.item, Figure):
            return Before(found.earlier, found.item)
    for earlier in subject.came_from:
        item = earlier.items.get(key_of(figure))
        if isinstance(item, Figure):
            return Before(earlier, item)
    return None


def _changed(figure: Figure, old: Before) -> Iterator[Problem]:
    before = old.figure
    if figure.unit and before.unit and _even(figure.unit) != _even(before.unit):
        yield _problem("figure-unit-changed", "单位", figure, old, before.unit, figure.unit, _CONVERT)
    ours, theirs = _TIMES.sub("", figure.scope), _TIMES.sub("", before.scope)
    if ours and theirs and ours != theirs:
        yield _problem("figure-scope-changed", "口径", figure, old, before.scope, figure.scope, _SAY)


def _even(unit: str) -> str:
    return unit.strip().replace("％", "%")


_CONVERT = Both(
    "单位照旧；确要换的，把上期、同期、目标一起换算过来。", "Keep the unit, or convert the numbers before and the target too."
)
_SAY = Both(
    "口径照旧；确已调整的，在正文里说明，上期、同期按新口径填。", "Keep the scope, or say so and give the old numbers alike."
)


def _problem(code: str, word: str, figure: Figure, old: Before, was: str, now: str, fix: Both) -> Problem:
    return Problem(
        code,
        Both(
            f"指标“{figure.id}”的{word}是“{now}”，{old.earlier.words}里是“{was}”。",
            f"{word} of “{figure.id}” is “{now}”, and was “{was}” in {old.earlier.name}.",
        ),
        fix,
        severity="warning",
        place=place(figure, word),
        fact=figure.id or None,
        other=place(old.figure, word),
    )
