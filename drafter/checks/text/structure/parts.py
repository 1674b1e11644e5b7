"""A report without issues, or without plans."""

import re
from collections.abc import Iterator

from drafter.checks.finding import Finding
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.model.problem import Severity
from drafter.model.words import Both

_DONE = "全年接收进馆档案三万卷，扫描二十万页，接待查档群众两千人次，编研出版史料三种，举办专题展览四场。"
_NEXT = "围绕新馆建设，抓好规划设计、资金筹措、设备采购、人员培训等各项工作，确保年内主体完工、明年开馆迎客。"
_REPORT = f"一、工作情况⏎{_DONE * 9}⏎{{}}二、明年打算⏎{_NEXT * 9}"

RULES = (
    Rule(
        "part-missing",
        "warning",
        Both("缺少一部分", "Part missing"),
        Both(
            "总结要有成绩、有问题、有打算；只报喜不报忧，上级会要求补写。",
            "A summary tells what was done, what is wrong and what is planned.",
        ),
        GENRE,
        _REPORT.format(""),
        _REPORT.format("存在的不足：一是库房面积不够；二是专业人员偏少。⏎"),
    ),
)

#: A shorter text is a part of a report.
_SHORTEST = 800
_WRONG = "问题|不足|短板|弱项|困难|挑战|差距|薄弱|瓶颈|制约|难题|矛盾|压力"
#: How a report says what is wrong, in a part of its own or in passing.
_ADMITTED = re.compile(
    rf"(?:存在|面临|还有|仍有|尚有|看到|认识到|意识到|正视|遇到)[^。；\n]{{0,40}}(?:{_WRONG})"
    rf"|(?:{_WRONG})[^。；\n，]{{0,8}}(?:依然|仍然|还比较|还需|有待|亟待|[较比]较?突出|较[大多为])|(?:问题|不足|困难|短板)(?:主要)?(?:是|有|表现|体现)"
    r"|(?:有待|亟待|亟需)[^。；\n]{0,16}(?:加强|提高|提升|改进|完善|解决|突破)|(?:还|仍|尚)不(?:够|足|强|高|平衡|充分|完善|健全|到位)"
)
_PLANNED = re.compile(
    r"下一步|下步|下半年|下一阶段|下阶段|明年|来年|新的一年|新一年|今后|接下来|下一年|下年度|下学期|下季度|力争|打算|工作计划|工作安排"
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    present = {each.part for each in manuscript.paragraphs if each.part}
    body = [start for start, each in manuscript.numbered if each.role != "cover"]
    if "成绩" not in present or not body or len(manuscript.text) < _SHORTEST:
        return
    missing = [part for part in manuscript.parts if part not in present]
    if "问题" in missing and "打算" in present and not _ADMITTED.search(manuscript.text):
        yield _finding(manuscript, body[0], "问题", "issues", None)
    if "打算" in missing and not _PLANNED.search(manuscript.text):
        yield _finding(manuscript, body[0], "打算", "plans", "info")


def _finding(manuscript: Manuscript, start: int, part: str, english: str, severity: Severity | None) -> Finding:
    said = {"问题": "存在的问题和不足", "打算": "下一步打算"}[part]
    return Finding(
        "part-missing",
        *manuscript.line(start),
        Both(f"通篇没有写{said}。", f"The report says nothing of {english}."),
        Both(f"补写{said}；确实不写的，换用没有这一部分的版式。", f"Write them, or choose a layout without {english}."),
        severity=severity,
    )
