"""Text that was garbled on its way: bytes read by the wrong code, a byte lost, signs of a font that others do not have."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple


class Garbled(NamedTuple):
    """From ``start`` to ``end``. ``certain``: nothing else can look so. ``meant``: what it was, where that is sure."""

    start: int
    end: int
    certain: bool
    meant: str = ""


def _run(unit: str) -> str:
    """One or more of them. A first sign is found several times faster than a run is tried at every sign."""
    return f"{unit}(?:{unit})*"


_HAN = "\u4e00-\u9fff"
_REPLACED = _run("\ufffd")
#: What memory fill and replacement characters look like when read as GBK or Latin-1.
_FILL = f"{_run('锟斤拷')}|锟斤|斤拷|烫烫{_run('烫')}|屯屯{_run('屯')}|锘锟|锘縗|{_run('ï¿½')}|ï»¿"
#: Signs as programs write them for programs: \u5e74, =E5=B9=B4, %E5%B9%B4.
_UNICODE = r"\\u[4-9][0-9A-Fa-f]{3}"
_QUOTED = "=E[4-9]=[89AB][0-9A-F]=[89AB][0-9A-F]"
_PERCENT = _QUOTED.replace("=", "%")
_ESCAPES = rf"{_run(_UNICODE)}|{_run(_QUOTED)}|%(?<![/?=&\w]%){_PERCENT[1:]}(?:{_PERCENT})*"
# A class of signs first lets a search pass over all others.
_CERTAIN = re.compile(rf"(?=[\ufffd锟斤烫屯锘ï\\=%])(?:{_REPLACED}|{_FILL}|{_ESCAPES})")
_PRIVATE = re.compile(_run("[\ue000-\uf8ff\U000f0000-\U0010fffd]"))
#: Kangxi and supplement radicals, and compatibility ideographs: they look like the character but are another, as copied from PDF.
_LOOKALIKE = re.compile(_run("[\u2e80-\u2fdf\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufaff]"))
_QUESTION = re.compile(
    f"\\?{{2,}}(?=[{_HAN}])|(?<=[{_HAN}])\\?{{2,}}|^[ \t\u3000]*\\?+(?=[{_HAN}])|\\?[{_HAN}]{{2,12}}", re.MULTILINE
)
_LETTER = "[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
_LATIN = re.compile(f"{_LETTER}{_LETTER}{{2,}}")
_WESTERN = re.compile("[\u00a1-\u00ff]")
#: UTF-8 punctuation, read as GBK, begins with these; no text has them.
_MARKS_AS_GBK = re.compile("[锛銆鈥][\u20ac\u4e00-\u9fff]?")
_CHINESE = re.compile(f"[{_HAN}\u2014\u2018-\u201d\u2026\u3000-\u303f\uff00-\uffef]{{2,}}")
_IDEOGRAPH = re.compile(f"[{_HAN}]")
#: Punctuation that a text shifted by one byte brings back.
_BROUGHT_BACK = re.compile("[“”、。《》，（）：；]")
#: So many bytes that read as UTF-8 are no chance: fewer will do where they are all there is.
_SURE, _LIKELY = 9, 6


def _leads() -> str:
    """The ideographs whose GBK bytes begin Chinese in UTF-8. Texts have hardly any: they tell where it is worth a look."""
    pairs = (bytes((first, second)) for first in (*range(0xE2, 0xEA), 0xEF) for second in range(0x80, 0xC0))
    return "".join(sign for pair in pairs if len(sign := pair.decode("gb18030", "ignore")) == 1 and "\u4e00" <= sign <= "\u9fff")


# Such text is not of ideographs alone: whatever else GBK has stands between them, from Greek to wide signs, and € for a lone byte.
_UTF8_AS_GBK = re.compile(f"[{_leads()}][{_HAN}\u0391-\u03c9\u0401-\u0451\u2010-\u33ff\ue000-\uf8ff\uff01-\uffe5]{{3,}}")


def garbled(text: str) -> Iterator[Garbled]:
    """The garbled places, kind by kind."""
    for found in _CERTAIN.finditer(text):
        yield Garbled(*found.span(), True)
    if text.isascii():
        for found in re.finditer(r"\?{2,}[^\n]{0,12}", text):
            yield Garbled(*found.span(), False)
        return
    for found in _PRIVATE.finditer(text):
        yield Garbled(*found.span(), False)
    for found in _LOOKALIKE.finditer(text):
        meant = unicodedata.normalize("NFKC", found[0])
        yield Garbled(*found.span(), False, meant if _IDEOGRAPH.match(meant) and not _LOOKALIKE.search(meant) else "")
    if "?" in text:
        for found in _QUESTION.finditer(text):
            if not found[0].lstrip(" \t\u3000?") or _is_shifted(found[0]):
                yield Garbled(*found.span(), False)
    for found in _LATIN.finditer(text):
        if len(_WESTERN.findall(found[0])) >= 2 and _reads_as_chinese(found[0]):
            yield Garbled(*found.span(), True)
    yield from _utf8_as_gbk(text)


def _utf8_as_gbk(text: str) -> Iterator[Garbled]:
    """绉戞妧 for 科技: whole runs, and marks for themselves."""
    told: set[int] = set()
    for found in _UTF8_AS_GBK.finditer(text):
        length = _read_as_gbk(found[0])
        if length:
            told.update(range(found.start(), found.start() + length))
            yield Garbled(found.start(), found.start() + length, True)
    for found in _MARKS_AS_GBK.finditer(text):
        if found.start() not in told:
            yield Garbled(*found.span(), True)


def _is_shifted(words: str) -> bool:
    """``?弧敝贫取``: one byte was lost, and every character after it is made of the halves of two. Shifting back shows it."""
    try:
        halves = words.lstrip("?").encode("gb18030")[1:-1]
    except UnicodeEncodeError:
        return False
    return bool(_BROUGHT_BACK.search(halves.decode("gb18030", "ignore")))


def _reads_as_chinese(words: str) -> bool:
    """Whether Western letters are the bytes of Chinese: å¹´ (UTF-8), ÖÐ¹ú (GBK)."""
    for wrong in ("cp1252", "latin-1"):
        try:
            raw = words.encode(wrong)
        except UnicodeEncodeError:
            continue
        for right in ("utf-8", "gb18030"):
            if len(_IDEOGRAPH.findall(raw.decode(right, "ignore"))) * 4 > len(raw):
                return True
    return False


def _read_as_gbk(words: str) -> int:
    """How many signs of ``words`` are Chinese in UTF-8 that was read as GBK: 绉戞妧 is 科技. The bytes of ordinary Chinese never are."""
    raw = b"\x80".join(part.encode("gb18030") for part in words.split("€"))
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as fault:
        text = raw[: fault.start].decode("utf-8")
    found = _CHINESE.match(text)
    valid = 3 * len(found[0]) if found else 0
    whole = len(raw) - valid <= 2  # the last sign may be cut
    if valid < (_LIKELY if whole else _SURE):
        return 0
    return len(words) if whole else (valid + 1) // 2
