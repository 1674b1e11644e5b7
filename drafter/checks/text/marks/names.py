"""The 、 between names in 《》 or words in “”, where the marks themselves part them."""

import re
from collections.abc import Iterator

from drafter.checks.finding import Finding, counted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import PUNCTUATION, Rule
from drafter.checks.text.marks.spots import HAN, Spot, told
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

_BETWEEN = re.compile("、(?<=[》”].)(?=[《“])")
#: After a member: a remark, further members without marks, or words that belong to it alone.
_WORDS_BESIDE = re.compile(f"（|、|(?!等|和|及|以及|的|两|三|四)[{HAN}]{{1,12}}、")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    text = manuscript.text
    marks = (at for run in _runs(text) if not _mixed(text, run) for at in run)
    spots = [Spot(at - 1, at + 2, ((at, at + 1, ""),)) for at in marks]
    yield from told(manuscript, "mark-between-names", spots, _said, _FIX)


def _runs(text: str) -> Iterator[list[int]]:
    """The 、 of each row of names, or of words in quotes."""
    run: list[int] = []
    end = 0
    for found in _BETWEEN.finditer(text):
        at = found.start()
        if text[at - 1 : at + 2] not in _ALIKE:
            continue
        if run and at != end:
            yield run
            run = []
        run.append(at)
        end = text.find(text[at - 1], at + 1, at + _FAR) + 1
    if run:
        yield run


def _mixed(text: str, run: list[int]) -> bool:
    """Whether some members have words beside the marks, so that all are parted by 、."""
    first, last = run[0], run[-1]
    begin = text.rfind(text[first + 1], max(0, first - _FAR), first)
    end = text.find(text[last - 1], last, last + _FAR)
    return (begin > 0 and text[begin - 1] in "、）") or (end > 0 and _WORDS_BESIDE.match(text, end + 1) is not None)


_ALIKE = frozenset({"》、《", "”、“"})
#: A member is no longer than this.
_FAR = 100
_FIX = Both("删去中间的顿号。", "Delete the 、 between them.")


def _said(words: str, number: int) -> Both:
    more = counted(number)
    return Both(f"“{words}”{more.zh}并列的书名号或引号之间不用顿号。", f"“{words}”{more.en} needs no 、 between the marks.")
