"""The editor of a text of several paragraphs, a paragraph a line."""

import re

from textual.content import Content

from drafter.tui.speech import say
from drafter.tui.widgets.textbox import TextBox

_BLANK = re.compile(r"\s")


def length(text: str) -> int:
    """The length that a cap counts (字数): characters, white space left out."""
    return len(text) - len(_BLANK.findall(text))


class ParagraphsEditor(TextBox):
    """Chinese text of any length, wrapped softly. It grows with its text from three rows to as many as its holder allows.

    ``cap`` is the most characters there should be, None for no limit; more are counted in red, never refused.
    """

    DEFAULT_CSS = """
    ParagraphsEditor {
        min-height: 5; max-height: 75vh; border: round $border-blurred; padding: 0 1;
        border-title-color: $text-muted; border-subtitle-color: $text-muted; border-subtitle-align: right;
        &:focus { border: round $border; border-title-color: $text-primary; }
        &.-short { min-height: 3; }
        &.-over { border-subtitle-color: $text-error; }
    }
    """

    def __init__(self, value: str = "", title: str = "", cap: int | None = None) -> None:
        self.cap = cap
        super().__init__(value)
        self.border_title = Content(title)

    def set_cap(self, cap: int | None) -> None:
        if cap != self.cap:
            self.cap = cap
            self._count()

    def _refresh_size(self) -> None:
        super()._refresh_size()
        self._count()

    def _count(self) -> None:
        count = length(self.value)
        counted = f"{count}" if self.cap is None else f"{count}/{self.cap}"
        self.border_subtitle = counted + say("字", " chars")
        self.set_class(self.cap is not None and count > self.cap, "-over")
