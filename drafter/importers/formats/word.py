"""Word documents (.docx, .docm): the zip and its XML read directly, every carrier of text taken or listed."""

import re

from drafter.importers.readers import Reader
from drafter.importers.source import Source

_ZIP = b"PK\x03\x04"
# Part names ignore case; some writers use backslashes, some number the part.
_MAIN = re.compile(rb"word[/\\]document", re.IGNORECASE)


def read_word(name: str, data: bytes) -> Source:
    """The body in reading order, automatic ordinals resolved, insertions accepted, deletions listed.

    Raises ``Refused`` for a damaged, oversized or hostile file.
    """
    from drafter.importers.word.document import read_document

    return read_document(name, data)


def _claims(name: str, data: bytes) -> bool:
    return data.startswith(_ZIP) and _MAIN.search(data) is not None


READER = Reader(50, " Word 文档（.docx）", (".docx", ".docm", ".dotx", ".dotm"), _claims, read_word)
