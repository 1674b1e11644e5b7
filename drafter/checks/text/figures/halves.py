"""A part of the year with more than the year: 全年培训500人次，其中上半年620人次."""

import re
from collections import defaultdict
from collections.abc import Iterator

from drafter.checks.finding import Finding
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.text.figures.named import Named, named
from drafter.checks.text.figures.quantities import INCOMPARABLE, Quantity, within
from drafter.model.spans import PATTERN as SPAN
from drafter.model.spans import YEAR, Months, read_span
from drafter.model.words import Both

RULES = (
    Rule(
        "half-above-year",
        "warning",
        Both("半年数大于全年数", "Half a year above the year"),
        Both(
            "累计的数只增不减，上半年不会比全年还多。",
            "What adds up over the year cannot be more after half of it.",
        ),
        GENRE,
        "全年培训护林员320人次，其中上半年420人次。",
        "全年培训护林员420人次，其中上半年320人次。",
    ),
)

#: A part of the year that is told of after the whole: 其中上半年, （上半年, ，仅上半年.
_PART = re.compile(
    rf"[其，（、](?=[中截仅光上下第前0-9一二三四])(?:(?<=其)中[，：]?)?(?:[1-4一二三四]是|截[至止]|仅|光)?({SPAN})"
)
_SPAN = re.compile(SPAN)
#: What does not add up over the year.
_STOCK = re.compile("总数|总量|余额|保有|存量|在册|期末|率|比[例重]|占比|净|价格|指数|满意度|均|浓度|得分")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    told = set()
    for half, year in (*_in_sentences(manuscript), *_across(manuscript)):
        if half.start not in told:
            told.add(half.start)
            yield _finding(manuscript, half, year)


def _in_sentences(manuscript: Manuscript) -> Iterator[tuple[Quantity, Quantity]]:
    """(part, year) of 全年……其中上半年……, where the part is more."""
    text = manuscript.text
    for found in _PART.finditer(text):
        months = read_span(found[1])
        if months is None or months == YEAR:
            continue
        start, end = manuscript.sentence(found.start())
        whole = within(manuscript, start, found.start())[-1:]
        part = within(manuscript, found.end(), min(end, found.end() + _NEAR))[:1]
        if whole and part and _exceeds(part[0], whole[0]) and not _STOCK.search(text, start, part[0].start):
            before, named = text[start : whole[0].start], text[found.end() : part[0].start]
            last = _last_span(before)
            if (
                (last is None or read_span(last[0]) == YEAR)
                and _CLAUSE.fullmatch(named)
                and (found[0][0] == "其" or ("全年" in before and _same(named, before)))
            ):
                yield part[0], whole[0]


def _last_span(before: str) -> re.Match[str] | None:
    """The time that is named last in the clause of a whole, which may be a part itself: 其中上半年480批次，下半年780批次."""
    return max(_SPAN.finditer(before, before.rfind("，") + 1), key=lambda found: found.start(), default=None)


def _same(named: str, before: str) -> bool:
    """Whether the words before the number of a part are those before the whole's, or say nothing of their own."""
    return _PLAIN.fullmatch(named) is not None or named[-2:] in before


def _across(manuscript: Manuscript) -> Iterator[tuple[Quantity, Quantity]]:
    """(part, year) of 上半年完成12件 and 全年完成8件, of one name."""
    told: dict[tuple[str, str], list[tuple[Months, Named]]] = defaultdict(list)
    own = manuscript.period.span if manuscript.period else "全年"
    for each in named(manuscript):
        if each.aimed or each.item or each.part == "问题" or _STOCK.search(each.name):
            continue
        time = each.time or own
        months = read_span(time) if _SPAN.fullmatch(time) else None
        if months:
            told[(each.name, each.quantity.unit)].append((months, each))
    for spans in told.values():
        longest, year = max(spans, key=lambda span: span[0].last - span[0].first)
        for months, each in spans:
            inside = longest.first <= months.first and months.last <= longest.last and months != longest
            if inside and _exceeds(each.quantity, year.quantity) and _comparable(manuscript, each, year):
                yield each.quantity, year.quantity


def _comparable(manuscript: Manuscript, part: Named, year: Named) -> bool:
    """Whether the name tells by itself that both count one thing, or the paragraph that holds both does."""
    return len(part.name) >= _FEWEST or manuscript.index(part.begin) == manuscript.index(year.begin)


_FEWEST, _NEAR = 4, 24
_CLAUSE = re.compile(r"[^，。；：、（）\n]*")
_PLAIN = re.compile("(?:完成|办理|实现|达到?|已|就|为|接待|开展|举办|审结|受理|发放|接种|培训|有)*")


def _exceeds(part: Quantity, year: Quantity) -> bool:
    alike = part.unit == year.unit and part.unit not in INCOMPARABLE
    return alike and part.value > year.value and not (part.approximate or year.approximate)


def _finding(manuscript: Manuscript, half: Quantity, year: Quantity) -> Finding:
    part, whole = manuscript.words(half.start, half.end), manuscript.words(year.start, year.end)
    return Finding(
        "half-above-year",
        half.start,
        half.end,
        Both(f"一部分时间的数 {part} 比全年的 {whole} 还大。", f"{part} of a part of the year is more than {whole} of the year."),
        Both("核对两个数，看哪一个写错了。", "See which of the two is wrong."),
        other=(year.start, year.end),
    )
