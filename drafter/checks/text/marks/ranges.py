"""The mark between two numbers: 8—10篇 or 8～10篇, no hyphen."""

import re
from collections.abc import Iterator

from drafter.checks.finding import Finding, counted, together
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import PUNCTUATION, Rule
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

_UNITS = "%％‰个家项年月日号时点分秒人次万亿元篇名场件类级岁公斤吨米平亩户处所条批期册只套台辆倍百千周天季届度℃"
_RANGE = re.compile(
    rf"(?<![0-9A-Za-z.\-－/〔（(第])([0-9]+(?:\.[0-9]+)?[%年月日]?)([-－~])[0-9]+(?:\.[0-9]+)?(?=[{_UNITS}]|余[{_UNITS}])"
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    text = manuscript.text
    found = list(_RANGE.finditer(text))
    places = [(each.span(), (*each.span(2), "～" if each[2] == "~" else "—")) for each in found]
    shown = found[0][0] if found else ""
    yield from together("range-mark", places, lambda number: _said(shown, number), _FIX)


_FIX = Both("数值范围用一字线“—”或浪纹线“～”。", "A range takes “—” or “～”.")


def _said(shown: str, number: int) -> Both:
    more = counted(number)
    return Both(f"“{shown}”{more.zh}用短横表示范围。", f"“{shown}”{more.en} has a hyphen for a range.")
