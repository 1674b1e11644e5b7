"""Growth that says nothing: 比去年同期大幅增长 without a number, 同比增长12% of what is not told."""

import re
from collections.abc import Iterator

from drafter.checks.finding import Finding, counted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.scanning import Led
from drafter.checks.text.figures.quantities import NUMERALS, SCALE, UNITS, within
from drafter.model.words import Both

RULES = (
    Rule(
        "growth-without-base",
        "info",
        Both("同比没有基数", "Growth without a base"),
        Both(
            "只说增减、不说从多少到多少，读的人无从判断，也无从核对。",
            "A rise without the numbers it is made of can be neither judged nor verified.",
        ),
        GENRE,
        "办理公证件数比去年同期大幅增长。",
        "办理公证320件，比去年同期增长25%。",
    ),
)

_BEFORE = Led(
    "同比较相对与和",
    "同比(?:去年|上年)?(?:同期)?|(?:比|较|相较于?|对比|[同与和])(?:去年|上一?年度?|前年|20[0-9]{2}年)(?:同期|全年|同季|上半年|同月)?(?:相比)?"
    "|(?:比|较|同)(?:往年|以往|历年|同期)(?:相比)?",
)
_MOVES = "增长|增加|上升|下降|减少|增多|回升|回落|降低|攀升|上涨|下滑|提高|提升|增幅|降幅|锐减|激增|缩短|压缩|压减|延长|扩大|递增|递减|跃升"
_HOW = (
    "大幅度?|明显|显著|较大|有较大|有所|稳步|持续|快速|成倍|逐步|进一步|普遍|均有|均|都有|都|又|再|呈现?|实现了?|保持|得到|有了?|很大|较快|略有|小幅|双双|全面|"
    "总体|稳中有|不断|连续|两位数"
)
_WORDS = re.compile(
    rf"，?(?:{_HOW}|幅度的?|的){{0,4}}(?:{_MOVES})(?!至|到|为|率|[0-9约近了超百翻过{NUMERALS}]|的(?![态趋势]))(?:趋势|态势|幅度)?"
)
_NUMBER = rf"百分之[{NUMERALS}]{{1,4}}|[{NUMERALS}]分之[{NUMERALS}]|一半|过半|(?:[0-9][0-9.,]*|[{NUMERALS}]{{1,4}})[余多]?(?:{SCALE})?[余多]?(?![位名])(?:{UNITS}|成)"
_RATE = re.compile(
    rf"，?(?:{_HOW}|分别){{0,3}}"
    rf"(?:(?:{_MOVES}|提速|提前|加快|净增|[增减多少升降])(?:了|约|近|将近|超过?|达到?|幅度达到?){{0,2}}(?:{_NUMBER})|翻了?(?:[{NUMERALS}]|近一)?番|翻倍)"
)
#: 提高 and 提升 are said of many things that nobody counts.
_COUNTED = re.compile(
    "[率量数额值度产价]$|收入|产值|比重|占比|件|案|面积|次|人|投资|税收|利润|产量|排放|事故|成交|交易|贷款|存款|资金|业务|规模|客流|价格|时间|周期"
)
#: The number comes after: ，增幅35%; ，由30件增加到52件.
_TOLD = re.compile(
    r"，?(?:增幅|增长|增速|降幅|降低|上升|下降|减少|增加|提高|达到?|为|较|由|从|净增|分别|其中|约|超|近|共|共计|累计|总[量数额])[^，。；\n]{0,12}[0-9]"
)
_REACHED = re.compile(r"[，、]?(?:总[量数额]|累计|已)*(?:达到?|为|共计?|由|从|突破|超过)[^，。；\n]{0,8}[0-9]")
_GIVEN = re.compile(
    "(?:去年|上年|同期|20[0-9]{2}年)[^，。；\n增上下减提降回涨缩压延净]{0,8}?(?:的|为|是|仅|仅为|只有)?[0-9]|[由从][^，。；\n]{0,12}[0-9][^，。；\n]{0,8}[到至]"
)
_AIM = re.compile("力争|争取|确保|努力|目标|计划|预期|要求|将|拟|考核")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    rates = []
    for base in _BEFORE.finditer(manuscript.text):
        rate = _RATE.match(manuscript.text, base.end())
        words = None if rate else _WORDS.match(manuscript.text, base.end())
        if rate and _bare(manuscript, base.start(), rate.end()):
            rates.append((base.start(), rate.end()))
        elif words and _empty(manuscript, base.start(), words.end()):
            yield _words(manuscript, base.start(), words.end())
    if rates:
        yield _rate(manuscript, *rates[0], counted(len(rates)))


