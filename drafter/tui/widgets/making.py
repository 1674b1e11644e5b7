"""What a document is made as: draft or final, in which layout and format."""

from typing import Literal

from drafter.tui.speech import say
from drafter.tui.widgets.pick import Pick

Format = Literal["docx", "html", "txt", "pdf"]
FORMATS: tuple[Format, ...] = ("docx", "html", "txt", "pdf")
DRAFT, FINAL = "draft", "final"


class FormatPick(Pick):
    """The format of the document."""

    def __init__(self, value: Format) -> None:
        words = {
            "docx": say("Word、WPS (docx)", "Word (docx)"),
            "html": say("网页 (html)", "web page (html)"),
            "txt": say("纯文本 (txt)", "text (txt)"),
            "pdf": "PDF",
        }
        super().__init__(FORMATS, value, words)


class StagePick(Pick):
    """Draft or final, once it is known which it may be."""

    def __init__(self) -> None:
        words = {DRAFT: say("草稿（标出没核对的）", "draft, leftovers marked"), FINAL: say("定稿", "final")}
        super().__init__((DRAFT, FINAL), "", words)
        self.id = "stage"


class LayoutPick(Pick):
    """The layout, once it is known which there are."""
