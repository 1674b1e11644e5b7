"""Numbers that stand under each other: by the decimal point, in the middle of their column."""

import re
from collections.abc import Sequence

_NUMBER = re.compile(r"(?P<head>[-+−]?\d[\d,]*)(?P<tail>(?:\.\d+)?[%％]?)")
_NOTHING = frozenset({"", "-", "—", "——", "/", "…"})
#: Widths in twips of what is no digit, in 12 pt Times New Roman; a digit is half a character wide.
_DIGIT, _WIDTHS = 120, {".": 60, ",": 60, "%": 200, "％": 240, "-": 80, "+": 135, "−": 135}

#: What a cell keeps free left and right of its number, in twips, so that all of a column are equally wide about their points.
Free = tuple[int, int]


def aligned(rows: Sequence[Sequence[str]]) -> dict[tuple[int, int], Free]:
    """(row, column) → what is free, for columns that hold nothing but numbers below the head. Short rows, whose last cell spans
    several columns, are left as they are.
    """
    found: dict[tuple[int, int], Free] = {}
    columns = max(map(len, rows), default=0)
    for column in range(columns):
        numbers = {
            row: _NUMBER.fullmatch(texts[column])
            for row, texts in enumerate(rows)
            if row and len(texts) == columns and texts[column] not in _NOTHING
        }
        sides = {row: (_wide(number["head"]), _wide(number["tail"])) for row, number in numbers.items() if number}
        if len(sides) != len(numbers) or len(set(sides.values())) < 2:
            continue
        widest = max(head for head, _ in sides.values()), max(tail for _, tail in sides.values())
        found |= {(row, column): (widest[0] - head, widest[1] - tail) for row, (head, tail) in sides.items()}
    return found


def _wide(text: str) -> int:
    return sum(_WIDTHS.get(sign, _DIGIT) for sign in text)
