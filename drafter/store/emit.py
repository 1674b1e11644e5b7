"""Writes values as YAML that reads back equal, here and in any other tool; Chinese stays readable.

A value is ``Plain``: a text, a list of values, or a dict of word → value.
"""

import re
from typing import TypeAlias

from drafter.store.vocabulary import word_forms

Plain: TypeAlias = str | list["Plain"] | dict[str, "Plain"]

STEP = 2  # spaces for each level
FLOW_WIDTH = 60  # characters; a longer list of texts is written an item a line

# What no plain scalar may begin with: YAML's own signs, and the slips that the reader would take it for.
_LEADING = frozenset("-?:,[]{}#&*!|>'\"%@`=~<.－—–−•●“‘「［｛")
_CHANGED = re.compile(r"(?i)y|n|yes|no|on|off|true|false|null|none|[+-]?\.(?:inf|nan)")
_NUMBERISH = re.compile(r"[+-]?[\d.][\d.,:_eExXoOa-fA-F+-]*")
_SAFE_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.(?:\d{0,6}[1-9]|0))?|\d{4}(?:-\d\d){1,2}")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0", "\x1b": "\\e"}


def scalar(text: str, style: str = "", flow: bool = False, item: bool = False) -> str:
    """``text`` on one line. ``style`` is the quote to keep where it can be kept; ``flow``: inside ``[…]`` or ``{…}``."""
    if not text.isprintable() and not all(map(_shown, text)):  # the first is quick, and nearly always true
        return _double(text)
    if style not in ("'", '"') and _plain(text, flow, item):
        return text
    if style == "'" or (style != '"' and ('"' in text or "\\" in text)):
        return "'" + text.replace("'", "''") + "'"
    return _double(text)


def block_lines(text: str, indent: int) -> list[str] | None:
    """``text`` as a literal block: its header, then its lines. None where a block cannot hold it faithfully."""
    lines = text.split("\n")
    if not lines[0] or not lines[-1]:
        return None
    for line in lines:
        if line != line.rstrip() or not all(map(_shown, line)) or line.lstrip().startswith(("<<<<<<<", ">>>>>>>")):
            return None
    header = f"|{STEP}" if lines[0][0] == " " else "|"
    return [header, *(" " * indent + line if line else "" for line in lines)]


def entry_lines(word: str, value: Plain, indent: int, offset: int = STEP) -> list[str]:
    """``word: value`` in block style, without line ends. ``offset``: how far a list's dashes stand from its key."""
    head = f"{' ' * indent}{scalar(word)}:"
    if isinstance(value, dict):
        return [head, *mapping_lines(value, indent + STEP, offset)] if value else [f"{head} {{}}"]
    if isinstance(value, list):
        if not value:
            return [f"{head} []"]
        if all(isinstance(item, str) for item in value):
            listed = flow(value)
            if len(listed) <= FLOW_WIDTH:
                return [f"{head} {listed}"]
        lines = [head]
        for item in value:
            lines += item_lines(item, indent + offset, offset)
        return lines
    if not value:
        return [head]
    block = block_lines(value, indent + STEP) if wants_block(word, value) else None
    if block is not None:
        return [f"{head} {block[0]}", *block[1:]]
    return [f"{head} {scalar(value)}"]


def wants_block(word: str, text: str) -> bool:
    """Paragraphs are written as a block, and so is a body text that would need quotes."""
    return "\n" in text or (word_forms().get(word) == frozenset({"text"}) and scalar(text) != text)


def mapping_lines(value: dict[str, Plain], indent: int, offset: int = STEP) -> list[str]:
    lines: list[str] = []
    for word, each in value.items():
        lines += entry_lines(word, each, indent, offset)
    return lines


def item_lines(value: Plain, indent: int, offset: int = STEP) -> list[str]:
    """One item of a block list, its dash at ``indent``."""
    dash = " " * indent + "- "
    if isinstance(value, dict) and value:
        lines = mapping_lines(value, indent + STEP, offset)
        return [dash + lines[0][indent + STEP :], *lines[1:]]
    return [dash + flow(value, item=True)]


def flow(value: Plain, style: str = "", item: bool = False) -> str:
    """The value in brackets, on one line; a bare text outside brackets is written as ``scalar`` does."""
    if isinstance(value, str):
        return scalar(value, style, item=item)
    if isinstance(value, list):
        return "[" + ", ".join(_inside(each) for each in value) + "]"
    return "{" + ", ".join(f"{scalar(word, flow=True)}: {_inside(each)}" for word, each in value.items()) + "}"


def _inside(value: Plain) -> str:
    return scalar(value, flow=True, item=True) if isinstance(value, str) else flow(value)


def _plain(text: str, flow: bool, item: bool) -> bool:
    """Whether ``text`` needs no quotes: for YAML 1.1 and 1.2, and for the slips that the reader looks for."""
    if not text or text != text.strip() or text[0] in _LEADING or _CHANGED.fullmatch(text):
        return False
    if _NUMBERISH.fullmatch(text) and not _SAFE_NUMBER.fullmatch(text):
        return False
    if ": " in text or " #" in text or "\u3000#" in text or text[-1] in ":：":
        return False
    if (item or flow) and (":" in text or "：" in text):
        return False
    return not (flow and any(sign in text for sign in ",[]{}，【】［］"))


def _shown(sign: str) -> bool:
    return sign.isprintable() or sign == "\u3000"


def _double(text: str) -> str:
    return '"' + "".join(_escaped(sign) for sign in text) + '"'


def _escaped(sign: str) -> str:
    known = _ESCAPES.get(sign)
    if known is not None:
        return known
    if _shown(sign):
        return sign
    code = ord(sign)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
