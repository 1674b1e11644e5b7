"""Where something stands in a report, in the words of the form and in the reader's language."""

from collections.abc import Iterable

from drafter.model.fact import Fact
from drafter.model.fields import Field, fields_of
from drafter.model.report import Report
from drafter.tui.clean import line
from drafter.tui.speech import say


def field_at(trail: tuple[str, ...], words: Iterable[str]) -> Field | None:
    """The field that ``words`` lead to in the record at ``trail``; None for a word that the form does not have."""
    record: type | None = _record_at(trail)
    found = None
    for word in words:
        found = _field(record, word) if record is not None else None
        if found is None:
            return None
        record = found.form.record() if found.form.record is not None else None
    return found


def _record_at(trail: tuple[str, ...]) -> type:
    """What sort of record a trail leads to: a list is followed by one of its records, a heading alone is a fact in a fact."""
    record: type = Report
    place = 0
    while place + 1 < len(trail):
        listed = fields_of(record).get(trail[place])
        if listed is not None and listed.form.kind == "records" and listed.form.record is not None:
            record = listed.form.record()
            place += 1
        place += 1
    return record


def _field(record: type, word: str) -> Field | None:
    found = fields_of(record).get(word)
    if found is None and record is Fact:
        from drafter.kinds import kinds

        return next((field for kind in kinds().values() for field in kind.fields if field.word == word), None)
    return found


def place_of(trail: tuple[str, ...], words: tuple[str, ...]) -> str:
    """Part, headings and field on one line: 成绩 / 公路养护 / 正文."""
    part = [_label(field_at((), trail[:1]), trail[0])] if trail else [say("全文", "Report")] if words else []
    fields = [_label(field_at(trail, words[:length]), words[length - 1]) for length in range(1, len(words) + 1)]
    return line(" / ".join([*part, *trail[1:], *fields]))


def _label(field: Field | None, word: str) -> str:
    return say(field.word, field.label) if field is not None else word
