"""Ordinals that people typed do not run on: an item was dropped, pasted twice, or stands at another depth than the rest."""

import re
from collections.abc import Iterator, Sequence

from drafter.checks.finding import Finding, quoted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, LAYOUT, Rule
from drafter.checks.text.structure.headings import Heading, headings, lists
from drafter.model.counting import Break, breaks
from drafter.model.numbering import scheme
from drafter.model.problem import Severity
from drafter.model.words import Both

RULES = (
    Rule(
        "numbering-gap",
        "warning",
        Both("序号不连续", "Numbering gap"),
        Both(
            "删了一条没有把后面的序号补上来，读的人会以为漏了一条。",
            "Where an item was dropped and the rest not renumbered, readers miss one.",
        ),
        GENRE,
        "一、加强馆藏建设⏎新增档案3万卷。⏎二、推进数字化⏎扫描档案20万页。⏎四、做好查档服务⏎接待查档2000人次。",
        "一、加强馆藏建设⏎新增档案3万卷。⏎二、推进数字化⏎扫描档案20万页。⏎三、做好查档服务⏎接待查档2000人次。",
    ),
    Rule(
        "numbering-repeat",
        "warning",
        Both("序号重复", "Ordinal repeated"),
        Both(
            "插进一条没有把后面的序号往下推，同一个序号出现两次。",
            "Where an item was put in and the rest not renumbered, two have one number.",
        ),
        GENRE,
        "一、加强馆藏建设⏎新增档案3万卷。⏎二、推进数字化⏎扫描档案20万页。⏎二、做好查档服务⏎接待查档2000人次。",
        "一、加强馆藏建设⏎新增档案3万卷。⏎二、推进数字化⏎扫描档案20万页。⏎三、做好查档服务⏎接待查档2000人次。",
    ),
    Rule(
        "numbering-restart",
        "warning",
        Both("序号又从一开始", "Numbering begins again"),
        Both(
            "序号中途又从一编起，多半是少了上一级标题。", "Where a count begins again, a heading above it is missing as a rule."
        ),
        GENRE,
        "一、加强馆藏建设⏎新增档案3万卷。⏎二、推进数字化⏎扫描档案20万页。⏎一、做好查档服务⏎接待查档2000人次。",
        "一、加强馆藏建设⏎新增档案3万卷。⏎二、推进数字化⏎扫描档案20万页。⏎三、做好查档服务⏎接待查档2000人次。",
    ),
    Rule(
        "level-jump",
        "info",
        Both("序号跳了一级", "Level left out"),
        Both(
            "结构层次依次用“一、”“（一）”“1.”“（1）”，同一篇里各部分的层次应当一致。",
            "Levels are numbered 一、 （一） 1. （1） in turn, and alike in all parts.",
        ),
        f"{LAYOUT} 7.3.3",
        "一、工作情况⏎（一）加强馆藏建设⏎新增档案3万卷。⏎（二）推进数字化⏎扫描档案20万页。⏎二、下一步打算⏎1.建设新馆。完成主体工程。⏎2.开放档案。开放1万件。",
        "一、工作情况⏎（一）加强馆藏建设⏎新增档案3万卷。⏎（二）推进数字化⏎扫描档案20万页。⏎二、下一步打算⏎（一）建设新馆。完成主体工程。⏎（二）开放档案。开放1万件。",
    ),
)

#: From the outermost to the innermost, by family.
_ORDER = ("一、", "（一）", "1.", "（1）", "①")
#: More items than this are a list of their own, as of terms that are explained.
_LONGEST_LIST = 12


def check(manuscript: Manuscript) -> Iterator[Finding]:
    if not manuscript.foreign:
        return
    found = headings(manuscript)
    for each in breaks((heading.level, heading.ordinal) for heading in found):
        if not _stands(manuscript, found, each):
            yield _break(manuscript, found, each)
    yield from _jump(manuscript, found)


def _stands(manuscript: Manuscript, found: Sequence[Heading], each: Break) -> bool:
    """Whether the item that seems to be missing was only read as something else: 3.10个村 is no decimal number."""
    heading = found[each.at]
    if each.last is None or each.number <= each.before:
        return False
    between = manuscript.text[found[each.last].start : heading.start]
    return f"\n{each.number - 1}" in between and re.search(rf"\n{each.number - 1}[.．、]", between) is not None


