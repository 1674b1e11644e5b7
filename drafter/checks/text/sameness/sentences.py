"""The same words twice in one report: a paragraph that was pasted in twice, a sentence that stands in two places."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.checks.finding import Finding, quoted
from drafter.checks.manuscript import Manuscript, Paragraph
from drafter.checks.rule import GENRE, Rule
from drafter.model.ordinals import read_ordinal
from drafter.model.problem import Severity
from drafter.model.words import Both

RULES = (
    Rule(
        "paragraph-repeated",
        "error",
        Both("整段重复", "Paragraph twice"),
        Both("拼稿时同一段贴了两遍，印出去一眼就看得见。", "The same paragraph was pasted in twice; every reader sees it."),
        GENRE,
        "全年接收进馆档案3万卷，新增馆藏门类两个，征集民间史料120件，馆藏总量达到58万卷，居全市第二。⏎完成数字化扫描20万页。"
        "⏎全年接收进馆档案3万卷，新增馆藏门类两个，征集民间史料120件，馆藏总量达到58万卷，居全市第二。",
        "全年接收进馆档案3万卷，新增馆藏门类两个，征集民间史料120件，馆藏总量达到58万卷，居全市第二。⏎完成数字化扫描20万页。",
    ),
    Rule(
        "sentence-repeated",
        "warning",
        Both("句子重复", "Sentence twice"),
        Both("同一句话写了两遍，读的人会以为在凑字数。", "The same sentence twice reads like padding."),
        GENRE,
        "充实馆藏。全年接收进馆档案3万卷，新增馆藏门类两个，馆藏总量达到58万卷。⏎服务群众。接待2000人次。"
        "全年接收进馆档案3万卷，新增馆藏门类两个，馆藏总量达到58万卷。",
        "充实馆藏。全年接收进馆档案3万卷，新增馆藏门类两个，馆藏总量达到58万卷。⏎服务群众。接待2000人次。",
    ),
)

#: Signs of a paragraph, and of a sentence that surely or perhaps was not meant to stand twice.
_PARAGRAPH, _SURE, _PERHAPS = 40, 24, 15
#: So many signs must be left without what is quoted: a long name is said as often as it is needed.
_UNQUOTED = 10
_QUOTED = re.compile(r"《[^《》]*》|“[^“”]*”|（[^（）]*）")
_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")
_POINT = re.compile(r"[一二三四五六七八九十]{1,2}[是要]|第[一二三四五六七八九十]，|[①-⑳]|（\d{1,2}）")
#: What every report says of whom it follows.
_SET = re.compile(
    r"习近平|坚强领导下|正确领导下|中央精神|二十大|[党一]中央|(?:市|省|县|区)委、?(?:市|省|县|区)?政府[^，。]{0,8}(?:领导|指导|关心|支持|部署|要求|安排)"
)
#: Where a report sums up what it tells below.
_SUMMARY = re.compile(r"亮点|特色|荣誉|概况|概述|总体|综述|要点|成绩|基本情况")
_TELLING = ("lead", "para", "run-in", "point")


class _Said(NamedTuple):
    """Where something stands first, and whether that is in a part that sums up."""

    start: int
    end: int
    summary: bool


def check(manuscript: Manuscript) -> Iterator[Finding]:
    repeated: set[int] = set()
    yield from _paragraphs(manuscript, repeated)
    yield from _sentences(manuscript, repeated)


def _paragraphs(manuscript: Manuscript, repeated: set[int]) -> Iterator[Finding]:
    """One finding for each run of paragraphs that stands twice. ``repeated`` takes the numbers of the later ones."""
    first: dict[str, int] = {}
    before: int | None = None
    for number, (start, paragraph) in enumerate(manuscript.numbered):
        words = _folded(manuscript, start, paragraph) if paragraph.role in _TELLING else ""
        earlier = first.setdefault(words, number) if len(words) >= _PARAGRAPH else number
        if earlier != number:
            repeated.add(number)
            if before is None or earlier != before + 1:
                yield _paragraph(manuscript, number, earlier)
            before = earlier
        elif before is not None and paragraph.text == manuscript.paragraphs[before + 1].text:
            before += 1
        else:
            before = None


def _folded(manuscript: Manuscript, start: int, paragraph: Paragraph) -> str:
    """The words of a paragraph as they are compared: without white space and the ordinal."""
    if len(paragraph.text) < _PARAGRAPH:
        return ""
    text = manuscript.text[start : start + len(paragraph.text)]
    ordinal = read_ordinal(text)
    return "".join((ordinal.rest if ordinal else text).split())


def _paragraph(manuscript: Manuscript, number: int, earlier: int) -> Finding:
    start, other = manuscript.starts[number], manuscript.starts[earlier]
    words = manuscript.paragraphs[number].text
    return Finding(
        "paragraph-repeated",
        start,
        start + len(words),
        Both(
            f"“{quoted(words)}”这一段前面已经有了，一字不差。", f"The paragraph “{quoted(words)}” stands before, word for word."
        ),
        Both("删去重复的一段。", "Delete one of the two."),
        other=(other, other + len(manuscript.paragraphs[earlier].text)),
    )


def _sentences(manuscript: Manuscript, repeated: set[int]) -> Iterator[Finding]:
    text = manuscript.text
    first: dict[str, _Said] = {}
    summary = False
    for number, (start, paragraph) in enumerate(manuscript.numbered):
        if paragraph.level == 1:
            summary = _SUMMARY.search(paragraph.text) is not None
        if paragraph.role not in _TELLING or number in repeated:
            continue
        headed, sums_up = paragraph.role == "run-in", summary or paragraph.role == "lead"
        for found in _SENTENCE.finditer(text, start, start + len(paragraph.text)):
            begin, end = found.span()
            if end - begin < _PERHAPS or (headed and begin == start):
                continue
            words, cut = _words(found[0])
            if len(words) < _PERHAPS:
                continue
            said = _Said(begin + cut, end, sums_up)
            before = first.setdefault(words, said)
            if before is not said and not _expected(words):
                yield _sentence(manuscript, said, before, words)


def _words(words: str) -> tuple[str, int]:
    """A sentence as it is compared, and where in it that begins: after the number of a point."""
    point = _POINT.match(words)
    cut = point.end() if point else len(words) - len(words.lstrip())
    return "".join(words[cut:].split()).rstrip("。；！？"), cut


def _expected(words: str) -> bool:
    """Whether it may well stand twice: a set phrase of the time, or little more than a long name."""
    return _SET.search(words) is not None or len(_QUOTED.sub("", words)) < _UNQUOTED


def _sentence(manuscript: Manuscript, said: _Said, before: _Said, words: str) -> Finding:
    shown = quoted(words)
    severity: Severity | None = "info" if len(words) < _SURE or before.summary != said.summary else None
    return Finding(
        "sentence-repeated",
        said.start,
        said.end,
        Both(f"“{shown}”这句话前面已经写过，一字不差。", f"“{shown}” was said before, word for word."),
        Both("两处留一处；前面概括、后面细说的，换一种说法。", "Keep one, or say it in other words where the first sums up."),
        other=(before.start, before.end),
        severity=severity,
    )
