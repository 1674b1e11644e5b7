"""Markdown: the text without its marks. Every mark that was taken off is listed, and nothing else is."""

import re
from dataclasses import dataclass, field

from drafter.importers.decode import decode
from drafter.importers.formats.plain import lines_of
from drafter.importers.readers import Reader, suffix_of
from drafter.importers.source import Line, Source
from drafter.model.outline import LeftOut

_SUFFIXES = (".md", ".markdown", ".mdown")
_HEADING = re.compile(r"^ {0,3}(#{1,6})(?:[ \t\u3000]+|(?=[^\s#]))(.*)$")
_CLOSING = re.compile(r"(?:^|[ \t])#+$")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})(.*)$")
_ITEM = re.compile(r"^([ \t\u3000]*)([-*+])[ \t]+(\[[ xX]\][ \t]+)?")
_QUOTE = re.compile(r"^[ \t]*((?:>[ \t]?)+)")
_TABLE_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_REFERENCE = re.compile(r"^ {0,3}\[(?!\^)[^\]]{1,200}\]:[ \t]*\S+.*$")
_FOOTNOTE = re.compile(r"^ {0,3}\[\^[^\]]{1,50}\]:.*$")
_SETTING = re.compile(r"^([\w-]{1,40})\s*[:：]\s*(.+)$")
# A mark beside digits or Latin letters on both sides is a sign of its own: 3*4, file_name.
_INLINE = re.compile(
    r"(?P<escape>\\(?P<sign>[!-/:-@\[-`{-~]))"
    r"|(?P<code>(?P<ticks>`{1,3})(?P<inner>[^`]+)(?P=ticks))"
    r"|(?P<image>!\[[^\]]{0,500}\]\([^()\s]{0,2000}(?:\s+[\"'][^\"']{0,500}[\"'])?\))"
    r"|(?P<link>\[(?P<words>[^\[\]]{1,500})\](?:\([^()\s]{0,2000}(?:\s+[\"'][^\"']{0,500}[\"'])?\)|\[[^\]]{0,200}\]))"
    r"|(?P<note>\[\^[^\]]{1,50}\])"
    r"|(?P<auto><(?P<address>https?://[^>\s]{1,2000})>)"
    r"|(?P<comment><!--.{0,2000}?-->)"
    r"|(?P<tag></?[A-Za-z][^<>]{0,500}>)"
)
_EMPHASIS = re.compile(
    r"(?<![*\\])(\*{1,3})(?=[^\s*])([^*]*[^\s*])\1(?!\*)|(?<!\w)(_{1,3})(?=[^\s_])([^_]*[^\s_])\3(?!\w)|(~~)(?=\S)([^~]*\S)~~"
)
_BOLD = re.compile(r"^(?:\*\*(?!\*)[^*]+\*\*|__(?!_)[^_]+__)$")
# A sign that was escaped, or stands in code, hides in the private area while marks are looked for.
# A line far beyond any paragraph is not searched for marks.
_LONG = 50_000
_HIDE, _HIDDEN = 0x10F000, re.compile("[\U0010f000-\U0010f0ff]")


@dataclass(slots=True)
class _Reading:
    """What was taken off so far. ``fence`` is the mark that ends the code block being read."""

    source: Source
    marks: list[str] = field(default_factory=list)
    fence: str = ""
    blank: bool = True
    runs_on: bool = False

    def strip_marks(self, text: str) -> str:
        if len(text) > _LONG or _HIDDEN.search(text):
            return text
        text = _INLINE.sub(self._inline, text)
        for _ in range(4):
            changed = _EMPHASIS.sub(self._emphasis, text)
            if changed == text:
                break
            text = changed
        return _HIDDEN.sub(lambda found: chr(ord(found[0]) - _HIDE), text)

    def _inline(self, found: re.Match[str]) -> str:
        if found["escape"]:
            self.marks.append("\\")
            return chr(ord(found["sign"]) + _HIDE)
        if found["code"]:
            self.marks.append(found["ticks"] * 2)
            return "".join(chr(ord(sign) + _HIDE) if sign.isascii() else sign for sign in found["inner"])
        if found["image"]:
            self.source.left_out.append(LeftOut(found[0], "图片"))
            return ""
        kept = found["words"] or found["address"] or ""
        self.marks.append(found[0].replace(kept, "", 1) if kept else found[0])
        return self.strip_words(kept) if found["words"] else kept

    def strip_words(self, text: str) -> str:
        """The words of a link may be emphasised; brackets inside brackets are not looked for."""
        return _EMPHASIS.sub(self._emphasis, text)

    def _emphasis(self, found: re.Match[str]) -> str:
        mark = found[1] or found[3] or found[5]
        inner = found[2] or found[4] or found[6]
        if mark == "*" and re.search(r"[0-9A-Za-z]$", found.string[: found.start()]) and re.match("[0-9A-Za-z]", inner):
            return found[0]
        self.marks.append(mark * 2)
        return inner


