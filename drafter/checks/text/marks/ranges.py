"""The mark between two numbers: 8—10篇 or 8～10篇, no hyphen."""

import re
from collections.abc import Iterator
from functools import partial

from drafter.checks.finding import Finding, counted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import PUNCTUATION, Rule
from drafter.checks.text.marks.spots import Spot, told
from drafter.model.words import Both

RULES = (
    Rule(
        "range-mark",
        "warning",
        Both("数值范围用了短横", "Hyphen in a range"),
        Both(
            "标示数值、时间的起止用一字线或浪纹线，短横用于编号和复合名词。",
            "A range takes a dash or a wave, a hyphen joins names.",
        ),
        f"{PUNCTUATION} 4.13.3",
        "全年完成调研报告8-10篇。",
        "全年完成调研报告8—10篇。",
    ),
)

_UNITS = (
    "%％‰个家项年月日号点时分秒人次万亿元篇名场件类级岁公斤吨米升平亩户处所条批期册只头株棵匹套台辆艘架部本张幅块间门节"
    "倍百千周天季届度℃学小厘毫层余多"
)
_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_CLOCK = "[0-2]?[0-9]:[0-5][0-9]"
_HYPHEN = re.compile("[-－–~—]+")
_TYPED = frozenset(("-", "--", "－", "–", "~", "——"))
#: What may stand before a hyphen, by kind, and what after it: 8-10篇, 2021-2025, 8:30-11:30, 周一-周五, 三-五年.
_LOW = re.compile(
    rf"(?<![0-9A-Za-z.:\-－–/〔第])(?:(?P<clock>{_CLOCK})|(?P<week>(?:周|星期)[一二三四五六])"
    rf"|(?P<year>(?:19|20)[0-9]{{2}})|(?P<number>{_NUMBER})[%年月日时点]?)$"
    r"|(?P<numeral>[一二三四五六七八九十])(?<![第一二三四五六七八九十百千歼].)$"
)
_HIGH = {
    "clock": re.compile(rf"{_CLOCK}(?![0-9:])"),
    "week": re.compile("(?:周|星期)[二三四五六日天]"),
    "year": re.compile(rf"(?:19|20)[0-9]{{2}}(?![0-9\-.])|[0-9]{{2}}(?=年)|{_NUMBER}(?=[{_UNITS}])"),
    "number": re.compile(rf"{_NUMBER}(?=[{_UNITS}])"),
    "numeral": re.compile("[二三四五六七八九十](?=季度|[年月岁级类天])"),
}
_LONGEST = 12
#: A full-width hyphen looks the same as a dash in many fonts.
_SLIGHT = frozenset("－–")
_NAMES = {
    "~": Both("半角波浪线", "half-width wave"),
    "——": Both("破折号", "double dash"),
    "--": Both("两个短横", "double hyphen"),
}


def check(manuscript: Manuscript) -> Iterator[Finding]:
    text = manuscript.text
    ranges = [(hyphen, spot) for hyphen in _HYPHEN.finditer(text) if (spot := _range(text, hyphen)) is not None]
    for slight in (False, True):
        some = [(hyphen[0], spot) for hyphen, spot in ranges if (hyphen[0] in _SLIGHT) == slight]
        if some:
            name = _NAMES.get(some[0][0], Both("短横", "hyphen"))
            spots = [spot for _, spot in some]
            yield from told(manuscript, "range-mark", spots, partial(_said, name), _FIX, severity="info" if slight else None)


def _range(text: str, hyphen: re.Match[str]) -> Spot | None:
    """The range around a hyphen; None where it joins something else: a date, a code, a score."""
    start, end = hyphen.span()
    low = _LOW.search(text, max(0, start - _LONGEST), start) if hyphen[0] in _TYPED else None
    high = _HIGH[low.lastgroup or ""].match(text, end) if low else None
    if low is None or high is None or (low.lastgroup == "number" and not _ascends(low["number"], high)):
        return None
    return Spot(low.start(), high.end(), ((start, end, "～" if hyphen[0] == "~" else "—"),))


def _ascends(low: str, high: re.Match[str]) -> bool:
    """Whether the second number is the greater one; of months and days the year may have turned between."""
    return float(low) < float(high[0]) or high.string[high.end()] in "月日"


_FIX = Both("数值范围用一字线“—”或浪纹线“～”。", "A range takes “—” or “～”.")


def _said(name: Both, words: str, number: int) -> Both:
    more = counted(number)
    return Both(f"“{words}”{more.zh}用{name.zh}表示范围。", f"“{words}”{more.en} has a {name.en} for a range.")
