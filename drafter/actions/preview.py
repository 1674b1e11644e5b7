"""The report as its pages will print, for the screen: whatever the checks say, and at every pause."""

from typing import NamedTuple

from drafter.actions.opening import Opened
from drafter.actions.render import blocks
from drafter.model.block import Run
from drafter.model.problem import Problem, Refused
from drafter.model.report import Report
from drafter.render.pages import COLUMNS, PrintedLine, PrintedPage
from drafter.render.pages import pages as paginated

__all__ = ["COLUMNS", "Preview", "PrintedLine", "PrintedPage", "Run", "pages"]


class Preview(NamedTuple):
    """``problems``: why there are no ``pages``, when the template is at fault. ``homes``: the key of a fact without lines of
    its own → the key of the fact in whose lines it is to be found, such as the paragraph that points are run into.
    """

    pages: list[PrintedPage]
    problems: list[Problem]
    homes: dict[str, str]


def pages(opened: Opened) -> Preview:
    """The pages of a report. A template of one's own runs in a process of its own and may take its time, so this belongs into
    a thread.
    """
    try:
        made = blocks(opened)
    except Refused as refusal:
        return Preview([], refusal.problems, {})
    printed = paginated(made, opened.report.page)
    shown = {line.fact for page in printed for line in page if line.fact}
    return Preview(printed, [], _homes(opened.report, shown))


def _homes(report: Report, shown: set[str]) -> dict[str, str]:
    """A fact that only holds others is found at the first of them; any other in the lines before it, into which it was run."""
    homes: dict[str, str] = {}
    holders: list[tuple[str, str]] = []  # path and key of those that wait for one of their own
    before, part = "", ""
    for _, path, fact in report.facts():
        key = fact.id or path
        if path.partition("/")[0] != part:
            before, part = "", path.partition("/")[0]
        if key in shown:
            before = key
            homes |= {holder: key for above, holder in holders if path.startswith(f"{above}/")}
            holders = []
        elif fact.children and not fact.title and not fact.text.strip():
            holders.append((path, key))
        elif before:
            homes[key] = before
    return homes
