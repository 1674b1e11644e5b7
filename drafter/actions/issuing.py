"""What leaves the office in one go: the report or versions of it, each in a file of its own, and the table of figures beside.

All is made before anything is written, and what is in the way of one file stops them all.
"""

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, TypeVar

from drafter.actions.opening import Opened
from drafter.actions.render import Format, behind, place_for, render
from drafter.model.problem import Place, Problem, Refused, errors
from drafter.model.words import Both

if TYPE_CHECKING:
    from drafter.actions.reviewing.audit import Format as TableFormat
    from drafter.actions.versions import Versioned

#: draft: leftovers are marked; review: for those who confirm it, with comments and the table of figures; final: nothing marked.
Stage = Literal["draft", "review", "final"]

_DRAFT = Both("（草稿）", " (draft)")
_REVIEW = Both("（送核）", " (to confirm)")


Where = TypeVar("Where", Path, Path | None)


class Made(NamedTuple, Generic[Where]):
    """Documents with their places, and what is left to be said of them, each remark once."""

    files: list[tuple[Where, bytes]]
    problems: list[Problem]


def some_versions(opened: Opened, names: Sequence[str] | None) -> "list[Versioned]":
    """The versions called ``names``, each once; None for all there are. Raises Refused as :func:`version`, and where there is none."""
    from drafter.actions.versions import version, versions

    if names is not None:
        return [version(opened, name) for name in dict.fromkeys(names)]
    found = versions(opened)
    if not found:
        raise Refused(_no_versions(), 3)
    return found


def _no_versions() -> Problem:
    return Problem(
        "version-none",
        Both("报告里没有写“版本”。", "The report names no versions (版本)."),
        Both("先在报告里写“版本”，如 - {名称: 2000字版, 字数: 2000}。", "Write 版本 into the report first."),
    )


def made(opened: Opened, format: Format, stage: Stage, force: bool = False, annex: bool = True) -> tuple[bytes, list[Problem]]:
    """One document. ``annex``: what is to be confirmed has the table of figures at its end. Raises Refused as :func:`render`."""
    if stage == "review":
        from drafter.actions.reviewing.draft import draft

        return draft(opened, format, annex)
    return render(opened, format, stage == "final", force)


def all_made(
    editions: Sequence[Opened], places: Sequence[Where], format: Format, stage: Stage, force: bool = False, annex: bool = True
) -> Made[Where]:
    """A document for each of ``editions``, in the same order as their ``places``; None is no file."""
    files: list[tuple[Where, bytes]] = []
    said: list[Problem] = []
    for edition, path in zip(editions, places, strict=True):
        document, problems = made(edition, format, stage, force, annex)
        files.append((path, document))
        said += [problem for problem in problems if problem not in said]
    return Made(files, said)


def remark(stage: Stage, problems: list[Problem]) -> Both:
    """What the name of a file says of what is in it, so that no draft takes the place of what was made final."""
    if stage == "review":
        return _REVIEW
    return _DRAFT if stage == "draft" and errors(problems) else Both("", "")


def places_for(editions: Sequence[Opened], target: str | None, format: Format, start: Path, remark: str = "") -> list[Path]:
    """Where each goes, as :func:`place_for`: of several, the name of the version stands behind the name of the file.

    Raises Refused where two would have the same place.
    """
    places = [
        place_for(each, _of_version(each, target, format, start, len(editions)), format, start, remark) for each in editions
    ]
    refuse_clashes(places)
    return places


def _of_version(edition: Opened, target: str | None, format: Format, start: Path, count: int) -> str | None:
    if target is None or count == 1 or target.endswith(("/", os.sep)) or (start / target).is_dir():
        return target
    path = Path(target)
    return str(path.with_name(f"{path.stem}{behind(edition.version)}{path.suffix or f'.{format}'}"))


def refuse_clashes(places: Sequence[Path]) -> None:
    """Raises Refused where two documents would have the same place."""
    for path, count in Counter(path.resolve() for path in places).items():
        if count > 1:
            raise Refused(
                Problem(
                    "target-twice",
                    Both(f"{count} 份文档会写进同一个文件。", f"{count} documents would go into the same file."),
                    Both("换一个文件名，或改版本的名称。", "Choose another name, or rename the versions."),
                    place=Place(str(path)),
                ),
                2,
            )


def table_place(opened: Opened, format: "TableFormat", beside: Path) -> Path:
    """The table of figures, called by its title, in the folder of the document."""
    from drafter.actions.reviewing.audit import title_of

    return place_for(opened, str(beside.parent / f"{title_of(opened.report)}.{format}"), format, beside.parent)


class Issued(NamedTuple):
    """What was written, and what is left to be said of it. ``program``: what drew the pages, "" where they are no pdf."""

    paths: list[Path]
    problems: list[Problem]
    program: str


class Order(NamedTuple):
    """``table``: the format of the table of figures, in a file beside; None for none. ``remark``: as in :func:`places_for`."""

    format: Format
    stage: Stage
    force: bool = False
    table: "TableFormat | None" = None
    remark: str = ""


def issue(editions: Sequence[Opened], order: Order, target: str, start: Path, replace: bool = False) -> Issued:
    """Makes and writes them all. Raises Refused as :func:`made`, and as ``deliver_all`` for files that are not ours to replace."""
    from drafter.actions.delivering import deliver_all

    places = places_for(editions, target, order.format, start, order.remark)
    made = all_made(editions, places, order.format, order.stage, order.force, order.table is None)
    files = list(made.files)
    if order.table is not None:
        from drafter.actions.reviewing.draft import table

        files.append((table_place(editions[0], order.table, places[0]), table(editions[0], order.table)))
        refuse_clashes([path for path, _ in files])
    deliver_all(files, editions[0].place, replace)
    return Issued([path for path, _ in files], made.problems, _program() if order.format == "pdf" else "")


def _program() -> str:
    from drafter.render.pdf import program

    return program()
