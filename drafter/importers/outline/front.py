"""What stands before the first heading: title, cover and lead; the rest of the zone is what the web page put there."""

import re
from collections import Counter
from typing import NamedTuple

from drafter.importers.outline import chrome, covers
from drafter.importers.outline.paragraph import Paragraph
from drafter.importers.outline.signs import GAP, ends_clause, is_prose, length
from drafter.model.ordinals import read_ordinal
from drafter.model.outline import LeftOut, Row
from drafter.model.text import fold

_JOINING = re.compile(r"^(?:的|暨|和|及|与|以及|、|（|\(|——|--|—)")
_OPEN = re.compile(r"(?:暨|和|及|与|以及|、|关于|——|的|年|年度)$")
_SUBTITLE = re.compile(r"^(?:——|—|--|－－|─|[（(【][^）)】]{1,30}[）)】]$)")
_TITLE_SPAN = 80


class Front(NamedTuple):
    """``body``: the index of the first paragraph that is neither title nor cover: lead or heading."""

    rows: list[Row]
    left_out: list[LeftOut]
    body: int
    title: str


def read_front(paragraphs: list[Paragraph], titles: list[str]) -> Front:
    """Title and cover of the report. ``titles``: what the document's properties call it."""
    first, last = _title_span(paragraphs, titles)
    rows: list[Row] = []
    left_out: list[LeftOut] = []
    title = _joined([paragraph.text for paragraph in paragraphs[first:last]])
    covered = any(covers.is_notice_title(part.text) or covers.is_notice_text(part.text) for part in paragraphs[:first])
    for index in range(first):
        _before(paragraphs, index, title, covered, rows, left_out)
    if title:
        rows.append(Row("title", 0, "", title))
    body = last
    while body < len(paragraphs) and _after(paragraphs, body, title, rows, left_out):
        body += 1
    return Front(rows, left_out, body, title)


def _joined(parts: list[str]) -> str:
    return "".join(parts)


def _title_span(paragraphs: list[Paragraph], titles: list[str]) -> tuple[int, int]:
    """Where the lines of the title begin and end; equal where there is no title."""
    zone = _zone(paragraphs)
    named = {fold(title) for title in titles if title}
    candidates = [index for index in range(zone) if _titular(paragraphs[index], named)]
    report = [index for index in candidates if not covers.is_notice_title(paragraphs[index].text)]
    found = _whole(paragraphs, report or candidates) or _fallback(paragraphs, zone)
    if not found:
        return 0, 0
    first = last = found[0]
    last += 1
    while first and _belongs_before(paragraphs[first - 1], paragraphs[last - 1]) and last - first < 4:
        first -= 1
    while last < zone and _belongs_after(paragraphs[last - 1], paragraphs[last]):
        last += 1
    return first, last


def _whole(paragraphs: list[Paragraph], candidates: list[int]) -> list[int]:
    """The last candidate, unless it only heads the first part of what an earlier one names in full."""
    if not candidates:
        return []
    last = candidates[-1]
    text = fold(paragraphs[last].text)
    fuller = [
        index for index in candidates if text in fold(paragraphs[index].text) and len(text) + 3 < length(paragraphs[index].text)
    ]
    parts = any(covers.is_title(part.text) and not read_ordinal(part.text[:60]) for part in paragraphs[last + 1 :])
    return fuller[:1] if fuller and parts else [last]


def _zone(paragraphs: list[Paragraph]) -> int:
    """The title stands before the first heading and before the first running text that no cover or web page explains."""
    titled = False
    for index, paragraph in enumerate(paragraphs[:200]):
        text = paragraph.text
        if chrome.is_chrome(text):
            continue
        ordinal = read_ordinal(text[:60])
        if ordinal is not None and not (covers.is_title(text) and paragraph.level == -1):
            return index
        titled = titled or covers.is_title(text)
        running = length(text) > 30 if not titled else ends_clause(text)
        if is_prose(text) and running and not _titular(paragraph, set()) and not _of_cover(text):
            return index
    return min(len(paragraphs), 200)


def _of_cover(text: str) -> bool:
    return covers.is_notice_text(text) or covers.is_addressees(text) or covers.is_notice_title(text)


def _titular(paragraph: Paragraph, named: set[str]) -> bool:
    text = paragraph.text
    if chrome.is_chrome(text) or (read_ordinal(text[:60]) is not None and paragraph.level != -1):
        return False
    return (
        covers.is_title(text)
        or covers.is_notice_title(text)
        or paragraph.level == -1
        or (fold(text) in named and length(text) > 3)
    )


def _fallback(paragraphs: list[Paragraph], zone: int) -> list[int]:
    """No line calls itself a report: a heading of the first level, a centred or bold line, or the first short line."""
    plain = [index for index in range(zone) if _could_head(paragraphs[index])]
    for index in plain:
        if paragraphs[index].level == 1 or paragraphs[index].align == "center" or paragraphs[index].bold:
            return [index]
    return plain[:1]


def _could_head(paragraph: Paragraph) -> bool:
    text = paragraph.text
    plain = 3 < length(text) <= 50 and not ends_clause(text) and "，" not in text
    return plain and not chrome.is_chrome(text) and not covers.is_date(text) and not covers.is_number(text)


