"""Web pages saved as one file (.mht, .mhtml; Word also writes them as .doc): the page among the parts is read."""

import re

from drafter.importers.findings import refusal
from drafter.importers.formats.html import read_html
from drafter.importers.readers import Reader
from drafter.importers.source import Source
from drafter.model.words import Both

_SUFFIXES = (".mht", ".mhtml")
_HEAD = re.compile(rb"^(?:[A-Za-z][\w-]{1,40}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){1,30}", re.MULTILINE)
_FIX = Both(
    "请在浏览器或 Word 里打开，另存为 .docx 或 .html 后再导入。",
    "Open it in a browser or Word, save it as .docx or .html, then import that.",
)


def read_mhtml(name: str, data: bytes) -> Source:
    """The first HTML part. Raises ``Refused`` where the file holds none, or it cannot be unpacked."""
    import email
    import email.policy

    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        for part in message.walk():
            if part.get_content_type() == "text/html":
                page = part.get_payload(decode=True)
                if isinstance(page, bytes) and page.strip():
                    return read_html(name, _with_charset(page, part.get_content_charset()))
    except (LookupError, ValueError, RecursionError, AttributeError):
        pass
    raise refusal(
        "broken-document",
        name,
        Both("这是单个文件网页（MHTML），但里面找不到网页正文。", "This is an MHTML file, but no page was found in it."),
        _FIX,
    )


def _with_charset(page: bytes, charset: str | None) -> bytes:
    """The part's own header says how it is encoded, before the page does; Word's UTF-16 pages have a mark of their own."""
    if charset is None or b"\x00" in page[:100]:
        return page
    return f'<meta charset="{charset}">'.encode("ascii", "ignore") + page


def _claims(name: str, data: bytes) -> bool:
    found = _HEAD.match(data[:8192].lstrip())
    return found is not None and re.search(rb"mime-version:", found[0], re.IGNORECASE) is not None


READER = Reader(150, "单个文件网页（MHTML）", (*_SUFFIXES,), _claims, read_mhtml)
