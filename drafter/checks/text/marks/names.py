"""The 、 between names in 《》 or words in “”, where the marks themselves part them."""

import re
from collections.abc import Iterator

from drafter.checks.finding import Finding, counted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import PUNCTUATION, Rule
from drafter.checks.text.marks.spots import Spot, told
from drafter.model.words import Both

RULES = (
    Rule(
        "mark-between-names",
        "info",
        Both("书名号、引号之间多了顿号", "、 between 《》 or “”"),
        Both("并列的书名号之间、引号之间通常不用顿号。", "Between names in 《》, or words in “”, no 、 is needed."),
        f"{PUNCTUATION} 4.5.3.5",
        "修订《公文办理细则》、《印章管理规定》。",
        "修订《公文办理细则》《印章管理规定》。",
    ),
)

_BETWEEN = re.compile("[》”]、[《“](?<=》、《|”、“)")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    text = manuscript.text
    marks = (found.start() + 1 for found in _BETWEEN.finditer(text))
    spots = [Spot(at - 1, at + 2, ((at, at + 1, ""),)) for at in marks if not _mixed(text, at)]
    yield from told(manuscript, "mark-between-names", spots, _said, _FIX)


def _mixed(text: str, at: int) -> bool:
    """Whether the list around a 、 has members with words beside the marks, which need it."""
    opening, closing = text[at + 1], text[at - 1]
    begin, end = text.rfind(opening, max(0, at - _FAR), at), text.find(closing, at, at + _FAR)
    before, after = text[begin - 2 : begin] if begin > 1 else "", text[end + 1 : end + 3] if end > 0 else ""
    return (before[1:] == "、" and before[0] != closing) or (after[:1] == "、" and after[1:] != opening) or after[:1] == "（"


_FAR = 100
_FIX = Both("删去中间的顿号。", "Delete the 、 between them.")


def _said(words: str, number: int) -> Both:
    more = counted(number)
    return Both(f"“{words}”{more.zh}并列的书名号或引号之间不用顿号。", f"“{words}”{more.en} needs no 、 between the marks.")
