"""A report is a folder: all its YAML files together. An edit goes back into the file that the fact came from."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from drafter.model.fields import Source, fields_of
from drafter.model.problem import Place, Problem
from drafter.model.report import Report
from drafter.model.words import Both
from drafter.store.files import SUFFIXES as SUFFIXES
from drafter.store.files import report_files as report_files
from drafter.store.reader import Document, ordered, read_document
from drafter.store.records import read_record
from drafter.store.telling import problem


@dataclass(frozen=True, slots=True)
class Reading:
    """A report as it was read: the record, everything wrong with its files, and the files by name (as in ``Source.file``)."""

    report: Report
    problems: list[Problem]
    files: dict[str, Document] = field(default_factory=dict)


def read_report(place: Path) -> Reading:
    """The report in a folder, or in a single file. Never raises for what is in it: problems are values."""
    try:
        paths = [place] if not place.is_dir() else report_files(place)
    except OSError as error:
        return Reading(Report(), [_unreadable(place, error)])
    if not paths:
        return Reading(Report(), [_no_files(place)])
    return join([read_document(path) for path in paths])


def join(documents: list[Document]) -> Reading:
    """Documents as one report: lists run on from file to file, single fields are taken from where they stand."""
    problems: list[Problem] = []
    together: dict[str, Any] = {}
    said: dict[str, Source] = {}
    counted: dict[str, int] = {}
    source: Source | None = None
    for document in documents:
        report, found = read_record(Report, document.root, document.file, counted)
        problems += ordered([*document.problems, *found])
        if report.source is None:
            continue
        source = source or report.source
        for word, declared in fields_of(Report).items():
            if word not in report.source.lines:
                continue
            value = getattr(report, declared.name)
            if declared.form.kind == "records":
                together[declared.name] = together.get(declared.name, ()) + value
                counted[word] = len(together[declared.name])
            elif value == declared.default:
                continue
            elif declared.name not in together:
                together[declared.name] = value
                said[word] = report.source
            elif together[declared.name] != value:
                problems.append(_contradiction(word, said[word], report.source))
    if source is not None and len(documents) > 1:
        source = _everywhere(said, source)
    return Reading(Report(source=source, **together), problems, {document.file: document for document in documents})


def _everywhere(said: dict[str, Source], first: Source) -> Source:
    """The report's source, with the place of each single field in whichever file says it."""
    lines = {word: source.lines[word] for word, source in said.items()}
    files = {word: source.file for word, source in said.items() if source.file != first.file}
    return replace(first, lines={**first.lines, **lines}, files=files)


def _contradiction(word: str, first: Source, second: Source) -> Problem:
    line, column = second.lines[word]
    there = f"{first.file}:{first.lines[word][0]}"
    return problem(
        "report-contradiction",
        Both(f"“{word}”在两个文件里不一样，另一处在 {there}", f"{word} differs between two files; the other is {there}"),
        Both("改成一样，或只留一处", "make them equal, or keep one"),
        Place(second.file, line, column),
    )


def _no_files(folder: Path) -> Problem:
    return problem(
        "report-empty",
        Both("这个文件夹里没有 YAML 文件（*.yaml）", "there is no YAML file (*.yaml) in this folder"),
        Both("用 drafter new 新建，或用 drafter import 导入", "start one with drafter new, or import one with drafter import"),
        Place(str(folder)),
    )


def _unreadable(place: Path, error: OSError) -> Problem:
    reason = error.strerror or str(error)
    return problem(
        "file-unreadable",
        Both(f"文件夹打不开：{reason}", f"the folder cannot be opened: {reason}"),
        Both("检查文件夹的权限", "check its permissions"),
        Place(str(place)),
    )
