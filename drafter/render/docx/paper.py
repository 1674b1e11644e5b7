"""What is to be said of the pages of a Word file: they are its own, whatever 页面.版心 of the report says."""

from drafter.model.problem import Place, Problem
from drafter.model.words import Both
from drafter.render.docx.room import Room, standard
from drafter.render.measures import SHEETS

_MM = 56.7  # twips
_NEAR = 57  # 1 mm


def told(room: Room, file: str) -> Problem:
    """For who tries the file out: the size of its pages."""
    sheet, text = f"{_mm(room.wide)}×{_mm(room.high)}", f"{_mm(room.width)}×{_mm(room.height)}"
    return Problem(
        "base-page",
        Both(
            f"页面照这份文件的：纸 {sheet} 毫米，正文 {text} 毫米；报告里的“版心”不起作用，表和图照这个宽度排。",
            f"Pages are the file's own: sheet {sheet} mm, text {text} mm. 版心 of a report does not count; tables and charts fit this width.",
        ),
        Both("要改，在 Word 里改这份文件的页边距。", "To change that, change the margins in Word."),
        severity="info",
        place=Place(file),
    )


def differs(room: Room, margins: str, file: str) -> list[Problem]:
    """Where the report asks for another 版心 than the file has. ``margins`` "" asks for none."""
    sheet = SHEETS.get(margins)
    if sheet is None or all(abs(one - other) <= _NEAR for one, other in zip(room, standard(sheet), strict=True)):
        return []
    return [
        Problem(
            "page-of-the-file",
            Both(
                f"报告的“版心”写的是 {margins}，没有用上：版式是 Word 文件，页面照它自己的。",
                f"The report's 版心, {margins}, was not used: its layout is a Word file, whose pages are its own.",
            ),
            Both(
                "要改版心，在 Word 里改这份文件的页边距；不改就删去报告里的“版心”。",
                "Change the margins of that file in Word, or delete 版心 from the report.",
            ),
            severity="warning",
            place=Place(file),
        )
    ]


def _mm(twips: int) -> str:
    return f"{twips / _MM:.0f}"
