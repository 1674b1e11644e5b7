"""Red head, annexes and 版记: the rows around a report become fields of their own."""

import re
from dataclasses import dataclass

from drafter.importers.outline.issued.forms import FILE, annexed, entry, is_annex_head, number_and_signers, squeezed
from drafter.importers.outline.issued.imprint import COPIES, PRINTED
from drafter.model.cover import Annex, Head, Imprint
from drafter.model.dates import is_date
from drafter.model.ordinals import even
from drafter.model.outline import Row
from drafter.model.reference import literal
from drafter.model.text import fold

_HEAD = frozenset({"mark", "copy", "secrecy", "urgency", "signer"})
_IMPRINT = frozenset({"copies", "imprint"})
_ENDING = "。，；"


@dataclass(slots=True)
class Issued:
    """``before`` and ``after``: the rows that are left, those of the notice and of the report itself."""

    before: list[Row]
    after: list[Row]
    head: Head | None = None
    annexes: tuple[Annex, ...] = ()
    imprint: Imprint | None = None


def issued(before: list[Row], after: list[Row]) -> Issued:
    """What stands around the report. What does not fit a field as it stands is left among the rows."""
    left, head = _head(before)
    found = Issued(left, after, head)
    found.imprint = _imprint([row for row in after if row.kind in _IMPRINT])
    if found.imprint:
        found.after = [row for row in after if row.kind not in _IMPRINT]
    _take_annexes(found)
    return found


def _head(rows: list[Row]) -> tuple[list[Row], Head | None]:
    """The head, and the rows without it; a number keeps its place, without the names behind it."""
    fields = {row.kind: squeezed(row.text) for row in rows if row.kind in ("copy", "secrecy", "urgency")}
    mark = _mark([row.text for row in rows if row.kind == "mark"])
    left: list[Row] = []
    signers: list[str] = []
    for row in rows:
        said = number_and_signers(row.text) if row.kind in ("number", "signer") else None
        if said:
            signers += said[1].split()
            if said[0]:
                left.append(row._replace(text=said[0]))
        elif row.kind == "signer":
            signers += row.text.split()
        elif row.kind not in _HEAD:
            left.append(row)
    if not (mark or signers or fields):
        return rows, None
    given = fields.get
    head = Head(
        mark=mark,
        signer=_names(signers),
        copy=given("copy", ""),
        secrecy=given("secrecy", ""),
        urgency=given("urgency", ""),
    )
    return left, head


def _mark(lines: list[str]) -> str:
    """The names of those who issue it, one a line, 文件 behind the last one (7.2.4)."""
    names = [name for line in lines for piece in line.split("\t") for name in _marked(piece)]
    bare = [name.removesuffix(FILE) for name in names]
    named = "\n".join(name for name in bare if name)
    return named + FILE if bare != names else named


def _marked(text: str) -> list[str]:
    """Names side by side, or one that is spread out."""
    pieces = text.split()
    return pieces if all(len(piece) > 3 or piece == FILE for piece in pieces) else [squeezed(text)]


def _names(signers: list[str]) -> str:
    """Names with a space between; a name of two signs may have one inside."""
    return re.sub(r"(?<!\S)(\S) (\S)(?!\S)", r"\1\2", " ".join(signers)).replace(" ", "　")


def _imprint(rows: list[Row]) -> Imprint | None:
    copies = next((row.text for row in rows if row.kind == "copies"), "")
    printed = next((row.text for row in rows if row.kind == "imprint"), "")
    said = PRINTED.fullmatch(even(printed))
    date = squeezed(said["date"]) if said else ""
    if not rows or (date and not is_date(date)):
        return None
    office = (said["office"] or "").strip() if said else printed.strip()
    return Imprint(copies=COPIES.sub("", copies, count=1).strip().rstrip(_ENDING), office=office, date=date)


def _take_annexes(found: Issued) -> None:
    """附件说明 and the annexes printed behind leave the rows they stood in, where they fit together."""
    after = found.after
    start = next((index for index in range(len(after)) if _opens(after, index)), len(after))
    bodies = _bodies(after[start:])
    listed = [row for row in found.before if row.kind == "attachment"]
    if not listed:
        signed = next((index for index, row in enumerate(after) if row.kind in ("signature", "date")), len(after))
        # Behind the date names are kept where they stand, as 附注, unless there is something to be named.
        until = start if bodies else min(signed, start)
        listed = [row for row in after[:until] if row.kind == "attachment"]
    names = _names_listed([row.text for row in listed])
    if names is None or not (names or bodies):
        return
    numbers = list(range(1, len(names or bodies) + 1))
    if not set(bodies) <= set(numbers):
        return
    found.annexes = tuple(_annex(names[number - 1] if names else "", bodies.get(number)) for number in numbers)
    found.before = [row for row in found.before if row.kind != "attachment"]
    found.after = [row for row in after[:start] if row not in listed]


def ends_body(rows: list[Row], index: int) -> bool:
    """Whether the body ends above this row: at a signature or date, or at 附件说明 above them (7.3.4)."""
    if rows[index].kind != "attachment":
        return rows[index].kind in ("signature", "date")
    rest = rows[index:]
    listed = next((place for place, row in enumerate(rest) if row.kind != "attachment" or _opens(rest, place)), len(rest))
    return (listed > 0 and _names_listed([row.text for row in rest[:listed]]) is not None) or _opens(rows, index)


def _opens(rows: list[Row], index: int) -> bool:
    """Whether an annex begins with this row: 附件1, or 附件1：甲 with something below that names no other one."""
    if rows[index].kind != "attachment" or any(row.kind not in ("attachment", "copies", "imprint") for row in rows[index:]):
        return False
    head = annexed(rows[index].text)
    if head is None or is_annex_head(rows[index].text):
        return head is not None
    below = rows[index + 1].text if index + 1 < len(rows) else ""
    return bool(head.number and head.title and below) and annexed(below) is None and entry(below) is None


def _bodies(rows: list[Row]) -> dict[int, list[str]]:
    """Number → title and text of each annex; a lone one may have no number."""
    found: dict[int, list[str]] = {}
    current: list[str] = []
    for row in rows:
        head = annexed(row.text)
        if head and not (head.colon and not head.number) and (head.number or 1) not in found:
            current = found[head.number or 1] = [head.title] if head.title else []
        else:
            current.append(row.text)
    return found


def _names_listed(texts: list[str]) -> list[str] | None:
    """The names of 附件说明; None where they are not counted 1, 2, 3. A line without a number goes on with a name."""
    names: list[str] = []
    for text in texts:
        found = entry(text)
        if found is None and names:
            names[-1] += text
        elif found is None or found[0] not in ((0, 1) if not names else (len(names) + 1,)):
            return None
        else:
            names.append(found[1])
    return names


def _annex(name: str, body: list[str] | None) -> Annex:
    """One name for both places; where they differ, that of the annex itself is kept as its first line."""
    if body is None:
        return Annex(title=literal(name))
    title, *text = body or [name]
    if name and fold(title) != fold(name):
        title, text = name, body
    return Annex(title=literal(title), text="\n".join(map(literal, text)))
