"""A Word file tried as a base: rendered with the example's report, and all that is wrong or missing listed."""

from dataclasses import replace
from pathlib import Path

from drafter.actions.opening import opened
from drafter.model.figure import Figure
from drafter.model.problem import Place, Problem, Refused, errors
from drafter.model.words import Both
from drafter.store.folder import read_report
from drafter.store.layouts import example_folder
from drafter.store.workspace import report_names, resolve

_EXAMPLE = "2024"


def lint(file: Path, start: Path) -> tuple[bytes | None, list[Problem]]:
    """The document, None where there are errors, and the problems. Raises Refused for what is no Word document.

    Figures of the reports around ``start`` are known, too.
    """
    from drafter.actions.render import blocks
    from drafter.render.docx.inspecting import inspected, text_look
    from drafter.render.docx.letter import Letter, faults
    from drafter.render.docx.letterhead import look_through, taken_apart
    from drafter.render.docx.paper import told
    from drafter.render.docx.values import Values
    from drafter.render.properties import Properties

    place = example_folder() / _EXAMPLE
    example = opened(place, read_report(place))
    values = Values(replace(example.report, figures=(*example.report.figures, *_figures(example.report.figures, start))))
    looked = look_through(_content(file), str(file))
    problems = [*looked.problems, *faults(looked.sheets, values, str(file)), *inspected(looked)]
    if errors(problems):
        return None, problems
    head = taken_apart(looked)
    letter, made = Letter(head, values), blocks(example)
    about = Properties(example.report.title, example.report.unit)
    said = [*problems, *text_look(looked, head), told(head.look.rooms[0], str(file)), *letter.lacks(made)]
    return letter.docx(made, about), said


def _figures(known: tuple[Figure, ...], start: Path) -> list[Figure]:
    """Those of the workspace that the example has not, each once."""
    found = {figure.id: figure for name in report_names(start) for figure in read_report(resolve(name, start)).report.figures}
    return [figure for id, figure in found.items() if id not in {one.id for one in known}]


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Refused(
            Problem(
                "file-unreadable",
                Both(f"打不开 {file}：{error.strerror}。", f"{file} cannot be read: {error.strerror}."),
                Both("看看文件名和路径。", "Check its name and folder."),
                place=Place(str(file)),
            ),
            2,
        ) from error
