"""The headings of a manuscript, and which of them stand in one list."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from drafter.checks.manuscript import Manuscript, Paragraph
from drafter.model.ordinals import Ordinal

_END = re.compile("[。！？；]")


class Heading(NamedTuple):
    """``number`` of its paragraph in the manuscript; ``start``: where that begins; ``words``: where its words stand, without the
    ordinal and the mark at the end. ``list_``: which list it stands in.
    """

    number: int
    start: int
    paragraph: Paragraph
    ordinal: Ordinal | None
    words: tuple[int, int]
    list_: int

    @property
    def level(self) -> int:
        return self.paragraph.level

    @property
    def whole(self) -> tuple[int, int]:
        """The heading with its ordinal."""
        return self.start, self.words[1]


def headings(manuscript: Manuscript) -> list[Heading]:
    """In reading order. A list is the headings of one level under one heading."""
    found: list[Heading] = []
    lists: dict[int, int] = {}
    opened = 0
    for number, (start, paragraph) in enumerate(manuscript.numbered):
        if not paragraph.level:
            continue
        lists = {level: list_ for level, list_ in lists.items() if level <= paragraph.level}
        if paragraph.level not in lists:
            opened += 1
            lists[paragraph.level] = opened
        ordinal = paragraph.ordinal if manuscript.foreign else None
        words = _words(manuscript, start, paragraph, ordinal)
        found.append(Heading(number, start, paragraph, ordinal, words, lists[paragraph.level]))
    return found


def lists(found: Sequence[Heading]) -> Iterator[list[Heading]]:
    """The headings of each list, list by list."""
    for _, members in groupby(sorted(found, key=lambda heading: (heading.list_, heading.number)), key=lambda each: each.list_):
        yield list(members)


def _words(manuscript: Manuscript, start: int, paragraph: Paragraph, ordinal: Ordinal | None) -> tuple[int, int]:
    end = start + len(paragraph.text)
    start = end - len(ordinal.rest) if ordinal else start
    mark = _END.search(manuscript.text, start, end)
    return start, mark.start() if mark else end
