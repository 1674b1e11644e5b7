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
BLOCKS = frozenset({"title", "p", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "table"})
ELEMENTS = GROUPS | BLOCKS | {"b", "tr", "th", "td"}
PARAGRAPH_KINDS = frozenset({"number", "addressees", "byline", "signature", "date", "caption"})

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
        self.counters = [0] * (DEPTH + 2)
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
        if tag not in ELEMENTS:
            raise self.fail("unknown", tag)
        if tag in BLOCKS and self.current is not None:
            raise self.fail("nested", tag)
        self.stack.append(tag)
        if tag in GROUPS:
            return
        if tag == "b":
            self.bold = True
        elif tag in ("table", "tr", "th", "td"):
            self.start_table(tag)
        elif tag == "hr":
            self.flush()
            self.blocks.append(Block("break"))
        else:
            self.start_paragraph(tag, attributes)

    def start_table(self, tag: str) -> None:
        if tag == "table":
            self.flush()
            self.rows = []
        elif tag == "tr":
            self.cells = []
        else:
            self.cell = []

    def start_paragraph(self, tag: str, attributes: dict[str, str]) -> None:
        classes = attributes.get("class", "").split()
        level = int(tag[1]) if tag[0] == "h" else 0
        goes_on = self.runs_on and tag == "p" and "data-level" not in attributes
        joins = self.joinable is not None and (goes_on or "inline" in classes)
        self.runs_on = False
        if joins:
            self.current = self.joinable
        else:
            self.flush()
            self.current = _Open(self.kind(tag, classes), level, attributes.get("data-fact"))
        self.face = level if tag[0] == "h" else 0
        depth = level or int(attributes.get("data-level", 0))
        if depth:
            ordinal = self.ordinal(depth, attributes.get("data-number", ""), attributes.get("data-start", ""))
            if ordinal:
                assert self.current is not None
                self.current.runs.append(Run(ordinal, self.face))
        if level and "run-in" in classes:
            self.runs_on = True

    def kind(self, tag: str, classes: list[str]) -> str:
        if tag == "title":
            return "title"
        if tag[0] == "h":
            return "paragraph" if "run-in" in classes else "heading"
        return next((name for name in classes if name in PARAGRAPH_KINDS), "paragraph")

    def ordinal(self, level: int, sample: str, start: str) -> str:
        """The next ordinal of its level; whatever is deeper begins anew."""
        for deeper in range(level + 1, len(self.counters)):
            self.counters[deeper] = 0
        series = scheme(sample)
        if series is None:
            return ""
        self.counters[level] = int(start) if start else self.counters[level] + 1
        return series.ordinal(self.counters[level])

    def end(self, tag: str) -> None:
        self.stack.pop()
        if tag in GROUPS or tag == "hr":
            return
        if tag == "b":
            self.bold = False
        elif tag == "table":
            self.blocks.append(Block("table", rows=tuple(self.rows)))
        elif tag == "tr":
            self.rows.append(tuple(self.cells))
        elif tag in ("th", "td"):
            self.cells.append("".join(self.cell or ()))
            self.cell = None
        else:
            self.end_paragraph()

    def end_paragraph(self) -> None:
        opened = self.current
        self.current = None
        self.face = 0
        assert opened is not None
        if opened.kind == "paragraph":
            self.joinable = opened
        else:
            self.joinable = None
            self.runs_on = False
            self.close(opened)

    def text(self, data: str) -> None:
        if "\n" in data:
            data = _LAYOUT_SPACE.sub("", data)
        if not data:
            return
        if self.cell is not None:
            self.cell.append(data)
        elif self.current is not None:
            self.current.runs.append(Run(data, self.face, self.bold))
        elif data.strip():
            raise self.fail("loose text", data.strip()[:20])

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
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1][1:] == run[1:]:
            merged[-1] = Run(merged[-1].text + run.text, run.level, run.bold)
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
