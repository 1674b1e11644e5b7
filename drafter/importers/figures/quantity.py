"""Numbers with a unit in official prose. Years, dates, ordinals, document numbers and parts of names are none.

A number in words (三家) is left alone: a figure prints digits, and what a text says must stay as it is.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.importers.figures.units import counts, unit_at

#: As long as the store takes a number; what is longer is none.
_LONGEST = 30
_HALF = str.maketrans("０１２３４５６７８９．，％：；（）＋－", "0123456789.,%:;()+-")
_DIGITS = re.compile(r"(?<![0-9A-Za-z_.+/])[0-9]+(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]+)?")
_QUOTED = re.compile(r"“[^“”\n]*”|《[^《》\n]*》|「[^「」\n]*」|『[^『』\n]*』|〔[^〔〕\n]*〕|\{\{[^{}\n]*\}\}")
_RANGE_BEFORE = re.compile(r"[0-9]([^0-9，,。；;、\s]{0,4})(?:至|到|[-—–~～]{1,2})$")
_RANGE_AFTER = re.compile(r"[-—–~～]{1,2}[0-9]|[至到][0-9]{1,9}(?![0-9年])")
_DATE_AFTER = re.compile(r"\s?(?:年(?!均|产)|月|日|时|点(?!位|次)|号|届|周|世纪|级|楼|室|版|[:：·][0-9])")
_LABELS = re.compile(r"(?:第|No\.?|NO\.?|电话|邮编|热线|[A-Za-z·+&])\s?$")
_ITEM = re.compile(r"\s*\(?[0-9]{1,2}[.、)]\s?$")
_SLACK = re.compile(r"\s*(?:余|多|来|几)?")
_SCALED = re.compile(r"([万亿千百]{1,2})[余多]")
_BOUND = re.compile(r"(?:及|含)?(?:以上|以下|以内|及以上)(?:的)?(?=[^，,。；;、）)\s])")


#: 超过5亿元的只有19家: what exceeds it is counted, not it.
_ABOVE = re.compile(r"(?:超过?|大于|高于|不足|低于|小于|达到|满)$")


class Quantity(NamedTuple):
    """``text[start:stop]`` are the digits, ``text[unit:end]`` the unit after them; ``end`` = ``stop`` + unit where nothing
    stands between. ``value`` has half-width digits. ``bound``: it only says from where on something counts (10万元以上项目).
    """

    start: int
    stop: int
    end: int
    value: str
    unit: str
    bound: bool

    @property
    def tight(self) -> bool:
        """Whether the unit follows its digits at once, so that value and unit print as they stand."""
        return self.stop + len(self.unit) == self.end


def quantities(text: str) -> Iterator[Quantity]:
    """Every number with a unit, in order. Linear in the length of the text."""
    even = text.translate(_HALF)
    names = _QUOTED.finditer(even)
    name = next(names, None)
    for found in _DIGITS.finditer(even):
        while name is not None and name.end() <= found.start():
            name = next(names, None)
        if name is not None and name.start() < found.start():
            continue
        quantity = _quantity(even, found)
        if quantity is not None:
            yield quantity


def even(text: str) -> str:
    """``text`` with half-width digits and marks, sign for sign, so that places in it are places in ``text``."""
    return text.translate(_HALF)


def _quantity(text: str, found: re.Match[str]) -> Quantity | None:
    start, stop = found.span()
    before = text[max(0, start - 8) : start]
    if stop - start > _LONGEST or _LABELS.search(before) or _DATE_AFTER.match(text, stop):
        return None
    unit, end = _unit(text, stop)
    if not unit:
        return None
    value = found[0]
    line = text[text.rfind("\n", 0, start) + 1 : start] if start < 4 or "\n" in before else before
    if counts(unit) and "." in value and (_numbered(text, start) or not _scaled(unit)):
        return None
    if _ITEM.fullmatch(line) and start < 4:
        return None
    if _range(text, end, before) or _clock(value, unit, before):
        return None
    # A sign belongs to a rate alone; elsewhere it is a dash.
    if unit in ("%", "％") and start and text[start - 1] in "-−" and before[-2:-1].isalpha():
        start, value = start - 1, "-" + value
        if text[start] == "−":
            return None
    bound = _BOUND.match(text, end) is not None or (text.startswith("的", end) and _ABOVE.search(before) is not None)
    return Quantity(start, stop, end, value, unit, bound)


def _unit(text: str, stop: int) -> tuple[str, int]:
    """The unit of the digits that end at ``stop``, and where it ends: 余 and the like may stand before it or inside, 2亿多元."""
    scaled = _SCALED.match(text, stop)
    if scaled is not None:
        inner = unit_at(text, scaled.end())
        return (scaled[1] + inner, scaled.end() + len(inner)) if inner else ("", stop)
    slack = _SLACK.match(text, stop)
    for begin in (slack.end() if slack else stop, stop):
        if unit := unit_at(text, begin):
            return unit, begin + len(unit)
    return "", stop


def _numbered(text: str, start: int) -> bool:
    """Whether a line begins here, so that 2.3家 is item two."""
    return start == 0 or text[start - 1] == "\n"


def _scaled(unit: str) -> bool:
    return unit[0] in "万亿千百十"


def _range(text: str, end: int, before: str) -> bool:
    """3—5家, 60%至70%: two numbers that are one statement, which no figure can hold."""
    found = _RANGE_BEFORE.search(before)
    joined = found is not None and (not found[1] or unit_at(found[1], 0) == found[1])
    return joined or _RANGE_AFTER.match(text, end) is not None


def _clock(value: str, unit: str, before: str) -> bool:
    """Times of day: 24小时值班, 8时30分."""
    return (unit == "小时" and value == "24") or (unit == "分" and before.endswith(("时", "点")))
