"""Numbers with what they count, as the rules over figures read them: 12.5亿元, 300余家, 五项, 提高2个百分点.

A manuscript is read once: :func:`quantities` returns them all in order, :func:`within` those of a stretch of text. No quantities
are what only looks like one: a year, a date, the number of a document, an ordinal (第三批), a range (8—10篇), a name (5G, 4A级).
"""

import re
from bisect import bisect_left
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from drafter.checks.manuscript import Manuscript
from drafter.model.numbering import chinese, numeral_value


class Quantity(NamedTuple):
    """``start:end`` spans number and unit, without the words before. ``value`` counts in the bare unit (1.2亿元 is 120000000 元),
    ``unit`` is "" where none stands. ``step``: what one more in the last digit written is worth. ``approximate``: it is said
    to be more, less or about so many (近, 约, 超过, 余, 以上 …). ``spelt``: in Chinese numerals.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    step: Decimal
    approximate: bool = False
    spelt: bool = False


#: Measure words of one sign; they count things.
MEASURES = "家个项件人名户场次所座条处台辆起批篇份亩棵株支只套间栋届轮卷册期幅块片类种门部本门对组队床例宗笔单把扇眼口盏路趟班页张枚艘架尾头羽尊首段站点层级位"
_LONG = (
    "个百分点|百分点|平方公里|平方千米|平方米|立方米|公里|千米|公顷|公斤|千克|千瓦时|千瓦|千伏|兆瓦|小时|分钟|个月|美元|欧元|港元|标箱|"
    "人次|家次|户次|场次|班次|车次|件次|台次|项次|篇次|批次|架次|人天|"
)
UNITS = rf"{_LONG}[%％‰元吨米度天岁倍分{MEASURES}]|(?:km|kW|MW|GW|kV)(?![A-Za-z])"
#: Written in digits with a scale, 万亿 before 万. 千瓦 and 百分点 are units, not scales.
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}
_SCALE = "万亿|亿|[十百千]?万|[百千](?![瓦克米伏分])"
_QUANTITY = re.compile(
    rf"""(?:(?<![0-9A-Za-z.,:/第—–\-－~～])(?P<digits>[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)
      | (?<![第零一二三四五六七八九十百千两几])(?P<spelt>[二三四五六七八九两十][零一二三四五六七八九十百]{{0,6}}))
      (?P<more>[余多来几])?(?P<scale>{_SCALE})?(?P<most>[余多])?(?P<unit>{UNITS})?(?P<after>以上|以下|以内|左右|上下)?""",
    re.VERBOSE,
)
#: What follows a number that counts nothing: the rest of a date, range, code or time.
_NO_QUANTITY = re.compile(r"[年月日号时/:—–\-－~～][0-9]?|[A-Za-z0-9.]")
_ABOUT = tuple("近约逾超") + (
    "超过",
    "大约",
    "大概",
    "接近",
    "将近",
    "突破",
    "不少于",
    "不低于",
    "不下",
    "至少",
    "不足",
    "不到",
    "达到近",
)
_BARE = "元%％‰"


@lru_cache(maxsize=1)
def quantities(manuscript: Manuscript) -> list[Quantity]:
    """All quantities of a manuscript, in order."""
    text = manuscript.text
    return [each for found in _QUANTITY.finditer(text) if (each := _read(found, text)) is not None]


def within(manuscript: Manuscript, start: int, end: int) -> list[Quantity]:
    """The quantities that stand in ``start:end``."""
    every = quantities(manuscript)
    low = bisect_left(every, start, key=lambda each: each.start)
    high = bisect_left(every, end, key=lambda each: each.start)
    return [each for each in every[low:high] if each.end <= end]


def count(numeral: str) -> int | None:
    """The whole number of Chinese or Arabic digits; 两 is two."""
    return numeral_value(numeral.replace("两", "二").replace(",", ""))


def _read(found: re.Match[str], text: str) -> Quantity | None:
    unit = found["unit"] or ""
    start, end = found.start(), found.start("after") if found["after"] else found.end()
    if found["digits"]:
        if not unit and _NO_QUANTITY.match(text, end):
            return None
        number = Decimal(found["digits"].replace(",", ""))
    else:
        whole = count(found["spelt"]) if unit or found["scale"] else None
        if whole is None or found["spelt"].replace("两", "二").removeprefix("一") != chinese(whole).removeprefix("一"):
            return None  # 两三家
        number = Decimal(whole)
    scale = _SCALES[found["scale"]] if found["scale"] else 1
    step = Decimal(1).scaleb(int(number.as_tuple().exponent)) * scale
    about = bool(found["more"] or found["most"] or found["after"]) or text[max(0, start - 3) : start].endswith(_ABOUT)
    return Quantity(start, end, number * scale, "%" if unit == "％" else unit, step, about, not found["digits"])
