"""Figures named in a text: ``{{ 高企净增 }}`` and ``{{ 高企净增.同比 }}``. All else in a text is literal.

A backslash before the braces keeps them as they stand: ``\\{{ 单位 }}`` prints {{ 单位 }}.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

# A name starts with a letter of any script; so {{ 7*7 }} and {{}} are literal.
_REFERENCE = re.compile(r"(\\?)\{\{[ \t\u3000]*([^\W\d_][\w-]*)(?:[.．]([^\W\d_]\w*))?[ \t\u3000]*\}\}")


_BRACES = re.compile(r"(?<!\\)\{\{[^{}\n]{0,20}(?:\}\})?")


class Reference(NamedTuple):
    """``part`` is "" for value and unit together; ``start`` and ``end`` are offsets in the text."""

    name: str
    part: str
    start: int
    end: int


def pieces(text: str) -> Iterator[str | Reference]:
    """The text, cut into literal pieces and references, in order."""
    if "{{" not in text:
        yield text
        return
    at = 0
    for found in _REFERENCE.finditer(text):
        if found[1]:
            yield text[at : found.start()]
            at = found.start() + 1
            continue
        if found.start() > at:
            yield text[at : found.start()]
        yield Reference(found[2], found[3] or "", found.start(), found.end())
        at = found.end()
    if at < len(text):
        yield text[at:]


def references(text: str) -> list[Reference]:
    return [piece for piece in pieces(text) if isinstance(piece, Reference)]


def literal(text: str) -> str:
    """``text`` written so that it prints as it stands, for words that come from outside."""
    return _REFERENCE.sub(lambda found: "\\" + found[0], text) if "{{" in text else text


def slips(text: str) -> list[str]:
    """What begins like a reference and is none, ``{{ 高企 净增 }}``: it prints as it stands, braces and all."""
    if "{{" not in text:
        return []
    known = {found.start() + len(found[1]) for found in _REFERENCE.finditer(text)}
    return [found[0] for found in _BRACES.finditer(text) if found.start() not in known]
