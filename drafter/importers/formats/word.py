"""Word documents (.docx, .docm): the zip and its XML read directly, every carrier of text taken or listed."""

from drafter.importers.readers import Reader
from drafter.importers.source import Source

_ZIP = b"PK\x03\x04"


def read_word(name: str, data: bytes) -> Source:
    """The body in reading order, automatic ordinals resolved, insertions accepted, deletions listed.

    Raises ``Refused`` for a damaged, oversized or hostile file.
    """
    from drafter.importers.word.document import read_document

    return read_document(name, data)


def _claims(name: str, data: bytes) -> bool:
    return data.startswith(_ZIP) and b"word/document" in data


READER = Reader(50, " Word 文档（.docx）", (".docx", ".docm", ".dotx", ".dotm"), _claims, read_word)
