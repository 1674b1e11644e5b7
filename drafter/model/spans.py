"""Words for a part of the year: 上半年, 第三季度, 1—9月, 前三季度, 前9个月; which months they mean, and how others are said alike."""

import re
from typing import NamedTuple

from drafter.model.numbering import chinese, numeral_value
from drafter.model.period import Period


class Months(NamedTuple):
    """From which month to which, both counted in."""

    first: int
    last: int


YEAR = Months(1, 12)
_WORDS = {"上半年": Months(1, 6), "下半年": Months(7, 12), "全年": YEAR}
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_TO_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_NUMBER = "(?:[0-9０-９]{1,2}|十[一二]?|[一二三四五六七八九])"
_RANGE = rf"{_NUMBER}月?[—–\-－―~～至到]{{1,2}}{_NUMBER}月份?"
#: Any of these words. A range of months does not begin amid a number.
PATTERN = rf"上半年|下半年|全年|第?[一二三四1-4１-４]季度|前[二三两23２３]个?季度|前{_NUMBER}个月|(?<![0-9０-９年月.]){_RANGE}"
_READ_RANGE = re.compile(rf"({_NUMBER})(月?)([^0-9０-９一-鿿]+|至|到)({_NUMBER})月(份?)")
_NUMERAL = re.compile(_NUMBER)


def months_of(period: Period) -> Months:
    """The months of a period within its year."""
    kind, number = period.part[:1], int(period.part[1:] or 0)
    if kind == "H":
        return Months(6 * number - 5, 6 * number)
    if kind == "Q":
        return Months(3 * number - 2, 3 * number)
    return Months(1, number or 12)


def within(part: Period | None, whole: Period) -> bool:
    """Whether a period is a part of another, as 上半年 is of its year. None, where a period is not known, is part of none."""
    if part is None or part.year != whole.year or part == whole:
        return False
    inner, outer = months_of(part), months_of(whole)
    return outer.first <= inner.first and inner.last <= outer.last


def read_span(word: str) -> Months | None:
    """The months that a word of ``PATTERN`` means; None where there are none such (9—1月)."""
    if word in _WORDS:
        return _WORDS[word]
    if word.endswith("季度"):
        count = numeral_value(word[1 if word[0] in "第前" else 0].replace("两", "二").translate(_WIDE)) or 0
        return Months(1, 3 * count) if word[0] == "前" else Months(3 * count - 2, 3 * count)
    found = _READ_RANGE.fullmatch(word)
    numbers = [found[1], found[4]] if found else _NUMERAL.findall(word)
    values = [numeral_value(number.translate(_WIDE)) or 0 for number in numbers]
    first, last = values if found else (1, values[0])
    return Months(first, last) if 1 <= first <= last <= 12 else None


def write_span(months: Months, like: str) -> str:
    """``months`` in the manner of ``like``: a range for a range, a quarter without 第 where ``like`` has none."""
    first, last = months
    found = _READ_RANGE.fullmatch(like)
    if found:
        one, two = _numbered(first, found[1]), _numbered(last, found[4])
        return f"{one}{found[2]}{found[3]}{two}月{found[5]}" if first < last else f"{one}月{found[5]}"
    if like.startswith("前") and first == 1 and last < 12:
        if like.endswith("季度") and last == 9:
            return f"前{_numbered(3, _NUMERAL.findall(like)[0])}季度" if _NUMERAL.search(like) else "前三季度"
        if like.endswith("月"):
            return f"前{_numbered(last, _NUMERAL.findall(like)[0])}个月"
    return _plain(months, like)


def _plain(months: Months, like: str) -> str:
    for word, meant in _WORDS.items():
        if meant == months:
            return word
    first, last = months
    if last - first == 2 and last % 3 == 0:
        bare = like.endswith("季度") and not like.startswith(("第", "前"))
        digit = like.removeprefix("第")[0] if like.endswith("季度") and not like.startswith("前") else "一"
        return f"{'' if bare else '第'}{_numbered(last // 3, digit)}季度"
    return f"{first}—{last}月" if first < last else f"{first}月"


def _numbered(number: int, like: str) -> str:
    """``number`` in the digits of ``like``."""
    if like[0] in "0123456789":
        return str(number)
    return str(number).translate(_TO_WIDE) if like[0] in "０１２３４５６７８９" else chinese(number)
