"""What an importer finds in a foreign document, before it becomes a report."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

#: Part names of the outline contract → the word on disk.
PART_WORDS = {"achievements": "成绩", "issues": "问题", "plans": "打算"}


class Row(NamedTuple):
    """One paragraph of the document.

    ``role``: title, cover, lead (the front), heading, run-in (a heading with text after it), point, para or table. ``level`` is the heading's depth from 1; 0 for front, points, paragraphs, tables.

    ``text`` is the whole paragraph with its ordinal, as the source has it. ``kind`` tells cover rows apart: number,
    title, addressees, text, signature, date, attachment (附件说明, and annexes line by line), note (whom to ask, who gets a copy);
    copy, secrecy, urgency, mark and signer of a red head; copies and imprint of 版记. ``glued``: it stood amid a line
    of the source, right after other words; no part of the contract, but something to tell whoever wrote it.
    """

    role: str
    level: int
    part: str
    text: str
    kind: str = ""
    glued: bool = False


class LeftOut(NamedTuple):
    """Text of the source that is not part of the report, and why it was taken for residue."""

    text: str
    reason: str


@dataclass(slots=True)
class Outline:
    """Rows in reading order and everything else: with ``left_out``, each character of the source is accounted for.

    ``sealed``: the date leaves room for a seal. False where the document does not show it.
    """

    rows: list[Row] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    sealed: bool = False

    def to_json(self) -> dict[str, Any]:
        return {
            "outline": [_as_json(row) for row in self.rows],
            "left_out": [left._asdict() for left in self.left_out],
        }


def _as_json(row: Row) -> dict[str, Any]:
    keys = ("role", "level", "part", "text", "kind") if row.kind else ("role", "level", "part", "text")
    return {key: getattr(row, key) for key in keys}
