"""What is misspelt: the wrong words of the lexicon, and more. One finding a word, however often it stands there."""

from collections import defaultdict
from collections.abc import Iterator

from drafter.checks.finding import Finding, Place, counted, together
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import WORKSPACE, Rule
from drafter.checks.text.wording.context import Cases
from drafter.checks.text.wording.listed import occurrences
from drafter.checks.text.wording.misspelt import MISSPELT
from drafter.checks.text.wording.phrases import misspelt_phrases
from drafter.model.words import Both

RULES = (
    Rule(
        "wrong-word",
        "warning",
        Both("错别字", "Misspelt word"),
        Both(
            "错别字让人觉得稿子没有人看过；错的写法列在 词语.yaml 里。",
            "A misspelling looks as if nobody had read the draft; 词语.yaml lists them.",
        ),
        WORKSPACE,
        "布署卫生室建设，新建12所。",
        "部署卫生室建设，新建12所。",
    ),
)


_SEAMS = Cases(MISSPELT)


def check(manuscript: Manuscript) -> Iterator[Finding]:
    text, words = manuscript.text, manuscript.lexicon.words
    places: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    listed = ((start, start + len(wrong), words[wrong]) for start, wrong in occurrences(text, tuple(words)))
    for start, end, right in (*listed, *_SEAMS.found(text), *misspelt_phrases(text)):
        places[text[start:end], right].append(((start, end), (start, end, right)))
    for (wrong, right), found in places.items():
        yield from _told(wrong, right, found)


def _told(wrong: str, right: str, places: list[Place]) -> Iterator[Finding]:
    more = counted(len(places))
    message = Both(f"“{wrong}”{more.zh}应作“{right}”。", f"“{wrong}”{more.en} should be “{right}”.")
    yield from together("wrong-word", places, lambda _: message, Both(f"改为“{right}”。", f"Write “{right}”."))
