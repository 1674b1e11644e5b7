"""What is misspelt only where it stands: 截止6月底, 企业入住园区, 有效的解决了."""

import re
from collections import defaultdict
from collections.abc import Iterator

from drafter.checks.finding import Finding, Place, counted, together
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.text.wording.context import Case, Cases
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


_DATE = r"(?:[0-9]{1,4}[年月日]|[今去本上当]年|[本上当]月|目前|现在|当前|眼下|今天|昨天|年[中底末]|月[底末]|[一二三四五六七八九十]+月|[上下]半年|[一二三四]季度)"
_NO_DEADLINE = "(?<!报名)(?<!申报)(?<!征集)(?<!受理)(?<!投[稿标票])(?<!申请)(?<!登记)(?<!期限)(?<!时间)(?<!日期)(?<![将已的])$"
_FIRM = "企业|公司|机构|商户|商家|项目|团队|品牌|银行|电商|商铺|店铺|窗口|单位|部门|工作队|工作站|研究院|事务所"
_SITE = "园区|孵化|开发区|高新区|产业园|科技园|创业园|工业园|物流园|众创|基地|平台|市场|大厅|楼宇|商圈|示范区|集聚区|中心|综合体"
_DWELLER = "养老|托养|福利|护理|照料|康养|敬老|公寓|宿舍|酒店|宾馆|民宿|新居|新房|安置|小区|居民|群众|老人|游客|农户|学生|职工|住户|家庭|人才|村民|员工|患者|拎包"
_ACCOUNT = "(?![篷幕子房])"
_SUBJECT = "群众|企业|职工|居民|村民|代表|委员|家长|学生|患者|商户|农户|基层|社会|信访人|当事人|来电|来信|来访|投诉|网民|市民"
_MATTER = "问题|诉求|意见|情况|困难|需求|呼声|心声|建议|愿望"

_CASES = Cases(
    (
        Case("截止", "截至", _NO_DEADLINE, _DATE),
        Case("截止到", "截至", _NO_DEADLINE, _DATE),
        Case("截止至", "截至", "", _DATE),
        Case(
            "入住",
            "入驻",
            f"^(?!.*(?:{_DWELLER})).*(?:{_FIRM}|{_SITE}).*(?<![纳收])$",
            rf"(?!房|率|.{{0,10}}(?:{_DWELLER}|人|户))",
        ),
        Case(
            "入住", "入驻", f"^(?!.*(?:{_DWELLER})).*(?<![纳收])$", f"(?:{_FIRM}|.{{0,6}}(?:{_SITE}))(?!.{{0,4}}(?:{_DWELLER}))"
        ),
        Case("签定", "签订", "(?<![标抽])$", "(?![价位向点岗])"),
        Case("座落", "坐落", "(?<![一二两三四五六七八九十几多0-9每整各这那])$", "[于在]"),
        Case("部份", "部分", "(?<![全内分各本])$", "(?![额数])"),
        Case("充份", "充分", "", "(?![额数])"),
        Case("按排", "安排", "", "(?![名序队行放列污水量班查期气涝干])"),
        Case("己经", "已经", "(?<![自知悦利为克])$", "(?![营历手济费常过])"),
        Case("进一部", "进一步", "(?<![引购买装新])$", "[加完提推深优落强规健扩拓增夯改巩做抓激发]"),
        Case("即要", "既要", "(?<![立随当在])$", ".{1,24}?[又也还更]要"),
        Case("即定", "既定", "(?<![立随当])$", "目标|任务|方针|部署|计划|方案"),
        Case("显着", "显著", "(?<![彰凸突明])$", "[提增成效改下降优变减的特上高]"),
        Case("由为", "尤为", "(?<![理缘事自])$", "突出|重要|明显|关键|严重|显著|紧迫|必要|迫切"),
        Case("赋于", "赋予", "(?<![天禀税征])$"),
        Case("授于", "授予", "(?<![教讲传])$", ".{0,20}(?:称号|荣誉|奖|锦旗|先进|模范)"),
        Case("办事实", "办实事", "[民众业]$", "(?![效践施行体证质])"),
        Case("做为", "作为", "", "重点|重要|首要|主要|抓手|突破口|一项|头等|第一|载体|切入点|着力点"),
        Case("好象", "好像", "(?<![爱友喜])$", "(?![棋山征])"),
        Case("象", "像", "(?<![好想现对印景气形抽意迹大图肖万])$", "(?![牙棋征山限]).{1,10}?(?:一样|那样|似的)"),
        Case("反应", "反映", f"(?:{_SUBJECT})(?:所|普遍|集中|多次|向.{{1,8}})?$", f"[了出的]*.{{0,6}}(?:{_MATTER})"),
        Case("反应", "反映", "向.{1,8}$", f"(?:{_MATTER})"),
        Case("反应", "反映", "(?:充分|真实|客观|全面|如实|直观|准确)$", f"[了出]|.{{0,8}}(?:{_MATTER}|水平|面貌|成效)"),
        *(Case(f"{sign}帐", f"{sign}账", "", _ACCOUNT) for sign in "记转入查结算付对报挂坏呆旧总细"),
        *(Case(f"帐{sign}", f"账{sign}", "(?<![蚊营])$") for sign in "户目本册簿款面"),
    )
)
_DE = re.compile(
    "(?:有效|积极|切实|充分|深入|大力|扎实|认真|全面|稳步|持续|不断|显著|明显|极大|迅速|及时|成功|圆满|顺利|逐步|主动|有力|牢固|妥善|严格|广泛|快速|高效"
    "|较好|很好|更好|最大限度|最大程度|科学|合理|有序|进一步)(的)[\u4e00-\u9fff]{2}了(?![解然])"
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    text = manuscript.text
    places: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    for start, end, right in _CASES.found(text):
        places[text[start:end], right].append(((start, end), (start, end, right)))
    for (wrong, right), those in places.items():
        yield from _told(wrong, right, those)
    yield from _told_de(text, [found.span(1) for found in _DE.finditer(text)])


def _told(wrong: str, right: str, places: list[Place]) -> Iterator[Finding]:
    more = counted(len(places))
    message = Both(f"“{wrong}”{more.zh}在这里应作“{right}”。", f"“{wrong}”{more.en} should be “{right}” here.")
    yield from together("word-in-context", places, lambda _: message, Both(f"改为“{right}”。", f"Write “{right}”."))


def _told_de(text: str, spans: list[tuple[int, int]]) -> Iterator[Finding]:
    if spans:
        start, end = spans[0]
        shown, more = text[start - 2 : end + 3], counted(len(spans))
        message = Both(f"“{shown}”{more.zh}修饰的是动词，“的”应作“地”。", f"“{shown}”{more.en}: 地 before a verb.")
        places: list[Place] = [(span, (*span, "地")) for span in spans]
        yield from together("de-before-verb", places, lambda _: message, Both("“的”改为“地”。", "Write 地 for 的."))
