"""One thing counted with two measure words: 科技企业156户 here, 200家 there."""

from collections import defaultdict
from collections.abc import Iterator

from drafter.checks.finding import Finding
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.text.figures.named import COUNTS, Named, last_signs, named
from drafter.model.words import Both

RULES = (
    Rule(
        "unit-mixed",
        "info",
        Both("同一事物用了两种量词", "One thing with two measure words"),
        Both(
            "前面“156户”、后面“200家”，读的人会以为是两回事。",
            "Two measure words make the reader think of two things.",
        ),
        GENRE,
        "新增农产品加工企业12户。⏎新增农产品加工企业超过15家。",
        "新增农产品加工企业12家。⏎新增农产品加工企业超过15家。",
    ),
)

#: Measure words that say the same of one thing; what is counted in times is not.
_SETS = (COUNTS - {"项"}, frozenset("项个件"), frozenset("名人位"), frozenset("场次期"))
_SHARED = 5
#: Counted as such, and by the households in it.
_HOMES = ("小区", "房", "房屋", "改造", "社区")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    groups: dict[tuple[str, int], list[Named]] = defaultdict(list)
    for each in named(manuscript):
        shared = last_signs(each.name, _SHARED)
        if shared and not shared.endswith(_HOMES):
            for number, units in enumerate(_SETS):
                if each.quantity.unit in units:
                    groups[(shared, number)].append(each)
    pairs = [pair for group in groups.values() if (pair := _two(group))]
    if pairs:
        yield _finding(manuscript, *min(pairs, key=lambda pair: pair[1].begin), len(pairs))


def _two(group: list[Named]) -> tuple[Named, Named] | None:
    """The first of them, and the first with another measure word."""
    other = next((each for each in group if each.quantity.unit != group[0].quantity.unit), None)
    return (group[0], other) if other else None


def _finding(manuscript: Manuscript, first: Named, other: Named, things: int) -> Finding:
    one = manuscript.words(first.quantity.start, first.quantity.end)
    two = manuscript.words(other.quantity.start, other.quantity.end)
    more = Both(f"；这样的共有 {things} 种", f"; there are {things} things such as this") if things > 1 else Both("", "")
    return Finding(
        "unit-mixed",
        other.quantity.start,
        other.quantity.end,
        Both(
            f"“{other.name}”这里是 {two}，前面“{first.name}”用的是 {one}{more.zh}。",
            f"“{other.name}” is {two} here, “{first.name}” was {one} before{more.en}.",
        ),
        Both("全文用一个量词。", "Keep to one measure word."),
        other=(first.quantity.start, first.quantity.end),
    )
