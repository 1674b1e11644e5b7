"""From a report, or the outline of a foreign document, to its manuscript; and from its places back to what is written."""

from collections.abc import Iterator

from drafter.checks.manuscript import Manuscript, Paragraph
from drafter.model.fact import Fact, walk
from drafter.model.fields import fields_of
from drafter.model.lexicon import NO_LEXICON, Lexicon
from drafter.model.outline import PART_WORDS, Outline
from drafter.model.period import Period
from drafter.model.printing import Figures, resolved, said
from drafter.model.reference import pieces, references
from drafter.model.report import Report
from drafter.model.style import OWN_LINE, PARTS, RUN_IN, Layout, Style, heading_text


def of_report(report: Report, layout: Layout, lexicon: Lexicon = NO_LEXICON) -> Manuscript:
    """The report as it prints, part by part in the order of its layout; ordinals, which are counted then, are left out."""
    reading = _Reading(report, layout)
    return Manuscript(list(reading.paragraphs()), report.period, lexicon=lexicon, parts=reading.style.order or PARTS)


def of_outline(outline: Outline, period: Period | None, lexicon: Lexicon = NO_LEXICON) -> Manuscript:
    """A foreign document, its paragraphs as they stand."""
    rows = [
        Paragraph(row.text, row.role, row.level, PART_WORDS.get(row.part, ""), row.kind, glued=row.glued) for row in outline.rows
    ]
    residue = [Paragraph(left.text, "residue", kind=left.reason) for left in outline.left_out]
    return Manuscript(rows, period, residue=residue, foreign=True, lexicon=lexicon)


def beside(report: Report, lexicon: Lexicon = NO_LEXICON) -> Iterator[tuple[Manuscript, tuple[str, ...]]]:
    """What stands beside the text, with the families of rules that read it: the annexes, then all tables and charts, a row a
    paragraph.

    It is apart from the report, since it counts for itself and says again what the report says: only such rules read it as
    need no more than the words. Cells have marks of their own: 同比(%), 1-11月.
    """
    for paragraphs, families in ((_annexes(report), ("marks", "wording")), (_exhibits(report), ("wording",))):
        if found := list(paragraphs):
            yield Manuscript(found, report.period, lexicon=lexicon, parts=()), families


#: With a kind, a paragraph is not held to end as one of the report: many an annex is a list.
_ANNEX = Paragraph("", kind="annex")


def _annexes(report: Report) -> Iterator[Paragraph]:
    figures: Figures = {figure.id: figure for figure in report.figures}
    for annex in report.annexes:
        blank = _ANNEX._replace(record=annex, stale=report.stale)
        yield from _lines(annex.title, blank._replace(role="cover", word="标题"), figures)
        yield from _lines(annex.text, blank._replace(word="正文"), figures)


def _exhibits(report: Report) -> Iterator[Paragraph]:
    figures: Figures = {figure.id: figure for figure in report.figures}
    held = list(report.exhibits())
    stale = {fact.id or path for _, path, fact in report.facts() if fact.stale} if held else set()
    for exhibit, key in held:
        blank = _ANNEX._replace(role="table", record=exhibit, fact=key, stale=key in stale if key else report.stale)
        for field in fields_of(type(exhibit)).values():
            if field.refers:
                yield from _lines(getattr(exhibit, field.name), blank._replace(word=field.word), figures)


def _lines(value: str, blank: Paragraph, figures: Figures) -> Iterator[Paragraph]:
    """A field as it prints, a paragraph a line."""
    offset = 0
    for line in resolved(value, figures).split("\n"):
        if line.strip():
            yield blank._replace(text=line, written=value, offset=offset)
        offset += len(line) + 1


class _Reading:
    """One pass over a report."""

    def __init__(self, report: Report, layout: Layout) -> None:
        self.report = report
        self.style = (report.style or Style()).over(layout.style)
        self.figures: Figures = {figure.id: figure for figure in report.figures}

    def paragraphs(self) -> Iterator[Paragraph]:
        report, notice = self.report, self.report.notice
        if notice:
            for word, value in (("标题", notice.title), ("正文", notice.text)):
                yield from self.field(value, Paragraph("", "cover", kind=_KINDS[word], record=notice, above=("通知",), word=word))
        front = Paragraph("", record=report, stale=report.stale)
        yield from self.field(report.title, front._replace(role="title", word="标题"))
        yield from self.field(report.lead, front._replace(role="lead", word="导语"))
        for part in self.style.order or PARTS:
            yield from self.part(part)

    def part(self, part: str) -> Iterator[Paragraph]:
        own = self.style.part(part)
        level = own.level or 1
        title = heading_text(own.title, self.report.period)
        facts = self.report.part(part)
        if title and facts:
            heading = Paragraph(title, "heading", level, part, above=("体例", part))
            set_here = self.report.style.part(part) if self.report.style else None
            # A heading that the layout has, or that names {期间}, is not written in this report as it prints.
            if set_here is not None and set_here.title == title:
                heading = heading._replace(record=set_here, word="标题", written=title)
            yield heading
            level += 1
        for own_part, path, fact in walk(facts, part):
            yield from self.fact(own_part, path, fact, level + path.count("/") - 1)

    def fact(self, part: str, path: str, fact: Fact, level: int) -> Iterator[Paragraph]:
        blank = Paragraph("", part=part, record=fact, fact=fact.id or path, stale=fact.stale)
        if fact.title:
            way = fact.heading or self.style.part(part).list(level).heading
            role = "heading" if way == OWN_LINE or (way != RUN_IN and not fact.text) else "run-in"
            yield from self.field(fact.title, blank._replace(role=role, level=level, word="标题"))
        role = "para" if fact.title or not fact.numbered else "point"
        yield from self.field(fact.text, blank._replace(role=role, word="正文"))

    def field(self, value: str, blank: Paragraph) -> Iterator[Paragraph]:
        return _lines(value, blank, self.figures)


_KINDS = {"标题": "title", "正文": "text"}


def written(value: str, start: int, end: int, figures: Figures) -> tuple[int, int] | None:
    """Where in the field ``value``, as it is written, that stands which it prints from ``start`` to ``end``. None where all of
    it is what references print: not the text is to blame then, but the figure.
    """
    if "{{" not in value:
        return start, end
    first: int | None = None
    last = printed = at = 0
    for piece in pieces(value):
        if isinstance(piece, str):
            at += 0 if value.startswith(piece, at) else 1  # the backslash that keeps braces
            low, high = max(start, printed), min(end, printed + len(piece))
            if low < high:
                first = at + low - printed if first is None else first
                last = at + high - printed
            printed, at = printed + len(piece), at + len(piece)
        else:
            printed, at = printed + len(said(piece, value, figures)), piece.end
    return None if first is None else (first, last)


def literal(value: str, start: int, end: int) -> bool:
    """Whether no reference stands in this part of a field as it is written, so that it may be rewritten."""
    return "{{" not in value or not references(value[start:end])
