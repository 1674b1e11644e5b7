"""A foreign document becomes facts, and nothing of it is dropped unsaid."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from drafter.actions.new import parse_period, write_new
from drafter.importers.build import build
from drafter.importers.outline import recover
from drafter.importers.proposals import propose
from drafter.importers.read import read_source
from drafter.model.outline import Outline
from drafter.model.problem import Place, Problem, Refused
from drafter.model.report import Report
from drafter.model.words import Both, Language
from drafter.store.contents import plain
from drafter.store.layouts import list_layouts, read_layout, search_path
from drafter.store.workspace import find_workspace


@dataclass(frozen=True, slots=True)
class Taken:
    """An imported document: its outline, the report it makes, what was noticed, and the file written, if any."""

    file: Path
    outline: Outline
    report: Report
    problems: list[Problem]
    written: Path | None = None


def look(file: Path, period: str = "", unit: str = "") -> Taken:
    """Reads ``file`` and writes nothing. Raises Refused where it is no document that can be read."""
    given = parse_period(period) if period else None
    source = read_source(str(file), _bytes(file))
    outline, found = recover(source)
    proposal = propose(source, outline)
    folders = search_path(find_workspace(Path.cwd()))
    layouts = {name: layout for name in list_layouts(folders) if (layout := read_layout(name, folders)[0])}
    report = build(outline, proposal, layouts)
    report = replace(report, period=given or report.period, unit=unit or report.unit)
    problems = [*source.problems, *found, *proposal.problems]
    return Taken(file, outline, report, problems)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Refused(
            Problem(
                "file-unreadable",
                Both(f"打不开这个文件：{error.strerror}", f"The file cannot be opened: {error.strerror}"),
                Both("检查文件名和路径。", "Check its name and path."),
                place=Place(str(file)),
            ),
            3,
        ) from error


def store_import(taken: Taken, start: Path, folder: Path | None = None) -> Taken:
    """Writes the report as a fact folder: ``folder``, else facts/<period> of the workspace."""
    report = taken.report
    if folder is None and report.period is None:
        raise Refused(
            Problem(
                "period-missing",
                Both("看不出这份报告是哪一期的。", "The document does not say which period it is for."),
                Both("加上期间，如 --period 2024 或 --period 2024-H1。", "Say so: --period 2024 or --period 2024-H1."),
                place=Place(str(taken.file)),
            ),
            3,
        )
    home = folder or (find_workspace(start) or start) / "facts" / str(report.period)
    return replace(taken, written=write_new(report, home))


def to_json(taken: Taken, language: Language) -> dict[str, Any]:
    """The contract of ``import --json``."""
    return {
        **taken.outline.to_json(),
        "report": plain(taken.report),
        "problems": [problem.to_json(language) for problem in taken.problems],
        **({"written": str(taken.written)} if taken.written else {}),
    }
