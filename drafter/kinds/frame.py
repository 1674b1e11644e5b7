"""Sentence frames: a line of text with fields in it, such as ``{主体}{方式}{名目}[，{范围}仅{家数}家]。``

``{栏}`` stands for what the field says; a passage in ``[…]`` is left out when a field in it is empty. The frames of a kind are
alternatives: the first that can be filled makes the sentence.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from drafter.kinds import kinds
from drafter.model.dates import printed_date
from drafter.model.fact import Fact
from drafter.model.fields import fields_of
from drafter.model.figure import Figure
from drafter.model.printing import PARTS

#: 类别, or 指标 for figures → its frames, best first.
Frames = Mapping[str, tuple[str, ...]]
#: What the frames of figures are kept under.
FIGURE = "指标"
#: Fields of every fact that a frame may use besides those of its kind.
COMMON = ("标题", "科室", "依据", "期限", "目标", "语气", "说明")
#: What a figure's frame may use besides its fields and their computed parts: 预计 while it is expected, 总体 the name of the
#: figure that it is part of, 净增 the difference while it is a gain.
OF_FIGURES = ("预计", "总体", "净增")

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_WORD = re.compile(r"\{([^{}]*)\}")
_MARKS = re.compile(r"[\[\]{}]")
# A clerk may type 《…》 or 。 into a field that the frame puts the same mark around.
_TWICE = re.compile("([《》。])\\1")
_TEXTS = frozenset({"line", "id", "number", "integer", "date", "choice"})


def draft(frames: Iterable[str], values: Mapping[str, Any]) -> str:
    """The first of ``frames`` that ``values`` (field → text, or a list of texts) can fill; "" when none can."""
    said = _said(values)
    return next(filter(None, (_filled(frame, said) for frame in frames)), "")


def _said(values: Mapping[str, Any]) -> dict[str, str]:
    """What each filled field reads in a sentence. Values that are no text (records below a fact) say nothing."""
    said = {}
    for word, value in values.items():
        if isinstance(value, tuple | list):
            text = "、".join(item.strip() for item in value if isinstance(item, str) and item.strip())
        else:
            text = printed_date(str(value).strip()) if isinstance(value, str | int) else ""
        if text:
            said[word] = text
    return said


def _filled(frame: str, said: Mapping[str, str]) -> str:
    text = _OPTIONAL.sub(lambda found: found[1] if all(word in said for word in _WORD.findall(found[1])) else "", frame)
    words = _WORD.findall(text)
    if not words or not all(word in said for word in words):
        return ""
    return _TWICE.sub(r"\1", _WORD.sub(lambda found: said[found[1]], text))


def fields_in(frame: str) -> Iterator[tuple[str, int]]:
    """Each field that a frame names, with the offset of its name."""
    for found in _WORD.finditer(frame):
        yield found[1], found.start(1)


def stray_mark(frame: str) -> int | None:
    """The offset of the first bracket or brace that has no partner, or stands inside another of its sort; None when all pair."""
    opened: list[tuple[str, int]] = []
    for found in _MARKS.finditer(frame):
        mark, at = found[0], found.start()
        if mark in "[{":
            if opened and (opened[-1][0] == "{" or mark == "["):
                return at
            opened.append((mark, at))
        elif not opened or opened.pop()[0] != {"]": "[", "}": "{"}[mark]:
            return at
    return opened[0][1] if opened else None


def words_for(kind: str) -> tuple[str, ...] | None:
    """The fields that a frame of ``kind`` (类别, or 指标) may use; None when there is no such kind."""
    if kind == FIGURE:
        own = [word for word, field in fields_of(Figure).items() if field.form.kind in _TEXTS]
        return tuple(dict.fromkeys([*own, *filter(None, PARTS), *OF_FIGURES]))
    found = kinds().get(kind)
    return (*(field.word for field in found.fields), *COMMON) if found else None


def fact_values(fact: Fact) -> dict[str, Any]:
    """What frames are filled with, of a fact that was read."""
    declared = fields_of(Fact)
    return {**{word: getattr(fact, declared[word].name) for word in COMMON}, **fact.details}
