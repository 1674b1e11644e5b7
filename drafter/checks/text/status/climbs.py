"""A thing that is applied for in one place and granted in another: 申报 < 推荐 < 公示 < 获批 is a ladder."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from drafter.checks.finding import Finding, quoted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.scanning import Led
from drafter.checks.text.status.naming import Named, documents, quotations
from drafter.model.words import Both

RULES = (
    Rule(
        "status-climbs",
        "info",
        Both("申报和获批并见", "Applied for and granted"),
        Both(
            "同一件事一处说申报、公示，一处说获批、入选，要核对到底到了哪一步。",
            "Where one thing is applied for in one place and granted in another, see how far it has come.",
        ),
        GENRE,
        "积极申报“全国示范性老年友好社区”。⏎成功获批“全国示范性老年友好社区”。",
        "成功获批“全国示范性老年友好社区”。⏎巩固“全国示范性老年友好社区”成果。",
    ),
)
_LOW = "拟申报|申报|推荐|推报|推选|公示|争创|申创|申请|报送|参评|候选|入围"
_HIGH = "获批|获评|入选|通过|荣获|喜获|获得|获授|摘得|斩获|夺得|认定为|评为|确定为|列为|授予|命名为|列入|纳入|创成|创建成为|成功创建|荣膺|跻身|取得|授牌|建成|成为|上榜|捧回|当选|获$"
#: Before a name in marks the last of these counts; 创建 by itself is what is still at work.
_BEFORE = re.compile(f"({_HIGH})|({_LOW}|创建)")
#: Whatever is only hoped for has not come.
_HOPED = re.compile("力争|争取|拟|计划|准备|冲刺|冲击|有望|即将|正在|尚未|还未|没有|未能")
#: Behind it, what is still at work counts for more than any verb before: 入选“……”候选名单.
_AFTER = re.compile(
    "[^，。；\n]{0,6}?(公示|申报|申请|参评|候选|入围|争创|申创|培育|推荐|初审|待批|报批|冲刺"
    "|(?:正在|[尚仍还]?在|[尚有等]待|处于|进入)[^，。；\n]{0,6}?(?:评审|评选|评估|验收|创建|审批|批复|认定))(?!成功|成果|通过|后|以来|经验|结束)"
    "|(?:项目|工程|课题|案例|称号)?(?:已经?|成功|顺利|正式|被|经[^，。；\n]{1,8}?)*(获批|入选|获评|通过|创建成功|命名|授牌|揭牌|认定)"
)
#: A name without marks is that between a verb and a stop.
_PLAIN = Led(
    "申争推获入荣评认命列",
    "(申报|推荐|争创|申创|获批|获评|获得|入选|荣获|认定为|评为|命名为|列入)[了为]?([\u4e00-\u9fffA-Za-z（）·]{6,24})(?=[，。；、\n]|$)",
)
_LOWER = frozenset((*_LOW.split("|"), "创建"))
_STOPS = re.compile("[^，。；：！？\n]*$")
#: Who it is about; one town's is not another's. 获批“……”6个 is of several.
_WHO = re.compile(
    "([\u4e00-\u9fff]{1,5})(?<=[镇乡县市区村道所院校学馆局心司站业地])(?=[^镇乡县市区村道所院校学馆局心司站业地]*$)"
)
_BY = re.compile("[被由经].*")
_WE = re.compile("^.*[我全本该]")
_SEVERAL = re.compile("(?:项目|工程|称号)?[0-9一二三四五六七八九十两]+[个家项名所人]")
#: So far before a name its verb stands; shorter names are catchwords.
_FAR, _SHORTEST = 30, 6


class _Step(NamedTuple):
    start: int
    end: int
    verb: str
    low: bool
    part: str
    who: str = ""


def check(manuscript: Manuscript) -> Iterator[Finding]:
    steps: defaultdict[str, list[_Step]] = defaultdict(list)
    for name, step in _steps(manuscript):
        steps[name].append(step)
    for name, told in steps.items():
        lows = [step for step in told if step.low and step.part != "打算"]
        highs = [step for step in told if not step.low and step.part in ("", "成绩")]
        pair = next(((low, high) for low in lows for high in highs if _apart(manuscript, low, high)), None)
        if pair:
            first, again = sorted(pair)
            yield Finding(
                "status-climbs",
                again.start,
                again.end,
                Both(
                    f"“{quoted(name)}”前面说“{first.verb}”，这里说“{again.verb}”。",
                    f"“{quoted(name)}” is “{first.verb}” before and “{again.verb}” here.",
                ),
                Both("核对到了哪一步；都属实就不用改。", "See how far it has come; leave it if both are true."),
                other=(first.start, first.end),
            )


def _steps(manuscript: Manuscript) -> Iterator[tuple[str, _Step]]:
    """What is said of each name, where anything is."""
    for found in _PLAIN.finditer(manuscript.text):
        yield found[2], _Step(*found.span(2), found[1], found[1] in _LOWER, manuscript.at(found.start()).part)
    marked = [each for each in (*quotations(manuscript), *documents(manuscript)) if len(each.name) >= _SHORTEST]
    times = Counter(each.name for each in marked)
    for each in marked:
        step = _step(manuscript, each) if times[each.name] > 1 else None
        if step:
            yield each.name, step


def _step(manuscript: Manuscript, named: Named) -> _Step | None:
    text = manuscript.text
    if _SEVERAL.match(text, named.end):
        return None
    clause = _STOPS.search(text, max(manuscript.line(named.start)[0], named.start - _FAR), named.start)
    before = clause[0] if clause else ""
    verbs = list(_BEFORE.finditer(before))
    after = _AFTER.match(text, named.end)
    if after and (after[1] or not verbs):
        verb, low = after[1] or after[2], bool(after[1])
    elif verbs:
        verb, low = verbs[-1][0], bool(verbs[-1][2] or _HOPED.search(before))
    else:
        return None
    who = _WHO.search(_BY.sub("", before))
    part = manuscript.at(named.start).part
    return _Step(named.start + 1, named.end - 1, verb, low, part, _WE.sub("", who[1]) if who else "")


def _apart(manuscript: Manuscript, low: _Step, high: _Step) -> bool:
    """Whether two sentences say it of one and the same."""
    same = low.who.endswith(high.who) or high.who.endswith(low.who)
    return same and manuscript.sentence(low.start) != manuscript.sentence(high.start)
