"""Names and laws that have given way to others by the time a report is about: the wordings of the lexicon."""

import re
from collections import defaultdict
from collections.abc import Iterator

from drafter.checks.finding import Finding, Place, counted, together
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import WORKSPACE, Rule
from drafter.checks.text.wording.listed import occurrences
from drafter.model.lexicon import Wording
from drafter.model.period import Period
from drafter.model.spans import months_of
from drafter.model.words import Both

RULES = (
    Rule(
        "dated-wording",
        "info",
        Both("旧名称、旧提法", "Dated wording"),
        Both(
            "机构改革、法律更替以后还用旧名，多半是套用了旧稿；新旧对照列在 提法.yaml 里。",
            "An old name after a reform comes from an old report; 提法.yaml lists them.",
        ),
        WORKSPACE,
        "# 清河镇2022年工作总结⏎一、主要工作⏎会同县环保局关停污染企业3家。",
        "# 清河镇2022年工作总结⏎一、主要工作⏎会同县生态环境局关停污染企业3家。",
    ),
)

#: A law that is named as what one goes by, 依据《合同法》; other titles are history.
_GONE_BY = re.compile(
    "(?:依据|依照|根据|按照|遵照|遵循|贯彻|落实|执行|实施|宣传|宣讲|学习|普及|违反|适用|对照|严格)[^，。；\n]{0,12}《(?:中华人民共和国)?$"
)
_LAWS = ("法", "总则", "通则")
#: The old name is told as such: 原县工商局, 由……更名.
_FORMER = re.compile("(?:原|时任|更名|改名|改称|撤销|整合|合并|划转|(?<![目之当此以])前)[^，。；\\n]{0,6}$")
_CHANGED = re.compile("[^，。；\\n]{0,4}(?:更名|改名|改称|改为|撤销|并入|合并|划入|整合|失效|废止)")
#: Parts of longer names: 生态环保局, 农业部门, 婚姻法律.
_BEFORE = "态化育体播林渔牧山矿通银动"
_AFTER = {"部": "门长", "法": "律规治庭院学官制人务定援"}
_LOOK, _FAR = 10, 32


def check(manuscript: Manuscript) -> Iterator[Finding]:
    wordings = {each.old: each for each in manuscript.lexicon.wordings if _holds(each, manuscript.period)}
    text, reached = manuscript.text, 0
    places: defaultdict[str, list[Place]] = defaultdict(list)
    for start, old in occurrences(text, tuple(wordings)):
        end = start + len(old)
        if start >= reached and _is_meant(text, start, end):
            places[old].append(((start, end), None))
            reached = end
    for old, spans in places.items():
        yield from _told(wordings[old], spans)


def _holds(wording: Wording, period: Period | None) -> bool:
    """Whether the new wording is the one for a report of this period."""
    if wording.since is None:
        return True
    return period is not None and period.end[:2] >= (wording.since.year, months_of(wording.since).first)


def _is_meant(text: str, start: int, end: int) -> bool:
    """Whether the name stands there by itself, for what is so called now, and not in the title of a document."""
    before = text[max(0, start - _LOOK) : start]
    if before[-1:] in tuple(_BEFORE) or text[end : end + 1] in tuple(_AFTER.get(text[end - 1], "")):
        return False
    if _FORMER.search(before) or _CHANGED.match(text, end):
        return False
    return not _in_title(text, start) or _is_law_in_force(text, start, end)


def _is_law_in_force(text: str, start: int, end: int) -> bool:
    """Whether 《》 holds nothing but the name of a law, by which something is done."""
    return (
        text.startswith("》", end)
        and text[start:end].endswith(_LAWS)
        and bool(_GONE_BY.search(text[max(0, start - _FAR) : start]))
    )


def _in_title(text: str, offset: int) -> bool:
    """Whether 《 was opened before, in this paragraph, and not closed."""
    line = text.rfind("\n", 0, offset) + 1
    return text.rfind("《", line, offset) > text.rfind("》", line, offset)


def _told(wording: Wording, places: list[Place]) -> Iterator[Finding]:
    old, new, since = wording
    more = counted(len(places))
    when = Both(f"自{since.words}起", f" since {since}") if since else Both("现在", " now")
    if new:
        message = Both(f"“{old}”{more.zh}{when.zh}已是“{new}”。", f"“{old}”{more.en} is “{new}”{when.en}.")
        fix = Both(
            "按报告所说的时间核对；确实指旧的，写明“原”。", "Check against the time of the report; put 原 before a former name."
        )
    else:
        message = Both(f"“{old}”{more.zh}{when.zh}不再这样说。", f"“{old}”{more.en} is not said{when.en}.")
        fix = Both("换一种说法，或者删去。", "Say it otherwise, or delete it.")
    yield from together("dated-wording", places, lambda _: message, fix)
