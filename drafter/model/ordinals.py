"""The ordinal at the start of a paragraph, as people type it: which scheme, which number, what follows.

A scheme is named by its own first ordinal, as in ``drafter.model.numbering``. Widths are evened out (``(一)`` is ``（一）``,
``1．`` is ``1.``, ``⑴`` is ``（1）``); a mark that reads differently (``一.``, ``1、``) stays another scheme of the same family.
"""

import re
from dataclasses import dataclass
from functools import cache

from drafter.model.numbering import chinese, numeral_value

_CHINESE = "[〇零一二三四五六七八九十百]{1,7}"
#: What may stand before an ordinal without belonging to it: space, byte-order marks, zero-width signs.
_LEAD = r"[\s\u200b-\u200f\ufeff\u3000]*"


@cache
def _forms() -> re.Pattern[str]:
    """Compiled when a text is first read: documents are written without."""
    return re.compile(
        rf"""{_LEAD}(?:
          第\s?(?P<division>{_CHINESE}|\d{{1,3}})\s?(?P<unit>部分|章|节|篇|板块)[、：:.．，,]?(?![的节])
        | (?P<nth>第(?P<nth_n>{_CHINESE})|其(?P<other_n>{_CHINESE}))(?P<nth_mark>[，,、：:]|是)
        | [（(〔［\[]\s?(?:(?P<bracket>{_CHINESE})|(?P<bracket_digits>\d{{1,3}}))\s?[)）〕］\]](?P<bracket_mark>[、．.：:，,]?)(?![)）])
        | (?P<circled>[①-⑳])(?P<circled_mark>[、．.]?)
        | (?P<single>[⑴-⒇⒈-⒛㈠-㈩])(?P<single_mark>[、]?)
        | (?P<point>{_CHINESE})(?P<point_mark>是|要)
        | (?P<chinese>{_CHINESE})[ \u3000]?(?P<chinese_mark>[、．.，,：:)）]|[ \u3000]+(?=[\u4e00-\u9fff]|(?:19|20)\d\d年))
        | (?P<decimal>\d{{1,2}}(?:[.．]\d{{1,2}}){{1,3}})(?P<decimal_mark>、|[.．]?[ \t\u3000]+(?=[\u4e00-\u9fff“《]))
        | (?P<digits>\d{{1,3}})(?P<digits_mark>[、．.，,：:)）]|[ \t\u3000]+)
        )""",
        re.VERBOSE,
    )


_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_HALF_WIDTH = str.maketrans({chr(code + 0xFEE0): chr(code) for code in (*range(48, 58), *range(65, 91), *range(97, 123))})
_EVEN = str.maketrans({"(": "（", ")": "）", ",": "，", ":": "：", "．": ".", "\u3000": " ", "\t": " "})
#: An ordinal and what must be seen after it take no more.
_LONGEST = 40
#: A year may follow 1. at once (1.2024年…); any other digit there means a decimal number.
_YEAR = re.compile(r"(?:19|20)\d\d(?:年|[-—－~]|\s|[上下全度])")
#: 一、二季度 and 2、3月 name two things; they begin no item.
_PAIR_UNITS = "季级月类产期批线楼、届轮等日号区组年名班中小"
_MEASURES = "亿万千百倍个家项元人次年月日名件户吨米公平"
#: After a single space a number counts things more often than paragraphs: 12 所学校.
_COUNTED = _MEASURES + "所场处条座台辆起批篇份亩棵株支只头套间栋岁届轮卷册天周时号位余多种世"
_POINT_MARKS = ("是", "要")


@dataclass(frozen=True, slots=True)
class Ordinal:
    """``sample``: the scheme, by its first ordinal (``（一）``). ``rest``: the text after the ordinal, without leading space."""

    sample: str
    number: int
    rest: str

    @property
    def family(self) -> str:
        """The schemes that people mix within one list: 1. with 1、 and 1．; 一、 with 一."""
        return _family(self.sample)

    @property
    def is_point(self) -> bool:
        """一是, 二要, 第三，: they open a sentence and make no heading."""
        return _family(self.sample) == POINT


POINT = "一是"


@cache
def _family(sample: str) -> str:
    if sample.endswith(_POINT_MARKS) or sample[0] == "其" or re.fullmatch("第一[，、：]", sample):
        return POINT
    if sample.startswith("第"):
        return sample.rstrip("、：.， ")
    if sample.startswith("（"):
        return sample[:3]
    if sample.endswith("）"):
        return f"（{sample}"
    if sample[0] == "①":
        return "①"
    if sample.count("1") > 1:
        return sample.rstrip("、. ")
    return "一、" if sample[0] == "一" else "1."


def even(text: str) -> str:
    """Full-width digits and letters as half-width ones; every sign keeps its place."""
    return text.translate(_HALF_WIDTH) if _WIDE.search(text) else text


