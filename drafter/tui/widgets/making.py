"""What a document is made as: draft or final, in which layout and format."""

from typing import Literal

from drafter.tui.speech import say
from drafter.tui.widgets.pick import Pick

Format = Literal["docx", "html", "txt", "pdf"]
FORMATS: tuple[Format, ...] = ("docx", "html", "txt", "pdf")
DRAFT, REVIEW, FINAL = "draft", "review", "final"
#: No table of figures in a file of its own.
NO_TABLE = "none"


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
    """What it is for, once it is known what it may be."""

    def __init__(self) -> None:
        words = {
            DRAFT: say("草稿（标出没核对的）", "draft, leftovers marked"),
            REVIEW: say("送核（批注、核对表）", "to confirm, commented"),
            FINAL: say("定稿", "final"),
        }
        super().__init__((DRAFT, REVIEW, FINAL), "", words)
        self.id = "stage"


class TablePick(Pick):
    """Whether the table of figures goes into a file of its own, and in which format."""

    def __init__(self, value: str) -> None:
        words = {
            NO_TABLE: say("不另存", "no file"),
            "docx": say("Word、WPS (docx)", "Word (docx)"),
            "xlsx": say("表格 (xlsx)", "Excel (xlsx)"),
            "txt": say("纯文本 (txt)", "text (txt)"),
        }
        super().__init__(tuple(words), value, words)
        self.id = "table"


class LayoutPick(Pick):
    """The layout, once it is known which there are."""
