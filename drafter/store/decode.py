"""From bytes to text: size, encoding, byte order mark, and characters that no fact file may hold."""

import codecs
import re
from typing import NamedTuple

from drafter.model.problem import Place, Problem
from drafter.model.text import visible
from drafter.model.words import Both
from drafter.store.telling import problem

LARGEST = 5_000_000  # bytes; a report of 8,000 characters is 30 KB

_BOMS = ((codecs.BOM_UTF8, ""), (codecs.BOM_UTF32_LE, "UTF-32"), (codecs.BOM_UTF32_BE, "UTF-32"))
_BOMS16 = ((codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"))
# C0 and C1 controls but tab and line ends, what YAML 1.1 takes for line ends (NEL, LS, PS), a mark amid the text, non-characters.
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_NAMES = {
    "\x00": Both("空字符（NUL）", "a NUL character"),
    "\x1b": Both("终端控制字符（ESC）", "a terminal escape character"),
    "\x85": Both("换行符 NEL（U+0085）", "a NEL line separator (U+0085)"),
    "\u2028": Both("行分隔符（U+2028）", "a line separator (U+2028)"),
    "\u2029": Both("段分隔符（U+2029）", "a paragraph separator (U+2029)"),
    "\ufeff": Both("夹在中间的字节顺序标记（U+FEFF）", "a byte order mark amid the text (U+FEFF)"),
}


class Decoded(NamedTuple):
    """``text`` is None when the bytes cannot be read at all; the mark, if any, is not in the text."""

    text: str | None
    bom: bool
    problems: list[Problem]


def decode(data: bytes, file: str) -> Decoded:
    """Strict UTF-8, with or without a mark. Anything else is refused, and named as what it looks like."""
    if len(data) > LARGEST:
        return Decoded(None, False, [_large(len(data), file)])
    bom = data.startswith(codecs.BOM_UTF8)
    try:
        text = data[3 if bom else 0 :].decode("utf-8")
    except UnicodeDecodeError as error:
        return Decoded(None, bom, [_encoding(data, error.start + (3 if bom else 0), file)])
    found = _REFUSED.search(text)
    if found is None:
        return Decoded(text, bom, [])
    if "\x00" in text and (looks := _looks_like(data)).startswith("UTF"):
        return Decoded(None, bom, [_encoding(data, data.index(0), file, looks)])
    return Decoded(text, bom, _refused_characters(text, file))


def without_refused(text: str) -> str:
    """The text without those characters, for reading on, so that other problems are told as well. Lines stay as they are."""
    return _REFUSED.sub(lambda found: " " if found[0] in "\x85\u2028\u2029" else "", text)


def line_column(text: str, offset: int) -> tuple[int, int]:
    """(line, column) from 1 of an offset; lines end with LF, CRLF or CR."""
    before = text[:offset]
    line = before.count("\n") + before.count("\r") - before.count("\r\n") + 1
    start = max(before.rfind("\n"), before.rfind("\r")) + 1
    return line, offset - start + 1


def _large(size: int, file: str) -> Problem:
    megabytes = f"{size / 1_000_000:.1f}"
    return problem(
        "file-large",
        Both(f"文件有 {megabytes} MB，超过 5 MB，没有读取", f"the file has {megabytes} MB, over 5 MB, and was not read"),
        Both("把内容分到同一文件夹的几个文件里", "split it into several files of the same folder"),
        Place(file),
    )


def _looks_like(data: bytes) -> str:
    for mark, name in _BOMS + _BOMS16:
        if name and data.startswith(mark):
            return name
    head = data[:4000]
    if head.count(0) * 5 > len(head):
        return "UTF-16"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return "GB18030"


def _encoding(data: bytes, offset: int, file: str, looks: str | None = None) -> Problem:
    looks = _looks_like(data) if looks is None else looks
    line = data.count(b"\n", 0, offset) + 1
    name = {"GB18030": "GB18030（GBK）"}.get(looks, looks)
    return problem(
        "file-encoding",
        Both(
            f"文件不是 UTF-8 编码，看起来是 {name}" if looks else "文件不是 UTF-8 编码，也认不出是什么编码",
            f"the file is not UTF-8; it looks like {looks}" if looks else "the file is not UTF-8, nor any encoding known here",
        ),
        Both("在编辑器里选“另存为”，编码选 UTF-8", "save it again as UTF-8"),
        Place(file, line, None),
    )


def _refused_characters(text: str, file: str) -> list[Problem]:
    problems = []
    for count, found in enumerate(_REFUSED.finditer(text)):
        if count == 20:
            break
        sign = found[0]
        code = f"U+{ord(sign):04X}"
        name = _NAMES.get(sign, Both(f"控制字符（{code}）", f"a control character ({code})"))
        line, column = line_column(text, found.start())
        near = visible(text[max(0, found.start() - 6) : found.start()].strip())
        where = Both(f"“{near}”之后有", f" after “{near}”") if near else Both("这里有", "")
        problems.append(
            problem(
                "file-character",
                Both(f"{where.zh}{name.zh}，看不见，也不能排印", f"there is {name.en}{where.en}; it cannot be seen or printed"),
                Both("删掉它；多半是从别处粘贴带来的", "delete it; it usually comes with pasted text"),
                Place(file, line, column),
            )
        )
    return problems
