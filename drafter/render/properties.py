"""What a document says about itself, apart from its text."""

from typing import NamedTuple


class Properties(NamedTuple):
    """``title`` and ``author`` (the unit) as a file manager shows them.

    ``created`` and ``modified`` are ISO dates or times (``2026-01-08``, ``2026-01-08T09:30:00Z``), always given by the
    caller, so that the same input makes the same bytes; "" leaves them out. ``language`` is a BCP 47 tag.
    """

    title: str = ""
    author: str = ""
    created: str = ""
    modified: str = ""
    language: str = "zh-CN"
