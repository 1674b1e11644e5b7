"""Which part of a report a heading opens: achievements, issues or plans.

Told by the words of the heading, by its year against the report's own, and where words say nothing by its place. Parts nest:
issues may lie inside a section of achievements, and end where that section goes on.
"""

import re
from typing import NamedTuple

from drafter.importers.outline.headings import Item, heading_text
from drafter.importers.outline.signs import length

ACHIEVEMENTS, ISSUES, PLANS = "achievements", "issues", "plans"

_ISSUE = re.compile(r"问题|不足|困难|短板|差距|薄弱|挑战|弱项|缺点|缺陷|教训|制约|难点|痛点|堵点|瓶颈|矛盾|隐忧|压力")
#: Words that act on an issue: the heading tells of work, not of what is wrong.
_ACTING = re.compile(
    r"解决|破解|化解|攻克|补齐|补足|补强|补上|破除|针对|聚焦|排查|查摆|查找|克服|应对|攻坚|导向|回应|突破|消除|治理|办理|缩小|整治|梳理|直面|瞄准|帮扶|困难(?:群|职|学|家|党|人|户|企|老|儿)|"
    r"困难救|迎接|补短板|强弱项|打通|纾|调解|调处|矛盾纠纷|扶贫|压力测试|汲取|信访|整改(?:落实|完成|成效|到位)"
)
_FUTURE = re.compile(
    r"打算|下一步|下步|下一阶段|下阶段|下一年|下年度|下学期|下学年|今后|明年|来年|未来|新的一年|新一年|新年度|努力方向|展望|设想|思路|谋划|接下来|后续|后期|下一个"
)
_PLAN = re.compile(r"计划|安排|规划|措施|对策|建议|举措|目标|任务|要点|重点工作|工作重点|方向|部署|意见|要求")
_DONE = re.compile(
    r"完成|开展|进展|成效|回顾|总结|亮点|做法|落实|执行|成绩|基本情况|概况|经验|体会|主要工作|工作情况|推进情况|运行情况|特色|成果|收获|履职|取得|上半年|已|实施情况|启示|措施及成效|自评|荣誉"
)
_YEAR = re.compile(r"(20\d\d|19\d\d)(?!\d)")
#: A day on which something was said or signed is no year that is reported on; a year that is looked back on is.
_DAY = re.compile(r"(?:20|19)\d\d年\d{1,2}月\d{1,2}日")
_LOOKED_BACK = re.compile(r"(20\d\d|19\d\d)年?(?:度)?[^，。；\d]{0,8}(?:回顾|总结)")
_WILL = re.compile(r"将(?!近|军|来)|力争|确保|继续|进一步|(?<![需主重])要(?!求|素|点|闻|案|件)|争取|拟|加快|着力")
_PAST = re.compile(r"了|累计|共(?!同|产|建|享)|已|完成|获|同比|全年|荣获|开展")
_TURN = re.compile(
    r"^(?:下一步|下步|今后|明年|来年|下半年|下阶段|下一阶段|针对(?:上述|以上|这些|存在)|为此|接下来|面对(?:上述|以上|这些)|在今后)"
)
_SUB_ISSUE_LENGTH = 24
#: What a report says when it turns from what was achieved to what is wrong, without a heading.
_ADMITTED = re.compile(
    r"(?:清醒|深刻|客观|充分)地?(?:看到|认识到|意识到)|[还也更](?:要|应该?|必须)?(?:看到|认识到)"
    r"|存在.{0,16}(?:问题|不足|差距|困难|短板)|(?:还|仍然?|依然)面临.{0,12}(?:困难|挑战|问题)"
)
#: So far into a paragraph it must be said.
_ADMITTED_WITHIN = 60


class Span(NamedTuple):
    """What time the report is about, as its title says: the year, and whether only the first half. None: not said."""

    year: int | None
    first_half: bool
    plan_only: bool = False


class Parted(NamedTuple):
    """The part of each item, and the indexes of headings that name issues and plans together."""

    parts: list[str]
    combined: list[int]


def own_span(title: str, opening: str = "") -> Span:
    """The span of the summary: from the title before its plan is named, else from the words that the report opens with."""
    own = re.split(r"(?:暨|及|和|与|、)(?=.{0,12}(?:打算|计划|安排|思路|要点|展望))", title, maxsplit=1)[0]
    opening = _DAY.sub("", opening)
    years = _LOOKED_BACK.findall(opening) or _YEAR.findall(own) or _YEAR.findall(opening) or _YEAR.findall(title)
    plan_only = re.search(r"打算|计划|要点|安排|思路|规划", title) is not None and not re.search(
        r"总结|情况|汇报|报告|小结|回顾|述职", title
    )
    first_half = "半年" in own and "下半年" not in own
    return Span(int(years[0]) if years else None, first_half, plan_only)


def assign(items: list[Item], levels: list[int], span: Span) -> Parted:
    """The part of every item. ``levels`` are those of the headings, 0 for other items."""
    parts: list[str] = []
    combined: list[int] = []
    stack: list[tuple[int, str]] = []
    sections = _sections(levels)
    section_part: str | None = None
    for index, item in enumerate(items):
        level = levels[index]
        if level:
            while stack and stack[-1][0] >= level:
                stack.pop()
            if stack:
                part = _nested(heading_text(item), stack[-1][1], span)
            else:
                part, both = _section_part(items, sections[index], section_part, span)
                section_part = part
                combined += [index] if both else []
            stack.append((level, part))
        elif combined and stack and stack[-1][1] == ISSUES and _TURN.match(_bare(item)):
            stack[-1] = (stack[-1][0], PLANS)
        elif stack and stack[-1][1] == ACHIEVEMENTS and _admits(item):
            stack[-1] = (stack[-1][0], ISSUES)
        parts.append(stack[-1][1] if stack else _loose_part(item, parts, span))
    return Parted(parts, combined)


