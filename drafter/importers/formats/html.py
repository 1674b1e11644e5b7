"""Web pages, under whatever suffix: sites and old systems give out HTML that is named .doc."""

import re

from drafter.importers.readers import Reader, suffix_of
from drafter.importers.source import Source

_SUFFIXES = (".html", ".htm", ".shtml", ".xhtml")
_BEGINS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TAGS = re.compile(rb"<(?:p|div|span|br|table|meta|a)\b[^<>]*>", re.IGNORECASE)
_FEW = 3


def read_html(name: str, data: bytes) -> Source:
    """The article of a page, the rest listed. Raises ``Refused`` for a page that cannot be read whole."""
    from drafter.importers.html.page import read_page

    return read_page(name, data)


def _claims(name: str, data: bytes) -> bool:
    """By a page's beginning; a fragment by its tags, where the suffix does not say that it is a text."""
    head = data[:8192].replace(b"\x00", b"") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data[:8192]
    if _BEGINS.match(head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")):
        return True
    suffix = suffix_of(name)
    return suffix in _SUFFIXES or (suffix not in (".md", ".markdown", ".txt") and len(_TAGS.findall(head)) >= _FEW)


READER = Reader(200, "网页（HTML）", _SUFFIXES, _claims, read_html)
