"""From the text that was typed to the value of a field, by its form. Numbers and dates keep the text."""

import re
import unicodedata
from collections.abc import Callable
from typing import Any, NamedTuple

from drafter.model.dates import read_date
from drafter.model.fields import Field
from drafter.model.numbering import numeral_value
from drafter.model.period import Period
from drafter.model.problem import Severity
from drafter.model.words import Both
from drafter.store import vocabulary

LONGEST_NUMBER = 30  # characters; a budget in fen has fifteen
Remark = tuple[str, Both, Both, Severity]


class Converted(NamedTuple):
    """``good`` is False when the text means nothing here; remarks say what is wrong or was taken for something."""

    value: Any
    good: bool = True
    remarks: tuple[Remark, ...] = ()


_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_WITH_UNIT = re.compile(r"([+-]?[\d,]*\.?\d+)\s*([^\d\s.,+-].{0,7})")
_ID = re.compile(r"[\w-]+")
_FLAGS = {"是": True, "否": False, "true": True, "false": False, "yes": True, "no": False}
_SPAN = {"上半年": "-H1", "下半年": "-H2", "全年": "", "": ""}


def _bad(code: str, message: Both, fix: Both) -> Converted:
    return Converted(None, False, ((code, message, fix, "error"),))


def _shown(text: str) -> str:
    return text if len(text) <= 20 else text[:20] + "……"


def line(text: str, field: Field) -> Converted:
    text = text.rstrip("\n")
    if "\n" in text or "\r" in text:
        return _bad(
            "value-line",
            Both(f"“{field.word}”只能写一行，这里有几行", f"{field.word} ({field.label}) takes one line, but there are several"),
            Both("合成一行", "make it one line"),
        )
    return Converted(text)


def text(text: str, field: Field) -> Converted:
    """Paragraphs, one a line; line ends after the last are the block's, not the text's."""
    return Converted(text.rstrip("\n"))


def identifier(text: str, field: Field) -> Converted:
    if _ID.fullmatch(text):
        return Converted(text)
    bare = "".join(_ID.findall(text))
    return _bad(
        "value-id",
        Both(
            f"“{field.word}”只能用汉字、字母、数字和 - _，这里是“{_shown(text)}”",
            f"{field.word} ({field.label}) takes letters, digits, - and _ only, not “{_shown(text)}”",
        ),
        Both(f"写成 {field.word}: {bare}", f"write {field.word}: {bare}") if bare else Both("换一个名字", "choose another name"),
    )


def number(text: str, field: Field) -> Converted:
    """The text of a number: sign, thousands commas and decimals as typed; full-width digits become half-width and are named."""
    folded = unicodedata.normalize("NFKC", text.strip()).replace("−", "-")
    if len(folded) > LONGEST_NUMBER:
        return _bad(
            "value-number",
            Both(
                f"“{field.word}”太长，有 {len(folded)} 个字符",
                f"{field.word} ({field.label}) is too long: {len(folded)} characters",
            ),
            Both("只填数字，单位和说明另填", "digits only; unit and remarks have fields of their own"),
        )
    if _NUMBER.fullmatch(folded):
        if folded == text:
            return Converted(folded)
        note = Both(f"“{text}”用了全角数字，读作 {folded}", f"“{text}” has full-width digits and is read as {folded}")
        return Converted(
            folded, True, (("value-width", note, Both(f"写成 {field.word}: {folded}", f"write {field.word}: {folded}"), "info"),)
        )
    message = Both(
        f"“{field.word}”应是数字，这里是“{_shown(text)}”",
        f"{field.word} ({field.label}) should be a number, not “{_shown(text)}”",
    )
    split = _WITH_UNIT.fullmatch(folded)
    if split and field.word == "数值":
        fix = Both(
            f"单位另填：数值: {split[1]}，单位: '{split[2]}'", f"give the unit by itself: 数值: {split[1]}, 单位: '{split[2]}'"
        )
    elif split:
        fix = Both(f"只填数字：{field.word}: {split[1]}", f"digits only: {field.word}: {split[1]}")
    else:
        fix = Both("只填阿拉伯数字，如 76、4.0、12,345", "digits only, such as 76, 4.0 or 12,345")
    return _bad("value-number", message, fix)


