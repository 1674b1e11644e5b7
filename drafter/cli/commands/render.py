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
    from drafter.actions.render import place_for, render

    form = format_ or _ending(target)
    opened = open_report(report, Path.cwd(), layout)
    path = None if target == "-" or (target is None and form == "txt") else place_for(opened, target, form, Path.cwd())
    document, problems = render(opened, form)  # type: ignore[arg-type]  # click has checked it
    output.report(problems)
    if path is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(document)
        return
    from drafter.store.save import save

    save(path, document)
    output.data(str(path))


def _ending(target: str | None) -> str:
    """The format that the target's ending names; docx for no ending, a folder, or standard output."""
    ending = Path(target).suffix[1:].lower() if target else ""
    if ending in _FORMATS:
        return ending
    if ending and target is not None and not Path(target).is_dir():
        known = "、".join(_FORMATS)
        raise click.UsageError(
            say(
                f"不认识 .{ending} 这种格式。文件名用 {known} 结尾，或加上 --format。",
                f".{ending} is no format. End the name in one of {known}, or add --format.",
            )
        )
    return "docx"
