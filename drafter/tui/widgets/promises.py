"""A plan or an issue of the last period as a row of the ledger: what was promised, what was reached, what is answered."""

from collections.abc import Iterator, Sequence

from drafter.actions.ledger import Concern, Row
from drafter.model.fact import OPEN, OUTCOMES, RESOLVED
from drafter.model.words import Both
from drafter.tui.speech import say, tell
from drafter.tui.widgets.form.labels import ENGLISH
from drafter.tui.widgets.linelist import Piece
from drafter.tui.widgets.register import Entry, Head, More

STANDINGS = (RESOLVED, OPEN)
#: Answers that ask for no reason.
DONE = frozenset({"完成", RESOLVED})
HEADS = (
    Head(Both("答复", "Answer"), 12),
    Head(Both("上期的打算和问题", "Promised last time")),
    Head(Both("目标", "Target"), 10, right=True),
    Head(Both("实际", "Actual"), 10, right=True),
    Head(Both("完成率", "Share"), 7, right=True),
    Head(Both("时序进度", "Time gone"), 9, right=True),
    Head(Both("科室", "Office"), 14, wide=True),
)
_LOOKS = {
    "完成": "register--good",
    "基本完成": "register--good",
    RESOLVED: "register--good",
    "推进中": "register--warn",
    "未完成": "register--bad",
    OPEN: "register--bad",
}


def choices(item: Row | Concern) -> tuple[str, ...]:
    """What can be answered."""
    return OUTCOMES if isinstance(item, Row) else STANDINGS


def word(item: Row | Concern) -> str:
    """The field that holds the answer."""
    return "兑现" if isinstance(item, Row) else "现状"


def said(item: Row | Concern) -> str:
    """The answer as the ledger has it."""
    return item.outcome if isinstance(item, Row) else item.standing


def label(answer: str) -> str:
    """An answer in the reader's language."""
    return say(answer, ENGLISH.get(answer, answer))


def entry(item: Row | Concern, answer: str, results: Sequence[str]) -> Entry:
    """The row. ``answer`` is the one that holds now, ``results`` what this report says about it."""
    numbers = ("", "", "", "")
    if isinstance(item, Row):
        numbers = (
            _measured(item.target, item.unit),
            _measured(item.actual, item.unit),
            item.completion or "",
            item.progress or "",
        )
    cells = (_answer(item, answer), Piece(item.title), *map(Piece, numbers), Piece(item.office, "linelist--muted"))
    return Entry(cells, tuple(_more(item, answer, results)))


def heading(text: str) -> Entry:
    return Entry((Piece(text),), heading=True)


def _answer(item: Row | Concern, answer: str) -> Piece:
    if answer:
        return Piece(label(answer), _LOOKS.get(answer, "linelist--muted"))
    if item.dropped:
        return Piece(say("不再沿用", "dropped"), "linelist--muted")
    return Piece(say("未答复", "unanswered") if item.listed else say("未列入", "not listed"), "register--warn")


def _more(item: Row | Concern, answer: str, results: Sequence[str]) -> Iterator[More]:
    if item.text and item.text != item.title:
        yield More(say("原文", "Text"), item.text)
    if isinstance(item, Row):
        yield from _aimed(item, answer)
    if item.answered_in:
        yield More(say("答在", "Answered in"), item.answered_in)
    if item.continued_by:
        yield More(say("接续", "Continued"), "、".join(item.continued_by))
    if results:
        yield More(say("这一期里", "Here"), "\n".join(results))
    elif not item.dropped:
        yield More(say("这一期里", "Here"), [Piece(say("还没有写到", "nothing yet"), "register--warn")])


def _aimed(item: Row, answer: str) -> Iterator[More]:
    aim = "  ".join(filter(None, (item.measure, item.modality, item.due)))
    if aim:
        yield More(say("指标", "Aim"), aim)
    if item.pace:
        yield More(say("进度", "Pace"), item.pace)
    if item.suggestion and not answer:
        yield More(say("建议", "Suggested"), [Piece(label(item.suggestion), "register--good")])
    if item.contradiction is not None and answer == item.outcome:
        yield More(say("有出入", "At odds"), [Piece(tell(item.contradiction), "register--bad")])


def _measured(number: str | None, unit: str) -> str:
    return f"{number}{unit}" if number else ""
