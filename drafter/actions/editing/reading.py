"""The report under edit as a model, read from what is on the desk now: what is typed wrong counts as not typed."""

from typing import Any, TypeVar

from drafter.actions.editing.tree import Record
from drafter.model.fact import Fact
from drafter.model.fields import Field, fields_of
from drafter.model.figure import Figure
from drafter.model.report import Report
from drafter.store.values import CONVERTERS

T = TypeVar("T", Fact, Figure, Report)


class Read:
    """``report`` is the model; what a kind adds to facts, and records that are no lists, are left out."""

    def __init__(self, root: Record) -> None:
        self._uids: dict[int, int] = {}
        self.report = self._record(Report, root)

    def uid(self, item: Fact | Figure) -> int:
        """The record that a fact or a figure of the report was read from."""
        return self._uids[id(item)]

    def _record(self, kind: type[T], record: Record) -> T:
        fields = fields_of(kind)
        found: dict[str, Any] = {}
        for word, value in record.items():
            field = fields.get(word)
            read = self._value(field, value) if field is not None else None
            if field is not None and read is not None:
                found[field.name] = read
        made = kind(**found)
        self._uids[id(made)] = record.uid
        return made

    def _value(self, field: Field, value: Any) -> Any:
        """None for what leaves the field as it is where nothing is said."""
        form = field.form
        if form.kind == "records" and form.record is not None:
            record: Any = form.record()
            items = value if isinstance(value, list) else ()
            return tuple(self._record(record, item) for item in items if isinstance(item, Record))
        if form.kind == "lines":
            listed = value if isinstance(value, list) else [value]
            return tuple(item.strip() for item in listed if isinstance(item, str) and item.strip())
        if form.kind not in CONVERTERS or not isinstance(value, str) or not value.strip():
            return None
        converted = CONVERTERS[form.kind](value, field)
        return converted.value if converted.good else None
