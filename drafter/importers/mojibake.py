"""Text that was garbled before it reached us: pointed out with its line, and kept as it is."""

from collections.abc import Iterator
from itertools import islice

from drafter.importers.findings import shown, warning
from drafter.importers.source import Source
from drafter.model.garbled import garbled
from drafter.model.problem import Problem
from drafter.model.words import Both

_MOST = 30
#: How much is shown around what is garbled.
_BEFORE, _AFTER = 2, 6


def mojibake(source: Source) -> list[Problem]:
    """A warning for every garbled place, at most 30; the last one counts the rest."""
    found = ((line.number, words) for line in source.lines for words in garbled_words(line.text))
    problems = [
        warning(
            "mojibake",
            source.name,
            Both(f"疑似乱码：“{shown(words)}”。", f'This looks garbled: "{shown(words)}".'),
            Both("原文照留，请对照原件改正。", "It was kept; correct it from the original."),
            number,
        )
        for number, words in islice(found, _MOST)
    ]
    rest = sum(1 for _ in found)
    if rest:
        problems.append(warning("mojibake", source.name, Both(f"另有 {rest} 处疑似乱码。", f"{rest} more places look garbled.")))
    return problems


def garbled_words(text: str) -> Iterator[str]:
    """The garbled words of one line, each with a little of what stands around."""
    return (text[max(0, found.start - _BEFORE) : found.end + _AFTER].strip() for found in garbled(text))
