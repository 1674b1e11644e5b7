"""The inside of a paragraph: runs and everything that wraps, replaces or hides them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from drafter.importers.word.fields import Field
from drafter.importers.word.names import Element, attribute, child, kind, value
from drafter.importers.word.reading import Reading
from drafter.importers.word.styles import Look, run_look
from drafter.importers.word.symbols import symbol

_PICTURE, _CHART, _DIAGRAM, _OBJECT, _ART = "图片", "图表", "SmartArt", "嵌入对象", "艺术字"


class Piece(NamedTuple):
    """Text of a paragraph, and the element that says it; None where a field prints it."""

    text: str
    bold: bool
    element: Element | None


@dataclass(slots=True)
class Paragraph:
    """The text of one paragraph as it is gathered; a forced line break is ``\\n``. ``boxes``: text boxes anchored in it."""

    reading: Reading
    look: Look
    pieces: list[Piece] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    run: Look = field(default_factory=Look)

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def bold(self) -> bool:
        """Whether all that is printed is bold."""
        weights = [piece.bold for piece in self.pieces if piece.text.strip()]
        return bool(weights) and all(weights)

    def take(self, text: str, element: Element | None = None) -> None:
        """Text at the present point: part of the paragraph, or left out for the reason in force."""
        coded = next((field for field in reversed(self.reading.fields) if not field.in_result), None)
        if coded is not None:
            coded.code += text
            return
        reason = self.reading.reason or ("隐藏文字" if self.run.hidden else None)
        if reason is None:
            self.pieces.append(Piece(text, bool(self.run.bold), element))
        else:
            self.reading.leave(text, reason)

    def read(self, inside: Iterable[Element]) -> None:
        """Reads what stands inside an element. What is not known is a wrapper: its text counts."""
        for inner in inside:
            name = kind(inner)
            handler = _HANDLERS.get(name)
            if handler is not None:
                handler(self, inner)
            elif name and name not in _SILENT:
                self.read(inner)


def _run(self: Paragraph, run: Element) -> None:
    properties = child(run, "w:rPr")
    before, self.run = self.run, self.look
    if properties is not None:
        character = self.reading.styles.character(value(properties, "w:rStyle"))
        self.run = run_look(properties).over(character).over(self.look)
    self.read(run)
    self.run = before


def _text(self: Paragraph, element: Element) -> None:
    self.take(element.text or "", element)


def _say(text: str, self: Paragraph, element: Element) -> None:
    self.take(text, element)


def _deleted(reason: str, self: Paragraph, element: Element) -> None:
    with self.reading.leaving(reason):
        self.read(element)


def _deleted_text(self: Paragraph, element: Element) -> None:
    with self.reading.leaving("修订删除"):
        self.take(element.text or "")


def _symbol(self: Paragraph, element: Element) -> None:
    font, place = attribute(element, "w:font") or "", attribute(element, "w:char") or ""
    sign = symbol(font, place)
    if sign is not None:
        self.take(sign, element)
    else:
        self.reading.leave(f"{font} {place}", "符号")


def _field_mark(self: Paragraph, element: Element) -> None:
    what = attribute(element, "w:fldCharType")
    fields = self.reading.fields
    if what == "begin":
        fields.append(Field())
    elif what == "separate" and fields:
        fields[-1].in_result = True
    elif what == "end" and fields:
        _print_without_result(self, fields.pop())


def _print_without_result(self: Paragraph, ended: Field) -> None:
    printed = ended.printed()
    if printed:
        self.take(printed)
    elif printed is None:
        self.reading.leave(ended.code, "域")


def _simple_field(self: Paragraph, element: Element) -> None:
    self.reading.fields.append(Field(attribute(element, "w:instr") or "", in_result=True))
    self.read(element)
    self.reading.fields.pop()


def _alternative(self: Paragraph, element: Element) -> None:
    """One content in two forms: the newer one, unless only the older one holds text."""
    choice, fallback = child(element, "mc:Choice"), child(element, "mc:Fallback")
    newer = choice is not None and (fallback is None or _says(choice) or not _says(fallback))
    chosen = choice if newer else fallback
    if chosen is not None:
        self.read(chosen)


def _says(element: Element) -> bool:
    return any(kind(found) in ("w:t", "a:t", "m:t") and found.text for found in element.iter())


def _box(self: Paragraph, element: Element) -> None:
    self.boxes.append(element)


def _count(reason: str, self: Paragraph, element: Element) -> None:
    self.reading.counts[reason] += 1


def _object(self: Paragraph, element: Element) -> None:
    """The picture of an embedded object is its face; only the object is counted."""
    self.reading.counts[_OBJECT] += 1
    self.boxes.extend(found for found in element.iter() if kind(found) == "w:txbxContent")


def _word_art(self: Paragraph, element: Element) -> None:
    self.reading.leave(element.get("string") or "", _ART)


def _content_control(self: Paragraph, element: Element) -> None:
    content = child(element, "w:sdtContent")
    if content is not None:
        with self.reading.leaving(reason_of_control(element)):
            self.read(content)


def reason_of_control(element: Element) -> str | None:
    """Why a content control is left out: a table of contents, or a prompt that nobody replaced. None: it is text."""
    properties = child(element, "w:sdtPr")
    gallery = value(properties, "w:docPartObj", "w:docPartGallery") or ""
    if gallery.lower() == "table of contents":
        return "目录"
    return "占位提示" if child(properties, "w:showingPlcHdr") is not None else None


def _reference(what: str, self: Paragraph, element: Element) -> None:
    self.reading.references[what, attribute(element, "w:id") or ""] = self.reading.paragraph


def _fraction(self: Paragraph, element: Element) -> None:
    """1 over 2 is 1/2, not 12."""
    above, below = child(element, "m:num"), child(element, "m:den")
    if above is not None:
        self.read(above)
    self.take("/", element)
    if below is not None:
        self.read(below)


_HANDLERS: dict[str, Callable[[Paragraph, Element], None]] = {
    "w:r": _run,
    "m:r": _run,
    "w:t": _text,
    "m:t": _text,
    "a:t": _text,
    "w:delText": _deleted_text,
    "w:instrText": _text,
    "w:tab": partial(_say, " "),
    "w:ptab": partial(_say, " "),
    "w:br": partial(_say, "\n"),
    "w:cr": partial(_say, "\n"),
    "a:br": partial(_say, "\n"),
    "w:noBreakHyphen": partial(_say, "-"),
    "w:sym": _symbol,
    "w:fldChar": _field_mark,
    "w:fldSimple": _simple_field,
    "w:del": partial(_deleted, "修订删除"),
    "w:moveFrom": partial(_deleted, "修订移走"),
    "w:rt": partial(_deleted, "注音"),
    "w:sdt": _content_control,
    "mc:AlternateContent": _alternative,
    "w:txbxContent": _box,
    "pic:pic": partial(_count, _PICTURE),
    "v:imagedata": partial(_count, _PICTURE),
    "c:chart": partial(_count, _CHART),
    "dgm:relIds": partial(_count, _DIAGRAM),
    "w:object": _object,
    "w:control": partial(_count, "控件"),
    "v:textpath": _word_art,
    "w:footnoteReference": partial(_reference, "footnote"),
    "w:endnoteReference": partial(_reference, "endnote"),
    "w:commentReference": partial(_reference, "comment"),
    "m:f": _fraction,
}


# Properties, and marks that print nothing.
_SILENT = frozenset(
    [
        "w:pPr",
        "w:rPr",
        "w:rubyPr",
        "m:rPr",
        "m:oMathParaPr",
        "m:ctrlPr",
        "w:sdtPr",
        "w:sdtEndPr",
        "w:smartTagPr",
        "w:customXmlPr",
        "w:softHyphen",
        "w:pgNum",
        "w:annotationRef",
        "w:footnoteRef",
        "w:endnoteRef",
        "w:separator",
        "w:continuationSeparator",
        "w:lastRenderedPageBreak",
        "w:delInstrText",
        "w:ffData",
        "w:fldData",
    ]
)
