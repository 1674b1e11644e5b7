"""A share that is told with both its numbers: 其中民营企业30家，占比25%; 目标1000户，完成650户，完成率65%.

Only where it is beyond doubt what the share is of: of the whole that 其中 opens, of a total just told, of a target that is named as
one. A share of what is not in the sentence (占全市的60%) is left alone.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from drafter.checks.finding import Finding, Span
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.text.figures.quantities import INCOMPARABLE, Quantity, bounds, count_of, meet, quantities, shown, within
from drafter.model.words import Both

RULES = (
    Rule(
        "share-off",
        "warning",
        Both("占比与数字不符", "Share unlike its numbers"),
        Both("总数和部分都写了，占比一除就知道对不对。", "Where whole and part are given, a reader can divide them, and will."),
        GENRE,
        "受理案件200件，其中民事案件150件，占比65%。",
        "受理案件200件，其中民事案件150件，占比75%。",
    ),
    Rule(
        "completion-off",
        "warning",
        Both("完成率与数字不符", "Completion unlike its numbers"),
        Both(
            "目标数和完成数都写了，完成率一除就知道对不对。",
            "Where target and result are given, a reader can divide them, and will.",
        ),
        GENRE,
        "全年目标1000户，已完成650户，完成率75%。",
        "全年目标1000户，已完成650户，完成率65%。",
    ),
)

_BE = "(?:为|达到?|是|约为)?"
#: 占总数的; what it is the total of is checked to be told before (占立项总数的).
_OF_ALL = rf"占(?P<kind>[^，。；：、\n0-9]{{0,6}}?)(?:总[^，。；：、\n0-9]{{0,4}}(?=的)|总[数量额]|全部)(?:的|比重)*{_BE}"
_SHARE = re.compile(rf"[，、（]?(?:{_OF_ALL}|占比?(?:例|重)?{_BE})")
#: 占全市120家的25%.
_SHARE_OF = re.compile(r"[，、（]?占[^，。；：、\n0-9]{0,8}")
_OF = re.compile(r"[^，。；：、\n0-9]{0,8}的")
_FRACTION = re.compile(
    rf"(?:{_SHARE.pattern})(?P<written>(?P<up>[1-9])/(?P<down>[0-9]{{1,2}})|(?P<bottom>[二三四五六七八九十])分之(?P<top>[一二三四五六七八九]))"
)
#: A fraction says roughly how much it is.
_ROUGHLY = Decimal("0.04")
_ALL = re.compile(r"(?:全[市县区省州镇乡村校院局系]|共|总|现有|辖)[^，。；\n0-9]{0,10}$")
_GOAL = "(?:目标|任务|计划|指标)"
_NAMED_GOAL = re.compile(
    rf"(?:{_GOAL}|(?<!公共)(?<!基金)预算|(?<![反响适供对相])应[检收到参改办缴退建换还评考接训])[^，。；\n0-9%]{{0,12}}$"
)
#: What is taken on, of which 办结率 tells how much was done.
_TAKEN_ON = re.compile(r"(?:承办|受理|收到|接到|交办)[^，。；\n0-9%]{0,12}$")
_DONE = re.compile(r"(?:[^。；\n0-9]|[0-9]{1,2}(?=[月日])|(?<=[0-9])[月日]){1,24}")
#: What is told between a target and a result of another thing than the result.
_ANOTHER = re.compile("本[月季周]|当[月季周]|其中|平均|每|同比|上年|去年")
_RATE = re.compile(
    rf"[，、（]?(?:(?P<beyond>超额完成(?:{_GOAL}|任务)*|超出?{_GOAL}(?:任务|数|的)*)|[\u4e00-\u9fff]{{0,6}}(?:完成(?:率|比例|进度)|执行率|支出率)|[达完]成率|达标率|(?P<done>[\u4e00-\u9fff]{{2}})率"
    rf"|(?:占|完成|为|达到?)(?:了|年度|全年|年初|计划|总)*(?:{_GOAL}|预算)(?:任务|数|总数|量|的)*|完成){_BE}"
)
_AGAINST = re.compile(
    rf"[，、（]?(?:完成|占|达到?|为)?(?:了|年度|全年|年初|既定|[省市县区]|上级|下达|的)*{_GOAL}(?:任务|总数|数|量|为|是|的|目标)*"
)
_RATE_OF = re.compile(rf"[^，。；：、\n0-9]{{0,6}}的|）?[，、（]?(?:{_GOAL}|投资)*完成(?:率|比例|进度){_BE}")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    text, every = manuscript.text, quantities(manuscript)
    for number in range(1, len(every)):
        share = every[number]
        if share.unit == "%" and not share.approximate:
            yield from _completion(text, every, number) or _shares(manuscript, every, number)
    for found in _FRACTION.finditer(text):
        yield from _fraction(manuscript, found)


def _completion(text: str, every: Sequence[Quantity], number: int) -> list[Finding]:
    """Of the quantities before a percentage, where one is a target and the other what was done of it."""
    if number < 2 or every[number - 2].unit != every[number - 1].unit or every[number].start - every[number - 2].start > 80:
        return []
    first, second, share = every[number - 2 : number + 1]
    rate = _RATE.fullmatch(text, second.end, share.start)
    if rate and _is_goal(text, first, rate["done"]) and _done(text, first, second, rate["done"]):
        return _compared("completion-off", second, [first], share, text, beyond=rate["beyond"] is not None)
    if _AGAINST.fullmatch(text, first.end, second.start) and _RATE_OF.fullmatch(text, second.end, share.start):
        return _compared("completion-off", first, [second], share, text)
    return []


def _is_goal(text: str, goal: Quantity, word: str | None) -> bool:
    names = (_NAMED_GOAL, _TAKEN_ON) if word in ("办结", "办复", "答复") else (_NAMED_GOAL,)
    return any(name.search(text, max(0, goal.start - 24), goal.start) for name in names)


def _done(text: str, goal: Quantity, result: Quantity, word: str | None) -> bool:
    """Whether the second number is what was done of the first. ``word``: what the rate is of, 接种 in 接种率."""
    between = _DONE.fullmatch(text, goal.end, result.start)
    return between is not None and not _ANOTHER.search(between[0]) and (word is None or word in between[0])


def _shares(manuscript: Manuscript, every: Sequence[Quantity], number: int) -> list[Finding]:
    text, share, part = manuscript.text, every[number], every[number - 1]
    told = _SHARE.fullmatch(text, part.end, share.start)
    if told:
        return _compared("share-off", part, _wholes(manuscript, part, told["kind"]), share, text)
    if number < 2 or every[number - 2].unit != part.unit or not _OF.fullmatch(text, part.end, share.start):
        return []
    part, whole = every[number - 2 : number]
    return _compared("share-off", part, [whole], share, text) if _SHARE_OF.fullmatch(text, part.end, whole.start) else []


def _wholes(manuscript: Manuscript, part: Quantity, kind: str | None) -> list[Quantity]:
    """What ``part`` may be a share of, as the sentence tells it; the likeliest is last. None where it may be of something else."""
    start, _ = manuscript.sentence(part.start)
    before = manuscript.text[start : part.start]
    alike = [each for each in within(manuscript, start, part.start) if each.unit == part.unit]
    if (kind and kind not in before) or part.unit in INCOMPARABLE or all(each.value < part.value for each in alike):
        return []
    opened = start + before.rfind("其中")
    wholes = [each for each in alike if each.end <= opened]
    if opened >= start and wholes:
        return [each for each in alike if each.end > opened] + wholes
    whole = alike[-1]
    between = manuscript.text[whole.end : part.start]
    closely = "，" not in between or between.startswith("，已")
    total = kind is not None or closely or _ALL.search(manuscript.text, start, whole.start) is not None
    return [whole] if len(alike) == 1 and total else []


def _fraction(manuscript: Manuscript, found: re.Match[str]) -> list[Finding]:
    parts = [each for each in within(manuscript, max(0, found.start() - 16), found.start()) if each.end == found.start()]
    top, bottom = count_of(found["up"] or found["top"]), count_of(found["down"] or found["bottom"])
    if not parts or not top or not bottom or top >= bottom:
        return []
    part = parts[0]
    wholes = _wholes(manuscript, part, found["kind"])
    if any(_vague(part, each) or abs(part.value / each.value - Decimal(top) / bottom) < _ROUGHLY for each in wholes):
        return []
    return [
        _off("share-off", part, each, found.span("written"), f"{100 * part.value / each.value:.0f}%", manuscript.text)
        for each in wholes[-1:]
    ]


def _compared(
    code: str, part: Quantity, wholes: Sequence[Quantity], share: Quantity, text: str, *, beyond: bool = False
) -> list[Finding]:
    """A finding where the share follows from none of the wholes. ``beyond``: it is what there is above the whole."""
    if not wholes or any(_vague(part, each) for each in wholes):
        return []
    least, most = bounds(part)
    for whole in wholes:
        low, high = bounds(whole)
        if meet(share, 100 * (least / high - beyond), 100 * (most / low - beyond)):
            return []
    whole = wholes[-1]
    right = shown(100 * (part.value / whole.value - beyond), share)
    return [_off(code, part, whole, (share.start, share.end), right, text)]


def _vague(part: Quantity, whole: Quantity) -> bool:
    return part.approximate or whole.approximate or whole.value <= whole.step / 2


def _off(code: str, part: Quantity, whole: Quantity, place: Span, right: str, text: str) -> Finding:
    less, more, stated = text[part.start : part.end], text[whole.start : whole.end], text[slice(*place)]
    return Finding(
        code,
        *place,
        Both(f"{less}是{more}的{right}，文中写的是{stated}。", f"{less} of {more} is {right}, not {stated}."),
        Both("核对两个数和百分比，改正写错的那一个。", "Check the two numbers and the share, and mend the wrong one."),
        other=(min(part.start, whole.start), max(part.end, whole.end)),
    )
