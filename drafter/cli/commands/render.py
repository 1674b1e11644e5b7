"""render: the report as a document."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli import output
from drafter.cli.complete import complete_layout, complete_report
from drafter.cli.delivery import deliver, ending
from drafter.cli.language import current, say

if TYPE_CHECKING:
    from drafter.model.problem import Problem

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
@click.option(
    "--final",
    is_flag=True,
    help=say("定稿：还有沿用上期未核对的内容就不生成。", "The final document: refused while leftovers stand."),
)
@click.option(
    "--force", is_flag=True, help=say("有遗留也照样定稿，与 --final 同用。", "With --final: make it final leftovers and all.")
)
def command(report: str | None, target: str | None, format_: str | None, layout: str | None, final: bool, force: bool) -> None:
    from drafter.actions.opening import open_report
    from drafter.actions.render import place_for, render

    if force and not final:
        raise click.UsageError(say("--force 要和 --final 一起用。", "--force goes with --final."))
    form = format_ or ending(target, _FORMATS, "docx")
    opened = open_report(report, Path.cwd(), layout)
    path = None if target == "-" or (target is None and form == "txt") else place_for(opened, target, form, Path.cwd())
    document, problems = render(opened, form, final, force)  # type: ignore[arg-type]  # click has checked it
    output.report(problems)
    _tell_leftovers(problems, final, marked=form != "txt")
    deliver(document, path)


def _tell_leftovers(problems: "list[Problem]", final: bool, marked: bool) -> None:
    """What is left to do, in one line: of a draft, or of a document that was made final all the same."""
    from drafter.actions.check import ready, unfinished
    from drafter.actions.render import suspected

    suspects = len(suspected(problems))
    doubt = say(f"{suspects} 处像是沿用上期的，", f"{suspects} seem left of the report before; ") if suspects and marked else ""
    left = "" if ready(problems) else unfinished(problems).to(current())
    if final and left:
        output.tell(say(f"已照样定稿，还有 {left}。", f"Made final all the same, with {left}."))
    elif left and marked:
        output.tell(say(f"这是草稿：还有 {left}，{doubt}已标黄。", f"A draft: {left}; {doubt}marked yellow."))
    elif left:
        output.tell(say(f"这是草稿：还有 {left}。", f"A draft: {left}."))
    elif doubt and not final:
        output.tell(say(f"{doubt}已标黄；加 --final 就不标。", f"{doubt}marked yellow. --final leaves the marks out."))
