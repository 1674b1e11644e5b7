"""The JSON Schema of a fact file, for editors that complete and check while typing (draft 7, which they all know)."""

from typing import Any

from drafter.kinds import kinds
from drafter.kinds.kind import Kind
from drafter.model.fact import Fact
from drafter.model.fields import Field, fields_of
from drafter.model.figure import Figure
from drafter.model.report import Report
from drafter.model.style import LEVELS, ListStyle

DRAFT = "http://json-schema.org/draft-07/schema#"
_PERIOD = r"^\d{4}(-(H[12]|Q[1-4]|M(0[1-9]|1[0-2])))?$"
# A scalar is text to drafter, and a number, a flag or nothing to the editor.
_SCALAR = {"type": ["string", "number", "boolean", "null"]}


def schema() -> dict[str, Any]:
    """Every key with its meaning in Chinese; unknown keys are errors, as they are to drafter."""
    definitions: dict[str, Any] = {}
    root = _record(Report, definitions)
    definitions["Fact"] = _fact(definitions)
    return {"$schema": DRAFT, "title": "drafter 事实文件", **root, "definitions": definitions}


def _record(record: type, definitions: dict[str, Any]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    for word, field in fields_of(record).items():
        if field.form.kind == "levels":
            properties.update({level: _reference(ListStyle, definitions) for level in LEVELS})
        else:
            properties[word] = _field(field, definitions)
    required = [word for word, field in fields_of(record).items() if field.required and record is Figure]
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }


def _reference(record: type, definitions: dict[str, Any]) -> dict[str, Any]:
    name = record.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _record(record, definitions)
    return {"$ref": f"#/definitions/{name}"}


def _field(field: Field, definitions: dict[str, Any]) -> dict[str, Any]:
    described = {"description": f"{field.help.zh}（{field.label}）" if field.help.zh else field.label}
    form = field.form
    if form.kind == "choice":
        return {**described, "enum": [*form.choices, None]}
    if form.kind == "period":
        return {**described, "anyOf": [{"type": "string", "pattern": _PERIOD}, {"type": "integer"}]}
    if form.kind == "lines":
        return {**described, "anyOf": [{"type": "array", "items": _SCALAR}, _SCALAR]}
    if form.record is not None:
        below = _reference(form.record(), definitions)
        if form.kind == "records":
            return {**described, "anyOf": [{"type": "array", "items": below}, {"type": "null"}]}
        return {**described, "anyOf": [below, {"type": "null"}]}
    return {**described, **_SCALAR}


def _fact(definitions: dict[str, Any]) -> dict[str, Any]:
    """A fact may have the fields of its kind besides its own."""
    fact = _record(Fact, definitions)
    known = kinds()
    fact["properties"]["类别"] = {"description": "类别决定多出哪些栏", "enum": [*known, None]}
    own = set(fact["properties"])
    for kind in known.values():
        for field in kind.fields:
            fact["properties"].setdefault(field.word, {})
    every = set(fact["properties"])
    fact["allOf"] = [
        {"if": {"not": {"required": ["类别"]}}, "then": {"properties": dict.fromkeys(sorted(every - own), False)}},
        *(_its_fields(kind, own, every, definitions) for kind in known.values()),
    ]
    return fact


def _its_fields(kind: Kind, own: set[str], every: set[str], definitions: dict[str, Any]) -> dict[str, Any]:
    """What 类别 adds: its own fields, and none of the other kinds'. Kinds may use one word for different choices."""
    fields = {field.word: _field(field, definitions) for field in kind.fields if field.word not in own}
    foreign = dict.fromkeys(sorted(every - own - set(fields)), False)
    return {
        "if": {"properties": {"类别": {"const": kind.word}}, "required": ["类别"]},
        "then": {"properties": {**fields, **foreign}},
    }
