"""Ordinals of a version: what is left alone of a list that had several has none. A single （一） or 一是 counts nothing."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from drafter.model.fact import UNNUMBERED, Fact
from drafter.model.numbering import NONE
from drafter.model.report import Report
from drafter.model.style import LEVELS, PARTS, ListStyle, PartStyle, Style, heading_text

_NO_ORDINAL = ListStyle(numbering=NONE)
_PART = "部分/"


def sizes(report: Report, style: Style) -> Mapping[str, int]:
    """Id of each numbered fact, and 部分/问题 of each part that has a heading → how many are counted together with it.

    ``style`` is the settled one: where parts have no heading, their facts are one list.
    """
    found: dict[str, list[str]] = {}
    open_: dict[int, list[str]] = {}
    for level, key in _counted(report, style):
        for deeper in [each for each in open_ if each > level]:
            del open_[deeper]
        if key:
            found[key] = open_.setdefault(level, [])
            found[key].append(key)
    return {key: len(listed) for key, listed in found.items()}


def without_lone_ordinals(report: Report, before: Mapping[str, int], style: Style) -> Report:
    """``report``, a version of the one whose ``sizes`` were ``before``. An ordinal that was typed stays."""
    lone = {key for key, size in sizes(report, style).items() if size == 1 and before.get(key, 1) > 1}
    if not lone:
        return report

    def bare(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        return tuple(
            replace(fact, number=UNNUMBERED if fact.id in lone else fact.number, children=bare(fact.children)) for fact in facts
        )

    achievements, issues, plans = (bare(report.part(part)) for part in PARTS)
    own = report.style
    for part in PARTS:
        if f"{_PART}{part}" in lone:
            level = LEVELS[(style.part(part).level or 1) - 1]
            changed = PartStyle(levels={level: _NO_ORDINAL}).over((own or Style()).part(part))
            own = replace(own or Style(), **_named(part, changed))
    return replace(report, achievements=achievements, issues=issues, plans=plans, style=own)


def _named(part: str, style: PartStyle) -> dict[str, Any]:
    return {dict(zip(PARTS, ("achievements", "issues", "plans"), strict=True))[part]: style}


def _counted(report: Report, style: Style) -> Iterator[tuple[int, str]]:
    """(level, key) in reading order, as render.arrange sets them; key "" for what has no ordinal or one of its own."""
    for part in style.order or PARTS:
        facts = report.part(part) if part in PARTS else ()
        if not facts:
            continue
        settled = style.part(part)
        level = settled.level or 1
        if heading_text(settled.title, report.period):
            yield level, "" if settled.list(level).numbering == NONE else f"{_PART}{part}"
            level += 1
        yield from _listed(facts, part, None, level, style)


def _listed(facts: tuple[Fact, ...], part: str, own: ListStyle | None, level: int, style: Style) -> Iterator[tuple[int, str]]:
    settled = style.part(part).list(level)
    numbering = (own.over(settled) if own else settled).numbering
    for fact in facts:
        yield level, "" if fact.number or numbering == NONE else fact.id
        yield from _listed(fact.children, fact.part or part, fact.below, level + 1, style)
