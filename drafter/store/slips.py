"""The slips of hand editing in words, and the checks of what stands after a colon or a dash."""

import re
from collections.abc import Callable
from typing import NamedTuple

from drafter.model.problem import Severity
from drafter.model.words import Both

_LISTS = frozenset({"lines", "records", "record", "levels"})
_WIDE_BRACKETS = str.maketrans("［］【】｛｝，：", "[][]{},:")
_SHOWN = 24  # characters of a value that a message repeats


class Slip(NamedTuple):
    """What was typed wrong, and how to write it."""

    code: str
    message: Both
    fix: Both


class Value(NamedTuple):
    """What stands after a colon or a dash. ``forms`` are those of the word before it, empty when it is not known.

    ``below`` is the next line with something on it when that is not deeper, else empty.
    """

    word: str
    forms: frozenset[str]
    text: str
    broken: bool
    below: str


class Finding(NamedTuple):
    """The slip, the value as it should read, and where in the value it is."""

    slip: Slip
    text: str
    offset: int = 0
    severity: Severity = "error"


def conflict(last: int | None) -> Slip:
    if last is None:
        return Slip(
            "near-conflict",
            Both("这里有 git 的冲突标记（<<<<<<< 或 >>>>>>>）", "there is a git conflict mark (<<<<<<< or >>>>>>>) here"),
            Both("决定留哪一边，再删去标记", "decide which side to keep and delete the marks"),
        )
    return Slip(
        "near-conflict",
        Both(f"从这里到第 {last} 行是 git 没有合并的冲突", f"from here to line {last} is an unmerged git conflict"),
        Both(
            "决定留哪一边，再删去 <<<<<<<、=======、>>>>>>> 三行",
            "keep one side and delete the <<<<<<<, ======= and >>>>>>> lines",
        ),
    )


def indent(lead: str) -> Slip:
    if "\t" in lead:
        what = Both("行首用了制表符（Tab）缩进", "the line is indented with a tab")
        code = "near-tab"
    else:
        what = Both("行首用了全角空格缩进", "the line is indented with full-width spaces")
        code = "near-wide-space"
    return Slip(code, what, Both("改用半角空格，每层两个", "use ordinary spaces, two for each level"))


def block_indent() -> Slip:
    return Slip(
        "near-block-indent",
        Both("上面这段正文到这里断了：这一行前面的空格不够", "the text above breaks off here: this line is not indented enough"),
        Both("在行首补上与上一行同样多的半角空格", "begin it with as many spaces as the line above"),
    )


def dash(typed: str, gap: bool) -> Slip:
    fix = Both("写成半角减号再空一格，如 - 标题: ……", "write an ordinary hyphen and a space, as in - 标题: …")
    if typed == "-":
        if gap:
            return Slip("near-dash", Both("“-”后面是全角空格", "the space after “-” is a full-width one"), fix)
        return Slip("near-dash", Both("“-”后面少了空格", "there is no space after “-”"), fix)
    return Slip("near-dash", Both(f"列表的减号写成了“{typed}”", f"the list dash is written “{typed}”"), fix)


def colon(word: str, value: str) -> Slip:
    return Slip(
        "near-colon",
        Both(f"“{word}”后面的冒号是全角的", f"the colon after “{word}” is a full-width one"),
        _write(word, value),
    )


def no_space(word: str, value: str) -> Slip:
    return Slip("near-space", Both(f"“{word}:”后面少了空格", f"there is no space after “{word}:”"), _write(word, value))


def key_quotes(word: str) -> Slip:
    return Slip(
        "near-key-quotes",
        Both(f"栏目名“{word}”外面用了全角引号", f"the field name “{word}” stands in full-width quotation marks"),
        Both(f"去掉引号，写成 {word}:", f"write {word}: without them"),
    )


def key_of(rest: str) -> str:
    """The word before the first colon of either width; empty when there is none."""
    found = re.match("[\"'“]?([^\\s：:\"'”]{1,20})[\"'”]?[ \u3000]*[：:]", rest)
    return found[1] if found else ""


def is_prose(body: str) -> bool:
    """A line without list dash, key or comment: more text, as far as one can see."""
    bare = body.lstrip(" \t\u3000")
    return not bare.startswith(("- ", "#", "---")) and bare != "-" and not key_of(bare)


