"""What a draft marks: whatever was carried over from an earlier report and not yet looked at (待更新), or seems left of it."""

from collections.abc import Container, Mapping
from types import MappingProxyType
from typing import NamedTuple

from markupsafe import Markup, escape

from drafter.model.printing import BLANK, Figures, resolved, said
from drafter.model.reference import pieces
from drafter.model.report import Report


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


def whole(words: str, note: str = "") -> Markup:
    opening = Markup('<mark data-note="{}">').format(note) if note else Markup("<mark>")
    return opening + words + Markup("</mark>")
