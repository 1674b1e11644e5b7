"""Where words of a long list stand in a text."""

import re
from collections.abc import Iterator
from functools import lru_cache


def occurrences(text: str, words: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """(offset, word) of the listed words; of those that begin at one place the longest. They may overlap. The signs that may
    come first and second tell the few places worth a look.
    """
    pattern, begun = _index(words)
    for found in pattern.finditer(text) if pattern else ():
        start = found.start()
        for word in begun[text[start]]:
            if text.startswith(word, start):
                yield start, word
                break


@lru_cache(maxsize=16)
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
