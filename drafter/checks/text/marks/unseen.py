"""Characters that nobody sees, and those that look like others: what pasting from web pages and PDF files leaves behind."""

import re
import unicodedata
from collections.abc import Iterator

from drafter.checks.finding import Finding, counted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import SYSTEM, Rule
from drafter.checks.text.marks.spots import Spot, told
from drafter.model.words import Both

RULES = (
    Rule(
        "unseen-character",
        "warning",
        Both("有看不见的字符", "Unseen character"),
        Both(
            "零宽字符、方向控制符从网页粘贴进来，看不见，却会让检索、排版和比对出错。",
            "Pasted from web pages, such characters break searching, setting and comparing.",
        ),
        SYSTEM,
        "档案\u3164工作迈上新台阶。",
        "档案工作迈上新台阶。",
    ),
    Rule(
        "lookalike-character",
        "warning",
        Both("字形相似的异体编码", "Character that only looks right"),
        Both(
            "从 PDF 复制的部首字、兼容字看着一样，却检索不到；私用区的字换台电脑就成了方框。",
            "Radicals and compatibility forms copied from PDF files look alike but no search finds them; private ones print as boxes.",
        ),
        SYSTEM,
        "组织\u2f2f会慰问活动。",
        "组织工会慰问活动。",
    ),
)

#: Format characters that hide or turn text, fillers without ink, variation selectors, tags, what an object leaves behind.
_HIDDEN = (
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc\U000e0000-\U000e01ef]"
)
#: A first one is found several times faster than a run is tried at every sign.
_UNSEEN = re.compile(f"{_HIDDEN}{_HIDDEN}*")
#: Radicals, the private area and compatibility ideographs, which follow one another; then those of the upper planes.
_LOOKALIKE = re.compile("[\u2e80-\u2fdf\ue000-\ufaff\U0002f800-\U0002fa1f\U000f0000-\U0010fffd]")
#: Radicals that Unicode maps to no ideograph, and the ideographs that they are mistaken for.
_RADICALS = dict(
    zip(
        "⺁⺌⺠⺫⺮⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "厂小民目竹虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    raw = manuscript.raw
    hidden = list(_UNSEEN.finditer(raw))
    unseen = [_around(manuscript, *found.span()) for found in hidden]
    names = "、".join(sorted({f"U+{ord(sign):04X}" for found in hidden for sign in found[0]})[:5])
    yield from told(manuscript, "unseen-character", unseen, lambda words, number: _said_unseen(words, number, names), _FIX_UNSEEN)
    alike = [_alike(*found.span(), found[0]) for found in _LOOKALIKE.finditer(raw) if ordinary(found[0]) != found[0]]
    yield from told(manuscript, "lookalike-character", alike, _said_alike, _FIX_ALIKE, apart=3)


def ordinary(sign: str) -> str | None:
    """The ideograph that a sign looks like; None where there is none."""
    if sign in _RADICALS:
        return _RADICALS[sign]
    plain = unicodedata.normalize("NFKC", sign)
    if plain != sign:
        return plain if len(plain) == 1 else None
    return sign if unicodedata.category(sign) == "Lo" else None


def _around(manuscript: Manuscript, start: int, end: int) -> Spot:
    """Characters to be deleted, shown with the sign on either side."""
    low, high = manuscript.line(start)
    return Spot(max(low, start - 1), min(high, end + 1), ((start, end, ""),))


def _alike(start: int, end: int, sign: str) -> Spot:
    plain = ordinary(sign)
    return Spot(start, end, ((start, end, plain),) if plain else ())


_FIX_UNSEEN = Both("删去这些字符。", "Delete them.")
_FIX_ALIKE = Both(
    "改成普通的字；私用区的字要对照原件重新输入。", "Type the ordinary sign; look a private one up in the original."
)


def _said_unseen(words: str, number: int, names: str) -> Both:
    bare, more = _UNSEEN.sub("", words), counted(number)
    return Both(f"“{bare}”{more.zh}夹着看不见的字符（{names}）。", f"Unseen characters ({names}) stand in “{bare}”{more.en}.")


def _said_alike(words: str, number: int) -> Both:
    found = _LOOKALIKE.search(words)
    code, more = f"U+{ord(found[0]):04X}" if found else "", counted(number)
    return Both(
        f"“{words}”{more.zh}里有只是看着像的字（{code}）。", f"“{words}”{more.en} has a character that only looks right ({code})."
    )
