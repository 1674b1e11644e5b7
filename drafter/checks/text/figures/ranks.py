"""全省第一 and the like: claims that are doubted first, and that only a source settles."""

import re
from collections.abc import Iterator

from drafter.checks.finding import Finding, counted
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
_AMONG = "(?:[（(]?[市区县、]{1,3}[)）]?|城市|地区|同类|同级|系统|乡镇|高校|单位|法院|医院|学校|地市|范围|县级市?|市级|中|内|里|第[一二三]类){0,3}"
_VERB = "(?:排[名在位]|[位名]列|位[居次于]|处于|[稳跃遥]?居|列|保持|蝉联|均?为|获得?|走在|达到)?"
_DIGITS = "[一二三四五六七八九十0-9]{1,3}"
#: 第一 that is no rank: 第一批, 第一书记, 第十四届.
_NO_RANK = "产业|季度|书记|时间|责任|要务|资源|动力|生产力|党支部|[届轮批次期线课所条类种医中小人代版章款副步阶站产极]|”"
_PLACE = f"第{_DIGITS}+(?!{_NO_RANK})位?"
_FIRST = (
    f"{_PLACE}|首[位个家例创条座所款支]|榜首|唯一|之[首最]|前茅|最(?:多|高|快|优|好|大|低)(?!的)|前列|领先|居首|"
    "前[一二两三五十0-9]{1,2}(?:[位名强]|(?=[。，；、）]|$))"
)
#: What stands between scope and place: 全省县级市中排名第一.
_CLAIM = re.compile(
    rf"{_SCOPE}{_AMONG}{_VERB}(?:{_FIRST})"
    rf"|(?:排名|排在|排位|[位名]列|位居|[稳跃遥]居|位次升至|跃升至)(?!{_SCOPE})[\u4e00-\u9fff]{{0,6}}?(?:{_PLACE}|首位|榜首|前茅|前列|前[一二两三五十0-9]{{1,2}}[位名强]?)"
    rf"|(?<=[，；。、（\n])(?!安全|质量|服务|生命|预防|效益|健康|人民|群众|信誉|用户|生产|责任|环保|生态|发展|政治|工作|[一二三四五六七八九十两多几])"
    rf"[\u4e00-\u9fff]{{2}}(?:唯一|第一|首位|首家|首个|最多)(?=[，；。、）]|$)"
    rf"|(?:领跑|领先)(?:全[国省市区县州]|[\u4e00-\u9fff]{{2}}(?=[，。；]))",
    re.M,
)
#: A sentence that says where the claim is from.
_SOURCE = re.compile(
    r"《|〔|(?<![数占])据[^。，；\n]{0,24}(?:通报|公布|发布|公告|公示|公报|统计|数据|显示|反馈|核定|核算|测算|评估|报告|资料|测评|考核)"
    r"|(?<!财)经[^。，；\n]{0,16}(?:认定|核定|评定|评审|审定)|通报|公布|公报|公告|发布的|印发|证书|表彰|授予|获评|评为|评定为|命名为|荣获|获奖|奖[状牌杯]"
)
#: What is yet to be.
_AIM = re.compile(
    r"力争|争[取创当先做进]|努力|确保|力求|力保|打造|奋力|目标[是为]|致力|追求|冲刺|瞄准|对标|如果|迈向|(?<![主重需纲概简必])要|"
    r"(?<![模虚])拟|应当|差距|低于|落后|倒数|建议|希望|预期"
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    claims = [found for found in _CLAIM.finditer(manuscript.text) if _claims(manuscript, found)]
    if manuscript.foreign:
        if claims:
            yield _finding(claims[0], counted(len(claims)))
        return
    seen: set[int] = set()
    for found in claims:
        record = manuscript.at(found.start()).record
        if isinstance(record, Fact) and not record.evidence and id(record) not in seen:
            seen.add(id(record))
            yield _finding(found, counted(1))


def _claims(manuscript: Manuscript, found: re.Match[str]) -> bool:
    """Whether something is said to be so, of the past, and without a source."""
    paragraph = manuscript.at(found.start())
    if paragraph.part in ("问题", "打算") or paragraph.role in ("title", "cover", "heading"):
        return False
    start, end = manuscript.sentence(found.start())
    clause = manuscript.text.rfind("，", start, found.start()) + 1 or start
    return not _AIM.search(manuscript.text, clause, found.start()) and not _SOURCE.search(manuscript.text, start, end)


def _finding(found: re.Match[str], more: Both) -> Finding:
    return Finding(
        "rank-unproven",
        *found.span(),
        Both(f"“{found[0]}”{more.zh}没有说依据什么。", f"“{found[0]}”{more.en}: nothing says who found so."),
        Both(
            "补上通报、公报或证书的名称，或填进这一条的“依据”；拿不准就删去。",
            "Name the bulletin, or put it into 依据; if in doubt, leave it out.",
        ),
    )
