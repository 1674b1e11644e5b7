"""All that is wrong with a report, or with a foreign document."""

from pathlib import Path

from drafter.actions.earlier import earlier_reports
from drafter.actions.opening import Opened, open_report
from drafter.actions.sentences import faults, load
from drafter.checks import run
from drafter.checks.subject import Subject
from drafter.model.problem import Problem, errors
from drafter.store.folder import SUFFIXES
from drafter.store.workspace import report_names


def check_opened(opened: Opened) -> list[Problem]:
    """What the store found while reading, in the report and in its sentence frames, then what the rules find beyond it."""
    told = {problem.place[:2] for problem in errors(opened.problems) if problem.place.line}
    found = run(
        Subject(
            opened.report,
            opened.layout,
            opened.place.name,
            frames=lambda: load(opened.folders)[0],
            earlier=lambda: earlier_reports(opened),
        )
    )
    # A field whose value could not be read is not a field that nobody filled.
    return [
        *opened.problems,
        *faults(opened.folders),
        *(problem for problem in found if problem.code != "field-required" or problem.place[:2] not in told),
    ]


def is_document(path: Path) -> bool:
    """Whether ``path`` is a file for import to read, or to refuse in its own words, rather than a report's."""
    return path.is_file() and path.suffix.lower() not in SUFFIXES


def check(name: str | None, start: Path) -> list[Problem]:
    """The problems of the report called ``name``, or of the document of that name; without a name, of every report."""
    if name is not None and is_document(start / name):
        from drafter.actions.importing import look

        return look(start / name, start).problems
    names: list[str | None] = [name] if name is not None else [*report_names(start)] or [None]
    return [problem for each in names for problem in check_opened(open_report(each, start))]
