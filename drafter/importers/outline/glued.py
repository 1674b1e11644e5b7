"""Paragraphs that were glued into one line, cut apart again.

A cut is made before an ordinal that continues a list or begins one whose second item follows, at the end of a sentence, at
a gap, or after a heading; and at gaps as wide as those before the ordinals. 一是 … 二是 … inside a paragraph stays there.
"""

import itertools
import re
from collections import Counter
from typing import NamedTuple

from drafter.importers.outline.chrome import is_chrome
from drafter.importers.outline.paragraph import Paragraph
from drafter.importers.outline.signs import GAP, balanced, ends_clause, ends_sentence, length, sentence_end
from drafter.model.ordinals import Ordinal, read_ordinal

_WINDOW = 48
_CANDIDATE = re.compile(
    r"(?<=[。！？；：!?;:…”』」）)》\s.．])(?<!\d[.．])(?=[第其（(〔［\[①-⑳⑴-⒛㈠-㈩〇零一二三四五六七八九十百\d])|(?<=\S)(?=[（(][一1１][)）])"
    r"|(?<=[\u4e00-\u9fff])(?=[一1][、.．]|二、)"
)
_HEADING_LENGTH = 60
_LONG = 400


class _Spot(NamedTuple):
    """An ordinal inside a paragraph: where, which, the width of the gap before it, whether a sentence ends there."""

    at: int
    ordinal: Ordinal
    gap: int
    ended: bool


class _Piece(NamedTuple):
    """A paragraph cut out, and the usual gap of the line that it came from (0: not glued)."""

    paragraph: Paragraph
    usual: int


