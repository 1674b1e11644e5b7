"""Names that point at figures and facts: each must exist, and have what is asked of it."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from drafter.checks.subject import Subject
from drafter.model.places import Spot
from drafter.model.printing import PARTS, printed
from drafter.model.problem import Problem
from drafter.model.reference import Reference, references
from drafter.model.words import Both


def check(subject: Subject) -> Iterator[Problem]:
    figures = {figure.id: figure for figure in subject.report.figures}
    facts = {fact.id for _, _, fact in subject.report.facts() if fact.id}
    for spot in subject.spots:
        if spot.field.form.kind == "text" or spot.field.word == "标题":
            if "{{" not in spot.value:
                continue
            for reference in references(spot.value):
                if reference.name not in figures:
                    yield _unknown(spot, reference.name, figures, "figure-unknown")
                elif reference.part not in PARTS:
                    yield _no_part(spot, reference)
                elif printed(reference.name, reference.part, figures) is None:
                    yield _no_number(spot, reference)
        elif spot.field.word == "指标" and spot.value not in figures:
            yield _unknown(spot, spot.value, figures, "figure-unknown")
        elif spot.field.word == "其中":
            yield from (_unknown(spot, name, figures, "figure-unknown") for name in spot.value if name not in figures)
        elif spot.field.word == "对应":
            known = facts | set(figures)
            yield from (_unknown(spot, name, known, "fact-unknown") for name in spot.value if _is_id(name) and name not in known)


def _is_id(name: str) -> bool:
    """A path into another period (2023/打算/2) is checked where that period is at hand."""
    return "/" not in name


def _unknown(spot: Spot, name: str, known: Iterable[str], code: str) -> Problem:
    close = get_close_matches(name, list(known), 1, 0.5)
    what = Both("指标", "figure") if code == "figure-unknown" else Both("条目", "fact")
    return Problem(
        code,
        Both(
            f"“{spot.field.word}”引用了“{name}”，但没有这个编号的{what.zh}。",
            f"{spot.field.label} ({spot.field.word}) names “{name}”, and there is no such {what.en}.",
        ),
        Both(f"是不是“{close[0]}”？", f"Did you mean “{close[0]}”?")
        if close
        else Both(f"在{what.zh}里补上编号“{name}”，或改正这里的名字。", f"Add a {what.en} with this id, or mend the name."),
        place=spot.place,
        fact=spot.fact,
    )


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


#: What has to be filled before a part can be printed.
_NEEDS = {
    "同比": "数值、同期",
    "环比": "数值、上期",
    "完成率": "数值、目标",
    "占比": "数值，并列入某个指标的“其中”",
    "增减": "数值、同期",
    "": "数值",
}


def _no_number(spot: Spot, reference: Reference) -> Problem:
    wanted = _NEEDS.get(reference.part, reference.part)
    name = f"{reference.name}.{reference.part}" if reference.part else reference.name
    return Problem(
        "figure-empty",
        Both(
            f"“{spot.field.word}”里的“{name}”印不出来：指标还缺{wanted}。",
            f"“{name}” in {spot.field.label} cannot be printed: the figure lacks {wanted}.",
        ),
        Both(f"在指标“{reference.name}”里填上{wanted}。", f"Fill in {wanted} of the figure “{reference.name}”."),
        place=spot.place,
        fact=spot.fact,
    )
