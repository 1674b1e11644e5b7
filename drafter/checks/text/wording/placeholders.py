"""What was to be filled in and never was."""

import re
from collections.abc import Iterator

from drafter.checks.finding import Finding, quoted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
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
#: Crosses, letters and blanks in the place of words; notes to oneself.
_CERTAIN = re.compile(
    rf"(?<![A-Za-z0-9])[xX]{{2,}}(?![A-Za-z0-9])|(?<![A-Za-z0-9\-])[xX](?=[{_PLACES}])"
    rf"|(?<![0-9])[×＊*]{{2,}}(?![0-9])|×(?=[{_PLACES}])|(?<=[\u4e00-\u9fff])[○〇]{{2,}}(?=[{_PLACES}])"
    r"|待[填补](?![充给助录报选])[写入全齐]?|待补充(?=[。，；）】\]]|$)|(?:此处|这里)(?:填写|插入|补充)|[（【\[](?:略|填写|待定|待核实?|数据待核)[^）】\]]{0,6}[）】\]]"
    r"|TODO|TBD|_{3,}|＿{2,}|□{2,}",
    re.M,
)
#: 某某局; but 王某某 is how courts name people.
_SOMEONE = re.compile(rf"(?<![\u4e00-\u9fff])某某?(?=[{_PLACES[:18]}])|某某(?=[{_PLACES[:18]}])")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    for found in _CERTAIN.finditer(manuscript.text):
        yield _finding(manuscript, found, None)
    for found in _SOMEONE.finditer(manuscript.text):
        yield _finding(manuscript, found, "warning")


def _finding(manuscript: Manuscript, found: re.Match[str], severity: str | None) -> Finding:
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
        severity=severity,  # type: ignore[arg-type]  # a literal
    )
