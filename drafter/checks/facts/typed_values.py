"""Numbers typed into a text that its figure had in the report before, and has no more."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from drafter.checks.facts.counterparts import Before, before, digits
from drafter.checks.rule import GENRE, Rule
from drafter.checks.subject import Subject
from drafter.model.figure import Figure, decimal
from drafter.model.places import Spot, place
from drafter.model.problem import Problem
from drafter.model.words import Both

RULES = (
    Rule(
        "number-left",
        "warning",
        Both("正文留着上期的数", "Number of the last period left"),
        Both("指标改了，正文里手打的数没跟着改。", "The figure moved on, the number typed in the text did not."),
        GENRE,
        "入库318家（指标已是 402）",
        "入库{{ 科小入库 }}",
    ),
)


_NUMBER = re.compile(r"(?<![0-9.])[0-9]+(?:[,，][0-9]{3})*(?:\.[0-9]+)?")
#: So far before its number a name may stand; a comma may be between, the end of a sentence may not.
_NEAR = 24
_STOP = re.compile("[。；\n]")
#: The old number is told on purpose.
_MEANT = re.compile("比|较|同期|去年|上年|上期|上半年|前[0-9一二三]|[0-9]月|从|由|原|目标|任务")
_FEWEST = 2


class _Changed(NamedTuple):
    """A figure that moved on, and what it was."""

    figure: Figure
    old: Before


def check(subject: Subject) -> Iterator[Problem]:
    changed = _changed(subject)
    if not changed:
        return
    for spot in subject.spots:
        if spot.field.refers and spot.field.word != "标题" and not getattr(spot.record, "stale", False):
            found = _leftover(spot.value, changed)
            if found:
                yield _problem(spot, *found)


def _changed(subject: Subject) -> Mapping[str, Sequence[_Changed]]:
    """Old number, as it is typed without commas → the figures that had it."""
    found = defaultdict(list)
    for figure in subject.report.figures:
        now = decimal(figure.value)
        for old in before(subject, figure) if now is not None and figure.unit else ():
            number = decimal(old.figure.value)
            if number is not None and number != now and digits(old.figure.value or "") >= _FEWEST:
                found[_plain(old.figure.value or "")].append(_Changed(figure, old))
    return found


def _leftover(text: str, changed: Mapping[str, Sequence[_Changed]]) -> tuple[str, _Changed] | None:
    """The first number that is an old one beside its name, and whose it is."""
    for found in _NUMBER.finditer(text):
        for each in changed.get(_plain(found[0]), ()):
            unit = each.figure.unit
            if text.startswith(unit, found.end()) and _named(each.figure, text, found.start()):
                return found[0] + unit, each
    return None


def _plain(number: str) -> str:
    return number.replace(",", "").replace("，", "")


def _named(figure: Figure, text: str, at: int) -> bool:
    """Whether the clause before a number names its figure, and does not tell an old number on purpose."""
    near = _STOP.split(text[max(0, at - _NEAR) : at])[-1]
    return any(name in near for name in _names(figure)) and not _MEANT.search(near)


def _names(figure: Figure) -> tuple[str, ...]:
    """What a text may call it: 高新技术企业净增数 is also 高新技术企业净增."""
    return tuple(name for name in (figure.name, figure.name.rstrip("数额率"), figure.id) if len(name) > 1)


def _problem(spot: Spot, said: str, changed: _Changed) -> Problem:
    figure, old = changed
    return Problem(
        "number-left",
        Both(
            f"“{spot.field.word}”里的 {said} 是{old.earlier.words}的“{figure.name}”，本期是 {figure.text}。",
            f"{said} in {spot.field.word} is “{figure.name}” of {old.earlier.name}; now it is {figure.text}.",
        ),
        Both(f"改成 {{{{ {figure.id} }}}}，数字就跟着指标走。", f"Write {{{{ {figure.id} }}}}, and it follows the figure."),
        severity="warning",
        place=spot.place,
        fact=spot.fact,
        other=place(old.figure, "数值"),
    )
