"""How the headings of one list are written: all in one syntax, without a mark at the end, with one kind of ordinal."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from drafter.checks.finding import Finding, quoted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, LAYOUT, Rule
from drafter.checks.text.structure.headings import Heading, headings, lists
from drafter.model.words import Both

RULES = (
    Rule(
        "heading-out-of-step",
        "info",
        Both("标题句式不齐", "Heading out of step"),
        Both(
            "同一级标题讲究句式一致，只有一条不同，读起来就突兀。",
            "Headings of one level share a syntax; a single one that does not stands out.",
        ),
        GENRE,
        "（一）抓馆藏，增厚家底⏎接收3万卷。⏎（二）抓扫描，方便查阅⏎完成20万页。⏎（三）抓服务，提高效率⏎接待2000人次。⏎（四）安全管理进一步加强⏎检查12次。",
        "（一）抓馆藏，增厚家底⏎接收3万卷。⏎（二）抓扫描，方便查阅⏎完成20万页。⏎（三）抓服务，提高效率⏎接待2000人次。⏎（四）抓安全，守住底线⏎检查12次。",
    ),
    Rule(
        "heading-end",
        "info",
        Both("标题末尾有标点", "Mark at the end of a heading"),
        Both(
            "独立成行的标题末尾不加标点，同一列里要一致。",
            "A heading on a line of its own ends without a mark, and all of a list alike.",
        ),
        LAYOUT,
        "（一）充实馆藏⏎全年接收档案3万卷。⏎（二）扫描档案，⏎完成20万页。⏎（三）做好查档服务⏎接待2000人次。",
        "（一）充实馆藏⏎全年接收档案3万卷。⏎（二）扫描档案⏎完成20万页。⏎（三）做好查档服务⏎接待2000人次。",
    ),
    Rule(
        "ordinal-mixed",
        "info",
        Both("同一列序号写法不一", "Ordinals mixed in one list"),
        Both(
            "同一级序号用同一种写法，“1.”和“1、”不混用。",
            "The items of a list are numbered in one way, not 1. here and 1、 there.",
        ),
        f"{LAYOUT} 7.3.3",
        "1.充实馆藏。全年接收档案3万卷。⏎2、扫描档案。完成20万页。⏎3.做好查档服务。接待2000人次。",
        "1.充实馆藏。全年接收档案3万卷。⏎2.扫描档案。完成20万页。⏎3.做好查档服务。接待2000人次。",
    ),
)

_FEWEST = 4
#: Verbs and adverbs that a heading begins with, by their first sign; 抓 and its like stand alone.
_VERB = re.compile(
    "[抓强促保稳优提聚严深推加建做打着持进全大积不狠突完创坚筑夯织守扩拓引激落规增释化破畅攻办惠兜护把赋培牵统健构紧扎切认始高精主实改壮举服]"
)
#: How a heading ends that says how things are rather than what is done.
_STATE = re.compile(
    "(?:提升|增强|加强|加快|突破|进展|成效|改善|见效|向好|提高|显现|优化|完善|凸显|稳固|扩大|推进|深化|落实|规范|健全)$"
)
_SUBJECT = re.compile("(?:进一步|不断|持续|稳步|明显|显著|更加|有效|全面|扎实|取得|日益|逐步)")
_DRIVES = ("推动", "推进", "促进", "实现", "确保", "着力", "全力", "保持", "加快", "努力", "坚持")
_END_MARK = re.compile("[。，；、,;]$")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    for members in lists(headings(manuscript)):
        yield from _out_of_step(manuscript, members)
        yield from _ends(manuscript, members)
        if manuscript.foreign:
            yield from _mixed(manuscript, members)


def _out_of_step(manuscript: Manuscript, members: list[Heading]) -> Iterator[Finding]:
    if len(members) < _FEWEST or _are_parts(members):
        return
    words = [manuscript.text[slice(*each.words)].strip() for each in members]
    for way, trait in _WAYS:
        traits = [trait(each) for each in words]
        (usual, times), *_ = Counter(traits).most_common(1)
        if usual and times == len(words) - 1:
            odd = next(place for place, own in enumerate(traits) if own != usual)
            if way.zh == _STATED.zh and not _says_how_things_are(words[odd]):
                continue
            yield _odd(manuscript, members[odd], Both(way.zh.format(usual), way.en.format(usual)), len(words) - 1)
            return


def _are_parts(members: list[Heading]) -> bool:
    """Whether they head the parts of the report, which are called by what they are."""
    own = members[0].ordinal
    return (own is None or own.family == "一、") and len({each.paragraph.part for each in members}) > 1


def _comma(words: str) -> str:
    return "，" if "，" in words else ""


def _four(words: str) -> str:
    return "四" if len(words) == 4 else ""


def _acts(words: str) -> str:
    return "动" if _VERB.match(words) and not _says_how_things_are(words) else ""


def _says_how_things_are(words: str) -> bool:
    found = _SUBJECT.search(words, 2)
    return found is not None and not words.startswith(_DRIVES) and _STATE.search(words) is not None and "，" not in words


_STATED = Both("用动词开头", "begin with a verb")
#: What headings may share, the most telling first: how it is said, and what of a heading it looks at ("" where it has not).
_WAYS: tuple[tuple[Both, Callable[[str], str]], ...] = (
    (Both("以“{}”开头", "begin with “{}”"), lambda words: words[:2]),
    (Both("以“{}”开头", "begin with “{}”"), lambda words: words[:1]),
    (Both("中间有逗号、分成两截", "have two halves with a comma between"), _comma),
    (Both("都是四个字", "have four signs"), _four),
    (_STATED, _acts),
)


def _odd(manuscript: Manuscript, heading: Heading, way: Both, number: int) -> Finding:
    shown = quoted(manuscript.words(*heading.words))
    return Finding(
        "heading-out-of-step",
        *heading.words,
        Both(
            f"同一级的另外 {number} 个标题{way.zh}，“{shown}”不是。", f"The other {number} headings {way.en}; “{shown}” does not."
        ),
        Both("改成同样的句式。", "Write it the way the others are."),
    )


def _ends(manuscript: Manuscript, members: list[Heading]) -> Iterator[Finding]:
    """Headings on their own line that end with a mark, where most of their list do not."""
    marked = [each for each in members if _own_line(manuscript, each) and _END_MARK.search(each.paragraph.text)]
    plain = [each for each in members if each.paragraph.role == "heading" and not _END_MARK.search(each.paragraph.text)]
    if len(plain) < max(2, 2 * len(marked)):
        return
    for heading in marked:
        end = heading.start + len(heading.paragraph.text)
        shown = quoted(heading.paragraph.text)
        yield Finding(
            "heading-end",
            end - 1,
            end,
            Both(
                f"标题“{shown}”末尾有标点，同一级的标题没有。", f"The heading “{shown}” ends with a mark, those beside it do not."
            ),
            Both("删去标题末尾的标点。", "Delete the mark."),
            ((end - 1, end, ""),),
        )


def _own_line(manuscript: Manuscript, heading: Heading) -> bool:
    """Whether nothing but a mark follows the words of the heading in its paragraph, and text stands below."""
    end = heading.start + len(heading.paragraph.text)
    below = manuscript.paragraphs[heading.number + 1 : heading.number + 2]
    return end - heading.words[1] <= 1 and bool(below) and (not below[0].level or below[0].level > heading.level)


def _mixed(manuscript: Manuscript, members: list[Heading]) -> Iterator[Finding]:
    """The first item that is numbered in another way than most of its list."""
    samples = [each.ordinal.sample for each in members if each.ordinal]
    if len(set(samples)) < 2 or len(samples) < len(members):
        return
    usual = Counter(samples).most_common(1)[0][0]
    odd = [each for each, sample in zip(members, samples, strict=True) if sample != usual]
    first = odd[0]
    if first is not members[0] and first.ordinal and first.ordinal.number == 1:
        return  # another list, of which the heading was not seen
    shown = quoted(manuscript.words(*first.whole))
    own = manuscript.words(first.start, first.words[0]).strip()
    more = Both(f"等 {len(odd)} 处", f" and {len(odd) - 1} more") if len(odd) > 1 else Both("", "")
    yield Finding(
        "ordinal-mixed",
        first.start,
        first.start + len(own),
        Both(
            f"“{shown}”{more.zh}的序号写作“{own}”，同一列的其他各条是“{usual}”这样写的。",
            f"“{shown}”{more.en} is numbered “{own}”, the others of the list like “{usual}”.",
        ),
        Both("统一成一种写法。", "Number all in one way."),
    )
