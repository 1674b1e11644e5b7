"""Blocks → .docx: two parts are written, the text and the properties; the others are copied from base.docx as they are."""

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from drafter.model.text import forbidden
from drafter.render.docx.body import Marks, body, marks, section
from drafter.render.docx.landscape import Turns
from drafter.render.docx.package import Copied, Part, lay_out, packed, zipped
from drafter.render.measures import SHEET
from drafter.render.properties import refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.model.block import Block
    from drafter.model.style import Page
    from drafter.render.docx.additions import Addition
    from drafter.render.properties import Properties

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
)


class _Prepared(NamedTuple):
    """A base with a page worked in: everything but the two parts that differ from document to document."""

    parts: tuple[Part, ...]
    copied: Copied
    document: str
    core: str
    opening: str
    section: str
    look: Marks


def write_docx(
    blocks: "Sequence[Block]", page: "Page | None", properties: "Properties", base: bytes | None = None, name: str = "base.docx"
) -> bytes:
    """The document; the same arguments always give the same bytes.

    ``base`` is the content of a base.docx and ``name`` what to call it in messages; None stands for the one that comes with
    the product. No ``page``, its empty fields and its first choices leave the base as it is. Raises Refused: for a base that
    cannot be used, for a text with a character that no document can hold.
    """
    ready = _prepared(base, name, *((page.margins, page.fonts, page.digits) if page else ("", "", "")))
    turns, added = _turns(ready) if any(block.kind == "landscape" for block in blocks) else (None, [])
    text = body(blocks, ready.look, turns)
    if forbidden(text) or forbidden("".join(properties)):
        raise refused(blocks, properties)
    section = turns.closing if turns else ready.section
    parts = (
        packed(ready.core, core_xml(properties).encode()),
        packed(ready.document, f"{ready.opening}{text}{section}</w:body></w:document>".encode()),
    )
    if any(block.kind == "chart" for block in blocks):
        from drafter.render.docx.chart import additions

        added = [*added, *additions(blocks)]
    if added:
        from drafter.render.docx.additions import with_additions

        return zipped(lay_out((*with_additions(ready.parts, ready.document, added), *parts)))
    return zipped(lay_out(parts, ready.copied))


def _turns(ready: _Prepared) -> "tuple[Turns, list[Addition]]":
    """What follows the pages that lie on their side, and their page numbers."""
    from drafter.render.docx.turned import turned

    parts = {part.name: part for part in ready.parts}
    side, footers = turned(ready.section, ready.document, lambda name: parts[name].inflated() if name in parts else b"")
    return Turns(ready.section, side), footers


def core_xml(properties: "Properties") -> str:
    """docProps/core.xml (ECMA-376 part 2, 11)."""
    created, modified = (
        _element(f"dcterms:{name}", _time(getattr(properties, name)), _W3CDTF) for name in ("created", "modified")
    )
    return (
        f"{_DECLARATION}{_CORE}{_element('dc:title', properties.title)}{_element('dc:creator', properties.author)}"
        f"{_element('cp:lastModifiedBy', properties.author)}{created}{modified}"
        f"{_element('dc:language', properties.language)}</cp:coreProperties>"
    )


_W3CDTF = ' xsi:type="dcterms:W3CDTF"'


def _element(tag: str, text: str, attributes: str = "") -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<{tag}{attributes}>{escaped}</{tag}>" if text else ""


def _time(iso: str) -> str:
    """Word takes no date without a time."""
    return f"{iso}T00:00:00Z" if len(iso) == 10 else iso


@lru_cache(maxsize=8)
def _prepared(base: bytes | None, name: str, margins: str, fonts: str, digits: str) -> _Prepared:
    from drafter.render.docx.package import BrokenPackage
    from drafter.render.docx.template import load

    if base is None:
        from drafter.render.docx.base import make

        base = make()
    try:
        template = load(base)
    except BrokenPackage as error:
        raise refused_base(name, error) from error
    styles, last, pitch = template.styles[1], template.section or section(), SHEET.pitch
    if margins == "GB33476" or fonts == "win10" or digits == "仿宋":
        from drafter.render.docx import variants

        sheet = variants.chosen(margins)
        if sheet:
            styles, last, pitch = variants.pitch(styles, sheet), variants.section(last, sheet), sheet.pitch
        styles = variants.digits(styles) if digits == "仿宋" else styles
        styles = variants.faces(styles) if fonts == "win10" else styles
    parts = (*template.parts, packed(template.styles[0], styles.encode()))
    return _Prepared(
        parts,
        lay_out(parts),
        template.document,
        template.core,
        f"{template.opening}<w:body>",
        last,
        marks(template.ids, pitch),
    )


def refused_base(name: str, error: Exception) -> Exception:
    from drafter.model.problem import Place, Problem, Refused
    from drafter.model.words import Both

    zh, en = getattr(error, "zh", ""), getattr(error, "en", "")
    return Refused(
        Problem(
            "base-broken",
            Both(f"版式文件 {name} 不能用：{zh}。", f"The base document {name} cannot be used: {en}."),
            Both(
                "换回自带的 base.docx，或在 Word 里重新另存为 .docx。",
                "Put the packaged base.docx back, or save it again in Word as .docx.",
            ),
            place=Place(name),
        ),
        3,
    )
