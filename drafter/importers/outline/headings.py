"""Which paragraphs of the body are headings, and what each paragraph's role is."""

import re
from typing import NamedTuple

from drafter.importers.outline.levels import Mark
from drafter.importers.outline.paragraph import Paragraph
from drafter.importers.outline.signs import ends_clause, is_prose, length, sentence_end, simplified
from drafter.model.ordinals import Ordinal, read_ordinal

HEADING, RUN_IN, POINT, PARA = "heading", "run-in", "point", "para"

#: A numbered line longer than this, with no full stop, is a sentence that lost it.
_LONGEST = 70
#: A numbered line that is one short sentence is a heading if text follows it.
_SHORT_SENTENCE = 36
_PLAIN_LENGTH = 32
#: Words that end the heading of a part.
_TELLING = re.compile(r"(?:回顾|总结|打算|计划|安排|思路|要点|展望|问题|不足|困难|成效|做法|亮点|体会|措施|情况|设想)$")


class Item(NamedTuple):
    """A paragraph of the body with its role. ``mark`` is None for points and paragraphs."""

    paragraph: Paragraph
    role: str
    ordinal: Ordinal | None
    mark: Mark | None


def read_items(paragraphs: list[Paragraph]) -> list[Item]:
    """Roles of the paragraphs of the body."""
    plain = _plain_headings(paragraphs)
    return [
        _item(paragraph, paragraphs[index + 1] if index + 1 < len(paragraphs) else None, index in plain)
        for index, paragraph in enumerate(paragraphs)
    ]


def heading_text(item: Item) -> str:
    """The heading alone, for its words: the first sentence of a run-in, without ordinal, spaces and traditional signs."""
    text = item.ordinal.rest if item.ordinal else item.paragraph.text
    end = sentence_end(text[:200]) if item.role == RUN_IN else -1
    return "".join(simplified(text[:end] if end > 0 else text[:200]).split())


def _item(paragraph: Paragraph, following: Paragraph | None, plain: bool) -> Item:
    ordinal = read_ordinal(paragraph.text)
    if ordinal is None:
        if plain or (paragraph.level > 0 and length(paragraph.text) <= 100):
            family = f"h{paragraph.level}" if paragraph.level > 0 else "bold" if paragraph.bold else "plain"
            return Item(paragraph, HEADING, None, Mark(family, 0))
        return Item(paragraph, PARA, None, None)
    if ordinal.is_point and not _heads(ordinal, following):
        return Item(paragraph, POINT, ordinal, None)
    role = HEADING if _on_own_line(ordinal.rest, following) else RUN_IN
    return Item(paragraph, role, ordinal, Mark(ordinal.family, ordinal.number))


def _heads(ordinal: Ordinal, following: Paragraph | None) -> bool:
    """Whether 第一、 opens a heading: a few words without an end, and the text below."""
    words = ordinal.sample == "第一、" and length(ordinal.rest) <= _PLAIN_LENGTH and sentence_end(ordinal.rest) < 0
    if not words or following is None:
        return False
    below = read_ordinal(following.text[:60])
    return is_prose(following.text) and (below is None or below.sample != ordinal.sample)


def _on_own_line(rest: str, following: Paragraph | None) -> bool:
    """Whether a numbered paragraph is a heading and nothing more."""
    end = sentence_end(rest[:400])
    if end < 0:
        return length(rest) <= _LONGEST
    if end < len(rest.rstrip()) or length(rest) > _SHORT_SENTENCE or rest.rstrip()[-1:] in "；;" or following is None:
        return False
    return read_ordinal(following.text[:60]) is None and is_prose(following.text)


def _plain_headings(paragraphs: list[Paragraph]) -> set[int]:
    """Short unnumbered lines that running text follows: bold or centred ones, and plain ones that have a sibling.

    What stands over a table is its caption.
    """
    bold: set[int] = set()
    plain: set[int] = set()
    for index in range(len(paragraphs) - 1):
        paragraph, following = paragraphs[index], paragraphs[index + 1]
        text = paragraph.text
        if not 2 <= length(text) <= _PLAIN_LENGTH or ends_clause(text) or text[-1:] in "，,、" or read_ordinal(text[:60]):
            continue
        if not any("\u4e00" <= sign <= "\u9fff" for sign in text) or "\t" in following.text:
            continue
        if paragraph.bold or paragraph.align == "center":
            bold.add(index)
        elif _introduces(paragraphs, index, following):
            plain.add(index)
    telling = {index for index in plain if _TELLING.search(paragraphs[index].text)}
    return bold | (plain if len(plain) > 1 else telling)


def _introduces(paragraphs: list[Paragraph], index: int, following: Paragraph) -> bool:
    """Whether running text stands before and after a plain line, which is not set off to the right."""
    before = paragraphs[index - 1].text if index else "。"
    text = paragraphs[index].text
    enough = 12 if _TELLING.search(text) else 40
    begins = read_ordinal(following.text[:60]) is not None or (is_prose(following.text) and length(following.text) > enough)
    return paragraphs[index].align != "right" and begins and ends_clause(before) and "，" not in text and "：" not in text
