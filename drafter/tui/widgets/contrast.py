"""Two reports beside each other as lists: facts reworded, new, gone and kept; figures; plans; how much of the text is old."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from drafter.actions.diff import Difference
from drafter.actions.differing.facts import Change
from drafter.actions.differing.figures import Number
from drafter.actions.differing.plans import Fate
from drafter.actions.differing.sections import Section
from drafter.actions.reworded import Piece as Reworded
from drafter.actions.reworded import pieces
from drafter.model.words import Both
from drafter.tui.speech import say, tell
from drafter.tui.widgets.linelist import Piece
from drafter.tui.widgets.register import Entry, Head, More

#: Where a plan went, in words, and how that is seen.
_ENDS = {
    "成绩": (Both("已有成效", "done"), "register--good"),
    "问题": (Both("写进了问题", "an issue now"), "register--warn"),
    "打算": (Both("继续打算", "planned again"), ""),
    "已答复": (Both("已答复", "answered"), "register--good"),
    "随上级": (Both("随上级", "with its whole"), "linelist--muted"),
    "没有下文": (Both("没有下文", "silently gone"), "register--bad"),
}
_STAYED = 0.5  # of the longer text, what must have stayed for marks to be easier to read than both texts


class View(NamedTuple):
    """One list: its name and how many it holds in ``total``; ``entry`` gives its rows, ``key`` the key of the new report's fact that a row is
    about, "" where there is none.
    """

    name: Both
    total: int
    heads: tuple[Head, ...]
    entry: Callable[[int], Entry]
    key: Callable[[int], str]


def views(found: Difference) -> list[View]:
    """The lists that have something in them, in the order in which one asks for them."""
    kept = [change for change in found.facts if change.state in ("照旧", "改数")]
    moved = sorted(found.figures, key=lambda each: not each.moved)
    made = [
        _facts(found, Both("改写", "Reworded"), found.of("改写")),
        _facts(found, Both("新增", "New"), found.of("新增")),
        _facts(found, Both("删去", "Gone"), found.of("删去")),
        _facts(found, Both("沿用", "Kept"), kept),
        View(Both("指标", "Figures"), len(moved), _figure_heads(found), lambda at: _number(moved[at]), _nowhere),
        View(
            Both("打算的下落", "Plans"),
            len(found.plans),
            (Head(Both("下落", "Became"), 14), Head(Both("上期打算", "Plan")), Head(Both("写在这一期", "Told here"))),
            lambda at: _fate(found.plans[at]),
            lambda at: next((each.fact.key for each in found.plans[at].became), ""),
        ),
        View(
            Both("文字沿用", "Old text"),
            len(found.sections),
            _SECTION_HEADS,
            lambda at: _section(found.sections[at]),
            _nowhere,
        ),
    ]
    return [view for view in made if view.total]


def summary(found: Difference) -> str:
    """How much of the text is last time's, and where most."""
    whole, worst = found.overall, found.worst
    if not whole.sentences or worst is None:
        return say("没有和上期一样的句子。", "No sentence is last time's.")
    return say(
        f"文字沿用{whole.share:.0%}，最多的是“{worst.heading}”（{worst.share:.0%}）。",
        f"{whole.share:.0%} of the text is last time's, most of it in {worst.heading} ({worst.share:.0%}).",
    )


def _nowhere(_at: int) -> str:
    return ""


# Facts


def _facts(found: Difference, name: Both, changes: Sequence[Change]) -> View:
    heads = (
        Head(Both("部分", "Part"), 12),
        Head(Both("标题和正文", "Heading and text")),
        Head(Both("上期", "Last time"), wide=True),
    )
    return View(name, len(changes), heads, lambda at: _change(found, changes[at]), lambda at: _key(changes[at]))


def _key(change: Change) -> str:
    return change.new.key if change.new is not None else ""


def _change(found: Difference, change: Change) -> Entry:
    said = change.new or change.old
    part = said.part if said is not None else ""
    cells = (
        Piece(_part(part), "linelist--muted"),
        Piece(said.line if said is not None else ""),
        Piece(change.old.line if change.old is not None else "", "linelist--muted"),
    )
    return Entry(cells, tuple(_more(found, change)))


