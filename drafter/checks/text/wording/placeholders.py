"""What was to be filled in and never was."""

import re
from collections.abc import Iterator

from drafter.checks.finding import Finding, quoted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.scanning import Led
from drafter.model.problem import Severity
from drafter.model.words import Both

RULES = (
    Rule(
        "placeholder",
        "error",
        Both("占位符没有换", "Placeholder left"),
        Both(
            "套用旧稿或范文时留下的 xx、某某、待填，印出去就是笑话。",
            "What was to be replaced in a copied text must not be printed.",
        ),
        GENRE,
        "与xx市签订合作协议。",
        "与临江市签订合作协议。",
    ),
)

_PLACES = "省市县区镇乡村局厅委办院校站所队科股室公司企业单位部门集团大学学院同志年月日"
_UNITS = "[余多]?[万亿]?(?:元|人次|名|家[，。、企单]|[个项件场][，。、项百]|平方|公里|亩|[%％])"
_AMOUNTS = " ?[余多]?(?:[万亿]元|[万亿千百]?(?:人次|户次)|家[，。、企单]|[户项件场][，。、]|个百分点|[%％])"
_OPEN, _CLOSE = r"[（【\[]", r"[）】\]]"

#: **市 stands for a name, **重点** is emphasis, which is no business of this rule.
_EMPHASIS = rf"(?P<emphasis>\*\*(?![{_PLACES}])[^*\n]{{1,80}}\*\*)"
#: Crosses, letters and rings in the place of words.
_SIGNS = (
    rf"[xX](?<![A-Za-z0-9][xX])(?:[xX]+(?![A-Za-z0-9])|(?<!-[xX])(?=[{_PLACES}]|{_AMOUNTS}))|[×＊*](?<![0-9][×＊*])(?:[×＊*]+(?![0-9])|(?<=×)(?=[{_PLACES}])|(?<=[\u4e00-\u9fff].)(?={_AMOUNTS}))|[0-9][xX×*＊]{{4,}}(?![A-Za-z0-9])"
    rf"|[○〇◯△]{{2,}}(?<![一二三四五六七八九\n]..)(?=[{_PLACES}])|20(?<![A-Za-z0-9]20)(?:[0-9][xX×*＊]|[xX×*＊]{{2}})(?![A-Za-z0-9])|[见如][图表附件]{{1,2}}[xX×]+(?![A-Za-z0-9])"
)
#: Blanks to be filled in.
_BLANKS = (
    r"_{3,}|_{2,}(?=[\u4e00-\u9fff])|＿{2,}|□{2,}|〕[ \u3000_]*[xX×*＊]*号|年[ \u3000_]+月[ \u3000_]*日|年[0-9]{1,2}月[ \u3000_]+日|…+(?=[余多]?[万亿]元|万人|[%％]|个百分点)"
    r"|？(?<=[\u4e00-\u9fff]？)？*(?=[余多]?[万亿]?(?:元|人次|个百分点|[%％]))"
)
#: What one writes to oneself or to whoever goes on.
_NOTES = (
    rf"待(?<![看对招接款优厚善亟有尚急等期]待)[填补](?![充给助录报选偿缺植贴埋平海筑])[写入全齐]?|待补充(?=[。，；）】\]]|$)|(?:此处|这里|此段)(?:填写|插入|补充|添加|需要?补|待)|TODO|TBD|FIXME"
    rf"|(?:数据|数字|人数|金额)待[定核补填更统确][实对充写新计认]?|{_OPEN}(?:略|填写|待定|待核实?|待确认|待更新|数据待|插入|插图|补充)[^）】\]\n]{{0,8}}{_CLOSE}"
    rf"|{_OPEN}[^）】\]\n]{{0,12}}请[^）】\]\n]{{0,10}}(?:补充|填写|核实|确认|核对|提供|完善|更新)[^）】\]\n]{{0,10}}{_CLOSE}"
)
#: Slots of a form: {单位名称}, 【具体数字】.
_SLOTS = (
    r"[{｛<＜\[](?:单位|部门|姓名|名称|日期|时间|地点|数字|数据|年份|金额|项目|具体|内容|人数|城市|县区|学校|公司|标题|职务|主题)[^\]}｝>＞\n]{0,10}[\]}｝>＞]"
    r"|[（【](?:单位名称|具体数字|具体数据|项目名称|学校名称|公司名称)[）】]|【(?:姓名|具体[^】\n]{0,8}|数字|数据|年份|金额|项目名称|学校名称|公司名称|人数|填写[^】\n]{0,8})】"
)
_LEADS = r"*xX×＊○〇◯△0-9见如_＿□〕年…？待此这TF数人金（【\[{｛<＜"
_CERTAIN = Led(_LEADS, "|".join((_EMPHASIS, _SIGNS, _BLANKS, _NOTES, _SLOTS)), re.M)
#: 某某局; but 王某某 is how courts name people. Empty brackets, N for a number, and room left for one.
_LIKELY = Led(
    r"某（【《“Nn \u3000",
    rf"某(?<![\u4e00-\u9fff]某)某?(?=[{_PLACES[:18]}])|某某(?=[{_PLACES[:18]}])|[（【《“][ \u3000]+[）】》”]|《》|（）|【】"
    rf"|[Nn](?<=[成达增建设共办开举计约超][Nn])[Nn]{{0,2}}(?=[余多]?[个家项件名场户人次])|[ \u3000](?<=[成达为计到增资入额][ \u3000])[ \u3000]{{1,19}}(?={_UNITS})",
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    for found in _CERTAIN.finditer(manuscript.text):
        if found.lastgroup != "emphasis":
            yield _finding(manuscript, found, None)
    for found in _LIKELY.finditer(manuscript.text):
        yield _finding(manuscript, found, "warning")


def _finding(manuscript: Manuscript, found: re.Match[str], severity: Severity | None) -> Finding:
    start, end = manuscript.line(found.start())
    around = manuscript.text[max(start, found.start() - 6) : min(end, found.end() + 6)]
    return Finding(
        "placeholder",
        found.start(),
        found.end(),
        Both(
            f"“{quoted(around)}”里的“{found[0]}”还没有换成真实的内容。",
            f"“{found[0]}” in “{quoted(around)}” still stands for something.",
        ),
        Both("换成真实的名称或数字；没有就删去这一句。", "Put in the real name or number, or delete the sentence."),
        severity=severity,
    )
