"""From one number to another, and by how much: 由120家增加到135家，增长12.5%. The three must agree, and the verb with them.

A fall by a multiple (减少2倍) agrees with no numbers: what falls by one whole is gone.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from drafter.checks.finding import Finding, quoted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.scanning import Led
from drafter.checks.text.figures.quantities import NUMERALS, Quantity, bounds, meet, quantities, shown
from drafter.model.words import Both

RULES = (
    Rule(
        "growth-off",
        "warning",
        Both("增减与前后数字不符", "Change unlike its numbers"),
        Both(
            "从多少到多少写清了，增减的方向、百分比和数量就能算出来，读者也会去算。",
            "Where both numbers are given, a reader can work out the change, and will.",
        ),
        GENRE,
        "床位由120张增加到150张，增长30%。",
        "床位由120张增加到150张，增长25%。",
    ),
    Rule(
        "falls-by-times",
        "warning",
        Both("减少、下降用了倍数", "A fall by a multiple"),
        Both(
            "减少一倍就没有了，下降、缩短不能用“倍”，只能用百分比、几分之几或者绝对数。",
            "What falls by one whole is gone: a fall is a share or an amount, never a multiple.",
        ),
        GENRE,
        "办理时限缩短3倍。",
        "办理时限缩短75%。",
    ),
)

_UP = "增长|增加|提高|提升|上升|上涨|扩大|扩展|攀升|跃升|增|升|涨|多"
_DOWN = "减少|下降|降低|回落|下滑|压缩|压减|压降|缩短|缩减|缩小|精简|降|减|少"
#: Words without a number other than a year or month.
_WORDS = r"(?:[^，。；：！？\n0-9]|(?:19|20)[0-9]{2}(?=[年—-])|[0-9]{1,2}(?=月))"
_FROM = re.compile(rf"[由从]{_WORDS}{{0,16}}$")
_TO = re.compile(rf"[^，。；！？\n0-9]{{0,4}}?(?:(?P<up>{_UP})|(?P<down>{_DOWN})|发展|变|调整)了?[到至为成]{_WORDS}{{0,10}}")
_THEN = r"(?:去年|上年|前年|(?:19|20)[0-9]{2}年|年初|期初|[0-9]{1,2}月)(?:同期|全年|末|底|上半年|下半年)?"
_THAN = re.compile(rf"[，（]?(?:(?:[比较]|与|同){_THEN}(?:相比)?|{_THEN})(?:的|为|是)?")
#: 去年培训800人，今年培训1000人, each in its clause.
_YEAR_BEFORE = re.compile(rf"(?:去年|上年|前年|(?:19|20)[0-9]{{2}}年)(?:同期|全年|末|底)?{_WORDS}{{0,12}}$")
_YEAR_AFTER = re.compile(rf"[，、；](?:今年|本年度?|(?:19|20)[0-9]{{2}}年)(?:同期|全年|末|底)?{_WORDS}{{0,12}}")
_CHANGE = re.compile(
    r"[，、（）]{0,2}(?:同比|环比|[比较](?:上年|去年)|累计|净|共|总计|规模|总量|数量|人数|[增降涨]幅|幅度)*"
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))?(?:了|达到?|为|是){{0,2}}"
)
_MORE = re.compile(rf"[，（]?(?:[比较]{_THEN}|同比|净)+(?:(?P<up>{_UP})|(?P<down>{_DOWN}))了?")
#: Grown at constant prices, or on another base than the amounts that are printed.
_OTHER_BASE = re.compile("生产总值|增加值|GDP|投资|产值|可比|同口径|规模以上|规上|年均")
#: A rank rises to a smaller number, and whoever gets faster needs less time.
_SMALLER_IS_BETTER = frozenset(("位", "名", "级", "类", "天", "小时", "分钟", "个月", "分", "层", ""))
_FALL = "减少|减轻|下降|降低|下滑|回落|缩小|缩短|缩减|压缩|压减|减小|[降减少低](?=了)"
_OBJECT = r"[^，。；：、！？\n0-9增扩升提翻放涨长高到至为倍一二两三四五六七八九十数几]{0,8}?"
_TIMES = Led(
    "减下降低回缩压成少",
    rf"(?:{_FALL}){_OBJECT}(?:了|达|近|约|超过?|大约|将近|逾|高达|至少){{0,2}}(?:[0-9]+(?:\.[0-9]+)?|[{NUMERALS}数几]{{1,3}})[余多]?倍多?"
    r"|成倍地?(?:减少|下降|降低|缩小|缩短|缩减|压缩)|[降减]幅(?:达到?|为|超过?|近|约){0,2}[0-9.一两二三四五六七八九十]++[余多]?倍多?",
)


class _Course(NamedTuple):
    """What was so much and became so much. ``said``: the sign of the verb, 0 for none; ``next``: which quantity follows."""

    earlier: Quantity
    later: Quantity
    said: int
    next: int


def check(manuscript: Manuscript) -> Iterator[Finding]:
    text, every = manuscript.text, quantities(manuscript)
    for number in range(len(every) - 1):
        course = _course(text, every, number)
        if course is not None:
            yield from _read(text, every, course)
    for found in _TIMES.finditer(text):
        yield Finding("falls-by-times", *found.span(), _fall_said(found[0]), _FALL_FIX)


def _course(text: str, every: Sequence[Quantity], number: int) -> _Course | None:
    """That of the quantity of this number and the one after it, if they are told as one."""
    first, second = every[number], every[number + 1]
    if second.start - first.end > 30 or (first.unit != second.unit and first.unit):
        return None
    between = text[first.end : second.start]
    to = _TO.fullmatch(between)
    if to and _FROM.search(text, max(0, first.start - 20), first.start):
        return _Course(_alike(first, second), second, _sign(to), number + 2)
    if not first.unit:
        return None
    if _YEAR_AFTER.fullmatch(between) and _YEAR_BEFORE.search(text, max(0, first.start - 24), first.start):
        return _Course(first, second, 0, number + 2)
    if _THAN.fullmatch(between):
        return _Course(second, first, 0, number + 2)
    more = _MORE.fullmatch(between)
    if more and _sign(more) and first.unit not in ("%", "倍"):
        base = first._replace(
            value=first.value - _sign(more) * second.value,
            step=max(first.step, second.step),
            approximate=first.approximate or second.approximate,
        )
        return _Course(base, first, 0, number + 2)
    return None


def _read(text: str, every: Sequence[Quantity], course: _Course) -> Iterator[Finding]:
    earlier, later, said, following = course
    start, end = min(earlier.start, later.start), every[following - 1].end
    rise = later.value - earlier.value
    if rise * said < 0 and not (said > 0 and later.unit in _SMALLER_IS_BETTER):
        yield Finding("growth-off", start, end, _turned(text[start:end], said), _FIX)
        return
    while following < len(every):
        change = every[following]
        told = _CHANGE.fullmatch(text, end, change.start)
        if told is None or not (_sign(told) or "幅" in told[0]) or earlier.value <= 0 or not rise:
            return
        if _sign(told) * rise < 0:
            verb = told.start("up" if told["up"] else "down")
            yield Finding("growth-off", verb, change.end, _turned(text[start : change.end], _sign(told)), _FIX)
        elif not _may_differ(text, course, change, start) and not _agrees(earlier, later, change):
            yield _off(course, change, text[start:end])
        end, following = change.end, following + 1


def _sign(found: re.Match[str]) -> int:
    return 1 if found["up"] else -1 if found["down"] else 0


def _alike(quantity: Quantity, like: Quantity) -> Quantity:
    """由3.5增加到4.2亿元: the first number counts what the second does."""
    if quantity.unit:
        return quantity
    scale = like.scale if quantity.scale == 1 else 1
    return quantity._replace(value=quantity.value * scale, step=quantity.step * scale, unit=like.unit, scale=like.scale)


def _may_differ(text: str, course: _Course, change: Quantity, start: int) -> bool:
    """Whether the change was not worked out from just these two numbers."""
    if course.earlier.approximate or course.later.approximate or change.approximate:
        return True
    return change.unit == "%" and _OTHER_BASE.search(text, max(0, start - 30), change.start) is not None


def _agrees(earlier: Quantity, later: Quantity, change: Quantity) -> bool:
    """Whether the change may follow from the two; where it is neither share nor amount of them, nobody can say."""
    (low, high), (least, most) = bounds(earlier), bounds(later)
    less, more = (low - most, high - least) if later.value < earlier.value else (least - high, most - low)
    as_amount = change.unit == later.unit or (later.unit == "%" and change.unit.endswith("百分点"))
    if as_amount and meet(change, less, more, Decimal("0.5")):
        return True
    if change.unit == "%":
        return meet(change, 100 * less / high, 100 * more / low)
    if change.unit == "倍":
        # 增长1倍 is not said of a half more, though decimals may be cut off.
        steps = Decimal("0.5") if change.value == int(change.value) else Decimal(1)
        return any(meet(change, less / high + whole, more / low + whole, steps) for whole in (0, 1))
    return not as_amount


def _off(course: _Course, change: Quantity, words: str) -> Finding:
    rise = abs(course.later.value - course.earlier.value)
    true = rise if change.unit not in ("%", "倍") or course.later.unit == "%" else rise / course.earlier.value
    right = shown(true * 100 if change.unit == "%" and course.later.unit != "%" else true, change)
    stated = shown(change.value, change)
    return Finding(
        "growth-off",
        change.start,
        change.end,
        Both(
            f"“{quoted(words, 40)}”，算出来增减{right}，文中写的是{stated}。",
            f"“{quoted(words, 40)}” makes {right}, not {stated}.",
        ),
        _FIX,
        other=(min(course.earlier.start, course.later.start), max(course.earlier.end, course.later.end)),
    )


_FIX = Both("核对前后两个数和增减数，改正写错的那一个。", "Check the two numbers and the change, and mend the wrong one.")
_FALL_FIX = Both("改用百分比、几分之几或者“减少到原来的几分之几”。", "Say it as a share or an amount.")


def _turned(words: str, said: int) -> Both:
    zh, en = ("上升", "a rise") if said > 0 else ("下降", "a fall")
    return Both(
        f"“{quoted(words, 40)}”，说的是{zh}，数字却相反。", f"“{quoted(words, 40)}” tells of {en}, the numbers of the opposite."
    )


def _fall_said(words: str) -> Both:
    return Both(f"“{words}”：减少不能用倍数。", f"“{words}”: nothing falls by a multiple.")
