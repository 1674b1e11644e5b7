"""Every text of a report with its place and its field: what checks and messages go through."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from drafter.model.fields import LINE, Field, fields_of
from drafter.model.problem import NOWHERE, Place
from drafter.model.report import Report


class Spot(NamedTuple):
    """One field of one record. ``fact`` is the key of the fact or figure it belongs to, None for the report's own."""

    record: Any
    field: Field
    value: Any
    fact: str | None

    @property
    def place(self) -> Place:
        return place(self.record, self.field.word)


def place(record: Any, word: str = "") -> Place:
    """Where the field ``word`` of a record was read; the record itself where the field is absent."""
    source = record.source
    if source is None:
        return NOWHERE
    line, column = source.lines.get(word) or source.lines.get("", (None, None))
    return Place(source.files.get(word, source.file), line, column)


def spots(report: Report) -> Iterator[Spot]:
    """Every filled field of the report, its cover, its figures and its facts, in the order of the form."""
    yield from _fields(report, None)
    for record in (report.notice, report.head, *report.annexes, report.imprint, *report.versions):
        if record:
            yield from _fields(record, None)
    for figure in report.figures:
        yield from _fields(figure, figure.id)
        if figure.rank:
            yield from _fields(figure.rank, figure.id)
    for annex in report.annexed():
        for exhibit in (*annex.tables, *annex.charts):
            yield from _fields(exhibit, None)
    for _, path, fact in report.facts():
        key = fact.id or path
        yield from _fields(fact, key)
        for word, value in fact.details.items():
            yield Spot(fact, Field(word, LINE, word), value, key)
        for exhibit in (*fact.tables, *fact.charts):
            yield from _fields(exhibit, key)


def _fields(record: Any, fact: str | None) -> Iterator[Spot]:
    for field in fields_of(type(record)).values():
        value = getattr(record, field.name)
        if value and field.form.kind not in _NESTED:
            yield Spot(record, field, value, fact)


_NESTED = frozenset({"record", "records", "levels"})
