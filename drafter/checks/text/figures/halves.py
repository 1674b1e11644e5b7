"""A part of the year with more than the year: 全年培训500人次，其中上半年620人次."""

import re
from collections.abc import Iterator

from drafter.checks.finding import Finding
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.text.figures.named import Named, named
from drafter.checks.text.figures.quantities import Quantity, within
from drafter.model.spans import PATTERN as SPAN
from drafter.model.spans import YEAR, read_span
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

#: Its number stands right before, or in the same sentence.
_PART = re.compile(rf"其中[，：]?(?:[1-4一二三四]是)?({SPAN})[^，。；\n0-9]{{0,12}}")
_SPAN = re.compile(SPAN)
_STOCK = re.compile("总数|总量|余额|保有|存量|在册|期末|率|比重|占比|净|价格|指数")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    told = set()
    for half, year in (*_in_sentences(manuscript), *_across(manuscript)):
        if half.start not in told:
            told.add(half.start)
            yield _finding(manuscript, half, year)


def _in_sentences(manuscript: Manuscript) -> Iterator[tuple[Quantity, Quantity]]:
    """(part, year) of 全年……其中上半年……, where the part is more."""
    for found in _PART.finditer(manuscript.text):
        months = read_span(found[1])
        if months is None or months == YEAR:
            continue
        start, end = manuscript.sentence(found.start())
        whole = within(manuscript, start, found.start())[-1:]
        part = [each for each in within(manuscript, found.end(), end) if each.start == found.end()]
        if whole and part and _exceeds(part[0], whole[0]) and not _STOCK.search(manuscript.text, start, whole[0].start):
            yield part[0], whole[0]


def _across(manuscript: Manuscript) -> Iterator[tuple[Quantity, Quantity]]:
    """(part, year) of 上半年完成12件 and 全年完成8件, of one name."""
    years: dict[tuple[str, str], Named] = {}
    parts: list[Named] = []
    own = manuscript.period.span if manuscript.period else "全年"
    for each in named(manuscript):
        if each.aimed or each.item or each.part == "问题" or len(each.name) < _FEWEST or _STOCK.search(each.name):
            continue
        time = each.time or own
        months = read_span(time) if _SPAN.fullmatch(time) else None
        if months == YEAR:
            years.setdefault((each.name, each.quantity.unit), each)
        elif months:
            parts.append(each)
    for each in parts:
        year = years.get((each.name, each.quantity.unit))
        if year and _exceeds(each.quantity, year.quantity):
            yield each.quantity, year.quantity


_FEWEST = 4


def _exceeds(part: Quantity, year: Quantity) -> bool:
    return part.unit == year.unit and part.value > year.value and not (part.approximate or year.approximate)


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