def closing_quote(value: str) -> int | None:
    """The index of the quote that closes the one that ``value`` begins with; None when it stays open."""
    quote, at = value[0], 1
    while at < len(value):
        if value[at] == "\\" and quote == '"':
            at += 1
        elif value[at] == quote:
            if quote == '"' or value[at + 1 : at + 2] != "'":
                return at
            at += 1
        at += 1
    return None


def quoted(value: str) -> str:
    """A text between single quotes, where nothing means anything but the quote itself."""
    return "'" + value.replace("'", "''") + "'"


def _write(word: str, value: str) -> Both:
    """The fix by example; a long value is cut."""
    value = value if len(value) <= _SHOWN else value[:_SHOWN] + "……"
    line = f"{word}: {value}".rstrip() if word else f"- {value}"
    return Both(f"写成 {line}", f"write {line}")


def _quote(here: Value, code: str, what: Both) -> Finding:
    mark = "'" if '"' in here.text else '"'
    bare = here.text.rstrip()
    shown = bare if len(bare) <= _SHOWN else bare[:_SHOWN] + "……"
    fix = _write(here.word, f"{mark}{shown}{mark}")
    return Finding(
        Slip(code, what, Both(f"用引号括起来：{fix.zh.removeprefix('写成 ')}", f"quote it: {fix.en.removeprefix('write ')}")),
        quoted(bare),
    )


def _braces(here: Value) -> Finding | None:
    if not here.text.startswith("{{"):
        return None
    what = Both("内容以 {{ 开头，会被当作括号", "the text begins with {{, which is read as brackets")
    return _quote(here, "near-braces", what)


def _reserved(here: Value) -> Finding | None:
    sign = here.text[0]
    taken = sign in "@`%" or (here.broken and sign in "*&!" and not re.match(r"[*&!][\w!-]+(?:[ ]|$)", here.text, re.ASCII))
    if here.broken and sign in "|>" and not re.match(r"[|>][0-9+-]{0,2}[ ]*(?:#|$)", here.text):
        taken = True
    if not taken:
        return None
    what = Both(f"内容以“{sign}”开头，这个符号在 YAML 里另有用处", f"the text begins with “{sign}”, which YAML keeps for itself")
    return _quote(here, "near-reserved", what)


def _wide_brackets(here: Value) -> Finding | None:
    if not here.forms or not here.forms <= _LISTS or here.text[0] not in "［【｛":
        return None
    text = here.text.rstrip().translate(_WIDE_BRACKETS).replace(",", ", ").replace(":", ": ")
    what = Both(f"括号“{here.text[0]}”是全角的", f"the bracket “{here.text[0]}” is a full-width one")
    return Finding(Slip("near-brackets", what, _write(here.word, text)), text)


def _flow(here: Value) -> Finding | None:
    """``[…]`` and ``{…}``: commas and colons inside, text after, bracket not closed."""
    if here.text[0] not in "[{":
        return None
    bare = here.text.rstrip()
    closing = "]" if bare[0] == "[" else "}"
    end = bare.rfind(closing)
    if end < 0:
        return _unclosed_bracket(here, bare, closing) if here.broken and here.below else None
    after = bare[end + 1 :].strip()
    if after and not after.startswith("#") and here.broken and ("text" in here.forms or "line" in here.forms):
        what = Both(f"内容以“{bare[0]}”开头，会被当作列表", f"the text begins with “{bare[0]}” and is read as a list")
        return _quote(here, "near-reserved", what)
    return _flow_signs(here, bare)


_QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
_INNER_COLON = re.compile("([{,][ ]*[^\\s:：,{}\\[\\]]{1,8})(?:：[ \u3000]*|:(?=[^\\s]))")


