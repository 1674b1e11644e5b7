"""What is always misspelt: the wrong words of the lexicon. One finding a word, however often it stands there."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from drafter.checks.finding import Finding, Place, counted, together
from drafter.checks.manuscript import Manuscript
from drafter.checks.rule import WORKSPACE, Rule
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


def check(manuscript: Manuscript) -> Iterator[Finding]:
    words = manuscript.lexicon.words
    places: defaultdict[str, list[Place]] = defaultdict(list)
    for start, wrong in _found(manuscript.text, tuple(words)):
        end = start + len(wrong)
        places[wrong].append(((start, end), (start, end, words[wrong])))
    for wrong, found in places.items():
        yield from _told(wrong, words[wrong], found)


def _told(wrong: str, right: str, places: list[Place]) -> Iterator[Finding]:
    more = counted(len(places))
    message = Both(f"“{wrong}”{more.zh}应作“{right}”。", f"“{wrong}”{more.en} should be “{right}”.")
    yield from together("wrong-word", places, lambda _: message, Both(f"改为“{right}”。", f"Write “{right}”."))


def _found(text: str, words: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """(offset, word) of the listed words. The signs that may come first and second tell the few places worth a look."""
    pattern, begun = _index(words)
    for found in pattern.finditer(text) if pattern else ():
        start = found.start()
        for word in begun[text[start]]:
            if text.startswith(word, start):
                yield start, word
                break


@lru_cache(maxsize=4)
def _index(words: tuple[str, ...]) -> tuple[re.Pattern[str] | None, dict[str, list[str]]]:
    """What finds where a word may begin, and the words that begin with a sign, the longest first."""
    begun: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        begun.setdefault(word[0], []).append(word)
    firsts, seconds = ({word[place] for word in words if len(word) > 1} for place in (0, 1))
    branches = [f"{_one_of(firsts)}(?={_one_of(seconds)})"] if firsts else []
    alone = {word for word in words if len(word) == 1}
    if alone:
        branches.append(_one_of(alone))
    return (re.compile("|".join(branches)) if branches else None), begun


def _one_of(signs: set[str]) -> str:
    return f"[{''.join(map(re.escape, sorted(signs)))}]"
