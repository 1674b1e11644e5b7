"""The steps from a source to its outline, in order."""

from drafter.importers.outline import levels, parts
from drafter.importers.outline import tail as tails
from drafter.importers.outline.chrome import REPEATED
from drafter.importers.outline.chunks import without_chunks
from drafter.importers.outline.contents import without_contents
from drafter.importers.outline.defects import find_defects
from drafter.importers.outline.front import read_front
from drafter.importers.outline.furniture import physical_lines
from drafter.importers.outline.glued import split
from drafter.importers.outline.headings import Item, heading_text, read_items
from drafter.importers.outline.issued.annexes import take_annexes
from drafter.importers.outline.issued.head import take_head
from drafter.importers.outline.issued.imprint import take_imprint
from drafter.importers.outline.issued.notice import take_notice
from drafter.importers.outline.issued.seal import is_sealed
from drafter.importers.outline.loosening import loosen
from drafter.importers.outline.paragraph import Paragraph
from drafter.importers.outline.tail import read_tail
from drafter.importers.outline.wrapping import join
from drafter.importers.source import Source
from drafter.model.ordinals import even, read_ordinal
from drafter.model.outline import LeftOut, Outline, Row
from drafter.model.period import Period
from drafter.model.problem import Place, Problem
from drafter.model.text import fold
from drafter.model.words import Both


def recover(source: Source, period: Period | None = None) -> tuple[Outline, list[Problem]]:
    """The outline of a document, and what is wrong with the document. ``period``: what it reports on, where that is known;
    else the document is taken at its word.

    Every sign of the source that is not white space is in exactly one row or one entry of ``left_out``. At most one row
    has the role title. Cover rows stand where they stood, those after the body at the end.
    """
    lines, furniture = physical_lines(source.lines)
    head = take_head(lines)
    imprint = take_imprint(head.lines)
    joined, chunks = without_chunks(join(imprint.lines, source.wrapped))
    paragraphs, contents = without_contents(tails.loosen(loosen(split(joined))))
    notice = take_notice(paragraphs)
    annexes = take_annexes(notice.rest, [row.text for row in notice.rows if row.kind == "attachment"])
    paragraphs = annexes.rest
    front = read_front(paragraphs, [source.properties.get("title", "")])
    tail = read_tail(paragraphs, front.body)
    repeats = _repeats(paragraphs[front.body : tail.end], front.title)
    items = read_items([part for part in paragraphs[front.body : tail.end] if part not in repeats])
    first = next((index for index, item in enumerate(items) if item.mark is not None), _lead_length(items))
    lead, body = items[:first], items[first:]
    marks = [item.mark for item in body if item.mark is not None]
    depths = iter(levels.assign(marks))
    depth = [next(depths) if item.mark is not None else 0 for item in body]
    opening = " ".join(item.paragraph.text[:40] for item in [*lead[:2], *body[:1]])
    span = parts.own_span(front.title, even(opening))
    if period is not None:
        span = span._replace(year=period.year, first_half=span.first_half or period.part == "H1")
    parted = parts.assign(body, depth, span)
    rows = [
        *head.rows,
        *notice.rows,
        *front.rows,
        *(Row("lead", 0, "", item.paragraph.text) for item in lead),
        *(
            Row(item.role, level, part, item.paragraph.text, glued=item.paragraph.glued)
            for item, level, part in zip(body, depth, parted.parts, strict=True)
        ),
        *tail.rows,
        *annexes.rows,
        *imprint.rows,
    ]
    problems = find_defects(
        source.name, body, depth, [*_shown(paragraphs[: front.body], front.rows), *(item.paragraph for item in lead)]
    )
    problems += [_combined(source.name, body[index]) for index in parted.combined]
    return Outline(
        rows,
        [
            *source.left_out,
            *head.left_out,
            *notice.left_out,
            *front.left_out,
            *(LeftOut(part.text, REPEATED) for part in repeats),
            *contents,
            *chunks,
            *furniture,
            *tail.left_out,
            *imprint.left_out,
        ],
        is_sealed(source.lines),
    ), problems


def _shown(paragraphs: list[Paragraph], rows: list[Row]) -> list[Paragraph]:
    """The paragraphs of the front that became rows."""
    texts = {row.text for row in rows}
    return [paragraph for paragraph in paragraphs if paragraph.text in texts]


def _repeats(paragraphs: list[Paragraph], title: str) -> list[Paragraph]:
    """The title again, before the first numbered heading."""
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        if read_ordinal(paragraph.text[:60]) is not None:
            break
        if fold(paragraph.text) == fold(title):
            found.append(paragraph)
    return found


def _lead_length(items: list[Item]) -> int:
    """Without any heading, the first of several paragraphs is the lead."""
    return 1 if len(items) > 1 else len(items)


def _combined(name: str, item: Item) -> Problem:
    words = heading_text(item)
    return Problem(
        "combined-part",
        Both(f"一个标题里合写了两个部分：{words}", f"One heading names two parts: {words}"),
        Both("已按下文的写法分开；请核对哪些是问题、哪些是打算", "They were told apart by the text below; check which is which"),
        "info",
        Place(name, item.paragraph.number),
    )
