"""Plans that fall behind what is already reached: 实施项目200个 where this year saw 255."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator

from drafter.checks.finding import Finding
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.text.figures.named import COUNTS, FEWER, Named, last_signs, named
from drafter.model.fact import Fact
from drafter.model.words import Both

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

#: Works differ from year to year, and targets for new jobs are set low by custom.
_NO_TREND = re.compile(
    "[新扩改续]建|建设|建成|改造|整治|治理|修复|维修|筹[集建]|竣工|开工|加装|打造|新增[^，]{0,2}就业|转移就业|新增就业|[房路桥管]$|学位|床位|车位"
)
#: So many signs at the end of two names make them one thing.
_SHARED = 5
#: So many of the last numbers of a name are kept to hold a plan against.
_KEPT = 8
_TIMES_OF_YEAR = frozenset({"", "全年"})


def check(manuscript: Manuscript) -> Iterator[Finding]:
    done: dict[str, deque[Named]] = defaultdict(lambda: deque(maxlen=_KEPT))
    planned: list[Named] = []
    for each in named(manuscript):
        shared = last_signs(each.name, _SHARED)
        if not shared or FEWER.search(each.name) or _NO_TREND.search(each.name):
            continue
        if each.part == "打算":
            planned.append(each)
        elif not each.aimed and each.part != "问题" and each.time in _TIMES_OF_YEAR:
            done[shared].append(each)
    halved = manuscript.period is not None and manuscript.period.part != ""
    for plan in planned:
        if not _told_by_facts(manuscript, plan) and _below_is_odd(manuscript, plan, halved):
            reached = next((each for each in reversed(done[last_signs(plan.name, _SHARED)]) if _behind(plan, each)), None)
            if reached:
                yield _finding(manuscript, plan, reached)


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
    return not capped and (not halved or plan.time == "全年" or plan.lead == "存")


def _behind(plan: Named, reached: Named) -> bool:
    ours, theirs = plan.quantity, reached.quantity
    units = ours.unit == theirs.unit or {ours.unit, theirs.unit} <= COUNTS
    kinds = plan.lead == reached.lead or (plan.item and not plan.lead and reached.lead == "新")
    return units and kinds and _one_kind(plan.name, reached.name) and ours.value < theirs.value


def _one_kind(one: str, other: str) -> bool:
    """Whether two names end alike and are of one grade."""
    ends = one.endswith(other[-_LONG:]) or other.endswith(one[-_LONG:])
    return ends and _GRADE.findall(one) == _GRADE.findall(other)


_LONG = 7
_GRADE = re.compile("国家|省|市|县|区|星级|[1-5A]+级")


def _finding(manuscript: Manuscript, plan: Named, reached: Named) -> Finding:
    aim = manuscript.words(plan.quantity.start, plan.quantity.end)
    now = manuscript.words(reached.quantity.start, reached.quantity.end)
    return Finding(
        "figure-target-below",
        plan.quantity.start,
        plan.quantity.end,
        Both(
            f"打算里“{plan.name}”是 {aim}，前面“{reached.name}”已有 {now}。",
            f"The plan for “{plan.name}” is {aim}; “{reached.name}” is {now} already.",
        ),
        Both("看是不是笔误；确要下调的，说明原因。", "See whether it is a slip; if not, say why it is less."),
        other=(reached.quantity.start, reached.quantity.end),
    )
