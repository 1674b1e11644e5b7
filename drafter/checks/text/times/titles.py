"""A title says of which time the report is; a span of years runs from the earlier to the later."""

import re
from collections.abc import Iterator

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


_TO = "[—–－~～至到-]{1,2}"
_SPAN = re.compile(
    f"((?:19|20)(?<![0-9]..)[0-9]{{2}})年?(?:([0-9]{{1,2}})月(?:([0-9]{{1,2}})日)?)?{_TO}((?:19|20)[0-9]{{2}})年(?:([0-9]{{1,2}})月(?:([0-9]{{1,2}})日)?)?"
)
_DAYS = re.compile(f"([0-9](?<![0-9].)[0-9]?)月([0-9]{{1,2}})日?{_TO}(?:(?=[0-9]{{1,2}}日)|([0-9]{{1,2}})月)([0-9]{{1,2}})日")


def _reversed(manuscript: Manuscript) -> Iterator[Finding]:
    text = manuscript.text
    for found in _SPAN.finditer(text):
        numbers = [int(each or 0) for each in found.groups()]
        if numbers[:3] > numbers[3:] and (numbers[0] > numbers[3] or all(numbers[1:2] + numbers[4:5])):
            yield _backwards(found)
    for found in _DAYS.finditer(text):
        month, day, last_month, last_day = (int(each or 0) for each in found.groups())
        if (last_month in (0, month)) and last_day < day:
            yield _backwards(found)


def _backwards(found: re.Match[str]) -> Finding:
    return Finding(
        "period-reversed",
        *found.span(),
        Both(f"“{found[0]}”的起止时间颠倒了。", f"“{found[0]}” runs backwards."),
        Both("核对后把早的写在前面。", "Put the earlier first."),
    )
