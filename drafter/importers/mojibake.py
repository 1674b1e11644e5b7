"""Text that was garbled before it reached us: pointed out with its line, and kept as it is."""

import re
from collections.abc import Iterator
from itertools import islice

from drafter.importers.findings import shown, warning
from drafter.importers.source import Source
from drafter.model.problem import Problem
from drafter.model.words import Both

_HAN = "\u4e00-\u9fff"
_MOST = 30

_REPLACED = re.compile("\ufffd+")
# What memory fill and replacement characters look like when read as GBK.
_FILL = re.compile("锟斤拷|(?:烫烫|屯屯)+[烫屯]?|锘锟")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]+")
# Kangxi and supplement radicals, and compatibility ideographs: they look like the character but are another, as copied from PDF.
_LOOKALIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufa0d\ufa10\ufa12\ufa15-\ufa1e\ufa20\ufa22\ufa25\ufa26\ufa2a-\ufaff]+")
_QUESTION = re.compile(f"\\?{{2,}}(?=[{_HAN}])|(?<=[{_HAN}])\\?{{2,}}|^[ \t\u3000]*\\?+(?=[{_HAN}])|\\?[{_HAN}]{{2,12}}")
_LATIN = re.compile("[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{3,}")
# UTF-8 punctuation and common bytes, read as GBK, begin with these.
_AS_GBK = re.compile(f"[锛銆][\u20ac{_HAN}]{{0,12}}")
# Such text is not of ideographs alone: kana, bopomofo, Greek and Cyrillic stand between them.
_RUN = re.compile(f"[{_HAN}\u3040-\u30ff\u3105-\u312f\u0391-\u03c9\u0401-\u0451]{{4,}}")
_CHINESE = re.compile(f"[{_HAN}\u3000-\u303f\uff00-\uffef]{{2,}}")
# Punctuation that a text shifted by one byte brings back: “ ” 、 。 《 》 ， （ ） ： ；
_BROUGHT_BACK = re.compile("[“”、。《》，（）：；]")


def mojibake(source: Source) -> list[Problem]:
    """A warning for every garbled place, at most 30; the last one counts the rest."""
    found = ((line.number, words) for line in source.lines for words in garbled(line.text))
    problems = [
        warning(
            "mojibake",
            source.name,
            Both(f"疑似乱码：“{shown(words)}”。", f'This looks garbled: "{shown(words)}".'),
            Both("原文照留，请对照原件改正。", "It was kept; correct it from the original."),
            number,
        )
        for number, words in islice(found, _MOST)
    ]
    rest = sum(1 for _ in found)
    if rest:
        problems.append(warning("mojibake", source.name, Both(f"另有 {rest} 处疑似乱码。", f"{rest} more places look garbled.")))
    return problems


def garbled(text: str) -> Iterator[str]:
    """The garbled words of one line, each with a little of what follows."""
    if text.isascii():
        if "??" in text:
            yield text.strip()[:20]
        return
    for pattern in (_REPLACED, _FILL, _PRIVATE, _LOOKALIKE):
        for found in pattern.finditer(text):
            yield text[max(0, found.start() - 2) : found.end() + 4].strip()
    for found in _QUESTION.finditer(text):
        if not found[0].lstrip(" \t\u3000?") or _is_shifted(found[0]):
            yield text[found.start() : found.end() + 6].strip()
    for found in _LATIN.finditer(text):
        if len(re.findall("[\u00a1-\u00ff]", found[0])) >= 2 and _reads_as_chinese(found[0]):
            yield found[0]
    for found in _AS_GBK.finditer(text):
        yield found[0]
    for found in _RUN.finditer(text):
        if not _AS_GBK.search(found[0]) and _is_utf8_read_as_gbk(found[0]):
            yield found[0]


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
            text = raw.decode(right, "ignore")
            if len(re.findall(f"[{_HAN}]", text)) * 4 > len(raw):
                return True
    return False


def _is_utf8_read_as_gbk(words: str) -> bool:
    """绉戞妧 is 科技. The bytes of ordinary Chinese are never UTF-8 over a whole run, bar the ends."""
    raw = words.encode("gb18030")
    for cut in range(3):
        try:
            text = raw[: len(raw) - cut].decode("utf-8")
        except UnicodeDecodeError:
            continue
        return _CHINESE.fullmatch(text) is not None
    return False
