"""How dates are written, and whether there are such days: 2024年1月8日, not 2024年01月08日, 24年 or 2024.1.8; no 6月31日."""

import re
from collections.abc import Iterator

from drafter.checks.finding import Finding, Place, counted, together
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, LAYOUT, NUMERALS, Rule
from drafter.model.dates import Day
from drafter.model.numbering import numeral_value
from drafter.model.period import Period
from drafter.model.words import Both

RULES = (
    Rule(
        "date-form",
        "warning",
        Both("日期写法不规范", "Form of a date"),
        Both(
            "公文里的日期用阿拉伯数字写全年、月、日，年份写四位，月、日前面不补 0。",
            "Official documents write dates in full, years with four digits, months and days without a leading zero.",
        ),
        f"{LAYOUT} 7.3.5.4；{NUMERALS}",
        "2024年01月08日召开动员会。",
        "2024年1月8日召开动员会。",
    ),
    Rule(
        "date-impossible",
        "error",
        Both("没有这一天", "No such day"),
        Both("日历上没有的日期一定是写错了。", "A date that no calendar has is wrong for sure."),
        GENRE,
        "6月31日召开评审会。",
        "6月30日召开评审会。",
    ),
)


#: Signs that dates are made of, in a row. Patterns of dates begin in so many ways that they are tried here only.
_ROW = re.compile("[0-9〇○零ＯO一二三四五六七八九十’'‘＇][0-9〇○零ＯO一二三四五六七八九十年月日号至到—–－~～./／\\-]{2,}")
#: So far beyond such a row a pattern may look.
_BEYOND = 12
_Row = tuple[int, int]


def check(manuscript: Manuscript) -> Iterator[Finding]:
    text = manuscript.text
    rows = [(each.span(), each[0]) for each in _ROW.finditer(text)]
    years = [span for span, row in rows if "年" in row]
    months = [span for span, row in rows if "月" in row]
    bare = [span for span, row in rows if row.count("-") > 1 or row.count(".") > 1 or row.count("/") > 1 or row.count("／") > 1]
    yield from _forms(manuscript, years, months, bare)
    yield from _impossible(text, months, bare)


def _within(pattern: re.Pattern[str], text: str, rows: list[_Row]) -> Iterator[re.Match[str]]:
    for start, end in rows:
        for each in pattern.finditer(text, start, end + _BEYOND):
            if each.start() < end:
                yield each


# Forms: a kind of them is told once, with what mends each.

_PADDED = re.compile(
    "(?<![0-9])(?:((?:19|20)[0-9]{2}年)(?=0[0-9]月|[0-9]{1,2}月0[0-9]日))?(0?[0-9]|1[0-2])月(?:(0?[0-9]|[12][0-9]|3[01])日)?"
)
_DOTTED = re.compile(
    r"(?<![0-9A-Za-z./\-第])((?:19|20)[0-9]{2})([./／\-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12][0-9]|3[01])(?![0-9A-Za-z/\-号版]|\.[0-9])"
)
#: After these a number of years is meant: 从业24年, 第24年; or the first year of a span.
_SHORT = re.compile(
    r"[’'‘＇]([0-9]{2})年(?:度)?|(?<![0-9.第历经近满逾约了长余超过续达之刑的龄])(?<![0-9年][—–\-～~至到])([0-9]{2})年(?:度)?"
    "(?=上半年|下半年|第?[一二三四1-4]季度|[0-9]{1,2}月(?!龄)|[底末初](?![^，。]{0,2}[0-9]年)|(?:全年)?工作(?:总结|计划|打算|要点|安排|情况|回顾))"
    "|(?<![^，。；：\n])([0-9]{2})年(?=，)"
)
_CHINESE = "[0〇○零ＯO一二三四五六七八九]"
_MONTH_OR_DAY = "[一二三四五六七八九十元]{1,4}|[0-9]{1,2}"
#: A year in Chinese numerals, perhaps with month and day; or a day whose month or day is in them.
_SPELT = re.compile(
    f"(?<![0-9一二三四五六七八九十〇○零])(?:([一二]{_CHINESE}{{3}})年(?:({_MONTH_OR_DAY})月(?:({_MONTH_OR_DAY})日)?)?"
    f"|(?:((?:19|20)[0-9]{{2}})年)?(?<![正腊冬])({_MONTH_OR_DAY})月({_MONTH_OR_DAY})日)"
)
#: A report to a congress has under its title when it was given, in Chinese numerals by custom.
_GIVEN = re.compile("[，）]?在[^，。\n]{2,30}(?:会议|大会|全会)")
_COLLOQUIAL = re.compile("(?<![0-9])(1[0-2]|[1-9])月([12][0-9]|3[01]|[1-9])号(?![文令楼门线院店馆台机井船洞])")
_BARE_DAY = re.compile("((?:19|20)[0-9]{2}年(?:1[0-2]|[1-9])月(?:[12][0-9]|3[01]|[1-9]))(?=[，。；）召举印]|开[展会始工])")
_FIGURES = re.compile("(?<![0-9])(?:19|20)[0-9]{2}年")
_DIGITS = str.maketrans("〇○零ＯO一二三四五六七八九", "00000123456789")


