"""render: the report as a document."""

import sys
from pathlib import Path

import click

from drafter.cli import output
from drafter.cli.complete import complete_layout, complete_report
from drafter.cli.language import say

_FORMATS = ("docx", "html", "txt", "pdf")


@click.command(
    "render",
    help=say("把报告排成文档：docx（默认）、html、txt、pdf。", "Render the report as docx (the default), html, txt or pdf."),
)
@click.argument("report", required=False, shell_complete=complete_report)
@click.option("-o", "--output", "target", help=say("输出文件；- 表示标准输出。", "The file to write; - for standard output."))
@click.option(
    "--format",
    "format_",
    type=click.Choice(_FORMATS),
    help=say("格式，默认看输出文件的后缀。", "The format; that of the file's ending by default."),
)
@click.option("--layout", shell_complete=complete_layout, help=say("换用另一种版式。", "Use another layout."))
def command(report: str | None, target: str | None, format_: str | None, layout: str | None) -> None:
    from drafter.actions.opening import open_report
    from drafter.actions.render import render

    form = format_ or _ending(target)
    opened = open_report(report, Path.cwd(), layout)
    document, problems = render(opened, form)  # type: ignore[arg-type]  # click has checked it
    output.report(problems)
    if target == "-" or (target is None and form == "txt"):
        sys.stdout.flush()
        sys.stdout.buffer.write(document)
        return
    from drafter.actions.render import file_name
    from drafter.store.save import save

    path = Path(target) if target else Path.cwd() / f"{file_name(opened.report)}.{form}"
    save(path, document)
    output.data(str(path))


def _ending(target: str | None) -> str:
    ending = Path(target).suffix[1:].lower() if target else ""
    return ending if ending in _FORMATS else "docx"
