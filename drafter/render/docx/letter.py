"""A Word file of the bureau's own filled for one report: its fields say the report's words, and the report stands in its place.

Where the place is ``{{ 正文 }}``, what the file says by fields of its own (标题, 文号 …) is not printed again.
"""

import re
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from drafter.model.block import Block, text_of
from drafter.model.problem import Place, Problem, Refused
from drafter.model.text import forbidden
from drafter.model.words import Both
from drafter.render.docx.body import STYLE_NAMES
from drafter.render.docx.doubted import Doubts, Marker, can_comment, doubted, doubts_in, name_of, runs
from drafter.render.docx.fields import Change, Field, Paragraph, changes, spliced, told, told_apart
from drafter.render.docx.inset import inset
from drafter.render.docx.letterhead import Letterhead, Sheet
from drafter.render.docx.package import lay_out, packed, zipped
from drafter.render.docx.place import Filled, is_place, where
from drafter.render.docx.values import Values, bare
from drafter.render.docx.writer import core_xml
from drafter.render.marking import Marks
from drafter.render.properties import Properties, refused

#: Kinds of blocks that the file has never said already.
_NEVER_SAID = frozenset({"heading", "table", "break"})
#: What a paragraph without a word may be there for.
_HOLDS = re.compile(rb"<w:(?:sectPr|drawing|pict|object|br|bookmarkStart|bookmarkEnd|fldChar|commentRange)\b|<w:pageBreakBefore")
#: Fields of the report → the blocks that its templates make of them.
_KINDS = {"文号": "number", "标题": "title", "主送": "addressees", "署名": "signature", "成文日期": "date"}
#: Names of styles as a Chinese Word shows them.
_CALLED = {"title": "标题", "signature": "签名", "date": "日期", "caption": "题注"}


class Letter(NamedTuple):
    """A file and the words of the report that goes into it; ``doubts``: which of its fields a draft marks."""

    head: Letterhead
    values: Values
    doubts: Doubts = MappingProxyType({})

    def faults(self) -> list[Problem]:
        return faults((self.head.main, *self.head.others), self.values, self.head.file)

    def left(self, blocks: Iterable[Block]) -> list[Block]:
        """What of ``blocks`` stands in the place. 正文: what no field says that has a paragraph to itself. A notice's words and
        the report's are told apart.
        """
        return self._parted(blocks)[0]

    def _parted(self, blocks: Iterable[Block]) -> tuple[list[Block], list[Block]]:
        """What stands in the place, and what the file says instead."""
        if self.head.whole:
            return list(blocks), []
        alone = ((fields[0], paragraph.text) for paragraph, fields in self.head.main.paragraphs if len(fields) == 1)
        named = [field for field, text in alone if text.strip() == field.words]
        own = self.values.own([field for field in named if field.name != "通知"])
        notice = self.values.own([field for field in named if field.name == "通知"])
        said = notice if self.values.report.notice else own
        left: list[Block] = []
        gone: list[Block] = []
        for block in blocks:
            stays = block.fact is not None or block.kind in _NEVER_SAID or bare(block.text) not in said
            (left if stays else gone).append(block)
            if block.kind == "break":
                said = own
        return left, gone

    def doubted(self, blocks: Iterable[Block], marks: Marks) -> list[Block]:
        """The fields that a draft marks, as blocks to stand before the others: those of figures and texts in ``marks``, and those that
        say what in ``blocks`` is marked or has notes.
        """
        gone = {bare(block.text): block.runs for block in self._parted(blocks)[1]}
        sheets = (self.head.main, *self.head.others)
        everywhere = [filled for sheet in sheets for filled in sheet.paragraphs]
        said = {
            name_of(field): [run for line in self.values.lines(field) for run in gone.get(line, ())]
            for _, fields in everywhere
            for field in fields
        }
        return doubted(everywhere, marks, said, [filled for filled in self.head.main.paragraphs if can_comment(filled[0])])

    def marking(self, fields: Iterable[Block]) -> "Letter":
        """With the fields marked that :meth:`doubted` found."""
        return self._replace(doubts=doubts_in(fields)[0])

    def whole(self, blocks: Iterable[Block]) -> list[Block]:
        """What the document says in reading order: ``blocks`` between the file's own paragraphs.

        Raises Refused for a field that says nothing of this report.
        """
        faults = self.faults()
        if faults:
            raise Refused(faults, 3)
        before: list[Filled] = []
        after: list[Filled] = []
        for paragraph, fields in self.head.main.paragraphs:
            if not paragraph.copy and paragraph is not self.head.place:
                (before if paragraph.start < self.head.place.start else after).append((paragraph, fields))
        return [*_said(before, self), *self.left(blocks), *_said(after, self)]

    def docx(self, blocks: Sequence[Block], properties: Properties) -> bytes:
        """The document; the same facts always give the same bytes. Raises Refused as ``whole``, and for what none can hold.

        ``blocks`` may begin with those of :meth:`doubted`.
        """
        doubts, blocks = doubts_in(blocks)
        said = self.whole(blocks)
        beside = [
            told(paragraph, fields, self.values.words)
            for sheet in self.head.others
            for paragraph, fields in sheet.paragraphs
            if fields
        ]
        if forbidden(text_of(said)) or forbidden("".join((*beside, *properties))):
            raise refused(said, (*beside, *properties))
        head, left = self.head, self.left(blocks)
        marker = Marker(doubts)
        others = [packed(sheet.name, spliced(sheet.data, self.changes(sheet, marker))) for sheet in head.others]
        known = {part.name: part for part in (*head.parts, *others)}
        put, added = inset(head, left, lambda name: known[name].inflated() if name in known else b"")
        parts = [
            packed(head.core, core_xml(properties).encode()),
            *others,
            packed(head.main.name, spliced(head.main.data, [*self.changes(head.main, marker), *put])),
        ]
        if any(block.kind == "chart" for block in left):
            from drafter.render.docx.chart import additions

            added = [*added, *additions(left)]
        if added:
            from drafter.render.docx.additions import with_additions

            return zipped(lay_out((*with_additions(head.parts, head.main.name, added), *parts)))
        return zipped(lay_out(parts, head.copied))

    def changes(self, sheet: Sheet, marker: Marker) -> list[Change]:
        """What to put for which bytes. A paragraph of the body that fields have left without a word is none."""
        made: list[Change] = []
        for paragraph, fields in sheet.paragraphs:
            if not fields:
                continue
            said = told(paragraph, fields, self.values.words)
            if paragraph.top and not said.strip() and not _HOLDS.search(sheet.data, paragraph.start, paragraph.end):
                made.append((paragraph.start, paragraph.end, b""))
            else:
                made += changes(paragraph, fields, partial(self._written, sheet, marker, paragraph))
        return made

    def _written(self, sheet: Sheet, marker: Marker, paragraph: Paragraph, field: Field, at: int) -> str:
        return marker.written(sheet.data, at, paragraph, field, self.values.words(field), sheet is self.head.main)

    def lacks(self, blocks: Iterable[Block]) -> list[Problem]:
        """The styles that ``blocks`` need and the file had not."""
        used = {
            f"heading {block.level}" if block.kind == "heading" else STYLE_NAMES.get(block.kind, "")
            for block in self.left(blocks)
        }
        added = "、".join(_CALLED.get(name, name.replace("heading", "标题")) for name in self.head.lacks if name in used)
        if not added:
            return []
        return [
            Problem(
                "base-style-added",
                Both(f"文件里没有这些样式，已补上：{added}。", f"The file had no such styles; they were added: {added}."),
                Both(
                    "要用自己的样子，就在文件里建同名的样式。", "For a look of your own, make styles of these names in the file."
                ),
                severity="info",
                place=Place(self.head.file),
            )
        ]


