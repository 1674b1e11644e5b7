"""What stands after the last paragraph of a report: signature, date, attachments, and the foot of the web page."""

import itertools
import re
from typing import NamedTuple

from drafter.importers.outline import chrome, covers
from drafter.importers.outline.front import signed
from drafter.importers.outline.paragraph import Paragraph
from drafter.importers.outline.signs import GAP, ends_clause, ends_sentence, is_prose, length
from drafter.model.ordinals import read_ordinal
from drafter.model.outline import LeftOut, Row

_ATTACHMENT = re.compile(r"附(?:件|表|注|录)?[ \u3000]*\d{0,2}[ \u3000]*[:：]|附件[ \u3000]*\d{0,2}$")
_ENCLOSED = re.compile(r"附(?:件|表|录)?[ \u3000]*\d{0,2}[ \u3000]*(?:[:：]|$)")
_ENTRY = re.compile(r"\d{1,2}[.、．]|《")
#: After these, a share site or a portal lists other documents.
_STOP = re.compile(
    r"^【.{2,50}】相关文章|^[\s•·【\[]*(?:推荐访问|本文(?:标题|链接|地址)|相关(?:文档|文章|阅读|新闻|推荐|范文)|猜你喜欢|热门推荐|推荐阅读|为您推荐|延伸阅读|上一篇|下一篇|上一条|下一条)"
)
_MOST = 40
_WIDE_GAP = re.compile(r"[^\S\n]{2,}")
_FINISHED = tuple("。！？”’）)")
_TAIL_LENGTH = 200


class Tail(NamedTuple):
    """``end``: one past the last paragraph of the body."""

    rows: list[Row]
    left_out: list[LeftOut]
    end: int


def loosen(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """What was glued to the end of the last paragraph with a gap (signature, date, buttons) becomes paragraphs of its own."""
    if not paragraphs:
        return paragraphs
    last = paragraphs[-1]
    for start, gap in itertools.product(_tail_starts(last.text), (_WIDE_GAP, GAP)):
        pieces = [last.text[:start].rstrip(), *gap.split(last.text[start:])]
        if all(map(_closes, pieces[1:])):
            return [*paragraphs[:-1], *(last._replace(text=piece) for piece in pieces if piece)]
    return paragraphs


def _tail_starts(text: str) -> list[int]:
    """Where the tail may begin: with the text itself, or after a gap behind a finished sentence near its end."""
    window = max(0, len(text) - _TAIL_LENGTH)
    found = [window + gap.end() for gap in GAP.finditer(text[window:]) if text[window : window + gap.start()].endswith(_FINISHED)]
    return found if window else [0, *found]


def _closes(token: str) -> bool:
    """Whether a token can stand only after the text: signature, date, attachment, note or button."""
    listed = _ENTRY.match(token) is not None and length(token) < 40
    return bool(_rows(token, True)) or (listed and not ends_clause(token)) or chrome.is_chrome(token)


def read_tail(paragraphs: list[Paragraph], start: int) -> Tail:
    """The rows and the residue after the body, looking back from the end no further than ``start``."""
    end = _stop(paragraphs, start)
    rest = [LeftOut(paragraph.text, chrome.chrome_reason(paragraph.text) or chrome.BUTTONS) for paragraph in paragraphs[end:]]
    found: list[list[Row] | LeftOut] = []
    closing = False
    enclosed = _enclosed(paragraphs, start, end)
    appended = [Row("cover", 0, "", paragraph.text, "attachment") for paragraph in paragraphs[enclosed:end]]
    end = enclosed
    while end > start and len(found) < _MOST:
        text = paragraphs[end - 1].text
        rows = _rows(text, closing)
        reason = chrome.chrome_reason(text) if not rows else None
        if not rows and reason is None:
            break
        if rows:
            closing = True
            found.append(rows)
        else:
            found.append(LeftOut(text, reason or ""))
        end -= 1
    attached = _attached(paragraphs, start, end)
    found += [[Row("cover", 0, "", paragraph.text, "attachment")] for paragraph in reversed(paragraphs[attached:end])]
    found.reverse()
    rows = [row for item in found if isinstance(item, list) for row in item]
    return Tail(rows + appended, [item for item in found if isinstance(item, LeftOut)] + rest, attached)


def _rows(text: str, closing: bool) -> list[Row]:
    if covers.is_date(text):
        return [Row("cover", 0, "", text, "date")]
    if covers.is_note(text):
        return [Row("cover", 0, "", text, "note")]
    both = signed(text)
    if both:
        return both
    if covers.is_body_name(text) and read_ordinal(text[:60]) is None and not is_prose(text):
        return [Row("cover", 0, "", text, "signature")]
    if _ATTACHMENT.match(text) and length(text) > 3 and length(text) < 200 and not ends_sentence(text):
        return [Row("cover", 0, "", text, "attachment")]
    return []


def _enclosed(paragraphs: list[Paragraph], start: int, end: int) -> int:
    """Where an attachment begins that follows the signed and dated report, as a page of its own; ``end`` if there is none."""
    total = sum(len(paragraph.text) for paragraph in paragraphs[start:end])
    after = 0
    for index in range(end - 1, start + 1, -1):
        after += len(paragraphs[index].text)
        if after * 10 > total * 4:
            break
        if _ENCLOSED.match(paragraphs[index].text) and covers.is_date(paragraphs[index - 1].text):
            return index
    return end


def _attached(paragraphs: list[Paragraph], start: int, end: int) -> int:
    """Where a list of attachments begins that runs up to ``end``; ``end`` if there is none."""
    for index in range(end - 1, max(start, end - 12) - 1, -1):
        text = paragraphs[index].text
        if _ATTACHMENT.match(text) and not ends_sentence(text):
            return index
        if ends_clause(text) or not (_ENTRY.match(text) or _wraps(text)):
            break
    return end


def _wraps(text: str) -> bool:
    """Whether a line may be the rest of a name that took more than one."""
    return length(text) < 30 and not is_prose(text) and read_ordinal(text[:60]) is None and not covers.is_body_name(text)


def _stop(paragraphs: list[Paragraph], start: int) -> int:
    """Where a list of other documents begins, if it takes up little and no numbered heading follows."""
    total = sum(len(paragraph.text) for paragraph in paragraphs[start:])
    after = 0
    best = len(paragraphs)
    for index in range(len(paragraphs) - 1, start, -1):
        text = paragraphs[index].text
        after += len(text)
        ordinal = read_ordinal(text[:60])
        if after * 10 > total * 3 or (ordinal is not None and is_prose(text)):
            break
        if _STOP.match(text) and not is_prose(text):
            best = index
    return best
