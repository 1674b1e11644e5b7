"""What a number is the number of: the words directly before it, with the time that they speak of.

新认定高新技术企业达到76家 is the number of 新认定高新技术企业, 76家. Where the words do not name a thing plainly there is no name:
rules that hold two numbers against each other had better miss one.
"""

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from drafter.checks.manuscript import Manuscript
from drafter.checks.text.figures.quantities import Quantity, quantities
from drafter.model.period import Period
from drafter.model.spans import PATTERN as SPAN
from drafter.model.spans import months_of, read_span


class Named(NamedTuple):
    """``name`` without the words between it and the number, and without those of time; ``begin`` is where it begins. ``time``:
    "" for the period of the report itself, else as the text says it. ``lead``: what is said to be done or to be so (新增, 申报, 总数
    …), as one word for all alike. ``aimed``: it is to be, and not so yet. ``item``: it is one of several numbers in a row, so
    that the verb stands before the first.
    """

    quantity: Quantity
    name: str
    begin: int
    time: str
    part: str
    lead: str
    aimed: bool
    item: bool


_WINDOW = 44
_TO_CLAUSE = re.compile(r".*[，；：。、（）！？\n]", re.S)
#: Between a name and its number.
_LINK = re.compile(
    r"(?:(?:分别)?(?:已经?|就|(?:共|累计)(?:举办|开展|组织|办理|受理)|共|总共|共计|合计|总计|累计|约为?|大约|仅|只有|为|是|有|近|将近|接近|达到?|突破|超过?|逾|实现|完成|发展到|保持在|稳定在|扩大到|"
    r"(?:增加|增长|上升|提高|提升)[到至]|[增升]至|不少于|不低于|至少|力争(?:达到|超过)?|确保)+)$"
)
#: Who did it, where that is all of them: 全市法院受理, 各级组织共调解.
_ALL_OF_THEM = (
    r"全[市县区省镇][\u4e00-\u9fff]{2,4}?(?=新收|受理|审结|办结|执结|办理|完成|开展|组织|举办|发放|接待|检查|查处)"
    r"|(?:全[市县区省镇校院]|各级)[\u4e00-\u9fff]{0,6}(?<!公)共(?:[有计]|(?![同享建治产青识]))"
)
#: Before a name, and no part of it.
_HEAD = re.compile(
    rf"(?:(?:20[0-9]{{2}}年)?(?:{SPAN}|底|末)|20[0-9]{{2}}年|(?:截[至止])?(?:目前|今年以来|[0-9]{{1,2}}月(?:底|末|[0-9]{{1,2}}日)?)|今年以来|今年|全年|年内|年末|年底|"
    rf"本年度?|已经?|共[有计]?|{_ALL_OF_THEM}|累计|总计|合计|预计|约|并|还|同时|均|先后|[我本全]+(?:系统|[市县区省局校院镇乡州])|其中|实际|力争|确保|计划|拟|努力|"
    r"完成了?|实现了?|了|拥有|现有|现|[一二三四五六七八九]是)+"
)
#: A change, a share of many, an average: no number of the name itself.
_NOT_ITS_OWN = re.compile(
    "增长|增加|减少|下降|提高|(?<!改造)提升|降低|上升|增幅|降幅|同比|环比|分别|(?<!^)(?:平均|每)|人均$|各(?![类级种项])|多达|(?<!占)比$|[较由从等于占超]$|之一|左右|原来|的$|第[一二三四五六七八九十0-9](?!书记)|首批|^以[上下]|[0-9]$"
)
_MONTHS = r"[—–\-－~～至到]{1,2}[0-9]{1,2}月份?"
_IN_YEAR = (
    rf"上半年|下半年|全年|[底末初]|第?[一二三四1-4]季度|前(?:三季度|[0-9]{{1,2}}个月)|[0-9]{{1,2}}(?:月[底末份]?|{_MONTHS})"
)
_NUMBERED = rf"[0-9]{{0,3}}(?:年(?:来|间|{_IN_YEAR})?|月[底末份]?|季度|{_MONTHS})"
#: Words of time. Each begins with a sign of its own, so that a look for any of them skips whatever has none of these.
_TIME = re.compile(
    "|".join(
        (
            "今年(?:以来)?|本年度?|年内|截至目前|截止目前|目前|去年|上年|前年|明年|同期|期间|以来|历年|任期|上半年|下半年|全年",
            "前三季度|前(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})个月|第[一二三四1-4]季度|近[一二三四五六七八九十两几0-9]{1,2}年",
            *(f"{digit}{_NUMBERED}" for digit in "0123456789"),
            *(f"{digit}(?:季度|年来|年间|[一二三四五]”?(?:时期|规划|期间|以来))" for digit in "一二三四五六七八九十两几"),
        )
    )
)
_OWN = frozenset({"今年", "今年以来", "一年来", "本年", "本年度", "年内", "截至目前", "截止目前", "目前"})
_DATED = re.compile(f"((?:19|20)[0-9]{{2}})年({_IN_YEAR})?")
#: Of a sentence that says what is to be; 争取资金 is to get it, and a plan may be the name of a thing that was done.
_AIM = re.compile(
    "力争|争取(?![^，。；]{0,8}(?:资金|项目|支持))|力求|确保|努力|将[实达完新]|要达|预期|预计|不少于|不低于|(?<![模虚])拟"
)
#: From here on a report tells of what is to be, though no heading says so.
_TURN = re.compile("(?:总体要求|总体思路|预期目标|主要目标)(?:是|为|：)")
_AIM_CLAUSE = re.compile("计划|目标|任务|指标")
_LEADS = {
    "新": re.compile("^(?:新|净增|增加|增设|引进|引育|招引|招录|培育|创建)"),
    "报": re.compile("申报|推荐|拟|上报|备案|入库|入围|公示"),
    "存": re.compile("总数|总量|总额|余额|共有|拥有|现有|保有|存量|在册|有效"),
}
_NAME = re.compile(r"^[\u4e00-\u9fffA-Za-z0-9“”《》·\-—.%％]{2,24}$")


