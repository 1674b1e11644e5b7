"""A list and the count that sums it up: 甲、乙、丙等3家企业; 宣传、培训、演练三项活动; 五项活动（…、…）.

How many names a list has is not always beyond doubt: 和 may join two names or stand within one, the first name may be glued to
a verb, the last to the number. So there is a least and a most, and only a count that no reading saves is reported.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.checks.finding import Finding, quoted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.text.figures.quantities import MEASURES, count_of
from drafter.model.problem import Severity
from drafter.model.words import Both

RULES = (
    Rule(
        "count-mismatch",
        "warning",
        Both("列举的个数与数字不符", "List unlike its count"),
        Both("列了几个、数字写几个，读者一数就知道。", "Readers count what is listed and compare it with the number."),
        GENRE,
        "扎实开展宣传、培训、演练、督查三项活动。",
        "扎实开展宣传、培训、演练、督查四项活动。",
    ),
)

#: Digits of one kind. One class begins it, for a choice of two would be tried at every sign.
_NUMBER = "(?P<number>[0-9二三四五六七八九十两](?:(?<=[0-9])[0-9]{0,2}|(?<![0-9])[二三四五六七八九十两]{0,2}))"
_THINGS = "企业|单位|部门|学校|院校|医院|项目|课题|活动|平台|机构|村|社区|乡镇|县区|地区|产品|公司"
#: 等3家, 等共三家, 等企业3家; the names stand before. What 大 and 类 count the names may only be examples of.
_AND_SO_ON = re.compile(rf"等(?:{_THINGS})?(?:共计?|首批|全[市县区省])?{_NUMBER}(?P<measure>[大{MEASURES}市县区镇乡村校国省])")
_KINDS = "大类种批级期"
#: 五项, 4家, 五大, before what is counted.
_MEASURE = "(?P<measure>[大家个项件种类名位所条座处支门场部只款起批篇份户台县区镇乡村校科])"
_COUNT = re.compile(rf"{_NUMBER}{_MEASURE}(?=[\u4e00-\u9fff“《])")
#: Of a name such as “五个一”, after which the five are listed.
_QUOTED_COUNT = re.compile(rf"“{_NUMBER}{_MEASURE}(?=[\u4e00-\u9fff]{{1,8}}”)")
#: 市、县、乡三级: each level is one sign or two, and a name at that.
_SO_MANY_LEVELS = re.compile("(?P<number>[二三四五两])(?P<measure>级)")
_LEVEL = "(?:乡镇|街道|社区|[省市县区镇乡村组州])"
_LEVELS = re.compile(rf"(?<![、）/]){_LEVEL}(?:、{_LEVEL})+$")
_NUMBER_GOES_BACK = frozenset("0123456789.,．/第零一二三四五六七八九十百两几数—-～~")
_CLAUSE_MARKS = "，。；：！？…\n"
#: A count within the clause ends another list: 三大主导产业和茶叶、水果两个特色产业.
_COUNTED = re.compile(rf"[0-9二三四五六七八九十两][余多]?[大{MEASURES}]|等")
_QUOTED = re.compile(r"(?<=“)[^“”\n]{1,60}(?=”)|(?<=《)[^《》\n]{1,60}(?=》)")
_BRACKETS = re.compile(r"（[^（）\n]*）")
#: “甲”“乙” are two names, or one where other names stand beside it.
_SIDE_BY_SIDE = re.compile(r"(?<=[”》])(?=[“《])")
_BETWEEN = re.compile("、|》《|”“")
_AND = re.compile("以及|[和及与跟暨]")
#: Between a list and a number that does not sum it up: 连续三个季度, 新增五家.
_NO_SUM = re.compile(
    r"(?:连续|近|约|共|各|分别|[达超至为有前后的了这那每上下增获建在等及和与]|铁人|突破|完成|入选|安排|明确|实施|开展|推进|全部|提升|培育|创建|打造|开通|提出|设置|设立|形成|制定|推出|[0-9])$"
)
#: 两个确立, 八项规定, 三个季度 are said as one word; 三类以上 is a grade.
_NO_NOUN = re.compile(
    "[以及上下余多之和]|分之|季度|月|年|百分点|确立|维护|意识|自信|全面|规定|原则|补贴|层面|数|球(?!队|场|馆|员|迷)"
)
#: Of several verbs or ranks with one object, the number counts the object: 修订、废止三件规章, 国家、省五个试点.
_SHARED = re.compile("(?:新建|改建|扩建|续建|制定|修订|修改|废止)(?:、|$)|国家|[省市县州]级|自治区|[、^][省市县](?:、|$)")
_OTHER_COUNT = re.compile("[0-9]+[省市县区镇乡村]")
#: A clause of its own within the list, from which on another list may run.
_CLAUSE_WITHIN = re.compile("[在对向为被把将给由从到是了]|实施|推进|开展|完成|组织|支持|打造|建成|联合|指导|引进")
#: Names of bodies and offices hold an 和 themselves.
_LAST = re.compile("([^和及与以]{2,6})和([^和及与以]{2,6})")
_COMPOUND = re.compile(
    "文化和|旅游|人力资源|住房|规划|自然资源|发展和|改革|工业和|信息化|社会保障|广播|电视|健康|应急|军人|城乡|农业|农村|知识产权|体育"
)
_ONE_SIGN = re.compile(r"(?:^|、).(?:、|$)")
#: From a count to the list that it announces, and the list.
_LIST_AFTER = re.compile(
    r"[^，。；：、（）！？\n0-9]{1,14}(?:（(?:即|包括)?(?P<within>[^（）\n]{5,200})）|(?:：|，即|，包括|，分别[为是]|——)(?P<after>[^。；！？：\n]{5,200}))"
)
#: Whether this is no list of just what is counted.
_NO_LIST = re.compile("等|[，；0-9…]|^(?:含|不含|其中|以下|简称|下称|见|详见|附|原|[一二]是|第一)")
#: A count beyond is not of the names but of what they hold.
_MOST, _NEAR = 12, 2


class _Names(NamedTuple):
    """The names that are listed in ``start:end``, with the fewest and the most that they may be."""

    start: int
    end: int
    names: list[str]
    most: int


def check(manuscript: Manuscript) -> Iterator[Finding]:
    text = _QUOTED.sub(_blank, manuscript.text)
    for found in _AND_SO_ON.finditer(text):
        listed = _list_before(text, found.start())
        number = count_of(found["number"])
        if listed and number and len(listed.names) > number and not _CLAUSE_WITHIN.search(listed.names[-number]):
            yield _finding(manuscript, found, listed, "warning" if found["measure"] in _KINDS else "error")
    for found in _COUNT.finditer(text):
        if text[found.start() - 1 : found.start()] not in _NUMBER_GOES_BACK:
            listed = _summed(text, found) or _announced(text, found)
            if listed:
                yield _finding(manuscript, found, listed, "info" if _agrees(found, listed) else None)
    for found in _SO_MANY_LEVELS.finditer(text):
        levels = _LEVELS.search(text, max(0, found.start() - 16), found.start())
        if levels and levels[0].count("、") + 1 != count_of(found["number"]):
            yield _finding(manuscript, found, _names(text, *levels.span()), None)
    for found in _QUOTED_COUNT.finditer(manuscript.text):
        listed = _announced(text, found)
        if listed:
            yield _finding(manuscript, found, listed, None)


def _summed(text: str, found: re.Match[str]) -> _Names | None:
    """The list that the count closes, if it does not agree."""
    if not _BETWEEN.search(text, max(0, found.start() - 40), found.start()) or _NO_NOUN.match(text, found.end()):
        return None
    listed = _list_before(text, found.start())
    if listed is None or not listed.names[-1] or _NO_SUM.search(listed.names[-1]):
        return None
    words = text[listed.start : listed.end]
    few = len(listed.names) < 3 and (found["number"].isdigit() or found["measure"] not in "大项种类")
    if few or _OTHER_COUNT.search(words) or _SHARED.search(words) or _ONE_SIGN.search(words):
        return None
    return listed if _one_more(found, listed) or not _agrees(found, listed) else None


def _announced(text: str, found: re.Match[str]) -> _Names | None:
    """The list that the count opens, if it does not agree."""
    after = _LIST_AFTER.match(text, found.end())
    if after is None:
        return None
    place = after.span("within" if after["within"] else "after")
    words = text[slice(*place)]
    if _NO_LIST.search(words) or _ONE_SIGN.search(words):
        return None
    listed = _names(text, *place)
    return None if len(listed.names) < 3 or _agrees(found, listed) else listed


def _agrees(found: re.Match[str], listed: _Names) -> bool:
    """Whether the count may be of this list, or is of something else altogether."""
    number, least = count_of(found["number"]), len(listed.names)
    if number is None or not 1 < number <= _MOST:
        return True
    return least <= number <= listed.most or not least - _NEAR <= number <= listed.most + _NEAR


def _one_more(found: re.Match[str], listed: _Names) -> bool:
    """Whether the count leaves out the last name, which 和 joins to the one before: 医院、学校、车站和商场三类."""
    last = _LAST.fullmatch(listed.names[-1])
    if last is None or count_of(found["number"]) != len(listed.names) or listed.most != len(listed.names) + 1:
        return False
    lengths = [len(name) for name in (*listed.names[1:-1], *last.groups())]
    return len(listed.names) > 2 and max(lengths) - min(lengths) <= 3 and not _COMPOUND.search(listed.names[-1])


def _list_before(text: str, end: int) -> _Names | None:
    """The list that ends there, begun within its clause after any other count."""
    low = max(0, end - 400)
    start = max(text.rfind(mark, low, end) for mark in _CLAUSE_MARKS) + 1
    if start == 0 < low:
        return None
    words = _BRACKETS.sub(_blank, text[start:end])
    start += words.rfind("（") + 1
    start = max((each.end() for each in _COUNTED.finditer(text, start, end)), default=start)
    listed = _names(text, start, end)
    return listed if len(listed.names) > 1 else None


def _names(text: str, start: int, end: int) -> _Names:
    words = _BRACKETS.sub(_blank, text[start:end])
    names = words.split("、")
    beside = _SIDE_BY_SIDE.split(words)
    if len(names) == 1:
        names, beside = beside, names
    return _Names(start, end, names, len(names) + len(_AND.findall(words)) + len(beside) - 1)


def _blank(found: re.Match[str]) -> str:
    """A quotation or a bracket is a part of one name: the marks within part nothing."""
    return "名" * len(found[0])


def _finding(manuscript: Manuscript, found: re.Match[str], listed: _Names, severity: Severity | None) -> Finding:
    start, end = found.start("number"), found.end("measure")
    count, names = manuscript.text[start:end], len(listed.names)
    zh = f"{names} 个" if names == listed.most else f"{names} 到 {listed.most} 个"
    en = f"{names}" if names == listed.most else f"{names} to {listed.most}"
    words = quoted(manuscript.text[listed.start : listed.end], 40)
    return Finding(
        "count-mismatch",
        start,
        end,
        Both(f"“{words}”列了{zh}，数字写的是“{count}”。", f"“{words}” lists {en}, the count says “{count}”."),
        Both("数一数列举的各项，改数字或者补上、删去一项。", "Count what is listed; mend the number or the list."),
        other=(listed.start, listed.end),
        severity=severity,
    )
