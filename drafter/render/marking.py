"""What a draft marks: whatever was carried over from an earlier report and not yet looked at (待更新), or seems left of it."""

from collections.abc import Container, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from markupsafe import Markup, escape

from drafter.model.figure import Figure
from drafter.model.printing import BLANK, Figures, resolved, said
from drafter.model.reference import pieces
from drafter.model.report import Report
from drafter.model.tabulation import Rows


class Marks(NamedTuple):
    """Keys of the facts and ids of the figures to mark; ``front``: which of 标题, 导语, 通知 and 附件. ``why``: id of a figure → what
    to say beside its words.
    """

    facts: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()
    front: frozenset[str] = frozenset()
    why: Mapping[str, str] = MappingProxyType({})


FRONT = frozenset({"标题", "导语", "通知", "附件"})


def carried(report: Report) -> Marks:
    """What of the report waits to be looked at."""
    return Marks(
        frozenset(fact.id or path for _, path, fact in report.facts() if fact.stale),
        frozenset(figure.id for figure in report.figures if figure.stale),
        FRONT if report.stale else frozenset(),
    )


def marked(text: str, figures: Figures, of: Container[str], why: Mapping[str, str] = MappingProxyType({})) -> str:
    """``text`` with its references printed, the words of the figures ``of`` these ids, and blanks, in ``<mark>``, with ``why`` they are."""
    if "{{" not in text:
        return text
    shown = []
    for piece in pieces(text):
        if isinstance(piece, str):
            shown.append(escape(piece))
        else:
            words = said(piece, text, figures)
            marks = piece.name in of or words.startswith(BLANK)
            shown.append(whole(words, why.get(piece.name, "")) if marks else escape(words))
    return Markup("").join(shown)


def marked_whole(text: str, figures: Figures) -> str:
    """``text`` with its references printed, all of it in ``<mark>``."""
    return whole(resolved(text, figures)) if text else text


def marked_cells(rows: Rows, named: Rows, marks: Marks) -> Rows:
    """``rows`` with those cells in ``<mark>`` that say the number of a marked figure; why is said at the first of a row.
    ``named``: the id of each cell's figure.
    """
    made = []
    for row, ids in zip(rows, named, strict=True):
        at = next((place for place, id in enumerate(ids) if id in marks.figures), -1)
        made.append(
            tuple(
                whole(text, marks.why.get(id, "") if place == at else "") if text and id in marks.figures else text
                for place, (text, id) in enumerate(zip(row, ids, strict=True))
            )
        )
    return tuple(made)


def marked_caption(title: str, drawn: Iterable[Figure], marks: Marks) -> str | None:
    """The caption of a chart, all of it in ``<mark>``, where one of the figures that it has ``drawn`` is marked: the drawing
    itself takes no comment, so this names the points. None where none is.
    """
    points = [figure for figure in drawn if figure.id in marks.figures]
    if not points:
        return None
    why = [f"图中的“{each.name}”{each.text}：{marks.why[each.id]}" for each in points if marks.why.get(each.id)]
    return whole(title, "\n".join(why))


def whole(words: str, note: str = "") -> Markup:
    opening = Markup('<mark data-note="{}">').format(note) if note else Markup("<mark>")
    return opening + words + Markup("</mark>")
