"""styles.xml: what a style says of a paragraph or of characters, once its ancestors have been asked."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from drafter.importers.word.names import Element, attribute, child, children, is_on, value

_HEADING = re.compile(r"(?:heading|标题|標題|见出し)\s*([1-9])$", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|标题|文档标题|公文标题|大标题)$", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录|目錄|table of contents)(?:\s*\d|\s*heading|\s*标题)?$", re.IGNORECASE)
_ALIGN = {"center": "center", "right": "right", "end": "right", "left": "left", "start": "left"}
_DEPTH = 12  # basedOn links followed; a longer chain is a circle


class Numbered(NamedTuple):
    """The ``numPr`` of a paragraph or style: 0 takes a paragraph out of any list; a part that is None is not stated."""

    number: int | None
    level: int | None


@dataclass(slots=True)
class Look:
    """What is stated, None where nothing is. ``level`` as in ``Line``: 0 says body text, -1 title."""

    level: int | None = None
    align: str | None = None
    bold: bool | None = None
    hidden: bool | None = None
    numbered: Numbered | None = None
    contents: bool = False
    #: What is free at the right, in twips.
    right: int | None = None

    def over(self, base: "Look") -> "Look":
        """This look, with ``base`` where it says nothing."""
        return Look(
            base.level if self.level is None else self.level,
            base.align if self.align is None else self.align,
            base.bold if self.bold is None else self.bold,
            base.hidden if self.hidden is None else self.hidden,
            _merged(self.numbered, base.numbered),
            self.contents or base.contents,
            base.right if self.right is None else self.right,
        )


def _merged(own: Numbered | None, base: Numbered | None) -> Numbered | None:
    if own is None or base is None:
        return own or base
    return Numbered(base.number if own.number is None else own.number, base.level if own.level is None else own.level)


@dataclass(slots=True)
class Styles:
    """``looks``: style id → its look, ancestors included. ``paragraph`` is the default paragraph style's id."""

    looks: dict[str, Look] = field(default_factory=dict)
    paragraph: str = ""
    #: Look of every paragraph and run where no style speaks (docDefaults).
    defaults: Look = field(default_factory=Look)
    #: Style id → itself and its ancestors: a list level may name a style, and its descendants stand at that level too.
    chains: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def look(self, style: str | None) -> Look:
        return self.looks.get(style or self.paragraph, Look()).over(self.defaults)

    def character(self, style: str | None) -> Look:
        """A character style says nothing of what it does not state."""
        return self.looks.get(style or "", Look())


def read_styles(root: Element | None) -> Styles:
    """Styles of the document; empty where there is no styles part."""
    found: dict[str, Element] = {}
    styles = Styles()
    for style in children(root, "w:style"):
        name = attribute(style, "w:styleId") or ""
        found[name] = style
        if attribute(style, "w:type") == "paragraph" and attribute(style, "w:default") in ("1", "true", "on"):
            styles.paragraph = name
    defaults = child(root, "w:docDefaults")
    styles.defaults = (
        Look().over(look_of(child(defaults, "w:pPrDefault", "w:pPr"))).over(_run_look(child(defaults, "w:rPrDefault", "w:rPr")))
    )
    for name in found:
        styles.chains[name] = chain = _chain(found, name)
        look = Look()
        for ancestor in chain:
            look = look.over(_own(found[ancestor]))
        styles.looks[name] = look
    return styles


def _chain(found: dict[str, Element], name: str) -> tuple[str, ...]:
    chain: list[str] = []
    while name in found and name not in chain and len(chain) < _DEPTH:
        chain.append(name)
        name = value(found[name], "w:basedOn") or ""
    return tuple(chain)


def _own(style: Element) -> Look:
    named = value(style, "w:name") or ""
    look = look_of(child(style, "w:pPr")).over(_run_look(child(style, "w:rPr")))
    heading = _HEADING.search(named.strip())
    if heading and look.level is None:
        look.level = int(heading[1])
    elif _TITLE.match(named.strip()):
        look.level = -1
    look.contents = bool(_CONTENTS.match(named.strip()))
    return look


def look_of(properties: Element | None) -> Look:
    """What a ``w:pPr`` states itself; the run properties of the paragraph mark say nothing of the text."""
    if properties is None:
        return Look()
    outline = value(properties, "w:outlineLvl")
    listing = child(properties, "w:numPr")
    indent = child(properties, "w:ind")
    return Look(
        right=None if indent is None else _right(indent),
        level=_level(outline),
        align=_ALIGN.get(value(properties, "w:jc") or "", "") if child(properties, "w:jc") is not None else None,
        numbered=None if listing is None else Numbered(_whole(value(listing, "w:numId")), _whole(value(listing, "w:ilvl"))),
    )


def _right(indent: Element) -> int | None:
    """The right indent in twips; one in hundredths of a character goes before, as in Word. A character of the text is 16 pt."""
    characters = _whole(attribute(indent, "w:rightChars"))
    if characters:
        return characters * 320 // 100
    return _whole(attribute(indent, "w:right") or attribute(indent, "w:end"))


def _level(outline: str | None) -> int | None:
    """Outline levels count from 0; 9 is body text."""
    number = _whole(outline)
    return None if number is None else (number + 1 if 0 <= number < 9 else 0)


def _run_look(properties: Element | None) -> Look:
    return run_look(properties) if properties is not None else Look()


def run_look(properties: Element) -> Look:
    """What a ``w:rPr`` states itself of weight and of being hidden."""
    bold, hidden = child(properties, "w:b"), child(properties, "w:vanish")
    return Look(bold=None if bold is None else is_on(bold), hidden=None if hidden is None else is_on(hidden))


def _whole(text: str | None) -> int | None:
    try:
        return int(text) if text is not None else None
    except ValueError:
        return None
