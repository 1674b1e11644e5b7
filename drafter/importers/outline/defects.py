"""What is wrong with the document itself: numbering, placeholders, a text cut short."""

import re
from collections.abc import Iterator

from drafter.importers.outline.headings import HEADING, Item
from drafter.importers.outline.paragraph import Paragraph
from drafter.importers.outline.signs import ends_clause, is_prose
from drafter.model.counting import breaks
from drafter.model.problem import Place, Problem
from drafter.model.words import Both

_SHOWN = 20
_MOST = 20
_CHECK = Both(
    "导入后序号重新编排；请核对有没有漏掉的内容", "Numbers are computed anew after the import; check that nothing is missing"
)
_PLACEHOLDERS = re.compile(
    r"(?P<letters>(?<![A-Za-z0-9])[xXＸｘ]{2,}(?![A-Za-z0-9])|(?<![A-Za-z])[XＸ](?=[省市县区镇乡村局月日年]))|(?P<crosses>[×＊*]{2,}|×(?=[省市县区镇乡村局]))"
    r"|(?P<someone>某某|某(?=[省市县区镇乡村局]))|(?P<pending>待[填补]充?|TODO|[（(]略[）)])|(?P<blanks>_{3,}|＿{2,}|□{2,}|○{2,})"
)


def find_defects(name: str, items: list[Item], levels: list[int], front: list[Paragraph]) -> list[Problem]:
    """Warnings about the document. ``levels``: 0 for items that are no headings."""
    paragraphs = [*front, *(item.paragraph for item in items)]
    return [*_first(name, list(_numbering(name, items, levels))), *_placeholders(name, paragraphs), *_cut_short(name, items)]


def _first(name: str, problems: list[Problem]) -> list[Problem]:
    """The first of many alike, and how many more there are."""
    if len(problems) <= _MOST:
        return problems
    more = len(problems) - _MOST
    message = Both(f"还有 {more} 处序号不连续", f"{more} more places where the numbering does not run on")
    return [*problems[:_MOST], Problem("numbering-gap", message, _CHECK, "warning", Place(name))]


def _numbering(name: str, items: list[Item], levels: list[int]) -> Iterator[Problem]:
    for found in breaks((level, item.ordinal) for item, level in zip(items, levels, strict=True)):
        paragraph = items[found.at].paragraph
        if found.number == 1:
            yield _restart(name, paragraph, found.before)
        else:
            yield _jump(name, paragraph, found.before, found.number)


def _jump(name: str, paragraph: Paragraph, before: int, number: int) -> Problem:
    words = _shown(paragraph.text)
    if number == before:
        zh, en = f"序号 {number} 重复了：{words}", f"Number {number} is repeated: {words}"
    elif before:
        zh, en = f"序号由 {before} 跳到 {number}：{words}", f"The numbering goes from {before} to {number}: {words}"
    else:
        zh, en = f"序号从 {number} 编起：{words}", f"The numbering begins at {number}: {words}"
    code = "numbering-repeat" if number == before else "numbering-gap"
    return Problem(code, Both(zh, en), _CHECK, "warning", Place(name, paragraph.number))


def _restart(name: str, paragraph: Paragraph, before: int) -> Problem:
    words = _shown(paragraph.text)
    return Problem(
        "numbering-restart",
        Both(f"序号编到 {before} 后又从 1 开始：{words}", f"The numbering reached {before} and begins again at 1: {words}"),
        Both("请核对这里是否少了一级标题", "Check whether a heading is missing here"),
        "warning",
        Place(name, paragraph.number),
    )


_KINDS = {
    "letters": Both("字母占位符", "letters standing for words"),
    "crosses": Both("叉号占位符", "crosses standing for words"),
    "someone": Both("“某”字占位", "某 standing for a name"),
    "pending": Both("“待填”字样", "a note that something is to be filled in"),
    "blanks": Both("空白横线或方框", "blanks"),
}


def _placeholders(name: str, paragraphs: list[Paragraph]) -> Iterator[Problem]:
    """One problem per kind of placeholder, with the count and the first place."""
    counts: dict[str, int] = {}
    first: dict[str, tuple[str, Paragraph]] = {}
    for paragraph in paragraphs:
        for found in _PLACEHOLDERS.finditer(paragraph.text):
            kind = found.lastgroup or ""
            counts[kind] = counts.get(kind, 0) + 1
            first.setdefault(kind, (paragraph.text[max(0, found.start() - 6) : found.end() + 6], paragraph))
    for kind, count in counts.items():
        words, paragraph = first[kind]
        yield Problem(
            "placeholder",
            Both(f"{_KINDS[kind].zh} {count} 处，第一处：{words}", f"{_KINDS[kind].en}, {count} times, first: {words}"),
            Both("请换成真实的名称或数字", "Put the real name or number in its place"),
            "warning",
            Place(name, paragraph.number),
        )


def _cut_short(name: str, items: list[Item]) -> Iterator[Problem]:
    """The last paragraph should end with a full stop."""
    if not items:
        return
    item = items[-1]
    text = item.paragraph.text
    if item.role == HEADING:
        zh, en = f"最后一个标题下面没有内容：{_shown(text)}", f"The last heading has no text: {_shown(text)}"
    elif is_prose(text) and not ends_clause(text):
        zh, en = f"最后一段没有写完：……{text[-_SHOWN:]}", f"The last paragraph does not end: …{text[-_SHOWN:]}"
    else:
        return
    fix = Both("请看原文是否被截断", "See whether the document was cut off")
    yield Problem("cut-short", Both(zh, en), fix, "info", Place(name, item.paragraph.number))


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}……"
