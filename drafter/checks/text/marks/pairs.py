"""Quotes and brackets without their partner, and names of documents within names."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.checks.finding import Finding, counted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import PUNCTUATION, Rule
from drafter.checks.text.marks.spots import Spot, shown, told
from drafter.model.words import Both

RULES = (
    Rule(
        "unbalanced",
        "warning",
        Both("引号或括号不成对", "Quote or bracket without its partner"),
        Both(
            "引号、括号、书名号要成对，少一半就看不出引到哪里。",
            "Quotes and brackets come in pairs, or nobody sees where they end.",
        ),
        PUNCTUATION,
        "印发《档案库房管理办法，压实管护责任。",
        "印发《档案库房管理办法》，压实管护责任。",
    ),
    Rule(
        "bracket-nested",
        "info",
        Both("书名号里又用双书名号", "《》 within 《》"),
        Both("书名号里面还要用书名号时，里层用单书名号〈〉。", "A name within a name is marked by 〈〉."),
        f"{PUNCTUATION} 4.15",
        "转发《关于印发《库房管理办法》的通知》。",
        "转发《关于印发〈库房管理办法〉的通知》。",
    ),
)

_OPENING = "“‘（《〈〔【[「『"
_CLOSING = "”’）》〉〕】]」』"
_PARTNER = dict(zip(_OPENING, _CLOSING, strict=True)) | dict(zip(_CLOSING, _OPENING, strict=True))
_QUOTES = frozenset("“”‘’「」『』")
_NAMES = {
    "“": "引号",
    "‘": "单引号",
    "（": "括号",
    "《": "书名号",
    "〈": "单书名号",
    "〔": "六角括号",
    "【": "方头括号",
    "[": "方括号",
}
_SIGN = re.compile(r"[“”‘’（）()《》〈〉〔〕【】\[\]「」『』\n]")
_EVEN = {"(": "（", ")": "）"}
#: 1） and （the half of it that is typed) 一） before an item; ’ in People’s and ’98.
_ITEM = re.compile(r"(?:^|[。；;：:，,、\s])(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}|[A-Za-z①-⑳])$")
_APOSTROPHE = re.compile(r"[A-Za-z]’[A-Za-z\s]|’[0-9]{2}")
_ENDS_PARAGRAPH = re.compile(r"[。；;.]?(?:\n|$)")
#: A quotation may go on for so many paragraphs, a remark in brackets for so many, what was torn into lines for so many.
_LONG_QUOTE, _LONG_BRACKET, _TORN = 30, 3, 3
_NESTED = re.compile(r"《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)+》")
_STRAIGHT, _INCH = re.compile('"'), re.compile('[0-9]"')


class _Fault(NamedTuple):
    """A sign whose partner is missed in its paragraph. ``twice``: it opens what is open already."""

    at: int
    sign: str
    paragraph: int
    twice: bool = False


def check(manuscript: Manuscript) -> Iterator[Finding]:
    told_of: set[int] = set()
    for fault in _without_long(manuscript.raw, _faults(manuscript.raw)):
        if fault.paragraph not in told_of:
            told_of.add(fault.paragraph)
            yield _finding(manuscript, fault)
    if '"' in manuscript.raw:
        yield from _straight(manuscript, told_of)
    if "《" in manuscript.raw:
        spots = [_inner(found) for found in _NESTED.finditer(manuscript.raw)]
        yield from told(manuscript, "bracket-nested", spots, _said_nested, _FIX_NESTED)


def _faults(raw: str) -> Iterator[_Fault]:
    """What has no partner in its paragraph."""
    paragraph, opened = 0, list[_Fault]()
    for found in _SIGN.finditer(raw):
        at, sign = found.start(), _EVEN.get(found[0], found[0])
        if sign == "\n":
            yield from opened
            opened.clear()
            paragraph += 1
        elif opened and sign in _QUOTES and opened[-1].sign == sign:
            yield _Fault(at, sign, paragraph, twice=True)
            opened.pop()
        elif sign in _OPENING:
            opened.append(_Fault(at, sign, paragraph))
        elif opened and opened[-1].sign == _PARTNER[sign]:
            opened.pop()
        elif not _stands_alone(raw, at, sign):
            partner = next((place for place in reversed(range(len(opened))) if opened[place].sign == _PARTNER[sign]), None)
            if partner is None:
                yield _Fault(at, sign, paragraph)
            else:
                yield from opened[partner + 1 :]
                del opened[partner:]
    yield from opened


def _stands_alone(raw: str, at: int, sign: str) -> bool:
    """Whether a closing sign needs no partner: 1） before an item, ’ in a foreign word."""
    if sign == "’":
        return _APOSTROPHE.match(raw, max(0, at - 1)) is not None or _APOSTROPHE.match(raw, at) is not None
    return sign == "）" and _ITEM.search(raw[max(0, at - 4) : at]) is not None


def _without_long(raw: str, faults: Iterator[_Fault]) -> Iterator[_Fault]:
    """The faults but for the two ends of what goes on over several paragraphs."""
    left = sorted(faults)
    opened: dict[str, list[_Fault]] = {}
    over: set[_Fault] = set()
    for fault in left:
        if fault.sign in _OPENING:
            if not fault.twice:
                opened.setdefault(fault.sign, []).append(fault)
        elif opened.get(_PARTNER[fault.sign]):
            pending = opened.pop(_PARTNER[fault.sign])
            if _go_on(raw, pending[-1], fault):
                over.update((fault, *pending))
    return (fault for fault in left if fault not in over)


def _go_on(raw: str, opening: _Fault, closing: _Fault) -> bool:
    """Whether two signs are the ends of one quotation or remark, of several paragraphs or of one that was torn."""
    apart = closing.paragraph - opening.paragraph
    if apart <= _TORN and (raw[opening.at + 1 : opening.at + 2] == "\n" or raw[closing.at - 1] == "\n"):
        return True
    if not _ENDS_PARAGRAPH.match(raw, closing.at + 1):
        return False
    if opening.sign in _QUOTES:
        return apart <= _LONG_QUOTE and (opening.at == 0 or raw[opening.at - 1] in "\n：:，,")
    return apart <= _LONG_BRACKET


def _finding(manuscript: Manuscript, fault: _Fault) -> Finding:
    words, sign = shown(manuscript, fault.at, fault.at + 1), manuscript.raw[fault.at]
    name = _NAMES[fault.sign if fault.sign in _OPENING else _PARTNER[fault.sign]]
    half = "前" if fault.sign in _OPENING else "后"
    if fault.twice:
        said = Both(f"“{words}”里连着两个前{name} {sign}，中间没有后{name}。", f"In “{words}” {sign} opens what is open already.")
        fix = Both(
            f"该用后{name}的改成后{name}；引号里面还要用引号的，里层用单引号。", "Close the first one, or use ‘ ’ within “ ”."
        )
    else:
        said = Both(
            f"“{words}”里的{half}{name} {sign} 在这一段里没有配对。", f"{sign} in “{words}” has no partner in its paragraph."
        )
        fix = Both("补上缺的一半，或删去多的一半。", "Add the missing half, or delete the odd one.")
    return Finding("unbalanced", fault.at, fault.at + 1, said, fix)


def _straight(manuscript: Manuscript, told_of: set[int]) -> Iterator[Finding]:
    """Paragraphs with an odd number of straight quotes; those after a digit may be inches."""
    places: dict[int, list[int]] = {}
    for found in _STRAIGHT.finditer(manuscript.raw):
        places.setdefault(manuscript.index(found.start()), []).append(found.start())
    for paragraph, quotes in places.items():
        if len(quotes) % 2 and paragraph not in told_of and not _INCH.search(manuscript.paragraphs[paragraph].text):
            words = shown(manuscript, quotes[-1], quotes[-1] + 1)
            said = Both(f"“{words}”这一段里的直引号不成对。", f"The straight quotes around “{words}” are odd in number.")
            fix = Both("补上缺的一半，并改用中文引号“ ”。", "Add the missing half, and use “ ”.")
            yield Finding("unbalanced", quotes[-1], quotes[-1] + 1, said, fix, severity="info")


def _inner(name: re.Match[str]) -> Spot:
    """A name with all names within it, whose marks become single ones."""
    begin, end = name.start() + 1, name.end() - 1
    marks = ((at, name.string[at]) for at in range(begin, end))
    edits = tuple((at, at + 1, "〈" if sign == "《" else "〉") for at, sign in marks if sign in "《》")
    return Spot(edits[0][0], edits[1][1], edits)


_FIX_NESTED = Both("里层改用单书名号〈〉。", "Mark the inner name by 〈〉.")


def _said_nested(words: str, number: int) -> Both:
    more = counted(number)
    return Both(f"书名号里的“{words}”{more.zh}又用了双书名号。", f"“{words}”{more.en} stands in 《》 within 《》.")
