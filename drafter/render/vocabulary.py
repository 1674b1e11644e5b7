"""The strict XHTML that templates write, read into blocks. Ordinals are counted here, never typed.

``<title>`` · ``<h1>`` … ``<h6>`` (``class="run-in"``: the next ``<p>`` goes on in the same paragraph) · ``<p>`` (a class
names its style: number, addressees, byline, signature, date, caption) · ``<b>`` · ``<hr class="page"/>`` · ``<table>``
``<tr>`` ``<th>`` ``<td>`` · ``<section>`` and ``<div>``, which only group. On h and p: ``data-number`` the scheme, ``data-start``
the number to count from, ``data-level`` the depth of a numbered p, ``data-fact`` the fact it came from, ``class="inline"``
to go on in the paragraph before.
"""

import re
from typing import Any
from xml.parsers import expat

from drafter.model.block import Block, Run
from drafter.model.numbering import scheme
from drafter.model.style import DEPTH

GROUPS = frozenset({"body", "section", "div"})
HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
PARAGRAPHS = frozenset({"title", "p", *HEADINGS})
TABLES = frozenset({"table", "tr", "th", "td"})
ELEMENTS = GROUPS | PARAGRAPHS | TABLES | {"b", "hr"}
PARAGRAPH_KINDS = frozenset({"number", "addressees", "byline", "signature", "date", "caption"})

_FRESH = (0,) * (DEPTH + 2)
# Line ends come from the template, never from a text: texts are cut into paragraphs before.
_LAYOUT_SPACE = re.compile(r"[ \t]*\n[ \t]*")


class MarkupError(Exception):
    """What the template wrote is not in the vocabulary. ``line`` is the line of what was written; ``tag`` may be ""."""

    def __init__(self, reason: str, tag: str = "", line: int = 0) -> None:
        super().__init__(reason)
        self.reason, self.tag, self.line = reason, tag, line


class _Open:
    """A paragraph being filled."""

    __slots__ = ("fact", "kind", "level", "runs")

    def __init__(self, kind: str, level: int, fact: str | None) -> None:
        self.kind, self.level, self.fact = kind, level, fact
        self.runs: list[Run] = []


class _Reader:
    """Expat's handlers; one instance a document."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.counters = list(_FRESH)
        self.current: _Open | None = None
        self.joinable: _Open | None = None  # what an inline item, or the text of a run-in heading, goes on in
        self.runs_on = False  # a run-in heading was just closed: its text follows
        self.face = 0
        self.bold = False
        self.stack: list[str] = []
        self.rows: list[tuple[str, ...]] = []
        self.cells: list[str] = []
        self.cell: list[str] | None = None
        self.parser: Any = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text

    def fail(self, reason: str, tag: str) -> MarkupError:
        return MarkupError(reason, tag, self.parser.CurrentLineNumber)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.stack.append(tag)
        if tag in PARAGRAPHS:
            if self.current is not None:
                raise self.fail("nested", tag)
            self.start_paragraph(tag, attributes)
        elif tag == "b":
            self.bold = True
        elif tag in TABLES:
            self.start_table(tag)
        elif tag == "hr":
            self.flush()
            self.blocks.append(Block("break"))
        elif tag not in GROUPS:
            raise self.fail("unknown", tag)

    def start_table(self, tag: str) -> None:
        if tag == "table":
            if self.current is not None:
                raise self.fail("nested", tag)
            self.flush()
            self.rows = []
        elif tag == "tr":
            self.cells = []
        else:
            self.cell = []

    def start_paragraph(self, tag: str, attributes: dict[str, str]) -> None:
        level = HEADINGS.get(tag, 0)
        classes = attributes.get("class", "")
        goes_on = self.runs_on and not level and "data-level" not in attributes
        if self.joinable is not None and (goes_on or "inline" in classes):
            opened = self.joinable
        else:
            if self.joinable is not None:
                self.flush()
            opened = _Open(self.kind(tag, classes), level, attributes.get("data-fact"))
        self.current = opened
        self.face = level
        self.runs_on = bool(level) and "run-in" in classes
        depth = level or int(attributes.get("data-level", 0))
        if depth:
            ordinal = self.ordinal(depth, attributes.get("data-number", ""), attributes.get("data-start", ""))
            if ordinal:
                opened.runs.append(Run(ordinal, level))

    def kind(self, tag: str, classes: str) -> str:
        if tag == "p":
            return next((name for name in classes.split() if name in PARAGRAPH_KINDS), "paragraph") if classes else "paragraph"
        return "title" if tag == "title" else "paragraph" if "run-in" in classes else "heading"

    def ordinal(self, level: int, sample: str, start: str) -> str:
        """The next ordinal of its level; whatever is deeper begins anew."""
        counters = self.counters
        counters[level + 1 :] = _FRESH[level + 1 :]
        series = scheme(sample)
        if series is None:
            return ""
        counters[level] = int(start) if start else counters[level] + 1
        return series.ordinal(counters[level])

    def end(self, tag: str) -> None:
        self.stack.pop()
        if tag in PARAGRAPHS:
            self.end_paragraph()
        elif tag == "b":
            self.bold = False
        elif tag in TABLES:
            self.end_table(tag)

    def end_table(self, tag: str) -> None:
        if tag == "table":
            self.blocks.append(Block("table", rows=tuple(self.rows)))
        elif tag == "tr":
            self.rows.append(tuple(self.cells))
        else:
            self.cells.append("".join(self.cell or ()))
            self.cell = None

    def end_paragraph(self) -> None:
        opened = self.current
        assert opened is not None
        self.current = None
        self.face = 0
        if opened.kind == "paragraph":
            self.joinable = opened
        else:
            self.joinable = None
            self.runs_on = False
            self.close(opened)

    def text(self, data: str) -> None:
        if self.current is None and self.cell is None:
            if not data.isspace():
                raise self.fail("loose text", data.strip()[:20])
            return
        if "\n" in data:
            data = _LAYOUT_SPACE.sub("", data)
        if not data:
            return
        if self.cell is not None:
            self.cell.append(data)
        elif self.current is not None:
            self.current.runs.append(Run(data, self.face, self.bold))

    def flush(self) -> None:
        """Closes the paragraph that might have gone on."""
        if self.joinable is not None:
            self.close(self.joinable)
            self.joinable = None
        self.runs_on = False

    def close(self, opened: _Open) -> None:
        runs = _merged(opened.runs)
        if runs:
            level = opened.level if opened.kind == "heading" else 0
            self.blocks.append(Block(opened.kind, runs, level, opened.fact))


def _merged(runs: list[Run]) -> tuple[Run, ...]:
    """Neighbours in one face become one run."""
    if len(runs) < 2:
        return tuple(runs)
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last is not None and last.level == run.level and last.bold == run.bold:
            merged[-1] = Run(last.text + run.text, run.level, run.bold)
        else:
            merged.append(run)
    return tuple(merged)


def read(markup: str) -> list[Block]:
    """The blocks of a rendered template. Raises MarkupError for anything outside the vocabulary."""
    reader = _Reader()
    try:
        reader.parser.Parse(f"<body>{markup}</body>", True)
    except expat.ExpatError as error:
        raise MarkupError("malformed", reader.stack[-1] if reader.stack else "", error.lineno) from error
    reader.flush()
    return reader.blocks
