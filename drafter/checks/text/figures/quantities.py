"""Numbers with what they count, as the rules over figures read them: 12.5亿元, 300余家, 五项, 提高2个百分点.

A manuscript is read once: :func:`quantities` returns them all in order, :func:`within` those of a stretch of text. No quantities
are what only looks like one: a year, a date, the number of a document, an ordinal (第三批), a range (8—10篇), a name (5G, 4A级).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from drafter.checks.manuscript import Manuscript
from drafter.model.numbering import chinese, numeral_value


class Quantity(NamedTuple):
    """``start:end`` spans number and unit, without the words before. ``value`` counts in the bare unit (1.2亿元 is 120000000 元),
    ``unit`` is "" where none stands, ``scale`` what the number was multiplied by. ``step``: what one more in the last digit
    written is worth. ``approximate``: it is said to be more, less or about so many (近, 约, 超过, 余, 以上 …). ``spelt``: it is
    written in Chinese numerals.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    step: Decimal
    scale: int = 1
    approximate: bool = False
    spelt: bool = False


#: Measure words of one sign; they count things.
MEASURES = (
    "家个项件人名户场次所座条处台辆起批篇份亩棵株支只套间栋幢届轮卷册期幅块片类种门部本对组队床例宗笔单把扇眼口盏路趟班页张枚艘架尾头羽"
    "尊首段站点层级位页字斤箱瓶袋桶剂针席"
)
#: One sign of a number in Chinese numerals.
NUMERALS = "零一二三四五六七八九十百两"
_LONG_UNITS = (
    "个百分点|个工作日|工作日|学时|课时|百分点|平方公里|平方千米|平方米|立方米|公里|千米|公顷|公斤|千克|千瓦时|千瓦|千伏|兆瓦|小时|分钟|个月|美元|欧元|港元|标箱|"
    "人次|家次|户次|场次|班次|车次|件次|台次|项次|篇次|批次|架次|剂次|艘次|册次|例次|卷次|辆次|所次"
)
UNITS = rf"{_LONG_UNITS}|[%％‰元吨米度天岁倍分{MEASURES}]|(?:km|kW|MW|GW|kV)(?![A-Za-z])"
#: Shares, ranks and grades are not counted together.
INCOMPARABLE = frozenset(("", "%", "‰", "倍", "百分点", "个百分点", "分", "度", "位", "级", "层级"))
_SCALES = {"百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
#: 千瓦 and 百分点 are units.
SCALE = "万亿|亿|[十百千]?万|[百千](?![瓦克米伏分])"
_DIGIT = "零一二三四五六七八九"
#: 12,300.5 or 一万二千, which a unit with 千 does not lengthen, or the share in 百分之六十. One class of first signs is quickly sought.
_QUANTITY = re.compile(
    rf"([0-9二三四五六七八九十两一百](?:(?<=[0-9])(?:[0-9]|[.,．](?=[0-9]))*+|(?<=百)分之[{NUMERALS}]++(?:点[{_DIGIT}]++)?"
    rf"|(?<![0-9百])(?:[{NUMERALS}]|千(?![瓦克米伏])|万(?=[{NUMERALS}]))*+(?:点[{_DIGIT}]++)?))"
    rf"([余多来几])?({SCALE})?([余多])?({UNITS})?(以上|以下|以内|左右|上下)?"
)
#: Before: the rest of a number, a code, a range or an ordinal. After a number without unit: a date, range, code or time.
_NOT_AFTER = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.．,:/第—–-－~～几千")
_NOT_BEFORE = frozenset("年月日号时/:—–-－~～ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.．")
_DIGITS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?")
_PERCENT = "百分之"
_ABOUT = ("近", "约", "逾", "超", "超过", "大概", "突破", "不少于", "不低于", "不下", "至少", "不足", "不到")
#: 约 that says nothing of how many: 已签约160户.
_NO_ABOUT = ("签约", "预约", "节约", "履约", "违约")


@lru_cache(maxsize=1)
def quantities(manuscript: Manuscript) -> list[Quantity]:
    """All quantities of a manuscript, in order."""
    text = manuscript.text
    return [each for found in _QUANTITY.finditer(text) if (each := _read(found, text)) is not None]


def within(manuscript: Manuscript, start: int, end: int) -> Sequence[Quantity]:
    """The quantities that stand in ``start:end``."""
    every = quantities(manuscript)
    low = bisect_left(every, start, key=_start)
    high = bisect_left(every, end, key=_start)
    return [each for each in every[low:high] if each.end <= end]


def count_of(numeral: str) -> int | None:
    """The whole number that is written in Chinese or Arabic digits; None where none is (二三, 三五)."""
    numeral = numeral.replace("两", "二")
    number = numeral_value(numeral)
    if number is None or numeral.isdigit() or numeral.removeprefix("一") == chinese(number).removeprefix("一"):
        return number
    return None


def _spelt_value(numeral: str) -> Decimal | None:
    """The number in Chinese numerals, up to 万 and with decimals (三点五); None where it is none."""
    whole, _, decimals = numeral.partition("点")
    number = _whole(whole)
    if number is None:
        return None
    return Decimal(f"{number}.{''.join(str(_DIGIT.index(sign)) for sign in decimals)}" if decimals else number)


def _whole(numeral: str) -> int | None:
    for sign, worth in (("万", 10**4), ("千", 1000)):
        high, found, low = numeral.partition(sign)
        if found:
            if len(low) == 1:
                return None  # 两千五 may be 2005 or 2500
            more, less = _whole(high), _whole(low.removeprefix("零")) if low else 0
            return None if more is None or less is None else more * worth + less
    return count_of(numeral)


def _start(quantity: Quantity) -> int:
    return quantity.start


def _read(found: re.Match[str], text: str) -> Quantity | None:
    written, more, scaled, most, unit, after = found.groups()
    start, end = found.start(), found.start(6) if after else found.end()
    if start and text[start - 1] in _NOT_AFTER:
        return None
    numeral = written.removeprefix(_PERCENT)
    if numeral != written:
        unit = "%"
    spelt = not written[0].isdigit()
    if spelt:
        number = _spelt_value(numeral) if written != "一" and (unit or scaled) else None
    elif _DIGITS.fullmatch(numeral := written.replace("．", ".")) and (unit or text[end : end + 1] not in _NOT_BEFORE):
        number = Decimal(numeral.replace(",", ""))
    else:
        number = None
    if number is None:
        return None
    scale = _SCALES[scaled] if scaled else 1
    step = Decimal(1).scaleb(-len(str(number).partition(".")[2])) * scale
    before = text[max(0, start - 3) : start]
    about = bool(more or most or after) or (before.endswith(_ABOUT) and not before.endswith(_NO_ABOUT))
    return Quantity(start, end, number * scale, "%" if unit == "％" else unit or "", step, scale, about, spelt)


def bounds(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """Between which numbers the true one lies: with decimals it was rounded, without it is taken as it stands."""
    half = quantity.step / 2 if quantity.step < quantity.scale else Decimal()
    return quantity.value - half, quantity.value + half


def meet(stated: Quantity, low: Decimal, high: Decimal, steps: Decimal = Decimal(1)) -> bool:
    """Whether a number as it is stated may be one from ``low`` to ``high``. ``steps``: by how many in its last digit it may be
    off, a half where it was rounded, one where it may have been cut off.
    """
    return stated.value - steps * stated.step < high and low < stated.value + steps * stated.step


def shown(value: Decimal, like: Quantity) -> str:
    """``value`` written with the unit, the scale and as many digits as ``like``."""
    number = (value / like.scale).quantize(like.step / like.scale)
    scale = next((sign for sign, factor in _SCALES.items() if factor == like.scale), "")
    return f"{number}{scale}{like.unit}"
