"""Bytes of a text → text. Certain or not at all: guessing libraries misjudge short Chinese texts (spec/reliability, 7)."""

import codecs
import re
from typing import NamedTuple

from drafter.importers.findings import refusal
from drafter.model.words import Both

# The longer mark first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# Names a page may declare → codec. gb2312 and gbk pages hold characters of the wider set, so all are read as GB18030.
_DECLARED = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "x-gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "cp936": "gb18030",
    "hz-gb-2312": "hz",
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "big5": "cp950",
    "big5-hkscs": "big5hkscs",
    "us-ascii": "ascii",
}
#: What UTF-16 text of a Chinese report is made of; GB18030 bytes taken in pairs fall outside it.
_ORDINARY = re.compile("[\t\n\r\x20-\x7e\u2010-\u203b\u3000-\u3017\u4e00-\u9fff\uff01-\uff5e\u2460-\u249b\u00b7\u00d7\u00a0]")
_TELLING = re.compile("[\t\n\r\x20-\x7e\u3000-\u3017\uff01-\uff5e]")
_BINARY = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


MAX_BYTES = 16 * 2**20


class Decoded(NamedTuple):
    """``encoding`` is the codec that read it; ``declared_wrong``: the document named another one, which did not fit."""

    text: str
    encoding: str
    declared_wrong: bool = False


def decode(name: str, data: bytes, declared: str | None = None) -> Decoded:
    """Byte order mark → ``declared`` → strict UTF-8 → UTF-16 where the bytes leave no doubt → strict GB18030.

    ``declared`` is what the document says of itself (an HTML meta tag). Raises ``Refused`` with the line of the first bad
    byte when none fits: a replacement character is never written.
    """
    if len(data) > MAX_BYTES:
        raise refusal(
            "too-large",
            name,
            Both("文本超过 16 MB，不像一份总结，已拒绝。", "The text is over 16 MB and was refused."),
            _SPLIT_FIX,
        )
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(name, data[len(mark) :], codec), codec)
    wanted = _DECLARED.get((declared or "").strip().lower())
    if wanted is not None:
        text = _try(data, wanted)
        if text is not None:
            return Decoded(text, wanted)
    found = _undeclared(name, data)
    return found._replace(declared_wrong=wanted is not None)


def _undeclared(name: str, data: bytes) -> Decoded:
    text = None if b"\x00" in data else _try(data, "utf-8")
    if text is not None and not _is_binary(text):
        return Decoded(text, "utf-8")
    for codec, other in (("utf-16-le", "utf-16-be"), ("utf-16-be", "utf-16-le")):
        text = _try(data, codec)
        if text and _is_ordinary(text) and not _is_ordinary(_try(data, other) or ""):
            return Decoded(text, codec)
    for codec in ("utf-8", "gb18030"):
        text = _try(data, codec)
        if text is not None and not _is_binary(text):
            return Decoded(text, codec)
    raise _unreadable(name, data)


def _try(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _strict(name: str, data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(codec, "ignore").count("\n") + 1
        raise refusal(
            "encoding",
            name,
            Both(
                f"文件开头标明是 {codec}，但第 {line} 行有不合规的字节。",
                f"It is marked {codec}, but line {line} has bytes that are not.",
            ),
            _FIX,
            line,
        ) from None


def _is_ordinary(text: str) -> bool:
    """Whether UTF-16 is the only sensible reading: nearly all of a few characters ordinary, and some of them telling ones."""
    return len(text) > 7 and bool(_TELLING.search(text)) and len(_ORDINARY.findall(text)) >= 0.98 * len(text)


def _is_binary(text: str) -> bool:
    """A text has few control characters; a program or a picture is full of them."""
    return len(_BINARY.findall(text)) > max(8, len(text) // 50)


_SPLIT_FIX = Both("请检查是否选错文件；需要时拆成几份导入。", "Check that it is the right file; split it if it is.")
_FIX = Both(
    "请用记事本或 WPS 打开，确认文字正常后另存为 UTF-8 编码的文本，再导入。",
    "Open it in an editor, check that the text looks right, save it as UTF-8, then import that.",
)


def _unreadable(name: str, data: bytes) -> Exception:
    """Names the line where the nearer of UTF-8 and GB18030 broke off."""
    reached = 0
    for codec in ("utf-8", "gb18030"):
        try:
            data.decode(codec)
        except UnicodeDecodeError as error:
            reached = max(reached, error.start)
    line = data[:reached].count(b"\n") + 1
    return refusal(
        "encoding",
        name,
        Both(
            f"看不出文字编码：UTF-8、GB18030、UTF-16 都读不通（第 {line} 行）。",
            f"The encoding is unknown: neither UTF-8, GB18030 nor UTF-16 fits (line {line}).",
        ),
        _FIX,
        line,
    )
