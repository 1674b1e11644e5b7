"""All that is wrong with a report, or with a foreign document."""

from pathlib import Path

from drafter.actions.opening import Opened, open_report
from drafter.checks import run
from drafter.checks.subject import Subject
from drafter.model.problem import Problem


def check_opened(opened: Opened) -> list[Problem]:
    """What the store found while reading, then what the rules find."""
    return [*opened.problems, *run(Subject(opened.report, opened.layout))]


def check(name: str | None, start: Path) -> list[Problem]:
    """The problems of the report called ``name``, or of the file of that name where it is a document that import reads."""
    from drafter.actions.importing import is_document, look

    if name is not None and is_document(start / name):
        return look(start / name).problems
    return check_opened(open_report(name, start))