def _forms(manuscript: Manuscript, years: list[_Row], months: list[_Row], bare: list[_Row]) -> Iterator[Finding]:
    text = manuscript.text
    yield from _told(
        manuscript,
        [
            (each, f"{each[1] or ''}{int(each[2])}月{f'{int(each[3])}日' if each[3] else ''}")
            for each in _within(_PADDED, text, months)
            if _zeros(each)
        ],
        Both("月、日前面补了 0", "has a leading zero"),
        Both("月、日前面不补 0。", "Write months and days without a leading zero."),
    )
    yield from _told(
        manuscript,
        [
            (each, f"{each[1]}年{int(each[3])}月{int(each[4])}日")
            for each in _within(_DOTTED, text, bare)
            if _running(manuscript, each)
        ],
        Both("用点、横或斜线代替了年月日", "has dots, hyphens or slashes for 年月日"),
        Both("写成几年几月几日。", "Write it with 年, 月 and 日."),
    )
    yield from _told(
        manuscript,
        [(each, _full(each)) for each in _within(_SHORT, text, years) if _year_of(each, manuscript.period)],
        Both("年份只写了两位", "has a year of two digits"),
        Both("年份写全四位。", "Write all four digits of the year."),
    )
    yield from _told(
        manuscript,
        [(each, f"{each[1]}月{each[2]}日") for each in _within(_COLLOQUIAL, text, months)],
        Both("用了口头的“号”", "has the colloquial 号"),
        Both("写成几月几日。", "Write 日."),
    )
    yield from _told(
        manuscript,
        [(each, f"{each[1]}日") for each in _within(_BARE_DAY, text, months)],
        Both("漏了“日”", "lacks 日"),
        Both("写成几年几月几日。", "Write it with 年, 月 and 日."),
    )
    yield from _told(
        manuscript,
        [(each, _in_figures(each)) for each in _spelt(manuscript, years, months)],
        Both("用了汉字数字", "is in Chinese numerals"),
        Both("日期一律用阿拉伯数字。", "Write all dates in figures."),
    )


def _told(manuscript: Manuscript, found: list[tuple[re.Match[str], str]], what: Both, fix: Both) -> Iterator[Finding]:
    places: list[Place] = [(each.span(), (*each.span(), new)) for each, new in found]
    shown = manuscript.words(*places[0][0]) if places else ""

    def said(number: int) -> Both:
        more = counted(number)
        return Both(f"“{shown}”{more.zh}{what.zh}。", f"“{shown}”{more.en} {what.en}.")

    yield from together("date-form", places, said, fix)


def _zeros(found: re.Match[str]) -> bool:
    month, day = found[2], found[3] or " "
    return "0" in (month[0], day[0]) and "0" not in (month, day)


def _running(manuscript: Manuscript, found: re.Match[str]) -> bool:
    """In a table room is short, and a form of its own is right."""
    return manuscript.at(found.start()).role != "table"


def _year_of(found: re.Match[str], period: Period | None) -> bool:
    """Whether a year is named: 24年， may be so many years, unless the report is of about that time."""
    return not found[3] or (period is not None and abs(int(_full(found)[:4]) - period.year) <= 1)


def _full(found: re.Match[str]) -> str:
    digits = found[1] or found[2] or found[3]
    return found[0].lstrip("’'‘＇").replace(digits, f"{'19' if int(digits) >= _LAST_CENTURY else '20'}{digits}", 1)


