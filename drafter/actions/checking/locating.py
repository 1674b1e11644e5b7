"""Where the words of a finding stand in its file, to the character."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import count
from pathlib import Path

from drafter.checks.manuscript import Manuscript, Paragraph
from drafter.importers.source import Line
from drafter.model.places import place
from drafter.model.problem import NOWHERE, Place

#: A value longer than this is not looked through for the words.
_LONGEST = 200_000


class InFacts:
    """Places in fact files. ``line`` and ``column`` of the field are known from reading; the words are looked for from there."""

    def __init__(self) -> None:
        self._text = cache(_read)

    def locate(self, paragraph: Paragraph, value: str, start: int, end: int) -> Place:
        """Where ``value[start:end]`` of the paragraph's field stands; the field itself where the file writes it otherwise."""
        if paragraph.record is None:
            return NOWHERE
        field = place(paragraph.record, paragraph.word)
        words = value[start:end]
        if not field.file or not field.line or not words:
            return field
        lines = self._text(field.file)
        column, before = (field.column or 1) - 1, value.count(words, 0, start)
        left = len(value) + value.count("\n") + 2
        for number in count(field.line):
            if number > len(lines) or left < 0:
                return field
            line = lines[number - 1]
            at = line.find(words, column)
            while at >= 0:
                if not before:
                    return Place(field.file, number, at + 1)
                before -= 1
                at = line.find(words, at + len(words))
            left -= len(line.strip()) if number > field.line else len(line) - column
            column = 0
        return field


def _read(file: str) -> Sequence[str]:
    try:
        return Path(file).read_text("utf-8-sig", "replace").splitlines()
    except OSError:
        return ()


class InLines:
    """Places in a foreign document. Its paragraphs are made of its lines: the signs are the same, in the same order, but for white
    space and for what stood between the pieces of a torn paragraph; so each paragraph is followed sign for sign.
    """

    def __init__(self, file: str, lines: Sequence[Line], manuscript: Manuscript) -> None:
        self._file = file
        signs: list[str] = []
        places: list[tuple[int, int]] = []
        for number, line in enumerate(lines, 1):
            for column, sign in enumerate(line.text, 1):
                if not sign.isspace():
                    signs.append(sign)
                    places.append((line.number or number, column))
        self._signs, self._places = "".join(signs), places
        self._begins = self._aligned([each.text for each in (*manuscript.paragraphs, *manuscript.residue)])

    def locate(self, index: int, start: int, text: str) -> Place:
        """Where sign ``start`` of paragraph ``index``, whose text is ``text``, stands."""
        begin = self._begins[index]
        if begin is None:
            return Place(self._file)
        at = begin
        for sign in text[:start]:
            if not sign.isspace():
                at = self._after(sign, at)
        wanted = next((sign for sign in text[start:] if not sign.isspace()), "")
        at = self._after(wanted, at) - 1 if wanted else at
        line, column = self._places[min(at, len(self._places) - 1)]
        return Place(self._file, line, column)

    def _aligned(self, texts: Sequence[str]) -> list[int | None]:
        """Where each text begins among the signs. Texts that are alike are taken in their order."""
        reached: dict[str, int] = defaultdict(int)
        found: list[int | None] = []
        last = 0
        for text in texts:
            bare = "".join(text.split())
            head = bare[:_HEAD]
            at = self._signs.find(head, max(last, reached[head])) if head else -1
            if at < 0 and head:
                at = self._signs.find(head, reached[head])
            if at >= 0:
                last = reached[head] = at + len(head)
            found.append(at if at >= 0 else None)
        return found

    def _after(self, sign: str, at: int) -> int:
        """The place after the next ``sign`` from ``at``; ``at`` itself where it is not near."""
        if self._signs.startswith(sign, at):
            return at + 1
        found = self._signs.find(sign, at, at + _FURNITURE)
        return found + 1 if found >= 0 else at


#: So many signs tell a paragraph; so many may stand between two pieces of one: a page number, a running header.
_HEAD, _FURNITURE = 24, 80
