"""Paragraphs that were glued into one line, cut apart again.

A cut is made before an ordinal that continues a list or begins one whose second item follows, at the end of a sentence, at
a gap, or after a heading; and at gaps as wide as those before the ordinals. 一是 … 二是 … inside a paragraph stays there.
"""

import itertools
import re
from collections import Counter
from typing import NamedTuple

from drafter.importers.ordinals import Ordinal, read_ordinal
from drafter.importers.outline.chrome import is_chrome
from drafter.importers.outline.paragraph import Paragraph
from drafter.importers.outline.signs import GAP, balanced, ends_clause, ends_sentence, length, sentence_end

_WINDOW = 48
_CANDIDATE = re.compile(
    r"(?<=[。！？；：!?;:…”』」）)》\s.．])(?=[第其（(〔［\[①-⑳⑴-⒛㈠-㈩〇零一二三四五六七八九十百\d])|(?<=\S)(?=[（(][一1][)）])"
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


def split(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The same text, in as many paragraphs as it has items."""
    result: list[Paragraph] = []
    last: dict[str, int] = {}
    for index, paragraph in enumerate(paragraphs):
        following = read_ordinal(paragraphs[index + 1].text[:_WINDOW]) if index + 1 < len(paragraphs) else None
        own = read_ordinal(paragraph.text[:_WINDOW])
        if own is not None:
            last[own.family] = own.number
        result += _pieces(paragraph, own, following, last)
    return result


def _pieces(paragraph: Paragraph, own: Ordinal | None, following: Ordinal | None, last: dict[str, int]) -> list[Paragraph]:
    text = paragraph.text
    if len(text) < 24 or paragraph.level or is_chrome(text):
        return [paragraph]
    spots = _spots(text)
    cuts = _item_cuts(text, own, spots, following, last) if spots else []
    usual = _usual_gap(text, [spot.gap for spot in cuts])
    starts = {spot.at for spot in cuts}
    if usual:
        starts |= _gap_cuts(text, sorted(starts), usual)
    starts |= _heading_cuts(text, sorted(starts), usual)
    if not starts:
        return [paragraph]
    edges = [0, *sorted(starts), len(text)]
    parts = [text[one:other].strip() for one, other in itertools.pairwise(edges)]
    return [Paragraph(part, paragraph.number, 0, paragraph.align, paragraph.bold) for part in parts if part]


def _spots(text: str) -> list[_Spot]:
    spots: list[_Spot] = []
    for found in _CANDIDATE.finditer(text, 1):
        at = found.start()
        if spots and spots[-1].at == at:
            continue
        ordinal = read_ordinal(text[at : at + _WINDOW])
        if ordinal is None:
            continue
        before = at
        while before and text[before - 1].isspace():
            before -= 1
        spots.append(_Spot(at, ordinal, at - before, ends_sentence(text[max(0, before - 8) : before])))
    return spots


def _item_cuts(
    text: str, own: Ordinal | None, spots: list[_Spot], following: Ordinal | None, last: dict[str, int]
) -> list[_Spot]:
    """The ordinals that begin an item of their own. ``last`` knows the number that each family has reached."""
    seconds = _has_second(spots, following)
    points = [spot for spot in spots if spot.ordinal.is_point]
    split_points = bool(points) and all(spot.gap and spot.ended for spot in points)
    cuts: list[_Spot] = []
    start, heading = 0, own
    for index, spot in enumerate(spots):
        ordinal = spot.ordinal
        if ordinal.is_point:
            if split_points:
                cuts.append(spot)
                start, heading = spot.at, None
            continue
        open_heading = heading is not None and spot.at - start < _HEADING_LENGTH and sentence_end(text[start : spot.at], 4) < 0
        if ordinal.number == 1:
            wanted = index in seconds or (open_heading and spot.gap > 0)
            wanted = wanted and (spot.ended or spot.gap > 0 or (open_heading and ordinal.family != (heading and heading.family)))
            wanted = wanted or (index in seconds and ordinal.family == "一、" and text[spot.at - 1] in "：:")
        else:
            wanted = ordinal.number == last.get(ordinal.family, 0) + 1 and (spot.ended or spot.gap > 0 or open_heading)
        if wanted:
            cuts.append(spot)
            last[ordinal.family] = ordinal.number
            start, heading = spot.at, ordinal
    return cuts


def _has_second(spots: list[_Spot], following: Ordinal | None) -> set[int]:
    """Indexes of the first items that a second item follows, here or at the start of the next paragraph."""
    found: set[int] = set()
    second: set[str] = {following.family} if following is not None and following.number == 2 else set()
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
    ended = Counter(
        found.end() - found.start()
        for found in GAP.finditer(text)
        if ends_sentence(text[max(0, found.start() - 8) : found.start()])
    )
    common = ended.most_common(1)
    return common[0][0] if common and common[0][0] > 1 else 0


def _gap_cuts(text: str, starts: list[int], usual: int) -> set[int]:
    """Gaps as wide as the usual one after a finished sentence."""
    return {
        found.end()
        for found in GAP.finditer(text)
        if found.start()
        and found.end() - found.start() >= usual
        and ends_sentence(text[max(0, found.start() - 8) : found.start()])
    }


def _heading_cuts(text: str, starts: list[int], usual: int) -> set[int]:
    """Gaps between a numbered heading and the running text after it.

    Where single spaces are all there is, the list must agree: items that are sentences have no heading to cut off.
    """
    edges = [0, *starts, len(text)]
    gaps: list[tuple[str, int | None]] = []
    for one, other in itertools.pairwise(edges):
        ordinal = read_ordinal(text[one : one + _WINDOW])
        if ordinal is not None and not ordinal.is_point:
            gaps.append((ordinal.family, _heading_gap(text, one, other, max(2, usual) if usual != 1 else 1)))
    cuts: set[int] = set()
    for index, (family, gap) in enumerate(gaps):
        if gap is None:
            continue
        near = [cut for other, cut in gaps[max(0, index - 8) : index + 9] if other == family]
        if usual != 1 or 2 * sum(1 for cut in near if cut is not None) > len(near):
            cuts.add(gap)
    return cuts


def _heading_gap(text: str, one: int, other: int, width: int) -> int | None:
    """The end of the gap after the heading that begins at ``one``; None if a sentence ends first or no text follows."""
    head = text[one : min(other, one + 2 * _HEADING_LENGTH)]
    ordinal = read_ordinal(head[:_WINDOW])
    skip = len(head) - len(head.lstrip()) + 4
    for found in GAP.finditer(head, skip):
        before = head[: found.start()]
        if sentence_end(before, 4) >= 0 or ordinal is None:
            return None
        after = text[one + found.end() : min(other, one + found.end() + _LONG)]
        wide = found.end() - found.start() >= width
        if (
            wide
            and length(before) > 5
            and balanced(before)
            and length(after[:80]) > 12
            and (sentence_end(after) > 0 or ends_clause(after))
        ):
            return one + found.end()
    return None
