"""The draft that goes round: highlights, comments that say why, and the table of figures at its end."""

from drafter.actions.check import check_opened
from drafter.actions.opening import Opened
from drafter.actions.render import Format, document, leftovers, marked_blocks, of_pages
from drafter.actions.reviewing import audit
from drafter.actions.reviewing.doubts import doubts
from drafter.actions.reviewing.placing import noted
from drafter.model.problem import Problem, Refused, stoppers
from drafter.render.docx.comments import Reviewer


def draft(opened: Opened, format: Format, annex: bool = True, by: Reviewer | None = None) -> tuple[bytes, list[Problem]]:
    """The document and what is left to be said of it. Marked is what an ordinary draft marks, and every figure that is expected
    or has no source; ``annex``: with the table of figures. ``by``: who comments, and when.

    Raises Refused with exit code 1 when the facts have errors that stop any document.
    """
    problems = check_opened(opened)
    if stoppers(problems):
        raise Refused(problems, 1)
    why = doubts(opened.report, problems)
    marks = leftovers(opened.report, problems)
    said = {id: "\n".join(lines) for id, lines in why.items()}
    marks = marks._replace(figures=marks.figures | why.keys(), why=said)
    made, unmarked = marked_blocks(opened, marks)
    made = noted(made, opened.report, _seen(opened, problems))
    said_of_pages = of_pages(opened, made)
    if annex:
        made += audit.annex(audit.rows(opened.printed, why))
    return document(opened, format, made, by, marks), [*problems, *unmarked, *said_of_pages]


def _seen(opened: Opened, problems: list[Problem]) -> list[Problem]:
    """Those that are not about a fact which the version leaves out."""
    if opened.cut is None:
        return problems
    gone = {fact.id or path for _, path, fact in opened.report.facts()} - {fact.id for _, _, fact in opened.cut.facts()}
    return [problem for problem in problems if problem.fact not in gone]


def table(opened: Opened, format: audit.Format) -> bytes:
    """The table of figures as a document of its own, with what the checks say of each figure."""
    report = opened.report
    return audit.document(report, audit.rows(report, doubts(report, check_opened(opened))), format)
