"""A report as a document."""

from typing import Literal

from drafter.actions.check import check_opened
from drafter.actions.opening import Opened
from drafter.model.block import Block, text_of
from drafter.model.problem import Problem, Refused, errors
from drafter.render.arrange import arrange

Format = Literal["docx", "html", "txt", "pdf"]
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
    page = opened.report.page
    if format == "html":
        from drafter.render.html import write_html

        return write_html(made, page, _properties(opened)).encode()
    from drafter.render.docx import write_docx

    docx = write_docx(made, page, _properties(opened), _base(opened))
    if format == "docx":
        return docx
    from drafter.render.pdf import pdf

    return pdf(docx)