def _belongs_before(before: Paragraph, line: Paragraph) -> bool:
    """Whether ``before`` is an earlier line of the title that ``line`` ends."""
    text = before.text
    if (
        length(text) > _TITLE_SPAN
        or ends_clause(text)
        or chrome.is_chrome(text)
        or covers.is_date(text)
        or covers.is_number(text)
    ):
        return False
    if read_ordinal(text[:60]) is not None or is_prose(text) or text.endswith("文件") or covers.is_notice_title(text):
        return False
    if covers.split_number(text) or covers.is_notice_text(text) or re.fullmatch(r"附件?\s*\d*", text):
        return False
    if covers.is_title(text):
        return bool(_JOINING.match(line.text) or _OPEN.search(text))
    if _SUBTITLE.match(line.text):
        return True
    wordy = length(text) + length(line.text) <= _TITLE_SPAN
    return wordy and (covers.is_body_name(text) or _OPEN.search(text) is not None or before.align == line.align == "center")


def _belongs_after(before: Paragraph, line: Paragraph) -> bool:
    text = line.text
    if covers.is_date(text) or ends_clause(text) or chrome.is_chrome(text) or read_ordinal(text[:60]) is not None:
        return False
    if before.text.endswith(("——", "—")):
        return length(text) < 60
    return (
        length(text) < 60
        and not is_prose(text)
        and (
            (_SUBTITLE.match(text) is not None and not covers.is_byline(text))
            or (line.level == before.level == -1)
            or (_JOINING.match(text) is not None and covers.is_title(text))
            or re.fullmatch(r"的.{2,6}", text) is not None
        )
    )


def _before(paragraphs: list[Paragraph], index: int, title: str, covered: bool, rows: list[Row], left_out: list[LeftOut]) -> None:
    """One paragraph before the title: a part of the cover, or left out with its reason."""
    text = paragraphs[index].text
    split = covers.split_number(text)
    known = any(fold(part.text) == fold(title) for part in paragraphs[:index])
    around = [part.text for part in paragraphs[max(0, index - 1) : index + 2 : 2]] if index else []
    reason = _noise(text, paragraphs[index - 1].text if index else "", title) or _within_metadata(text, around)
    if reason is None and known and length(text) < 24 and not is_prose(text) and _cover_kind(text, covered) == "text":
        reason = chrome.BUTTONS
    if split:
        number, mark, rest = split
        rows.append(Row("cover", 0, "", number, "number"))
        if mark:
            left_out.append(LeftOut(mark, chrome.MARK))
        rows.append(Row("cover", 0, "", rest, "title"))
    elif reason is not None:
        left_out.append(LeftOut(text, reason))
    else:
        rows.append(Row("cover", 0, "", text, _cover_kind(text, covered)))


def _noise(text: str, before: str, title: str) -> str | None:
    """Why a line of the front is no part of the report."""
    reason = chrome.chrome_reason(text)
    if reason is not None:
        return reason
    if title and length(text) > 5 and _similar(fold(text), fold(title)):
        return chrome.REPEATED
    value = length(text) < 40 and not ends_clause(text) and not covers.is_notice_title(text) and not covers.is_title(text)
    return chrome.METADATA if value and _labels_end(before) else None


def _similar(one: str, other: str) -> bool:
    """Whether two titles are the same but for a word or two."""
    shared = sum((Counter(one) & Counter(other)).values())
    return shared * 5 >= 4 * max(len(one), len(other)) and abs(len(one) - len(other)) < 12


def _within_metadata(text: str, around: list[str]) -> str | None:
    """A scrap of an information table between two other lines of it."""
    short = length(text) < 24 and not ends_clause(text) and not covers.is_title(text) and not covers.is_number(text)
    return chrome.METADATA if short and len(around) == 2 and all(map(chrome.is_chrome, around)) else None


def _labels_end(text: str) -> bool:
    """Whether a line ends with a label whose value stands on the next line."""
    found = list(chrome.LABEL.finditer(text[-40:]))
    return bool(found) and not text[-40:][found[-1].end() :].strip()


def _cover_kind(text: str, covered: bool) -> str:
    if covers.is_number(text):
        return "number"
    if covers.is_date(text):
        return "date"
    if covers.is_notice_title(text) or covers.is_title(text):
        return "title"
    if covers.is_addressees(text):
        return "addressees"
    if covers.is_note(text):
        return "note"
    return "signature" if covers.is_byline(text) and covered else "text"


def _after(paragraphs: list[Paragraph], index: int, title: str, rows: list[Row], left_out: list[LeftOut]) -> bool:
    """One paragraph right after the title; False where the lead begins."""
    text = paragraphs[index].text
    if read_ordinal(text[:60]) is not None and not chrome.is_chrome(text):
        return False
    reason = _noise(text, paragraphs[index - 1].text, title) if title else chrome.chrome_reason(text)
    if reason is not None:
        left_out.append(LeftOut(text, reason))
        return True
    kind = _cover_kind(text, True)
    if kind not in ("text", "title"):
        rows.append(Row("cover", 0, "", text, kind))
        return True
    signed = _signed(text)
    if signed:
        rows += signed
    return bool(signed)


def _signed(text: str) -> list[Row]:
    """Signature and date on one line, or a date with a place in brackets; empty where it is neither."""
    for found in GAP.finditer(text[:80]):
        name, date = text[: found.start()], text[found.end() :]
        if covers.is_date(date) and covers.is_byline(name):
            return [Row("cover", 0, "", name, "signature"), Row("cover", 0, "", date, "date")]
        if covers.is_date(name) and covers.is_byline(date):
            return [Row("cover", 0, "", name, "date"), Row("cover", 0, "", date, "signature")]
    return []


signed = _signed
