"""A web page: bytes → tree. Strictly decoded, nothing fetched; a page too deep to be read whole is refused, not cut."""

import re

from lxml import etree, html

from drafter.importers.clean import drop_forbidden
from drafter.importers.decode import Decoded, decode
from drafter.importers.findings import refusal
from drafter.model.words import Both

_CHARSET = re.compile(rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w-]{2,30})", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*>")
# References to characters that do not exist; a parser would write replacement characters for them.
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,8}));?")
MAX_BYTES = 20 * 2**20
MAX_TAGS = 100_000  # a long report saved by Word has twenty thousand
_FIX = Both(
    "请在浏览器里打开，复制正文存为 .docx 或 .txt 后再导入。",
    "Open it in a browser, copy the text into a .docx or .txt file, then import that.",
)


def parse_page(name: str, data: bytes) -> tuple["etree._Element", Decoded, str]:
    """(root element, how it was decoded, characters that had to be dropped). Raises ``Refused``."""
    if len(data) > MAX_BYTES or data.count(b"<") > MAX_TAGS:
        raise refusal("too-large", name, Both("网页大得不正常，已拒绝。", "The page is abnormally large and was refused."), _FIX)
    decoded = decode(name, data, declared_charset(data))
    text, dropped = drop_forbidden(decoded.text)
    invalid = [found[0] for found in _REFERENCE.finditer(text) if _is_invalid(found)]
    if invalid:
        text = _REFERENCE.sub(lambda found: "" if _is_invalid(found) else found[0], text)
    parser = html.HTMLParser(huge_tree=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(_DECLARATION.sub("", text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise refusal("no-text", name, Both("网页里没有内容。", "The page is empty."), _FIX) from None
    if any(entry.level >= etree.ErrorLevels.FATAL for entry in parser.error_log):
        raise refusal(
            "too-deep", name, Both("网页嵌套过深，读不完整，已拒绝。", "The page is nested too deep to be read whole."), _FIX
        )
    return root, decoded, dropped + " ".join(invalid)


def declared_charset(data: bytes) -> str | None:
    """What the page says its encoding is; only its beginning is looked at, as browsers do."""
    found = _XML_ENCODING.search(data[:200]) or _CHARSET.search(data[:4096])
    return found[1].decode("ascii", "ignore") if found else None


def _is_invalid(found: re.Match[str]) -> bool:
    code = int(found[1], 16) if found[1] else int(found[2])
    return code > 0x10FFFF or 0xD800 <= code < 0xE000 or code < 9 or code in (0xFFFE, 0xFFFF) or code in (11, *range(14, 32))
