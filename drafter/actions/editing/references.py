"""Offers to name a figure in a text: while a reference is being written, and for a number that a figure already holds."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from itertools import islice
from typing import NamedTuple

from drafter.model.figure import Figure, decimal
from drafter.model.printing import PARTS, printed
from drafter.model.reference import references

#: As many as a person reads through.
MOST_OFFERS = 50


class Offer(NamedTuple):
    """Text ``start:end`` may give way to ``text``. ``name`` is what is offered, ``detail`` what it stands for: words that come
    from the figures. A ``detail`` of None: nothing would be printed yet, because a number is missing.
    """

    start: int
    end: int
    text: str
    name: str
    detail: str | None

    @property
    def whole(self) -> bool:
        """Whether a figure is named, not a part of one. An id has no dot in it."""
        return "." not in self.text


#: The parts of a figure that texts name most.
_OFTEN = ("同比", "增减", "完成率", "占比", "排名")
# A Chinese input method types ｛｛ for the braces and 。 for the full stop.
_OPEN = re.compile(r"(?<!\\)(?:\{\{|｛｛)([ \t\u3000]*)([\w-]*)(?:[.．。](\w*))?$")
_CLOSE = re.compile(r"[\w-]*(?:[.．。]\w*)?[ \t\u3000]*(?:\}\}|｝｝)")


def offers(text: str, caret: int, figures: Mapping[str, Figure]) -> list[Offer]:
    """What may be written at ``caret``: after ``{{`` the figures that fit what is typed; after a name and a dot the parts of
    that figure, or of the only one that fits.
    """
    begin = text.rfind("\n", 0, caret) + 1
    found = _OPEN.search(text[max(begin, caret - 80) : caret])
    if found is None:
        return []
    start = caret - len(found[0])
    rest = _CLOSE.match(text, caret)
    end = rest.end() if rest else caret
    name, part = found[2], found[3]
    if part is None:
        return [
            Offer(start, end, f"{{{{ {figure.id} }}}}", figure.id, _described(figure))
            for figure in islice(_fitting(name, figures), MOST_OFFERS)
        ]
    name = name if name in figures else _only(_fitting(name, figures)) if name else ""
    said = [(word, _printed(name, word, figures)) for word in PARTS if word and word.startswith(part)] if name else []
    said.sort(key=lambda one: (one[1] is None, one[0] not in _OFTEN))
    return [Offer(start, end, f"{{{{ {name}.{word} }}}}", word, shown) for word, shown in said]


def _printed(name: str, part: str, figures: Mapping[str, Figure]) -> str | None:
    """As :func:`printed`; None too where a number is not one yet, because it is being typed."""
    try:
        return printed(name, part, figures)
    except InvalidOperation:
        return None


def _described(figure: Figure) -> str:
    return "  ".join(filter(None, (figure.name if figure.name != figure.id else "", figure.text)))


def _fitting(typed: str, figures: Mapping[str, Figure]) -> Iterator[Figure]:
    """Those whose id begins with what is typed, then those that have it anywhere in id or name."""
    if not typed:
        yield from figures.values()
        return
    yield from (figure for id, figure in figures.items() if id.startswith(typed))
    yield from (figure for id, figure in figures.items() if not id.startswith(typed) and (typed in id or typed in figure.name))


def _only(found: Iterator[Figure]) -> str:
    """The id of the one figure there is; "" when there are none or several."""
    ids = [figure.id for figure in islice(found, 2)]
    return ids[0] if len(ids) == 1 else ""


Holders = Mapping[Decimal, list[Figure]]


def holders(figures: Mapping[str, Figure]) -> Holders:
    """Number → the figures that hold it, for :func:`number_offer`."""
    found: dict[Decimal, list[Figure]] = {}
    for figure in figures.values():
        value = _number(figure.value or "")
        if value is not None and figure.id:
            found.setdefault(value, []).append(figure)
    return found


def _number(text: str) -> Decimal | None:
    try:
        return decimal(unicodedata.normalize("NFKC", text))
    except InvalidOperation:
        return None


# A number by itself: no digit, sign or ordinal before it, no date, range or fraction behind it.
_NUMBER = re.compile(
    r"(?<![0-9０-９A-Za-z_.．/+\-−—–~～:：第〔\[{])(?<![0-9０-９][,，])"
    r"[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?"
    r"(?![0-9０-９A-Za-z_]|[,，.．/\-−—–~～:：][0-9０-９])"
)
_NEAR = 12  # characters from the number to the caret: what was just typed
_WINDOW = 60
_NO_END = re.compile(r"[\w%％‰°℃]")
_OTHER_MEANING = ("个月", "个百分点")


def number_offer(text: str, caret: int, known: Holders) -> Offer | None:
    """An offer to put a reference where a number was just typed that a figure holds; None when there is none.

    Its unit must be the figure's, or be missing at the end of a clause. Numbers of one digit without a unit are too common.
    """
    if not known:
        return None
    begin = text.rfind("\n", 0, caret) + 1
    stop = text.find("\n", caret)
    stop = len(text) if stop < 0 else stop
    first, last = max(begin, caret - _WINDOW), min(stop, caret + _WINDOW)
    number = None
    for found in _NUMBER.finditer(text, first, last):
        if found.start() < caret <= found.end() + _NEAR and (found.start() > first or first == begin):
            number = found
    if number is None or _inside_reference(text[begin:stop], number.start() - begin, caret - begin):
        return None
    value = _number(number[0])
    for figure in known.get(value, ()) if value is not None else ():
        end = _end_with_unit(text, number, figure)
        if end is not None:
            return Offer(number.start(), end, f"{{{{ {figure.id} }}}}", figure.id, text[number.start() : end])
    return None


def _inside_reference(line: str, at: int, caret: int) -> bool:
    if "{{" not in line:
        return False
    return any(one.start <= at < one.end for one in references(line)) or _OPEN.search(line[:caret]) is not None


def _end_with_unit(text: str, number: re.Match[str], figure: Figure) -> int | None:
    """Where the number ends with the figure's unit; None when it has another."""
    end = number.end()
    if figure.unit and text.startswith(figure.unit, end):
        return None if text.startswith(_OTHER_MEANING, end) and figure.unit not in _OTHER_MEANING else end + len(figure.unit)
    if len(number[0]) < 2 or _NO_END.match(text, end):
        return None
    return end
