"""Share sites show a document in numbered chunks, cut at a fixed length wherever that falls: 1、…教育系统第二届“ 2、十佳”党建…

The chunk numbers are no part of the report, and the text runs on over them.
"""

import re

from drafter.importers.outline.paragraph import Paragraph
from drafter.importers.outline.signs import ends_clause, length, sentence_end
from drafter.model.outline import LeftOut

CHUNK = "分享网站的分段号"
_NUMBER = re.compile(r"(\d{1,3})、")
_SHORTEST = 100


def without_chunks(paragraphs: list[Paragraph]) -> tuple[list[Paragraph], list[LeftOut]]:
    """The paragraphs with the chunks of a share site put together again; unchanged where there are none."""
    run = _longest_run(paragraphs)
    if not _are_chunks([paragraphs[index].text for index in run]):
        return paragraphs, []
    numbers = [_NUMBER.match(paragraphs[index].text) for index in run]
    texts = [paragraphs[index].text[found.end() :] for index, found in zip(run, numbers, strict=True) if found]
    whole = paragraphs[run[0]]._replace(text="".join(texts))
    left_out = [LeftOut(found[0], CHUNK) for found in numbers if found]
    return [*paragraphs[: run[0]], whole, *paragraphs[run[-1] + 1 :]], left_out


def _longest_run(paragraphs: list[Paragraph]) -> range:
    """The longest run of paragraphs that begin 1、 2、 3、 …"""
    best = range(0)
    start = 0
    for index, paragraph in enumerate(paragraphs):
        found = _NUMBER.match(paragraph.text)
        if found is None or int(found[1]) != index - start + 1:
            start = index if found is not None and int(found[1]) == 1 else index + 1
        if index + 1 - start > len(best):
            best = range(start, index + 1)
    return best


def _are_chunks(texts: list[str]) -> bool:
    """Long pieces of running text, most of them broken off mid-sentence."""
    if len(texts) < 2 or any(length(text) < _SHORTEST or sentence_end(text) < 0 for text in texts[:-1]):
        return False
    broken = sum(not ends_clause(text) for text in texts[:-1])
    return broken * 2 > len(texts) - 1
