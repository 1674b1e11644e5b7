"""Sentence after sentence, or paragraph after paragraph, that begins with the same word: 加强…。加强…。加强…。加强…。"""

import re
from collections.abc import Iterator, Sequence

from drafter.checks.finding import Finding
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import GENRE, Rule
from drafter.model.words import Both

RULES = (
    Rule(
        "opener-repeated",
        "info",
        Both("开头词反复用", "Opener over and over"),
        Both("一连几句都用同一个词开头，读起来单调。", "Sentence after sentence with one beginning reads dull."),
        GENRE,
        "加强馆藏建设。加强数字扫描。加强查档服务。加强安全检查。",
        "加强馆藏建设。推进数字扫描。改进查档服务。开展安全检查。",
    ),
)

#: So many in a row, or so many of so many that follow each other. Paragraphs are often meant to open alike.
_ROW, _OF, _AMONG, _PARAGRAPH_ROW = 4, 6, 8, 5
_SENTENCE = re.compile(r"[^。！？\n]+")
#: Who and when are said as often as need be.
_OPENER = re.compile(
    r"\s*(?!我们|我[市省县区局镇校院]|全[市省县区局年镇校院]|各[位级地]|这|过去|[一三五今本去]年|目前|其中|同时|始终|截至)([一-鿿]{2})"
)
_SENTENCES, _PARAGRAPHS = Both("句", "sentences"), Both("段", "paragraphs")
#: Where the text begins that one place opens with, and its first two signs.
_Opening = tuple[int, str]


def check(manuscript: Manuscript) -> Iterator[Finding]:
    text = manuscript.text
    paragraphs: list[_Opening] = []
    for start, paragraph in manuscript.numbered:
        if paragraph.role in ("para", "lead"):
            paragraphs.append(_opening(text, start))
        if paragraph.role in ("para", "lead", "run-in", "point"):
            sentences = list(_SENTENCE.finditer(text, start, start + len(paragraph.text)))
            if len(sentences) >= _ROW:
                yield from _stretches([_opening(text, found.start()) for found in sentences], _SENTENCES, _ROW)
    yield from _stretches(paragraphs, _PARAGRAPHS, _PARAGRAPH_ROW)


def _opening(text: str, at: int) -> _Opening:
    found = _OPENER.match(text, at)
    return (found.start(1), found[1]) if found else (at, "")


def _stretches(openings: Sequence[_Opening], kind: Both, fewest: int) -> Iterator[Finding]:
    """One finding for each stretch that opens alike, at its first place."""
    places: dict[str, list[int]] = {}
    for place, (_, words) in enumerate(openings):
        places.setdefault(words, []).append(place)
    for words, own in places.items():
        end = -1
        for index, place in enumerate(own) if words else ():
            if place > end and (number := _stretch(own, index, fewest)):
                end = own[index + number - 1]
                yield _finding(openings[place][0], words, number, end - place + 1, kind)


def _stretch(places: Sequence[int], first: int, fewest: int) -> int:
    """How many places from this one on stand close enough together; 0 where too few do."""
    row = 1
    while first + row < len(places) and places[first + row] == places[first] + row:
        row += 1
    near = sum(place < places[first] + _AMONG for place in places[first : first + _AMONG])
    return row if row >= fewest else near if near >= _OF else 0


def _finding(start: int, words: str, number: int, among: int, kind: Both) -> Finding:
    zh = f"一连 {number} {kind.zh}" if among == number else f"{among} {kind.zh}里有 {number} {kind.zh}"
    en = f"{number} {kind.en} in a row" if among == number else f"{number} of {among} {kind.en}"
    return Finding(
        "opener-repeated",
        start,
        start + len(words),
        Both(f"从这里起{zh}都用“{words}”开头。", f"From here {en} begin with “{words}”."),
        Both("换几个动词，或合并成一句。", "Use other verbs, or make one sentence of some."),
    )
