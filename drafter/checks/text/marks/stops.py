"""A dot where a sentence ends: 910家.建立… for 910家。建立…."""

import re
from collections.abc import Iterator

from drafter.checks.finding import Finding, counted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import PUNCTUATION, Rule
from drafter.checks.text.marks.spots import HAN, replaced, told
from drafter.model.words import Both

RULES = (
    Rule(
        "full-stop",
        "warning",
        Both("句号打成了点", "Dot for a full stop"),
        Both(
            "中文句末用“。”，小圆点是小数点和编号用的。", "A Chinese sentence ends with 。; the dot is for decimals and ordinals."
        ),
        f"{PUNCTUATION} 4.1.2",
        "全年走访老党员320人.发放慰问金26万元。",
        "全年走访老党员320人。发放慰问金26万元。",
    ),
)

#: After a sign of text, before a sign of text or the end of the paragraph; .政务 and .公益 end the names of web sites.
_DOT = re.compile(
    rf"[.．｡](?<=[{HAN}”’》）)】%％℃㎡].)(?!政务|公益)(?=[ \u3000]*(?:[{HAN}“‘《（【]|(?:19|20)[0-9]{{2}}年|[”’）】]?$))", re.M
)
#: 一. and 十二. are ordinals, and so is what stands within so many signs of the start: 附件. 甲.
_ORDINAL = re.compile("(?<![第其])[一二三四五六七八九十]$")
_ORDINAL_SIGNS = 4
#: Signs that names of other languages are written with: 艾力.买买提.
_NAMES = frozenset("阿艾买麦提木尔江古丽克热合迪斯拉马卡依力吐孜汗曼娜祖努尼扎巴布赫泽德罗尤")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    dots = (found.span() for found in _DOT.finditer(manuscript.raw))
    spots = [replaced(*span, "。") for span in dots if _ends_sentence(manuscript, span[0])]
    yield from told(manuscript, "full-stop", spots, _said, _FIX, apart=3)


def _ends_sentence(manuscript: Manuscript, dot: int) -> bool:
    raw, begin = manuscript.raw, manuscript.line(dot)[0]
    if dot - begin < _ORDINAL_SIGNS or _ORDINAL.search(raw, max(begin, dot - 2), dot):
        return False
    return not {raw[dot - 1], raw[dot + 1 : dot + 2]} <= _NAMES


_FIX = Both("改成“。”。", "Use 。 instead.")


def _said(words: str, number: int) -> Both:
    more = counted(number)
    return Both(f"“{words}”{more.zh}的句号打成了小圆点。", f"“{words}”{more.en} has a dot for a full stop.")
