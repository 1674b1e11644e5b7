"""Remarks as comments in a Word document, each around the very words; the text and all other parts stay as they are."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.importers.clean import clean
from drafter.importers.source import Source
from drafter.importers.word.anchoring import Anchor, paragraph_of
from drafter.importers.word.body import Blocks
from drafter.importers.word.commenting import Thread
from drafter.importers.word.document import begin, body_of
from drafter.importers.word.names import Element, child, kind
from drafter.importers.word.package import Package
from drafter.importers.word.repacking import repacked
from drafter.importers.word.tracing import Spot, Trace


class Remark(NamedTuple):
    """``line``: the number of a ``Line`` as the reader gives it, None for the document as a whole; ``start``: characters of the
    line before ``words``, which may run on into the lines below. ``words`` is "" for all the rest of the line.
    """

    text: str
    line: int | None = None
    start: int = 0
    words: str = ""


class Signature(NamedTuple):
    """Who remarks, and when: ``date`` is ISO 8601, to the second."""

    author: str
    initials: str
    date: str


def annotate(name: str, data: bytes, remarks: Sequence[Remark], by: Signature) -> bytes:
    """The .docx with a comment for every remark. Comments that it has already stay. Raises ``Refused`` as reading does."""
    package = Package(name, data)
    body = body_of(package)
    trace = Trace()
    reading = begin(package)
    reading.trace = trace
    source = Source(name, lines=Blocks(reading).read(body))
    clean(source)
    texts = {line.number: line.text for line in source.lines if line.number is not None}
    thread = Thread(package, body)
    ids = [thread.add(remark.text, *by) for remark in remarks]
    spans = [_span(trace, texts, remark) for remark in remarks]
    _around_words(thread, Anchor(body), [(id_, span) for id_, span in zip(ids, spans, strict=True) if span])
    _around_paragraph(thread, body, [id_ for id_, span in zip(ids, spans, strict=True) if not span])
    return repacked(data, thread.parts())


class _Span(NamedTuple):
    """The first and the last sign of some words, by number and by place."""

    first: int
    last: int
    begin: Spot
    end: Spot


def _span(trace: Trace, texts: dict[int, str], remark: Remark) -> _Span | None:
    """What a remark is about; None where that stands nowhere in the text."""
    text = texts.get(remark.line or 0, "")
    signs = trace.follow(remark.line or 0, text[: remark.start], remark.words or text[remark.start :])
    # An ordinal that Word counts stands in no element: what is near it has the comment then.
    placed = list(_placed(trace, signs)) or list(_placed(trace, _near(trace, signs)))[:1]
    return _Span(placed[0][0], placed[-1][0], placed[0][1], placed[-1][1]) if placed else None


def _placed(trace: Trace, signs: Sequence[int]) -> Iterator[tuple[int, Spot]]:
    for sign in signs:
        spot = trace.spot(sign)
        if spot is not None and paragraph_of(spot.element) is not None:
            yield sign, spot


def _near(trace: Trace, signs: Sequence[int]) -> Sequence[int]:
    return range(signs[-1] + 1, min(signs[-1] + _NEAR, trace.length)) if signs else ()


_NEAR = 20


def _around_words(thread: Thread, anchor: Anchor, spans: list[tuple[str, _Span]]) -> None:
    """From the end of the text backwards; what ends at a place goes before what begins there."""
    marks = [(span.first, 0, place, span.begin, id_) for place, (id_, span) in enumerate(spans)]
    marks += [(span.last, 1, place, span.end, id_) for place, (id_, span) in enumerate(spans)]
    for _, is_end, _, spot, id_ in sorted(marks, key=lambda mark: mark[:3], reverse=True):
        if is_end:
            anchor.behind(spot, thread.end(id_))
        else:
            anchor.before(spot, thread.begin(id_))


def _around_paragraph(thread: Thread, body: Element, ids: list[str]) -> None:
    """What is about the document as a whole goes to its first paragraph; a document without one gets an empty one."""
    if not ids:
        return
    first = next((found for found in body.iter() if kind(found) == "w:p"), None)
    if first is None:
        first = body.makeelement(thread.w("p"))
        body.insert(0, first)
    properties = child(first, "w:pPr")
    place = 0 if properties is None else first.index(properties) + 1
    for id_ in reversed(ids):
        for mark in thread.begin(id_):
            first.insert(place, mark)
    for id_ in ids:
        first.extend(thread.end(id_))
