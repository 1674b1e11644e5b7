"""Dates as officials write them. A date keeps its wording; this module says which day it is."""

import re
from calendar import monthrange
from typing import NamedTuple

from drafter.model.numbering import numeral_value

_DAY = re.compile(
    r"(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?"  # a day
    r"|(\d{4})(?:年|[-/.])(\d{1,2})月?(?:底|末|初|上旬|中旬|下旬)?"  # a month
    r"|(\d{4})年"
)
_CHINESE_DAY = re.compile(
    "([〇零○ＯO一二三四五六七八九]{4})年(?:([一二三四五六七八九十元]{1,3})月(?:([一二三四五六七八九十]{1,4})日|底|末|初|上旬|中旬|下旬)?)?"
)
_YEAR_DIGITS = str.maketrans("〇零○ＯO一二三四五六七八九", "00000123456789")


class Day(NamedTuple):
    """Year, month and day as written; what is not given counts as 1."""

    year: int
    month: int
    day: int

    @property
    def exists(self) -> bool:
        return bool(self.year) and 1 <= self.month <= 12 and 1 <= self.day <= monthrange(self.year, self.month)[1]


def read_date(text: str) -> Day | None:
    """The day that ``text`` names: 2024-12-31, 2024年12月31日, （二〇二四年十二月）. None when it names none."""
    bare = text.strip().removeprefix("（").removeprefix("(").removesuffix("）").removesuffix(")")
    found = _DAY.fullmatch(bare)
    if found:
        year, month, day, year2, month2, year3 = found.groups()
        return Day(int(year or year2 or year3), int(month or month2 or 1), int(day or 1))
    found = _CHINESE_DAY.fullmatch(bare)
    if not found:
        return None
    month = (found[2] or "一").replace("元", "一")
    return Day(int(found[1].translate(_YEAR_DIGITS)), numeral_value(month) or 0, numeral_value(found[3] or "一") or 0)


def is_date(text: str) -> bool:
    day = read_date(text)
    return day is not None and day.exists


def printed_date(text: str) -> str:
    """A date in the form of GB/T 9704-2012, 7.3.5.4: full year, no leading zero. Other wording stays as typed."""
    found = _ISO.fullmatch(text)
    return f"{found[1]}年{int(found[2])}月{int(found[3])}日" if found else text


_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
