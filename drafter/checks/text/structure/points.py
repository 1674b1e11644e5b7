"""Points within a text, 一是…二是…: one is missing, or one is there twice.

Reading keeps a stack of the lists that are open, since the points of a list may have points of their own.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.checks.finding import Finding
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.scanning import Led
from drafter.model.numbering import chinese, numeral_value
from drafter.model.problem import Severity
from drafter.model.words import Both

RULES = (
    Rule(
        "points-broken",
        "warning",
        Both("分点不连续", "Points do not run on"),
        Both(
            "说了“一是”就要有“二是”；中间删掉一点，后面的要跟着改。",
            "一是 is followed by 二是; where a point was dropped, those after it move up.",
        ),
        GENRE,
        "一是充实馆藏，新增档案3万卷；三是做好查档服务，接待2000人次。",
        "一是充实馆藏，新增档案3万卷；二是做好查档服务，接待2000人次。",
    ),
)

_CN = "[一二三四五六七八九十]{1,3}"
#: Where a point may begin: at the beginning, or after a mark.
_BEGIN = r"(?<![^\n。！？；：，、…—）”》（ \u3000])"
_POINT = Led(
    "一二三四五六七八九十第其首①-⑳（",
    rf"{_BEGIN}(?:(?P<is>{_CN})(?:是|要(?![素点义务闻件]))(?![一二三四五六七八九十])"
    rf"|(?<![，、（])第(?P<nth>{_CN})[，：]|其(?P<other>[一二三四五六])[，：是、])"
    r"|(?<![^\n。；：])(?P<word>首先|其次)(?=[，要是])(?!，?[我请让感])"
    r"|(?<![^\n。；：，])(?:(?P<circled>[①-⑳])|（(?P<bracket>\d{1,2})）)(?=[一-鿿“《])",
)
_WORDS = {"首先": 1, "其次": 2}
#: A point that is begun in other words than the rest of its list, or where reading does not look for one.
_FIRST = re.compile("一[是要则来在为]|第一|首先|首要|其一|一方面|主要是|（一）|①|1[.．、）]")
_SECOND = re.compile("[二两][是要则来在为]|第二|其[二次]|再[次者]|另(?:一|外)|同时|此外|最后|（二）|②|2[.．、）]")
#: So many characters before a point its first may stand.
_BACK = 600


class Mark(NamedTuple):
    """A point: which kind of list, which number, where it stands. ``heading``: it begins a heading, which has rules of its own."""

    kind: str
    number: int
    start: int
    end: int
    heading: bool


class _List(NamedTuple):
    """A list that is open: its first and its last point, and the level of the heading that it stands under."""

    first: Mark
    last: Mark
    level: int


def check(manuscript: Manuscript) -> Iterator[Finding]:
    stacks: dict[str, list[_List]] = {}
    headings = [(start, each.level) for start, each in manuscript.numbered if each.level]
    events: list[tuple[int, int, Mark | None]] = [(start, level, None) for start, level in headings]
    starts = {start for start, _ in headings}
    events += [(mark.start, 99, mark) for mark in marks(manuscript.text, starts)]
    level = 0
    for start, depth, mark in sorted(events, key=lambda event: event[:2]):
        if mark is None:
            level = depth
            for stack in stacks.values():
                yield from _close(manuscript, stack, level, start)
        else:
            yield from _take(manuscript, stacks.setdefault(mark.kind, []), mark, level)
    for stack in stacks.values():
        yield from _close(manuscript, stack, 0, len(manuscript.text))


def marks(text: str, headings: set[int]) -> Iterator[Mark]:
    for found in _POINT.finditer(text):
        kind = found.lastgroup or ""
        number = _WORDS.get(found[kind]) or numeral_value(found[kind])
        if number and (kind != "is" or found[kind] == chinese(number)):
            yield Mark(kind, number, found.start(), found.end(), found.start() in headings)


def _close(manuscript: Manuscript, stack: list[_List], level: int, end: int) -> Iterator[Finding]:
    """The lists end that stand under a heading of this level or a lower one."""
    while stack and stack[-1].level >= level:
        yield from _alone(manuscript, stack.pop(), end)


def _take(manuscript: Manuscript, stack: list[_List], mark: Mark, level: int) -> Iterator[Finding]:
    """A point is the next of the innermost list that waits for it, or the first of a new one, or out of turn."""
    if mark.number == 1:
        stack.append(_List(mark, mark, level))
        return
    place = next((place for place in reversed(range(len(stack))) if stack[place].last.number == mark.number - 1), None)
    if place is None:
        before = stack.pop() if stack else None
        stack.append(_List(before.first if before else mark, mark, level if before is None else before.level))
        if not mark.heading:
            yield from _out_of_turn(manuscript, mark, before.last if before else None)
        return
    while len(stack) > place + 1:
        yield from _alone(manuscript, stack.pop(), mark.start)
    stack[place] = stack[place]._replace(last=mark)


def _alone(manuscript: Manuscript, list_: _List, end: int) -> Iterator[Finding]:
    """A first point without a second."""
    mark = list_.last
    if mark.number > 1 or mark.heading or _SECOND.search(manuscript.text, mark.end, end):
        return
    words = manuscript.words(mark.start, mark.end)
    yield _finding(
        mark,
        None,
        Both(f"有“{_shown(words)}”，后面没有第二点。", f"There is “{_shown(words)}”, and no second point."),
        Both("补上第二点，或删去这个序号。", "Add the second point, or drop the number."),
        "info" if mark.kind == "word" else None,
    )


def _out_of_turn(manuscript: Manuscript, mark: Mark, before: Mark | None) -> Iterator[Finding]:
    words = _shown(manuscript.words(mark.start, mark.end))
    if before is None or before.number > mark.number:
        if _FIRST.search(manuscript.text, max(0, mark.start - _BACK), mark.start) is None or before is not None:
            yield _finding(mark, before, Both(f"“{words}”前面没有第一点。", f"There is no first point before “{words}”."), _FIX)
        return
    shown = _shown(manuscript.words(before.start, before.end))
    if before.number == mark.number:
        said = Both(f"“{words}”出现了两次。", f"“{words}” is there twice.")
    elif _said_otherwise(manuscript.text[before.end : mark.start], before.number + 1):
        return
    else:
        said = Both(f"“{shown}”后面直接是“{words}”。", f"“{words}” follows right after “{shown}”.")
    yield _finding(mark, before, said, _FIX)


_FIX = Both("核对有没有漏掉一点，再把序号依次改过来。", "See whether a point is missing, then number them in turn.")


def _said_otherwise(between: str, number: int) -> bool:
    """Whether the point of this number is begun in other words."""
    numeral = chinese(number)
    return re.search(f"{numeral}[是要则来在为]|第{numeral}|（{numeral}）|{number}[.．、）]", between) is not None


def _shown(words: str) -> str:
    return words.rstrip("，：、 ")


def _finding(mark: Mark, before: Mark | None, said: Both, fix: Both, severity: Severity | None = None) -> Finding:
    other = (before.start, before.end) if before else None
    return Finding("points-broken", mark.start, mark.end, said, fix, other=other, severity=severity)
