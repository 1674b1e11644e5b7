"""Physical lines back into paragraphs.

A text file may be wrapped at any width, by signs or by columns, with indents, blank lines or neither to tell paragraphs
apart. The width is taken from the lines themselves: in a wrapped text most lines of full width break off mid-sentence.
"""

import itertools
import re
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from drafter.importers.outline.chrome import LABEL, is_chrome
from drafter.importers.outline.covers import is_addressees, is_body_name, is_date, is_number, is_title
from drafter.importers.outline.paragraph import Paragraph, Physical
from drafter.importers.outline.signs import (
    columns,
    ends_clause,
    ends_sentence,
    is_prose,
    sentence_end,
    typeset,
    wide_columns,
)
from drafter.model.numbering import chinese
from drafter.model.ordinals import Ordinal, read_ordinal

#: Wider lines than this are whole paragraphs: no one wraps so late.
_WIDEST = 200
#: So many lines at most does one point run over.
_LOOK_AHEAD = 30
#: So far down at most does a title stand.
_FRONT_LINES = 40
#: No paragraph begins with one of these.
_CLOSING = "，。；：、！？）》”’】〕…,.;:!?)]%％"
_WORD = re.compile(r"[A-Za-z0-9.%+\-/]+")
_POINT_INSIDE = re.compile(r"[。；;！？][^\S\n]*[一二三四五六七八九]是")


class Wrap(NamedTuple):
    """How a text is wrapped. ``slack``: how far a full line may fall short. ``indented``: first lines are set in.

    ``spaced``: a blank line stands between all lines, so it means nothing. ``inline``: 一是 stands inside paragraphs.
    ``ragged``: lines end with stray spaces.
    """

    measure: Callable[[str], int]
    width: int
    slack: int
    base: int = 0
    indented: bool = False
    spaced: bool = False
    inline: bool = False
    ragged: bool = False

    def full(self, line: Physical, following: Physical) -> bool:
        """Whether no more fitted on the line: at once, or the word that follows would not have."""
        room = self.width - self.measure(line.lead + line.text)
        word = _WORD.match(following.text)
        return room <= self.slack or (word is not None and room < self.measure(word[0]))

    def nearly_full(self, line: Physical) -> bool:
        """Whether a line without an end mark is too long for a heading, however uneven the right margin."""
        return self.slack > 1 and self.measure(line.lead + line.text) * 10 >= self.width * 8


def join(lines: list[Physical], wrapped: bool) -> list[Paragraph]:
    """Paragraphs of ``lines``. Lines of structured documents are paragraphs already, unless a page end tore them."""
    wrap = _wrap(lines) if wrapped else None
    paragraphs: list[Paragraph] = []
    pieces: list[str] = []
    base = wrap.base if wrap else 0
    for index, line in enumerate(lines):
        before = lines[index - 1] if index else None
        if before is not None and pieces and _continues(pieces, lines, index, wrap):
            gap = ("" if wrap is None or wrap.ragged else before.trail) + " " * (line.indent - base)
            pieces += [gap, line.text] if gap else [line.text]
            continue
        _close(paragraphs, pieces)
        pieces = [line.text]
        paragraphs.append(Paragraph("", line.number, line.level, line.align, line.bold))
    _close(paragraphs, pieces)
    return paragraphs


def _close(paragraphs: list[Paragraph], pieces: list[str]) -> None:
    if paragraphs:
        paragraphs[-1] = paragraphs[-1]._replace(text=_together(pieces))


def _together(pieces: list[str]) -> str:
    """Lines of one paragraph: nothing between Chinese signs, a space between words of Latin letters."""
    if len(pieces) == 1:
        return pieces[0]
    parts = [pieces[0]]
    for one, other in itertools.pairwise(pieces):
        latin = one[-1:].isascii() and other[:1].isascii() and one[-1:].isalpha() and other[:1].isalpha()
        parts.append(f" {other}" if latin else other)
    return "".join(parts)


def _continues(pieces: list[str], lines: list[Physical], index: int, wrap: Wrap | None) -> bool:
    before, line = lines[index - 1], lines[index]
    ordinal = read_ordinal(line.text[:60])
    own = read_ordinal(pieces[0][:60])
    if line.level or before.level or is_chrome(line.text):
        return False
    if is_chrome(before.text):
        return wrap is not None and wrap.full(before, line) and not line.blank and ordinal is None and not LABEL.search(line.text)
    if own and not own.rest and len(pieces) == 1 and len(pieces[0]) < 10 and ordinal is None:
        return True
    heading = _is_heading(pieces, own)
    set_in = wrap is not None and wrap.indented and before.indent >= wrap.base + 2
    if wrap is None:
        return line.torn and ordinal is None and not heading and not ends_clause(before.text) and len(before.text) > 30
    over_page = line.torn and wrap.full(before, line) and (wrap.indented or not ends_sentence(before.text))
    if line.blank and not wrap.spaced and not over_page:
        return False
    if wrap.indented and line.indent >= wrap.base + 2:
        return False
    if line.text[0] in _CLOSING or (ordinal is not None and _counts_on(pieces, ordinal)):
        return True
    full = wrap.full(before, line)
    if _stands_alone(lines, index) or (index < _FRONT_LINES and _ends_title(pieces, line, full and wrap.slack < 2)):
        return False
    if ordinal is not None and _breaks(ordinal, before, full, wrap) and not (full and _runs_on(lines, index, ordinal)):
        return False
    if full or before.text[-1:] in tuple("，,、（(《“"):
        return True
    return not heading and not ends_clause(before.text) and (len(pieces) > 1 or wrap.nearly_full(before) or set_in)


