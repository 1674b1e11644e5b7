"""Element and attribute names of WordprocessingML under short prefixes, the same for the transitional and the strict form."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

_OFFICE = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
# ECMA-376 part 1 (strict) and part 4 (transitional) name the same things in two families of namespaces.
_PREFIXES = {
    f"{_OFFICE}/wordprocessingml/2006/main": "w",
    f"{_STRICT}/wordprocessingml/main": "w",
    f"{_OFFICE}/officeDocument/2006/relationships": "r",
    f"{_STRICT}/officeDocument/relationships": "r",
    f"{_OFFICE}/officeDocument/2006/math": "m",
    f"{_STRICT}/officeDocument/math": "m",
    f"{_OFFICE}/drawingml/2006/main": "a",
    f"{_STRICT}/drawingml/main": "a",
    f"{_OFFICE}/drawingml/2006/wordprocessingDrawing": "wp",
    f"{_STRICT}/drawingml/wordprocessingDrawing": "wp",
    f"{_OFFICE}/drawingml/2006/picture": "pic",
    f"{_STRICT}/drawingml/picture": "pic",
    f"{_OFFICE}/drawingml/2006/chart": "c",
    f"{_STRICT}/drawingml/chart": "c",
    f"{_OFFICE}/drawingml/2006/diagram": "dgm",
    f"{_STRICT}/drawingml/diagram": "dgm",
    f"{_OFFICE}/markup-compatibility/2006": "mc",
    f"{_OFFICE}/package/2006/relationships": "rel",
    f"{_OFFICE}/package/2006/content-types": "ct",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    f"{_OFFICE}/package/2006/metadata/core-properties": "cp",
}


@lru_cache(maxsize=4096)
def short(tag: str) -> str:
    """``{…main}p`` → ``w:p``; a namespace that is not known keeps its local name alone, after a colon."""
    namespace, _, local = tag.rpartition("}")
    return f"{_PREFIXES.get(namespace[1:], '')}:{local}"


def kind(element: Element) -> str:
    """The short name of an element; ``""`` for a processing instruction or an entity."""
    tag = element.tag
    return short(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1024)
def _spellings(name: str) -> tuple[str, ...]:
    prefix, _, local = name.rpartition(":")
    return tuple(f"{{{namespace}}}{local}" for namespace, own in _PREFIXES.items() if own == prefix)


def attribute(element: Element | None, name: str) -> str | None:
    """The value of ``w:val`` and the like, in whichever family; None where element or attribute is missing."""
    if element is None:
        return None
    for spelling in _spellings(name):
        value = element.get(spelling)
        if value is not None:
            return value
    return None


def child(element: Element | None, *path: str) -> Element | None:
    """The first child by that name, then its first child by the next; None as soon as one is missing."""
    for name in path:
        if element is None:
            return None
        element = next((found for found in element if kind(found) == name), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    return (found for found in element if kind(found) == name) if element is not None else iter(())


def value(element: Element | None, *path: str) -> str | None:
    """``w:val`` of the element at the end of ``path``."""
    return attribute(child(element, *path), "w:val")


def is_on(element: Element | None) -> bool:
    """A toggle such as ``<w:b/>``: on unless its value says otherwise; a missing element is off."""
    return element is not None and attribute(element, "w:val") not in ("0", "false", "off", "none")
