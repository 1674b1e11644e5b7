"""A number that stands in the texts, as a row of what is proposed: what it would be as a figure, and where it stands."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from drafter.actions.editing.changes import told
from drafter.actions.editing.desk import Desk
from drafter.actions.editing.outline import label_of
from drafter.model.words import Both
from drafter.tui.speech import say
from drafter.tui.widgets.findings import word_label
from drafter.tui.widgets.linelist import Piece
from drafter.tui.widgets.register import Entry, Head, More

if TYPE_CHECKING:
    from drafter.actions.prose import Proposal, Use

_MOST = 6  # places shown of one figure
_AROUND = 30  # characters shown before a number and behind it
NAMES = ("名称", "编号")  # edited in place
_SHOWN = (*NAMES, "数值", "单位")  # the others stand among the further fields

HEADS = (
    Head(Both("名称", "Name")),
    Head(Both("数值", "Value"), 12, right=True),
    Head(Both("单位", "Unit"), 8),
    Head(Both("其他", "Further"), 28, wide=True),
    Head(Both("用处", "Uses"), 4, right=True),
    Head(Both("把握", "Certainty"), 9),
)


def entry(each: "Proposal", ticked: bool, desk: Desk) -> Entry:
    """The row; ``desk`` has the texts."""
    figure = each.figure
    cells = (
        Piece(text_of(figure, "名称")),
        Piece(text_of(figure, "数值") or text_of(figure, "目标")),
        Piece(text_of(figure, "单位")),
        Piece(_further(each), "linelist--muted"),
        Piece(str(len(each.uses))),
        _certainty(each),
    )
    return Entry(cells, tuple(_more(each, desk)), ticked)


def _more(each: "Proposal", desk: Desk) -> Iterator[More]:
    if each.known:
        said = say(f"就是指标“{each.known}”，只把正文改成引用", f"It is the figure {each.known}: only the text changes")
        yield More(say("已有", "Known"), said)
    if each.clash:
        said = say(f"和“{each.clash}”同名，数却不同，请核对", f"{each.clash} has the same name and another value")
        yield More(say("有出入", "At odds"), [Piece(said, "register--bad")])
    further = _further(each)
    if further:
        yield More(say("其他", "Further"), further)
    for use in each.uses[:_MOST]:
        yield More(word_label(use.word), _in_context(use, desk))
    if len(each.uses) > _MOST:
        yield More("", say(f"还有 {len(each.uses) - _MOST} 处", f"and {len(each.uses) - _MOST} more"))


def _in_context(use: "Use", desk: Desk) -> list[Piece]:
    """The number where it stands: the heading of its fact, and the words around it."""
    record = desk.find(use.uid)
    if record is None:
        return []
    text = str(record.get(use.word) or "").replace("\n", " ")
    heading = f"{label_of(record, dict)}  " if use.uid and use.word != "标题" else ""
    before, after = text[: use.start], text[use.end :]
    return [
        Piece(heading, "linelist--muted"),
        Piece((".." if len(before) > _AROUND else "") + before[-_AROUND:]),
        Piece(text[use.start : use.end], "register--mark"),
        Piece(after[:_AROUND] + (".." if len(after) > _AROUND else "")),
    ]


def id_of(each: "Proposal") -> str:
    return text_of(each.figure, "编号")


def text_of(figure: Mapping[str, Any], word: str) -> str:
    return str(figure.get(word) or "")


def _further(each: "Proposal") -> str:
    """Its other fields, and what the text says of it that no field holds, on one line."""
    fields = [f"{word_label(word)} {told(value)}" for word, value in each.figure.items() if word not in _SHOWN]
    return "，".join([*fields, *each.relations]).replace("\n", "，")


def _certainty(each: "Proposal") -> Piece:
    if each.clash:
        return Piece(say("有出入", "at odds"), "register--bad")
    if each.known:
        return Piece(say("已有指标", "known"), "register--good")
    return Piece(say("有把握", "sure"), "register--good") if each.sure else Piece(say("拿不准", "a guess"), "register--warn")


def renamed(found: "Sequence[Proposal]", index: int, name: str) -> "list[Proposal]":
    """Number ``index`` under another 编号, and so wherever the others name it."""
    old = id_of(found[index])
    changed = []
    for place, each in enumerate(found):
        figure = each.figure
        if place == index:
            figure = {**figure, "编号": name}
        elif old in figure.get("其中", ()):
            figure = {**figure, "其中": [name if part == old else part for part in figure["其中"]]}
        changed.append(each._replace(figure=figure, clash=name if each.clash == old else each.clash))
    return changed
