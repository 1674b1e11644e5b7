"""Names that point at figures and facts: each must exist, and have what is asked of it."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from drafter.checks.rule import SYSTEM, Rule
from drafter.checks.subject import Subject
from drafter.model.fields import fields_of
from drafter.model.figure import Figure
from drafter.model.places import Spot
from drafter.model.printing import PARTS, awaited, printed
from drafter.model.problem import Problem
from drafter.model.reference import Reference, references, slips
from drafter.model.words import Both

RULES = (
    Rule(
        "figure-unknown",
        "error",
        Both("引用的指标不存在", "No such figure"),
        Both("引用的编号没有对应的指标，印不出数字。", "A reference to a figure that is not there prints no number."),
        SYSTEM,
        "总数{{ 高起总数 }}",
        "总数{{ 高企总数 }}",
        acceptable=False,
    ),
    Rule(
        "figure-part-unknown",
        "error",
        Both("指标没有这一项", "No such part of a figure"),
        Both("引用了指标没有的栏目，印不出来。", "A figure prints only the parts it has."),
        SYSTEM,
        "{{ 高企总数.增速 }}",
        "{{ 高企总数.同比 }}",
        acceptable=False,
    ),
    Rule(
        "figure-empty",
        "error",
        Both("引用的数字还没有", "Number not there yet"),
        Both("引用的数字没填，或算不出来，正文就缺一块。", "A number that is not filled in leaves a hole in the text."),
        SYSTEM,
        "{{ 高企总数.同比 }}（没填同期）",
        "同期: 193",
        acceptable=False,
    ),
    Rule(
        "fact-unknown",
        "error",
        Both("对应的条目不存在", "No such fact"),
        Both("“对应”指向的条目不存在，多半是编号写错了。", "对应 names a fact that is not there."),
        SYSTEM,
        "对应: [强起]",
        "对应: [强企]",
        acceptable=False,
    ),
    Rule(
        "reference-slip",
        "warning",
        Both("引用没写对", "Reference mistyped"),
        Both("写得像引用又不是，会连花括号一起印出来。", "What looks like a reference and is none prints with its braces."),
        SYSTEM,
        "{{ 高 企总数 }}",
        "{{ 高企总数 }}",
    ),
)


def check(subject: Subject) -> Iterator[Problem]:
    figures = {figure.id: figure for figure in subject.report.figures}
    known = _Names("figure-unknown", Both("指标", "figure"), list(figures))
    answered = _Names("fact-unknown", Both("条目", "fact"), [*figures, *(fact.id for _, _, fact in subject.facts if fact.id)])
    for spot in subject.spots:
        if spot.field.refers:
            if "{{" in spot.value:
                yield from _in_text(spot, figures, known)
        elif spot.field.word == "指标":
            # A fact names one, a table or a chart any number.
            for name in (spot.value,) if isinstance(spot.value, str) else spot.value:
                if name not in figures:
                    yield known.problem(spot, name)
        elif spot.field.word == "其中":
            yield from (known.problem(spot, name) for name in spot.value if name not in figures)
        elif spot.field.word == "对应":
            yield from (answered.problem(spot, name) for name in spot.value if _is_id(name) and name not in answered.names)


def _in_text(spot: Spot, figures: Mapping[str, Figure], known: "_Names") -> Iterator[Problem]:
    yield from (_slip(spot, slip) for slip in slips(spot.value))
    for reference in references(spot.value):
        figure = figures.get(reference.name)
        if figure is None:
            yield known.problem(spot, reference.name)
        elif reference.part not in PARTS:
            yield _no_part(spot, reference)
        elif printed(reference.name, reference.part, figures) is None:
            awaits = awaited(reference.name, reference.part, figures)
            # What is in quarantine is asked for once, where it belongs (checks.carried), not wherever it is used.
            if not (awaits and awaits.stale):
                yield _no_number(spot, reference, figure, gate=awaits is not None)


def _slip(spot: Spot, slip: str) -> Problem:
    return Problem(
        "reference-slip",
        Both(
            f"“{spot.field.word}”里的“{slip}”不是引用，会连花括号一起印出来。",
            f"“{slip}” in {spot.field.label} ({spot.field.word}) is no reference and will print with its braces.",
        ),
        Both(
            "引用写成 {{ 指标编号 }}；真要印花括号，就在前面加一个反斜杠：\\{{",
            "A reference is {{ figure id }}; for braces in print put a backslash before them: \\{{",
        ),
        severity="warning",
        place=spot.place,
        fact=spot.fact,
    )


def _is_id(name: str) -> bool:
    """A path into another period (2023/打算/2) is checked where that period is at hand."""
    return "/" not in name


class _Names:
    """The names there are, and what was probably meant by one that is not among them.

    Looking for a near name takes long where there are thousands, so a name is looked for once, and only the first few are.
    """

    def __init__(self, code: str, what: Both, names: list[str]) -> None:
        self.code, self.what, self.names = code, what, frozenset(names)
        self.near: dict[str, str] = {}

    def problem(self, spot: Spot, name: str) -> Problem:
        if name not in self.near:
            close = get_close_matches(name, self.names, 1, 0.5) if len(self.near) < _MOST_SUGGESTIONS else []
            self.near[name] = close[0] if close else ""
        meant = self.near[name]
        what = self.what
        return Problem(
            self.code,
            Both(
                f"“{spot.field.word}”引用了“{name}”，但没有这个编号的{what.zh}。",
                f"{spot.field.label} ({spot.field.word}) names “{name}”, and there is no such {what.en}.",
            ),
            Both(f"是不是“{meant}”？", f"Did you mean “{meant}”?")
            if meant
            else Both(f"在{what.zh}里补上编号“{name}”，或改正这里的名字。", f"Add a {what.en} with this id, or mend the name."),
            place=spot.place,
            fact=spot.fact,
        )


_MOST_SUGGESTIONS = 50


def _no_part(spot: Spot, reference: Reference) -> Problem:
    parts = "、".join(part for part in PARTS if part)
    return Problem(
        "figure-part-unknown",
        Both(
            f"“{reference.name}.{reference.part}”：指标没有“{reference.part}”这一项。",
            f"“{reference.name}.{reference.part}”: a figure has no such part.",
        ),
        Both(f"可以写：{parts}。", f"There are: {parts}."),
        place=spot.place,
        fact=spot.fact,
    )


#: What has to be filled before a part can be printed, by the word of the form.
_NEEDS = {
    "": ("数值",),
    "同比": ("数值", "同期"),
    "环比": ("数值", "上期"),
    "增减": ("数值", "同期"),
    "完成率": ("数值", "目标"),
    "占比": ("数值",),
}


def _no_number(spot: Spot, reference: Reference, figure: Figure, gate: bool) -> Problem:
    """``gate``: a draft prints a blank in its place."""
    name = f"{reference.name}.{reference.part}" if reference.part else reference.name
    why, fix = _why_not(reference, figure)
    return Problem(
        "figure-empty",
        Both(
            f"“{spot.field.word}”里的“{name}”印不出来：{why.zh}。", f"“{name}” in {spot.field.label} cannot be printed: {why.en}."
        ),
        fix,
        place=spot.place,
        fact=spot.fact,
        gate=gate,
    )


def _why_not(reference: Reference, figure: Figure) -> tuple[Both, Both]:
    """What is missing, or why what is there does not do."""
    words = fields_of(Figure)
    wanted = _NEEDS.get(reference.part, (reference.part,))
    empty = [word for word in wanted if word in words and not getattr(figure, words[word].name)]
    if empty:
        listed = "、".join(empty)
        return (
            Both(f"指标还缺{listed}", f"the figure lacks {listed}"),
            Both(f"在指标“{reference.name}”里填上{listed}。", f"Fill in {listed} of the figure “{reference.name}”."),
        )
    if reference.part == "占比":
        return (
            Both("没有哪个指标的“其中”列着它", "no figure names it under 其中"),
            Both(f"在总数那个指标的“其中”里写上“{reference.name}”。", f"Name “{reference.name}” under 其中 of the whole."),
        )
    if reference.part == "排名":
        return (
            Both("“排名”里还没有名次", "its rank has no place yet"),
            Both(f"在指标“{reference.name}”的“排名”里填上名次。", f"Fill in 名次 under 排名 of the figure “{reference.name}”."),
        )
    base = wanted[-1]
    return (
        Both(f"“{base}”是 0 或负数，算不出比率", f"{base} is zero or negative, so there is no rate"),
        Both("改用 .增减，或用文字说明。", "Use .增减, or say it in words."),
    )
