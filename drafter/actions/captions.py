"""What a version says of its tables and charts by number (见表2): the text is as it was typed, and their numbers close up."""

import re
from collections.abc import Iterable, Iterator

from drafter.model.block import Block

_CAPTION = re.compile(r"([表图]\d+)\s?(.*)")
_MENTION = re.compile(r"[表图]\d+")


def mentions(made: Iterable[Block]) -> list[str]:
    """The numbers of tables and charts that texts name, 表2, each once."""
    texts = (block.text for block in made if block.kind in ("paragraph", "heading"))
    return list(dict.fromkeys(found for text in texts for found in _MENTION.findall(text)))


def renumbered(whole: Iterable[Block], made: list[Block]) -> Iterator[tuple[str, str]]:
    """(as the text says, as it is called now) of what a version names and calls otherwise; "" for what it has no more."""
    then, now = dict(_captions(whole)), {title: label for label, title in _captions(made)}
    for label in mentions(made):
        if label in then and now.get(then[label], "") != label:
            yield label, now.get(then[label], "")


def _captions(made: Iterable[Block]) -> Iterator[tuple[str, str]]:
    for block in made:
        if block.kind == "caption" and (found := _CAPTION.fullmatch(block.text)):
            yield found[1], f"{found[1][0]} {found[2]}"
