"""What a record says, as words and texts: for writing it, and for other programs to read."""

from dataclasses import is_dataclass
from typing import Any

from drafter.model.fact import Fact
from drafter.model.fields import fields_of
from drafter.model.period import Period
from drafter.store.emit import Plain


def plain(record: Any) -> dict[str, Plain]:
    """A record as word → value, in the order of the form; fields that hold nothing are left out. Everything is text."""
    found: dict[str, Plain] = {}
    for word, field in fields_of(type(record)).items():
        value = getattr(record, field.name)
        if field.form.kind == "levels":
            found.update({level: plain(style) for level, style in value.items()})
        elif value not in (None, "", (), False):
            found[word] = _plain(value)
    if isinstance(record, Fact):
        found.update({word: _plain(value) for word, value in record.details.items() if value not in (None, "", (), False)})
    return found


def _plain(value: Any) -> Plain:
    if value is True:
        return "是"
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    if is_dataclass(value) and not isinstance(value, Period):
        return plain(value)
    return str(value)
