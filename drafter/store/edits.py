"""The new text of a document after a field was set or cleared. What it means is checked by ``splice``."""

import re

from drafter.store import emit, spans
from drafter.store.emit import STEP, Plain
from drafter.store.lines import below, clear_of_block, without_lines
from drafter.store.reader import Document
from drafter.store.syntax import Entry, Mapping, Scalar, Sequence, at, resolved

Steps = tuple[str | int, ...]
_HEADER = re.compile(r"[|>][0-9+-]{0,2}")


def put(document: Document, path: Steps, word: str, value: Plain, order: tuple[str, ...]) -> str:
    """The text with ``word: value`` in the record at ``path``."""
    text = document.text
    record = record_at(document, path)
    if record is None or not record.entries:
        return _first_entry(document, path, record, word, value)
    entry = record.entries.get(word)
    if entry is not None:
        return _replaced(document, record, entry, word, value)
    before = entry_before(record, word, order)
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
    return below(document, spans.content_end(text, before.value), lines)


def take_out(document: Document, path: Steps, word: str) -> str:
    """The text without the field ``word`` of the record at ``path``."""
    text = document.text
    record = record_at(document, path)
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
            return without_lines(text, entry.key.start, stop)
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


def record_at(document: Document, path: Steps) -> Mapping | None:
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
    if record is not None and _is_block_item(document, path):
        lines = emit.entry_lines(word, value, record.column - 1, spans.list_offset(document.root))
        return text[: node.start] + document.newline.join(lines).lstrip(" ") + text[node.end :]
    written = emit.flow({word: value})
    if isinstance(node, Scalar) and node.empty:
        return f"{text[: node.start]} {written}{text[node.end :]}"
    return text[: node.start] + written + text[node.end :]


def _is_block_item(document: Document, path: Steps) -> bool:
    """Whether ``{}`` stands for a whole item of a block list, ``- {}``, so that it may give way to ``- word: value``."""
    parent = at(document.root, path[:-1])
    return isinstance(path[-1], int) and isinstance(parent, Sequence) and not parent.flow


def entry_before(record: Mapping, word: str, order: tuple[str, ...]) -> Entry | None:
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
    after = clear_of_block(text[rest:], indent)
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
