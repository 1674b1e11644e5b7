"""All that is wrong with a report, or with a foreign document."""

from pathlib import Path

from drafter.actions.opening import Opened, open_report
from drafter.checks import run
from drafter.checks.subject import Subject
from drafter.model.problem import Problem


def check_opened(opened: Opened) -> list[Problem]:
    """What the store found while reading, then what the rules find."""
    return [*opened.problems, *run(Subject(opened.report, opened.layout))]


_DOCUMENTS = frozenset({".docx", ".docm", ".doc", ".wps", ".html", ".htm", ".mhtml", ".mht", ".txt", ".md"})


def is_document(path: Path) -> bool:
    """Whether ``path`` is a file that import reads, rather than a report's folder or fact file."""
    return path.is_file() and path.suffix.lower() in _DOCUMENTS


def check(name: str | None, start: Path) -> list[Problem]:
    """The problems of the report called ``name``, or of the file of that name where it is a document that import reads."""
    if name is not None and is_document(start / name):
        from drafter.actions.importing import look

        return look(start / name).problems
    return check_opened(open_report(name, start))
