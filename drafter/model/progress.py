"""How far a plan has come: its target against what was reached, and the share of its time that has passed (时序进度)."""

import re
import unicodedata
from decimal import Decimal
from typing import Literal, NamedTuple

from drafter.model.figure import POINTS, RATES, Figure, decimal, percent
from drafter.model.period import Period
from drafter.model.spans import months_of
from drafter.model.words import Both

#: Whether a target is the least (不少于) or the most (…以内) that will do; "" where the words do not tell.
Bound = Literal["lower", "upper", ""]

#: From which completion on 基本完成 is likely, and below which it is hardly true.
NEARLY, HARDLY = Decimal(95), Decimal(80)

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_CLAUSE = re.compile(r"[，。；！？、,;!?\n]")
_SENTENCE = re.compile(r"[。；！？;!?\n]")
_UPPER = (
    "不超过|不高于|不多于|不大于|控制在|(?<!不)低于|(?<!不)少于|(?:下降|降低|压减|压缩|压降|减少|缩减|缩短|降|减)[到至]|第$|前$"
)
_LOWER = "不少于|不低于|不小于|达到?|突破|超过?|多于|高于|净增|新增|增[加长至到]|(?:提高|提升|扩大)[到至]|完成|实现|建成|新建|引进|培育|举办|转化|争取"
_BEFORE = re.compile(f"(?P<upper>{_UPPER})|(?P<lower>{_LOWER})")
_AFTER = re.compile(r"[^\d，。；、,;]{0,8}?(?:(?P<upper>以内|以下|之内)|(?P<lower>以上|余))")
_UNIT = re.compile(
    "%|位|[百千]?[万亿]?(?:元|吨|亩|公里|千米|平方米|立方米|公顷|千瓦时?|人次?|户|家|个|项|名|件|次|场|套|处|所|篇|辆|台|株|座|条|门|期|批|支)"
)
_FIRM: dict[str, Bound] = {"不少于": "lower", "超过": "lower"}
_GROWING = re.compile("净增|新增|增加|增长|增速|总[数量额]|覆盖率|普及率")
_STOCK = frozenset({"期末", "最大", "不汇总"})
_WHOLE_YEAR = re.compile("全年|年度|累计")
_ORDER = frozenset({"位", "名次", "位次"})


class Progress(NamedTuple):
    """``completion`` and ``time`` are shares with one decimal, 49.6%; ``ahead`` the percentage points that completion has more
    than time while time runs, negative when it lags. ``met``: whether the target is reached. None: it cannot be told. ``suggestion`` is the
    outcome (兑现) that the numbers speak for; "" where they do not.
    """

    target: str | None = None
    actual: str | None = None
    unit: str = ""
    completion: str | None = None
    time: str | None = None
    ahead: Decimal | None = None
    met: bool | None = None
    bound: Bound = ""
    suggestion: str = ""
    provisional: bool = False

    @property
    def pace(self) -> str:
        """As reports put it: 低于时序进度0.4个百分点, 高于时序进度…, 与时序进度持平; "" where it cannot be told."""
        if self.ahead is None:
            return ""
        if not self.ahead:
            return "与时序进度持平"
        return f"{'高' if self.ahead > 0 else '低'}于时序进度{f'{abs(self.ahead):f}'.removesuffix('.0')}{POINTS}"


class Aim(NamedTuple):
    """What a plan says of its target: ``text`` as it was printed; ``made`` the period of the report that promised it."""

    text: str
    target: str | None
    modality: str = ""
    due: str = ""
    made: Period | None = None