def _break(manuscript: Manuscript, found: Sequence[Heading], each: Break) -> Finding:
    heading = found[each.at]
    other = found[each.last].whole if each.last is not None else None
    shown = quoted(manuscript.words(*heading.whole))
    typed = _typed(heading, each.number)
    before = _typed(heading, each.before)
    if each.number == each.before:
        code, fix = "numbering-repeat", _RENUMBER
        zh, en = f"“{shown}”的序号“{typed}”前面已经用过。", f"The number “{typed}” of “{shown}” was used before."
    elif each.number == 1:
        code, fix = "numbering-restart", _HEADING
        zh = f"序号编到“{before}”以后又从“{typed}”编起：“{shown}”。"
        en = f"The numbering reached “{before}” and begins again at “{typed}”: “{shown}”."
    elif each.before:
        code, fix = "numbering-gap", _RENUMBER
        zh = f"“{shown}”的序号由“{before}”跳到“{typed}”。"
        en = f"The numbering goes from “{before}” to “{typed}” at “{shown}”."
    else:
        code, fix = "numbering-gap", _RENUMBER
        zh, en = (
            f"“{shown}”是这一列的第一条，序号却从“{typed}”编起。",
            f"“{shown}” is the first of its list, and numbered “{typed}”.",
        )
    severity: Severity | None = "info" if code == "numbering-restart" and _counts_on(found, each) else None
    return Finding(code, *_ordinal(manuscript, heading), Both(zh, en), fix, other=other, severity=severity)


_RENUMBER = Both("核对有没有漏掉的内容，再把序号依次改过来。", "See whether anything is missing, then number the items in turn.")
_HEADING = Both("核对这里是否少了一级标题，或者序号没有接着往下编。", "See whether a heading is missing here, or count on.")


def _counts_on(found: Sequence[Heading], each: Break) -> bool:
    """Whether the count that begins again goes on: that is a list of its own, whose heading may be one without a number."""
    level = found[each.at].level
    after = (heading.ordinal for heading in found[each.at + 1 :] if heading.level == level)
    following = next(after, None)
    return following is not None and following.number == 2


def _ordinal(manuscript: Manuscript, heading: Heading) -> tuple[int, int]:
    """Where the ordinal stands."""
    return heading.start, heading.start + len(manuscript.words(heading.start, heading.words[0]).rstrip())


def _typed(heading: Heading, number: int) -> str:
    """A number in the scheme of a heading."""
    own = scheme(heading.ordinal.sample) if heading.ordinal else None
    return own.ordinal(number).strip() if own else str(number)


def _jump(manuscript: Manuscript, found: Sequence[Heading]) -> Iterator[Finding]:
    """The first list that is numbered as elsewhere only lists a level below are, or as most others of its level are not."""
    numbered = [each for each in lists(found) if each[0].ordinal and each[0].ordinal.family in _ORDER]
    families = [(each[0].level, each[0].ordinal.family) for each in numbered if each[0].ordinal]
    for members, (level, family) in zip(numbered, families, strict=True):
        outer = [above for above in _ORDER[: _ORDER.index(family)] if (level, above) in families]
        if not outer or len(members) > _LONGEST_LIST or manuscript.raw[members[0].words[1] - 1] in "：:":
            continue
        beside = [other for depth, other in families if depth == level]
        if (level + 1, family) in families or level == 1 or 2 * beside.count(outer[-1]) >= len(beside):
            yield _jumped(manuscript, members[0], outer[-1])
            return


def _jumped(manuscript: Manuscript, heading: Heading, usual: str) -> Finding:
    shown = quoted(manuscript.words(*heading.whole))
    own = _typed(heading, 1)
    return Finding(
        "level-jump",
        *_ordinal(manuscript, heading),
        Both(
            f"这里的下一级从“{own}”编起，同一级在别处用的是“{usual}”：“{shown}”。",
            f"Items at this level are numbered “{usual}” elsewhere, and “{own}” here: “{shown}”.",
        ),
        Both(f"改用“{usual}”，各部分的层次就一致了。", f"Number them “{usual}” as in the other parts."),
    )
