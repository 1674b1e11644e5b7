"""Annexes that are printed behind a document, each below 附件1 (GB/T 9704-2012, 7.3.7)."""

from collections.abc import Sequence
from typing import NamedTuple

from drafter.importers.outline.chrome import is_chrome
from drafter.importers.outline.covers import is_body_name, is_date
from drafter.importers.outline.issued.forms import annexed, entry, is_annex_head, is_closing
from drafter.importers.outline.paragraph import Paragraph
from drafter.importers.outline.signs import ends_clause, ends_sentence, length
from drafter.model.ordinals import read_ordinal
from drafter.model.outline import Row
from drafter.model.text import fold

_TITLE_LENGTH = 60
_TITLE_LINES = 3


class Annexes(NamedTuple):
    """``rest``: the paragraphs before the first annex."""

    rows: list[Row]
    rest: list[Paragraph]


def take_annexes(paragraphs: list[Paragraph], listed: list[str]) -> Annexes:
    """What stands behind the document, from 附件1 on. ``listed``: the lines of 附件说明 of the notice before it."""
    start = _start(paragraphs, bool(listed))
    if start is None:
        return Annexes([], paragraphs)
    named = [fold(found[1]) for text in [*listed, *(part.text for part in paragraphs[:start])] if (found := entry(text))]
    rows: list[Row] = []
    index = start
    while index < len(paragraphs):
        text = paragraphs[index].text
        rows.append(Row("cover", 0, "", text, "attachment"))
        index += 1
        if is_annex_head(text):
            lines = _title_lines(paragraphs, index, named)
            if lines:
                title = "".join(part.text for part in paragraphs[index : index + lines])
                rows.append(Row("cover", 0, "", title, "attachment"))
            index += lines
    return Annexes(rows, paragraphs[:start])


def _start(paragraphs: Sequence[Paragraph], listed: bool) -> int | None:
    """Where the first annex begins: 附件 or 附件1 behind the end of a document, and a title and something below it."""
    headed = any(read_ordinal(part.text[:60]) for part in paragraphs)
    for index in range(2, len(paragraphs) - 1):
        found = annexed(paragraphs[index].text)
        if found is None or (found.number > 1 and not (listed or _first_is_elsewhere(paragraphs, index))):
            continue
        before, below = paragraphs[index - 1].text, paragraphs[index + 1].text
        if is_annex_head(paragraphs[index].text):
            if headed and _ends(before) and _heads(below):
                return index
        elif found.number and found.title and _dated(paragraphs, index) and not annexed(below) and entry(below) is None:
            return index
    return None


def _first_is_elsewhere(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether an annex that is not the first one is called for all the same: 附件1 is the report itself."""
    return any(entry(part.text) for part in paragraphs[:index]) or any(is_closing(part.text) for part in paragraphs[:index])


def _dated(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether the document was dated or noted right before."""
    return is_closing(paragraphs[index - 1].text)


def _ends(text: str) -> bool:
    """Whether a document may end so: with a sentence, its date, signature, 附注 or 附件说明."""
    return ends_sentence(text) or is_date(text) or is_body_name(text) or is_closing(text) or entry(text) is not None


def _heads(text: str) -> bool:
    return length(text) <= _TITLE_LENGTH and not ends_clause(text) and not is_chrome(text) and entry(text) is None


def _title_lines(paragraphs: Sequence[Paragraph], start: int, named: Sequence[str]) -> int:
    """How many lines the title of an annex has: as many as make up a name of 附件说明, else one."""
    for lines in range(1, _TITLE_LINES + 1):
        if fold("".join(part.text for part in paragraphs[start : start + lines])) in named:
            return lines
    return 1 if start < len(paragraphs) and _heads(paragraphs[start].text) else 0
