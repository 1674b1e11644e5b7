"""Parts of a whole: 共立项20项，其中甲类12项、乙类8项. No part is more than the whole, and classes add up to it.

Only what is counted in the same unit within one sentence is compared. What lies behind a mark other than 、 may overlap (其中女
职工30人，党员50人), and so may what is told of people.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import NamedTuple

from drafter.checks.finding import Finding
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.text.figures.quantities import INCOMPARABLE, Quantity, quantities, shown, within
from drafter.model.spans import PATTERN as SPAN
from drafter.model.words import Both

RULES = (
    Rule(
        "part-exceeds-whole",
        "error",
        Both("其中的数大于总数", "Part exceeds whole"),
        Both(
            "“其中”的数不可能大于它前面的总数，必有一个写错。",
            "What is a part cannot be more than the whole: one of the two is wrong.",
        ),
        GENRE,
        "全年立案20件，其中大案25件。",
        "全年立案25件，其中大案20件。",
    ),
    Rule(
        "parts-sum",
        "warning",
        Both("分项合计与总数不符", "Parts do not add up"),
        Both("分项逐一列出的，加起来应当等于总数，领导和媒体都会加一遍。", "Where the parts are listed, readers add them up."),
        GENRE,
        "新建公厕10座（城区4座、镇区9座）。",
        "新建公厕13座（城区4座、镇区9座）。",
    ),
)

#: 其中, and in brackets what contains.
_OF_WHICH = re.compile("其中[，：]?|（(?:含|包括|包含)")
#: From 其中 to its number: a name, and nothing that measures, compares or counts otherwise.
_NAME = re.compile(r"[^，。；：、\n0-9]{0,18}")
_OTHERWISE = re.compile(
    "比(?![例赛])|较(?!大|重)|超(?!市|声|龄)|达(?!标|到?$)|增(?!值|殖)|减(?![免税灾排])|长(?!期|效|护|途|廊|安|者)|累计|总[计投产额量]|最|单[位个体笔](?!工程)|每|均"
)
#: What a change, a limit or an average counts is no whole.
_NO_WHOLE = re.compile(
    r"(?:增加|减少|净增|净减|提高|下降|上升|超出|多|少)了?$|净[增减][^，。；\n]{0,10}$|(?:每|各(?![类级种项])|均)[^，。；\n]{0,10}$"
)
_STOP = re.compile(r"[，。；、：（）.\n]|[组构]成|$")
#: What the same person may be twice, and what one thing is first and then the next.
_OF_PEOPLE = re.compile(
    "[女男兼]|少数民族|职称|学历|党员|岁|青年|博士|硕士|本科|研究生|骨干|人才|残疾|脱贫|留守|困难|寄宿|乡村|小规模|星级"
)
_STAGES = re.compile("以[上下内]|通过|获批?|入选|参加|同时|累计|完成|开工|竣工|办结|结案|整改|销号|投产|投用")
#: From a whole to the first of its parts; without any such word only after 共, 总.
_TO_PARTS = re.compile(
    r"(?P<told>[，。；]?(?:其中[，：]?|分别[为是有]：?|分为：?|包括：?|包含|具体[为是]：?|[即含])|，(?:其中[，：]?)?按[^，。；：、\n0-9]{1,10}[分看计类][，：]?"
    r"|，(?:主要)?用于|，由(?=[^。；\n]{4,80}[组构]成)|：|(?P<noun>[^，。；：、（）\n0-9]{0,10})（(?:其中[，：]?|含|包括)?)|，"
)
_PART_NAME = r"[^，。；：、（）\n0-9比较增减]{0,16}(?:（[^（）\n]{1,20}）)?(?:近|约)?"
_FIRST_NAME = re.compile(_PART_NAME)
#: Between two parts: 小学3所、中学2所, or 3所小学、2所中学.
_JOINED = re.compile(f"(?:[、，]|以及|[和及与]){_PART_NAME}")
_NOUN = r"[^，。；：、（）\n0-9]{1,10}?"
_JOINED_AFTER = re.compile(f"{_NOUN}(?:[、，]|以及|[和及与])")
_NOUN_AFTER = re.compile(r"[^，。；：、（）\n0-9]{0,10}")
_ALL = re.compile(r"(?:(?<!公)共(?![同享建治])|总共|总计|合计|累计)[^，。；：、\n0-9]{0,12}$")
_GOES_ON = re.compile("等|、|及|和|与|以及|…")
#: What part of the year a number is of has a rule of its own (halves).
_OF_A_YEAR = re.compile(SPAN)


class _Listed(NamedTuple):
    """A whole and its parts. ``complete``: nothing says that there are more. ``within``: they are all that stands in brackets."""

    whole: Quantity
    parts: list[Quantity]
    complete: bool
    within: bool


def check(manuscript: Manuscript) -> Iterator[Finding]:
    text, every = manuscript.text, quantities(manuscript)
    for found in _OF_WHICH.finditer(text):
        yield from _exceeding(manuscript, found)
    for number in range(len(every) - 2):
        listed = _listed(text, every, number)
        if listed is not None:
            yield from _summed(manuscript, listed)


def _exceeding(manuscript: Manuscript, found: re.Match[str]) -> Iterator[Finding]:
    """Of a 其中 with a number that is more than any in the same unit that the sentence told before."""
    text, begin = manuscript.text, manuscript.line(found.start())[0]
    start, end = manuscript.sentence(found.start())
    apart = start == found.start() > begin
    if apart:
        start = manuscript.sentence(start - 2)[0]
    if found[0][0] == "（":
        end = max(text.find("）", found.end(), end), found.end())
    after = within(manuscript, found.end(), min(end, found.end() + 80))
    if not after or not _is_part(text, found.end(), after[0]) or _OF_A_YEAR.match(text, found.end()):
        return
    alike = [each for each in within(manuscript, start, found.start()) if each.unit == after[0].unit]
    wholes = [each for each in alike if _is_whole(text, each)]
    if not wholes:
        return
    most = max(each.value * (2 if each.approximate else 1) for each in alike)
    row = _row(text, after, 0, nouns_after=False)
    part = next((each for each in row if each.value > most and "，" not in text[row[0].end : each.start]), None)
    if part is None:
        return
    whole = wholes[-1]
    words, total = text[part.start : part.end], text[whole.start : whole.end]
    yield Finding(
        "part-exceeds-whole",
        part.start,
        part.end,
        Both(f"“其中”的{words}比总数{total}还多。", f"The part, {words}, is more than the whole, {total}."),
        Both("核对总数和分项，改正写错的那一个。", "Check both and mend the wrong one."),
        other=(whole.start, whole.end),
        severity="warning" if apart or len(wholes) < len(alike) or part.approximate else None,
    )


def _is_part(text: str, start: int, part: Quantity) -> bool:
    """Whether the number counts what 其中 names, and is no measure of something (其中10亿元以上的项目)."""
    direct = part.start == start and part.unit != "元"
    ends = _STOP.match(text, part.end) is not None or (direct and not text.startswith(("以上", "以下", "的"), part.end))
    return (
        part.unit not in INCOMPARABLE
        and ends
        and bool(_NAME.fullmatch(text, start, part.start))
        and not _OTHERWISE.search(text, start, part.start)
    )


def _is_whole(text: str, quantity: Quantity) -> bool:
    if quantity.unit.endswith("元") and not _STOP.match(text, quantity.end):
        return False
    limits = text.startswith(("以上", "以下", "以内"), quantity.end)
    return not limits and _NO_WHOLE.search(text, max(0, quantity.start - 14), quantity.start) is None


def _listed(text: str, every: Sequence[Quantity], number: int) -> _Listed | None:
    """The quantity of this number as a whole, if at least two in its unit are listed after it as its parts."""
    whole, first = every[number], every[number + 1]
    if first.unit != whole.unit or whole.unit in INCOMPARABLE or first.start - whole.end > 30:
        return None
    to = _TO_PARTS.match(text, whole.end)
    told = to is not None and (to["told"] is not None or _ALL.search(text, max(0, whole.start - 16), whole.start) is not None)
    if to is None or not told or not _FIRST_NAME.fullmatch(text, to.end(), first.start):
        return None
    parts = _row(text, every, number + 1, nouns_after=to.end() == first.start)
    end = parts[-1].end
    if to.end() == first.start:
        end = _NOUN_AFTER.match(text, end).end()  # type: ignore[union-attr]  # it matches the empty text too
    bracketed = to["noun"] is not None and to["told"].endswith("（") and text.startswith("）", end)
    commas = "，" in text[first.end : end]
    if len(parts) < (3 if commas and not bracketed else 2) or not _STOP.match(text, end):
        return None
    if _STAGES.search(text, to.end(), end) or (not whole.unit.endswith("元") and _OF_PEOPLE.search(text, to.end(), end)):
        return None
    return _Listed(whole, parts, _GOES_ON.match(text, end) is None, bracketed)


def _row(text: str, every: Sequence[Quantity], number: int, *, nouns_after: bool) -> list[Quantity]:
    """The quantity of this number and those that are joined to it, in its unit."""
    row = [every[number]]
    joined = _JOINED_AFTER if nouns_after else _JOINED
    for following in every[number + 1 :]:
        if following.unit != row[0].unit or not joined.fullmatch(text, row[-1].end, following.start):
            break
        row.append(following)
    return row


def _summed(manuscript: Manuscript, listed: _Listed) -> Iterator[Finding]:
    whole, parts, complete, within_brackets = listed
    if any(each.approximate for each in (whole, *parts)) or not _is_whole(manuscript.text, whole):
        return
    slack = sum(each.step for each in (whole, *parts) if each.step < each.scale) / 2
    total = sum((each.value for each in parts), start=Decimal())
    sentence, _ = manuscript.sentence(whole.start)
    sums = accumulate(each.value for each in reversed(within(manuscript, sentence, whole.end)) if each.unit == whole.unit)
    if any(abs(each - total) <= slack for each in sums):
        return
    more = total > whole.value
    if parts[0].value > whole.value or (not more and not within_brackets and (len(parts) < 3 or not complete)):
        return
    written = manuscript.text[whole.start : whole.end]
    result = shown(total, max(parts, key=lambda each: -each.step))
    yield Finding(
        "parts-sum",
        whole.start,
        whole.end,
        Both(
            f"总数写的是{written}，后面 {len(parts)} 个分项加起来是{result}。",
            f"The whole is {written}, its {len(parts)} parts make {result}.",
        ),
        Both("核对各分项和总数；只列了一部分的，最后加“等”。", "Check the parts and the whole; add 等 if not all are listed."),
        other=(parts[0].start, parts[-1].end),
        severity=None if more else "info",
    )
