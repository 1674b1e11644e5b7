"""What is said of a number by the words around it: comparison, share, rank, expectation, scope."""

import re
from typing import NamedTuple

from drafter.importers.figures.clauses import Mention
from drafter.importers.figures.units import is_rate
from drafter.importers.figures.words import front_cut
from drafter.model.numbering import numeral_value

_BASE = r"(?:同比|环比|按可比口径|较?比?(?:上年|去年|往年|上一年|上年度|前年|上月|上季度|年初|20\d\d年)(?:度|同期|末|底|全年)*|较上期|比上期|与(?:上年|去年)(?:同期)?相比|同期)"
_RISE = r"(?:增产|前移|进|净增长?|改善|增长|增加|提高|上升|提升|增幅|增速|多|高|翻|扩大|增)"
_FALL = r"(?:减产|后移|后退|下降|减少|降低|回落|下滑|少|低|缩短|压减|压缩|减)"
_CHANGE = re.compile(
    rf"(?:(?P<base>{_BASE})[,，]?(?:实际|平均|名义|分别|均)*)?(?:(?P<rise>{_RISE})|(?P<fall>{_FALL}))(?:了|为|达|达到|约|近|超过?)*$"
)
#: Of something named before, even where no base is said: 油菜面积1.09亿亩,增加近400万亩.
_PLAIN = re.compile(r"[也又]?(?:增加|减少|增产|减产|压减|提高|下降)(?:了|约|近|超过?)*$")
_GAP = re.compile(r"(?:低于|高于|快于|慢于|好于|优于|超|距|还差|相差|差)[\u4e00-\u9fff]{0,12}$")
#: Compared with others, or with an earlier time: 较全省平均低5元, 恢复至2019年同期的81%.
_BESIDE = re.compile(
    r"(?:比|较|高于|低于)全?[国省市县区州][\u4e00-\u9fff]{0,12}[高低多少快慢](?:了|出)?$|(?:恢复到?至?|相当于)[\u4e00-\u9fff\d]{0,14}的$"
)
_SHARE = re.compile(
    r"(?:占比|占到?|占全?[\u4e00-\u9fff“”()]{0,24}?(?:的|比重|比例|份额|总数|总量))(?:为|达到|达|约|近|超过?|仅|的)*$"
)
_DONE = re.compile(
    r"(?:完成|达到|达|占|超额完成)?(?:全年|年度|年初|序时|市定|省定|下达|既定)[\u4e00-\u9fff]{0,8}(?:目标|任务|计划|指标)(?:任务|数|值|进度)?的?$"
)
_TIMES = re.compile(r"(?:去年|上年|上年同期|去年同期|同期|20\d\d年)(?:全年)?的$")
_RANK = re.compile(
    r"(?P<scope>全国|全省|全市|全区|全县|全州|[\u4e00-\u9fff]{0,6}?)(?:排名|排位|位居|位列|居|列|排在|排|名列)?"
    r"第(?P<place>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?P<unit>位|名)?(?![届期批次个季产一二三四五六七八九十])"
)
_PLACED = re.compile(r"(?:排名|排位|位次|名次)第$")
_AMONG = re.compile(r"(?P<scope>全[国省市区县州][\u4e00-\u9fff]{0,6}?)(?:中|排|第|位|居|名|获|数|$)")
_SCOPE_WORDS = re.compile(
    r"(?:总数|总量|均为|均居|均列|为|是|居|位居|位列|保持|稳居|遥居|跃居|名列|列|排名|继续|数|均|在|量|位次|总)"
)
_EXPECTED = re.compile(r"预计|估计|预期|有望")
_SETTLED = re.compile(r"已|实际|共完成|,(?:截至|截止|目前|\d|上半年|全年|今年)")
AIMS = {
    "力争": "力争",
    "确保": "确保",
    "不少于": "不少于",
    "不低于": "不少于",
    "超过": "超过",
    "突破": "超过",
    "争取": "争取",
    "拟": "拟",
    "计划": "拟",
}
_AIM = re.compile("|".join(AIMS))
_AS_OF = re.compile(
    r"(?:截至|截止|至|到)?(?:20\d\d年)?\d{1,2}月(?:份)?(?:\d{1,2}日)?(?:底|末)|20\d\d年(?:底|末)|(?:1|一)[-—–~至]\d{1,2}月"
)

