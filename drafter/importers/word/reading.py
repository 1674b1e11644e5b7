"""What is known while a Word document is read: its parts, the fields that are open, and everything that was left out."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from drafter.importers.word.fields import Field
from drafter.importers.word.numbering import Numbering
from drafter.importers.word.styles import Styles
from drafter.importers.word.tracing import Trace
from drafter.model.outline import LeftOut


@dataclass(slots=True)
class Reading:
    """``paragraph``: how many paragraphs with text came before, plus one, for messages. ``trace``: where their signs stand;
    None where nobody asks.
    """

    styles: Styles
    numbering: Numbering
    paragraph: int = 1
    trace: Trace | None = None
    fields: list[Field] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    #: Why → how many passages were not imported.
    counts: Counter[str] = field(default_factory=Counter)
    #: Notes and comments that the text refers to: (kind, id) → paragraph.
    references: dict[tuple[str, str], int] = field(default_factory=dict)
    #: Parts that the text embeds, as relationship ids.
    embedded: list[str] = field(default_factory=list)
    #: Bullets that were dropped; the interpreter of the outline has no use for them.
    bullets: list[str] = field(default_factory=list)
    _reasons: list[str] = field(default_factory=list)
    _last: tuple[str, int] = ("", 0)

    @contextmanager
    def leaving(self, reason: str | None) -> Iterator[None]:
        """All text read inside is left out for ``reason``; None changes nothing."""
        if reason is None:
            yield
            return
        self._reasons.append(reason)
        yield
        self._reasons.pop()

    @property
    def reason(self) -> str | None:
        """Why text at this point is left out; None where it is taken."""
        if self._reasons:
            return self._reasons[-1]
        return next((found.reason for found in self.fields if found.reason), None)

    def leave(self, text: str, reason: str) -> None:
        """Lists text that is left out; what follows in the same paragraph for the same reason is one passage."""
        if not text.strip():
            return
        if self._last == (reason, self.paragraph) and self.left_out:
            self.left_out[-1] = LeftOut(self.left_out[-1].text + text, reason)
        else:
            self.left_out.append(LeftOut(text, reason))
            self.counts[reason] += 1
        self._last = (reason, self.paragraph)
