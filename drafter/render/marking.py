"""What a draft marks: whatever was carried over from an earlier report and not yet looked at (待更新)."""

from collections.abc import Container

from markupsafe import Markup, escape

from drafter.model.printing import Figures, resolved, said
from drafter.model.reference import pieces


def marked(text: str, figures: Figures, stale: Container[str]) -> str:
    """``text`` with its references printed, the words of ``stale`` figures in ``<mark>``."""
    if "{{" not in text:
        return text
    shown = []
    for piece in pieces(text):
        if isinstance(piece, str):
            shown.append(escape(piece))
        else:
            words = said(piece, text, figures)
            shown.append(whole(words) if piece.name in stale else escape(words))
    return Markup("").join(shown)


def marked_whole(text: str, figures: Figures) -> str:
    """``text`` with its references printed, all of it in ``<mark>``."""
    return whole(resolved(text, figures)) if text else text


def whole(words: str) -> Markup:
    return Markup("<mark>") + words + Markup("</mark>")