def read_markdown(name: str, data: bytes) -> Source:
    """One ``Line`` a physical line; ``wrapped`` only where a paragraph runs over several of them."""
    source = Source(name)
    reading = _Reading(source)
    lines = lines_of(decode(name, data).text)
    at = _front_matter(lines, source)
    while at < len(lines):
        at += _read_line(reading, lines, at)
    source.wrapped = reading.runs_on
    if reading.marks:
        source.left_out.append(LeftOut(" ".join(mark.strip() for mark in reading.marks), "标记"))
    return source


def _front_matter(lines: list[Line], source: Source) -> int:
    """Settings between two lines of --- at the very beginning: listed whole, the plain ones also as properties."""
    if not lines or lines[0].text.rstrip() != "---":
        return 0
    for end in range(1, len(lines)):
        if lines[end].text.rstrip() in ("---", "..."):
            source.left_out.append(LeftOut("\n".join(line.text for line in lines[: end + 1]), "文首信息"))
            found = (_SETTING.match(line.text) for line in lines[1:end])
            source.properties.update({setting[1]: setting[2].strip("\"' ") for setting in found if setting})
            return end + 1
    return 0


def _read_line(reading: _Reading, lines: list[Line], at: int) -> int:
    """Reads the line at ``at``; how many lines that took."""
    line, source = lines[at], reading.source
    fence = _FENCE.match(line.text)
    if reading.fence or fence:
        _code(reading, line, fence)
        return 1
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    if not line.text:
        source.lines.append(line)
        reading.blank = True
        return 1
    if _RULE.match(line.text) or (_TABLE_RULE.match(line.text) and "|" in line.text):
        reading.marks.append(line.text)
        reading.blank = True
        return 1
    for pattern, reason in ((_REFERENCE, "链接地址"), (_FOOTNOTE, "脚注")):
        if pattern.match(line.text):
            source.left_out.append(LeftOut(line.text, reason))
            return 1
    underline = _UNDERLINE.match(below)
    if underline and reading.blank and not _ITEM.match(line.text) and "|" not in line.text:
        reading.marks.append(below)
        source.lines.append(line._replace(text=reading.strip_marks(line.text).strip(), level=1 if "=" in below else 2))
        return 2
    _text(reading, line, "|" in below and bool(_TABLE_RULE.match(below)))
    return 1


def _code(reading: _Reading, line: Line, fence: re.Match[str] | None) -> None:
    if not reading.fence and fence:
        reading.fence = fence[1]
        reading.marks.append(line.text)
    elif fence and fence[1].startswith(reading.fence) and not fence[2].strip():
        reading.fence = ""
        reading.marks.append(line.text)
    else:
        reading.source.lines.append(line)
    reading.blank = True


def _text(reading: _Reading, line: Line, heads_table: bool) -> None:
    heading = _HEADING.match(line.text)
    if heading:
        words = heading[2].rstrip()
        closing = _CLOSING.search(words)
        reading.marks.append(heading[1] + (closing[0] if closing else ""))
        words = words[: closing.start()] if closing else words
        reading.source.lines.append(line._replace(text=reading.strip_marks(words).rstrip(), level=len(heading[1])))
        reading.blank = True
        return
    text, structured = _without_mark(reading, _QUOTE, line.text)
    text, item = _without_mark(reading, _ITEM, text)
    row = text.strip().startswith("|") or heads_table
    bold = bool(_BOLD.match(text.strip()))
    stripped = reading.strip_marks(text)
    if row:
        reading.marks.append("|" * stripped.count("|"))
        stripped = "\t".join(cell.strip() for cell in stripped.strip().removeprefix("|").removesuffix("|").split("|"))
    if not (reading.blank or item or structured or row):
        reading.runs_on = True
    reading.blank = row
    if stripped.strip():
        reading.source.lines.append(line._replace(text=stripped, bold=bold))


def _without_mark(reading: _Reading, pattern: re.Pattern[str], text: str) -> tuple[str, bool]:
    found = pattern.match(text)
    if not found:
        return text, False
    reading.marks.append(found[0])
    return text[found.end() :], True


READER = Reader(300, "Markdown 文本", _SUFFIXES, lambda name, data: suffix_of(name) in _SUFFIXES, read_markdown)
