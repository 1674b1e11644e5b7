"""numbering.xml: the ordinals that Word computes and that stand nowhere in the text (ECMA-376 part 1, 17.9)."""

import re
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from drafter.importers.word.names import Element, attribute, child, children, is_on, kind, value
from drafter.importers.word.numerals import numeral
from drafter.importers.word.styles import Numbered, Styles

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. ``restart``: the level (from 1) whose use begins it anew, 0 never, None any above it."""

    start: int = 0
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    suffix: str = "tab"
    style: str = ""


@dataclass(slots=True)
class _List:
    """A ``w:num``: its levels, the abstract list whose counters it shares, and the levels it begins anew."""

    abstract: str
    levels: dict[int, Level]
    restarts: dict[int, int] = field(default_factory=dict)
    used: bool = False


class Ordinal(NamedTuple):
    """``text`` is what stands before the paragraph, gap included; for a ``bullet`` it is a mark, not an ordinal."""

    text: str
    bullet: bool = False


class Numbering:
    """The lists of a document, and how far each has counted. Ask in reading order, once for each paragraph."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = {attribute(found, "w:abstractNumId") or "": found for found in children(root, "w:abstractNum")}
        self._numbers = {attribute(found, "w:numId") or "": found for found in children(root, "w:num")}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        #: Numeral forms that were printed as plain digits because they are not known.
        self.unknown: set[str] = set()

    def ordinal(self, numbered: Numbered | None, style: str | None) -> Ordinal | None:
        """The ordinal of the next paragraph; None where it is in no list. ``style`` is the paragraph's own."""
        if numbered is None or not numbered.number:
            return None
        listing = self._list(str(numbered.number))
        if listing is None:
            return None
        place = self._level(listing, style) if numbered.level is None else numbered.level
        level = listing.levels.get(place)
        if level is None:
            return None
        self._count(listing, place)
        if level.form == "bullet":
            return Ordinal(level.text, bullet=True)
        text = _PLACE.sub(lambda found: self._numeral(listing, int(found[1]) - 1, level.legal), level.text)
        if level.suffix != "nothing" and text and text[-1].isascii():
            text += " "
        return Ordinal(text) if text.strip() else None

    def _level(self, listing: _List, style: str | None) -> int:
        """The level that names the paragraph's style or one of its ancestors; else the first."""
        for name in self._styles.chains.get(style or self._styles.paragraph, ()):
            for place, level in listing.levels.items():
                if level.style == name:
                    return place
        return 0

    def _count(self, listing: _List, place: int) -> None:
        counts = self._counts.setdefault(listing.abstract, {})
        if not listing.used:
            listing.used = True
            for begun in listing.restarts:
                counts.pop(begun, None)
        start = listing.restarts.get(place, listing.levels[place].start)
        counts[place] = counts[place] + 1 if place in counts else start
        for deeper in [level for level in counts if level > place]:
            restart = listing.levels[deeper].restart if deeper in listing.levels else None
            if restart is None or 0 < place + 1 <= restart:
                del counts[deeper]

    def _numeral(self, listing: _List, place: int, legal: bool) -> str:
        level = listing.levels.get(place)
        if level is None:
            return ""
        number = self._counts[listing.abstract].get(place, listing.restarts.get(place, level.start))
        if legal:
            return str(number)
        text = numeral(number, level.form)
        if text is None:
            self.unknown.add(level.form)
            return str(number)
        return text

    def _list(self, number: str) -> _List | None:
        if number not in self._lists:
            self._lists[number] = self._read(number)
        return self._lists[number]

    def _read(self, number: str) -> _List | None:
        root = self._numbers.get(number)
        abstract = value(root, "w:abstractNumId") or ""
        if root is None or abstract not in self._abstract:
            return None
        abstract = self._linked(abstract)
        levels = {place: level for found in children(self._abstract[abstract], "w:lvl") for place, level in [_level(found)]}
        listing = _List(abstract, levels)
        for override in children(root, "w:lvlOverride"):
            place = _whole(attribute(override, "w:ilvl")) or 0
            whole = child(override, "w:lvl")
            if whole is not None:
                listing.levels[place] = _level(whole)[1]
            start = _whole(value(override, "w:startOverride"))
            if start is not None:
                listing.restarts[place] = start
                listing.levels[place] = replace(listing.levels.get(place, Level()), start=start)
        return listing

    def _linked(self, abstract: str) -> str:
        """A list may stand in a numbering style (``numStyleLink``): the list that defines the style is meant."""
        for _ in range(_LEVELS):
            style = value(self._abstract[abstract], "w:numStyleLink")
            numbered = self._styles.looks[style].numbered if style in self._styles.looks else None
            meant = value(self._numbers.get(str(numbered.number)), "w:abstractNumId") if numbered else None
            if meant is None or meant not in self._abstract:
                break
            abstract = meant
        return abstract


def _level(found: Element) -> tuple[int, Level]:
    return _whole(attribute(found, "w:ilvl")) or 0, Level(
        start=_whole(value(found, "w:start")) or 0,
        form=_form(found),
        text=(value(found, "w:lvlText") or "")[:100],
        restart=_whole(value(found, "w:lvlRestart")),
        legal=is_on(child(found, "w:isLgl")),
        suffix=value(found, "w:suff") or "tab",
        style=value(found, "w:pStyle") or "",
    )


def _form(found: Element) -> str:
    """Newer Word wraps forms of its own in an alternative; the fallback is one that the standard names."""
    for option in found:
        if kind(option) == "mc:AlternateContent":
            return value(child(option, "mc:Fallback"), "w:numFmt") or "decimal"
    return value(found, "w:numFmt") or "decimal"


def _whole(text: str | None) -> int | None:
    try:
        return min(max(int(text), -1), 1_000_000) if text is not None else None
    except ValueError:
        return None
