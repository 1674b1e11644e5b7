"""A report as a document."""

import os
import re
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from drafter.actions.check import check_opened, verdict
from drafter.actions.letters import letter
from drafter.actions.opening import Opened
from drafter.model.block import Block, text_of
from drafter.model.dates import printed_date
from drafter.model.places import place as place_of
from drafter.model.printing import resolved
from drafter.model.problem import Place, Problem, Refused, errors, stoppers
from drafter.model.report import Report
from drafter.model.style import PARTS, Page
from drafter.model.words import Both
from drafter.render.arrange import arrange
from drafter.render.marking import FRONT, Marks, carried
from drafter.render.properties import Properties
from drafter.store.folder import SUFFIXES, report_files
from drafter.store.layouts import find_template_file

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.render.docx.comments import Reviewer
    from drafter.render.exhibits import Beside

Format = Literal["docx", "html", "txt", "pdf"]
BASE = "base.docx"
_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_RESERVED = re.compile(r"(?i)con|prn|aux|nul|com\d|lpt\d")
_LONGEST_NAME = 80


def render(opened: Opened, format: Format, final: bool = False, force: bool = False) -> tuple[bytes, list[Problem]]:
    """The document and what is left to be said of it. It is a draft, in which leftovers of an earlier report are marked; or
    ``final``.

    Raises Refused with exit code 1 when the facts have errors: nothing is printed half. Leftovers stop only what is final,
    and not that under ``force``.
    """
    problems = check_opened(opened, words=final)
    if stoppers(problems) or (final and not force and errors(problems)):
        raise Refused([*problems, *_not_final(problems)], 1)
    marks = Marks() if final else leftovers(opened.report, problems)
    made, unmarked = marked_blocks(opened, marks)
    return document(opened, format, made, marks=marks), [*problems, *unmarked, *of_pages(opened, made)]


def marked_blocks(opened: Opened, marks: Marks) -> tuple[list[Block], list[Problem]]:
    """The blocks with ``marks``; without them where a template of one's own cannot deal with marked texts."""
    if not any(marks):
        return blocks(opened), []
    try:
        return blocks(opened, marks), []
    except Refused:
        return blocks(opened), [_unmarked(opened)]


def _unmarked(opened: Opened) -> Problem:
    return Problem(
        "draft-unmarked",
        Both(
            f"版式“{opened.layout.name}”的模板改动了文字，草稿里没能标黄。",
            f"The template of “{opened.layout.name}” changes texts, so that nothing could be marked in the draft.",
        ),
        Both("模板里不要截取标题和正文。", "A template should print headings and texts whole."),
        severity="info",
    )


def _not_final(problems: list[Problem]) -> list[Problem]:
    """The last word where nothing but leftovers is in the way of a final document."""
    if stoppers(problems):
        return []
    return [
        Problem(
            "not-final",
            verdict(problems),
            Both(
                "逐条处理后再定稿；先看草稿就不加 --final，确实要这样定稿再加 --force。",
                "Deal with each first. Without --final this is a draft; --force makes it final as it is.",
            ),
        )
    ]


def lost(opened: Opened, made: list[Block]) -> list[Problem]:
    """The facts whose words a template of one's own left out. The templates that ship print everything."""
    template = find_template_file(f"{opened.layout.name}/report.html", opened.folders)
    if template is None or template.is_relative_to(opened.folders[-1]):
        return []
    printed = "\n".join(block.text for block in made)
    context = arrange(opened.printed, opened.layout)
    gone = [
        item["键"]
        for part in PARTS
        for item in context[part]["条目"]
        if any(text not in printed for text in (item["标题"], *item["正文"]))
    ]
    if not gone:
        return []
    listed = "、".join(gone[:5])
    return [
        Problem(
            "fact-left-out",
            Both(
                f"版式“{opened.layout.name}”没有印出 {len(gone)} 条：{listed}。",
                f"The layout “{opened.layout.name}” left out {len(gone)} facts: {listed}.",
            ),
            Both("在模板里补上这些内容，或换一个版式。", "Print them in the template, or choose another layout."),
            severity="warning",
            place=Place(str(template)),
        )
    ]


def of_pages(opened: Opened, made: list[Block]) -> list[Problem]:
    """What is to be said of the blocks that were made."""
    return [*lost(opened, made), *_of_word(opened, made)]


def _of_word(opened: Opened, made: list[Block]) -> list[Problem]:
    """What is to be said of the bureau's own Word file."""
    own = letter(opened)
    if own is None:
        return []
    from drafter.render.docx.paper import differs

    page = opened.report.page
    return [*own.head.problems, *differs(own.head.look.rooms[0], page.margins if page else "", own.head.file), *own.lacks(made)]


def blocks(opened: Opened, marks: Marks | None = None) -> list[Block]:
    """What the layout's template makes of the report, with ``marks`` where it is a draft."""
    from drafter.render.engine import render as render_template

    context = arrange(opened.printed, opened.layout, marks, partial(_beside, opened))
    return render_template(opened.layout.template or opened.layout.name, context, opened.folders)


