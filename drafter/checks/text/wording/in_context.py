"""What is misspelt only where it stands: 截止6月底, 企业入住园区, 有效的解决了."""

import re
from collections import defaultdict
from collections.abc import Iterator

from drafter.checks.finding import Finding, Place, counted, together
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.text.wording.confused import ARGUABLE, CONFUSED
from drafter.checks.text.wording.context import CLAUSE_END, Cases
from drafter.model.problem import Severity
from drafter.model.words import Both

RULES = (
    Rule(
        "word-in-context",
        "warning",
        Both("用词有误", "Wrong word for the place"),
        Both(
            "截止与截至、入住与入驻一类的词最容易混用，放错了地方就是错字。",
            "Words such as 截止 and 截至 are mixed up most, and in the wrong place they are misspelt.",
        ),
        GENRE,
        "截止6月底，全县新建村级养老点24个。",
        "截至6月底，全县新建村级养老点24个。",
    ),
    Rule(
        "de-before-verb",
        "info",
        Both("“地”写成了“的”", "的 for 地"),
        Both("修饰动词用“地”，修饰名词用“的”。", "地 stands before a verb, 的 before a noun."),
        GENRE,
        "集中培训有效的提高了村医的业务水平。",
        "集中培训有效地提高了村医的业务水平。",
    ),
)


_CERTAIN, _ARGUABLE = Cases(CONFUSED), Cases(ARGUABLE)
#: How much is read before an adverb.
_BACK = 16
#: 工作措施 after a verb is still one noun with it: 有效的推进工作措施.
_SHORT = 5
_MANNER = (
    "有效|积极|切实|充分|深入|大力|扎实|认真|全面|稳步|持续|不断|显著|明显|极大|迅速|及时|成功|圆满|顺利|逐步|主动|有力|牢固|妥善|严格|广泛|快速|高效"
    "|较好|很好|更好|最大限度|最大程度|科学|合理|有序|进一步|坚决|努力|密切|自觉|深刻|精准|稳妥|热情|耐心|细致|大幅度?|普遍|彻底|依法|严厉|准确|正确|清醒|规范"
)
#: What has an object after it is a verb, unless the whole is the object of another: 采取有力的推动措施.
_VERBS = "推进|推动|促进|开展|落实|做好|抓好|解决|化解|减轻|提高|提升|增强|改善|完成|保障|维护|履行|贯彻|执行|打击|遏制|防范|调动|激发|征求|听取|组织|完善|加强|优化|缓解|消除|保护|服务(?=群众|企业|基层|人民|居民|百姓|市民|农民)"
_DE = re.compile(
    f"(?:{_MANNER})(?P<de>的)(?:[\u4e00-\u9fff]{{2}}了(?![解然])|(?P<verb>{_VERBS})(?=(?P<object>[^，。；！？：、的了\\n]{{3,}})[，。；！？\\n]))"
)
_GOVERNS = re.compile(
    "采取|形成|建立|通过|进行|给予|以|有|取得|得到|作出|做出|实现|需要|出台|提供|获得|奠定|打下|是|为|营造|经过|没|了|着|过|对|更|最|[的和与及]$"
)
_THING = re.compile(
    "(?:机制|措施|方案|办法|态度|作用|成果|力度|氛围|制度|体系|能力|工作|活动|作风|精神|手段|方式|方法|路径|效果|成效|水平|环境|平台|格局|局面|举措|行动|意识|队伍|计划|过程|情况|模式|服务|环节|保证|保障)$"
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    text = manuscript.text
    yield from _told(text, _CERTAIN, None)
    yield from _told(text, _ARGUABLE, "info")
    yield from _told_de(text, [found.span("de") for found in _DE.finditer(text) if _is_manner(found)])


def _told(text: str, cases: Cases, severity: Severity | None) -> Iterator[Finding]:
    places: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    for start, end, right in cases.found(text):
        places[text[start:end], right].append(((start, end), (start, end, right)))
    for (wrong, right), those in places.items():
        yield from (each._replace(severity=severity) for each in _findings(wrong, right, those))


def _findings(wrong: str, right: str, places: list[Place]) -> Iterator[Finding]:
    more = counted(len(places))
    message = Both(f"“{wrong}”{more.zh}在这里应作“{right}”。", f"“{wrong}”{more.en} should be “{right}” here.")
    yield from together("word-in-context", places, lambda _: message, Both(f"改为“{right}”。", f"Write “{right}”."))


def _is_manner(found: re.Match[str]) -> bool:
    """Whether 的 leads to a verb that says what is done."""
    if found["verb"] is None:
        return True
    clause = CLAUSE_END.split(found.string[max(0, found.start() - _BACK) : found.start()])[-1]
    named = len(found["object"]) <= _SHORT and _THING.search(found["object"])
    return not (named or _GOVERNS.search(clause))


def _told_de(text: str, spans: list[tuple[int, int]]) -> Iterator[Finding]:
    if spans:
        start, end = spans[0]
        shown, more = text[start - 2 : end + 3], counted(len(spans))
        message = Both(f"“{shown}”{more.zh}修饰的是动词，“的”应作“地”。", f"“{shown}”{more.en}: 地 before a verb.")
        places: list[Place] = [(span, (*span, "地")) for span in spans]
        yield from together("de-before-verb", places, lambda _: message, Both("“的”改为“地”。", "Write 地 for 的."))