def _more(found: Difference, change: Change) -> Iterator[More]:
    old, new = change.old, change.new
    if old is not None and new is not None and change.state != "照旧":
        marked = pieces(old.line, new.line, found.old.report.period, found.new.report.period)
        stayed = sum(len(piece.text) for piece in marked if piece.fate == "")
        if stayed >= _STAYED * max(len(old.line), len(new.line)):
            yield More(say("改动", "Changes"), [each for piece in marked for each in _marked(piece)])
        else:
            yield More(say("上期", "Last time"), old.line)
            yield More(say("这一期", "Now"), new.line)
    else:
        said = new or old
        yield More(say("全文", "Text"), said.line if said is not None else "")
    if change.sign == "相近":
        yield More(
            say("推测", "Guessed"), say(f"按文字相近，把握{change.confidence:.0%}", f"by similar words, {change.confidence:.0%}")
        )


def _marked(piece: Reworded) -> list[Piece]:
    """A run of text; what went and what came stand in brackets too, for screens without colours."""
    if piece.fate == "rolled":
        return [*_marked(Reworded(piece.text, "gone")), *_marked(Reworded(piece.became, "new"))]
    if piece.fate == "gone":
        return [Piece(f"[-{piece.text}-]", "register--bad")]
    return [Piece(f"[+{piece.text}+]", "register--good")] if piece.fate == "new" else [Piece(piece.text)]


def _part(part: str) -> str:
    from drafter.tui.widgets.findings import word_label

    return word_label(part)


# Figures


def _figure_heads(found: Difference) -> tuple[Head, ...]:
    return (
        Head(Both("指标", "Figure")),
        Head(Both(found.old.words, found.old.words), 14, right=True),
        Head(Both(found.new.words, found.new.words), 14, right=True),
        Head(Both("增减", "Change"), 13, right=True),
        Head(Both("变化", "In words"), 18, wide=True),
    )


def _number(each: Number) -> Entry:
    change = Piece(each.change or "", "register--warn" if (each.change or "").startswith("-") else "")
    if each.state == "新增":
        change = Piece(say("新增", "new"), "register--good")
    elif each.state == "删去":
        change = Piece(say("删去", "gone"), "register--bad")
    elif each.units:
        change = Piece(say("单位不同", "other unit"), "register--warn")
    cells = (Piece(each.name), Piece(each.old, "linelist--muted"), Piece(each.new), change, Piece(each.rate or ""))
    rate = "  ".join(filter(None, (each.rate, say("预计数", "expected") if each.expected else "")))
    return Entry(cells, (More(say("变化", "Change"), rate),) if rate else ())


# Plans


def _fate(fate: Fate) -> Entry:
    words, look = _ENDS[fate.end]
    told = "；".join(each.fact.line for each in fate.became)
    more = [More(say("打算", "Plan"), fate.plan.line)]
    for each in fate.became:
        sure = "" if each.linked else say(f"（推测 {each.confidence:.0%}）", f" (a guess, {each.confidence:.0%})")
        more.append(More(_part(each.fact.part), [Piece(each.fact.line), Piece(sure, "linelist--muted")]))
    answer = "  ".join(filter(None, (fate.outcome, fate.note)))
    if answer:
        more.append(More(say("答复", "Answer"), answer))
    return Entry((Piece(tell(words), look), Piece(fate.plan.line), Piece(told, "linelist--muted")), tuple(more))


# The text

_SECTION_HEADS = (
    Head(Both("部分", "Section")),
    Head(Both("句数", "Sentences"), 9, right=True),
    Head(Both("照旧", "As it was"), 9, right=True),
    Head(Both("只改数", "But numbers"), 11, right=True),
    Head(Both("改写", "Reworded"), 9, right=True),
    Head(Both("沿用", "Share"), 6, right=True),
)


def _section(each: Section) -> Entry:
    counts = (each.sentences, each.same, each.masked, each.reworded)
    heading = each.heading if each.heading != each.part else _part(each.heading)
    look = "register--bad" if each.share >= _STAYED else ""
    return Entry((Piece(heading), *(Piece(str(count)) for count in counts), Piece(f"{each.share:.0%}", look)))