def read_ordinal(text: str) -> Ordinal | None:
    """The ordinal that ``text`` begins with; None where it begins with words, a date, a decimal number or an enumeration."""
    found = _forms().match(even(text[:_LONGEST]))
    if found is None:
        return None
    rest = text[found.end() :]
    parts = _READERS[found.lastgroup or ""](found, rest)
    if parts is None:
        return None
    sample, numeral = parts
    number = _value(numeral)
    return Ordinal(sample, number, rest.lstrip()) if number else None


def _value(numeral: str) -> int | None:
    """The number; None where the signs are Chinese numerals but no number is written so (一二)."""
    number = numeral_value(numeral)
    if number is None or numeral.isdecimal() or "①" <= numeral <= "⑳":
        return number
    written = numeral.replace("〇", "零")
    return number if written == chinese(number) or (9 < number < 20 and written == f"一{chinese(number)}") else None


_Parts = tuple[str, str] | None


def _division(found: re.Match[str], rest: str) -> _Parts:
    numeral = found["division"]
    one = "1" if numeral.isdigit() else "一"
    mark = found[0].rstrip()[-1].translate(_EVEN)
    return f"第{one}{found['unit']}{mark if mark in '、：.，' else ''}", numeral


def _nth(found: re.Match[str], rest: str) -> _Parts:
    return f"{found['nth'][0]}一{found['nth_mark'].translate(_EVEN)}", found["nth_n"] or found["other_n"]


def _bracket(found: re.Match[str], rest: str) -> _Parts:
    mark = found["bracket_mark"].translate(_EVEN)
    if found["bracket_digits"]:
        return f"（1）{mark}", found["bracket_digits"]
    return f"（一）{mark}", found["bracket"]


def _circled(found: re.Match[str], rest: str) -> _Parts:
    return f"①{found['circled_mark'].translate(_EVEN)}", found["circled"]


def _single(found: re.Match[str], rest: str) -> _Parts:
    """One-sign ordinals: their compatibility form is what they print."""
    sign, mark = found["single"], found["single_mark"]
    if "㈠" <= sign <= "㈩":
        return f"（一）{mark}", chinese(ord(sign) - ord("㈠") + 1)
    if "⑴" <= sign <= "⒇":
        return f"（1）{mark}", str(ord(sign) - ord("⑴") + 1)
    return f"1.{mark}", str(ord(sign) - ord("⒈") + 1)


def _point(found: re.Match[str], rest: str) -> _Parts:
    # 一是一、二是二 is an idiom; 一要素 and 三要点 are words.
    if rest[:1] and (rest[0] in "一二三四五" or (found["point_mark"] == "要" and rest[0] in "素点义务闻件")):
        return None
    return f"一{found['point_mark']}", found["point"]


def _chinese(found: re.Match[str], rest: str) -> _Parts:
    mark = found["chinese_mark"]
    if mark == "、" and _pair(_value(found["chinese"]), rest):
        return None
    return f"一{' ' if mark.isspace() else mark.translate(_EVEN)}", found["chinese"]


def _decimal(found: re.Match[str], rest: str) -> _Parts:
    numbers = re.split("[.．]", found["decimal"])
    if rest.lstrip()[:1] in tuple(_MEASURES) or any(not 0 < int(number) <= 30 for number in numbers):
        return None
    mark = "、" if found["decimal_mark"] == "、" else ". " if found["decimal_mark"][0] in ".．" else " "
    return ".".join("1" * len(numbers)) + mark, numbers[-1]


def _digits(found: re.Match[str], rest: str) -> _Parts:
    mark = found["digits_mark"].translate(_EVEN)
    if rest[:1].isdigit() and not _YEAR.match(rest) and (mark in ".，：" or _pair(int(found["digits"]), rest)):
        return None
    if mark.isspace() and not _begins_words(rest, _COUNTED if found["digits_mark"] == " " else _MEASURES):
        return None
    if mark in "，：" and not "\u4e00" <= rest[:1] <= "\u9fff":
        return None
    return f"1{' ' if mark.isspace() else mark}", found["digits"]


def _begins_words(rest: str, counted: str) -> bool:
    """Whether words or a year follow, and not the unit of a number."""
    return _YEAR.match(rest) is not None or ("\u4e00" <= rest[:1] <= "\u9fff" and rest[0] not in counted)


def _pair(number: int | None, rest: str) -> bool:
    """Whether the text goes on with the next number and a unit: 一、二季度."""
    found = re.match(rf"({_CHINESE}|\d{{1,3}})(.?)", rest)
    if found is None or number is None:
        return False
    return numeral_value(found[1]) == number + 1 and (found[1].isdigit() or found[2] in tuple(_PAIR_UNITS))


_READERS = {
    "unit": _division,
    "nth_mark": _nth,
    "bracket_mark": _bracket,
    "circled_mark": _circled,
    "single_mark": _single,
    "point_mark": _point,
    "chinese_mark": _chinese,
    "decimal_mark": _decimal,
    "digits_mark": _digits,
}
