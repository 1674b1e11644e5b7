"""The new text of a document after one change: which characters go, which come. What it means is checked by ``splice``."""

import re
from typing import NamedTuple

from drafter.store import emit, spans
from drafter.store.emit import STEP, Plain
from drafter.store.reader import Document
from drafter.store.syntax import Entry, Mapping, Node, Scalar, Sequence, at, resolved

Steps = tuple[str | int, ...]
_HEADER_LINE = re.compile(r"[:-] [|>][0-9+-]{0,2}(?:[ ]+#.*)?$")
_COMMENTS = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r|$))*")
_HEADER = re.compile(r"[|>][0-9+-]{0,2}")


class Lifted(NamedTuple):
    """The lines of an item, without the last line end: ``dash`` is the column of its dash; ``comments``, characters of the
    comment lines right above it that belong to it. ``lines`` is empty for an item in brackets."""

    lines: list[str]
    dash: int
    comments: int


def put(document: Document, path: Steps, word: str, value: Plain, order: tuple[str, ...]) -> str:
    """The text with ``word: value`` in the record at ``path``."""
    text = document.text
    record = _record(document, path)
    if record is None or not record.entries:
        return _first_entry(document, path, record, word, value)
    entry = record.entries.get(word)
    if entry is not None:
        return _replaced(document, record, entry, word, value)
    before = _entry_before(record, word, order)
    if record.flow:
        written = f"{emit.scalar(word, flow=True)}: {_in_brackets(value)}"
        if before is None:
            first = next(iter(record.entries.values())).key.start
            return f"{text[:first]}{written}, {text[first:]}"
        stop = spans.content_end(text, before.value)
        return f"{text[:stop]}, {written}{text[stop:]}"
    indent = spans.indent_of(record)
    lines = emit.entry_lines(word, value, indent, spans.list_offset(document.root))
    if before is None:
        first = next(iter(record.entries.values())).key.start
        joined = document.newline.join([lines[0][indent:], *lines[1:]])
        return f"{text[:first]}{joined}{document.newline}{' ' * indent}{text[first:]}"
    return _below(document, spans.content_end(text, before.value), lines)


def take_out(document: Document, path: Steps, word: str) -> str:
    """The text without the field ``word`` of the record at ``path``."""
    text = document.text
    record = _record(document, path)
    assert record is not None
    entries = list(record.entries.values())
    place = next(number for number, entry in enumerate(entries) if entry.key.text == word)
    entry = entries[place]
    stop = spans.content_end(text, entry.value)
    if record.flow:
        if place + 1 < len(entries):
            return text[: entry.key.start] + text[entries[place + 1].key.start :]
        start = spans.content_end(text, entries[place - 1].value) if place else entry.key.start
        return text[:start] + text[stop:]
    if spans.starts_line(text, entry.key.start):
        if len(entries) > 1 or not path:
            return _without_lines(text, entry.key.start, stop)
        return text[: entry.key.start] + "{}" + text[stop:]
    return _without_first(text, entries, stop)


def _without_first(text: str, entries: list[Entry], stop: int) -> str:
    """The first field of a list item shares its line with the dash."""
    start = entries[0].key.start
    if len(entries) == 1:
        return text[:start] + "{}" + text[stop:]
    following = entries[1].key.start
    if text[spans.next_line(text, stop) : following].strip():  # comments between the two stay
        return text[:start].rstrip(" ") + text[spans.line_stop(text, stop) :]
    return text[:start] + text[following:]


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
        return _below(document, spans.content_end(text, node.items[index - 1]), lines)
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
    return _without_lines(text, dash, stop, comments)


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


def _record(document: Document, path: Steps) -> Mapping | None:
    node = at(document.root, path)
    found = resolved(node) if node is not None else None
    return found if isinstance(found, Mapping) else None


def _first_entry(document: Document, path: Steps, record: Mapping | None, word: str, value: Plain) -> str:
    """The record holds nothing yet: an empty file, ``排名:``, ``- {}``."""
    text = document.text
    if not path and record is None:
        lines = emit.entry_lines(word, value, 0)
        gap = "" if not text or text.endswith(("\n", "\r")) else document.newline
        return text + gap + "".join(line + document.newline for line in lines)
    node = record if record is not None else at(document.root, path)
    if node is None:  # 排名 itself is missing: its own record puts it in
        return put(document, path[:-1], str(path[-1]), {word: value}, ())
    written = emit.flow({word: value})
    if isinstance(node, Scalar) and node.empty:
        return f"{text[: node.start]} {written}{text[node.end :]}"
    return text[: node.start] + written + text[node.end :]


def _entry_before(record: Mapping, word: str, order: tuple[str, ...]) -> Entry | None:
    """The field after which a new one belongs: the last of those that the form has before it."""
    if word not in order:
        return next(reversed(record.entries.values()))
    earlier = set(order[: order.index(word)])
    found = None
    for entry in record.entries.values():
        if entry.key.text in earlier:
            found = entry
    return found


def _in_brackets(value: Plain) -> str:
    return emit.scalar(value, flow=True) if isinstance(value, str) else emit.flow(value)