class _Section(NamedTuple):
    """A section of the first level: where its heading stands, where the next section begins, and its place."""

    start: int
    stop: int
    first: bool
    last: bool


def _sections(levels: list[int]) -> dict[int, _Section]:
    tops = [index for index, level in enumerate(levels) if level == 1]
    edges = [*tops, len(levels)]
    return {top: _Section(top, edges[place + 1], place == 0, place + 1 == len(tops)) for place, top in enumerate(tops)}


def _section_part(items: list[Item], section: _Section, before: str | None, span: Span) -> tuple[str, bool]:
    """(part of a section of the first level, whether its heading names issues and plans together)."""
    text = heading_text(items[section.start])
    if span.plan_only:
        return (ISSUES if _names_issues(text) and not _FUTURE.search(text) else PLANS), False
    part, both = _named(text, span)
    if part is not None:
        return part, both
    return _by_place(items, section, before or ACHIEVEMENTS), False


def _named(text: str, span: Span) -> tuple[str | None, bool]:
    """The part that the words of a heading of the first level name."""
    issues, done = _names_issues(text), _DONE.search(text) is not None
    future = _looks_ahead(text, span)
    if issues and (future or re.search(r"措施|对策|建议|打算", text)):
        return ISSUES, True
    if issues:
        return (
            (ACHIEVEMENTS, True)
            if done and re.search(r"成绩|成效|情况|进展", text) and "存在" not in text[:6] and "完成" in text
            else (ISSUES, False)
        )
    if future:
        return PLANS, False
    if done:
        return ACHIEVEMENTS, False
    if _PLAN.search(text) and "下半年" not in text and length(text) < 30:
        years = _YEAR.findall(text)
        return (None if (years and int(years[0]) == span.year) or "重点" in text else PLANS), False
    return None, False


def _names_issues(text: str) -> bool:
    return _ISSUE.search(text) is not None and _ACTING.search(text) is None


def _looks_ahead(text: str, span: Span) -> bool:
    if _FUTURE.search(text) and not re.search(r"(?:打算|计划|安排|思路|设想).{0,4}(?:完成|落实|执行|实施)", text):
        return True
    years = [int(year) for year in _YEAR.findall(text)]
    if years and span.year is not None and min(years) > span.year and "五" not in text[:3]:
        return True
    if "下半年" in text and (span.first_half or (span.year is None and _PLAN.search(text))):
        return True
    return bool(re.search(r"(?:工作)?(?:计划|安排|要点)$", text.rstrip("。：: "))) and not re.search(r"完成|落实|执行|情况", text)


def _nested(text: str, above: str, span: Span) -> str:
    """A heading inside a part changes it only if it plainly names another one."""
    bare = text.rstrip("。：:；; ")
    if length(bare) > _SUB_ISSUE_LENGTH:
        return above
    if (
        above != PLANS
        and _names_issues(bare)
        and re.search(
            r"存在|主要|面临|当前|目前|突出|^(?:工作)?(?:问题|不足|困难|短板|差距)|(?:问题|不足|困难|短板|差距|薄弱环节|挑战)(?:和|与|及|、|$)",
            bare,
        )
    ):
        return ISSUES
    if above != PLANS and re.search(
        r"打算|努力方向|(?:未来|改进).{0,6}(?:计划|方向|安排|举措)|(?:下一?步|下半年|明年|来年|今后|下阶段|下一阶段|下一年|20\d\d年).{0,12}(?:计划|安排|思路|重点|举措|措施|工作|目标)",
        bare,
    ):
        return PLANS if _looks_ahead(bare, span) else above
    if above == ISSUES and re.search(r"(?:下一步|整改|改进|解决).{0,4}(?:措施|对策|建议|思路|办法)|^(?:对策|建议|措施)", bare):
        return PLANS
    return above


def _by_place(items: list[Item], section: _Section, before: str) -> str:
    """A section without a telling word: as the one before it; the last one, or one after the issues, by its tense."""
    if before == PLANS or section.first or (before == ACHIEVEMENTS and not section.last):
        return before
    words = "".join(item.paragraph.text for item in items[section.start : section.stop])
    will, past = len(_WILL.findall(words)), len(_PAST.findall(words))
    if will > 2 * past:
        return PLANS
    return ACHIEVEMENTS if past > will else before


def _loose_part(item: Item, parts: list[str], span: Span) -> str:
    """Text under no heading: it turns to issues or plans where its first words do."""
    before = parts[-1] if parts else (PLANS if span.plan_only else ACHIEVEMENTS)
    text = _bare(item)[:40]
    if before != PLANS and _TURN.match(text):
        return PLANS
    if before == ACHIEVEMENTS and re.search(r"存在.{0,16}(?:问题|不足|差距|困难|短板)|(?:还|也)有.{0,8}(?:不足|差距)", text):
        return ISSUES
    return before


def _admits(item: Item) -> bool:
    """Whether a paragraph of a section without a heading of its own turns to what is wrong."""
    opening = _bare(item)[:_ADMITTED_WITHIN]
    return _ADMITTED.search(opening) is not None and _ISSUE.search(opening) is not None


def _bare(item: Item) -> str:
    return (item.ordinal.rest if item.ordinal else item.paragraph.text).lstrip()