def _flow_signs(here: Value, bare: str) -> Finding | None:
    masked = _QUOTED.sub(lambda found: "x" * len(found[0]), bare)
    if bare[0] == "[" and "，" in masked:
        text = _outside_quotes(bare, lambda piece: piece.replace("，", ", "))
        what = Both(
            "列表里的逗号是全角的，几项会连成一项", "the comma in the list is a full-width one, so the items run together"
        )
        return Finding(Slip("near-comma", what, _write(here.word, text)), text, masked.index("，"))
    if bare[0] == "{":
        text = _outside_quotes(bare, lambda piece: re.sub("，(?=[^，,:：]{1,8}[：:])", ", ", piece))
        text = _outside_quotes(text, lambda piece: _INNER_COLON.sub(r"\1: ", piece))
        if text != bare:
            offset = next(at for at, (old, new) in enumerate(zip(bare, text, strict=False)) if old != new)
            what = Both("花括号里的冒号或逗号写法不对", "a colon or a comma inside the braces is not as YAML wants it")
            return Finding(Slip("near-comma", what, _write(here.word, text)), text, offset)
    return None


def _outside_quotes(text: str, change: Callable[[str], str]) -> str:
    pieces, at = [], 0
    for found in _QUOTED.finditer(text):
        pieces += [change(text[at : found.start()]), found[0]]
        at = found.end()
    return "".join([*pieces, change(text[at:])])


def _unclosed_bracket(here: Value, bare: str, closing: str) -> Finding:
    text = bare + closing
    what = Both(f"括号“{bare[0]}”没有关上", f"the bracket “{bare[0]}” is not closed")
    return Finding(Slip("near-unclosed", what, _write(here.word, text)), text)


def _quotes(here: Value) -> Finding | None:
    """A value in quotation marks: not closed, or with text after them."""
    quote = here.text[0]
    if quote not in "\"'" or not here.broken:
        return None
    bare = here.text.rstrip()
    end = closing_quote(bare)
    if end is None:
        if not (key_of(here.below.lstrip(" -")) or here.below.lstrip().startswith("- ") or here.below == "-"):
            return None
        what = Both("引号没有关上", "the quotation mark is not closed")
        text = quoted(bare[1:])
        return Finding(Slip("near-unclosed", what, _write(here.word, bare + quote)), text)
    after = bare[end + 1 :]
    if not after.strip() or after.lstrip().startswith("#"):
        return None
    what = Both("引号关上之后还有字，引号不能只括一半", "there is text after the closing quotation mark")
    return _quote(here, "near-half-quoted", what)


def _colon_inside(here: Value) -> Finding | None:
    if not here.broken or not here.word or here.text[0] in "\"'[{|>#":
        return None
    bare = here.text.split(" #")[0].rstrip()
    at = bare.find(": ")
    if at < 0 and bare.endswith(":"):
        at = len(bare) - 1
    if at < 0 and not bare.startswith("- "):
        return None
    what = (
        Both("内容里有冒号加空格，会被当作另一个栏目", "the text holds a colon and a space, which begins another field")
        if at >= 0
        else Both("内容以“- ”开头，会被当作列表", "the text begins with “- ”, which begins a list")
    )
    found = _quote(here, "near-colon-inside", what)
    return found._replace(offset=max(at, 0))


def _cut(here: Value) -> Finding | None:
    """`` #1``: YAML drops the rest. A comment begins with ``# ``, so this may be text; nobody can tell, so it is said."""
    if here.text[0] in "\"'[{|>#" or not (here.forms & {"line", "text"}):
        return None
    at = re.search(r"[ \t]#(?=[^\s])", here.text)
    if at is None or here.text.find(" # ") in range(at.start()):
        return None
    rest = here.text[at.end() - 1 :].strip()
    rest = rest if len(rest) <= _SHOWN else rest[:_SHOWN] + "……"
    slip = Slip(
        "near-cut",
        Both(f"“{rest}”被当作注释，不算内容", f"“{rest}” is taken for a comment, not for text"),
        Both(
            "如果是正文，用引号把整句括起来；如果是注释，# 后面空一格",
            "if it is text, quote the whole value; if a comment, put a space after #",
        ),
    )
    return Finding(slip, here.text, at.start() + 1, "warning")


#: Each looks at one slip; the first that finds something speaks for the value.
VALUE_CHECKS: tuple[Callable[[Value], Finding | None], ...] = (
    _braces,
    _reserved,
    _wide_brackets,
    _flow,
    _quotes,
    _colon_inside,
    _cut,
)