def split(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The same text, in as many paragraphs as it has items."""
    pieces: list[_Piece] = []
    last: dict[str, int] = {}
    owns = [read_ordinal(paragraph.text[:_WINDOW]) for paragraph in paragraphs]
    inside = [_spots(paragraph) for paragraph in paragraphs]
    later = _second_families(owns, inside)
    for paragraph, own, spots in zip(paragraphs, owns, inside, strict=True):
        if own is not None:
            last[own.family] = own.number
        pieces += _items(paragraph, own, spots, last, later)
    return _without_run_on_headings(pieces)


def _second_families(owns: list[Ordinal | None], inside: list[list[_Spot]]) -> set[str]:
    """The families of which a second item begins anywhere: a paragraph, or a sentence after a gap."""
    found = {own.family for own in owns if own is not None and own.number == 2}
    return found | {spot.ordinal.family for spots in inside for spot in spots if spot.ordinal.number == 2 and spot.ended}


def _cut(paragraph: Paragraph, cuts: list[int]) -> list[Paragraph]:
    text = paragraph.text
    edges = [0, *cuts, len(text)]
    parts = [(text[one:other].strip(), _tight(text, one) if one else paragraph.glued) for one, other in itertools.pairwise(edges)]
    return [paragraph._replace(text=part, level=0, glued=glued) for part, glued in parts if part]


def _tight(text: str, at: int) -> bool:
    """Whether no more than a space stands before."""
    return not text[at - 2 : at].isspace()


def _items(paragraph: Paragraph, own: Ordinal | None, spots: list[_Spot], last: dict[str, int], later: set[str]) -> list[_Piece]:
    """The items that one paragraph holds."""
    text = paragraph.text
    items = _item_cuts(text, own, spots, last, later) if spots else []
    usual = _usual_gap(text, [spot.gap for spot in items])
    starts = {spot.at for spot in items}
    if usual:
        starts |= _gap_cuts(text, usual)
    if usual > 1 and own is None and items:
        starts |= {found.end() for found in GAP.finditer(text, 1, items[0].at) if found.end() - found.start() >= usual}
    if not starts:
        return [_Piece(paragraph, usual)]
    return [_Piece(part, usual) for part in _cut(paragraph, sorted(starts))]


def _spots(paragraph: Paragraph) -> list[_Spot]:
    text = paragraph.text
    spots: list[_Spot] = []
    if len(text) < 24 or paragraph.level or is_chrome(text):
        return spots
    for found in _CANDIDATE.finditer(text, 1):
        at = found.start()
        ordinal = read_ordinal(text[at : at + _WINDOW])
        if ordinal is None:
            continue
        before = at
        while before and text[before - 1].isspace():
            before -= 1
        if ordinal.sample == "1 " and at - before < 2:
            continue
        spots.append(_Spot(at, ordinal, at - before, ends_sentence(text[max(0, before - 8) : before])))
    return spots


def _item_cuts(text: str, own: Ordinal | None, spots: list[_Spot], last: dict[str, int], later: set[str]) -> list[_Spot]:
    """The ordinals that begin an item of their own.

    ``last`` knows the number that each family has reached, ``later`` the families that count on somewhere.
    """
    seconds = _has_second(spots)
    points = [spot for spot in spots if spot.ordinal.is_point]
    set_apart = bool(points) and all(spot.gap and (spot.ended or spot.ordinal.number == 1) for spot in points)
    cuts: list[_Spot] = []
    start, heading = 0, own
    for index, spot in enumerate(spots):
        under = heading if heading is not None and _is_open(text, start, spot.at) else None
        if spot.ordinal.is_point:
            wanted = set_apart and (spot.ended or under is not None)
        elif spot.ordinal.number == 1:
            wanted = _begins(text, spot, under, index in seconds, later)
        else:
            expected = last.get(spot.ordinal.family, 0) + 1
            wanted = spot.ordinal.number == expected and (spot.ended or spot.gap > 0 or under is not None)
        if wanted:
            cuts.append(spot)
            start, heading = spot.at, None if spot.ordinal.is_point else spot.ordinal
            if heading is not None:
                last[heading.family] = heading.number
    return cuts


def _is_open(text: str, start: int, end: int) -> bool:
    """Whether the item that begins at ``start`` is still a heading at ``end``: short, and no sentence has ended."""
    return end - start < _HEADING_LENGTH and sentence_end(text[start:end], 4) < 0


def _begins(text: str, spot: _Spot, under: Ordinal | None, second: bool, later: set[str]) -> bool:
    """Whether a first item begins a list here. ``under``: the heading right before it; ``second``: number two follows."""
    second = second or (spot.ended and spot.gap > 0 and spot.ordinal.family in later)
    family = spot.ordinal.family
    if under is not None and (spot.gap > 0 or (second and family != under.family)):
        return True
    if second and family == "一、" and text[spot.at - 1] in "：:":
        return True
    return second and (spot.ended or spot.gap > 0)


def _has_second(spots: list[_Spot]) -> set[int]:
    """Indexes of the first items that a second item follows in the same paragraph."""
    found: set[int] = set()
    second: set[str] = set()
    for index in range(len(spots) - 1, -1, -1):
        ordinal, bounded = spots[index].ordinal, spots[index].ended or spots[index].gap > 0
        if ordinal.number == 2 and bounded:
            second.add(ordinal.family)
        elif ordinal.number == 1 and ordinal.family in second:
            found.add(index)
            second.discard(ordinal.family)
    return found


def _usual_gap(text: str, gaps: list[int]) -> int:
    """The width of the gap between glued paragraphs; 0 where the text is not glued."""
    wide = Counter(gap for gap in gaps if gap)
    if wide:
        return wide.most_common(1)[0][0]
    if len(text) < _LONG:
        return 0
    ended = Counter(found.end() - found.start() for found in GAP.finditer(text) if _ended_before(text, found.start()))
    common = ended.most_common(1)
    return common[0][0] if common and common[0][0] > 1 else 0


def _gap_cuts(text: str, usual: int) -> set[int]:
    """Gaps as wide as the usual one after a finished sentence."""
    return {
        found.end()
        for found in GAP.finditer(text)
        if found.start() and found.end() - found.start() >= usual and _ended_before(text, found.start())
    }


def _ended_before(text: str, end: int) -> bool:
    return ends_sentence(text[max(0, end - 8) : end])


def _without_run_on_headings(pieces: list[_Piece]) -> list[Paragraph]:
    """Numbered headings cut off the running text that follows them after a gap, where the list as a whole does so.

    A list whose other items are sentences has no heading to cut off: the gap is a slip of the typist.
    """
    gaps = [_heading_gap(piece) for piece in pieces]
    cut = {index for items in _lists(pieces) for index in _agreed(items, gaps)}
    result: list[Paragraph] = []
    for index, piece in enumerate(pieces):
        gap = gaps[index]
        result += _cut(piece.paragraph, [gap]) if index in cut and gap else [piece.paragraph]
    return result


def _agreed(indexes: list[int], gaps: list[int | None]) -> list[int]:
    """Those items of a list that may be cut: at least half of the list are headings of their own too."""
    headed = sum(gaps[index] is not None for index in indexes)
    return [index for index in indexes if gaps[index]] if 2 * headed >= len(indexes) else []


def _lists(pieces: list[_Piece]) -> list[list[int]]:
    """Indexes of the items of each list: one scheme, the numbers rising."""
    lists: list[list[int]] = []
    open_lists: dict[str, tuple[int, list[int]]] = {}
    for index, piece in enumerate(pieces):
        ordinal = read_ordinal(piece.paragraph.text[:_WINDOW])
        if ordinal is None or ordinal.is_point or piece.paragraph.level:
            continue
        number, items = open_lists.get(ordinal.family, (0, []))
        if not items or ordinal.number <= number:
            items = []
            lists.append(items)
        items.append(index)
        open_lists[ordinal.family] = ordinal.number, items
    return lists


def _heading_gap(piece: _Piece) -> int | None:
    """Where running text begins after a heading and a gap; 0 if all is heading; None if a sentence ends before any gap."""
    text = piece.paragraph.text
    ordinal = read_ordinal(text[:_WINDOW])
    if ordinal is None:
        return None
    head = text[: 2 * _HEADING_LENGTH]
    start = len(text[:_WINDOW]) - len(ordinal.rest)
    for found in GAP.finditer(head, 4):
        before = head[: found.start()]
        if sentence_end(before, 4) >= 0:
            return None
        after = text[found.end() : found.end() + _LONG]
        wide = found.end() - found.start() >= (piece.usual or 2)
        words = before[start:]
        if wide and length(words) > 1 and balanced(words) and length(after[:80]) > 12 and _is_text(after):
            return found.end()
    return None if sentence_end(head, 4) >= 0 or len(text) > len(head) else 0


def _is_text(after: str) -> bool:
    return sentence_end(after) > 0 or ends_clause(after)
