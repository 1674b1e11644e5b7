"""Finding a report by its period or folder, and reading it with its layout."""

from dataclasses import dataclass
from pathlib import Path

from drafter.model.problem import Problem, Refused
from drafter.model.report import Report
from drafter.model.style import Layout
from drafter.model.words import Both
from drafter.store.folder import read_report
from drafter.store.layouts import list_layouts, read_layout, search_path
from drafter.store.workspace import find_workspace, resolve

DEFAULT_LAYOUT = "三段式"


@dataclass(frozen=True, slots=True)
class Opened:
    """A report as it was read. ``problems`` are the store's; ``folders`` is where its templates are looked up."""

    place: Path
    report: Report
    layout: Layout
    problems: list[Problem]
    folders: list[Path]


def open_report(name: str | None, start: Path, layout: str | None = None) -> Opened:
    """The report called ``name``, or the only one. ``layout`` overrides the report's own. Raises Refused when not found."""
    place = resolve(name, start)
    reading = read_report(place)
    folders = search_path(find_workspace(place))
    found, problems = find_layout(layout or reading.report.layout or DEFAULT_LAYOUT, folders)
    return Opened(place, reading.report, found, [*reading.problems, *problems], folders)


def find_layout(name: str, folders: list[Path]) -> tuple[Layout, list[Problem]]:
    """The layout and the problems of its settings. Raises Refused, naming those there are, when there is none."""
    layout, problems = read_layout(name, folders)
    if layout is None:
        raise Refused(problems or [_no_layout(name, folders)], 3)
    return layout, problems


def _no_layout(name: str, folders: list[Path]) -> Problem:
    known = "、".join(list_layouts(folders))
    return Problem(
        "layout-unknown",
        Both(f"没有“{name}”这个版式。", f"There is no layout “{name}”."),
        Both(
            f"可用的版式：{known}。改“版式”，或用 drafter layouts --copy 做一个自己的。",
            f"There are: {known}. drafter layouts --copy begins one of your own.",
        ),
    )
