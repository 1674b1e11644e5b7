"""One number told of two times: once of 至5月底, once of 上半年, as happens where a draft of May is finished in July."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from drafter.checks.finding import Finding
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.scanning import Led
from drafter.checks.text.figures.quantities import Quantity, quantities
from drafter.model.period import Period
from drafter.model.spans import PATTERN as SPAN
from drafter.model.spans import months_of, read_span
from drafter.model.words import Both

RULES = (
    Rule(
        "as-of-mixed",
        "warning",
        Both("同一个数说成两个时点的", "One number of two times"),
        Both(
            "截至5月底的数不会正好也是上半年的数，多半有一处没有更新。",
            "What had come about by May is hardly what the half year came to; one of the two was left.",
        ),
        GENRE,
        "# 临江市商务局2024年上半年工作总结⏎上半年，外贸进出口额50.61亿元。⏎至5月底，完成外贸进出口额50.61亿元。",
        "# 临江市商务局2024年上半年工作总结⏎上半年，外贸进出口额58.2亿元。⏎至5月底，完成外贸进出口额50.61亿元。",
    ),
)
#: Numbers of fewer digits are equal by chance.
_DIGITS = 3
#: So many signs before a number say what it counts.
_NAME = 10
_TIME = Led(
    "0-9０-９一二三四五六七八九十上下全第前截至到去往目同计任",
    rf"({SPAN})|(?:截[至止]|[至到])(?:[0-9]{{4}}年)?([0-9]{{1,2}})月(?:[0-9]{{1,2}}日|[底末])?|((?:19|20)[0-9]{{2}})年"
    "|[0-9]{1,2}月|[去上前往]年|目前|同期|计划|目标|任务",
)


class _Told(NamedTuple):
    """A number, the last month of the time that it is told of, and the words for that, "" where there are none."""

    quantity: Quantity
    month: int
    words: str


def check(manuscript: Manuscript) -> Iterator[Finding]:
    alike: defaultdict[tuple[object, str], list[Quantity]] = defaultdict(list)
    for each in quantities(manuscript):
        if each.unit and len(each.value.normalize().as_tuple().digits) >= _DIGITS:
            alike[each.value, each.unit].append(each)
    for group in alike.values():
        if len(group) > 1:
            told = [one for quantity in group if (one := _told(manuscript, quantity)) is not None]
            yield from _mixed(manuscript, told)


def _mixed(manuscript: Manuscript, told: list[_Told]) -> Iterator[Finding]:
    for one in told[1:]:
        first = told[0]
        if one.month != first.month and _same_name(manuscript, one.quantity, first.quantity):
            said = manuscript.words(one.quantity.start, one.quantity.end)
            here, there = (each.words or "本期" for each in (one, first))
            yield Finding(
                "as-of-mixed",
                one.quantity.start,
                one.quantity.end,
                Both(f"“{said}”这里说是{here}的，前面说是{there}的。", f"“{said}” is told of {here} here, of {there} before."),
                Both("查实是哪个时点的数，另一处换成该时点的数。", "Find out which time it is of, and mend the other place."),
                other=(first.quantity.start, first.quantity.end),
            )
            return


def _told(manuscript: Manuscript, quantity: Quantity) -> _Told | None:
    """Of which time a number of what was done is told; None where that is not clear."""
    if manuscript.at(quantity.start).part not in ("", "成绩"):
        return None
    begin = manuscript.sentence(quantity.start)[0]
    times = list(_TIME.finditer(manuscript.text, begin, quantity.start))
    own = months_of(manuscript.period).last if manuscript.period else 0
    month = _month(times[-1], manuscript.period) if times else own
    return _Told(quantity, month, times[-1][0] if times else "") if month else None


def _month(time: re.Match[str], period: Period | None) -> int:
    """The month up to which a time runs from January on; 0 where it does not, or nobody knows."""
    if time[1]:
        months = read_span(time[1])
        return months.last if months and months.first == 1 else 0
    if time[3]:
        return months_of(period).last if period and int(time[3]) == period.year else 0
    return int(time[2] or 0)


def _same_name(manuscript: Manuscript, one: Quantity, other: Quantity) -> bool:
    """Whether the words before two numbers have two signs in common, as those of one figure do."""
    pairs = [set(map("".join, pairwise(manuscript.text[max(0, each.start - _NAME) : each.start]))) for each in (one, other)]
    return any("\u4e00" <= pair[0] <= "\u9fff" and "\u4e00" <= pair[1] <= "\u9fff" for pair in pairs[0] & pairs[1])
