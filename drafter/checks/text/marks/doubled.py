"""Two marks where one belongs, a mark that begins a paragraph, and the ellipsis typed as dots."""

import re
from collections.abc import Iterator
from itertools import chain

from drafter.checks.finding import Finding, counted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import PUNCTUATION, Rule
from drafter.checks.text.marks.spots import HAN, Spot, replaced, told
from drafter.model.words import Both

RULES = (
    Rule(
        "mark-doubled",
        "warning",
        Both("标点重复或位置不对", "Doubled or misplaced mark"),
        Both("两个标点连在一起，多半是改稿时留下的。", "Two marks in a row are mostly left from editing."),
        PUNCTUATION,
        "全年接待群众3200人次，，满意率98%。",
        "全年接待群众3200人次，满意率98%。",
    ),
)

_DOUBLED = re.compile(r"[，。、；：！？](?:[ \u3000]*[，。、；：！？])+")
_LEADING = re.compile(r"^[ \t\u3000]*([，。、；：！？]+)", re.M)
#: What is typed for ……; more dots than these lead to a page number.
_DOTS, _ELLIPSIS = re.compile(r"([.·。])\1\1+"), re.compile("……*")
_MOST_DOTS = 6
_TEXT = re.compile(f"[{HAN}，、；：”’》〉）)%0-9]")
#: ？！ and ！？ say two things.
_STACKED = frozenset({"？！", "！？"})


def check(manuscript: Manuscript) -> Iterator[Finding]:
    text = manuscript.text
    doubled = [_single(found) for found in _DOUBLED.finditer(text) if _is_slip(found[0])]
    yield from told(manuscript, "mark-doubled", doubled, _said, _FIX, apart=3)
    starts = {spot.start for spot in doubled}
    leading = [Spot(*found.span(1)) for found in _LEADING.finditer(text) if found.start(1) not in starts]
    yield from told(
        manuscript, "mark-doubled", [spot for spot in leading if _in_text(manuscript, spot)], _said_leading, _FIX_LEADING
    )
    dots = [_ellipsis(found) for found in chain(_DOTS.finditer(text), _ELLIPSIS.finditer(text)) if _is_ellipsis(found)]
    yield from told(manuscript, "mark-doubled", sorted(dots), _said_dots, _FIX_DOTS, severity="info")


def _is_slip(marks: str) -> bool:
    """Not ？！, and not 。。。, which is meant for an ellipsis."""
    return marks not in _STACKED and not (len(marks) > 2 and set(marks) == {"。"})


def _single(found: re.Match[str]) -> Spot:
    """The mark that stays, where that is plain: the one that is repeated, or the full stop that ends the sentence."""
    marks = found[0].translate(_NO_SPACES)
    if len(set(marks)) == 1:
        return replaced(*found.span(), marks[0])
    if marks[-1] == "。" and set(marks[:-1]) <= _PAUSES:
        return replaced(*found.span(), "。")
    return Spot(*found.span())


def _in_text(manuscript: Manuscript, spot: Spot) -> bool:
    return manuscript.at(spot.start).role not in ("table", "cover")


def _is_ellipsis(found: re.Match[str]) -> bool:
    """Whether dots after words are meant for ……, and are not typed so."""
    dots = found[0]
    if (dots[0] == "…" and len(dots) % 2 == 0) or (dots[0] in ".·" and len(dots) > _MOST_DOTS):
        return False
    return found.start() > 0 and _TEXT.match(found.string, found.start() - 1) is not None


def _ellipsis(found: re.Match[str]) -> Spot:
    """…… for the dots; after 等, which says the same, a full stop."""
    ends = found.string[found.start() - 1] == "等" and found.string[found.end() : found.end() + 1] in ("", "\n")
    return replaced(*found.span(), "。" if ends else "……")


_PAUSES = frozenset("，、；：。")
_NO_SPACES = str.maketrans("", "", " \u3000")
_FIX = Both("只留一个标点。", "Leave one mark.")
_FIX_LEADING = Both("删去它，或与上一段接起来。", "Delete it, or join the paragraph to the one before.")
_FIX_DOTS = Both("省略号用六个点“……”；“等”后面用句号。", "An ellipsis is ……; after 等 a full stop will do.")


def _said(words: str, number: int) -> Both:
    more = counted(number)
    return Both(f"“{words}”{more.zh}标点重复。", f"“{words}”{more.en} has two marks in a row.")


def _said_leading(words: str, number: int) -> Both:
    more = counted(number)
    return Both(f"“{words}”{more.zh}段落以标点开头。", f"“{words}”{more.en}: a paragraph begins with a mark.")


def _said_dots(words: str, number: int) -> Both:
    more = counted(number)
    return Both(f"“{words}”{more.zh}的省略号打得不对。", f"“{words}”{more.en} has an ellipsis typed otherwise.")
