"""The words a workspace lays down: what is misspelt, what things are called, which wordings are out of date."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from drafter.model.period import Period


class Wording(NamedTuple):
    """An official wording that gave way to another. ``since`` is the period from which ``new`` holds; None: always."""

    old: str
    new: str
    since: Period | None = None


@dataclass(frozen=True)
class Lexicon:
    """``words``: wrong → right. ``names``: full name → the short ones that may stand for it. ``wordings``: what is said otherwise
    now. ``cap``: the most characters that a report may have, None for no cap.
    """

    words: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    wordings: tuple[Wording, ...] = ()
    cap: int | None = None


NO_LEXICON = Lexicon()
