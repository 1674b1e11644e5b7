"""全省第一 and the like: claims that are doubted first, and that only a source settles."""

import re
from collections.abc import Iterator

from drafter.checks.finding import Finding, Span, counted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.model.fact import Fact
from drafter.model.words import Both

RULES = (
    Rule(
        "rank-unproven",
        "info",
        Both("排名没有依据", "Rank without evidence"),
        Both(
            "“第一”“唯一”最容易被追问，要拿得出通报、公报或证书。",
            "“First” and “only” are the first to be questioned, so a bulletin should stand behind them.",
        ),
        GENRE,
        "# 临江市档案局2024年工作总结⏎数字化率居全省第一。",
        "# 临江市档案局2024年工作总结⏎据省档案局通报，数字化率居全省第一。",
    ),
)

_SCOPE = (
    "(?:全(?:国|省|市|区|县|州|盟|旗|镇|乡|球|系统|行业|流域)|(?<![\u4e00-\u9fff])(?:省|市|区|县|国)内|世界|亚洲|同类|同行业|同级|同期|"
    "东北|华北|华东|华南|华中|[东中西]部|西[北南]|[苏皖粤浙鲁][东西南北中]|各?(?:地级市|设区市|区县|市州|县[市区]))"
)
#: 全市基层法院, 全省县级综合档案馆中.
_BODIES = (
    "(?:[\u4e00-\u9fff]{0,8}(?:法院|检察院|医院|卫生院|学校|高校|院校|小学|中学|幼儿园|馆|系统|乡镇|街道|单位|部门|机构|地区|城市|站|所|局|县|市|区|企业|"
    "同类|同级|行业|园区|基层|辖区|村|社区|中心)(?:当中|之中|中|里|内)?)?"
)
_AMONG = "(?:各|所有|[0-9]{1,3}个|[（(]?[市区县、]{1,3}[)）]?|城市|地区|同类|同级|系统|乡镇|高校|单位|法院|医院|学校|地市|范围|县级市?|市级|中|内|里|第[一二三]类|规模|总量|数量|增速|面积|体量|产量|率先|建成){0,3}"
_VERB = "(?:排[名在位列]?|[位名]列|位[居次于]|处于|[稳跃遥]?居|列|保持|蝉联|均?为|获得?|走在|达到)?"
_DIGITS = "[一二三四五六七八九十0-9]{1,3}"
#: 第一 that is no rank: 第一批, 第一书记, 第十四届.
_NO_RANK = "产业|季度|书记|时间|责任|要务|资源|动力|生产力|党支部|[届轮批次期线课所条类种医中小人代版章款副步阶站产极]|”"
_PLACE = f"第{_DIGITS}+(?!{_NO_RANK})位?"
#: The place itself; each begins with a sign of its own, which is quickly found.
_RANK = re.compile(
    f"{_PLACE}|首[位个家例创条座所款支]|榜首|首屈一指|独占鳌头|唯一|仅有(?=[，。；])|之[首最]|前茅|最[多高快优好大低前]|前列|领先|居首|"
    "前[一二两三五十0-9]{1,2}(?:[位名强]|(?=[。，；、）]|$))|十强|领(?:跑|先)(?:全[国省市区县州]|[\u4e00-\u9fff]{2}(?=[，。；]))",
    re.M,
)
_PLACED = "排名|排在|排位|[位名]列|位居|[稳跃遥]居|位次升至|跃升至"
#: Of whom, or how it is said, right before the place: 全省县级市中排名第一, 排名第一.
_AMONG_WHOM = re.compile(rf"(?:{_SCOPE}(?:{_AMONG}|{_BODIES}){_VERB}|(?:{_PLACED})(?!{_SCOPE})[\u4e00-\u9fff]{{0,6}}?)$")
#: A place of two signs that opens a clause, which the rank closes: ，安阳第一。 Slogans look alike.
_TOWN = re.compile(
    r"(?:^|[，；。、（\n])(?!安全|质量|服务|生命|预防|效益|健康|人民|群众|信誉|用户|生产|责任|环保|生态|发展|政治|工作|[一二三四五六七八九十两多几])"
    r"([\u4e00-\u9fff]{2})$"
)
_OF_TOWN = re.compile("(?:唯一|第一|首位|首家|首个|最多)(?=[，。；、）\n]|$)")
_WINDOW = 24
#: A sentence that says where the claim is from.
_SOURCE = re.compile(
    r"《|〔|(?<![数占])据[^。，；\n]{0,24}(?:通报|公布|发布|公告|公示|公报|统计|数据|显示|反馈|核定|核算|测算|评估|报告|资料|测评|考核)"
    r"|(?<!财)经[^。，；\n]{0,16}(?:认定|核定|评定|评审|审定)|通报|公布|公报|公告|发布的|印发|证书|表彰|授予|获评|评为|评定为|命名为|荣获|获奖|奖[状牌杯]"
)
#: What is yet to be.
_AIM = re.compile(
    r"力争|争[取创当先做进]|努力|确保|力求|力保|打造|奋力|目标[是为]|致力|追求|冲刺|瞄准|对标|如果|迈向|(?<![主重需纲概简必])要|"
    r"(?<![模虚])拟|应当|建议|希望|预期"
)


#: Of a place that nobody boasts of.
_POOR = re.compile("差距|低于|落后|倒数|靠后|不足|短板|薄弱")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    claims = [span for found in _RANK.finditer(manuscript.text) if (span := _claim(manuscript, found))]
    if manuscript.foreign:
        if claims:
            yield _finding(manuscript, claims[0], counted(len(claims)))
        return
    told: set[int] = set()
    for span in claims:
        record = manuscript.at(span[0]).record
        if isinstance(record, Fact) and not record.evidence and id(record) not in told:
            told.add(id(record))
            yield _finding(manuscript, span, counted(1))


def _claim(manuscript: Manuscript, found: re.Match[str]) -> Span | None:
    """What is said of whom; None where it is no rank, or is not yet so, or has a source."""
    start = _begin(manuscript.text, found)
    if start is None:
        return None
    paragraph = manuscript.at(start)
    if paragraph.part in ("问题", "打算") or paragraph.role in ("title", "cover", "heading"):
        return None
    begin, end = manuscript.sentence(start)
    clause = manuscript.text.rfind("，", begin, start) + 1 or begin
    if (
        _AIM.search(manuscript.text, clause, start)
        or _SOURCE.search(manuscript.text, begin, end)
        or _POOR.search(manuscript.text, begin, end)
    ):
        return None
    return start, found.end()


def _begin(text: str, found: re.Match[str]) -> int | None:
    """Where it is said of whom, before the place; None where it is not."""
    start = found.start()
    if found[0].startswith(("领跑", "领先")) and len(found[0]) > len("领先"):
        return start
    low = max(0, start - _WINDOW)
    among = _AMONG_WHOM.search(text, low, start)
    if among:
        return among.start()
    town = _TOWN.search(text, low, start) if _OF_TOWN.match(text, start) else None
    return town.start(1) if town else None


def _finding(manuscript: Manuscript, span: Span, more: Both) -> Finding:
    claim = manuscript.words(*span)
    return Finding(
        "rank-unproven",
        *span,
        Both(f"“{claim}”{more.zh}没有说依据什么。", f"“{claim}”{more.en}: nothing says who found so."),
        Both(
            "补上通报、公报或证书的名称，或填进这一条的“依据”；拿不准就删去。",
            "Name the bulletin, or put it into 依据; if in doubt, leave it out.",
        ),
    )
