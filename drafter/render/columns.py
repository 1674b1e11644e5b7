"""A table as text: columns that stand under each other where Chinese characters are twice as wide as letters."""

import unicodedata
from collections.abc import Sequence


def cells(text: str) -> int:
    """How many letters wide a text is on a terminal, and in a typeface of one width."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )  # fmt: skip


def wrapped(text: str, width: int) -> list[str]:
    """``text`` in lines of at most ``width``; a line feed begins a new one. A text that says nothing is one empty line."""
    lines = []
    for paragraph in text.split("\n") or [""]:
        line, used = "", 0
        for sign in paragraph:
            wide = cells(sign)
            if used + wide > width and line:
                lines.append(line)
                line, used = "", 0
            line, used = line + sign, used + wide
        lines.append(line)
    return lines


def aligned(rows: Sequence[Sequence[str]], widest: Sequence[int], gap: int = 2) -> list[list[str]]:
    """The lines of each row, all columns as wide as their longest text but not above ``widest``: longer texts wrap. A column
    that is empty in every row but the first, the head, is left out.
    """
    kept = [column for column in range(len(widest)) if any(row[column] for row in rows[1:])]
    widths = {
        column: min(widest[column], max(cells(line) for row in rows for line in row[column].split("\n"))) for column in kept
    }
    shown = []
    for row in rows:
        texts = [wrapped(row[column], widths[column]) for column in kept]
        height = max(map(len, texts), default=0)
        lines = []
        for number in range(height):
            pieces = [text[number] if number < len(text) else "" for text in texts]
            padded = (piece + " " * (widths[column] - cells(piece) + gap) for column, piece in zip(kept, pieces, strict=True))
            lines.append("".join(padded).rstrip())
        shown.append(lines)
    return shown
