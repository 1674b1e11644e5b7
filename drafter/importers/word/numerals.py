"""A number in the form that Word's ``numFmt`` names (ECMA-376 part 1, 17.18.59)."""

from collections.abc import Callable

from drafter.model.numbering import chinese

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")

_CHINESE = (
    "chineseCounting",
    "chineseCountingThousand",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "japaneseCounting",
    "koreanCounting",
)


def numeral(number: int, form: str) -> str | None:
    """The numeral; ``""`` for ``none`` and None for a form that is not known (the caller prints it as decimal and says so)."""
    if form in _CHINESE:
        return chinese(number)
    maker = _MAKERS.get(form)
    return maker(number) if maker else None


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for size, sign in _ROMAN:
        count, number = divmod(number, size)
        text += sign * count
    return text


def _letter(number: int) -> str:
    """a … z, then aa, bb: Word repeats the letter."""
    if number < 1:
        return str(number)
    turns, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (min(turns, 30) + 1)


def _from_block(first: str, most: int, number: int) -> str:
    return chr(ord(first) + number - 1) if 0 < number <= most else str(number)


def _legal(number: int) -> str:
    """壹, 拾贰, 壹佰零叁: the plain numeral in the signs that cannot be altered."""
    plain = chinese(number)
    signs = dict(zip("零一二三四五六七八九十百", [*_LEGAL, "拾", "佰"], strict=True))
    return "".join(signs.get(sign, sign) for sign in ("一" + plain if plain.startswith("十") else plain))


_MAKERS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "decimalHalfWidth": str,
    "decimalFullWidth": lambda n: str(n).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda n: str(n).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": lambda n: _from_block("①", 20, n),
    "decimalEnclosedCircleChinese": lambda n: _from_block("①", 20, n),
    "decimalEnclosedParen": lambda n: _from_block("⑴", 20, n),
    "decimalEnclosedFullstop": lambda n: _from_block("⒈", 20, n),
    "ideographEnclosedCircle": lambda n: _from_block("㊀", 10, n),
    "ideographDigital": lambda n: str(n).translate(_DIGITS),
    "japaneseDigitalTenThousand": lambda n: str(n).translate(_DIGITS),
    "taiwaneseDigital": lambda n: str(n).translate(_DIGITS),
    "ideographTraditional": lambda n: _STEMS[n - 1] if 0 < n <= 10 else str(n),
    "ideographZodiac": lambda n: _BRANCHES[n - 1] if 0 < n <= 12 else str(n),
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "numberInDash": lambda n: f"- {n} -",
    "ordinal": lambda n: f"{n}{'th' if n % 100 in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}",
    "upperRoman": lambda n: _roman(n).upper(),
    "lowerRoman": _roman,
    "upperLetter": lambda n: _letter(n).upper(),
    "lowerLetter": _letter,
    "none": lambda n: "",
}
