"""认可: a finding that someone has looked at and lets stand, with the reason, in the record that it is about.

Written as one line, ``rank-unproven “全省第一” 见省厅通报 #3f2a9c1d``: code, words, reason, and the mark of the text as it was then. Once
the text changes the mark does not fit any more, and the finding is there again. Without a mark it holds for the words wherever they
stand in the record.
"""

import re
from hashlib import sha256
from typing import Any, NamedTuple

_SHAPE = re.compile(r"\s*([a-z][a-z0-9-]*)\s*[“\"](.*?)[”\"]\s*(.*?)\s*(?:#([0-9a-f]{8}))?\s*")
#: Quotes within the words become single ones, so that the words end where they end.
_QUOTES = str.maketrans('“”"', "‘’'")
#: The fields whose change takes an acceptance back.
_TEXTS = ("title", "lead", "text", "name", "value", "unit", "scope", "last", "year_before", "target")


class Acceptance(NamedTuple):
    """``words`` are those of the finding, "" where it is about the record as a whole; ``mark`` "" is none."""

    code: str
    words: str
    reason: str
    mark: str = ""

    @classmethod
    def parse(cls, line: str) -> "Acceptance | None":
        """What ``line`` says; None where it says nothing of the kind."""
        found = _SHAPE.fullmatch(line)
        return cls(found[1], found[2], found[3], found[4] or "") if found else None

    def speaks_of(self, code: str, words: str) -> bool:
        """Whether it is about a finding of this rule with these words."""
        return (self.code, self.words.translate(_QUOTES)) == (code, words.translate(_QUOTES))

    def __str__(self) -> str:
        said = f"{self.code} “{self.words.translate(_QUOTES)}” {self.reason}"
        return f"{said} #{self.mark}" if self.mark else said


def mark_of(record: Any) -> str:
    """Eight signs that stand for the words and numbers of a record."""
    said = "\x1f".join(str(getattr(record, name, None) or "") for name in _TEXTS)
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:8]
