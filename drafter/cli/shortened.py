"""A version in words: how long it came to be, and what it leaves out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.cli.language import say

if TYPE_CHECKING:
    from drafter.actions.versions import Versioned


def size(made: "Versioned") -> str:
    return say(f"{made.characters} 字，{made.pages} 页", f"{made.characters} characters, {made.pages} pages")


def left_out(made: "Versioned") -> Iterator[str]:
    """A line each: key, heading or sentence, length, and why."""
    why = {True: say("超出篇幅", "too long"), False: say("不在此版", "not asked for")}
    for each in made.left:
        length = "" if each.length is None else say(f"{each.length} 字", f"{each.length} characters")
        heading = "" if each.heading == each.key else f"“{each.heading}”" if each.sentence else each.heading
        yield "\t".join(("   ", each.key, heading, length, why[each.over]))
