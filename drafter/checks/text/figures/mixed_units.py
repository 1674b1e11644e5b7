"""One thing counted with two measure words: 科技企业156户 here, 200家 there."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import combinations, islice, takewhile
from typing import NamedTuple

from drafter.checks.finding import Finding
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.text.figures.named import ALIKE, Named, alike, last_signs, named
from drafter.checks.text.figures.quantities import Quantity, quantities
from drafter.model.words import Both

RULES = (
    Rule(
        "unit-mixed",
        "info",
        Both("同一事物用了两种量词", "One thing with two measure words"),
        Both(
            "前面“156户”、后面“200家”，读的人会以为是两回事。",
            "Two measure words make the reader think of two things.",
        ),
        GENRE,
        "新增农产品加工企业12户。⏎新增农产品加工企业超过15家。",
        "新增农产品加工企业12家。⏎新增农产品加工企业超过15家。",
    ),
)

_MIXED = frozenset().union(*ALIKE)
#: So many signs at the end of two names make them one thing; fewer do where nothing but verbs stands before them in one name, or
#: in both.
_SURE, _LIKELY, _FEWEST = 5, 4, 2
#: So many names that end alike are compared.
_MOST = 50
_VERBS = re.compile(
    "(?:[新改扩续]?建成?|[已新]?(?:登记|注册|认定|培育|招录|引进|增设?|购置?|投入|开通)|净增|更新|改造|提升|受理|审结|办结|新?收|调解|发展|配备|实施|"
    "开展|举办|组织|检查|走访|培训|建设|打造|创建|评定|命名|维修|投用|启用|添置|补?种植?|[栽补]植|购买|发放|选派|招聘|完成|共?有|现有|总数?|以上|各类)*"
)
#: 校车总数 are 校车.
_TOTAL = re.compile("(?:总[数量额]|总户数|数量|保有量)$")
#: Too much is called so.
_VAGUE = re.compile(
    "项目|活动|企业|人员|案件|资金|工作|任务|机构|单位|问题|产业|服务|平台|事项|场所|设施|建设|培训|工程|线索|群众|干部|主体"
)
#: Counted as such, and by the households in it.
_HOMES = ("小区", "房", "房屋", "改造", "社区", "家庭", "农户")
#: What the number after it is not of: 重点做好, 项目和.
_NO_NAME = re.compile("[0-9][多余]?[家个户项名人所处件]|[和与及“]$|(?:做好|抓好|推进|建成|投用|实施|开展|落实|组建|创建|用于)$")
#: A number that goes with the words after it.
_BEFORE_ITS_NOUN = re.compile("(?:以上|左右)?(?![以等左占达较比同增其已均为是])[\u4e00-\u9fff“]")
#: After a number: what it counts, as far as may be its name.
_NOUN = re.compile(r"[\u4e00-\u9fff]{4,9}")
_HEAD = re.compile(
    "项目|工程|工作|人员|负责|代表|职工|任务|建设|改造|问题|课题|岗位|标准|制度|案例|服务|活动|特色|集群|园区|孵化"
)


class _Counted(NamedTuple):
    name: str
    quantity: Quantity
    begin: int


def check(manuscript: Manuscript) -> Iterator[Finding]:
    groups: dict[str, list[_Counted]] = defaultdict(list)
    for each in named(manuscript):
        name = _TOTAL.sub("", each.name)
        key = last_signs(name, _FEWEST)
        if key and each.quantity.unit in _MIXED and _is_counted(manuscript.text, each):
            groups[key].append(_Counted(name, each.quantity, each.begin))
    for key, counted in _counted_after(manuscript, groups):
        groups[key].append(counted)
    pairs = [pair for group in groups.values() if (pair := _two(group))]
    if pairs:
        yield _finding(manuscript, *min(pairs, key=lambda pair: pair[1].begin), len(pairs))


def _is_counted(text: str, each: Named) -> bool:
    """Whether the number counts what the name before it names."""
    no_name = each.name.endswith(_HOMES) or _NO_NAME.search(each.name)
    return not no_name and not _BEFORE_ITS_NOUN.match(text, each.quantity.end)


def _counted_after(manuscript: Manuscript, groups: Collection[str]) -> list[tuple[str, _Counted]]:
    """The numbers before a name that has been told with a number after it: 92家养老机构 beside 养老机构86所."""
    text, found = manuscript.text, []
    for quantity in quantities(manuscript):
        noun = _NOUN.match(text, quantity.end) if quantity.unit in _MIXED else None
        words = noun[0] if noun else ""
        for end in range(_LIKELY, len(words) + 1):
            key = words[end - _FEWEST : end]
            if key in groups and not _HEAD.match(text, quantity.end + end):
                found.append((key, _Counted(words[:end], quantity, quantity.start)))
                break
    return found


def _two(group: list[_Counted]) -> tuple[_Counted, _Counted] | None:
    """The first two of them that are one thing with two measure words. Of a vast report only the first names are compared."""
    distinct: dict[tuple[str, str], _Counted] = {}
    for each in sorted(group, key=lambda each: each.begin):
        distinct.setdefault((each.name, each.quantity.unit), each)
    for first, other in combinations(islice(distinct.values(), _MOST), 2):
        one, two = first.quantity.unit, other.quantity.unit
        if one != two and alike(one, two) and _one_thing(first.name, other.name):
            return first, other
    return None


def _one_thing(one: str, other: str) -> bool:
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(reversed(one), reversed(other), strict=False)))
    bare = [_VERBS.fullmatch(name[: len(name) - shared]) is not None for name in (one, other)]
    return shared >= _SURE or (shared >= _LIKELY and any(bare)) or (all(bare) and not _VAGUE.fullmatch(one[-shared:]))


def _finding(manuscript: Manuscript, first: _Counted, other: _Counted, things: int) -> Finding:
    one = manuscript.words(first.quantity.start, first.quantity.end)
    two = manuscript.words(other.quantity.start, other.quantity.end)
    more = Both(f"；这样的共有 {things} 种", f"; there are {things} things such as this") if things > 1 else Both("", "")
    return Finding(
        "unit-mixed",
        other.quantity.start,
        other.quantity.end,
        Both(
            f"“{other.name}”这里是 {two}，前面“{first.name}”用的是 {one}{more.zh}。",
            f"“{other.name}” is {two} here, “{first.name}” was {one} before{more.en}.",
        ),
        Both("全文用一个量词。", "Keep to one measure word."),
        other=(first.quantity.start, first.quantity.end),
    )