def _stands_alone(lines: list[Physical], index: int) -> bool:
    """Whether a date, a number, or the name of a body above a date, begins or ends between two lines: no paragraph wraps so."""
    before, line = lines[index - 1], lines[index]
    following = lines[index + 1].text if index + 1 < len(lines) else ""
    signed = is_body_name(line.text) and is_date(following) and ends_clause(before.text)
    return signed or any(is_date(one.text) or is_number(one.text) for one in (before, line))


def _ends_title(pieces: list[str], line: Physical, full: bool) -> bool:
    """Whether the title ends here: at its usual words, and on a line that is not full, or so full that prose follows by chance."""
    title = "".join(pieces)
    if full or line.text[0] in "的和及暨与" or "，" in title:
        return False
    return is_title(title) and (len(pieces) > 1 or is_prose(line.text) or is_addressees(line.text))


def _breaks(ordinal: Ordinal, before: Physical, full: bool, wrap: Wrap) -> bool:
    """Whether an ordinal at the start of a line begins a paragraph, rather than stand there by the accident of wrapping."""
    if not full:
        return True
    if ordinal.is_point and wrap.inline:
        return False
    return ends_clause(before.text)


def _counts_on(pieces: list[str], point: Ordinal) -> bool:
    """Whether the point before this one stands inside the paragraph: then this one does too."""
    if not point.is_point or point.number < 2:
        return False
    return re.search(f"[。；;：:]\\s*{chinese(point.number - 1)}{point.sample[-1]}", "".join(pieces)) is not None


def _runs_on(lines: list[Physical], index: int, ordinal: Ordinal) -> bool:
    """Whether the point after this one stands inside a line: then the points of this paragraph are not set apart."""
    if not ordinal.is_point:
        return False
    successor = f"{chinese(ordinal.number + 1)}{ordinal.sample[-1]}"
    for place in range(index, min(index + _LOOK_AHEAD, len(lines))):
        text = lines[place].text
        if place > index and (lines[place].blank or read_ordinal(text[:60]) is not None):
            return False
        if re.search(rf"[。；;]\s*{successor}", text):
            return True
    return False


def _is_heading(pieces: list[str], own: Ordinal | None) -> bool:
    """A numbered line of at most three lines in which no sentence has ended."""
    return own is not None and len(pieces) < 4 and sentence_end("".join(pieces), len(pieces[0]) - len(own.rest)) < 0


def _wrap(lines: list[Physical]) -> Wrap | None:
    """The width that the text is wrapped at; None if its lines are whole paragraphs."""
    short = [line for line in lines if len(line.text) <= _WIDEST]
    if sum(len(line.text) for line in short) * 2 < sum(len(line.text) for line in lines):
        return None
    found = [peak for measure in (len, columns, wide_columns, typeset) if (peak := _peak(short, measure)) is not None]
    if not found:
        return None
    wrap, _ = min(found, key=lambda peak: (peak[0].slack > 1, -peak[1]))
    return _habits(lines, wrap)


def _peak(lines: list[Physical], measure: Callable[[str], int]) -> tuple[Wrap, int] | None:
    """The width that most full lines share, and how many do."""
    unit = 1 if measure is len else 2
    widths = [measure(line.lead + line.text) for line in lines]
    counts = Counter(widths)
    best, crowd = 0, 0
    for width in counts:
        near = sum(counts[width - step] for step in range(2 * unit + 1))
        if (near, width) > (crowd, best) and width >= 16 * unit:
            best, crowd = width, near
    wider = sum(1 for width in widths if width > best)
    if crowd < 3 or crowd * 6 < len(lines) or wider * 10 > len(lines):
        return None
    at_peak = [index for index, width in enumerate(widths[:-1]) if best - 2 * unit <= width <= best]
    if 2 * sum(_breaks_off(lines[index], lines[index + 1]) for index in at_peak) < max(crowd, 6):
        return None
    exact = sum(counts[best - step] for step in range(unit)) * 10 >= crowd * 9
    return Wrap(measure, best, unit - 1 if exact else 2 * unit), crowd


def _breaks_off(line: Physical, following: Physical) -> bool:
    """Whether a line stops mid-sentence: no end mark, nor a heading, a title or metadata, and the next begins no item."""
    if ends_clause(line.text) or is_title(line.text) or is_chrome(line.text) or read_ordinal(following.text[:60]) is not None:
        return False
    return not _is_heading([line.text], read_ordinal(line.text[:60])) or is_prose(line.text)


def _habits(lines: list[Physical], wrap: Wrap) -> Wrap:
    """Indents, blank lines and points, as this text uses them."""
    indents = Counter(line.indent for line in lines)
    base = min(indents, key=lambda indent: (-indents[indent], indent))
    deeper = sum(1 for line in lines if base + 2 <= line.indent <= base + 8)
    broken = [(one, other) for one, other in itertools.pairwise(lines) if wrap.full(one, other) and not ends_clause(one.text)]
    torn_off = sum(1 for _, other in broken if other.blank and not other.torn)
    at_start = sum(1 for line in lines if (found := read_ordinal(line.text[:20])) and found.is_point)
    inside = sum(len(_POINT_INSIDE.findall(line.text)) for line in lines)
    return wrap._replace(
        base=base,
        indented=deeper >= 2 and deeper * 25 >= len(lines),
        spaced=len(broken) > 2 and torn_off * 10 > len(broken) * 6,
        inline=inside >= at_start,
        ragged=sum(1 for line in lines if line.trail) * 5 > len(lines),
    )