def integer(text: str, field: Field) -> Converted:
    folded = unicodedata.normalize("NFKC", text.strip())
    if folded.isascii() and folded.isdigit() and len(folded) <= 9:
        return Converted(int(folded))
    found = re.fullmatch(r"第?([\d一二三四五六七八九十]+)(?:位|名|级)?", folded)
    meant = numeral_value(found[1]) if found else None
    return _bad(
        "value-integer",
        Both(
            f"“{field.word}”应是整数，这里是“{_shown(text)}”",
            f"{field.word} ({field.label}) should be a whole number, not “{_shown(text)}”",
        ),
        Both(f"写成 {field.word}: {meant}", f"write {field.word}: {meant}")
        if meant
        else Both("只填阿拉伯数字，如 2", "digits only, such as 2"),
    )


def date(text: str, field: Field) -> Converted:
    """A day, a month or a year, as typed. 2024-12-31, 2024年12月31日, 2024年12月底, 二〇二四年十二月."""
    bare = text.strip()
    day = read_date(bare)
    if day is None:
        return _bad(
            "value-date",
            Both(
                f"“{field.word}”应是日期，这里是“{_shown(text)}”",
                f"{field.word} ({field.label}) should be a date, not “{_shown(text)}”",
            ),
            Both("写成 2024年12月31日 或 2024-12-31", "write 2024年12月31日 or 2024-12-31"),
        )
    if not day.exists:
        return _bad(
            "value-date",
            Both(f"“{field.word}”没有这一天：{bare}", f"{field.word} ({field.label}): there is no such day, {bare}"),
            Both("核对月份和日子", "check month and day"),
        )
    return Converted(bare)


def period(text: str, field: Field) -> Converted:
    parsed = Period.parse(text)
    if parsed is not None and parsed.year:
        return Converted(parsed)
    meant = _period_meant(text)
    return _bad(
        "value-period",
        Both(f"“{field.word}”读不懂：{_shown(text)}", f"{field.word} ({field.label}) is not a period: {_shown(text)}"),
        Both(f"写成 {field.word}: {meant}", f"write {field.word}: {meant}")
        if meant
        else Both(
            "写成 2024、2024-H1（上半年）、2024-Q3（第三季度）或 2024-M09（1—9月）", "write 2024, 2024-H1, 2024-Q3 or 2024-M09"
        ),
    )


def _period_meant(text: str) -> str | None:
    folded = unicodedata.normalize("NFKC", text).upper().replace(" ", "").translate(str.maketrans("—–−_/", "-----"))
    found = re.fullmatch(r"(\d{4})年?(.*)", folded)
    if not found:
        return None
    year, rest = found[1], found[2].removesuffix("度").lstrip("-")
    if rest in _SPAN:
        return year + _SPAN[rest]
    quarter = re.fullmatch(r"第?([一二三四1-4])季", rest)
    if quarter:
        return f"{year}-Q{numeral_value(quarter[1])}"
    months = re.fullmatch(r"(?:1-)?M?(\d{1,2})月?(?:份)?", rest)
    if months and 1 <= int(months[1]) <= 12:
        return f"{year}-M{int(months[1]):02}"
    return f"{year}-{rest}" if Period.parse(f"{year}-{rest}") else None


def choice(text: str, field: Field) -> Converted:
    bare = text.strip()
    if bare in field.form.choices:
        return Converted(bare)
    near = vocabulary.nearest(bare, field.form.choices)
    options = "、".join(field.form.choices)
    return _bad(
        "value-choice",
        Both(f"“{field.word}”没有“{_shown(bare)}”这个选项", f"{field.word} ({field.label}) has no choice “{_shown(bare)}”"),
        Both(
            (f"是不是“{near}”；" if near else "") + f"可选：{options}",
            (f"perhaps {near}; " if near else "") + f"one of: {options}",
        ),
    )


def flag(text: str, field: Field) -> Converted:
    found = _FLAGS.get(text.strip().lower())
    if found is not None:
        return Converted(found)
    return _bad(
        "value-flag",
        Both(
            f"“{field.word}”应填 是 或 否，这里是“{_shown(text)}”",
            f"{field.word} ({field.label}) should be 是 or 否, not “{_shown(text)}”",
        ),
        Both("写 是 或 否", "write 是 or 否"),
    )


def looks_like_several(text: str) -> bool:
    return any(sign in text for sign in "，、；,;")


def several(text: str) -> list[str]:
    return [piece.strip() for piece in re.split("[，、；,;]", text) if piece.strip()]


#: Form → conversion of a scalar. Forms not named here (lists, records) are read from the tree.
CONVERTERS: dict[str, Callable[[str, Field], Converted]] = {
    "line": line,
    "text": text,
    "id": identifier,
    "number": number,
    "integer": integer,
    "date": date,
    "period": period,
    "choice": choice,
    "flag": flag,
}
