"""Years and halves of another period in a report that was begun from an earlier one: see drafter.checks.text.times.another."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.checks.subject import Subject
from drafter.checks.text.times.another import Said, left, likely, mending, message, others
from drafter.model.fact import Fact, paragraphs
from drafter.model.lineage import trace
from drafter.model.places import place
from drafter.model.problem import NOWHERE, Place, Problem
from drafter.model.style import PARTS, Style


class _Text(NamedTuple):
    """What a field says, the word of the field, its place, the key of its fact and where that came from."""

    said: Said
    word: str
    place: Place
    key: str | None = None
    origin: str = ""


def check(subject: Subject) -> Iterator[Problem]:
    period = subject.report.period
    if period is None:
        return
    past = others(period, (earlier.report.period for earlier in subject.came_from))
    suspect, own = likely(past, period), f"{period.year}年"
    for each in _texts(subject):
        said = each.said
        promise = said.part == "打算" and said.text.startswith(own)
        if said.heading or promise or suspect.search(said.text):
            found = left(said, past, period)
            if found:
                yield Problem(
                    "time-of-another-period",
                    message(found, period, each.word),
                    mending(found),
                    severity="warning",
                    place=each.place,
                    fact=each.key,
                    other=_before(subject, each),
                )


_MAYBE = re.compile("年|季度|月")


def _texts(subject: Subject) -> Iterator[_Text]:
    report = subject.report
    if not report.stale:
        yield _Text(Said(report.title, heading=True), "标题", place(report, "标题"))
        for line in paragraphs(report.lead):
            yield _Text(Said(line), "导语", place(report, "导语"))
    for part in PARTS:
        style = (report.style or Style()).part(part)
        yield _Text(Said(style.title, part, heading=True), "标题", place(style, "标题"))
    for part, path, fact in report.facts():
        if not fact.stale:
            yield from _of_fact(part, path, fact)


def _of_fact(part: str, path: str, fact: Fact) -> Iterator[_Text]:
    key = fact.id or path
    if _MAYBE.search(fact.title):
        yield _Text(Said(fact.title, part), "标题", place(fact, "标题"), key, fact.origin)
    if _MAYBE.search(fact.text):
        where = place(fact, "正文")
        yield from (_Text(Said(line, part), "正文", where, key, fact.origin) for line in fact.paragraphs)


def _before(subject: Subject, text: _Text) -> Place:
    """Where the earlier report has what the text came from."""
    if text.said.part == "":
        return next((place(earlier.report, text.word) for earlier in subject.came_from), NOWHERE)
    found = trace(text.origin, subject.known) if text.origin else None
    return place(found.item, text.word) if found else NOWHERE
