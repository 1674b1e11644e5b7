"""The notice that issues a report (印发通知), up to the title of the report that follows it (GB/T 9704-2012, 7.3)."""

from typing import NamedTuple

from drafter.importers.outline import covers
from drafter.importers.outline.chrome import MARK, is_chrome
from drafter.importers.outline.front import signed
from drafter.importers.outline.issued.forms import annexed, bodies, entry, is_annex_head, is_body, is_closing
from drafter.importers.outline.paragraph import Paragraph
from drafter.importers.outline.signs import ends_clause, is_prose, length
from drafter.model.ordinals import read_ordinal
from drafter.model.outline import LeftOut, Row

MARKER = "附件标记（所附的就是报告本身）"
_FRONT = 12
_MOST = 30
_TITLE_LINES = 4
_LONGEST_LINE = 60


class Notice(NamedTuple):
    """``rest``: the paragraphs from the title of the report on."""

    rows: list[Row]
    left_out: list[LeftOut]
    rest: list[Paragraph]


def take_notice(paragraphs: list[Paragraph]) -> Notice:
    """The notice; nothing where no title, date and report follow each other in this order."""
    nothing = Notice([], [], paragraphs)
    span = _title(paragraphs)
    if span is None:
        return nothing
    first, below = span
    date = _date(paragraphs, below)
    if date is None:
        return nothing
    end = date + 1
    while end < len(paragraphs) and _bracketed(paragraphs[end].text):
        end += 1
    notes = end
    left_out: list[LeftOut] = []
    if end < len(paragraphs) and is_annex_head(paragraphs[end].text):
        left_out.append(LeftOut(paragraphs[end].text, MARKER))
        end += 1
    # What a site puts between the lines of a notice is for who reads pages of sites.
    if not _report_begins(paragraphs, end) or any(is_chrome(part.text) for part in paragraphs[first:end]):
        return nothing
    title = "".join(part.text for part in paragraphs[first:below])
    split = covers.split_number(title)
    if split and split[1]:
        left_out.append(LeftOut(split[1], MARK))
    rows = [_row(split[0], "number"), _row(split[2], "title")] if split else [_row(title, "title")]
    if first and not split and covers.is_number(paragraphs[first - 1].text):
        first -= 1
        rows.insert(0, _row(paragraphs[first].text, "number"))
    rows += _between(paragraphs, below, date)
    rows += _dated(paragraphs[date].text)
    rows += [_row(part.text, "note") for part in paragraphs[date + 1 : notes]]
    return Notice(rows, left_out, paragraphs[:first] + paragraphs[end:])


def _row(text: str, kind: str) -> Row:
    return Row("cover", 0, "", text, kind)


def _title(paragraphs: list[Paragraph]) -> tuple[int, int] | None:
    """Where the lines of …关于印发…的通知 begin and end."""
    for first in range(min(_FRONT, len(paragraphs))):
        if not _titles(paragraphs[first].text):
            continue
        for end in range(first + 1, min(first + 1 + _TITLE_LINES, len(paragraphs))):
            if covers.is_notice_title("".join(part.text for part in paragraphs[first:end])):
                return first, end
            if not _titles(paragraphs[end].text):
                break
    return None


def _titles(text: str) -> bool:
    """Whether a line may be one of a title."""
    return (
        length(text) < _LONGEST_LINE
        and not ends_clause(text)
        and not is_chrome(text)
        and not covers.is_number(text)
        and not covers.is_date(text)
        and read_ordinal(text[:60]) is None
        and not is_prose(text)
    )


def _date(paragraphs: list[Paragraph], start: int) -> int | None:
    """Where the date of the notice stands: before any heading, and before what calls itself a report."""
    listed = False
    for index in range(start, min(start + _MOST, len(paragraphs))):
        text = paragraphs[index].text
        if covers.is_date(text) or signed(text):
            return index
        listed = listed or annexed(text) is not None
        if read_ordinal(text[:60]) is not None and not (listed and entry(text)):
            return None
    return None


def _report_begins(paragraphs: list[Paragraph], start: int) -> bool:
    """Whether a title of one line or of several stands here."""
    for end in range(start + 1, min(start + 1 + _TITLE_LINES, len(paragraphs))):
        if not _titles(paragraphs[end - 1].text):
            return False
        if covers.is_title("".join(part.text for part in paragraphs[start:end])):
            return True
    return False


def _bracketed(text: str) -> bool:
    return is_closing(text) and not covers.is_date(text)


def _between(paragraphs: list[Paragraph], start: int, date: int) -> list[Row]:
    """The rows from below the title to above the date: addressees, text, 附件说明, signatures."""
    signing = date
    while (signing > start and is_body(paragraphs[signing - 1].text)) or _several(paragraphs, start, signing):
        signing -= 1
    listing = signing
    for index in range(signing - 1, start - 1, -1):
        text = paragraphs[index].text
        if annexed(text) and entry(text):
            listing = index
        elif entry(text) is None and not (length(text) < _LONGEST_LINE and not ends_clause(text) and not is_prose(text)):
            break
    rows = []
    for index in range(start, date):
        text = paragraphs[index].text
        if index >= signing:
            rows += [_row(name, "signature") for name in bodies(text)]
        elif index >= listing:
            rows.append(_row(text, "attachment"))
        else:
            rows.append(_row(text, "addressees" if index == start and covers.is_addressees(text) else "text"))
    return rows


def _several(paragraphs: list[Paragraph], start: int, signing: int) -> bool:
    return signing > start and len(bodies(paragraphs[signing - 1].text)) > 1


def _dated(text: str) -> list[Row]:
    return [_row(text, "date")] if covers.is_date(text) else signed(text)
