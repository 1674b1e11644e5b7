"""Points and the count that announces them: 主要做好以下四项工作：一是… 二是… 三是….

In a document the points are followed by their ordinals, in one paragraph or over many, until they begin anew or a higher heading
comes. In a report of facts ordinals are counted when printing, so that its points are the paragraphs one level down.
"""

import re
from collections.abc import Iterator

from drafter.checks.finding import Finding
from drafter.checks.manuscript import Manuscript, Paragraph
from drafter.checks.rule import GENRE, Rule
from drafter.checks.text.figures.quantities import count_of
from drafter.model.numbering import numeral_value
from drafter.model.words import Both

RULES = (
    Rule(
        "points-miscounted",
        "warning",
        Both("分条的条数与数字不符", "Points unlike their count"),
        Both(
            "前面说几个方面，后面就要写几条；增删条目后常忘了改这个数字。",
            "As many points must follow as are announced; the number is easily forgotten when a point comes or goes.",
        ),
        GENRE,
        "主要存在三个方面问题：一是力量不足；二是经费紧张。",
        "主要存在两个方面问题：一是力量不足；二是经费紧张。",
    ),
)

#: Digits of one kind. One class begins it, for a choice of two would be tried at every sign.
_NUMBER = "[0-9二三四五六七八九十两](?:(?<=[0-9])[0-9]?|(?<![0-9])[二三四五六七八九十两]{0,2})"
#: The count, what is counted, and the mark after which the points begin.
_ANNOUNCED = re.compile(
    rf"(?P<count>(?P<number>{_NUMBER})(?:个?方面|[个大项点条件类种]))(?P<what>[^，。；：、！？\n0-9]{{0,14}})(?P<mark>”?[：，。；—]+|”?(?=\n))"
)
_NUMBER_GOES_BACK = frozenset("0123456789.,．/第零一二三四五六七八九十百两几数—-～~")
#: What is said to be a list where no colon says so: 以下四项工作, 做好三个方面工作.
_FOLLOWS = re.compile(r"(?:[以如]下|下[列面述])[^，。；：\n]{0,2}$")
_LEADS = re.compile(
    r"(?:[抓做办干]|把握|坚持|突出|聚焦|围绕|采取|开展|实施|推进|推动|存在|体现|表现|归纳|取得|提出|落实|从)[^，。；：\n]{0,10}$"
)
_POINTS = re.compile(
    "方面|工作|任务|改革|行动|转变|措施|问题|重点|要求|不足|短板|经验|做法|特点|亮点|环节|关键|原则|目标|实事|大事|点$|条$"
)
#: 三个方面9项工作 counts twice; which of them the points are is not said.
_COUNTED_BEFORE = re.compile(rf"(?:{_NUMBER})(?:个?方面|[个大项点类])$")
_HEADINGS = ("heading", "run-in")
#: No list of points goes on over more paragraphs.
_FAR = 500
_CHINESE = "[一二三四五六七八九十]{1,3}"
_AFTER = r"(?<=[。；：！？，\n\s—”）])"
_AFTER_SENTENCE = r"(?<=[。；：！？\n\s])"
#: The first ordinal of a scheme, and any of the scheme. 一、 is mostly that of the highest headings.
_SCHEMES = tuple(
    (re.compile(rf"[\s“]*{first}"), re.compile(every))
    for first, every in (
        ("一[是要](?![一二三])", rf"{_AFTER}({_CHINESE})[是要](?![一二三四])"),
        ("第一[，、：是]", rf"{_AFTER}第({_CHINESE})[，、：是]"),
        ("其一[，、：是]", rf"{_AFTER}其({_CHINESE})[，、：是]"),
        ("（一）", rf"{_AFTER}（({_CHINESE})）"),
        ("（1）", rf"{_AFTER}（([0-9]{{1,2}})）"),
        ("1[.．、](?![0-9])", rf"{_AFTER_SENTENCE}([0-9]{{1,2}})[.．、](?![0-9])"),
        ("①", "([①-⑳])"),
        ("一、", rf"{_AFTER_SENTENCE}({_CHINESE})、(?!{_CHINESE})"),
    )
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    text = manuscript.text
    for found in _ANNOUNCED.finditer(text):
        number = count_of(found["number"])
        if number is None or number < 2 or text[found.start() - 1 : found.start()] in _NUMBER_GOES_BACK:
            continue
        apart = text[found.end() : found.end() + 1] in ("\n", "")
        points = _told(manuscript, found) if apart and not manuscript.foreign else _typed(manuscript, found, apart)
        if points > 1 and points != number:
            yield _finding(found, points)


def _announces(text: str, found: re.Match[str]) -> bool:
    start = found.start()
    if _COUNTED_BEFORE.search(text, max(0, start - 6), start):
        return False
    if "：" in found["mark"] or _FOLLOWS.search(text, max(0, start - 8), start):
        return True
    counted = _POINTS.search(found["count"] + found["what"]) is not None
    return counted and _LEADS.search(text, max(0, start - 14), start) is not None


def _typed(manuscript: Manuscript, found: re.Match[str], apart: bool) -> int:
    """How many ordinals follow in their order; 0 where none begin there or where they are out of order, which is no matter of
    counting.
    """
    text = manuscript.text
    scheme = next(((match, every) for first, every in _SCHEMES if (match := first.match(text, found.end()))), None)
    if scheme is None or not _announces(text, found):
        return 0
    match, every = scheme
    if apart and match[0].endswith("、") and "：" not in found["mark"]:
        return 0
    last = 1
    for each in every.finditer(text, match.end(), _end(manuscript, match.end(), apart)):
        value = numeral_value(each[1])
        if value == last + 1:
            last = value
        elif value == 1:
            break
        else:
            return 0
    return last


def _end(manuscript: Manuscript, first: int, apart: bool) -> int:
    """Where the list that begins at ``first`` must have ended: at the next heading above its points."""
    index, paragraphs = manuscript.index(first), manuscript.paragraphs
    level = paragraphs[index].level if apart else 0
    last = min(len(paragraphs), index + _FAR)
    for number in range(index + 1, last):
        if paragraphs[number].role in _HEADINGS and (level == 0 or paragraphs[number].level < level):
            return manuscript.starts[number]
    return len(manuscript.text) if last == len(paragraphs) else manuscript.starts[last]


def _told(manuscript: Manuscript, found: re.Match[str]) -> int:
    """How many points a report of facts has one level below what announces them."""
    index, paragraphs = manuscript.index(found.start()), manuscript.paragraphs
    if paragraphs[index].role == "point" or not _announces(manuscript.text, found):
        return 0
    above = next((paragraphs[number].level for number in range(index, -1, -1) if paragraphs[number].role in _HEADINGS), 0)
    below: list[Paragraph] = []
    for number in range(index + 1, min(len(paragraphs), index + _FAR)):
        paragraph = paragraphs[number]
        if paragraph.role in _HEADINGS and paragraph.level <= above:
            break
        if paragraph.role in (*_HEADINGS, "point") and paragraph.offset == 0:
            below.append(paragraph)
    return sum(each.role == below[0].role and each.level == below[0].level for each in below)


def _finding(found: re.Match[str], points: int) -> Finding:
    count = found["count"]
    return Finding(
        "points-miscounted",
        *found.span("count"),
        Both(f"写的是“{count}”，后面有 {points} 条。", f"“{count}” are announced, {points} follow."),
        Both(
            f"数一数各条，把“{found['number']}”改成实际的条数，或者补齐、删去条目。",
            "Count the points; mend the number or the points.",
        ),
    )
