"""The strict XHTML that templates write (render.grammar), read into blocks. Ordinals are counted here, never typed."""

import re
from functools import lru_cache
from typing import Any, Literal
from xml.parsers import expat

from drafter.model.block import Block, Run
from drafter.model.numbering import scheme
from drafter.model.style import DEPTH
from drafter.render.grammar import ATTRIBUTES, CHILDREN, ELEMENTS, HEADINGS, IN_TEXT, PARAGRAPHS, PLAIN, TABLES, Form, form_of
from drafter.render.tables import Tables

#: 签发人 is in 楷体 (7.2.6), the face of headings of level 2.
_SIGNER_FACE = 2
_FRESH = (0,) * (DEPTH + 2)
# Line ends come from the template, never from a text: texts are cut into paragraphs before.
_LAYOUT_SPACE = re.compile(r"[ \t]*\n[ \t]*")

Reason = Literal["unknown", "nested", "misplaced", "attribute", "value", "loose text", "malformed"]


class MarkupError(Exception):
    """What the template wrote is not in the vocabulary.

    ``tag`` is the tag, or the text that stands loose; ``detail`` the attribute, or attribute and value, that is wrong.
    ``line`` (from 1) and ``column`` (from 0) are those of the markup given to read.
    """

    def __init__(self, reason: Reason, tag: str, detail: str, line: int, column: int) -> None:
        super().__init__(f"{reason}: {tag} {detail}".strip())
        self.reason, self.tag, self.detail, self.line = reason, tag, detail, line
        self.column = column - len("<body>") if line == 1 else column


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
        self.face = self.own_face = 0
        self.bold = False
        self.mark = False
        self.notes: tuple[str, ...] = ()
        self.stack: list[str] = [""]
        self.tables = Tables()
        self.turned: list[bool] = []  # of each open section: whether it lies on its side
        self.parser: Any = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text

    def fail(self, reason: Reason, tag: str, detail: str = "") -> MarkupError:
        return MarkupError(reason, tag, detail, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag not in CHILDREN[self.stack[-1]]:
            raise self.fail("unknown" if tag not in ELEMENTS else "misplaced" if self.current is None else "nested", tag)
        if attributes and not ATTRIBUTES[tag].issuperset(attributes):
            raise self.fail("attribute", tag, min(attributes.keys() - ATTRIBUTES[tag]))
        self.stack.append(tag)
        if tag in PARAGRAPHS:
            self.start_paragraph(tag, attributes)
        elif tag in IN_TEXT:
            if tag == "span":
                self.form(tag, attributes)
            self.emphasise(tag, True)
            self.notes = (attributes["data-note"],) if "data-note" in attributes else ()
        elif tag in TABLES:
            if tag == "table":
                self.flush()
            self.tables.start(tag)
        elif tag == "hr":
            self.form(tag, attributes)
            self.flush()
            self.blocks.append(Block("break"))
        elif tag == "section":
            self.start_section(attributes)
        elif tag == "figure" and (wrong := self.tables.draw(attributes)):
            raise self.fail("value", tag, wrong)

    def emphasise(self, tag: str, on: bool) -> None:
        if tag == "b":
            self.bold = on
        elif tag == "mark":
            self.mark = on
        else:
            self.face = _SIGNER_FACE if on else self.own_face

    def start_section(self, attributes: dict[str, str]) -> None:
        self.form("section", attributes)
        turned = bool(attributes) and not any(self.turned)
        self.turned.append(turned)
        if turned:
            self.flush()
            self.blocks.append(Block("landscape"))

    def end_section(self) -> None:
        if self.turned.pop():
            self.flush()
            self.blocks.append(Block("portrait"))

    def start_paragraph(self, tag: str, attributes: dict[str, str]) -> None:
        kind, run_in, inline, depth, start = self.form(tag, attributes)
        goes_on = self.runs_on and kind == "paragraph" and not depth
        if self.joinable is not None and (goes_on or inline):
            opened = self.joinable
        else:
            if self.joinable is not None:
                self.flush()
            opened = _Open(kind, depth, attributes.get("data-fact"))
        self.current = opened
        self.face = self.own_face = HEADINGS.get(tag, 0)
        self.runs_on = run_in
        if depth:
            ordinal = self.ordinal(depth, attributes.get("data-number", ""), start)
            if ordinal:
                opened.runs.append(Run(ordinal, self.face))
        elif kind == "caption" and "data-number" in attributes:
            opened.runs.append(Run(self.tables.label(attributes["data-number"])))

    def form(self, tag: str, attributes: dict[str, str]) -> Form:
        if not attributes:
            return PLAIN[tag]
        get = attributes.get
        form = form_of(tag, get("class", ""), get("data-level"), get("data-start"))
        if isinstance(form, str):
            raise self.fail("value", tag, form)
        return form

    def ordinal(self, level: int, sample: str, start: int | None) -> str:
        """The next ordinal of its level; whatever is deeper begins anew."""
        counters = self.counters
        counters[level + 1 :] = _FRESH[level + 1 :]
        number = counters[level] + 1 if start is None else start
        ordinal = _ordinal(sample, number)
        if ordinal:
            counters[level] = number
        return ordinal

    def end(self, tag: str) -> None:
        self.stack.pop()
        if tag in PARAGRAPHS:
            self.end_paragraph()
        elif tag in IN_TEXT:
            self.emphasise(tag, False)
            self.notes = ()
        elif tag in TABLES:
            if made := self.tables.end(tag):
                self.blocks.append(made)
        elif tag == "section":
            self.end_section()
        elif tag == "figure":
            self.tables.drawing = None

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
        cell = self.tables.cell
        if self.current is None and cell is None:
            if not data.isspace():
                raise self.fail("loose text", data.strip()[:20])
            return
        if "\n" in data:
            data = _LAYOUT_SPACE.sub("", data)
        if not data:
            return
        if cell is not None:
            cell.append(Run(data, 0, False, self.mark, self.notes))
        elif self.current is not None:
            self.current.runs.append(Run(data, self.face, self.bold, self.mark, self.notes))

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


@lru_cache(maxsize=512)
def _ordinal(sample: str, number: int) -> str:
    """Empty for a text that names no scheme."""
    series = scheme(sample)
    return series.ordinal(number) if series else ""


def _merged(runs: list[Run]) -> tuple[Run, ...]:
    """Neighbours in one face become one run."""
    if len(runs) < 2:
        return tuple(runs)
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last is not None and last[1:] == run[1:]:
            merged[-1] = run._replace(text=last.text + run.text)
        else:
            merged.append(run)
    return tuple(merged)


def read(markup: str) -> list[Block]:
    """The blocks of a rendered template. Raises MarkupError for anything outside the vocabulary."""
    reader = _Reader()
    try:
        reader.parser.Parse(f"<body>{markup}</body>", True)
    except expat.ExpatError as error:
        raise MarkupError("malformed", reader.stack[-1], "", error.lineno, error.offset) from error
    finally:
        reader.parser = None  # the parser holds its handlers, and they the parser: let both go at once
    reader.flush()
    return reader.blocks