def faults(sheets: Iterable[Sheet], values: Values, file: str) -> list[Problem]:
    """The fields that cannot say anything of the report, one each place."""
    found = []
    for sheet in sheets:
        for paragraph, fields in sheet.paragraphs:
            unsaid = [] if paragraph.copy else [field for field in fields if not is_place(field) and values.say(field) is None]
            found += [values.problem(field, where(sheet.name, paragraph), file) for field in unsaid]
    return found


def _said(paragraphs: list[Filled], letter: Letter) -> list[Block]:
    """Paragraphs as blocks; those of one table as its rows."""
    blocks: list[Block] = []
    for table, group in groupby(paragraphs, lambda one: one[0].cell and one[0].cell[0]):
        words = letter.values.words
        if table is None:
            for paragraph, fields in group:
                said = runs(told_apart(paragraph, fields, words), letter.doubts)
                if any(run.text.strip() for run in said):
                    blocks.append(Block(_kind(paragraph, fields), said))
        else:
            blocks += _table([(paragraph.cell, told(paragraph, fields, words)) for paragraph, fields in group])
    return blocks


def _kind(paragraph: Paragraph, fields: Sequence[Field]) -> str:
    """What a paragraph is that says one field: a page on screen shows it as such."""
    alone = fields[0].name if len(fields) == 1 and paragraph.text.strip() == fields[0].words else ""
    return _KINDS.get(alone, "paragraph")


def _table(texts: list[tuple[tuple[int, int, int] | None, str]]) -> list[Block]:
    rows: dict[int, dict[int, list[str]]] = {}
    for cell, text in texts:
        if cell:
            said = rows.setdefault(cell[1], {}).setdefault(cell[2], [])
            said += [text] if text.strip() else []
    cells = tuple(tuple("\n".join(said) for said in row.values()) for row in rows.values())
    return [Block("table", rows=cells)] if any(any(row) for row in cells) else []