@lru_cache(maxsize=1)
def named(manuscript: Manuscript) -> list[Named]:
    """The quantities that have a name and a unit, in order."""
    times = list(_TIME.finditer(manuscript.text))
    starts = [each.start() for each in times]
    turn = _TURN.search(manuscript.text)
    planned = turn.start() if turn else len(manuscript.text)
    before = -1
    found = []
    for quantity in quantities(manuscript):
        if quantity.unit:
            made = _named(manuscript, quantity, before)
            if made:
                at = bisect_right(starts, quantity.start) - 1
                line = manuscript.starts[manuscript.index(quantity.start)]
                time = _said(times[at][0], manuscript.period) if at >= 0 and starts[at] >= line else ""
                found.append(made._replace(time=time, aimed=made.aimed or quantity.start > planned))
        before = quantity.end
    return found


def _named(manuscript: Manuscript, quantity: Quantity, before: int) -> Named | None:
    text, start = manuscript.text, quantity.start
    low = max(0, start - _WINDOW)
    clause = _TO_CLAUSE.match(text, low, start)
    begin = clause.end() if clause else low
    words = text[begin:start]
    link = _LINK.search(words)
    whole = words[: link.start()] if link else words
    head = _HEAD.match(whole)
    name = whole[head.end() :] if head else whole
    if not _NAME.match(name) or _NOT_ITS_OWN.search(name) or (clause is None and low):
        return None
    mark = text[begin - 1] if begin else "\n"
    if mark == "、" and before != begin - 1:
        return None  # 市级、省级重点实验室12家 are not 省级重点实验室
    paragraph = manuscript.at(start)
    sentence, _ = manuscript.sentence(start)
    lead = next((kind for kind, words in _LEADS.items() if words.search(whole if kind == "存" else name)), "")
    aimed = paragraph.part == "打算" or bool(_AIM.search(text, sentence, start) or _AIM_CLAUSE.search(words))
    return Named(quantity, name, start - len(words) + (head.end() if head else 0), "", paragraph.part, lead, aimed, mark == "、")


def _said(word: str, period: Period | None) -> str:
    """The time in one wording; "" for that of the report."""
    dated = _DATED.fullmatch(word)
    if dated and (period is None or int(dated[1]) != period.year):
        return word
    span = (dated[2] or "") if dated else word
    if word in _OWN or span in ("", "底", "末"):
        return ""
    months = read_span(span) if _SPAN.fullmatch(span) else None
    return "" if months is not None and months == months_of(period or Period(0)) else span


_SPAN = re.compile(SPAN)


def last_signs(name: str, count: int) -> str:
    """The last signs of a name; "" of one that has fewer."""
    return name[-count:] if len(name) >= count else ""


#: Measure words that people take for one another.
ALIKE = tuple(
    map(
        frozenset,
        (
            "家户个所",
            "个座处",
            "项个件",
            "名人位",
            "场次期",
            "件宗起",
            "件份",
            "台辆部",
            "张床个",
            "棵株",
            "本册",
            "栋幢",
            "只头羽",
            "条艘",
        ),
    )
)


def alike(one: str, other: str) -> bool:
    """Whether two units are the same, or said of the same thing."""
    return one == other or any(one in each and other in each for each in ALIKE)
