"""A table of contents before the report: its entries come again as headings, so it is left out."""

import re

from drafter.importers.outline.chrome import CONTENTS
from drafter.importers.outline.paragraph import Paragraph
from drafter.importers.outline.signs import is_prose, length
from drafter.model.ordinals import read_ordinal
from drafter.model.outline import LeftOut
from drafter.model.text import fold

_WORD = re.compile(r"目\s*[录次]")
_LEADER = re.compile(r"[.．。·…•\-—_\s]{2,}\d{1,3}$|[.．·…]{3,}$|\t\d{1,3}$")
_TAIL = re.compile(r"[.．。·…•\-—_\s]*\d*$")


def without_contents(paragraphs: list[Paragraph]) -> tuple[list[Paragraph], list[LeftOut]]:
    """The paragraphs without a table of contents, which begins at 目录 or shows its leaders and page numbers."""
    start = next((index for index, part in enumerate(paragraphs[:60]) if _WORD.fullmatch(part.text)), None)
    if start is None:
        count = _outline_before(paragraphs)
        return paragraphs[count:], [LeftOut(part.text, CONTENTS) for part in paragraphs[:count]]
    later = {_key(part.text) for part in paragraphs[start + 1 :] if length(part.text) < 80}
    end = start + 1
    seen: set[str] = set()
    while end < len(paragraphs) and _is_entry(paragraphs[end].text, seen, later):
        seen.add(_key(paragraphs[end].text))
        end += 1
    if end == start + 1:
        return paragraphs, []
    return paragraphs[:start] + paragraphs[end:], [LeftOut(part.text, CONTENTS) for part in paragraphs[start:end]]


def _outline_before(paragraphs: list[Paragraph]) -> int:
    """How many lines at the very beginning only list the headings that follow; 0 if fewer than four."""
    count = 0
    while count < min(60, len(paragraphs) - 1):
        key = fold(paragraphs[count].text)
        if not 3 < len(key) < 60 or not any(fold(part.text[:120]).startswith(key) for part in paragraphs[count + 1 :]):
            break
        count += 1
    numbered = sum(read_ordinal(part.text) is not None for part in paragraphs[:count])
    return count if count >= 4 and numbered * 2 > count else 0


def _is_entry(text: str, seen: set[str], later: set[str]) -> bool:
    if _LEADER.search(text):
        return True
    key = _key(text)
    return length(text) < 80 and not is_prose(text) and key not in seen and key in later


def _key(text: str) -> str:
    return fold(_TAIL.sub("", text))
