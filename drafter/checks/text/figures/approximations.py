"""A number that is said twice to be about so many: 近20余家, 超过50家以上, 约30人左右.

近 says a little less than the number, 余 a little more: both at once contradict each other. 以上 after 超过 and 左右 after 约
repeat what was said already.
"""

import re
from collections.abc import Iterator

from drafter.checks.finding import Finding
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.scanning import Led
from drafter.checks.text.figures.quantities import NUMERALS, SCALE, UNITS
from drafter.model.words import Both

RULES = (
    Rule(
        "approx-doubled",
        "warning",
        Both("约数重复或矛盾", "Approximate twice over"),
        Both(
            "“近”是不到，“余”是多出，两个一起用互相矛盾；“超过”和“以上”、“约”和“左右”只用一个。",
            "A number is said once to be about so many, more or fewer; twice contradicts or repeats itself.",
        ),
        GENRE,
        "全年走访近20余家企业。",
        "全年走访20余家企业。",
    ),
)

#: 约 and 近 may be a part of another word: 签约300家, 附近20余家; 重点突破 is no number's.
_ABOUT = "大约|大概|(?<![签合节预制邀履违毁续公契条简隐特解相大])约"
_NEARLY = "将近|接近|(?<![附邻就临最靠亲周接将])近|不足|不到"
_OVER = "超过|超出|(?<![赶反])超(?![过出])|不少于|不低于|不小于|不下|至少|高于|多于|(?<!重点)突破|逾"
_NUMBER = rf"(?:[0-9{NUMERALS}]|[.,](?=[0-9]))++"
_TIME = "个?[年月天日周岁]"
_NOT_TIME = f"(?!{_TIME})"
_COUNTED = rf"(?P<more>[余多来])?(?:{SCALE})?(?P<most>[余多])?(?:(?P<time>{_TIME})|{UNITS})?"
_DOUBLED = Led(
    "大约将接近不超至高多突逾上数几",
    rf"(?:(?P<about>{_ABOUT})|(?P<nearly>{_NEARLY})|(?P<over>{_OVER}))(?:需要?|[有要达为]|完成|开展|安排|举办|组织|保证|确保|配备|每[年月周季天]){{0,2}}"
    rf"(?:(?P<twice>将近|超过?|[近约逾])(?=[0-9]))?{_NUMBER}{_COUNTED}(?P<after>以上|左右|上下)?"
    rf"|(?P<vague>(?:[近约上数][百千万]|[数几][十百千万])[余多]{_NOT_TIME}(?:{UNITS})?)",
)
_ROUNDED = re.compile(rf"[0-9](?:[0-9]|[.,](?=[0-9]))*+[余多](?:{SCALE})?{_NOT_TIME}(?:{UNITS})?(?P<after>以上|左右|上下)")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    text = manuscript.text
    ends = set()
    for found in _DOUBLED.finditer(text):
        needless = _needless(found)
        if needless is not None:
            ends.add(found.end())
            yield _finding(found, needless)
    for found in _ROUNDED.finditer(text):
        if found.end() not in ends:
            yield _finding(found, "after")


def _needless(found: re.Match[str]) -> str | None:
    """The group that may go where a number is said twice to be approximate, "" where only the writer knows which; else None."""
    more = "more" if found["more"] else "most" if found["most"] else ""
    if found["time"] and not found["after"]:
        return None  # 近20余年 says how long it has been until now.
    if found["vague"] or found["twice"]:
        return ""
    if found["over"]:
        return ("after" if found["after"] == "以上" else None) or more or None
    if found["after"]:
        return "after" if found["after"] != "以上" else ""
    return None if not more else "about" if found["about"] else ""


def _finding(found: re.Match[str], needless: str) -> Finding:
    words = found[0]
    start, end = found.span()
    said = Both(f"“{words}”把约数说了两遍，前后重复或矛盾。", f"“{words}” is said twice to be approximate.")
    if not needless:
        return Finding("approx-doubled", start, end, said, Both("只留一个表示约数的词。", "Keep one of the two words."))
    low, high = found.span(needless)
    mended = words[: low - start] + words[high - start :]
    fix = Both(f"改为“{mended}”。", f"Write “{mended}”.")
    return Finding("approx-doubled", start, end, said, fix, ((low, high, ""),))
