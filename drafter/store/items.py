"""The new text of a document after an item of a list came, went or moved. What it means is checked by ``splice``."""

import re
from typing import NamedTuple

from drafter.store import emit, spans
from drafter.store.edits import Steps, entry_before, put, record_at
from drafter.store.emit import Plain
from drafter.store.lines import below, without_lines
from drafter.store.reader import Document
from drafter.store.syntax import Node, Scalar, Sequence, at, resolved


class Lifted(NamedTuple):
    """The lines of an item, without the last line end: ``dash`` is the column of its dash; ``comments``, characters of the
    comment lines right above it that belong to it. ``lines`` is empty for an item in brackets."""

    lines: list[str]
    dash: int
    comments: int


def insert(document: Document, path: Steps, index: int, item: Plain, order: tuple[str, ...], lifted: Lifted | None = None) -> str:
    """The text with ``item`` at ``index`` of the list at ``path``; ``lifted`` is the item as it stood elsewhere."""
    text = document.text
    found = at(document.root, path)
    node = resolved(found) if found is not None else None
    if found is None or not isinstance(node, Sequence):
        if lifted is None or not lifted.lines:
            return put(document, path[:-1], str(path[-1]), [item], order)
        return _begun(document, path, lifted, order)
    if not node.items:
        return _list_in_place(document, path, node, item, lifted)
    if node.flow:
        return _insert_in_brackets(text, node, index, item)
    dash = spans.dash_of(text, node.items[0])
    column = spans.column(text, dash)
    lines = _moved(lifted, column) or emit.item_lines(item, column, spans.list_offset(document.root))
    if index > 0:
        return below(document, spans.content_end(text, node.items[index - 1]), lines)
    if not spans.starts_line(text, dash):
        return text  # a list inside a list: refused by the caller, since nothing has changed
    start = spans.line_start(text, dash)
    return text[:start] + "".join(line + document.newline for line in lines) + text[start:]


def delete(document: Document, path: Steps, comments: int = 0) -> str:
    """The text without the item at ``path``, and without as many ``comments`` characters above it."""
    text = document.text
    parent = resolved(at(document.root, path[:-1]) or Scalar("", "", 0, 0, 1, 1))
    place = path[-1]
    if not isinstance(parent, Sequence) or not isinstance(place, int) or not 0 <= place < len(parent.items):
        return text
    item = parent.items[place]
    stop = spans.content_end(text, item)
    if parent.flow:
        if place + 1 < len(parent.items):
            return text[: item.start] + text[parent.items[place + 1].start :]
        start = spans.content_end(text, parent.items[place - 1]) if place else item.start
        return text[:start] + text[stop:]
    dash = spans.dash_of(text, item)
    if not spans.starts_line(text, dash):
        return text
    return without_lines(text, dash, stop, comments)


def lift(document: Document, path: Steps) -> Lifted:
    """The item at ``path`` as it stands."""
    text = document.text
    parent = resolved(at(document.root, path[:-1]) or Scalar("", "", 0, 0, 1, 1))
    place = path[-1]
    if not isinstance(parent, Sequence) or parent.flow or not isinstance(place, int) or place >= len(parent.items):
        return Lifted([], 0, 0)
    item = parent.items[place]
    dash = spans.dash_of(text, item)
    column = spans.column(text, dash)
    start = spans.line_start(text, dash)
    above = _comments_above(text, start, column) if place else 0
    stop = spans.line_stop(text, spans.content_end(text, item))
    lines = re.split("\r\n|\n|\r", text[start - above : stop])
    return Lifted(lines, column, above)


def _comments_above(text: str, start: int, column: int) -> int:
    """Characters of the comment lines right above a line, at the same column."""
    at_line = start
    while at_line > 0:
        above = spans.line_start(text, at_line - 2 if text[at_line - 2 : at_line] == "\r\n" else at_line - 1)
        line = text[above:at_line]
        if not line.startswith(" " * column + "#"):
            break
        at_line = above
    return start - at_line


def _moved(lifted: Lifted | None, column: int) -> list[str]:
    """The lines at another column; empty lines stay empty."""
    if lifted is None or not lifted.lines:
        return []
    shift = column - lifted.dash
    if shift >= 0:
        return [" " * shift + line if line.strip() else line for line in lifted.lines]
    return [line[min(-shift, len(line) - len(line.lstrip(" "))) :] for line in lifted.lines]


def _insert_in_brackets(text: str, node: Sequence, index: int, item: Plain) -> str:
    written = emit.scalar(item, flow=True, item=True) if isinstance(item, str) else emit.flow(item)
    if index == 0:
        start = node.items[0].start
        return f"{text[:start]}{written}, {text[start:]}"
    stop = spans.content_end(text, node.items[index - 1])
    return f"{text[:stop]}, {written}{text[stop:]}"


def _list_in_place(document: Document, path: Steps, node: Node, item: Plain, lifted: Lifted | None) -> str:
    """``[]`` gives way to a list in its parent's style."""
    text = document.text
    parent = record_at(document, path[:-1])
    if parent is None or parent.flow or (isinstance(item, str) and not lifted):
        return text[: node.start] + emit.flow([item]) + text[node.end :]
    column = spans.indent_of(parent) + spans.list_offset(document.root)
    lines = _moved(lifted, column) or emit.item_lines(item, column, spans.list_offset(document.root))
    rest = spans.line_stop(text, node.end)
    head = text[: node.start].rstrip(" ") + text[node.end : rest]
    return head + "".join(document.newline + line for line in lines) + text[rest:]


def _begun(document: Document, path: Steps, lifted: Lifted, order: tuple[str, ...]) -> str:
    """A list that begins with an item from elsewhere: ``分项`` of a fact that had none."""
    text = document.text
    parent = record_at(document, path[:-1])
    word = str(path[-1])
    if parent is None or parent.flow or not parent.entries:
        return text
    indent = spans.indent_of(parent)
    lines = _moved(lifted, indent + spans.list_offset(document.root))
    entry = parent.entries.get(word)
    if entry is not None:
        return below(document, text.index(":", entry.key.end), lines)
    before = entry_before(parent, word, order) or next(reversed(parent.entries.values()))
    return below(document, spans.content_end(text, before.value), [f"{' ' * indent}{word}:", *lines])