def _replaced(document: Document, record: Mapping, entry: Entry, word: str, value: Plain) -> str:
    """The value of a field that is there, in its place."""
    text = document.text
    old = entry.value
    stop = spans.content_end(text, old)
    gap = "" if stop > old.start or text[old.start - 1 : old.start] == " " else " "
    if record.flow:
        style = old.style if isinstance(old, Scalar) else ""
        written = emit.scalar(value, style, flow=True) if isinstance(value, str) else emit.flow(value)
        return f"{text[: old.start]}{gap}{written}{text[stop:]}"
    indent = spans.indent_of(record)
    if not isinstance(value, str):
        return _collection(document, entry, word, value, indent)
    if isinstance(old, Scalar) and old.style in ("|", ">"):
        return _from_block(document, old, word, value, indent)
    if isinstance(old, Sequence | Mapping) and not old.flow:
        return _collection(document, entry, word, value, indent)
    style = old.style if isinstance(old, Scalar) else ""
    block = emit.block_lines(value, indent + STEP) if "\n" in value or (not style and emit.wants_block(word, value)) else None
    if block is None:
        return f"{text[: old.start]}{gap}{emit.scalar(value, style)}{text[stop:]}"
    rest = spans.line_stop(text, stop)
    tail = document.newline.join(["", *block[1:]])
    after = _clear_of_block(text[rest:], indent)
    return f"{text[: old.start]}{gap}{block[0]}{text[stop:rest]}{tail}{after}"


def _collection(document: Document, entry: Entry, word: str, value: Plain, indent: int) -> str:
    """A whole list or record in the place of what was there; only an empty or a bracketed value is replaced so."""
    text = document.text
    lines = emit.entry_lines(word, value, indent, spans.list_offset(document.root))
    head = lines[0][indent + len(emit.scalar(word)) + 1 :]
    colon = text.index(":", entry.key.end) + 1
    stop = spans.content_end(text, entry.value)
    if spans.line_start(text, colon) != spans.line_start(text, stop):
        return text[:colon] + document.newline.join([head, *lines[1:]]) + text[stop:]
    rest = spans.line_stop(text, stop)
    return text[:colon] + document.newline.join([head + text[stop:rest], *lines[1:]]) + text[rest:]


def _from_block(document: Document, old: Scalar, word: str, value: str, indent: int) -> str:
    """A block text changes: it stays a block where it can, and lines that do not change are not touched."""
    text = document.text
    stop = spans.content_end(text, old)
    rest = spans.line_stop(text, old.start)
    header = _HEADER.match(text, old.start)
    after = text[header.end() if header else old.start : rest]
    raw = re.split("(?<=\n)|(?<=\r)(?!\n)", text[spans.next_line(text, old.start) : stop])
    depth = next((len(line) - len(line.lstrip(" ")) for line in raw if line.strip()), indent + STEP)
    plain_header = header is not None and header[0] in ("|", "|-", "|+")
    block = emit.block_lines(value, depth if plain_header else indent + STEP)
    if block is None:
        return f"{text[: old.start]}{emit.scalar(value)}{after}{text[stop:]}"
    if not plain_header or block[0] != "|":
        fresh = emit.block_lines(value, indent + STEP) or block
        return f"{text[: old.start]}{fresh[0]}{after}{document.newline}{document.newline.join(fresh[1:])}{text[stop:]}"
    lines = _kept_lines(raw, old.text.rstrip("\n").split("\n"), value.split("\n"), block[1:])
    return text[: spans.next_line(text, old.start)] + document.newline.join(lines) + text[stop:]


def _kept_lines(raw: list[str], before: list[str], after: list[str], fresh: list[str]) -> list[str]:
    """``fresh`` with the lines of the file in place of those that say the same, from both ends."""
    if len(raw) != len(before):
        return fresh
    bare = [line.rstrip("\r\n") for line in raw]
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return [*bare[:head], *fresh[head : len(fresh) - tail], *bare[len(bare) - tail :]]


def _below(document: Document, stop: int, lines: list[str]) -> str:
    """Lines put in after the line of ``stop``; a file without a last line end stays without."""
    text = document.text
    rest = spans.line_stop(text, stop)
    column = len(lines[0]) - len(lines[0].lstrip(" "))
    after = _clear_of_block(text[rest:], column) if any(map(_HEADER_LINE.search, lines)) else text[rest:]
    return text[:rest] + "".join(document.newline + line for line in lines) + after


def _clear_of_block(after: str, column: int) -> str:
    """Comments that follow a block text deeper than its key would become text: they are moved left, to the key's column."""
    found = _COMMENTS.match(after)
    if found is None or not found[0].strip():
        return after
    lines = re.split("(?<=\n)", found[0])
    return "".join(_no_deeper(line, column) for line in lines) + after[found.end() :]


def _no_deeper(line: str, column: int) -> str:
    bare = line.lstrip(" ")
    return " " * min(len(line) - len(bare), column) + bare if bare.startswith("#") else line


def _without_lines(text: str, start: int, stop: int, above: int = 0) -> str:
    """The text without the lines from ``start`` to ``stop``; a file without a last line end stays without."""
    first = spans.line_start(text, start) - above
    after = spans.next_line(text, stop)
    if after == len(text) and first and not text.endswith(("\n", "\r")):
        return text[: first - 2] if text[first - 2 : first] == "\r\n" else text[: first - 1]
    return text[:first] + text[after:]


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
    parent = _record(document, path[:-1])
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
    parent = _record(document, path[:-1])
    word = str(path[-1])
    if parent is None or parent.flow or not parent.entries:
        return text
    indent = spans.indent_of(parent)
    lines = _moved(lifted, indent + spans.list_offset(document.root))
    entry = parent.entries.get(word)
    if entry is not None:
        return _below(document, text.index(":", entry.key.end), lines)
    before = _entry_before(parent, word, order) or next(reversed(parent.entries.values()))
    return _below(document, spans.content_end(text, before.value), [f"{' ' * indent}{word}:", *lines])
