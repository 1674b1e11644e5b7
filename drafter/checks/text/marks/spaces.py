"""Spaces that pasting left between Chinese signs and beside marks."""

import re
from collections.abc import Iterator
from functools import cache

from drafter.checks.finding import Finding, counted
from drafter.checks.manuscript import Manuscript, Paragraph
from drafter.checks.rule import GENRE, Rule
from drafter.checks.text.marks.spots import HAN, Spot, named, told
from drafter.model.words import Both

RULES = (
    Rule(
        "space-stray",
        "info",
        Both("字间有多余的空格", "Stray space"),
        Both("汉字之间、标点前后不空格，多出来的多半是粘贴带来的。", "No space stands between Chinese signs or beside marks."),
        GENRE,
        "科室编制了全年培训  计划，逐月推进。",
        "科室编制了全年培训计划，逐月推进。",
    ),
)

_GAP = re.compile("[ \t\u00a0\u2002-\u200a\u3000]+")
_SIGN = re.compile(f"[{HAN}]")
_TOKEN_AFTER, _TOKEN_BEFORE = re.compile(f"[{HAN}]*"), re.compile(f"[{HAN}]*$")
_OPENS, _CLOSES, _QUOTES = frozenset("，。、；：！？（《“"), frozenset("，。、；：！？）》”"), frozenset("“《（")
_ORDINAL = re.compile(r"[\s（(第]*[0-9一二三四五六七八九十]+[）)、.．：，章节条款项]*$")
_HEADING_END = re.compile("[。；：！？]")
_LATIN = re.compile("[A-Za-z0-9]")
#: Whom a name follows after a space, as newspapers print it.
_PERSON = re.compile("(?:记者|通讯员|[省市县区乡镇局院校科组处部]长|主席|书记|主任|同志|代表|委员)$")
#: Roles of running text. Titles, covers and tables are spaced on purpose, headings often.
_RUNNING = frozenset(("lead", "para", "point", "run-in"))
#: A name in a list has so many signs, a heading no more than so many.
_NAME, _HEADING = 4, 60


def check(manuscript: Manuscript) -> Iterator[Finding]:
    runs = cache(lambda index: _runs(manuscript.paragraphs[index]))
    gaps = (gap for gap in _GAP.finditer(manuscript.text) if runs(manuscript.index(gap.start())))
    spots = [_spot(gap) for gap in gaps if _is_stray(manuscript, *gap.span())]
    yield from told(manuscript, "space-stray", spots, _said, _FIX)


def _spot(gap: re.Match[str]) -> Spot:
    return Spot(gap.start() - 1, gap.end() + 1, ((*gap.span(), ""),))


def _runs(paragraph: Paragraph) -> bool:
    """Whether it has sentences; what has none, as a line of names, is spaced as one likes."""
    return paragraph.role in _RUNNING and any(mark in paragraph.text for mark in "，。,")


def _is_stray(manuscript: Manuscript, start: int, end: int) -> bool:
    text = manuscript.text
    begin, finish = manuscript.line(start)
    if start == begin or end == finish or _ORDINAL.match(text, begin, start):
        return False
    before, after = text[start - 1], text[end]
    if before in _OPENS or after in _CLOSES:
        return not (before in _OPENS and _LATIN.match(text, start - 2) and _LATIN.match(after))
    if not _SIGN.match(before):
        return False
    if after in _QUOTES:
        return not named(text, begin, start)
    return _SIGN.match(after) is not None and not _is_spaced(manuscript, start, end)


def _is_spaced(manuscript: Manuscript, start: int, end: int) -> bool:
    """Whether a gap between two signs is meant: in a heading, a name of two signs, a list of names, two issuers in 《》."""
    text, (begin, finish) = manuscript.text, manuscript.line(start)
    paragraph = manuscript.at(start)
    if (
        start - begin < _HEADING
        and (paragraph.role == "run-in" or paragraph.ordinal)
        and not _HEADING_END.search(text, begin, start)
    ):
        return True
    left = _size(_TOKEN_BEFORE.search(text, max(begin, start - _NAME - 1), start))
    right = _size(_TOKEN_AFTER.match(text, end, min(finish, end + _NAME + 1)))
    spread = left == 1 and (right == 1 or end - start > 1 or text[start] == "\u3000")
    listed = (left <= _NAME and _GAP.match(text, start - left - 1)) or (right <= _NAME and _GAP.match(text, end + right))
    if spread or listed:
        return True
    return _PERSON.search(text, max(begin, start - _NAME), start) is not None or named(text, begin, start)


def _size(token: re.Match[str] | None) -> int:
    return len(token[0]) if token else 0


_FIX = Both("删去空格。", "Delete the space.")


def _said(words: str, number: int) -> Both:
    more = counted(number)
    return Both(f"“{words}”{more.zh}有多余的空格。", f"“{words}”{more.en} has a stray space.")