def _beside(opened: Opened) -> "Beside":
    """What tables and charts draw on."""
    from drafter.actions.exhibits import beside

    return beside(opened)


def leftovers(report: Report, problems: list[Problem]) -> Marks:
    """What a draft marks: what waits to be looked at, and what is suspected of being the text or number of an earlier report."""
    waiting = carried(report)
    suspects = suspected(problems)
    figures = {figure.id for figure in report.figures}
    fronts = {place_of(report, word): word for word in FRONT}
    return Marks(
        waiting.facts | {problem.fact for problem in suspects if problem.fact and problem.code != "figure-unchanged"},
        waiting.figures | {problem.fact for problem in suspects if problem.fact in figures},
        waiting.front | {fronts[problem.place] for problem in suspects if problem.place in fronts},
    )


def suspected(problems: list[Problem]) -> list[Problem]:
    """Those that suspect a text or a number of being an earlier report's."""
    return [problem for problem in problems if problem.code in _SUSPECT and problem.severity == "warning"]


#: Codes of what seems left of an earlier report, and is seen on the page.
_SUSPECT = frozenset({"sentence-unchanged", "time-of-another-period", "number-left", "figure-unchanged"})


def document(
    opened: Opened,
    format: Format,
    made: list[Block] | None = None,
    by: "Reviewer | None" = None,
    marks: Marks = Marks(),  # noqa: B008 - an immutable value
) -> bytes:
    """The report in ``format``, whatever the checks say. txt and html are UTF-8. ``made``: its blocks, where they are known; ``by``:
    who made the notes in them; ``marks``: what is marked in them, and so in the bureau's own Word file.
    """
    made = blocks(opened) if made is None else made
    own = letter(opened)
    fields = own.doubted(made, marks) if own else []
    if own and format in ("txt", "html"):
        made = own.marking(fields).whole(made)
    if format == "txt":
        return text_of(made).encode()
    page = opened.report.page or Page()
    if format == "html":
        from drafter.render.html import write_html

        return write_html(made, page, _properties(opened)).encode()
    from drafter.render.docx import write_docx
    from drafter.render.docx.comments import commented

    properties = _properties(opened)

    def write(numbered: "Sequence[Block]") -> bytes:
        return own.docx([*numbered], properties) if own else write_docx(numbered, page, properties, *_base(opened))

    docx = commented([*fields, *own.left(made)] if own else made, write, by)
    if format == "docx":
        return docx
    from drafter.render.pdf import pdf

    return pdf(docx)


def place_for(opened: Opened, target: str | None, format: str, start: Path, remark: str = "") -> Path:
    """Where the document goes: ``target``, or a file named by the title in it where it is a folder, or in ``start``. ``remark``
    stands behind the title.

    Raises Refused where that is one of the report's own files: a render never writes facts.
    """
    path = start / target if target else start
    if path.is_dir() or (target and target.endswith(("/", os.sep))):
        path = path / f"{file_name(opened.report, opened.version)}{remark}.{format}"
    if path.suffix.lower() in SUFFIXES or path.resolve() in {file.resolve() for file in _own_files(opened)}:
        raise Refused(
            Problem(
                "target-is-facts",
                Both("这是事实文件，不能拿文档覆盖它。", "This is a fact file, and no document may take its place."),
                Both("换一个文件名，如 -o 总结.docx。", "Choose another name, such as -o report.docx."),
                place=Place(str(path)),
            ),
            2,
        )
    return Path(target) if target and path == start / target else path


def _own_files(opened: Opened) -> list[Path]:
    return report_files(opened.place) if opened.place.is_dir() else [opened.place]


def file_name(report: Report, version: str = "") -> str:
    """What to call the document: its title as it is printed, and its version, in characters that every system takes."""
    name = _UNSAFE.sub("", _title(report)).strip(" .")[:_LONGEST_NAME].strip(" .")
    name += behind(version)
    return f"_{name}" if _RESERVED.fullmatch(name) else name or "report"


def behind(version: str) -> str:
    """What the name of a file says of the version in it."""
    return f"（{_UNSAFE.sub('', version)[:_LONGEST_NAME]}）" if version else ""


def _title(report: Report) -> str:
    return resolved(report.title, {figure.id: figure for figure in report.figures})


def _properties(opened: Opened) -> Properties:
    """No clock: the same facts make the same bytes. The day of issue is the only date a report knows."""
    report = opened.report
    found = _DATE.fullmatch(printed_date(report.date))
    issued = f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else ""
    return Properties(title=_title(report), author=report.unit, created=issued, modified=issued)


def _base(opened: Opened) -> tuple[bytes | None, str]:
    """The Word file that holds the look, and its name: the layout's own, else the one for all; None for the packaged one."""
    for name in (f"{opened.layout.name}/{BASE}", BASE):
        path = find_template_file(name, opened.folders)
        if path is not None:
            return _content(path, path.stat().st_mtime_ns), str(path)
    return None, BASE


@lru_cache(maxsize=4)
def _content(path: Path, _changed: int) -> bytes:
    """A base that has not changed is read once a process."""
    return path.read_bytes()
