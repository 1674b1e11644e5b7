"""Names that are almost those of the lexicon: one sign is another, or one is missing."""

from collections import defaultdict
from collections.abc import Iterator

from drafter.checks.finding import Finding, Place, counted, together
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import WORKSPACE, Rule
from drafter.checks.text.wording.listed import occurrences
from drafter.model.words import Both

RULES = (
    Rule(
        "name-unlisted",
        "warning",
        Both("名称与规范名称差一个字", "Name one sign off"),
        Both(
            "单位、项目的名称一字之差就是另一个；规范名称列在 名称.yaml 里。",
            "A name that is one sign off is another's; 名称.yaml lists the right ones.",
        ),
        WORKSPACE,
        "临江市社会褔利服务中心床位达到300张。",
        "临江市社会福利服务中心床位达到300张。",
    ),
)

#: Shorter names are too much like other words.
_FEWEST = 5
#: What tells two names apart on purpose: 第一小学 and 第二小学, 东区 and 西区.
_TELLING = frozenset("一二三四五六七八九十甲乙丙丁东南西北中上下前后左右大小省市县区镇乡村街0123456789ABCD")
#: What stands before a name and is no first sign of it.
_PARTICLES = frozenset("在与和及对将到由为向是的了以从至往赴等")


def check(manuscript: Manuscript) -> Iterator[Finding]:
    names = manuscript.lexicon.names
    full = tuple(name for name in names if len(name) >= _FEWEST)
    allowed = {*names, *(short for shorts in names.values() for short in shorts)}
    places: defaultdict[tuple[str, str], dict[int, Place]] = defaultdict(dict)
    for start, end, name in _variants(manuscript.text, full):
        words = manuscript.text[start:end]
        if words not in allowed:
            places[words, name][start] = ((start, end), (start, end, name))
    for (words, name), found in places.items():
        yield from _told(words, name, list(found.values()))


def _variants(text: str, names: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """(start, end, name) of what is one sign off. Either half of the name is whole then, and tells where to look."""
    heads, tails = _halves(names)
    for start, head in occurrences(text, tuple(heads)):
        for name in heads[head]:
            rest = name[len(head) :]
            after = start + len(head)
            for length in (len(rest), len(rest) - 1):
                if _one_off(text[after : after + length], rest):
                    yield start, after + length, name
                    break
    for start, tail in occurrences(text, tuple(tails)):
        for name in tails[tail]:
            rest = name[: -len(tail)]
            for length in (len(rest), len(rest) - 1):
                begin = start - length
                if begin >= 0 and text[begin] not in _PARTICLES and _one_off(text[begin:start], rest):
                    yield begin, start + len(tail), name
                    break


def _halves(names: tuple[str, ...]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    heads: defaultdict[str, list[str]] = defaultdict(list)
    tails: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        middle = len(name) // 2
        heads[name[:middle]].append(name)
        tails[name[middle:]].append(name)
    return heads, tails


def _one_off(words: str, wanted: str) -> bool:
    """Whether one sign of ``wanted``, and no more, is another, or one inside is missing."""
    if len(words) == len(wanted):
        others = [(sign, right) for sign, right in zip(words, wanted, strict=True) if sign != right]
        return len(others) == 1 and _is_slip(*others[0])
    return any(words == wanted[:place] + wanted[place + 1 :] for place in range(1, len(wanted) - 1))


def _is_slip(sign: str, right: str) -> bool:
    return "\u4e00" <= sign <= "\u9fff" and sign not in _TELLING and right not in _TELLING


def _told(words: str, name: str, places: list[Place]) -> Iterator[Finding]:
    more = counted(len(places))
    message = Both(f"“{words}”{more.zh}与规范名称“{name}”差一个字。", f"“{words}”{more.en} is one sign off “{name}”.")
    yield from together("name-unlisted", places, lambda _: message, Both(f"改为“{name}”。", f"Write “{name}”."))
