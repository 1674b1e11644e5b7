"""What a kind of fact declares. Its sentence frames are in ``templates/_frames``, where a user may have others."""

from dataclasses import dataclass

from drafter.model.fields import DATE, INTEGER, LINE, LINES, NUMBER, Field, Form, choice
from drafter.model.words import NOTHING, Both

__all__ = ["DATE", "INTEGER", "LINE", "LINES", "NUMBER", "Both", "Kind", "choice", "field"]


@dataclass(frozen=True, slots=True)
class Kind:
    """``word`` is what 类别 says, and the name of the file of its sentence frames."""

    word: str
    label: str
    help: Both
    fields: tuple[Field, ...]


def field(word: str, form: Form, label: str, help: Both = NOTHING) -> Field:
    """A field that a kind adds to a fact; its value is kept by its word."""
    return Field(word, form, label, help, name=word)
