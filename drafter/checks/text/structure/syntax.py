"""Headings of one list share a syntax: 抓……, 以……为……, subject and how it is. A single one that does not stands out."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from drafter.checks.finding import Finding, quoted
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
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
)

_FEWEST = 4
#: What is longer is a sentence.
_LONGEST = 20
#: Verbs and adverbs that a heading begins with, by their first sign; 抓 and its like stand alone.
_VERB = re.compile(
    "[抓强促保稳优提聚严深推加建做打着持进全大积不狠突完创坚筑夯织守扩拓引激落规增释化破畅攻办惠兜护把赋培牵统健构紧扎切认始高精主实改壮举服]"
)
#: Signs that begin other verbs, or sentences that are no name of a thing.
_ELSE = "支探争营筹谋防整治修遏排奋擦围锚立关履执贯开依从用讲管助对以让多科有活联盘招拉扶帮救惩压细厚延维传弘繁丰升补转回满解消理组指监发安受存下较仍还要为再更"
#: How a heading ends that says how things are rather than what is done.
_STATE = re.compile(
    "(?:提升|增强|加强|加快|突破|进展|成效|改善|见效|向好|提高|显现|优化|完善|凸显|稳固|扩大|推进|深化|落实|规范|健全|全胜|顺利|平稳|明显|显著)$"
)
_SUBJECT = re.compile("(?:进一步|不断|持续|稳步|明显|显著|更加|有效|全面|扎实|取得|日益|逐步|进展|有所|成效|总体)")
_DRIVES = ("推动", "推进", "促进", "实现", "确保", "着力", "全力", "保持", "加快", "努力", "坚持")
#: What several sentences of a list say in the same words.
_TURN = re.compile("要有新|取得新|实现新|有新|再上新|迈[上出]新|展现新|开创新|呈现新|见新")
#: What is asked, told of, or named.
_NAMED = re.compile(
    f"关于|.*(?:情况|问题|怎么.{{1,3}}|如何.{{1,6}}|是.{{1,6}})$"
    f"|(?![{_ELSE}]).{{2,6}}(?:建设|工作|管理|服务|生产|安全|保障|教育|培训|事业|产业|救助|监管|执法|创建|改革|治理|整治|防控|宣传|经济)$"
)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    for members in lists(headings(manuscript)):
        if len(members) >= _FEWEST and not _are_parts(members):
            yield from _out_of_step(manuscript, members)


def _out_of_step(manuscript: Manuscript, members: list[Heading]) -> Iterator[Finding]:
    words = [manuscript.text[slice(*each.words)].strip() for each in members]
    for way in _WAYS:
        traits = [way.trait(each) for each in words]
        (usual, times), *_ = Counter(traits).most_common(1)
        if usual and times == len(words) - 1:
            odd = next(place for place, own in enumerate(traits) if own != usual)
            if way.stands_out(words[odd], words):
                yield _odd(manuscript, members[odd], way.told.zh.format(usual), way.told.en.format(usual), times)
                return


def _are_parts(members: list[Heading]) -> bool:
    """Whether they head the parts of the report, which are called by what they are."""
    own = members[0].ordinal
    return (own is None or own.family == "一、") and len({each.paragraph.part for each in members}) > 1


def _acts(words: str) -> bool:
    return _VERB.match(words) is not None and not _says_how_things_are(words)


def _says_how_things_are(words: str) -> bool:
    found = _SUBJECT.search(words, 2)
    return found is not None and not words.startswith(_DRIVES) and _STATE.search(words) is not None and "，" not in words


def _is_named(words: str) -> bool:
    return _NAMED.match(words) is not None and not _acts(words) and "，" not in words


def _ends_alone(odd: str, words: list[str]) -> bool:
    """Whether no other ends as it does: 青少年体育 is at home beside 竞技体育."""
    return sum(each.endswith(odd[-2:]) for each in words) == 1


class _Way(NamedTuple):
    """What headings may share: how it is said, what of a heading it looks at ("" where it has not), and whether one that is
    otherwise stands out.
    """

    told: Both
    trait: Callable[[str], str]
    stands_out: Callable[[str, list[str]], bool] = lambda odd, words: True


#: The most telling first.
_WAYS = (
    _Way(Both("以“{}”开头", "begin with “{}”"), lambda words: words[:2]),
    _Way(Both("以“{}”开头", "begin with “{}”"), lambda words: words[:1]),
    _Way(
        Both("中间有逗号、分成两截", "have two halves with a comma between"),
        lambda words: "，" if "，" in words else "",
        lambda odd, words: len(odd) <= _LONGEST,
    ),
    _Way(Both("都说“{}”", "say “{}”"), lambda words: found[0] if (found := _TURN.search(words)) else ""),
    _Way(Both("都是四个字", "have four signs"), lambda words: "四" if len(words) == 4 else "", _ends_alone),
    _Way(
        Both("用动词开头", "begin with a verb"),
        lambda words: "动" if _acts(words) else "",
        lambda odd, words: _says_how_things_are(odd) or _is_named(odd),
    ),
    _Way(
        Both("说的是怎么样了", "say how things are"),
        lambda words: "述" if _says_how_things_are(words) else "",
        lambda odd, words: _is_named(odd) or (_acts(odd) and not _STATE.search(odd)),
    ),
)


def _odd(manuscript: Manuscript, heading: Heading, zh: str, en: str, number: int) -> Finding:
    shown = quoted(manuscript.words(*heading.words))
    return Finding(
        "heading-out-of-step",
        *heading.words,
        Both(f"同一级的另外 {number} 个标题{zh}，“{shown}”不是。", f"The other {number} headings {en}; “{shown}” does not."),
        Both("改成同样的句式。", "Write it the way the others are."),
    )
