"""Half-width marks in Chinese text, full-width digits and letters."""

import re
from collections.abc import Iterator

from drafter.checks.finding import Finding, counted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, PUNCTUATION, Rule
from drafter.checks.text.marks.spots import HAN, Spot, replaced, told
from drafter.model.ordinals import even
from drafter.model.words import Both

RULES = (
    Rule(
        "half-width",
        "warning",
        Both("中文里用了半角标点", "Half-width mark in Chinese"),
        Both(
            "中文的标点占一个字的位置，半角标点排出来挤在一起，版面不齐。",
            "Marks in Chinese take the width of a sign; half-width ones crowd the line.",
        ),
        PUNCTUATION,
        "召开推进会,部署全年任务。",
        "召开推进会，部署全年任务。",
    ),
    Rule(
        "full-width-sign",
        "info",
        Both("数字或字母用了全角", "Full-width digit or letter"),
        Both("全角的数字和字母间距大，检索时也搜不到。", "Full-width digits and letters are set wide and no search finds them."),
        GENRE,
        "新建社区书屋１２家。",
        "新建社区书屋12家。",
    ),
)

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_BRACKET = re.compile(r"[()（）\n]")
_IDEOGRAPH = re.compile(f"[{HAN}]")
_LATIN = re.compile("[A-Za-z]")
_CHINESE_BEFORE = f"[{HAN}”’》〉）】〕」』]"
_BEFORE = re.compile(_CHINESE_BEFORE)
_AFTER = re.compile(f"[{HAN}“‘《〈（【〔「『]")
#: The group tells what most marks of a half-width text are: right after a Chinese sign.
_MARK = re.compile(f"[,;:?!]((?<={_CHINESE_BEFORE}.))?")
_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ][０-９Ａ-Ｚａ-ｚ]*")
#: So many strays are told one by one.
_APART = 3


def check(manuscript: Manuscript) -> Iterator[Finding]:
    raw = manuscript.raw
    if any(mark in raw for mark in _FULL):
        brackets = list(_brackets(raw))
        spots = sorted((*brackets, *_marks(raw, {edit[0] for spot in brackets for edit in spot.edits})))
        half, full = sum(len(spot.edits) for spot in spots), sum(raw.count(mark) for mark in _FULL.values())
        throughout = half > max(full, _APART)
        said = _said_throughout if throughout else _said
        yield from told(manuscript, "half-width", spots, said, _FIX, apart=0 if throughout else _APART)
    wide = [replaced(*found.span(), even(found[0])) for found in _WIDE.finditer(raw)]
    yield from told(manuscript, "full-width-sign", wide, _said_wide, _FIX_WIDE)


def _brackets(raw: str) -> Iterator[Spot]:
    """Pairs of brackets that ought to be full-width, as one spot each."""
    opened: list[int] = []
    for found in _BRACKET.finditer(raw):
        sign, at = found[0], found.start()
        if sign == "\n":
            opened.clear()
        elif sign in "(（":
            opened.append(at)
        elif opened:
            begin = opened.pop()
            half = tuple((place, place + 1, _FULL[raw[place]]) for place in (begin, at) if raw[place] in "()")
            if len(half) == 1 or (half and _in_chinese(raw, begin, at)):
                yield Spot(begin, at + 1, half)


def _in_chinese(raw: str, begin: int, end: int) -> bool:
    """Whether a pair of brackets belongs to Chinese text: by what is in it; by what is before it where that is only a number."""
    if end == begin + 1:
        return False
    if _IDEOGRAPH.search(raw, begin, end):
        return True
    if _LATIN.search(raw, begin, end) or raw[end + 1 : end + 2].isdigit():
        return False
    before = raw[begin - 1 : begin] or "\n"
    return bool(_BEFORE.match(before) or (before == "\n" and _AFTER.match(raw, end + 1)))


def _marks(raw: str, wide: set[int]) -> Iterator[Spot]:
    """Marks next to a Chinese sign, or to one of the brackets that become ``wide``."""
    for found in _MARK.finditer(raw):
        at = found.start()
        if found.lastindex or _beside_chinese(raw, at, wide):
            yield replaced(at, at + 1, _FULL[found[0]])


def _beside_chinese(raw: str, at: int, wide: set[int]) -> bool:
    """Whether a mark is next to such a sign, past spaces and straight quotes."""
    left, right = at, at + 1
    while left > 0 and raw[left - 1] in " \"'":
        left -= 1
    while right < len(raw) and raw[right] in " \"'":
        right += 1
    if raw[at] not in "?!" and (_AFTER.match(raw, right) or right in wide):
        return True
    return left - 1 in wide or (left > 0 and _BEFORE.match(raw, left - 1) is not None)


_FIX = Both("改成全角标点。", "Use full-width marks.")
_FIX_WIDE = Both("改成半角的数字和字母。", "Use half-width digits and letters.")


def _said(words: str, number: int) -> Both:
    more = counted(number)
    return Both(f"中文里的“{words}”{more.zh}是半角标点。", f"“{words}”{more.en} is half-width amid Chinese.")


def _said_throughout(words: str, number: int) -> Both:
    return Both(
        f"全文的逗号、括号等多用半角，共 {number} 处，从“{words}”起。",
        f"Most marks of the text are half-width: {number} places, “{words}” the first.",
    )


def _said_wide(words: str, number: int) -> Both:
    more = counted(number)
    return Both(f"“{words}”{more.zh}用了全角的数字或字母。", f"“{words}”{more.en} is in full-width signs.")
