"""Title, cover parts and lead: the rows before the body and after it become fields of the report."""

from typing import Any

from drafter.model.outline import Row
from drafter.model.reference import literal

# The order in which each group is printed; a row that comes too late for its field joins the last one.
_NOTICE = ("number", "title", "addressees", "text", "signature", "date")
_BELOW_TITLE = ("signature", "date", "addressees", "lead")
_END = ("signature", "date", "note")
_REPEATED = frozenset({"text", "signature", "lead", "note"})
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
        fields["notice"] = _ordered(above, _NOTICE, "text")
    fields.update(_ordered(below, _BELOW_TITLE, "lead"))
    under_title = "signature" in fields or "date" in fields
    end = _ordered(after, _END, "note")
    if under_title and end:
        end = {"note": "\n".join(row.text for row in after)}
    fields.update(end)
    fields["signing"] = "题下" if under_title else "文末" if "signature" in end or "date" in end else ""
    return fields


def _ordered(rows: list[Row], order: tuple[str, ...], otherwise: str) -> dict[str, str]:
    """Rows into fields, never out of their printed order: nothing changes its place but what has no place of its own."""
    fields: dict[str, str] = {}
    reached = 0
    for row in rows:
        kind = row.kind if row.kind in order else "lead" if row.role == "lead" and "lead" in order else otherwise
        place = order.index(kind)
        if place < reached or (kind in fields and kind not in _REPEATED):
            kind, place = order[max(reached, order.index(otherwise))], max(reached, order.index(otherwise))
        text = literal(row.text) if kind in _REFERRING else row.text
        fields[kind] = f"{fields[kind]}\n{text}" if kind in fields else text
        reached = place
    return fields
