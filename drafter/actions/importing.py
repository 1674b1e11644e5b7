"""A foreign document becomes facts, and nothing of it is dropped unsaid."""

import stat
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from drafter.actions.new import parse_period, write_new
from drafter.actions.opening import sound_layout
from drafter.importers.build import LAYOUTS, build
from drafter.importers.outline import recover
from drafter.importers.proposals import propose
from drafter.importers.read import read_source
from drafter.importers.source import Source
from drafter.model.outline import Outline
from drafter.model.problem import Place, Problem, Refused
from drafter.model.report import Report
from drafter.model.words import Both, Language
from drafter.store.contents import plain
from drafter.store.layouts import search_path
from drafter.store.save import reason
from drafter.store.workspace import find_workspace

#: No report is as large; what is, is something else.
LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Taken:
    """An imported document: what was read, its outline, the report it makes, what was noticed, and the file written, if any."""

    file: Path
    source: Source
    outline: Outline
    report: Report
    problems: list[Problem]
    written: Path | None = None


def look(file: Path, start: Path, period: str = "", unit: str = "") -> Taken:
    """Reads ``file`` and writes nothing. Raises Refused where it is no document that can be read."""
    given = parse_period(period) if period else None
    source = read_source(str(file), bytes_of(file))
    outline, found = recover(source, given)
    proposal = propose(source, outline)
    folders = search_path(find_workspace(start))
    report = build(outline, proposal, {name: sound_layout(name, folders) for name in LAYOUTS})
    report = replace(report, period=given or report.period, unit=unit or report.unit)
    return Taken(file, source, outline, report, [*source.problems, *found, *proposal.problems])


def bytes_of(file: Path) -> bytes:
    """The content of a file of sensible size: never a device, a pipe or a folder."""
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise Refused(_unreadable(file, Both("不是普通文件", "it is no regular file")), 3)
        if status.st_size > LARGEST:
            raise Refused(_unreadable(file, Both("超过 64 MB", "it is over 64 MB")), 3)
        return file.read_bytes()
    except OSError as error:
        raise Refused(_unreadable(file, reason(error)), 3) from error


def _unreadable(file: Path, why: Both) -> Problem:
    return Problem(
        "file-unreadable",
        Both(f"打不开这个文件：{why.zh}。", f"The file cannot be read: {why.en}."),
        Both("检查文件名和路径；报告应是 Word、网页或文本文件。", "Check name and path; a report is a Word, web or text file."),
        place=Place(str(file)),
    )


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


def refused_json(refusal: Refused, language: Language) -> dict[str, Any]:
    """The same shape for a file that was refused: nothing was found, and this is why."""
    problems = [problem.to_json(language) for problem in refusal.problems]
    return {**Outline().to_json(), "report": {}, "problems": problems}