def _clause(manuscript: Manuscript, at: int) -> int:
    """Where the clause begins that holds ``at``."""
    start, _ = manuscript.sentence(at)
    return manuscript.text.rfind("，", start, at) + 1 or start


def _claimed(manuscript: Manuscript, at: int) -> bool:
    """Whether growth is told of what was, and the base is nowhere in the sentence."""
    start, end = manuscript.sentence(at)
    planned = manuscript.at(at).part == "打算" or _AIM.search(manuscript.text, start, at)
    return not planned and not _GIVEN.search(manuscript.text, start, end)


def _empty(manuscript: Manuscript, at: int, end: int) -> bool:
    """Whether no number goes with the words, in their clause or as the next."""
    text, start = manuscript.text, _clause(manuscript, at)
    rest = end + len(_REST.match(text, end)[0])  # type: ignore[index]  # it matches the empty text too
    if _DIGIT.search(text, start, rest) or _TOLD.match(text, rest) or not _claimed(manuscript, at):
        return False
    moved = text[at:end].rstrip("趋态势幅度")
    return not moved.endswith(("提高", "提升")) or bool(_COUNTED.search(text[start:at]))


_REST = re.compile(r"[^，。；！？\n]*")
_DIGIT = re.compile("[0-9]|[一二两三四五六七八九十]{1,3}(?:余|多|个)?[倍成]|翻了?[一两]?番|过半|持平")


def _bare(manuscript: Manuscript, at: int, end: int) -> bool:
    """Whether the rate is all that is said in numbers of what its clause names, or of what those before it name."""
    text, start = manuscript.text, _clause(manuscript, at)
    said = text[start:at]
    if len(said) < _NAMES:
        start, _ = manuscript.sentence(start)
    told = within(manuscript, start, at) or _REACHED.match(text, end) or _counted_before(manuscript, start, said)
    return not told and not _INDEX.search(said) and _claimed(manuscript, at)


def _counted_before(manuscript: Manuscript, start: int, said: str) -> bool:
    """Whether the sentence has told before how many there are: 省级18个、市级31个，省级平台比上年增加5个."""
    begin, _ = manuscript.sentence(start)
    name = said.lstrip("，其中")[:2]
    at = manuscript.text.rfind(name, begin, start) if len(name) == 2 else -1
    return at >= 0 and any(each.start - at <= _NEAR for each in within(manuscript, at, start))


#: From a name to its number are no more signs.
_NEAR = 8
#: So many signs before the rate may name what grew.
_NAMES = 3
#: What is published as a rate or an index only.
_INDEX = re.compile("增加值|价格|指数|投资|能耗|浓度|零售总额|生产总值|排位|排名")


def _words(manuscript: Manuscript, start: int, end: int) -> Finding:
    said = manuscript.words(start, end)
    return Finding(
        "growth-without-base",
        start,
        end,
        Both(f"“{said}”没有说是多少。", f"“{said}” does not say by how much."),
        Both("写出本期数和去年同期数，或写出增减的百分比。", "Give this period's number and last year's, or the rate."),
        severity="warning",
    )


def _rate(manuscript: Manuscript, start: int, end: int, more: Both) -> Finding:
    said = manuscript.words(start, end)
    return Finding(
        "growth-without-base",
        start,
        end,
        Both(f"“{said}”{more.zh}只有幅度，没有本期数。", f"“{said}”{more.en} is a rate of a number that is not told."),
        Both("在前面写出本期数，如“办结520件，同比增长12%”。", "Say the number before it: 办结520件，同比增长12%."),
    )
