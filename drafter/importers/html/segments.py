"""The tree of a page → its text in reading order, cut where a browser would begin a new line."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from lxml import etree

from drafter.importers.source import Line
from drafter.importers.tables import is_layout, row_line

Element: TypeAlias = etree._Element

EDGES = " \t\r\n\u00a0\u3000\u2002\u2003\u2009"
HIDDEN = "隐藏内容"
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "noscript",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "summary",
        "table",
        "tbody",
        "td",
        "textarea",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
#: Program text and what is not shown as text at all; not a carrier of text.
_CODE = frozenset(
    ("script", "style", "template", "head", "meta", "link", "base", "object", "embed", "param", "audio", "video", "canvas")
)
_CONTROLS = frozenset(("button", "select", "textarea", "option", "datalist"))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ALIGN = re.compile(r"text-align\s*:\s*(?:-webkit-)?(left|center|right)", re.IGNORECASE)
_WEIGHT = re.compile(r"font-weight\s*:\s*(bold|bolder|normal|[1-9]00)", re.IGNORECASE)
_FILE = re.compile(r"\.(?:docx?|wps|xlsx?|et|pdf|ofd|zip|rar|7z|pptx?|jpg|png)(?:[?#]|$)", re.IGNORECASE)
_UNMARKED = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f]+")
# A line end of the source inside Chinese text is not a space.
_SOURCE_BREAK = re.compile(
    "(?<=[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f])[ \t]*[\r\n]\\s*(?=[\u2e80-\u9fff\uff00-\uffef\u3001-\u303f])"
)


class Segment(NamedTuple):
    """One line of the page. ``element``: the block it stands in; ``reason``: why it is no text of the article, if that is
    known already; ``linked``: characters that are links; ``file``: it links to a file to download."""

    line: Line
    element: Element
    reason: str | None = None
    linked: int = 0
    file: bool = False


class _Piece(NamedTuple):
    text: str
    bold: bool
    linked: bool
    reason: str | None


class _Context(NamedTuple):
    """What surrounds a piece of text."""

    element: Element
    level: int = 0
    align: str = ""
    bold: bool = False
    pre: bool = False
    reason: str | None = None
    link: str | None = None


@dataclass(slots=True)
class Walker:
    """Gathers segments. One walker a cell: the segments of a table are looked at together."""

    segments: list[Segment] = field(default_factory=list)
    pictures: int = 0
    _pieces: list[_Piece] = field(default_factory=list)
    _ordinal: str = ""
    _counts: dict[Element, int] = field(default_factory=dict)
    _file: bool = False

    def walk(self, element: Element, context: _Context | None = None) -> list[Segment]:
        """The segments of ``element`` and all that is in it."""
        start = _within(element, context or _Context(element))
        self._say(element.text, start)
        path = [(element, iter(element), start)]
        while path:
            outer, children, around = path[-1]
            child = next(children, None)
            if child is None:
                path.pop()
                self._close(outer, around)
                if path:
                    self._say(outer.tail, path[-1][2])
            elif self._is_whole(child, around):
                self._say(child.tail, around)
            else:
                inner = self._open(child, around)
                self._say(child.text, inner)
                path.append((child, iter(child), inner))
        return self.segments

    def _is_whole(self, element: Element, context: _Context) -> bool:
        """Deals with an element that is not walked through: code, pictures, breaks, and tables, which are looked at whole."""
        tag = element.tag
        if tag == "br":
            self._pieces.append(_Piece("\n", False, False, context.reason))
        elif tag == "img":
            self.pictures += 1
        elif tag == "table":
            self._flush(context)
            self._table(element, _within(element, context))
        else:
            return not isinstance(tag, str) or tag in _CODE
        return True

    def _open(self, element: Element, context: _Context) -> _Context:
        """A block begins a line, after what was said before it."""
        if element.tag in _BLOCKS:
            self._flush(context)
            if element.tag == "li":
                self._ordinal = self._next_ordinal(element)
        return _within(element, context)

    def _next_ordinal(self, item: Element) -> str:
        """The ordinal that a browser prints before an item of ``<ol>``; ``""`` for items of other lists."""
        listing = item.getparent()
        if listing is None or listing.tag != "ol" or _UNMARKED.search(listing.get("style") or ""):
            return ""
        before = self._counts.get(listing, _whole(listing.get("start"), 1) - 1)
        self._counts[listing] = number = _whole(item.get("value"), before + 1)
        return f"{_spelled(number, listing.get('type') or '1')}. "

    def _close(self, element: Element, context: _Context) -> None:
        if element.tag in _BLOCKS or context.element is element:
            self._flush(context)
            if element.tag == "li":
                self._ordinal = ""

    def _say(self, text: str | None, context: _Context) -> None:
        if not text:
            return
        if context.link and _FILE.search(context.link):
            self._file = True
        said = text if context.pre else _SPACE.sub(" ", _SOURCE_BREAK.sub("", text))
        self._pieces.append(_Piece(said.replace("\u00a0", " "), context.bold, context.link is not None, context.reason))

    def _flush(self, context: _Context) -> None:
        """Ends the line: what was said since the last one becomes segments, visible and hidden text apart."""
        pieces, self._pieces = self._pieces, []
        file, self._file = self._file, False
        for reason in dict.fromkeys(piece.reason for piece in pieces):
            line: list[_Piece] = []
            for piece in [piece for piece in pieces if piece.reason == reason]:
                parts = piece.text.split("\n")
                for place, part in enumerate(parts):
                    line.append(piece._replace(text=part))
                    if place < len(parts) - 1:
                        self._end(line, context, reason, file)
                        line = []
            self._end(line, context, reason, file)

    def _end(self, pieces: list[_Piece], context: _Context, reason: str | None, file: bool) -> None:
        text = "".join(piece.text for piece in pieces).replace("\t", " ").strip(EDGES)
        if not text:
            return
        ordinal, self._ordinal = self._ordinal, ""
        said = [piece for piece in pieces if piece.text.strip(EDGES)]
        bold = all(piece.bold for piece in said)
        linked = sum(len(piece.text.strip(EDGES)) for piece in said if piece.linked)
        line = Line(ordinal + text, context.level, bool(ordinal), context.align, bold)
        self.segments.append(Segment(line, context.element, reason, linked, file and linked > 0))

    def _table(self, table: Element, context: _Context) -> None:
        rows: list[tuple[Element, list[list[Segment]]]] = []
        for row in _rows(table):
            inner = _within(row, context)
            rows.append((row, [self._cell(cell, inner) for cell in row if isinstance(cell.tag, str) and cell.tag not in _CODE]))
        for caption in table.findall("caption"):
            self.segments.extend(self._cell(caption, context))
        lines = [[[s.line for s in cell if s.reason is None] for cell in cells] for _, cells in rows]
        layout = is_layout(lines)
        for (row, cells), texts in zip(rows, lines, strict=True):
            everything = [segment for cell in cells for segment in cell]
            joined = None if layout else row_line(texts)
            if joined is None:
                self.segments.extend(everything)
                continue
            self.segments.extend(segment for segment in everything if segment.reason is not None)
            shown = [segment for segment in everything if segment.reason is None]
            self.segments.append(Segment(joined, row, None, sum(s.linked for s in shown), any(s.file for s in shown)))

    def _cell(self, cell: Element, context: _Context) -> list[Segment]:
        walker = Walker()
        found = walker.walk(cell, context._replace(element=cell))
        self.pictures += walker.pictures
        return found


def _rows(table: Element) -> list[Element]:
    """Rows of this table, not of those inside it; stray content counts as a row of its own."""
    rows: list[Element] = []
    for child in table:
        if child.tag in ("tbody", "thead", "tfoot"):
            rows.extend(row for row in child if isinstance(row.tag, str) and row.tag not in _CODE)
        elif isinstance(child.tag, str) and child.tag not in ("caption", "colgroup", "col", *_CODE):
            rows.append(child)
    return rows


def _within(element: Element, context: _Context) -> _Context:
    """The context inside an element: what its tag, style and attributes add."""
    tag, style = element.tag, element.get("style") or ""
    reason = context.reason or reason_of_tag(element)
    aligned = _ALIGN.search(style)
    align = aligned[1].lower() if aligned else "center" if tag == "center" else (element.get("align") or "").lower()
    weight = _WEIGHT.search(style)
    bold = (
        weight[1].lower() in ("bold", "bolder", "600", "700", "800", "900") if weight else context.bold or tag in ("b", "strong")
    )
    block = tag in _BLOCKS
    return context._replace(
        element=element if block else context.element,
        level=_HEADINGS.get(tag, context.level),
        align=align if align in ("left", "center", "right") and block else context.align,
        bold=bold,
        pre=context.pre or tag in ("pre", "textarea"),
        reason=reason,
        link=element.get("href") or "" if tag == "a" else context.link,
    )


def reason_of_tag(element: Element) -> str | None:
    """Why nothing inside is part of any article; None where it may be."""
    if element.tag in _CONTROLS:
        return "页面控件"
    if element.tag in ("noscript", "svg", "iframe", "rt", "rp") or element.get("hidden") is not None:
        return "注音" if element.tag in ("rt", "rp") else HIDDEN
    return HIDDEN if _INVISIBLE.search(element.get("style") or "") else None


def _spelled(number: int, form: str) -> str:
    if form in ("a", "A") and 0 < number <= 26:
        return chr(ord(form) + number - 1)
    return str(number)


def _whole(text: str | None, otherwise: int) -> int:
    try:
        return int(text) if text and len(text) < 7 else otherwise
    except ValueError:
        return otherwise
