"""The report as its pages will print, for the screen: whatever the checks say, and at every pause."""

from collections.abc import Container
from typing import NamedTuple

from drafter.actions.letters import surrounded
from drafter.actions.opening import Opened
from drafter.actions.render import blocks
from drafter.model.block import Run
from drafter.model.problem import Problem, Refused
from drafter.model.report import Report
from drafter.render.filling import PrintedLine, PrintedPage
from drafter.render.marking import carried
from drafter.render.measures import width
from drafter.render.pages import COLUMNS
from drafter.render.pages import pages as paginated

__all__ = ["COLUMNS", "Preview", "PrintedLine", "PrintedPage", "Run", "pages"]


class Preview(NamedTuple):
    """``problems``: why there are no ``pages``, when the template is at fault. ``homes``: the key of a fact without lines of
    its own → the key of the fact in whose lines it is to be found, such as the paragraph that points are run into. ``starts``:
    the key of a fact → page and line, from 0, where its lines begin. ``columns``: of the widest line, two a Chinese character. ``near``: the
    bureau's own Word file has a look of its own, so that pages may break elsewhere.
    """

    pages: list[PrintedPage]
    problems: list[Problem]
    homes: dict[str, str]
    starts: dict[str, tuple[int, int]]
    columns: int
    near: bool = False

    @classmethod
    def of(cls, printed: list[PrintedPage], report: Report | None = None) -> "Preview":
        """The pages with all that is known of them; ``report`` tells the homes."""
        starts: dict[str, tuple[int, int]] = {}
        columns = COLUMNS
        for number, page in enumerate(printed):
            for at, line in enumerate(page):
                if line.fact and line.fact not in starts:
                    starts[line.fact] = number, at
                text = line.text
                if line.indent + 2 * len(text) > columns:
                    columns = max(columns, line.indent + round(2 * width(text)))
        return cls(printed, [], homes(report, starts) if report else {}, starts, columns)


def pages(opened: Opened, version: str = "") -> Preview:
    """The pages of a report, or of the ``version`` of that name, with what the bureau's own Word file says around it. A template
    of one's own runs in a process of its own and may take its time, so this belongs into a thread.
    """
    try:
        printed = _version(opened, version) if version else opened
        made = blocks(printed, carried(opened.report))
    except Refused as refusal:
        return Preview([], refusal.problems, {}, {}, COLUMNS)
    around = surrounded(printed, made)
    return Preview.of(paginated(around, opened.report.page), printed.printed)._replace(near=around is not made)


def _version(opened: Opened, name: str) -> Opened:
    from drafter.actions.versions import version

    return version(opened, name).opened


def homes(report: Report, shown: Container[str]) -> dict[str, str]:
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
