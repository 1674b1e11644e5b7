"""What a kind of fact declares."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from drafter.model.fields import DATE, INTEGER, LINE, LINES, NUMBER, Field, Form, choice
from drafter.model.words import NOTHING, Both

__all__ = ["DATE", "INTEGER", "LINE", "LINES", "NUMBER", "Both", "Kind", "choice", "field"]


@dataclass(frozen=True, slots=True)
class Kind:
    """``word`` is what 类别 says. ``frame`` is the sentence of the fields, by their words in braces; a part in square
    brackets is left out when one of its fields is empty.
    """

    word: str
    label: str
    help: Both
    fields: tuple[Field, ...]
    frame: str

    def sentence(self, details: Mapping[str, Any]) -> str:
        """The frame filled in; "" while a field outside the brackets is empty."""
        said = {
            word: "、".join(value) if isinstance(value, tuple | list) else str(value) for word, value in details.items() if value
        }
        text = _OPTIONAL.sub(lambda found: found[1] if all(word in said for word in _WORD.findall(found[1])) else "", self.frame)
        if not all(word in said for word in _WORD.findall(text)):
            return ""
        return _WORD.sub(lambda found: said[found[1]], text)


_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_WORD = re.compile(r"\{(\w+)\}")


def field(word: str, form: Form, label: str, help: Both = NOTHING) -> Field:
    """A field that a kind adds to a fact; its value is kept by its word."""
    return Field(word, form, label, help, name=word)
