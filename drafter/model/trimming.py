"""The sentences of a text: where each ends, which are named by 句子, and the text without some of them.

。！？ end a sentence and ； does where another point follows (一是…；二是…), outside of quotation marks and brackets. What ends with
a colon at the end of its paragraph goes on in the next one. A sentence hangs on another that it makes no sense without: 其中 on the
one before, 二是 on the one that leads over to 一是 with a colon; what hangs goes with it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from drafter.model.fact import Fact
from drafter.model.numbering import Scheme, ordinal_number, scheme
from drafter.model.sentence import Sentence

Span = tuple[int, int]

_OPENING, _CLOSING = "“‘《（「『【〔", "”’》）」』】〕"
_SIGN = re.compile(rf"[{_OPENING}{_CLOSING}。！？!?；;\n]")
_CN = "[一二三四五六七八九十]{1,3}"
#: Where an ordinal of a list within a text stands: at its beginning or after a mark.
_POINT = re.compile(
    rf"(?<![^。！？!?；;：:，,\n])(?:{_CN}(?:是|要(?![素点义务闻件]))|第{_CN}[，、：]|（(?:{_CN}|\d{{1,2}})）|[①-⑳])"
)
#: What opens a sentence that goes on with the one before.
_GOES_ON = re.compile(
    "其中|其[他余]|此外|另外|同时|与此同时|为此|对此|因此|由此|据此|这|该|上述|以上|但|然而|不过|而|并(?!购)|也|还(?![款贷本])|再次|最后"
)


def spans(text: str) -> list[Span]:
    """Where each sentence of ``text`` begins and ends, blanks between them left out."""
    found, start, depth = [], 0, 0
    for sign in _SIGN.finditer(text):
        mark, after = sign[0], sign.end()
        if mark in _OPENING:
            depth += 1
        elif mark in _CLOSING:
            depth = max(0, depth - 1)
        if mark == "\n":
            depth, ends = 0, not text[start : sign.start()].rstrip().endswith(("：", ":"))
        elif depth:
            ends = False
        elif mark in _CLOSING:
            # A quotation that is a sentence: “……。” ends it, unless it goes on after the quotation.
            ends = text[sign.start() - 1] in "。！？!?" and text[after : after + 1] not in "，、；：的"
        elif mark in "；;":
            ends = _POINT.match(text, after) is not None
        else:
            ends = mark not in _OPENING and text[after : after + 1] not in "。！？!?"
        if ends:
            found.append((start, after))
            start = after
    found.append((start, len(text)))
    return [bare for span in found if (bare := _bare(text, *span))]


def _bare(text: str, start: int, end: int) -> Span | None:
    said = text[start:end]
    left = len(said) - len(said.lstrip())
    return (start + left, start + len(said.rstrip())) if said.strip() else None


def named(fact: Fact) -> dict[int, Sentence]:
    """Place of a sentence among those of the text → the first of 句子 that names it, and no other sentence."""
    found: dict[int, Sentence] = {}
    for each in fact.sentences:
        places = fitting(fact.text, each.begins)
        if len(places) == 1:
            found.setdefault(places[0], each)
    return found


def fitting(text: str, begins: str) -> list[int]:
    """The places of the sentences that begin with these words."""
    return (
        [place for place, (start, _) in enumerate(spans(text)) if text.startswith(begins.strip(), start)]
        if begins.strip()
        else []
    )


def hanging(text: str) -> list[int | None]:
    """Of each sentence the earlier one that it hangs on."""
    return list(_hanging(text))


@lru_cache(maxsize=256)
def _hanging(text: str) -> tuple[int | None, ...]:
    where = spans(text)
    heads: list[int | None] = [
        place - 1 if place and _GOES_ON.match(text, start) else None for place, (start, _) in enumerate(where)
    ]
    for run in _runs(text):
        first, *others = run
        lead = _place(where, first.start)
        if text[where[lead][0] : first.start].rstrip().endswith(("：", ":")):
            for point in others:
                place = _place(where, point.start)
                if place != lead and point.start == where[place][0]:
                    heads[place] = lead
    return tuple(heads)


def with_hanging(text: str, places: Set[int]) -> frozenset[int]:
    """``places`` and all that hangs on them."""
    found = set(places)
    for place, head in enumerate(hanging(text)):
        if head in found:
            found.add(place)
    return frozenset(found)


def with_heads(text: str, places: Set[int]) -> frozenset[int]:
    """``places`` and all that they hang on."""
    found = set(places)
    for place, head in reversed(list(enumerate(hanging(text)))):
        if place in found and head is not None:
            found.add(head)
    return frozenset(found)


class _Point(NamedTuple):
    start: int
    end: int
    number: int
    scheme: Scheme


def _runs(text: str) -> list[list[_Point]]:
    """The lists within a text: points of one scheme counted from one."""
    lists: list[list[_Point]] = []
    open_: dict[tuple[str, str, str], list[_Point]] = {}
    for found in _POINT.finditer(text):
        series, number = scheme(found[0]), ordinal_number(found[0])
        if series is None or number is None:
            continue
        point = _Point(found.start(), found.end(), number, series)
        key = (series.before, series.kind, series.after)
        if number == 1:
            open_[key] = [point]
            lists.append(open_[key])
        elif key in open_ and open_[key][-1].number == number - 1:
            open_[key].append(point)
    return [each for each in lists if len(each) > 1]


def _place(where: Sequence[Span], offset: int) -> int:
    return next(place for place, (start, end) in enumerate(where) if start <= offset < end)


def lead_of(before: str, after: str) -> str:
    """What leads over to a list within a text that has lost points on the way from ``before``: where its count may stand."""
    for run in _runs(before):
        if sum(len(each) for each in _runs(after)) < sum(len(each) for each in _runs(before)):
            return before[: run[0].start]
    return ""


def trimmed(fact: Fact, gone: Set[int]) -> Fact:
    """The fact without the sentences at these places. Points that stay close up (三是 → 二是), one that stays alone has no
    ordinal, the last of them ends as the list did. 句子 name what they named.
    """
    if not gone:
        return fact
    text, where = fact.text, spans(fact.text)
    said = _renumbered(text, where, gone)
    for place, end in _endings(text, where, gone):
        said[place] = said[place][:-1] + end
    new, last = "", None
    for place, (start, _) in enumerate(where):
        if place not in gone:
            parted = last is not None and "\n" in text[where[last][1] : start]
            new += ("\n" if parted else "") + said[place]
            last = place
    kept = tuple(replace(each, begins=said[place]) for place, each in named(fact).items() if place not in gone)
    return replace(fact, text=new, sentences=kept)


def _renumbered(text: str, where: Sequence[Span], gone: Set[int]) -> dict[int, str]:
    """Place → the sentence that stays, its points counted anew."""
    anew: dict[int, list[tuple[_Point, str]]] = {}
    for run in _runs(text):
        stay = [point for point in run if _place(where, point.start) not in gone]
        if len(stay) < len(run):
            for number, point in enumerate(stay, 1):
                ordinal = point.scheme.ordinal(number) if len(stay) > 1 else ""
                anew.setdefault(_place(where, point.start), []).append((point, ordinal))
    said = {}
    for place, (start, end) in enumerate(where):
        if place not in gone:
            words = text[start:end]
            for point, ordinal in reversed(anew.get(place, [])):
                words = words[: point.start - start] + ordinal + words[point.end - start :]
            said[place] = words
    return said


def _endings(text: str, where: Sequence[Span], gone: Set[int]) -> Iterator[tuple[int, str]]:
    """(place, mark) of the sentences that end with ； and are now the last of their list: it ends as the last of all did."""
    chain: list[int] = []
    for place, (_, end) in enumerate(where):
        chain.append(place)
        if text[end - 1] not in "；;" or place == len(where) - 1:
            stay = [each for each in chain if each not in gone]
            if stay and stay[-1] != place:
                yield stay[-1], text[end - 1]
            chain = []


def taken(before: str, after: str) -> list[str]:
    """The sentences of ``before`` that :func:`trimmed` took away to make ``after``."""
    if before == after:
        return []
    left = [_core(after, span) for span in spans(after)]
    gone = []
    for start, end in spans(before):
        if left and _core(before, (start, end)) == left[0]:
            left.pop(0)
        else:
            gone.append(before[start:end])
    return gone


def _core(text: str, span: Span) -> str:
    """A sentence without what trimming changes."""
    return _POINT.sub("", text[slice(*span)]).rstrip("。；;！？!?")


def moved(begins: str, before: str, after: str) -> str:
    """The words by which 句 names in ``after``, the same text of a later period, the sentence that it names in ``before``."""
    old, new = fitting(before, begins), spans(after)
    if len(old) != 1 or len(new) != len(spans(before)):
        return begins
    start, end = new[old[0]]
    length = len(begins.strip())
    while start + length < end and (
        len(fitting(after, after[start : start + length])) > 1 or _within(after[start : start + length])
    ):
        length += 1
    return after[start : min(end, start + length)]


def _within(words: str) -> bool:
    """Whether they end inside of a reference, or of a number."""
    return words.count("{{") > words.count("}}") or words.endswith("}") != words.endswith("}}")


def ranked(fact: Fact, rank: int, ranks: Mapping[str, int]) -> tuple[int, list[tuple[int, int, frozenset[int]]]]:
    """What its heaviest sentence weighs, and (rank, place, places) of the sentences that may go before the fact itself does.

    A sentence without a priority has the fact's ``rank``, or that of the one it hangs on; one that another hangs on weighs as
    much. One or more of the heaviest stay as long as the fact: all of those without a priority of their own, else the first.
    """
    marks = named(fact)
    if not marks:
        return rank, []
    heads = hanging(fact.text)
    own: dict[int, int] = {}
    for place, head in enumerate(heads):
        typed = marks[place].priority if place in marks else ""
        if typed:
            own[place] = ranks[typed]
        elif head in own:
            own[place] = own[head]
    weights = [own.get(place, rank) for place in range(len(heads))]
    top = max(weights)
    heaviest = [place for place, weight in enumerate(weights) if weight == top]
    for place, head in reversed(list(enumerate(heads))):
        if head is not None:
            weights[head] = max(weights[head], weights[place])
    stay = with_heads(fact.text, {place for place in heaviest if place not in own} or {heaviest[0]})
    going = [(weight, place, with_hanging(fact.text, {place})) for place, weight in enumerate(weights) if place not in stay]
    return top, going
