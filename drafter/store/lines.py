"""Whole lines put into a document and taken out of it, so that no comment is drawn into a block text."""

import re

from drafter.store import spans
from drafter.store.reader import Document

_HEADER_LINE = re.compile(r"[:-] [|>][0-9+-]{0,2}(?:[ ]+#.*)?$")
_COMMENTS = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r|$))*")


def below(document: Document, stop: int, lines: list[str]) -> str:
    """Lines put in after the line of ``stop``; a file without a last line end stays without."""
    text = document.text
    rest = spans.line_stop(text, stop)
    column = len(lines[0]) - len(lines[0].lstrip(" "))
    after = clear_of_block(text[rest:], column) if any(map(_HEADER_LINE.search, lines)) else text[rest:]
    return text[:rest] + "".join(document.newline + line for line in lines) + after


def clear_of_block(after: str, column: int) -> str:
    """Comments that follow a block text deeper than its key would become text: they are moved left, to the key's column."""
    found = _COMMENTS.match(after)
    if found is None or not found[0].strip():
        return after
    lines = re.split("(?<=\n)", found[0])
    return "".join(_no_deeper(line, column) for line in lines) + after[found.end() :]


def comments_end(text: str, at: int) -> int:
    """Where the comments and empty lines that follow ``at``, a line end, are over."""
    found = _COMMENTS.match(text, at)
    return found.end() if found else at


def _no_deeper(line: str, column: int) -> str:
    bare = line.lstrip(" ")
    return " " * min(len(line) - len(bare), column) + bare if bare.startswith("#") else line


def without_lines(text: str, start: int, stop: int, above: int = 0) -> str:
    """The text without the lines from ``start`` to ``stop``; a file without a last line end stays without."""
    first = spans.line_start(text, start) - above
    after = spans.next_line(text, stop)
    if after == len(text) and first and not text.endswith(("\n", "\r")):
        return text[: first - 2] if text[first - 2 : first] == "\r\n" else text[: first - 1]
    return text[:first] + text[after:]