def progress(aim: Aim, now: Period | None, figure: Figure | None, actual: str | None = None) -> Progress:
    """How far ``aim`` has come by the end of ``now``: by ``actual`` where it was typed, else by the value of ``figure``."""
    clause = _clause(aim)
    if figure is not None and not clause.ranked and _unlike(clause.unit, figure.unit):
        figure = None
    number = actual or _value(clause, figure)
    unit = clause.unit if clause.ranked or figure is None or not figure.unit else figure.unit
    bound = _bound(aim, clause, figure)
    time = _time(aim, clause, now)
    shown = Progress(aim.target, number, unit, time=_rate(time), bound=bound)
    reached, target = decimal(number), decimal(aim.target)
    if reached is None or target is None:
        return shown
    provisional = bool(figure and figure.status == "预计" and not actual)
    flows = _flows(figure, unit) and not clause.ranked
    whole = bool(actual) or not flows or _same_span(aim, clause, now, figure)
    completion = percent(reached, target) if target > 0 and reached >= 0 and bound != "upper" else None
    met = _met(reached, target, bound, whole)
    paced = bool(completion and time and not time.over and whole and bound == "lower" and flows)
    return shown._replace(
        completion=completion,
        met=met,
        ahead=share(completion) - share(_rate(time)) if paced else None,
        provisional=provisional,
        suggestion=_suggestion(met, completion, time, provisional, bound),
    )


def _value(clause: "_Clause", figure: Figure | None) -> str | None:
    """What ``figure`` says of the target: its value, or its rank where the plan is to come among the first."""
    if figure is None:
        return None
    if clause.ranked and figure.unit not in _ORDER:
        return str(figure.rank.place) if figure.rank and figure.rank.place else None
    return figure.value


def _met(reached: Decimal, target: Decimal, bound: Bound, whole: bool) -> bool | None:
    """A part of what the target counts can show that it is reached, but not that it is not."""
    if not bound:
        return None
    if bound == "upper":
        return reached <= target if whole else None
    return True if reached >= target else False if whole else None


def _unlike(said: str, unit: str) -> bool:
    """Whether the plan's number is another sort than the figure's: 增长10%, and 亿元."""
    if not said or not unit:
        return False
    return (said in RATES) != (unit in RATES) or {*said} & {*"亿万"} != {*unit} & {*"亿万"}


def contradiction(outcome: str, reached: Progress) -> Both | None:
    """Why ``outcome`` (兑现) and the numbers cannot both be right; None where they can."""
    numbers = Both(
        f"目标 {reached.target}{reached.unit}，实际 {reached.actual}{reached.unit}",
        f"target {reached.target}{reached.unit}, actual {reached.actual}{reached.unit}",
    )
    if reached.completion:
        numbers = Both(f"{numbers.zh}，完成 {reached.completion}", f"{numbers.en}, {reached.completion}")
    hardly = reached.completion is not None and share(reached.completion) < HARDLY
    untrue = (outcome == "完成" and reached.met is False) or (outcome == "基本完成" and reached.met is False and hardly)
    if untrue or (outcome == "未完成" and reached.met and not reached.provisional):
        return Both(f"{numbers.zh}，却写着“{outcome}”", f"{numbers.en}, and yet “{outcome}”")
    return None


def share(rate: str | None) -> Decimal:
    """The number of 49.6%."""
    return Decimal((rate or "0").rstrip("%"))


def _suggestion(met: bool | None, completion: str | None, time: "_Time | None", provisional: bool, bound: Bound) -> str:
    """A target that must not be passed may still be passed while time runs."""
    if met and not provisional and (bound == "lower" or (time and time.over)):
        return "完成"
    if met is None or time is None or (provisional and time.over):
        return ""
    if not time.over:
        return "推进中"
    return "基本完成" if completion is not None and share(completion) >= NEARLY else "未完成"


# What the words around the target say


class _Clause(NamedTuple):
    """The clause that names the target: what stands before the number, behind it, and the sentence. Empty where none does."""

    before: str = ""
    after: str = ""
    sentence: str = ""

    @property
    def ranked(self) -> bool:
        """Whether the number is a place among others: 进入全省前5位."""
        return self.before.endswith(("第", "前")) and self.after.startswith(("位", "名"))

    @property
    def unit(self) -> str:
        """The unit behind the number, where it is a usual one."""
        found = _UNIT.match(self.after)
        return found[0] if found else ""


