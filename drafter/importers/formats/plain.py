"""Plain text: every physical line as it stands. It is the reader of last resort, so it claims everything."""

import re

from drafter.importers.decode import decode
from drafter.importers.readers import Reader
from drafter.importers.source import Line, Source
from drafter.model.outline import LeftOut

# Line ends of every system, next line, vertical tab, form feed, and the Unicode separators.
_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def read_plain(name: str, data: bytes) -> Source:
    """One ``Line`` a physical line, spaces at its edges kept (indents tell paragraphs apart); blank lines are ``""``."""
    text = decode(name, data).text
    source = Source(name, wrapped=True, lines=lines_of(text))
    pages = text.count("\f")
    if pages:
        source.left_out.append(LeftOut("\f" * pages, "分页符"))
    return source


def lines_of(text: str) -> list[Line]:
    """The physical lines, numbered from 1; the end of the last line begins no further one."""
    pieces = _BREAK.split(text)
    if pieces and not pieces[-1]:
        pieces.pop()
    return [Line(piece if piece.strip() else "", number=number) for number, piece in enumerate(pieces, 1)]


READER = Reader(900, "纯文本", (), lambda name, data: True, read_plain)
