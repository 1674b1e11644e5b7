"""Ordinals of official documents: 一、 → （一） → 1. → （1）, and 一是 (GB/T 9704-2012, 7.3.3).

A scheme is named by its own first ordinal: ``（一）`` is the scheme that prints （一）（二）（三）. Any text with one
numeral serves, so 第一， or 一要 or ① need no rule of their own.
"""

import re
from dataclasses import dataclass
from functools import cache

_DIGITS = "零一二三四五六七八九"
_NUMERAL = re.compile(r"[〇零一二三四五六七八九十百]+|\d+|[①-⑳]")
NONE = "无"


def chinese(number: int) -> str:
    """1 → 一, 12 → 十二, 120 → 一百二十. Up to 999, far beyond any report."""
    if not 0 < number < 1000:
        return str(number)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")


def numeral_value(text: str) -> int | None:
    """The number that a Chinese, Arabic or circled numeral stands for; None if it is none."""
    if text.isascii() and text.isdigit():
        return int(text) if len(text) < 5 else None
    if len(text) == 1 and "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    total = 0
    current = 0
    for sign in text.replace("〇", "零"):
        if sign in _DIGITS:
            current = _DIGITS.index(sign)
        elif sign in "十百":
            total += (current or 1) * (10 if sign == "十" else 100)
            current = 0
        else:
            return None
    return total + current or None


@dataclass(frozen=True, slots=True)
class Scheme:
    """What stands before, the kind of numeral (``一`` ``1`` or ``①``), and what stands after."""

    before: str
    kind: str
    after: str

    def ordinal(self, number: int) -> str:
        if self.kind == "一":
            numeral = chinese(number)
        elif self.kind == "①" and 0 < number <= 20:
            numeral = chr(ord("①") + number - 1)
        else:
            numeral = str(number)
        return f"{self.before}{numeral}{self.after}"


@cache
def scheme(sample: str) -> Scheme | None:
    """The scheme named by ``sample``; None for ``""``, 无, or a text without a numeral."""
    found = _NUMERAL.search(sample)
    if found is None or sample == NONE:
        return None
    kind = "1" if found[0].isdigit() and found[0].isascii() else "①" if "①" <= found[0][0] <= "⑳" else "一"
    return Scheme(sample[: found.start()], kind, sample[found.end() :])


def ordinal_number(text: str) -> int | None:
    """The number in an ordinal (四、 is 4); None when there is none."""
    found = _NUMERAL.search(text)
    return numeral_value(found[0]) if found else None
