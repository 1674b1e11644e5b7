"""Marks around words of a Word document: runs are split where the words begin and end, and nothing else changes."""

from collections.abc import Iterable
from copy import deepcopy

from drafter.importers.word.names import Element, attribute, child, kind
from drafter.importers.word.tracing import Spot

#: What may stand between a paragraph and its runs and hold marks as well (ECMA-376 part 1, 17.3.1.22 and 17.13.5). Marks go
#: around all else: a content control is filled anew as a whole, and not every program looks for marks in a smart tag.
_HOLDERS = frozenset(["w:ins", "w:moveTo", "w:hyperlink", "w:dir", "w:bdo"])
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def paragraph_of(element: Element) -> Element | None:
    """The outermost paragraph around an element: for one in a text box, that which the box is anchored in, since Word takes no
    comments inside boxes. None where there is none.
    """
    return next((found for found in reversed(list(element.iterancestors())) if kind(found) == "w:p"), None)


class Anchor:
    """Puts marks into the text ``body``, from its end backwards: a cut leaves what stands before it where it was."""

    def __init__(self, body: Element) -> None:
        self._fields = _fields(body)

    def before(self, spot: Spot, marks: Iterable[Element]) -> None:
        """Puts ``marks`` before the sign, or before the smallest thing around it that can be marked."""
        begin, _ = self._fields.get(spot.element, (spot.element, None))
        _mark(begin, spot.offset, False, marks)

    def behind(self, spot: Spot, marks: Iterable[Element]) -> None:
        """The same behind the sign."""
        _, end = self._fields.get(spot.element, (None, spot.element))
        _mark(end, spot.offset + 1, True, marks)


def _fields(body: Element) -> dict[Element, tuple[Element, Element]]:
    """What stands in a field → where the outermost such field begins and ends, if that is in one paragraph. Marks in what a
    field prints are lost when it is printed anew, and LibreOffice takes a comment there for a part of it.
    """
    around: dict[Element, tuple[Element, Element]] = {}
    opened: list[Element] = []
    inside: list[Element] = []
    for found in body.iter():
        what = attribute(found, "w:fldCharType") if kind(found) == "w:fldChar" else None
        if what == "begin":
            opened.append(found)
        elif what == "end" and opened:
            begin = opened.pop()
            if not opened:
                if paragraph_of(begin) is paragraph_of(found):
                    around.update(dict.fromkeys(inside, (begin, found)))
                inside = []
        elif opened:
            inside.append(found)
    return around


def _mark(element: Element, cut: int, behind: bool, marks: Iterable[Element]) -> None:
    """``cut`` of the characters of ``element`` come before the marks. What cannot be cut has them before or ``behind`` it."""
    way = _way(element)
    at = 0
    while kind(way[at]) in _HOLDERS:
        at += 1
    unit = way[at]
    if kind(unit) == "w:r":
        inside = way[at + 1]
        if inside is element and kind(element) == "w:t" and cut > 0:
            _cut_text(element, cut)
            behind = True
        behind = _cut_run(unit, inside, behind)
    for mark in marks if not behind else reversed(list(marks)):
        (unit.addnext if behind else unit.addprevious)(mark)


def _way(element: Element) -> list[Element]:
    """From below the outermost paragraph down to ``element``."""
    way = [element, *element.iterancestors()]
    outermost = max(place for place, found in enumerate(way) if kind(found) == "w:p")
    return way[:outermost][::-1]


def _cut_text(element: Element, cut: int) -> None:
    """Leaves the first ``cut`` characters in ``element`` and puts the rest, if any, behind it. White space at the cut is kept."""
    text = element.text or ""
    if cut >= len(text):
        return
    rest = _like(element)
    element.text, rest.text = text[:cut], text[cut:]
    for half, edge in ((element, text[cut - 1]), (rest, text[cut])):
        if edge.isspace():
            half.set(_SPACE, "preserve")
    element.addnext(rest)


def _cut_run(run: Element, inside: Element, behind: bool) -> bool:
    """Cuts a run before or ``behind`` one of its children, what follows going into a run of the same look. Returns whether the
    cut is at the end of ``run``: a run is not cut where nothing would be left before the cut.
    """
    place = run.index(inside) + behind
    properties = child(run, "w:rPr")
    inner = list(run)
    before, after = [each for each in inner[:place] if each is not properties], inner[place:]
    if not before:
        return False
    if after:
        rest = _like(run)
        if properties is not None:
            rest.append(deepcopy(properties))
        rest.extend(after)
        run.addnext(rest)
    return True


def _like(element: Element) -> Element:
    """An empty element of the same name, with the same attributes."""
    return element.makeelement(element.tag, {str(name): str(held) for name, held in element.attrib.items()})
