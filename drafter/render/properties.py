"""What a document says about itself, and which texts no document can hold."""

from typing import TYPE_CHECKING, NamedTuple

from drafter.model.text import forbidden

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from drafter.model.block import Block
    from drafter.model.problem import Problem, Refused


class Properties(NamedTuple):
    """``title`` and ``author`` (the unit) as a file manager shows them.

    ``created`` and ``modified`` are ISO dates or times (``2026-01-08``, ``2026-01-08T09:30:00Z``), always given by the
    caller, so that the same input makes the same bytes; "" leaves them out. ``language`` is a BCP 47 tag.
    """

    title: str = ""
    author: str = ""
    created: str = ""
    modified: str = ""
    language: str = "zh-CN"


def refused(blocks: "Sequence[Block]", properties: "Iterable[str]") -> "Refused":
    """Names every text that holds a character of model.text.forbidden, by the fact it came from."""
    from drafter.model.problem import Refused

    texts = [(block.text, block.fact) for block in blocks] + [(text, None) for text in properties]
    return Refused([_held_by_none(text, fact) for text, fact in texts if forbidden(text)], 1)


def _held_by_none(text: str, fact: str | None) -> "Problem":
    from drafter.model.problem import Problem
    from drafter.model.text import visible
    from drafter.model.words import Both

    found = forbidden(text)
    assert found is not None
    sign = f"U+{ord(found[0]):04X}"
    near = visible(text[max(0, found.start() - 10) : found.end() + 10])
    return Problem(
        "text-forbidden",
        Both(f"“{near}”里有文档存不下的字符 {sign}。", f"“{near}” holds {sign}, which no document can hold."),
        Both("删去这个字符。", "Delete this character."),
        fact=fact,
    )
