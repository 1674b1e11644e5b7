"""Finding a report by its period or folder, and reading it with its layout."""

from dataclasses import dataclass
from pathlib import Path

from drafter.model.places import place as place_of
from drafter.model.problem import NOWHERE, Place, Problem, Refused, errors
from drafter.model.report import Report
from drafter.model.style import DEFAULT_LAYOUT, Layout
from drafter.model.words import Both
from drafter.store.folder import Reading, read_report
from drafter.store.layouts import list_layouts, read_layout, search_path
from drafter.store.workspace import find_workspace, resolve


@dataclass(frozen=True, slots=True)
class Opened:
    """A report as it was read. ``problems`` are the store's; ``folders`` is where its templates are looked up.

    ``version`` is which of its versions prints, "" for the whole, and ``cut`` what that one has of the report.
    """

    place: Path
    report: Report
    layout: Layout
    problems: list[Problem]
    folders: list[Path]
    version: str = ""
    cut: Report | None = None

    @property
    def printed(self) -> Report:
        """What goes into the document. Checks and leftovers are those of the whole report."""
        return self.cut or self.report


def open_report(name: str | None, start: Path, layout: str | None = None) -> Opened:
    """The report called ``name``, or the only one. ``layout`` overrides the report's own.

    Raises Refused when there is no such report, or no layout of the name that was asked for. A report that names a layout
    there is not has a problem like any other, and is read in the default one.
    """
    place = resolve(name, start)
    return opened(place, read_report(place), layout)


def opened(place: Path, reading: Reading, layout: str | None = None) -> Opened:
    """What was read at ``place``, with its layout; as :func:`open_report`."""
    folders = search_path(find_workspace(place))
    if layout is not None:
        found, problems = find_layout(layout, folders)
        return Opened(place, reading.report, found, [*reading.problems, *problems], folders)
    named = reading.report.layout or DEFAULT_LAYOUT
    own, problems = read_layout(named, folders)
    if own is None:
        own = find_layout(DEFAULT_LAYOUT, folders)[0]
        problems = problems or [_no_layout(named, folders, place_of(reading.report, "版式"))]
    return Opened(place, reading.report, own, [*reading.problems, *problems], folders)


def find_layout(name: str, folders: list[Path]) -> tuple[Layout, list[Problem]]:
    """The layout and the problems of its settings. Raises Refused, naming those there are, when there is none."""
    layout, problems = read_layout(name, folders)
    if layout is None:
        raise Refused(problems or [_no_layout(name, folders)], 3)
    return layout, problems


def sound_layout(name: str, folders: list[Path]) -> Layout:
    """The layout, for what is built upon it. Raises Refused, exit code 1, when its settings have errors."""
    layout, problems = find_layout(name, folders)
    if errors(problems):
        raise Refused(problems, 1)
    return layout


def _no_layout(name: str, folders: list[Path], place: Place = NOWHERE) -> Problem:
    known = "、".join(list_layouts(folders))
    return Problem(
        "layout-unknown",
        Both(f"没有“{name}”这个版式。", f"There is no layout “{name}”."),
        Both(
            f"可用的版式：{known}。改“版式”，或用 drafter layouts --copy 做一个自己的。",
            f"There are: {known}. drafter layouts --copy begins one of your own.",
        ),
        place=place,
    )
