"""A numbered item that was left hanging on the paragraph before it: …投入使用。（三）强化监管。"""

import re
from collections.abc import Iterator

from drafter.checks.finding import Finding, quoted
from drafter.checks.manuscript import Manuscript, Paragraph
from drafter.checks.rule import LAYOUT, Rule
from drafter.model.ordinals import Ordinal, read_ordinal
from drafter.model.words import Both

RULES = (
    Rule(
        "item-glued",
        "warning",
        Both("条目没有另起一段", "Item not on a line of its own"),
        Both(
            "带序号的条目接在上一段后面，版面上就看不见这一条了。",
            "An item that hangs on the paragraph before it is lost to the eye.",
        ),
        f"{LAYOUT} 7.3.3",
        "（一）充实馆藏。新增档案3万卷。⏎（二）扫描档案。完成20万页，进度到位。（三）做好查档服务。接待2000人次。",
        "（一）充实馆藏。新增档案3万卷。⏎（二）扫描档案。完成20万页，进度到位。⏎（三）做好查档服务。接待2000人次。",
    ),
)

#: More than this, and more than so much of all items, on two levels: the document lost its paragraphs.
_FEW, _SHARE = 3, 0.5
_INSIDE = re.compile(
    r"[。！？][ \u3000]{0,4}(?=(?:[（(][一二三四五六七八九十]{1,3}[）)]|[（(]\d{1,2}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、]))"
)
_BRACKET, _NUMERAL = re.compile("[（(]"), re.compile("(?<![0-9])[0-9一二三四五六七八九十]")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    items = [(start, each) for start, each in manuscript.numbered if each.level or each.role == "point"]
    glued = [(start, each.ordinal) for start, each in items if each.glued and each.ordinal]
    if len({ordinal.family for _, ordinal in glued}) > 1 and len(glued) > max(_FEW, _SHARE * len(items)):
        yield _all(manuscript, *glued[0], len(glued))
    else:
        for start, ordinal in _strays(items):
            yield _finding(manuscript, start, ordinal)
    for at in map(re.Match[str].end, _INSIDE.finditer(manuscript.text)):
        inside = read_ordinal(manuscript.raw[at : manuscript.line(at)[1]])
        if inside is not None and manuscript.at(at).role != "table" and not _listed(manuscript, at, inside):
            yield _finding(manuscript, at, inside)


def _strays(items: list[tuple[int, Paragraph]]) -> Iterator[tuple[int, Ordinal]]:
    """Glued items of lists that begin on a line of their own. One that is glued from its first item on was meant to run on."""
    apart: set[tuple[int, str]] = set()
    for start, each in items:
        ordinal = each.ordinal
        if ordinal is None:
            continue
        list_ = each.level, ordinal.family
        if not each.glued:
            apart.add(list_)
        elif ordinal.number == 1:
            apart.discard(list_)
        elif list_ in apart:
            yield start, ordinal


def _listed(manuscript: Manuscript, at: int, ordinal: Ordinal) -> bool:
    """Whether it is of a list that runs on within the paragraph, as （1）…；（2）… do."""
    start, end = manuscript.line(at)
    likely = _BRACKET if manuscript.text[at] in "（(" else _NUMERAL
    # The first sign is left out: an ordinal there is the paragraph's own.
    others = (
        read_ordinal(manuscript.text[each.start() : each.start() + 40])
        for each in likely.finditer(manuscript.text, start + 1, end)
    )
    numbers = {each.number for each in others if each is not None and each.family == ordinal.family}
    return ordinal.number == 1 or ordinal.number - 1 in numbers


def _all(manuscript: Manuscript, at: int, ordinal: Ordinal, number: int) -> Finding:
    return Finding(
        "item-glued",
        *_span(manuscript, at, ordinal),
        Both(
            f"全文有 {number} 个带序号的条目没有另起一段，像是分段丢失了。",
            f"{number} numbered items are not on lines of their own, as if the paragraphs had been lost.",
        ),
        Both("对照原稿恢复分段。", "Restore the paragraphs as they were."),
        severity="info",
    )


def _finding(manuscript: Manuscript, at: int, ordinal: Ordinal) -> Finding:
    shown = quoted(manuscript.raw[at : manuscript.line(at)[1]], 12)
    return Finding(
        "item-glued",
        *_span(manuscript, at, ordinal),
        Both(f"“{shown}”接在上一段后面，没有另起一段。", f"“{shown}” hangs on the paragraph before it."),
        Both("从这个序号起另起一段。", "Begin a new paragraph here."),
    )


def _span(manuscript: Manuscript, at: int, ordinal: Ordinal) -> tuple[int, int]:
    """The signs of an ordinal that begins at ``at``, and of which the rest of the line is the rest."""
    end = manuscript.line(at)[1] - len(ordinal.rest)
    return at, at + len(manuscript.raw[at:end].rstrip())
