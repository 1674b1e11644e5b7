"""Which period a person means: what a date suggests, and what was typed in whatever usual way."""

import re
from collections.abc import Iterable
from datetime import date

from drafter.model.period import Period
from drafter.model.text import fold

_PARTS = ("", "H1", "H2", "Q1", "Q2", "Q3", "Q4", *(f"M{month:02}" for month in range(1, 13)))
_DASHES = str.maketrans("—–−－~～至", "-------")


def proposed(today: date, present: Iterable[Period] = ()) -> list[Period]:
    """The periods that a report begun ``today`` is likely for, likeliest first; those ``present`` already come last."""
    year = today.year
    if today.month <= 3:
        likely = [Period(year - 1), Period(year, "H1"), Period(year)]
    elif today.month <= 9:
        likely = [Period(year, "H1"), Period(year), Period(year - 1)]
    else:
        likely = [Period(year), Period(year, "H1"), Period(year - 1)]
    there = set(present)
    return sorted(likely, key=lambda period: period in there)


def beginnings(period: Period, present: Iterable[Period]) -> list[Period]:
    """Which of the reports ``present`` a report of ``period`` usually begins from, the one that gives the structure first.

    A year's begins from the latest part of that year, and from last year's; any other from the latest one before it.
    """
    before = sorted((each for each in present if each.end < period.end), key=lambda each: each.end)
    if period.part:
        return before[-1:]
    parts = [each for each in before if each.year == period.year][-1:]
    years = [each for each in before if each == period.previous]
    return [*parts, *years] or before[-1:]


def following(period: Period, today: date) -> list[Period]:
    """The periods that a report begun from that of ``period`` may be for, likeliest first."""
    year = Period(period.year + 1)
    ways = [Period(period.year)] if period.part else [Period(year.year, "H1"), year]
    if period.part not in ("", "H1"):
        ways.append(period.next)
    likely = proposed(today)
    return sorted(dict.fromkeys(ways), key=lambda each: likely.index(each) if each in likely else len(likely))


def named(text: str) -> Period | None:
    """The period that ``text`` names: 2024-H1, 2024年上半年, 2024年1—9月, 2024年三季度. None if it names none."""
    folded = fold(text).upper()
    period = Period.parse(folded)
    if period is not None:
        return period if period.year else None
    found = re.match(r"(\d{4})年?度?", folded)
    if found is None or found[1] == "0000":
        return None
    meant = _plain(folded[found.end() :])
    for part in _PARTS:
        each = Period(int(found[1]), part)
        if meant == _plain(each.span) or meant == part == "":
            return each
    return None


def _plain(span: str) -> str:
    """第三季度, 3季度 and 三季度 are one; so are 1—9月, 1-9月 and 1至9月份."""
    text = fold(span).translate(_DASHES).removeprefix("第").removesuffix("份").removesuffix("度")
    return re.sub("^[1-4](?=季)", lambda found: "一二三四"[int(found[0]) - 1], text)
