"""The red head: 份号, 密级, 紧急程度, 发文机关标志, and the number with 签发人 below it (GB/T 9704-2012, 7.2)."""

from collections.abc import Sequence
from typing import NamedTuple

from drafter.importers.outline import covers
from drafter.importers.outline.chrome import is_chrome
from drafter.importers.outline.issued.forms import FILE, is_body, is_mark, is_names, markings, number_and_signers, squeezed
from drafter.importers.outline.paragraph import Physical
from drafter.model.outline import LeftOut, Row

LABEL = "版头的标签"
#: So far down a page of a site may begin the document, and so many lines may a mark have.
_FRONT_LINES = 40
_MOST_MARKS = 10


class Head(NamedTuple):
    """``lines``: all others, in their order."""

    rows: list[Row]
    left_out: list[LeftOut]
    lines: list[Physical]


def take_head(lines: list[Physical]) -> Head:
    """The head of the document; nothing is taken where no mark stands in it."""
    end = _mark_end(lines)
    if end is None:
        return Head([], [], lines)
    start = end
    while start and end - start < _MOST_MARKS and _of_mark(lines[start - 1].text):
        start -= 1
    rows: list[Row] = []
    left_out: list[LeftOut] = []
    first = start
    while first and (found := markings(lines[first - 1].text)):
        first -= 1
        rows[:0] = [Row("cover", 0, "", marking.text, marking.kind) for marking in found]
        left_out += [LeftOut(marking.label, LABEL) for marking in found if marking.label]
    rows += [Row("cover", 0, "", line.text, "mark") for line in lines[start:end]]
    signed = _signed(lines, end)
    rows += [Row("cover", 0, "", line.text, _kind(line.text)) for line in lines[end:signed]]
    return Head(rows, left_out, lines[:first] + lines[signed:])


def _mark_end(lines: Sequence[Physical]) -> int | None:
    """One past the last line of the mark: it says 文件, or stands in red or as a body's name right above the number."""
    for index, line in enumerate(lines[:_FRONT_LINES]):
        text = line.text
        below = lines[index + 1].text if index + 1 < len(lines) else ""
        if covers.is_title(text) or covers.is_notice_title(text) or text.endswith("。"):
            return None
        if is_chrome(text):
            continue
        if _of_mark(below) or (squeezed(below) == FILE and _of_mark(text)):
            continue
        numbered = number_and_signers(below) is not None
        if is_mark(text) or (_of_mark(text) and numbered and (index == 0 or not is_chrome(lines[index - 1].text))):
            return index + 1
    return None


def _of_mark(text: str) -> bool:
    """A line of a mark: a body's name, 文件, or both."""
    bare = squeezed(text)
    return bare == FILE or is_mark(text) or is_body(text)


def _signed(lines: Sequence[Physical], start: int) -> int:
    """One past the number and the names of those who sign."""
    end, signers = start, False
    while end < len(lines) and end - start < 8:
        text = lines[end].text
        found = number_and_signers(text)
        if found is None and not (signers and is_names(text)):
            break
        signers = signers or "签" in text
        end += 1
    return end


def _kind(text: str) -> str:
    found = number_and_signers(text)
    return "number" if found and found[0] else "signer"
