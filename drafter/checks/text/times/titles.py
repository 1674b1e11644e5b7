"""A title says of which time the report is; a span of years runs from the earlier to the later."""

import re
from collections.abc import Iterator, Sequence

from drafter.checks.finding import Finding
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.model.words import Both

RULES = (
    Rule(
        "title-period",
        "info",
        Both("标题没有年份", "Title without a year"),
        Both(
            "总结存档、转发后，只有标题上的年份能说明是哪一年的。", "Once filed, only its title tells of which year a report is."
        ),
        GENRE,
        "# 临江市档案局工作总结⏎2024年，全局接收档案3126卷。",
        "# 临江市档案局2024年工作总结⏎2024年，全局接收档案3126卷。",
    ),
    Rule(
        "period-reversed",
        "warning",
        Both("起止时间颠倒", "Span reversed"),
        Both("起止时间应当前早后晚。", "A span of time runs from the earlier to the later."),
        GENRE,
        "2025—2023年累计植树12万株。",
        "2023—2025年累计植树12万株。",
    ),
)
_SUMMARY = re.compile("总结|小结|回顾")
_DATED = re.compile("(?:19|20)[0-9]{2}|[一二][〇○零ＯO一二三四五六七八九]{3}年|[0-9]{2}年|十[一二三四五]五|任期|届|学期")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    yield from _titles(manuscript)
    yield from _reversed(manuscript)


def _titles(manuscript: Manuscript) -> Iterator[Finding]:
    start, title = next(manuscript.of_role("title"), (0, None))
    year = f"{manuscript.period.year}年" if manuscript.period else ""
    if title is None or not year or not _SUMMARY.search(title.text) or _DATED.search(title.text) or year not in manuscript.text:
        return
    yield Finding(
        "title-period",
        start,
        start + len(title.text),
        Both(f"标题没有写年份，正文讲的是{year}。", f"The title names no year; the text is of {year}."),
        Both(f"在标题里写上“{year}”。", f"Put “{year}” into the title."),
    )


_TO = "起?[—–－~～至到-]{1,2}"
_MONTH, _DAY = "([0-9]{1,2})月份?", "(?:([0-9]{1,2})[日号]|([上中下]旬|[初中底末]))"
_YEARS = re.compile(
    f"((?:19|20)(?<![0-9]..)[0-9]{{2}})(?:年度?)?(?:{_MONTH}{_DAY}?)?{_TO}((?:19|20)[0-9]{{2}})学?年度?(?:{_MONTH}{_DAY}?)?"
)
_MONTHS = re.compile(
    f"([0-9](?<![0-9].)[0-9]?)月份?(?:([0-9]{{1,2}})(?:[日号]|(?={_TO}))|([上中下]旬|[初中底末]))?{_TO}(同年|当年)?(?:{_MONTH})?{_DAY}?"
)
_YEAR_BEFORE = re.compile("(?:19|20)[0-9]{2}年$")
_QUARTERS = re.compile(f"([一二三四1-4])季度?{_TO}第?([一二三四1-4])季度")
_QUARTER = {each: number for signs in ("一二三四", "1234") for number, each in enumerate(signs, 1)}
#: The day that is about meant; the end of a month is after all of its days.
_ABOUT = {"初": 5, "上旬": 10, "中": 15, "中旬": 20, "下旬": 31, "底": 31, "末": 31}
#: A span over the turn of a year is not longer than so many months, but for a school year.
_TURN = 8
_SCHOOL = frozenset(((9, 7), (9, 6), (8, 6)))
_OVER_THE_YEAR = re.compile("学年|财年|周年|年度|供暖|采暖|供热|任期|期限|有效期")


def _reversed(manuscript: Manuscript) -> Iterator[Finding]:
    text = manuscript.text
    for found in _YEARS.finditer(text):
        one, other = (_point(found.groups()[at : at + 4]) for at in (0, 4))
        given = sum(1 for mine, its in zip(one, other, strict=True) if mine and its)
        if one[:given] > other[:given]:
            yield _backwards(found)
    for found in _MONTHS.finditer(text):
        if _months_reversed(manuscript, found):
            yield _backwards(found)
    for found in _QUARTERS.finditer(text):
        first, last = (_QUARTER[each] for each in found.groups())
        if last < first < last + 3:
            yield _backwards(found)


def _point(words: Sequence[str | None]) -> tuple[int, int, int]:
    """(year, month, day), 0 for what is not said."""
    year, month, day, about = words
    return int(year or 0), int(month or 0), int(day or 0) or _ABOUT.get(about or "", 0)


def _months_reversed(manuscript: Manuscript, found: re.Match[str]) -> bool:
    """Whether a span within a year, or over its turn, runs backwards."""
    _, month, day = _point((None, *found.groups()[:3]))
    _, last_month, last_day = _point((None, *found.groups()[4:]))
    if not last_month or last_month == month:
        return 0 < last_day < day
    if last_month > month:
        return False
    length = 12 - month + last_month
    if found[4]:
        return True
    whole_year = length == 11 and day <= 1 and last_day >= 28
    if length <= _TURN or (month, last_month) in _SCHOOL or whole_year:
        return False
    start, end = manuscript.sentence(found.start())
    return _OVER_THE_YEAR.search(manuscript.text, start, min(end, found.end() + 12)) is None


def _backwards(found: re.Match[str]) -> Finding:
    year = _YEAR_BEFORE.search(found.string, max(0, found.start() - 5), found.start())
    start, end = year.start() if year else found.start(), found.end()
    said = found.string[start:end]
    return Finding(
        "period-reversed",
        start,
        end,
        Both(f"“{said}”的起止时间颠倒了。", f"“{said}” runs backwards."),
        Both("核对后把早的写在前面。", "Put the earlier first."),
    )
