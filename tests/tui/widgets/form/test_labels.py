"""What the choices of the model are called in English."""

from collections.abc import Iterator
from typing import Any

from drafter.kinds import kinds
from drafter.model.fact import Fact
from drafter.model.fields import Field, fields_of
from drafter.model.figure import Figure
from drafter.model.report import Report
from drafter.model.style import Page, Style
from drafter.tui.speech import speak
from drafter.tui.widgets.form.arrangement import arrange
from drafter.tui.widgets.form.labels import choice_labels


def declared() -> Iterator[Field]:
    """Every field there is, those of records inside and of kinds as well."""
    waiting: list[Any] = [Report, Figure, Fact, Style, Page]
    seen: set[Any] = set()
    while waiting:
        record = waiting.pop()
        if record not in seen:
            seen.add(record)
            for field in fields_of(record).values():
                yield field
                waiting += [field.form.record()] if field.form.record else []
    for kind in kinds().values():
        yield from kind.fields


def test_every_choice_has_an_english_name_and_each_choice_of_a_field_another() -> None:
    speak("en")
    for field in declared():
        labels = choice_labels(field) if field.form.kind == "choice" else {}
        assert set(labels) == set(field.form.choices)
        assert all(label.isascii() for label in labels.values()), labels
        assert len(set(labels.values())) == len(labels), labels


def test_every_field_has_a_help_in_both_languages() -> None:
    assert [field.word for field in declared() if not (field.help.zh and field.help.en)] == []


def test_a_layout_of_ones_own_is_called_by_its_name() -> None:
    speak("en")
    layout = next(
        one.field for one in arrange(list(fields_of(Report).values()), {}, "", {"版式": ["本县式"]}) if one.field.word == "版式"
    )
    assert choice_labels(layout) == {"本县式": "本县式"}
