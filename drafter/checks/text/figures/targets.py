"""Plans that fall behind what is already reached: 实施项目200个 where this year saw 255."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator

from drafter.checks.fewer import FEWER
from drafter.checks.finding import Finding, counted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.text.figures.named import Named, alike, last_signs, named
from drafter.model.fact import Fact
from drafter.model.words import NOTHING, Both

RULES = (
    Rule(
        "figure-target-below",
        "info",
        Both("目标低于已完成数", "Target below what was reached"),
        Both(
            "明年的目标比今年的完成数还低，读的人会问为什么。",
            "A target below what has been reached makes the reader ask why.",
        ),
        GENRE,
        "# 临江市文化局2024年工作总结⏎一、主要工作⏎举办送戏下乡演出120场。⏎二、2025年工作打算⏎举办送戏下乡演出100场。",
        "# 临江市文化局2024年工作总结⏎一、主要工作⏎举办送戏下乡演出120场。⏎二、2025年工作打算⏎举办送戏下乡演出130场。",
    ),
)

#: Works differ from year to year: of these all lower targets are told as one.
_WORKS = re.compile(
    "[新扩改续]建|建设|建成|改造|整治|治理|修复|维修|筹[集建]|竣工|开工|加装|打造|绿化|造林|[房路桥管网]$|学位|床位|车位|小区"
)
#: Targets for new jobs are set low by custom.
_JOBS = re.compile("新增[^，]{0,2}就业|转移就业|新增就业")
#: What is done about what had better be less.
_SERVED = re.compile("办理|审结|办结|执结|援助|化解|调解|公证|救助|服务|排查|整治|查处|检查")
#: What is told of each: 人均, 每万人.
_PER = re.compile("人均|平均|每")
#: What the number only measures: 引进5000万元以上项目12个.
_MEASURING = re.compile("(?:以上|以下)?(?:的|[^，。；、：（）以左上\n]{0,8}?(?:项目|企业))")
#: So many signs at the end of two names may make them one thing; so many do.
_SHARED, _SURE = 4, 5
#: So many of the last numbers of a name are kept to hold a plan against.
_KEPT = 8
_TIMES_OF_YEAR = frozenset({"", "全年"})


def check(manuscript: Manuscript) -> Iterator[Finding]:
    done: dict[str, deque[Named]] = defaultdict(lambda: deque(maxlen=_KEPT))
    planned: list[Named] = []
    for each in named(manuscript):
        shared = last_signs(each.name, _SHARED)
        if not shared or (FEWER.search(each.name) and not _SERVED.search(each.name)) or _JOBS.search(each.name):
            continue
        if each.part == "打算":
            planned.append(each)
        elif not each.aimed and each.part != "问题" and each.time in _TIMES_OF_YEAR:
            done[shared].append(each)
    halved = manuscript.period is not None and manuscript.period.part != ""
    works: list[tuple[Named, Named]] = []
    for plan in planned:
        if _told_by_facts(manuscript, plan) or not _below_is_odd(manuscript, plan, halved):
            continue
        before = reversed(done[last_signs(plan.name, _SHARED)])
        reached = next((each for each in before if _behind(manuscript, plan, each)), None)
        if reached and _WORKS.search(plan.name):
            works.append((plan, reached))
        elif reached:
            yield _finding(manuscript, plan, reached)
    if works:
        yield _finding(manuscript, *works[0], counted(len(works)))


def _told_by_facts(manuscript: Manuscript, plan: Named) -> bool:
    """Whether the plan has its target in a field, which the rule over facts looks at."""
    record = manuscript.at(plan.quantity.start).record
    return isinstance(record, Fact) and bool(record.figure and record.target)


def _below_is_odd(manuscript: Manuscript, plan: Named, halved: bool) -> bool:
    """Not where half a year is planned after another, nor where no more than so many are wanted."""
    text, quantity = manuscript.text, plan.quantity
    capped = text[quantity.end : quantity.end + 2] in ("以内", "以下") or text[max(0, quantity.start - 3) : quantity.start] in (
        "不超过",
        "不高于",
    )
    return not capped and not _MEASURING.match(text, quantity.end) and (not halved or plan.time == "全年" or plan.lead == "存")


def _behind(manuscript: Manuscript, plan: Named, reached: Named) -> bool:
    ours, theirs = plan.quantity, reached.quantity
    kinds = plan.lead == reached.lead or (plan.item and not plan.lead and reached.lead == "新")
    return kinds and alike(ours.unit, theirs.unit) and ours.value < theirs.value and _one(manuscript, plan, reached)


def _one(manuscript: Manuscript, plan: Named, reached: Named) -> bool:
    """Whether two names that end alike are of one thing and of one grade. Of works only the very same are."""
    short, long = sorted((plan, reached), key=lambda each: len(each.name))
    if short.name == long.name:
        return len(short.name) >= _SURE or not (plan.item or _WORKS.search(plan.name))
    ends = long.name.endswith(short.name[-_LONG:]) and not _WORKS.search(long.name) and not _PER.search(long.name)
    if not ends or _GRADE.findall(plan.name) != _GRADE.findall(reached.name):
        return False
    sentence, _ = manuscript.sentence(short.begin)
    return len(short.name) >= _SURE or long.name.removesuffix(short.name) in manuscript.text[sentence : short.begin]


_LONG = 7
_GRADE = re.compile("国家|省|市|县|区|星级|[1-5A]+级")


def _finding(manuscript: Manuscript, plan: Named, reached: Named, more: Both = NOTHING) -> Finding:
    aim = manuscript.words(plan.quantity.start, plan.quantity.end)
    now = manuscript.words(reached.quantity.start, reached.quantity.end)
    return Finding(
        "figure-target-below",
        plan.quantity.start,
        plan.quantity.end,
        Both(
            f"打算里“{plan.name}”是 {aim}，前面“{reached.name}”已有 {now}{more.zh}。",
            f"The plan for “{plan.name}” is {aim}; “{reached.name}” is {now} already{more.en}.",
        ),
        Both("看是不是笔误；确要下调的，说明原因。", "See whether it is a slip; if not, say why it is less."),
        other=(reached.quantity.start, reached.quantity.end),
    )
