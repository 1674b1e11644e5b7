"""One figure with two numbers: two records of one name that differ, or a text that types another number than the figure has.

Numbers of the report before that were left in a text are told by typed_values; here it is any other.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from drafter.checks.facts.counterparts import before
from drafter.checks.rule import GENRE, Rule
from drafter.checks.subject import Subject
from drafter.model.figure import Figure, decimal
from drafter.model.places import Spot, place
from drafter.model.problem import Problem
from drafter.model.words import Both

RULES = (
    Rule(
        "figure-names-clash",
        "warning",
        Both("两条指标同名不同数", "Two figures of one name differ"),
        Both(
            "名称和口径都一样，数却不一样，引用哪一条都可能错。",
            "Of two figures with one name and scope, whichever a text refers to may be wrong.",
        ),
        GENRE,
        "名称: 馆藏档案总数，数值: 8.9；另一条 名称: 馆藏档案总数，数值: 9.8",
        "只留一条，或在“口径”里写明各指什么",
    ),
    Rule(
        "figure-differs",
        "warning",
        Both("正文里的数和指标不一样", "Typed number differs from its figure"),
        Both(
            "指标改了，正文里手打的数不会跟着改，前后就对不上。",
            "A number typed into a text does not follow its figure when that is changed.",
        ),
        GENRE,
        "指标 馆藏档案总数 数值: 9.8，正文: 馆藏档案总数达到8.9万卷",
        "正文: 馆藏档案总数达到{{ 馆藏总数 }}",
    ),
)


def check(subject: Subject) -> Iterator[Problem]:
    figures: dict[str, list[Figure]] = defaultdict(list)
    for figure in subject.report.figures:
        if figure.value and figure.unit and not figure.stale:
            figures[figure.name].append(figure)
    yield from _clashes(figures)
    yield from _typed(subject, figures)


def _clashes(figures: Mapping[str, Sequence[Figure]]) -> Iterator[Problem]:
    for alike in figures.values():
        seen: dict[tuple[str, str], Figure] = {}
        for figure in alike:
            first = seen.setdefault((figure.scope.strip(), figure.unit), figure)
            if decimal(first.value) != decimal(figure.value):
                yield _clash(first, figure)


#: The figure is named at the beginning of a clause, of the unit as a whole, and the number follows at once.
_BEGINS = r"(?:^|(?<=[，。；：、\n])|(?<=全[市县区省州镇乡校院局])|(?<=其中)|(?<=全年)|(?<=[实完]现)|(?<=完成)|(?<=年末)|(?<=目前)|(?<=[我本][市县区省州镇乡校院局]))"
_LINK = r"(?:总?数|总?额|率)?(?:分别)?(?:已|就|共|共计|合计|累计|为|是|有|增至|升至|实现|完成|发展到|达到?)*"
_ABOUT = r"(?P<about>约|近|将近|接近|超过?|突破|逾|不少于)?"
_NUMBER = r"(?P<number>[0-9]+(?:[,，][0-9]{3})*(?:\.[0-9]+)?)(?P<more>余|多)?"
#: Another time, or what is aimed at, or what is compared with.
_OTHERWISE = re.compile(
    r"去年|上年|前年|同期|上期|目标|任务|计划|力争|争取|确保|预计|比|较|[1-9]月|季度|半年|20[0-9]{2}年|其中|分别|各"
)
_LIMIT = re.compile("以[上下内]")
_FEWEST = 4


def _typed(subject: Subject, figures: Mapping[str, Sequence[Figure]]) -> Iterator[Problem]:
    called = {name: alike for own, alike in figures.items() for name in _names(own) if len(name) >= _FEWEST}
    if not called:
        return
    # Names are many and texts are long: one look for any of them, the longest first.
    names = "|".join(re.escape(name) for name in sorted(called, key=len, reverse=True))
    pattern = re.compile(rf"{_BEGINS}(?P<name>{names}){_LINK}{_ABOUT}{_NUMBER}")
    planned = {id(fact) for part, _, fact in subject.facts if part == "打算"}
    for spot in subject.spots:
        if _told(spot) and id(spot.record) not in planned:
            for found in pattern.finditer(spot.value):
                figure = _other(subject, spot.value, found, called[found["name"]])
                if figure:
                    yield _differs(spot, found, figure)


def _names(name: str) -> tuple[str, str]:
    """What a text may call it: 高新技术企业净增数 is also 高新技术企业净增."""
    return name, name.removesuffix("数")


def _told(spot: Spot) -> bool:
    """Whether it is a text of what was, that somebody has looked at."""
    told = spot.field.refers and spot.field.word != "标题" and not getattr(spot.record, "stale", False)
    return told and re.search("[0-9]", spot.value) is not None


def _other(subject: Subject, text: str, found: re.Match[str], alike: Sequence[Figure]) -> Figure | None:
    """The figure that the words name and whose number they do not give; None where they may mean something else."""
    counted = [figure for figure in alike if text.startswith(figure.unit, found.end())]
    begin = max(text.rfind(mark, 0, found.start()) for mark in "。；\n") + 1
    unit = len(counted[0].unit) if counted else 0
    if not counted or _OTHERWISE.search(text, begin, found.start()) or _LIMIT.match(text, found.end() + unit):
        return None
    number = decimal(found["number"]) or Decimal(0)
    known = [value for figure in counted for value in _values(subject, figure)]
    if any(_says(number, value, found) for value in known):
        return None
    return counted[0]


def _values(subject: Subject, figure: Figure) -> Iterator[Decimal]:
    """The numbers that a figure has or had, whichever a text may tell."""
    typed = [figure.value, figure.last, figure.year_before, figure.target, *(old.figure.value for old in before(subject, figure))]
    return (number for each in typed if (number := decimal(each)) is not None)


def _says(number: Decimal, value: Decimal, found: re.Match[str]) -> bool:
    """Whether a number says the value, exactly, rounded or roughly."""
    if found["about"] or found["more"]:
        return abs(number - value) * _ROUGHLY <= value
    step = Decimal(1).scaleb(int(number.as_tuple().exponent))
    return abs(number - value) < step


#: What is said to be about so many is off by no more than one in so many.
_ROUGHLY = 5


def _clash(first: Figure, other: Figure) -> Problem:
    return Problem(
        "figure-names-clash",
        Both(
            f"指标“{first.id}”和“{other.id}”都叫“{other.name}”，口径相同，一个是 {first.text}，一个是 {other.text}。",
            f"Figures “{first.id}” and “{other.id}” are both “{other.name}”; one is {first.text}, one {other.text}.",
        ),
        Both("看哪个对，删去一条；不是一回事就在“口径”里写明。", "Drop the wrong one, or tell them apart in 口径."),
        severity="warning",
        place=place(other, "数值"),
        fact=other.id or None,
        other=place(first, "数值"),
    )


def _differs(spot: Spot, found: re.Match[str], figure: Figure) -> Problem:
    said = found["number"] + figure.unit
    return Problem(
        "figure-differs",
        Both(
            f"“{spot.field.word}”里“{found['name']}”是 {said}，指标“{figure.id}”是 {figure.text}。",
            f"“{found['name']}” is {said} in {spot.field.word}, but {figure.text} in figure “{figure.id}”.",
        ),
        Both(f"改成 {{{{ {figure.id} }}}}，数字就跟着指标走。", f"Write {{{{ {figure.id} }}}}, and it follows the figure."),
        severity="warning",
        place=spot.place,
        fact=spot.fact,
        other=place(figure, "数值"),
    )
