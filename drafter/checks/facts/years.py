"""Years and halves of another period: 2023年 where the report tells of 2024, 上半年 in what a whole year did.

Years are named for many good reasons. So quotes, names of documents, dates of the past and comparisons are left alone (see
model.rolling); in a text only what opens a clause counts, and only in a paragraph that does not speak of the report's own time.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from drafter.checks.subject import Subject
from drafter.model.fact import Fact, paragraphs
from drafter.model.lineage import trace
from drafter.model.period import Period
from drafter.model.places import place
from drafter.model.problem import NOWHERE, Place, Problem
from drafter.model.rolling import Roll, rolls
from drafter.model.spans import PATTERN as SPAN
from drafter.model.spans import within
from drafter.model.style import PARTS, Style
from drafter.model.words import Both


class _Text(NamedTuple):
    """A heading or a paragraph: the word of its field, its part ("" for title and lead), its place, the key of its fact and
    where that came from.
    """

    text: str
    word: str
    part: str
    place: Place
    key: str | None
    heading: bool
    origin: str = ""


def check(subject: Subject) -> Iterator[Problem]:
    period = subject.report.period
    if period is None:
        return
    others = _others(subject, period)
    likely, own = _likely(tuple(others), period), f"{period.year}年"
    for text in _texts(subject):
        promise = text.part == "打算" and text.text.startswith(own)
        if text.heading or promise or likely.search(text.text):
            found = next(
                (roll for old in others for roll in rolls(text.text, old, period) if _wrong(roll, text, old, period)), None
            )
            if found:
                yield _problem(text, found, period, _before(subject, text))


def _others(subject: Subject, period: Period) -> list[Period]:
    """The periods whose words may have been left: of the reports it came from, of the year before, of the first half year."""
    known = [earlier.report.period for earlier in subject.came_from]
    half = Period(period.year, "H1")
    wanted = [*known, period.year_before, half if within(half, period) else None]
    return [each for each in dict.fromkeys(wanted) if each and each.end < period.end]


_MAYBE = re.compile("年|季度|月")


def _texts(subject: Subject) -> Iterator[_Text]:
    report = subject.report
    if not report.stale:
        yield _Text(report.title, "标题", "", place(report, "标题"), None, True)
        for line in paragraphs(report.lead):
            yield _Text(line, "导语", "", place(report, "导语"), None, False)
    for part in PARTS:
        style = (report.style or Style()).part(part)
        yield _Text(style.title, "标题", part, place(style, "标题"), None, True)
    for part, path, fact in report.facts():
        if not fact.stale:
            yield from _of_fact(part, path, fact)


def _of_fact(part: str, path: str, fact: Fact) -> Iterator[_Text]:
    key = fact.id or path
    if _MAYBE.search(fact.title):
        yield _Text(fact.title, "标题", part, place(fact, "标题"), key, False, fact.origin)
    if _MAYBE.search(fact.text):
        where = place(fact, "正文")
        yield from (_Text(line, "正文", part, where, key, False, fact.origin) for line in fact.paragraphs)


_YEAR = re.compile("([0-9]{4})年(.*)")
_PLAN = re.compile("(?:的)?(?:主要|重点|总体)?(?:工作|目标|任务)?(?:打算|安排|计划|思路|要点|谋划|举措)")
_PROMISE = re.compile("(?:是|[，,])[^。]*(?:将|要|力争|确保)")
_LATER = re.compile("下半年|全年|年底|年末|年内|年终|今年|[789]月|1[0-2]月|[三四]季度")
_AHEAD = re.compile("将|要|力争|确保|预计|争取|计划|目标|任务|打下|奠定|贡献|上半年|今年以来|[0-9]月|半年")
_NOW = re.compile("今年|本年|当年|去年|上年|前年|近年|历年|连续|截至|分别|[—\\-至到和、]20[0-9]{2}年")
_OPENING = "，。；：、！？（(“,;:"


@lru_cache(maxsize=16)
def _likely(others: tuple[Period, ...], period: Period) -> re.Pattern[str]:
    """What any text has that has something wrong. Looking closely takes long, and few texts have it."""
    years = "|".join(str(year) for year in sorted({each.year for each in others} - {period.year}))
    opened = rf"(?:^|[{_OPENING}])\s*(?:(?:{period.year}年)?(?:{SPAN}){f'|(?:{years})年' if years else ''})"
    return re.compile(rf"{opened}|(?:{period.year}年|{SPAN}){_PLAN.pattern}")


def _wrong(roll: Roll, text: _Text, old: Period, period: Period) -> bool:
    named = _YEAR.fullmatch(roll.old)
    year = int(named[1]) if named else period.year
    after = text.text[roll.end :]
    if year == period.year:
        span = named[2] if named else roll.old
        if span:
            return span != period.span and _wrong_span(span, roll, text, old, period)
        # The year that the old report planned for is now the report's own.
        return period.next.year != year and bool(
            _PLAN.match(after) or (text.part == "打算" and roll.start == 0 and _PROMISE.match(after))
        )
    if text.heading:
        return True
    return _opens(roll, text.text) and f"{period.year}年" not in text.text and not _NOW.search(text.text)


def _wrong_span(span: str, roll: Roll, text: _Text, old: Period, period: Period) -> bool:
    """A part of the year, or 全年, that is not the report's."""
    after = text.text[roll.end :]
    if old.part and span != old.span and old.year == old.next.year and span == old.next.span:
        return bool(_PLAN.match(after))  # what the old report planned for: 下半年工作打算
    if text.heading:
        return True
    if text.part == "打算" or not _opens(roll, text.text):
        return False
    if within(old, period):
        return not _LATER.search(text.text)
    return not _AHEAD.search(text.text)


def _opens(roll: Roll, text: str) -> bool:
    """Whether the word opens a clause."""
    before = text[: roll.start].rstrip()
    return not before or before[-1] in _OPENING


def _before(subject: Subject, text: _Text) -> Place:
    """Where the earlier report has what the text came from."""
    if text.part == "":
        return next((place(earlier.report, text.word) for earlier in subject.came_from), NOWHERE)
    found = trace(text.origin, subject.known) if text.origin else None
    return place(found.item, text.word) if found else NOWHERE


def _problem(text: _Text, roll: Roll, period: Period, before: Place) -> Problem:
    planned = roll.old == f"{period.year}年"
    why = (
        Both(f"本期就是{period.words}，打算应是下一期的", "that is this report's own time, and plans are for the next")
        if planned
        else Both(f"像是前一期的说法，本期是{period.words}", f"reads like the report before; this one is of {period}")
    )
    return Problem(
        "time-of-another-period",
        Both(f"“{text.word}”里的“{roll.old}”：{why.zh}。", f"“{roll.old}” in {text.word}: {why.en}."),
        Both(f"是不是“{roll.new}”？说的确是{roll.old}的事，就不用改。", f"Did you mean “{roll.new}”? Leave it if it is right."),
        severity="warning",
        place=text.place,
        fact=text.key,
        other=before,
    )
