"""Units written as signs, ㎡ or km, where a report has words."""

import re
from collections.abc import Iterator

from drafter.checks.finding import Finding, counted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.text.marks.spots import named, replaced, told
from drafter.model.words import Both

RULES = (
    Rule(
        "unit-sign",
        "info",
        Both("单位用了符号", "Unit written as a sign"),
        Both(
            "公文正文里的计量单位一般写中文名称，㎡这样的符号有的字体里没有。",
            "Running text names units in words; some fonts have no sign such as ㎡.",
        ),
        GENRE,
        "新建文体广场3200㎡。",
        "新建文体广场3200平方米。",
    ),
)

_WORDS = {
    "平方米": "㎡ m² m2", "立方米": "㎥ m³ m3", "平方公里": "㎢ km² km2 KM2 KM²", "公顷": "hm² hm2", "公里": "㎞ km Km KM",
    "公斤": "㎏ kg Kg KG", "厘米": "㎝ cm CM", "毫米": "㎜ mm MM", "米": "m",
}  # fmt: skip
_SIGNS = {sign: words for words, signs in _WORDS.items() for sign in signs.split()}
_LONGEST_FIRST = "|".join(sorted(_SIGNS, key=len, reverse=True))
_MEASURED = re.compile(rf"[0-9万亿余多] ?({_LONGEST_FIRST})(?![A-Za-z0-9²³/])")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    measured = (found for found in _MEASURED.finditer(manuscript.text) if _in_text(manuscript, found.start()))
    spots = [replaced(*found.span(1), _SIGNS[found[1]]) for found in measured]
    yield from told(manuscript, "unit-sign", spots, _said, _FIX)


def _in_text(manuscript: Manuscript, at: int) -> bool:
    """Not in a table, and not in the name of a project."""
    return manuscript.at(at).role != "table" and not named(manuscript.text, manuscript.line(at)[0], at)


_FIX = Both("改写成中文名称。", "Write the unit in words.")


def _said(words: str, number: int) -> Both:
    more = counted(number)
    return Both(f"“{words}”{more.zh}的单位用了符号。", f"“{words}”{more.en} has a sign for a unit.")