_SINCE = re.compile(rf"\s*截[至止](?:{_AS_OF.pattern})")


class Relation(NamedTuple):
    """A number that says something of another one. ``kind``: 增减, 占比, 完成率 or 倍数; ``subject`` what it is of where that stands
    beside it, ``sign`` +1 or -1 for 增减, ``words`` as written. ``year``: it is compared with the year before.
    """

    kind: str
    subject: str
    words: str
    sign: int = 1
    year: bool = False


def relation_of(mention: Mention) -> Relation | None:
    """How a number relates to another one; None for one that states a size of its own."""
    lead = mention.lead.rstrip()
    unit = mention.quantity.unit
    times = _TIMES.search(lead)
    if unit == "倍" or times is not None:
        start = times.start() if times else len(lead)
        return Relation("倍数", _subject(lead[:start].rstrip("是为")), lead[start:])
    if beside := _BESIDE.match(lead):
        return Relation("增减", "", beside[0])
    change = _CHANGE.search(lead)
    if change is not None and (change["base"] or is_rate(unit) or _PLAIN.match(lead)):
        return Relation(
            "增减",
            _subject(lead[: change.start()]),
            change[0],
            -1 if change["fall"] else 1,
            bool(change["base"]) and not re.search("环比|月|季", change["base"]),
        )
    if not is_rate(unit):
        return None
    if unit.endswith("点") and (gap := _GAP.search(lead)):
        return Relation("增减", _subject(lead[: gap.start()]), gap[0])
    if done := _DONE.search(lead):
        return Relation("完成率", _subject(lead[: done.start()]), done[0])
    if share := _SHARE.search(lead):
        return Relation("占比", _subject(lead[: share.start()]), share[0])
    return None


def _subject(text: str) -> str:
    return front_cut(re.sub(r"^[,，、]|其中", "", text.strip())).strip()


class Rank(NamedTuple):
    scope: str
    place: int
    shared: bool


def rank_of(rest: str) -> Rank | None:
    """The place that is said after a number: 南通第一, 居全省第3位. ``shared``: of all that were named (均为)."""
    rest = re.split("[;；]", rest, maxsplit=1)[0]
    found = _RANK.search(rest)
    if found is None or (not found["unit"] and found["place"].isdecimal() and not _PLACED.search(rest, 0, found.start("place"))):
        return None
    place = int(found["place"]) if found["place"].isdecimal() else numeral_value(found["place"])
    if not place:
        return None
    before = rest[: found.start("place") - 1]
    clause = re.split(r"[,，。;；、]", before)[-1]
    if clause.startswith("我"):
        return None  # of us, not of what the number counts
    scope = _AMONG.search(clause)
    if scope:
        return Rank(scope["scope"], place, "均" in clause)
    words = _SCOPE_WORDS.split(clause)
    name = words[-1] or (words[-2] if len(words) > 1 else "")
    return Rank(name if 2 <= len(name) <= 6 else "", place, "均" in clause)


def expected(sentence: str) -> bool:
    """Whether the clause says that it is only expected; what comes after ; or 已 is settled again."""
    clause = re.split(r"[;；。]", sentence)[-1]
    found = list(_EXPECTED.finditer(clause))
    return bool(found) and not _SETTLED.search(clause[found[-1].end() :])


def aim_of(lead: str, tail: str) -> str:
    """How firmly a number is promised, in the words of 语气; "" for a number that is none."""
    if tail.startswith("以上"):
        return "不少于"
    found = _AIM.search(lead)
    return AIMS[found[0]] if found else ""


def as_of(lead: str, sentence: str) -> str:
    """截至6月底: until when it is counted, as its own words say, or those that the sentence begins with; "" where none do."""
    found = _AS_OF.search(lead) or _SINCE.match(sentence)
    return found[0].strip().replace("截止", "截至") if found else ""
