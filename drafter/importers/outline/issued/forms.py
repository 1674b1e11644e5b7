"""Lines of a red-headed document, each told by itself."""

import re
from typing import NamedTuple

from drafter.importers.outline.covers import NUMBER, is_body_name, is_date
from drafter.importers.outline.signs import GAP, ends_clause, is_prose, length
from drafter.model.numbering import numeral_value
from drafter.model.ordinals import even

#: 份号, 密级, 紧急程度: the word that some forms put before it, and what it looks like (7.2.1 to 7.2.3).
MARKINGS = {
    "copy": re.compile(r"((?:份号|份数序号)[:：]|No\.?|№)?(\d{6})"),
    "secrecy": re.compile(r"(密级[:：])?((?:绝密|机密|秘密)(?:★?(?:[\d一二三四五六七八九十]{1,3}(?:年|个月)|长期))?★?)"),
    "urgency": re.compile(r"((?:紧急程度|缓急)[:：])?(特急|加急)"),
}
_SIGNERS = re.compile(r"签[ \u3000]*发[ \u3000]*人[ \u3000]*[:：]")
_NAME = re.compile(r"[\u4e00-\u9fff]{1,4}(?:·[\u4e00-\u9fff]{1,8})?")
FILE = "文件"
_MARK = re.compile(r"[\u4e00-\u9fff（）()]{3,40}文件")
_ANNEX = re.compile(
    r"附[ \u3000]*件[ \u3000]*(\d{1,2}|[一二三四五六七八九十]{1,3})?[ \u3000]*(?:([:：])[ \u3000]*)?(.*)", re.DOTALL
)
_ENTRY = re.compile(r"(?:附件[ \u3000]*)?(\d{1,2})[ \u3000]*[.．、:：][ \u3000]*(?!\d(?!\d{3}年))(.+)")
_TITLE_LENGTH = 60
#: A file to be downloaded is no annex that is printed.
_FILE_NAME = re.compile(r"\.(?:docx?|xlsx?|pdf|wps|et|zip|rar)\b", re.IGNORECASE)


class Marking(NamedTuple):
    """``label``: words before it that printing does not give back."""

    kind: str
    label: str
    text: str


def markings(text: str) -> list[Marking]:
    """份号, 密级 and 紧急程度 of a line that holds nothing else; empty for any other."""
    pieces = re.split(r"[ \u3000\t]{2,}|[ \u3000\t](?=[^ \u3000\t]{2})", re.sub(r"(?<=[特加])[ \u3000]+(?=急)", "", text.strip()))
    found = [marking for piece in pieces if (marking := _marking(piece))]
    return found if len(found) == len(pieces) else []


def _marking(piece: str) -> Marking | None:
    bare = "".join(even(piece).replace("☆", "★").split())
    for kind, pattern in MARKINGS.items():
        if found := pattern.fullmatch(bare):
            return Marking(kind, found[1] or "", found[2])
    return None


def squeezed(text: str) -> str:
    """Without the gaps that spread a line out."""
    return "".join(text.split())


def is_mark(text: str) -> bool:
    """发文机关标志 with 文件 at its end: the name of a body, or of several."""
    bare = squeezed(text)
    return _MARK.fullmatch(bare) is not None and is_body_name(re.sub(r"[（(][^（()）]*[)）]$", "", bare.removesuffix(FILE)))


def is_body(text: str) -> bool:
    """The name of a body, spread out or not."""
    return is_body_name(squeezed(text))


def bodies(text: str) -> list[str]:
    """The names of bodies that stand side by side on a line; the whole line where it is one name."""
    pieces = [piece for piece in GAP.split(text.strip()) if piece]
    return pieces if len(pieces) > 1 and all(len(piece) > 3 and is_body_name(piece) for piece in pieces) else [text]


def number_and_signers(text: str) -> tuple[str, str] | None:
    """(发文字号, names behind 签发人：) of a line under the mark; None where it is neither (7.2.5, 7.2.6)."""
    bare = text.strip()
    found = NUMBER.match(even(bare))
    number, rest = (bare[: found.end()], bare[found.end() :]) if found else ("", bare)
    label = _SIGNERS.match(rest.strip())
    names = rest.strip()[label.end() :] if label else rest
    if not number and not label:
        return None
    return (number, " ".join(names.split())) if _named(names) else None


def _named(text: str) -> bool:
    """Names and nothing else, or nothing at all."""
    return all(_NAME.fullmatch(name) for name in text.split()) and len(text.split()) < 10


def is_names(text: str) -> bool:
    """A line that goes on with the names of signers."""
    return bool(text.strip()) and _named(text) and all(len(name) < 4 for name in text.split())


class Annexed(NamedTuple):
    """The head of an annex, or of the list of them. ``number`` 0 where none is given; ``title``: behind it on the same line."""

    number: int
    colon: bool
    title: str


def annexed(text: str) -> Annexed | None:
    """附件1, 附件：1.甲, 附件1：甲 and the like; None for any other line, and for a sentence."""
    found = _ANNEX.fullmatch(even(text.strip()))
    if found is None or ends_clause(found[3]) or is_prose(found[3]) or _FILE_NAME.search(found[3]):
        return None
    title = text.strip()[len(text.strip()) - len(found[3]) :].strip()
    if length(title) > _TITLE_LENGTH or (title and not found[1] and not found[2]):
        return None
    number = int(found[1]) if (found[1] or "").isdecimal() else numeral_value(found[1] or "") or 0
    return Annexed(number, bool(found[2]), title)


def is_annex_head(text: str) -> bool:
    """附件 or 附件1 alone on its line (7.3.7)."""
    found = annexed(text)
    return found is not None and not found.title and not found.colon


def entry(text: str) -> tuple[int, str] | None:
    """(number, name) of a line of 附件说明; 0 where it has no number (7.3.4). None for a sentence."""
    found = annexed(text)
    rest = found.title if found and found.colon and not found.number else text.strip()
    counted = _ENTRY.fullmatch(even(rest))
    if counted is None:
        return (0, found.title) if found and found.colon and found.title and not found.number else None
    name = rest[len(rest) - len(counted[2]) :].strip()
    return (int(counted[1]), name) if length(name) <= _TITLE_LENGTH and not ends_clause(name) else None


def is_closing(text: str) -> bool:
    """A line that stands behind a document: its date, or 附注 in brackets (7.3.6)."""
    bare = text.strip()
    return is_date(bare) or (bare[:1] in ("（", "(") and bare[-1:] in ("）", ")") and length(bare) < 100)
