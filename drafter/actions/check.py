"""All that is wrong with a report, or with a foreign document."""

from collections import Counter
from pathlib import Path

from drafter.actions.earlier import addressed, earlier_reports
from drafter.actions.opening import Opened, open_report
from drafter.actions.sentences import faults, load
from drafter.checks import run
from drafter.checks.subject import Subject
from drafter.model.problem import Problem, errors
from drafter.model.words import Both
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
            reached=lambda addresses: addressed(opened, addresses),
        )
    )
    # A field whose value could not be read is not a field that nobody filled.
    return [
        *opened.problems,
        *faults(opened.folders),
        *(problem for problem in found if problem.code != "field-required" or problem.place[:2] not in told),
    ]


def ready(problems: list[Problem]) -> bool:
    """Whether a report with these problems may go out: no error, and nothing carried over is left to be looked at."""
    return not errors(problems)


def verdict(problems: list[Problem]) -> Both:
    """How far a report with these problems is from being final, in one sentence."""
    if ready(problems):
        return Both("可以定稿。", "Ready to be made final.")
    said = unfinished(problems)
    return Both(f"还不能定稿：{said.zh}。", f"Not ready to be made final: {said.en}.")


def unfinished(problems: list[Problem]) -> Both:
    """What stands in the way of a final document, counted: 12 条待更新，3 条承诺未答复."""
    counts = Counter(_LEFT.get(problem.code, _OTHER) if problem.gate else _ERROR for problem in errors(problems))
    left = [(counts[what], what) for what in (*_LEFT.values(), _OTHER, _ERROR) if counts[what]]
    return Both("，".join(f"{count} {what.zh}" for count, what in left), ", ".join(f"{count} {what.en}" for count, what in left))


#: Codes of what stops only a final document → how it is counted.
_LEFT = {
    "carried-over": Both("条待更新", "to update"),
    "figure-empty": Both("处数字待填", "numbers to fill in"),
    "plan-unanswered": Both("条承诺未答复", "commitments unanswered"),
    "issue-unanswered": Both("条上期问题未答复", "issues of the last period unanswered"),
}
_OTHER = Both("条待办", "other things to do")
_ERROR = Both("处错误", "errors")


def is_document(path: Path) -> bool:
    """Whether ``path`` is a file for import to read, or to refuse in its own words, rather than a report's."""
    return path.is_file() and path.suffix.lower() not in SUFFIXES


def check(name: str | None, start: Path) -> dict[str, list[Problem]]:
    """Report → its problems: of the report called ``name``, or of every report without a name. What is no report, such as a
    document to import, is called "".
    """
    if name is not None and is_document(start / name):
        from drafter.actions.importing import look

        return {"": look(start / name, start).problems}
    names: list[str | None] = [name] if name is not None else [*report_names(start)] or [None]
    found = [open_report(each, start) for each in names]
    return {opened.place.name if each is None else each: check_opened(opened) for each, opened in zip(names, found, strict=True)}
