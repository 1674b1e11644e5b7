"""A report as a document."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Literal

from drafter.actions.check import check_opened
from drafter.actions.opening import Opened
from drafter.model.block import Block, text_of
from drafter.model.problem import Problem, Refused, errors
from drafter.model.report import Report
from drafter.model.style import Page
from drafter.render.arrange import arrange, printed_date
from drafter.render.properties import Properties
from drafter.store.layouts import find_template_file

Format = Literal["docx", "html", "txt", "pdf"]
BASE = "base.docx"
_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
FORMATS: tuple[Format, ...] = ("docx", "html", "txt", "pdf")


def render(opened: Opened, format: Format) -> tuple[bytes, list[Problem]]:
    """The document and the warnings. Raises Refused with exit code 1 when the facts have errors: nothing is printed half."""
    problems = check_opened(opened)
    if errors(problems):
        raise Refused(problems, 1)
    return document(opened, format), problems


def blocks(opened: Opened) -> list[Block]:
    """What the layout's template makes of the report."""
    from drafter.render.engine import render as render_template

    return render_template(opened.layout.name, arrange(opened.report, opened.layout), opened.folders)


def document(opened: Opened, format: Format) -> bytes:
    """The report in ``format``, whatever the checks say. txt and html are UTF-8."""
    made = blocks(opened)
    if format == "txt":
        return text_of(made).encode()
    page = opened.report.page or Page()
    if format == "html":
        from drafter.render.html import write_html

        return write_html(made, page, _properties(opened)).encode()
    from drafter.render.docx import write_docx

    docx = write_docx(made, page, _properties(opened), *_base(opened))
    if format == "docx":
        return docx
    from drafter.render.pdf import pdf

    return pdf(docx)


def file_name(report: Report) -> str:
    """What to call the document: its title, without the characters that Windows refuses."""
    return _UNSAFE.sub("", report.title).strip(" .") or "report"


def _properties(opened: Opened) -> Properties:
    """No clock: the same facts make the same bytes. The day of issue is the only date a report knows."""
    report = opened.report
    found = _DATE.fullmatch(printed_date(report.date))
    issued = f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else ""
    return Properties(title=report.title, author=report.unit, created=issued, modified=issued)


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
