"""What was carried over from an earlier report waits for someone to keep, update or drop it (待更新)."""

from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.checks.rule import GENRE, Rule
from drafter.checks.subject import Subject
from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.lineage import Trace, trace
from drafter.model.places import place
from drafter.model.problem import NOWHERE, Problem
from drafter.model.reference import pieces, references
from drafter.model.words import NOTHING, Both

RULES = (
    Rule(
        "carried-over",
        "error",
        Both("沿用的条目没有核对", "Carried over, not looked at"),
        Both(
            "从上期带来的条目，逐条核对过才能定稿，否则旧数、旧年份就印出去了。",
            "What came from the last report must be looked at, or old numbers and years go out.",
        ),
        GENRE,
        "待更新: 是",
        "（核对后删去“待更新”）",
        acceptable=False,
    ),
)


_LONGEST = 16


def check(subject: Subject) -> Iterator[Problem]:
    report = subject.report
    if report.stale:
        yield _front(subject)
    used = _uses(subject)
    for figure in report.figures:
        if figure.stale:
            yield _figure(subject, figure, used[figure.id])
    for _, path, fact in report.facts():
        if fact.stale:
            yield _fact(subject, fact, path)


def _front(subject: Subject) -> Problem:
    report = subject.report
    named = [earlier for earlier in subject.came_from if earlier.name in report.origins[:1]]
    source = Both("上期", "last time")
    other = NOWHERE
    if named:
        source, other = Both(named[0].words, named[0].name), place(named[0].report, "标题")
    said = Both(
        f"标题、导语和通知沿用{source.zh}，尚未核对。", f"Title, lead and notice come from {source.en} and were not looked at."
    )
    return Problem("carried-over", said, _FIX, place=place(report, "待更新"), other=other, gate=True)


def _uses(subject: Subject) -> Counter[str]:
    """How often texts name the figures that have no number yet."""
    if not any(figure.stale and not figure.value for figure in subject.report.figures):
        return Counter()
    texts = (spot.value for spot in subject.spots if spot.field.refers)
    return Counter(reference.name for text in texts for reference in references(text))


def _figure(subject: Subject, figure: Figure, uses: int) -> Problem:
    found = _source(subject, figure.origins)
    source = _named(found, figure.origins)
    name = figure.id or figure.name
    state = Both("尚未核对", "was not looked at")
    if not figure.value:
        state = Both("本期数还没有填", "has no number yet")
        if uses:
            state = Both(f"{state.zh}，正文有 {uses} 处要用", f"{state.en}, which texts name {uses} times")
    said = Both(f"指标“{name}”沿用{source.zh}，{state.zh}。", f"Figure “{name}” comes from {source.en} and {state.en}.")
    return _problem(said, figure, figure.id or None, found)


def _fact(subject: Subject, fact: Fact, path: str) -> Problem:
    origins = (fact.origin,) if fact.origin else ()
    found = _source(subject, origins)
    source = _named(found, origins)
    name = called(fact) or path
    before = called(found.item) if found and isinstance(found.item, Fact) else ""
    old = Both(f"的“{before}”", f", “{before}”,") if before and before != name else NOTHING
    said = Both(f"“{name}”沿用{source.zh}{old.zh}，尚未核对。", f"“{name}” comes from {source.en}{old.en} and was not looked at.")
    return _problem(said, fact, fact.id or path, found)


def _problem(said: Both, record: Figure | Fact, key: str | None, found: Trace | None) -> Problem:
    other = place(found.item) if found else NOWHERE
    return Problem("carried-over", said, _FIX, place=place(record, "待更新"), fact=key, other=other, gate=True)


def _source(subject: Subject, origins: Sequence[str]) -> Trace | None:
    """The first of ``origins`` that leads somewhere."""
    return next((found for origin in origins if (found := trace(origin, subject.known))), None)


def _named(found: Trace | None, origins: Sequence[str]) -> Both:
    """Where it came from, in words; the address itself where that leads nowhere."""
    if found:
        return Both(found.earlier.words, found.earlier.name)
    return Both(f" {origins[0]} ", origins[0]) if origins else Both("上期", "last time")


def called(fact: Fact) -> str:
    """What a message calls a fact: its heading, or the first words of its text; for a number the name of its figure stands."""
    text = fact.title or next(iter(fact.paragraphs), "")
    if "{{" in text:
        text = "".join(piece if isinstance(piece, str) else piece.name for piece in pieces(text))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……"


_FIX = Both(
    "核对后保留、修改或删去：界面里一键处理，也可以用 drafter carried。",
    "Keep, update or drop it: one key each in the app, or drafter carried.",
)
