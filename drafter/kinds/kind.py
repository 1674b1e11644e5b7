"""What a kind of fact declares."""

from dataclasses import dataclass

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


def field(word: str, form: Form, label: str, help: Both = NOTHING) -> Field:
    """A field that a kind adds to a fact; its value is kept by its word."""
    return Field(word, form, label, help, name=word)
