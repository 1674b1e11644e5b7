"""What is wrong, where, and what to do: errors are values until a face shows them."""

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from drafter.model.words import NOTHING, Both, Language

Severity = Literal["error", "warning", "info"]


class Place(NamedTuple):
    """A point in a file. ``line`` and ``column`` count from 1; None means the file as a whole."""

    file: str | None = None
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in self if part is not None)


NOWHERE = Place()


class Edit(NamedTuple):
    """``new`` in place of ``start:end`` of a field as it is written. ``fact``: as in :class:`Problem`; ``words`` lead from its
    record to the field: 正文; 通知, 标题.
    """

    fact: str | None
    words: tuple[str, ...]
    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. ``code`` is stable (scripts match on it); ``fact`` is the fact's id, or its path such as 成绩/2/1.

    ``other`` is the second place of what two places have in common, as in an earlier report. ``gate``: an error that lets a
    draft through, where it is marked, and stops only what is final. ``words`` are those of the text that it is about, "" where
    it is about a field or a record as a whole; ``edits`` mend it where that takes no thought.
    """

    code: str
    message: Both
    fix: Both = NOTHING
    severity: Severity = "error"
    place: Place = NOWHERE
    fact: str | None = None
    other: Place = NOWHERE
    gate: bool = False
    words: str = ""
    edits: tuple[Edit, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether it is nothing wrong, but something left to do before the report is final."""
        return self.gate and not self.words

    def to_json(self, language: Language = "zh") -> dict[str, Any]:
        """The contract of ``check --json``. What only some problems have, ``other``, ``words`` and ``fixable``, is left out of
        those that have it not.
        """
        said: dict[str, Any] = {
            "code": self.code,
            "severity": self.severity,
            "message": self.message.to(language),
            "fix": self.fix.to(language),
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "fact": self.fact,
        }
        if self.other != NOWHERE:
            said["other"] = self.other._asdict()
        if self.words:
            said["words"] = self.words
        if self.edits:
            said["fixable"] = True
        return said


def errors(problems: "list[Problem]") -> "list[Problem]":
    """Those that stop a final document. A draft is stopped by :func:`stoppers` only."""
    return [problem for problem in problems if problem.severity == "error"]


def stoppers(problems: "list[Problem]") -> "list[Problem]":
    """The errors that stop any document, a draft too."""
    return [problem for problem in errors(problems) if not problem.gate]


class Refused(Exception):
    """An input or an action was refused. Carries the problems, so that a face can show them all.

    ``exit_code`` follows the outside contract: 1 facts have problems, 2 usage, 3 an input was refused,
    4 disk, lock or conflict.
    """

    def __init__(self, problems: "list[Problem] | Problem", exit_code: int = 3) -> None:
        self.problems = [problems] if isinstance(problems, Problem) else problems
        self.exit_code = exit_code
        super().__init__("; ".join(problem.message.en for problem in self.problems))
