"""Title, cover parts and lead: the rows before the body and after it become fields of the report."""

import re
from typing import Any

from drafter.model.dates import is_date
from drafter.model.outline import Row
from drafter.model.reference import literal

# The order in which each group is printed; a row that comes too late for its field joins the last one.
_NOTICE = ("number", "title", "addressees", "text", "signature", "date", "note")
_BELOW_TITLE = ("signature", "date", "addressees", "lead")
_END = ("signature", "date")
_REPEATED = frozenset({"text", "signature", "lead", "note"})
#: A date in figures is printed in words (GB/T 9704-2012, 7.3.5.4), so as a field it would not come back as it stood.
_REWRITTEN = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_REFERRING = frozenset({"title", "text", "lead"})


def front_fields(before: list[Row], after: list[Row]) -> dict[str, Any]:
    """Attributes of Report: number, title, addressees, signature, date, note, lead; ``notice`` its attributes, or None.

    ``signing`` is 题下 or 文末, where signature and date stand; "" for neither.
    """
    place = next((index for index, row in enumerate(before) if row.role == "title"), None)
    above = before[:place] if place is not None else []
    below = before[place + 1 :] if place is not None else before
    fields: dict[str, Any] = {"title": literal(before[place].text) if place is not None else "", "notice": None}
    if len(above) == 1 and above[0].kind == "number":
        fields["number"] = above[0].text
    elif above:
        fields["notice"] = _notice(above)
    under, left = _ordered(below, _BELOW_TITLE)
    fields.update(under)
    _append(fields, "lead", left)
    under_title = "signature" in under or "date" in under
    end, left = ({}, after) if under_title else _ordered(after, _END)
    fields.update(end)
    _append(fields, "note", left)
    fields["signing"] = "题下" if under_title else "文末" if "signature" in end or "date" in end else ""
    return fields


def _notice(rows: list[Row]) -> dict[str, Any]:
    """The fields of a notice; all in its text where they stand in another order than a notice has."""
    fields, left = _ordered(rows, _NOTICE)
    note = _unbracketed(fields.get("note", ""))
    if left or note is None:
        fields = {}
        _append(fields, "text", rows)
    elif note:
        fields["note"] = note
    return fields


def _unbracketed(note: str) -> str | None:
    """附注 as it is typed: printing puts the brackets back (7.3.6). None where it would not be given back."""
    if not note:
        return ""
    inner = note[1:-1]
    return inner if note[0] == "（" and note[-1] == "）" and not inner.startswith("（") and "\n" not in note else None


def _ordered(rows: list[Row], order: tuple[str, ...]) -> tuple[dict[str, Any], list[Row]]:
    """Rows into fields, as long as they stand in the order in which these are printed; and the rows from there on."""
    fields: dict[str, Any] = {}
    reached = 0
    for index, row in enumerate(rows):
        kind = "lead" if row.role == "lead" else row.kind
        place = order.index(kind) if kind in order else -1
        unfit = kind == "date" and (not is_date(row.text) or _REWRITTEN.fullmatch(row.text.strip()) is not None)
        if unfit or place < reached or (kind in fields and kind not in _REPEATED):
            return fields, rows[index:]
        reached = place
        _append(fields, kind, [row])
    return fields, []


def _append(fields: dict[str, Any], kind: str, rows: list[Row]) -> None:
    """One row a line after what the field holds."""
    texts = [literal(row.text) if kind in _REFERRING else row.text for row in rows]
    if texts:
        fields[kind] = "\n".join([fields[kind], *texts] if fields.get(kind) else texts)
