"""How numbers are written: 三四个, 两家, 120, 4·26, 3000."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from drafter.checks.finding import Finding, counted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import NUMERALS, Rule
from drafter.checks.text.marks.spots import HAN, Spot, replaced, told
from drafter.model.problem import Severity
from drafter.model.words import Both

RULES = (
    Rule(
        "numerals",
        "warning",
        Both("数字的写法不规范", "Number written otherwise than usual"),
        Both("数字的写法有国家标准，同一篇里写法不一显得粗糙。", "A standard says how numbers are written."),
        NUMERALS,
        "全年捐赠图书3，600册。",
        "全年捐赠图书3,600册。",
    ),
)

_DIGIT = "一二三四五六七八九"
_COUNTED = "个家名人项件户场份篇条种所座台辆套天元岁遍间批幅块棵艘架栋里"
#: 三、四个; but 第三、四个, 一、二、三个 and 一、二年级 name each.
_APPROXIMATE = re.compile(
    rf"(?P<one>[{_DIGIT}])(?<![第{_DIGIT}百千万亿、。；：（\n].)(?<!^.)(?P<mark>、)(?P<two>[{_DIGIT}])"
    rf"(?=[十百千万亿余多]{{0,2}}(?:[{_COUNTED}位次年倍]|小时|分钟|公里))(?!十?年[级代度])"
)
#: 二 that counts. 二次, 二级, 二位 and their like are words or ordinals and are left alone.
_TWO = re.compile(
    rf"二(?<![第{_DIGIT}十百千万亿零〇两点之其初高大小老不周期拜统无本科、“‘—\-0-9].)"
    r"(?=[家名件户座台辆套间幅块棵艘架栋份篇天]|个(?!别|体|性|五|一)|批(?!次|线|本|班)|项(?!式)|所(?!小|中|幼)|场(?!镇)|种(?!植))"
)
#: 3千5百, 2万3千, 5百余名, 3十五个, 三百20名; 2023十件 is a year.
_MIXED = re.compile(
    rf"[0-9](?:[千百十][0-9]+[千百十]?(?![0-9%.])|[万亿][0-9]+[千百](?![米克瓦伏卡])|(?<![0-9]{{3}}.)[百十](?=[余多]?[{_COUNTED}])(?![佳强])"
    rf"|(?<![0-9]{{3}}.)[百十][{_DIGIT}](?![届件条项佳]))|[{_DIGIT}][百千][0-9]{{1,3}}(?=[余多]?[{_COUNTED}])"
)
#: 5千名; 5千万元 is not seldom.
_THOUSANDS = re.compile(rf"[0-9](?<![0-9]{{3}}.)(?<![0-9][万亿].)千(?=[余多]?[{_COUNTED}])")
#: 30几个, 几10人.
_SOME = re.compile(r"几(?:(?<=[0-9]几)(?=[十百千万余]?[\u4e00-\u9fff])|10+(?=[余多]?[\u4e00-\u9fff]))")
#: 百分之95, 千分之3.5, 百分之九十5.
_PER = re.compile(rf"[百千万]分之(?:[{_DIGIT}十百零点]{{1,6}}[0-9%]|[0-9][0-9.]*%?)")
#: 二零二四年, 二0二四年, 20二四年: the zero of a year in Chinese numerals is 〇.
_YEAR = re.compile(rf"年(?<=[一二12][零〇○0Oo九9][零〇○0Oo{_DIGIT}]{{2}}年)")
_YEAR_LENGTH = 4
_EVENT_NAME = r"(?:日|周|节|月|事件|事故|讲话|精神|地震|案|行动|活动|宣传)"
_UNITS = "万亿千百十个家项元米公平吨小天年月日时分秒级版倍度名人次户亩斤"
#: A day that something is called by: “4.26”, 4.26知识产权日. 4.5万 and 2.5公里 are numbers.
_EVENT = re.compile(
    rf"[1-9](?:(?<=1)[0-2])?(?P<mark>\.)(?:3[01]|[12][0-9]|[1-9])(?![0-9.])(?=”?[{HAN}])(?!”?[{_UNITS}%])(?=”|[{HAN}]{{2,10}}?{_EVENT_NAME})"
)
_COMMA = re.compile(rf"，(?<=[0-9].)[0-9]{{3}}(?=[{HAN}])")
#: The number before its last comma; of 120，130 nobody knows whether it is one number or two.
_HEAD = re.compile("(?<![0-9.，第前])(?:[0-9]{1,3}|[0-9]{1,2}(?:，[0-9]{3})+)$")
_LISTED = re.compile("分别|依次|各为")
_NEAR = 16


def check(manuscript: Manuscript) -> Iterator[Finding]:
    text = manuscript.text
    for form in _FORMS:
        spots = [spot for found in form.pattern.finditer(text) if (spot := form.spot(found)) is not None]
        yield from told(manuscript, "numerals", spots, form.said, form.fix, severity=form.severity)


def _approximate(found: re.Match[str]) -> Spot | None:
    """三、四 or 三、五; 一、三项 and 一、二条 name the items."""
    one, two = _DIGIT.index(found["one"]), _DIGIT.index(found["two"])
    if (two - one != 1 and found[0] != "三、五") or (one == 0 and found.string[found.end()] in "项条"):
        return None
    return Spot(*found.span(), ((*found.span("mark"), ""),))


def _some(found: re.Match[str]) -> Spot:
    """The number with the digits before 几."""
    digits = found.string[max(0, found.start() - _NEAR) : found.start()]
    return Spot(found.start() - (len(digits) - len(digits.rstrip("0123456789"))), found.end())


def _year(found: re.Match[str]) -> Spot | None:
    """A year whose zeros are to be 〇; one half in digits is left to the writer."""
    start = found.start() - _YEAR_LENGTH
    signs = found.string[start : found.start()]
    digits = signs[:2].isdecimal()
    if signs.isdecimal() or not (digits or any(sign in "零0Oo" for sign in signs)):
        return None
    edits = tuple((start + at, start + at + 1, "〇") for at, sign in enumerate(signs) if sign in "零0Oo")
    return Spot(start, found.start(), () if digits else edits)


def _day(found: re.Match[str]) -> Spot | None:
    """A day, where no digit goes before and quotes that end after it begin before it."""
    before, after = found.string[found.start() - 1 : found.start()], found.string[found.end() : found.end() + 1]
    if before.isdigit() or before in tuple(".-/") or (after == "”" and before != "“"):
        return None
    return Spot(*found.span(), ((*found.span("mark"), "·"),))


def _grouped(found: re.Match[str]) -> Spot | None:
    """A number whose digits are parted by commas; not two numbers, as in 分别为120，130家."""
    text, near = found.string, max(0, found.start() - _NEAR)
    head = _HEAD.search(text, near, found.start())
    if head is None or _LISTED.search(text, near, head.start()):
        return None
    commas = (at for at in range(head.start(), found.end()) if text[at] == "，")
    return Spot(head.start(), found.end(), tuple((at, at + 1, ",") for at in commas))


class _Form(NamedTuple):
    """A way of writing numbers that the standard has otherwise."""

    pattern: re.Pattern[str]
    spot: Callable[[re.Match[str]], Spot | None]
    severity: Severity | None
    what: Both
    fix: Both

    def said(self, words: str, number: int) -> Both:
        more = counted(number)
        return Both(f"“{words}”{more.zh}{self.what.zh}", f"“{words}”{more.en} {self.what.en}")


_FORMS = (
    _Form(
        _APPROXIMATE,
        _approximate,
        "info",
        Both("是概数，相邻两个数字之间不用顿号。", "is an approximate number, which takes no 、."),
        Both("删去顿号。", "Delete the 、."),
    ),
    _Form(
        _TWO,
        lambda found: replaced(*found.span(), "两"),
        "info",
        Both("里量词前面的“二”应为“两”；指第二的，写“第二”。", "counts with 二, where 两 belongs, or 第二."),
        Both("改成“两”，或写明“第二”。", "Write 两, or 第二."),
    ),
    _Form(
        _MIXED,
        lambda found: Spot(*found.span()),
        None,
        Both("把阿拉伯数字和“千”“百”“十”混写了。", "mixes digits with 千, 百 or 十."),
        Both("全用阿拉伯数字；只有“万”“亿”可以和阿拉伯数字连用。", "Use digits only; no more than 万 and 亿 go with them."),
    ),
    _Form(
        _THOUSANDS,
        lambda found: Spot(*found.span()),
        "info",
        Both("把阿拉伯数字和“千”混写了。", "mixes digits with 千."),
        Both("全用阿拉伯数字；只有“万”“亿”可以和阿拉伯数字连用。", "Use digits only; no more than 万 and 亿 go with them."),
    ),
    _Form(
        _SOME,
        _some,
        None,
        Both("把阿拉伯数字和“几”混写了。", "mixes digits with 几."),
        Both("写作“三十几”，或者写出准确的数。", "Write 三十几, or the exact number."),
    ),
    _Form(
        _PER,
        lambda found: Spot(*found.span()),
        None,
        Both("把汉字的“分之”和阿拉伯数字混写了。", "mixes 分之 with digits."),
        Both("写作“95%”这样的形式。", "Write it like 95%."),
    ),
    _Form(
        _YEAR,
        _year,
        "info",
        Both("是汉字写的年份，“零”应为“〇”，不与数字混写。", "is a year in Chinese numerals, whose zero is 〇."),
        Both("改为“〇”，或者全用阿拉伯数字。", "Write 〇, or use digits."),
    ),
    _Form(
        _EVENT,
        _day,
        "info",
        Both("里以月、日作名称的，中间用间隔号“·”。", "is the name of a day and takes ·."),
        Both("改成间隔号“·”。", "Use · instead."),
    ),
    _Form(
        _COMMA,
        _grouped,
        None,
        Both("的数字里用了全角逗号，像是两个数。", "has a full-width comma within a number."),
        Both("删去逗号，或改成半角的。", "Delete the comma, or use a half-width one."),
    ),
)
