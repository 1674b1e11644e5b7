"""The blocks of a Word document in reading order: paragraphs with their look and ordinal, tables, text boxes."""

import re
from dataclasses import dataclass, field

from drafter.importers.source import Line
from drafter.importers.tables import Cell, table_lines
from drafter.importers.word.names import Element, attribute, child, kind, value
from drafter.importers.word.reading import Reading
from drafter.importers.word.runs import Paragraph, Piece, reason_of_control
from drafter.importers.word.styles import Look, look_of

_EDGES = " \t\u00a0\u3000"
# A forced break inside a heading only sets it in two lines; beside a Chinese character it is nothing, else a space.
_BREAK_IN_HEADING = re.compile(r"(?<=[^\x00-\x7f])[ \t]*\n\s*|[ \t]*\n\s*(?=[^\x00-\x7f])")


@dataclass(slots=True)
class Blocks:
    """Reads a story (the body, a cell, a text box, a note) into lines."""

    reading: Reading
    lines: list[Line] = field(default_factory=list)
    #: Text whose paragraph mark was deleted in revision: it runs on into the next paragraph.
    _running_on: list[Piece] = field(default_factory=list)

    def read(self, story: Element) -> list[Line]:
        self._children(story)
        if self._running_on:
            self._emit(Paragraph(self.reading, Look(), self._running_on), None, Look())
        return self.lines

    def _children(self, element: Element) -> None:
        for block in element:
            name = kind(block)
            if name == "w:p":
                self._paragraph(block)
            elif name == "w:tbl":
                self._table(block)
            elif name == "w:sdt":
                self._control(block)
            elif name == "mc:AlternateContent":
                self._alternative(block)
            elif name in ("w:del", "w:moveFrom"):
                with self.reading.leaving("修订删除" if name == "w:del" else "修订移走"):
                    self._children(block)
            elif name == "w:altChunk":
                self.reading.embedded.append(attribute(block, "r:id") or "")
            elif name in _STRAY:
                self._stray(block)
            elif name and name not in _SILENT:
                self._children(block)

    def _alternative(self, block: Element) -> None:
        chosen = child(block, "mc:Choice")
        if chosen is None:
            chosen = child(block, "mc:Fallback")
        if chosen is not None:
            self._children(chosen)

    def _control(self, block: Element) -> None:
        content = child(block, "w:sdtContent")
        if content is not None:
            with self.reading.leaving(reason_of_control(block)):
                self._children(content)

    def _stray(self, block: Element) -> None:
        """Runs that stand outside any paragraph, as careless writers leave them."""
        paragraph = Paragraph(self.reading, Look())
        paragraph.read([block])
        self._emit(paragraph, None, Look())

    def _paragraph(self, block: Element) -> None:
        properties = child(block, "w:pPr")
        style = value(properties, "w:pStyle")
        look = look_of(properties).over(self.reading.styles.look(style))
        paragraph = Paragraph(self.reading, look, self._running_on)
        self._running_on = []
        with self.reading.leaving("目录" if look.contents else None):
            paragraph.read(block)
        mark = child(properties, "w:rPr")
        if child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None:
            self._running_on = paragraph.pieces
            self._boxes(paragraph)
            return
        self._emit(paragraph, style, look)

    def _emit(self, paragraph: Paragraph, style: str | None, look: Look) -> None:
        text = paragraph.text
        ordinal = self._ordinal(look, style, bool(text.strip()))
        level = look.level or 0
        if level or look.align == "center":
            text = _BREAK_IN_HEADING.sub("", text).replace("\n", " ")
        trace = self.reading.trace
        if trace is not None:
            trace.take(ordinal, paragraph.pieces)
        for place, piece in enumerate(part for part in text.split("\n") if part.strip(_EDGES + "\r")):
            said = ordinal if place == 0 else ""
            words = said + " ".join(piece.split("\t")).strip(_EDGES)
            if trace is not None:
                trace.begin(self.reading.paragraph, words)
            right = look.right or 0 if look.align == "right" else 0
            self.lines.append(Line(words, level, bool(said), look.align or "", paragraph.bold, self.reading.paragraph, right))
            self.reading.paragraph += 1
        self._boxes(paragraph)

    def _ordinal(self, look: Look, style: str | None, speaks: bool) -> str:
        """An empty paragraph counts all the same, for Word prints its ordinal; one that was deleted does not."""
        if self.reading.reason is not None:
            return ""
        ordinal = self.reading.numbering.ordinal(look.numbered, style)
        if ordinal is None or not speaks:
            return ""
        if ordinal.bullet:
            self.reading.bullets.append(ordinal.text)
            return ""
        return ordinal.text

    def _boxes(self, paragraph: Paragraph) -> None:
        for box in paragraph.boxes:
            self.lines.extend(Blocks(self.reading).read(box))

    def _table(self, block: Element) -> None:
        rows = [self._row(row) for row in _within(block, "w:tr")]
        self.lines.extend(table_lines(rows))

    def _row(self, row: Element) -> list[Cell]:
        properties = child(row, "w:trPr")
        with self.reading.leaving("修订删除" if child(properties, "w:del") is not None else None):
            return [self._cell(cell) for cell in _within(row, "w:tc")]

    def _cell(self, cell: Element) -> Cell:
        properties = child(cell, "w:tcPr")
        with self.reading.leaving("修订删除" if child(properties, "w:cellDel") is not None else None):
            return Blocks(self.reading).read(cell)


def _within(element: Element, name: str) -> list[Element]:
    """Rows of a table and cells of a row, also where a content control or other markup wraps them."""
    found = []
    for inner in element:
        if kind(inner) == name:
            found.append(inner)
        elif kind(inner) in _WRAPPERS:
            found.extend(_within(inner, name))
    return found


_WRAPPERS = frozenset(["w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo"])
_SILENT = frozenset(["w:sectPr", "w:tcPr", "w:sdtPr", "w:sdtEndPr", "w:customXmlPr", "w:smartTagPr", "w:tblPr", "w:tblGrid"])
_STRAY = frozenset(["w:r", "w:hyperlink", "w:fldSimple", "m:oMath", "m:oMathPara", "w:t"])
