"""Words looked for in the report under edit. Widths, cases and line wraps do not matter: （一） finds (一), 创新 finds 创 新."""

import re
import unicodedata
from functools import cache
from typing import Any, NamedTuple

from drafter.actions.editing.tree import Record
from drafter.model.text import fold


class Hit(NamedTuple):
    """A line of a text field that holds the words. ``start`` and ``end`` are offsets of the first place in ``line``.

    ``where`` is the heading of the record, or of the nearest one around it that has a heading; "" for the report's own fields.
    ``offset`` is where the words stand in the whole text of the field ``word``.
    """

    uid: int
    word: str
    where: str
    line: str
    start: int
    end: int
    offset: int


def search(root: Record, text: str) -> list[Hit]:
    """Every line that holds ``text``, in the order of the report. An empty or blank text is found nowhere."""
    if not fold(text):
        return []
    hits: list[Hit] = []
    _search(root, "", pattern_of(text), hits)
    return hits


def pattern_of(text: str) -> re.Pattern[str]:
    """What finds ``text`` in a text as typed, so that the place found is a place in it. ``text`` must not be blank."""
    signs = [_class(sign) for sign in fold(text).casefold()]
    return re.compile(r"\s*".join(signs) + "|" + re.escape(text.strip()))


def _search(record: Record, where: str, pattern: re.Pattern[str], hits: list[Hit]) -> None:
    where = _heading(record) or where
    for word, value in record.items():
        if value.__class__ is str:
            if pattern.search(value):
                _lines(record.uid, word, where, value, pattern, hits)
        elif isinstance(value, Record):
            _search(value, where, pattern, hits)
        elif isinstance(value, list):
            _listed(record, word, value, where, pattern, hits)


def _listed(record: Record, word: str, values: list[Any], where: str, pattern: re.Pattern[str], hits: list[Hit]) -> None:
    # The title of the report is not a heading of its facts.
    inside = "" if record.uid == 0 else where
    for value in values:
        if isinstance(value, Record):
            _search(value, inside, pattern, hits)
        elif value.__class__ is str and pattern.search(value):
            _lines(record.uid, word, where, value, pattern, hits)


def _lines(uid: int, word: str, where: str, text: str, pattern: re.Pattern[str], hits: list[Hit]) -> None:
    """One hit a line. What spans a line end belongs to the line it begins on."""
    shown = -1
    for found in pattern.finditer(text):
        begin = text.rfind("\n", 0, found.start()) + 1
        if begin == shown:
            continue
        shown = begin
        stop = text.find("\n", found.start())
        line = text[begin:] if stop < 0 else text[begin:stop]
        start = found.start() - begin
        hits.append(Hit(uid, word, where, line, start, min(found.end() - begin, len(line)), found.start()))


def _heading(record: Record) -> str:
    for word in ("标题", "名称"):
        text = record.get(word)
        if text and text.__class__ is str:
            return str(text)
    return ""


def _class(sign: str) -> str:
    """A pattern for every character that reads as ``sign``; ``sign`` itself where it is alone."""
    signs = _alike().get(sign, "") + sign + sign.upper()
    return "[" + "".join(map(re.escape, dict.fromkeys(signs))) + "]" if len(set(signs)) > 1 else re.escape(sign)


# The blocks that hold compatibility forms: letter-like signs and numbers in circles, wide and narrow forms, old forms of Han.
_BLOCKS = (range(0x2000, 0x3400), range(0xF900, 0xFB00), range(0xFE10, 0xFFF0))


@cache
def _alike() -> dict[str, str]:
    """Folded character → the others that fold to it: wide and narrow forms, signs in circles, capitals."""
    found: dict[str, str] = {}
    for block in _BLOCKS:
        for code in block:
            folded = unicodedata.normalize("NFKC", chr(code)).casefold()
            if len(folded) == 1 and folded != chr(code):
                found[folded] = found.get(folded, "") + chr(code)
    return found
