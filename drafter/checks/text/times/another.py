"""Which words of a text belong to another period: 2023年 where the report tells of 2024, 上半年 in what a whole year did.

Years are named for many good reasons. So quotes, names of documents, dates of the past and comparisons are left alone (see
model.rolling); in a text only what opens a clause counts, and only in a paragraph that does not speak of the report's own time.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from drafter.model.period import Period
from drafter.model.rolling import Roll, rolls
from drafter.model.spans import PATTERN as SPAN
from drafter.model.spans import within
from drafter.model.words import Both


class Said(NamedTuple):
    """A heading or a paragraph, and its part ("" for title and lead)."""

    text: str
    part: str = ""
    heading: bool = False


def others(period: Period, known: Iterable[Period | None] = ()) -> tuple[Period, ...]:
    """The periods whose words may have been left: ``known`` ones, the year before, the first half of a year."""
    half = Period(period.year, "H1")
    wanted = [*known, period.year_before, half if within(half, period) else None]
    return tuple(each for each in dict.fromkeys(wanted) if each and each.end < period.end)


@lru_cache(maxsize=16)
def likely(past: tuple[Period, ...], period: Period) -> re.Pattern[str]:
    """What any text has that has something wrong. Looking closely takes long, and few texts have it."""
    years = "|".join(str(year) for year in sorted({each.year for each in past} - {period.year}))
    # In a foreign document an ordinal may stand before it: （一） or 1.
    opened = rf"(?:^|[{_OPENING}）.])\s*(?:(?:{period.year}年|{_THIS})?(?:{SPAN}){f'|(?:{years})年' if years else ''})"
    return re.compile(rf"{opened}|{_HEREBY}[0-9]|(?:{period.year}年|{SPAN}){_PLAN.pattern}", re.M)


def left(said: Said, past: Sequence[Period], period: Period) -> Roll | None:
    """The first word of a text that one of the ``past`` periods left there."""
    found = (roll for old in past for roll in rolls(said.text, old, period) if _wrong(roll, said, old, period))
    return next(found, None) or _planned_again(said, period)


def message(roll: Roll, period: Period, word: str = "") -> Both:
    """What is told of it. ``word``: the field that holds it."""
    where = Both(f"“{word}”里的", f" in {word}") if word else Both("", "")
    if roll.old in (f"{period.year}年", period.words, period.span):
        return Both(
            f"{where.zh}“{roll.old}”：本期就是{period.words}，打算应是下一期的。",
            f"“{roll.old}”{where.en}: that is this report's own time, and plans are for the next.",
        )
    return Both(
        f"{where.zh}“{roll.old}”：像是前一期的说法，本期是{period.words}。",
        f"“{roll.old}”{where.en}: reads like the report before; this one is of {period}.",
    )


def mending(roll: Roll) -> Both:
    return Both(f"是不是“{roll.new}”？说的确是{roll.old}的事，就不用改。", f"Did you mean “{roll.new}”? Leave it if it is right.")


_YEAR = re.compile("([0-9]{4})年(.*)")
#: What is to be done, rather than how far it has been: 工作打算, but 工作计划完成情况.
_PLAN = re.compile(
    "(?:的)?(?:主要|重点|总体)?(?:工作|目标|任务)?(?:打算|安排|计划|思路|要点|谋划|举措)(?![^，。；]{0,6}(?:完成|落实|执行|进展|成效|成果|情况|回顾|总结))"
)
_PROMISE = re.compile("(?:是|[，,])[^。]*(?:将|要|力争|确保)")
_LATER = re.compile("下半年|全年|年底|年末|年内|年终|今年|[789]月|1[0-2]月|[三四]季度")
_AHEAD = re.compile("将|要|力争|确保|预计|争取|计划|目标|任务|打下|奠定|贡献|上半年|今年以来|[0-9]月|半年")
_NOW = re.compile("今年|本年|当年|去年|上年|前年|近年|历年|连续|截至|分别|[—\\-至到和、]20[0-9]{2}年")
_OPENING = "，。；：！？（(“,;:"
_THIS = "今年|本年|当年"
#: What a report says that it is: 现将我局2023年工作总结如下.
_HEREBY = "现[将就把][^，。；0-9]{0,10}"
_HEREBY_SAID = re.compile(f"{_HEREBY}$")
_REPORTED = re.compile("[^，。；]{0,20}(?:总结|汇报|报告|报送|情况)")
#: What is given or found out for a time once it is over: 2023年度考核名列前茅.
_AWARDED = re.compile("[，度]{0,2}[^，。；]{0,16}(?:评价|考核|考评|测评|表彰|通报|表扬|[获荣]|排名|名列|[位列居]全|[位列居]第)")


def _wrong(roll: Roll, said: Said, old: Period, period: Period) -> bool:
    named = _YEAR.fullmatch(roll.old)
    year = int(named[1]) if named else period.year
    after = said.text[roll.end :]
    if year == period.year:
        span = named[2] if named else re.sub(f"^(?:{_THIS})", "", roll.old)
        if span:
            planned = said.part == "打算" or _PLAN.match(after) is not None
            if span == period.span:
                return bool(period.part) and _PLAN.match(after) is not None
            ahead = period.next.year == year and span == period.next.span
            return not (planned and ahead) and _wrong_span(span, roll, said, old, period)
        # The year, or the half, that the old report planned for is now the report's own.
        return period.next.year != year and bool(
            _PLAN.match(after) or (said.part == "打算" and roll.start == 0 and _PROMISE.match(after))
        )
    if said.heading:
        return True
    return _opens(roll, said.text) and f"{period.year}年" not in said.text and not _NOW.search(said.text)


def _wrong_span(span: str, roll: Roll, said: Said, old: Period, period: Period) -> bool:
    """A part of the year, or 全年, that is not the report's."""
    after = said.text[roll.end :]
    if old.part and span != old.span and old.year == old.next.year and span == old.next.span:
        return bool(_PLAN.match(after))  # what the old report planned for: 下半年工作打算
    if said.heading:
        return True
    if said.part == "打算" or not _opens(roll, said.text):
        return False
    if within(old, period):
        return not (_LATER.search(said.text, 0, roll.start) or _LATER.search(after))
    return not _AHEAD.search(said.text)


def _planned_again(said: Said, period: Period) -> Roll | None:
    """上半年工作打算 over the plans of a report on just that time."""
    span = period.span
    again = said.heading and bool(period.part) and said.text.startswith(span) and _PLAN.match(said.text, len(span))
    return Roll(0, len(span), span, period.next.span) if again else None


def _opens(roll: Roll, text: str) -> bool:
    """Whether the word opens a clause of what was done, or says of which time the report is."""
    before = text[: roll.start].rstrip()
    if before and before[-1] not in _OPENING:
        return bool(_HEREBY_SAID.search(before) and _REPORTED.match(text, roll.end))
    return not _AWARDED.match(text, roll.end)
