"""How the items of one list are written: headings without a mark at the end, ordinals all of one kind."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from drafter.checks.finding import Finding, quoted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import LAYOUT, Rule
from drafter.checks.text.structure.headings import Heading, headings, lists
from drafter.checks.text.structure.points import marks
from drafter.model.words import Both

RULES = (
    Rule(
        "heading-end",
        "info",
        Both("标题末尾有标点", "Mark at the end of a heading"),
        Both(
            "独立成行的标题末尾不加标点，同一列里要一致。",
            "A heading on a line of its own ends without a mark, and all of a list alike.",
        ),
        LAYOUT,
        "（一）充实馆藏⏎全年接收档案3万卷。⏎（二）扫描档案，⏎完成20万页。⏎（三）做好查档服务⏎接待2000人次。",
        "（一）充实馆藏⏎全年接收档案3万卷。⏎（二）扫描档案⏎完成20万页。⏎（三）做好查档服务⏎接待2000人次。",
    ),
    Rule(
        "ordinal-mixed",
        "info",
        Both("同一列序号写法不一", "Ordinals mixed in one list"),
        Both(
            "同一级序号用同一种写法，“1.”和“1、”不混用。",
            "The items of a list are numbered in one way, not 1. here and 1、 there.",
        ),
        f"{LAYOUT} 7.3.3",
        "1.充实馆藏。全年接收档案3万卷。⏎2、扫描档案。完成20万页。⏎3.做好查档服务。接待2000人次。",
        "1.充实馆藏。全年接收档案3万卷。⏎2.扫描档案。完成20万页。⏎3.做好查档服务。接待2000人次。",
    ),
)

#: Points that a sentence tells one by one.
_SPOKEN = ("is", "nth", "other")
_NUMERAL, _FIGURE = re.compile("[一二三四五六七八九十]+"), re.compile("[0-9]+")
_END_MARK = re.compile("[。，；、：,;:]$")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    for members in lists(headings(manuscript)):
        yield from _ends(manuscript, members)
        if manuscript.foreign:
            yield from _mixed(manuscript, members)
    yield from _points_mixed(manuscript)


def _ends(manuscript: Manuscript, members: list[Heading]) -> Iterator[Finding]:
    """Headings on their own line that end with a mark, where most of their list do not."""
    marked = [each for each in members if _own_line(manuscript, each) and _END_MARK.search(each.paragraph.text)]
    plain = [each for each in members if each.paragraph.role == "heading" and not _END_MARK.search(each.paragraph.text)]
    if len(plain) < max(2, 2 * len(marked)):
        return
    for heading in marked:
        end = heading.start + len(heading.paragraph.text)
        shown = quoted(heading.paragraph.text)
        yield Finding(
            "heading-end",
            end - 1,
            end,
            Both(
                f"标题“{shown}”末尾有标点，同一级的标题没有。", f"The heading “{shown}” ends with a mark, those beside it do not."
            ),
            Both("删去标题末尾的标点。", "Delete the mark."),
            ((end - 1, end, ""),),
        )


def _own_line(manuscript: Manuscript, heading: Heading) -> bool:
    """Whether nothing but a mark follows the words of the heading in its paragraph, and text stands below."""
    end = heading.start + len(heading.paragraph.text)
    below = manuscript.paragraphs[heading.number + 1 : heading.number + 2]
    return end - heading.words[1] <= 1 and bool(below) and (not below[0].level or below[0].level > heading.level)


def _mixed(manuscript: Manuscript, members: list[Heading]) -> Iterator[Finding]:
    """The first item that is numbered in another way than most of its list."""
    samples = [each.ordinal.sample for each in members if each.ordinal]
    if len(samples) < len(members):
        return
    if len(set(samples)) < 2:
        samples = [_form(manuscript.raw[each.start : each.words[0]].strip()) for each in members]
        if len(set(samples)) != 2 or min(Counter(samples).values()) * 2 >= max(Counter(samples).values()) + 1:
            return
    usual = Counter(samples).most_common(1)[0][0]
    odd = [each for each, sample in zip(members, samples, strict=True) if sample != usual]
    first = odd[0]
    if first is not members[0] and first.ordinal and first.ordinal.number == 1:
        return  # another list, of which the heading was not seen
    shown = quoted(manuscript.words(*first.whole))
    own = manuscript.words(first.start, first.words[0]).strip()
    more = Both(f"等 {len(odd)} 处", f" and {len(odd) - 1} more") if len(odd) > 1 else Both("", "")
    yield Finding(
        "ordinal-mixed",
        first.start,
        first.start + len(own),
        Both(
            f"“{shown}”{more.zh}的序号写作“{own}”，同一列的其他各条是“{usual}”这样写的。",
            f"“{shown}”{more.en} is numbered “{own}”, the others of the list like “{usual}”.",
        ),
        Both("统一成一种写法。", "Number all in one way."),
    )


def _form(ordinal: str) -> str:
    """The ordinal as the first of its list, with marks as wide as they were typed."""
    return _NUMERAL.sub("一", _FIGURE.sub("1", ordinal))


def _points_mixed(manuscript: Manuscript) -> Iterator[Finding]:
    """A point that goes on with the numbers of the points before it, but not with their form: 一是……二是……第三，"""
    points = [each for each in marks(manuscript.text, set()) if each.kind in _SPOKEN]
    seen: set[tuple[str, int]] = set()
    for before, point in pairwise(points):
        seen.add((before.kind, before.number))
        goes_on = point.number == before.number + 1 and point.kind != before.kind
        if goes_on and (point.kind, before.number) not in seen and "\n" not in manuscript.text[before.end : point.start]:
            own, other = (manuscript.words(each.start, each.end).rstrip("，：、") for each in (point, before))
            yield Finding(
                "ordinal-mixed",
                point.start,
                point.start + len(own),
                Both(f"前一点是“{other}”，这一点成了“{own}”。", f"“{own}” follows “{other}”."),
                Both("统一成一种写法。", "Number all in one way."),
                other=(before.start, before.end),
            )
