"""One thing with two numbers: 高新技术企业总数 269家 in the lead, 296家 below."""

import re
from collections import defaultdict
from collections.abc import Iterator

from drafter.checks.finding import Finding
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.text.figures.named import Named, alike, named
from drafter.checks.text.figures.quantities import MEASURES
from drafter.model.words import Both

RULES = (
    Rule(
        "figure-two-values",
        "warning",
        Both("同一个数前后不一", "Two values for one figure"),
        Both(
            "导语一个数、正文一个数，报上去就要被退回来核。",
            "A report that gives one figure twice and differently is sent back.",
        ),
        GENRE,
        "# 临江市民政局2024年工作总结⏎全市养老机构总数达到86家。⏎一、主要工作⏎养老机构总数达到68家。",
        "# 临江市民政局2024年工作总结⏎全市养老机构总数达到86家。⏎一、主要工作⏎养老机构总数达到86家。",
    ),
)

#: Names of what there is one of in a report.
_STATE = re.compile(
    r"(?:总数|总量|总额|总值|余额|总面积|总人口|总收入|总产值|保有量|拥有量|占有量|成交额|登记额|交易额|[^、]率|比重|比例|占比|满意度|指数)$"
)
_TOTAL = re.compile("(?<=..)总[数量额]$")
#: What many things have, each its own.
_EACH = re.compile("^(?:总数|总量|总额)|项目总|工程总")
_INVESTED = re.compile("投资|资金")
#: So many signs a name has at least; so many, where it does not tell that there is one; so many, where it is of something
#: that is done over and over, each time for another cause: 发放宣传资料, 排查安全隐患.
_FEWEST, _PLAIN, _LONG = 4, 6, 9
_DOING = re.compile(
    "开展|组织|举办|召开|发放|出动|检查|排查|走访|培训|投入|整改|清理|清运|制作|悬挂|张贴|印[发制]|参与|参加|接待|争取|拆除|整治|查处|解决|化解|宣传|"
    "慰问|服务|办理|建成|新建|修建|建设|改造|安装|种植|栽植|设置|设立|收集|征求|征集|梳理|摸排|调研|演练|发布|刊发|推送|报送|撰写|落实|兑现|拨付|帮扶|资助"
)
_THINGS = frozenset(MEASURES) - {"亩"}
#: What comes more often is counted of many things in turn.
_MOST = 12
_YEARS = re.compile("[二三四五两几]年来|过去[二三四五两]年|十[一二三四五]五”?(?:时期|期间|以来)|年均")
_REVIEW = 2000
_POINT = re.compile("[一二三四五六七八九十]{1,2}是")
_VERB = (
    "狠?抓|推进|推动|发展|加强|加快|强化|深化|实施|开展|新建|改建|建设|建成|完善|优化|提升|聚焦|围绕|坚持|培育|做[好优强大实]|落实|紧盯|"
    "扎实|全力|大力|着力|持续|积极|深入|稳步|统筹|支持|改造|打造|壮大|扩大|规范|健全|创新|丰富|夯实|突出"
)
#: A part of what the report tells of: a place, a body, a building.
_SUBJECT = re.compile(
    r"(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)]?(?:[、.．]|是)?|其中，?)?(?![全我本各该]|"
    + _VERB
    + r")[\u4e00-\u9fffA-Z“”]{1,14}?"
    r"(?<![全我本各辖园市城社地片郊新山])(?:县|区|镇|乡|街道|村|社区|公司|集团|大学|学院|学校|小学|中学|幼儿园|医院|卫生院|中心|站|院|大队|支队|法庭|科|处|园区|项目|工程|高速|铁路|水库|行业|领域|产业)(?![，；0-9])"
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    groups: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for each in named(manuscript):
        if not each.aimed and not each.item and not each.quantity.approximate and _may_be_single(each):
            groups[(_TOTAL.sub("", each.name), each.time)].append(each)
    for group in groups.values():
        if 1 < len(group) <= _MOST:
            yield from _clash(manuscript, group)


def _may_be_single(each: Named) -> bool:
    unit = each.quantity.unit
    fewest = _FEWEST if unit in _THINGS else _FEWEST - 1
    return len(each.name) >= fewest and not _EACH.search(each.name) and each.part != "问题" and unit not in ("倍", "个百分点")


def _single(manuscript: Manuscript, first: Named, other: Named) -> bool:
    """Whether a report has one number of this name, as far as that tells, or tells it first in its lead.

    What is far less afterwards may be the share that one matter had in what is done over and over.
    """
    if len(first.name) != len(other.name) and not _reached(manuscript, min(first, other, key=lambda each: len(each.name))):
        return False
    if _state(first) and len(first.name) >= _FEWEST and not _INVESTED.search(first.name):
        return True
    in_lead = not first.part and other.part and not _POINT.match(manuscript.text, manuscript.sentence(first.begin)[0])
    long = len(first.name) >= (_LONG if _DOING.match(first.name) else _PLAIN) and not _INVESTED.search(first.name)
    return (long or bool(in_lead)) and 2 * other.quantity.value > first.quantity.value


def _reached(manuscript: Manuscript, each: Named) -> bool:
    """Whether the number is said to be how many there are: 企业达到286家, beside 企业总数268家."""
    return manuscript.text.endswith(("达到", "达", "共有", "现有"), each.begin, each.quantity.start)


def _state(each: Named) -> bool:
    return bool(_STATE.search(each.name)) or each.lead == "存"


def _clash(manuscript: Manuscript, group: list[Named]) -> Iterator[Finding]:
    """The first number that is not the one told before in such a unit, nor that one rounded."""
    for each in group[1:]:
        first = next(before for before in group if alike(before.quantity.unit, each.quantity.unit))
        one, other = first.quantity, each.quantity
        differ = abs(one.value - other.value) >= max(one.step, other.step)
        if differ and _single(manuscript, first, each) and _whole(manuscript, first, each):
            yield _finding(manuscript, first, each)
            return


def _whole(manuscript: Manuscript, first: Named, other: Named) -> bool:
    """Whether both are told of the whole, and not one after the other of two things."""
    listed = not _state(other) and manuscript.index(first.begin) == manuscript.index(other.begin)
    return not listed and not any(_part_of(manuscript, each) or _of_years(manuscript, each) for each in (first, other))


def _of_years(manuscript: Manuscript, each: Named) -> bool:
    """Whether it may be told of several years, which a review begins with and does not repeat."""
    return bool(_YEARS.search(manuscript.text, max(0, each.begin - _REVIEW), each.begin))


def _part_of(manuscript: Manuscript, each: Named) -> bool:
    sentence, _ = manuscript.sentence(each.begin)
    line, _ = manuscript.line(each.begin)
    return any(_SUBJECT.match(manuscript.text, at, each.begin) for at in {sentence, line})


def _finding(manuscript: Manuscript, first: Named, other: Named) -> Finding:
    one = manuscript.words(first.quantity.start, first.quantity.end)
    two = manuscript.words(other.quantity.start, other.quantity.end)
    return Finding(
        "figure-two-values",
        other.quantity.start,
        other.quantity.end,
        Both(f"“{other.name}”这里是 {two}，前面是 {one}。", f"“{other.name}” is {two} here, and {one} before."),
        Both("核对原始数据，两处写成一个数；口径不同就写明。", "See which is right; if they count differently, say so."),
        other=(first.quantity.start, first.quantity.end),
    )
