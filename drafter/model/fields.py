"""One vocabulary: a field's Chinese word is declared once and serves the form, the YAML key, the template and the schema.

A record (``Figure``, ``Fact``, ``Report`` …) is a dataclass whose fields are made with :func:`word`. The ``form`` of a
field says what its value looks like; the store converts by it, the forms of the app are built from it, and the JSON Schema
describes it.
"""

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any

from drafter.model.words import NOTHING, Both


@dataclasses.dataclass(frozen=True, slots=True)
class Form:
    """The shape of a field's value.

    ``kind``: ``line`` (text on one line) · ``text`` (paragraphs, one a line) · ``id`` · ``number`` ·
    ``integer`` · ``date`` · ``period`` · ``choice`` (one of ``choices``) · ``flag`` (是/否) · ``lines`` (a list of lines) ·
    ``record`` (one ``record``) · ``records`` (a list of them) · ``levels`` (list styles keyed 一级 … 六级).
    """

    kind: str
    choices: tuple[str, ...] = ()
    record: Callable[[], type] | None = None


LINE = Form("line")
TEXT = Form("text")
ID = Form("id")
NUMBER = Form("number")
INTEGER = Form("integer")
DATE = Form("date")
PERIOD = Form("period")
FLAG = Form("flag")
LINES = Form("lines")

#: What 待更新 means, on whatever it stands.
CARRIED = Both("沿用上期，尚未核对", "carried over and not yet looked at")

#: What 认可 means, on whatever it stands.
ACCEPTED = Both(
    "看过、同意保留的检查发现和理由，一行一条：规则 “词句” 理由",
    "findings that may stand, one a line: rule “words” reason",
)


def choice(*choices: str) -> Form:
    return Form("choice", choices)


def record(of: Callable[[], type]) -> Form:
    """``of`` is called late, so that a record may hold its own kind."""
    return Form("record", record=of)


def records(of: Callable[[], type]) -> Form:
    return Form("records", record=of)


@dataclasses.dataclass(frozen=True, slots=True)
class Field:
    """A declared field. ``word`` is the Chinese word, ``label`` the English one; ``name`` is the Python attribute, and
    ``default`` what it holds when the key is absent. ``refers``: the text may name figures, ``{{ 高企净增 }}``.
    """

    word: str
    form: Form
    label: str
    help: Both = NOTHING
    required: bool = False
    refers: bool = False
    name: str = ""
    default: Any = None


def default_of(form: Form) -> Any:
    """Lists are empty tuples, flags False, texts empty; numbers, records and lists' starts are None."""
    if form.kind in ("lines", "records"):
        return ()
    if form.kind == "flag":
        return False
    if form.kind in ("line", "text", "id", "choice", "date"):
        return ""
    return None


def word(word: str, form: Form, label: str, help: Both = NOTHING, required: bool = False, refers: bool = False) -> Any:
    """Declares a field of a record (a dataclass made with ``kw_only=True``)."""
    declared = Field(word, form, label, help, required, refers)
    if form.kind == "levels":
        return dataclasses.field(default_factory=dict, metadata={"field": declared})
    return dataclasses.field(default=default_of(form), metadata={"field": declared})


_FIELDS: dict[type, dict[str, Field]] = {}


def fields_of(record: type) -> dict[str, Field]:
    """Word → field, in the order of the form. Attributes without a word (where a record came from) are left out."""
    known = _FIELDS.get(record)
    if known is None:
        known = _FIELDS[record] = dict(_declared(record))
    return known


def _declared(record: type) -> Iterator[tuple[str, Field]]:
    for attribute in dataclasses.fields(record):
        declared = attribute.metadata.get("field")
        if declared is not None:
            default = {} if declared.form.kind == "levels" else attribute.default
            yield declared.word, dataclasses.replace(declared, name=attribute.name, default=default)


@dataclasses.dataclass(frozen=True, slots=True)
class Source:
    """Where a record was read: the file, its path of keys and indices inside that file, and each field's place.

    ``lines`` maps a word to the (line, column) of its value, both from 1; ``""`` is the record itself. ``files`` names the
    file of a word that was read from another one: the fields of a report may stand in several.
    """

    file: str
    path: tuple[str | int, ...]
    lines: dict[str, tuple[int, int]]
    files: dict[str, str] = dataclasses.field(default_factory=dict)