_LAST_CENTURY = 50


def _spelt(manuscript: Manuscript, years: list[_Row], months: list[_Row]) -> Iterator[re.Match[str]]:
    """Dates in Chinese numerals. A year alone is right in them where all are, and 二〇三五年 as a far aim anywhere."""
    text = manuscript.text
    found = [each for each in _within(_SPELT, text, sorted({*years, *months})) if not _customary(manuscript, each)]
    alone = sum(1 for each in found if _year_alone(each))
    figures = sum(1 for _ in _within(_FIGURES, text, years))
    horizon = manuscript.period.year + 1 if manuscript.period else _FAR
    for each in found:
        if not _year_alone(each) or (figures > alone and int(each[1].translate(_DIGITS)) <= horizon):
            yield each


def _year_alone(found: re.Match[str]) -> bool:
    return bool(found[1]) and not found[2]


#: A year that is still to come for a while.
_FAR = 2030


def _customary(manuscript: Manuscript, found: re.Match[str]) -> bool:
    """Whether a date is in figures, or in a place where numerals are the custom: a quotation, the old calendar, under a title."""
    text = manuscript.text
    return (
        found[0].replace("年", "").replace("月", "").replace("日", "").isascii()
        or manuscript.quoted(found.start())
        or _GIVEN.match(text, found.end()) is not None
        or _LUNAR.search(text, max(0, found.start() - 10), found.start()) is not None
    )


def _in_figures(found: re.Match[str]) -> str:
    written = (found[1] or found[4] or "").translate(_DIGITS)
    month, day = _number(found[2] or found[5]), _number(found[3] or found[6])
    return f"{f'{written}年' if written else ''}{f'{month}月' if month else ''}{f'{day}日' if day else ''}"


def _number(numeral: str | None) -> int:
    return 1 if numeral == "元" else numeral_value(numeral or "") or 0


# Days that are none

_NUMERAL = "[0-9]{1,2}|[一二三四五六七八九十]{1,3}"
_TO = "(?:至|到|[—–\\-－~～]{1,2})"
_DAY = re.compile(
    rf"(?:(?<![0-9])((?:19|20)[0-9]{{2}})年)?(?<![0-9.一二三四五六七八九十])({_NUMERAL})月(?:({_NUMERAL})[日号]?{_TO})?({_NUMERAL})"
    "(?:日|号(?![文令楼门线院]))"
)
_MONTH = re.compile("((?:19|20)[0-9]{2})年([0-9]{1,2})月(?!龄)|(?<![0-9.个])(1[3-9]|[2-9][0-9])月份")
_SHORT_DAY = re.compile(
    r"(?<![0-9A-Za-z./\-第])((?:19|20)[0-9]{2})([./\-])([0-9]{1,2})\2([0-9]{1,2})(?![0-9A-Za-z/\-号]|\.[0-9])"
)
_LUNAR = re.compile("[农阴旧夏]历[^，。；]{0,6}$")
#: A year that has a 29 February, for dates without one.
_LEAP = 2024


def _impossible(text: str, months: list[_Row], bare: list[_Row]) -> Iterator[Finding]:
    for each in _within(_DAY, text, months):
        days = [each[3], each[4]] if each[3] else [each[4]]
        if any(not _exists(each[1], each[2], day) for day in days) and not _LUNAR.search(
            text, max(0, each.start() - 10), each.start()
        ):
            yield _no_such(each)
    for each in _within(_MONTH, text, months):
        if not 1 <= int(each[2] or each[3]) <= 12 and not _DAY.match(text, each.start()):
            yield _no_such(each)
    for each in _within(_SHORT_DAY, text, bare):
        # What has dots may be the number of a clause or a version, unless it is nearly a date.
        likely = each[2] != "." or (int(each[3]) <= 12 and int(each[4]) <= 31)
        if likely and not _exists(each[1], each[3], each[4]):
            yield _no_such(each)


def _exists(year: str | None, month: str, day: str) -> bool:
    return Day(int(year or _LEAP), _number(month), _number(day)).exists


def _no_such(found: re.Match[str]) -> Finding:
    return Finding(
        "date-impossible",
        *found.span(),
        Both(f"“{found[0]}”：日历上没有这个日期。", f"“{found[0]}”: there is no such date."),
        Both("查实后改成正确的日期。", "Look up the right date."),
    )
