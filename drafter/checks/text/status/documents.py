"""How far a document has come is told alike everywhere: 拟出台 is not 印发, and what was issued is not to be issued again."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from drafter.checks.finding import Finding, quoted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.text.status.naming import Named, core, documents, one_document, version
from drafter.model.problem import Severity
from drafter.model.words import Both

RULES = (
    Rule(
        "document-status",
        "warning",
        Both("文件出台情况前后不一", "Two states of a document"),
        Both(
            "同一个文件一处说已印发，一处说拟出台，读的人不知道到底出了没有。",
            "Where a document is issued in one place and to be issued in another, nobody knows which is true.",
        ),
        GENRE,
        "印发《校园食品安全管理办法》。⏎拟出台《校园食品安全管理办法》。",
        "印发《校园食品安全管理办法》。⏎落实《校园食品安全管理办法》。",
    ),
)
#: How far: to come, drawn up, drawn up and perhaps issued (制定), issued.
_AHEAD, _DRAFT, _MADE, _ISSUED = range(4)


class _Told(NamedTuple):
    document: Named
    stage: int
    words: str
    part: str


#: Verbs just before the name, the nearest of which counts; what may stand between.
_BETWEEN = "[^，。；：！？《》\n]{0,8}$"
_ISSUE = re.compile(f"(印发|出台|颁布|发布|公布|下发|制发)(?!的){_BETWEEN}")
_DRAW_UP = re.compile(f"(起草|草拟|代拟|拟订|征求)(?!的){_BETWEEN}")
_MAKE = re.compile("(制定|制订|编制)(?:完成|形成)?了?$")
_TO_COME = re.compile(
    "拟(?!定|订)|计划|将|正在|正(?=制|编|起|研)|着手|推动|推进|加快|尽快|适时|准备|待|酝酿|筹备|力争|争取|抓紧|继续"
)
#: What is said after the name. 征求意见后印发 tells that it is out.
_COMES = "出台|印发|颁布|发布|公布|施行"
_STATED = re.compile(
    "(?:(?:编制|制定|起草)(?:完成)?并|已经?|现|均|并|正式|顺利|成功|由[^，。；《]{1,12}?|以[^，。；《]{2,12}?名义|经[^，。；《]{1,12}?(?:后|同意|通过|批准)，?"
    f"|[于自]?(?:今年|20[0-9]{{2}}年)?[0-9]{{1,2}}月(?:[0-9]{{1,2}}日|[份底初])?起?)*({_COMES}|实施)(?!后|细则|方案|意见|情况|以来|办法)"
)
_TO_BE = re.compile(
    "[^，。；《]{0,6}?((?:尚未|[还仍]未|迟迟未|没有?|未能?|即将|有?待|拟|将|计划|力争|争取|预计|尽快|早日|[尚还]?需)"
    f"(?:正式|最终|及时)?)[^，。；《]{{0,10}}?({_COMES}|制定)(?!后)"
)
_UNDER_WAY = re.compile(
    "的?(?:草案|初稿|文稿)?(?:[正仍尚还现]|目前|停留|处|在|于|进入|已|基本|完成|组织|公开|广泛|面?向社会|再次|调研|抓紧|加快|按程序|[尚还]?需|进一步)*"
    "(征求[^，。；《]{0,6}意见(?!建议|的?基础|并|后|，[^。；]{0,12}[印出])|(?:形成)?(?:初稿|送审稿|征求意见稿)|起草(?!并|完成并)|拟[定订]|草拟|报[审批]|送审|修改完善|待[印审][发定]"
    "|(?:制定|编制|修改)中|(?<=在)(?:制定|制订|编制|研究|酝酿|论证|立法)|(?:编制|制定)工作[^，。；]{0,6}(?:推进|进行|启动|开展|有序)"
    "|通过(?:专家)?(?:论证|评审|初审)|报[市县区省][^，。；]{1,8}(?=[，。；\n]|$)"
    "|(?:报|报送|报请|提请|提交)[^，。；《]{0,12}审[议定批核查](?!通过|同意|批准|后))"
)
#: Its version or years, which are no part of its name.
_BRACKETED = re.compile("（[^（）]{0,20}）")
#: What is done with a document that there is; and what belongs to it, rather than it.
_USED = re.compile("落实|贯彻|按照|根据|依据|依照|围绕|对照|学习|宣传|解读|执行|的$|修订|修改|修正|完善|配合|参与")
_MENDED = re.compile("修订|修改|修正|完善|配合|参与")
_PARTS = re.compile("的?(?:实施细则|细则|配套|解读|任务|分工|实施方案|宣贯|宣传|修订|修改(?!完善)|贯彻|落实|补充|通知)")
_JOINED = re.compile("(?:（[^（）]{0,20}）)?(?:、|和|及|与|以及|，)?$")
_STOPS = "，。；：！？\n"
#: What is issued again and again.
_REGULAR = re.compile("(?:报告|[白蓝绿]皮书|公报|指数|年鉴|简报|目录|名单|榜单|清单|要点|专刊|手册)$")
_OF_DRAFTS = re.compile("征求意见|草案|送审|讨论|初稿|审议")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    told: defaultdict[str, list[_Told]] = defaultdict(list)
    for each in _told(manuscript):
        told[core(each.document.name)].append(each)
    for group in told.values():
        if len(group) > 1:
            found = next(
                (finding for later in range(1, len(group)) if (finding := _odd(manuscript, group[:later], group[later]))), None
            )
            if found:
                yield found


def _told(manuscript: Manuscript) -> Iterator[_Told]:
    text = manuscript.text
    last: _Told | None = None
    for each in documents(manuscript):
        here = manuscript.at(each.start)
        joined = (
            last is not None and last.document.end > each.start - 30 and _JOINED.fullmatch(text, last.document.end, each.start)
        )
        read = (last.stage, last.words) if last is not None and joined else _stage(manuscript, each)
        last = _Told(each, *read, here.part) if read else None
        if last is not None and not _OF_DRAFTS.search(version(each.name)) and not _REGULAR.search(each.name):
            yield last


def _stage(manuscript: Manuscript, document: Named) -> tuple[int, str] | None:
    """How far it has come, and the words for that; None where nothing is said of it."""
    text = manuscript.text
    begin = max(manuscript.line(document.start)[0], document.start - 30)
    clause = text[begin : document.start]
    clause = clause[max(clause.rfind(stop) for stop in _STOPS) + 1 :]
    bracketed = _BRACKETED.match(text, document.end)
    end = bracketed.end() if bracketed else document.end
    after = text[end : end + 30].split("。")[0].split("；")[0].split("\n")[0]
    issue, ahead = _ISSUE.search(clause), _TO_COME.search(clause)
    # 修订印发 is issued as well; 拟修订印发 is only to be.
    mended = issue is not None and ahead is None and _MENDED.search(clause, 0, issue.start())
    if _PARTS.match(after) or _USED.search(_MENDED.sub("", clause) if mended else clause):
        return None
    verb = issue or _DRAW_UP.search(clause) or _MAKE.search(clause)
    if verb:
        if ahead:
            return _AHEAD, f"{ahead[0]}{verb[1]}"
        return _ISSUED if issue else _MADE if verb.re is _MAKE else _DRAFT, verb[1]
    under_way, to_be, stated = _UNDER_WAY.match(after), _TO_BE.match(after), _STATED.match(after)
    if under_way:
        return _DRAFT, under_way[1]
    if to_be:
        return _AHEAD, f"{to_be[1]}{to_be[2]}"
    return (_ISSUED, stated[1]) if stated else None


def _odd(manuscript: Manuscript, before: list[_Told], now: _Told) -> Finding | None:
    """What is said of a document now, against what was said before."""
    for each in before:
        severity = _contrary(manuscript, each, now)
        if severity and one_document(each.document.name, now.document.name):
            name, again = quoted(now.document.name), "打算里又要" if now.part == "打算" else "这里却是"
            return Finding(
                "document-status",
                now.document.start,
                now.document.end,
                Both(
                    f"《{name}》前面说“{each.words}”，{again}“{now.words}”。",
                    f"《{name}》 is “{each.words}” before and “{now.words}” here.",
                ),
                Both("查实文件到了哪一步，改成一致。", "Find out how far it has come, and tell it alike."),
                other=(each.document.start, each.document.end),
                severity=severity,
            )
    return None


def _contrary(manuscript: Manuscript, one: _Told, now: _Told) -> Severity | None:
    if manuscript.sentence(one.document.start) == manuscript.sentence(now.document.start):
        return None
    if now.part == "打算":
        return "warning" if one.part != "打算" and one.stage == _ISSUED else None
    if one.part == "打算":
        return "warning" if now.stage == _ISSUED else None
    stages = {one.stage, now.stage}
    if stages == {_AHEAD, _ISSUED}:
        return "warning"
    if stages == {_AHEAD, _MADE}:
        return "info" if "问题" not in (one.part, now.part) else None
    if stages == {_DRAFT, _ISSUED}:
        apart = manuscript.index(one.document.start) != manuscript.index(now.document.start)
        return "warning" if now.stage == _DRAFT or apart else None
    return None