def _clause(aim: Aim) -> _Clause:
    text = unicodedata.normalize("NFKC", aim.text)
    target = decimal(aim.target)
    for found in _NUMBER.finditer(text):
        if target is not None and decimal(found[0].rstrip(",")) == target:
            return _Clause(
                _CLAUSE.split(text[: found.start()])[-1],
                _CLAUSE.split(text[found.end() : found.end() + 12])[0],
                _SENTENCE.split(text[: found.start()])[-1] + _SENTENCE.split(text[found.end() :])[0],
            )
    return _Clause()


def _bound(aim: Aim, clause: _Clause, figure: Figure | None) -> Bound:
    """By the plan's 语气 where it says so; else by the words next to the target; else by what the figure counts."""
    if aim.modality in _FIRM:
        return _FIRM[aim.modality]
    signs = [_AFTER.match(clause.after), *reversed([*_BEFORE.finditer(clause.before)])]
    for sign in signs:
        if sign:
            return "upper" if sign["upper"] else "lower"
    if figure is None:
        return ""
    return "upper" if figure.unit in _ORDER else "lower" if _GROWING.search(figure.name) else ""


def _flows(figure: Figure | None, unit: str) -> bool:
    """Whether the number grows from nothing while time passes: that of a stock, or of a share, does not."""
    return unit not in RATES and unit not in _ORDER and (figure is None or figure.combine not in _STOCK)


def _same_span(aim: Aim, clause: _Clause, now: Period | None, figure: Figure | None) -> bool:
    """Whether the figure of ``now`` counts what the target counts: both from the same month on."""
    if aim.made is None or now is None:
        return False
    if figure is not None and figure.target and decimal(figure.target) == decimal(aim.target):
        return months(now)[0] <= months(aim.made.next)[0]
    planned = aim.made.next
    start = _start(aim.made, clause)
    return months(now)[0] == start or (months(now)[0] < start and planned.span not in clause.sentence)


# Time, in months counted through


class _Time(NamedTuple):
    passed: int
    total: int

    @property
    def over(self) -> bool:
        return self.passed >= self.total


def _time(aim: Aim, clause: _Clause, now: Period | None) -> _Time | None:
    """The months of the plan that have passed by the end of ``now``, of all it has. None where 期限 cannot be read."""
    if aim.made is None or now is None:
        return None
    start = _start(aim.made, clause)
    end = months(aim.made.next)[1] if not aim.due else due_month(aim.due, aim.made.next)
    if end is None or end < start:
        return None
    total = end - start + 1
    return _Time(min(max(months(now)[1] - start + 1, 0), total), total)


def _start(made: Period, clause: _Clause) -> int:
    """A plan for the second half may well name the target of the whole year."""
    first = months(made.next)[0]
    return made.next.year * 12 + 1 if _WHOLE_YEAR.search(clause.sentence) else first


def _rate(time: _Time | None) -> str | None:
    return percent(Decimal(time.passed), Decimal(time.total)) if time else None


def months(period: Period) -> tuple[int, int]:
    """The first and the last month, counted from the year nought, so that they can be compared and subtracted."""
    first, last = months_of(period)
    return period.year * 12 + first, period.year * 12 + last


_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"(\d{1,2})月|(?<=\d{4}[-/.])(\d{1,2})")
_QUARTER = re.compile("([一二三四])季度")
_YEAR_END = re.compile("年[底末内]?$|全年|下半年")


def due_month(due: str, planned: Period) -> int | None:
    """The month that 期限 names, as in :func:`months`; one without year is in the year of the period ``planned`` for. None
    where it names none.
    """
    text = unicodedata.normalize("NFKC", due).strip().removesuffix("前").removesuffix("之").removesuffix("以")
    year = _YEAR.match(text)
    first = 12 * (int(year[0]) if year else planned.year)
    if month := _MONTH.search(text):
        number = int(month[1] or month[2])
        return first + number if 1 <= number <= 12 else None
    if quarter := _QUARTER.search(text):
        return first + 3 * ("一二三四".index(quarter[1]) + 1)
    if "上半年" in text:
        return first + 6
    return first + 12 if _YEAR_END.search(text) or (year and year[0] == text) else None
