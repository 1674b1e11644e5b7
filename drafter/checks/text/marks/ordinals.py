"""The mark after an ordinal: 一、 （一） 1. （1） and none after a bracket."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.checks.finding import Finding, counted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import LAYOUT, Rule
from drafter.checks.text.marks.spots import Spot, told
from drafter.model.ordinals import read_ordinal
from drafter.model.problem import Severity
from drafter.model.words import Both

RULES = (
    Rule(
        "ordinal-mark",
        "warning",
        Both("序号后面的标点不对", "Wrong mark after an ordinal"),
        Both(
            "公文的层次依次用“一、”“（一）”“1.”“（1）”，括号后面不再加标点。",
            "The levels are 一、 （一） 1. （1）; no mark follows a bracket.",
        ),
        f"{LAYOUT} 7.3.3",
        "（一）、加强库房管理",
        "（一）加强库房管理",
    ),
)

_CHINESE = "[一二三四五六七八九十百]{1,4}"
#: After a bracket, wherever the item begins; elsewhere only at the start of a paragraph, where 1、 can be nothing else.
_BRACKETED = re.compile(
    rf"[（(](?<![\u4e00-\u9fff”》）)0-9].)(?:{_CHINESE}|[0-9]{{1,2}})[）)](?P<bracket>[、.．,，:：]++)(?![（(0-9])"
)
_TYPED = re.compile(rf"^[ \t\u3000]*(?:[0-9]{{1,2}}(?P<arabic>[、,，])|{_CHINESE}(?P<chinese>[.．,，]))", re.M)
#: 一是、 and 第一、, but 第一、二季度 and 第一、第二产业 name two.
_POINT = re.compile(
    "(?:[一二三四五六七八九十](?<![\u4e00-\u9fff].)[是要]|[第其](?<![\u4e00-\u9fff].)[一二三四五六七八九十]|首(?<![\u4e00-\u9fff].)先|其(?<![\u4e00-\u9fff].)次)"
    "(?P<point>、)(?![第其]?[一二三四五六七八九十])"
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    if not manuscript.foreign:
        return
    spots: dict[str, list[Spot]] = {kind: [] for kind in _KINDS}
    for pattern in (_BRACKETED, _TYPED, _POINT):
        for found in pattern.finditer(manuscript.raw):
            paragraph = manuscript.at(found.start())
            kind = found.lastgroup or ""
            if paragraph.role != "table" and (pattern is not _TYPED or read_ordinal(paragraph.text) is not None):
                begin = found.end() - len(found[0].lstrip())
                mark = "，" if found[0][0] in "第其首" else _KINDS[kind].mark
                spots[kind].append(Spot(begin, found.end(), ((*found.span(kind), mark),)))
    for kind, (_, fix) in _KINDS.items():
        severity: Severity | None = None if kind == "bracket" else "info"
        yield from told(manuscript, "ordinal-mark", spots[kind], _said, fix, severity=severity)


class _Kind(NamedTuple):
    """The mark that belongs after an ordinal of the kind, and what to do."""

    mark: str
    fix: Both


_KINDS = {
    "bracket": _Kind("", Both("括号后面不加标点，删去它。", "No mark follows a bracket: delete it.")),
    "arabic": _Kind(".", Both("阿拉伯数字的序号后面用“.”。", "A dot follows an Arabic ordinal.")),
    "chinese": _Kind("、", Both("“一”“二”后面用“、”。", "一 and 二 are followed by 、.")),
    "point": _Kind("", Both("“一是”后面不加标点，“第一”“首先”后面用逗号。", "No mark follows 一是; 第一 and 首先 take a comma.")),
}


def _said(words: str, number: int) -> Both:
    more = counted(number)
    return Both(f"“{words}”{more.zh}的序号后面标点不对。", f"The mark after the ordinal in “{words}”{more.en} is wrong.")
