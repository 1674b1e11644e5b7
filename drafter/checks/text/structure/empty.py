"""A heading with nothing below it, where the headings beside it have text."""

import re
from collections.abc import Iterator

from drafter.checks.finding import Finding, quoted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.checks.text.structure.headings import Heading, headings, lists
from drafter.model.words import Both

RULES = (
    Rule(
        "section-empty",
        "warning",
        Both("标题下面没有内容", "Heading without text"),
        Both(
            "只搭了标题没有写内容，或者内容在拼稿时丢了。",
            "The text under it was never written, or lost when the parts were put together.",
        ),
        GENRE,
        "（一）充实馆藏⏎全年接收档案3万卷，新增馆藏门类两个。⏎（二）扫描档案⏎（三）做好查档服务⏎全年接待查档群众2000人次，满意率保持稳定。",
        "（一）充实馆藏⏎全年接收档案3万卷，新增馆藏门类两个。⏎（二）扫描档案⏎完成20万页，占全部馆藏的三成。⏎（三）做好查档服务⏎全年接待查档群众2000人次，满意率保持稳定。",
    ),
)

#: A longer line, or one that names a figure, is an item of one sentence.
_LONGEST = 30
_FIGURE = re.compile(r"\d(?![\d年])")
#: So many of a list may have nothing below; more of them, and it is a list of bare items.
_SHARE = 0.34


def check(manuscript: Manuscript) -> Iterator[Finding]:
    found = headings(manuscript)
    for members in lists(found):
        empty = [heading for heading in members if _is_empty(manuscript, heading)]
        if empty and len(members) > 1 and len(empty) <= max(1, _SHARE * len(members)) < len(members):
            yield from (_finding(manuscript, heading) for heading in empty)


def _is_empty(manuscript: Manuscript, heading: Heading) -> bool:
    """Whether it stands on its own line, is no sentence, and the next paragraph is another heading or the end.

    In a foreign document one without a number may be the title of a part, or a line of something else.
    """
    start, end = heading.words
    if manuscript.foreign and heading.ordinal is None:
        return False
    if heading.paragraph.role != "heading" or end - start > _LONGEST or _FIGURE.search(manuscript.text, start, end):
        return False
    after = manuscript.paragraphs[heading.number + 1 : heading.number + 2]
    return not after or after[0].role == "cover" or 0 < after[0].level <= heading.level


def _finding(manuscript: Manuscript, heading: Heading) -> Finding:
    shown = quoted(manuscript.words(*heading.whole))
    return Finding(
        "section-empty",
        *heading.whole,
        Both(f"标题“{shown}”下面没有内容。", f"There is nothing under “{shown}”."),
        Both("补上内容，或删去这个标题。", "Write the text, or delete the heading."),
    )
