"""render: the report as a document."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli import output
from drafter.cli.complete import complete_layout, complete_report, complete_version
from drafter.cli.delivery import deliver, ending, tell_drawn
from drafter.cli.language import current, say

if TYPE_CHECKING:
    from drafter.actions.opening import Opened
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
    "--version",
    shell_complete=complete_version,
    help=say("报告里“版本”的哪一个，如 2000字版。", "Which of the report's versions (版本), such as 2000字版."),
)
@click.option(
    "--draft",
    is_flag=True,
    help=say(
        "送核的草稿：预计数、没有依据的数也标出来，用批注说明原因，后面附数据核对表。",
        "A draft to be confirmed: expected and unsourced figures are marked too, comments say why, a table of figures follows.",
    ),
)
@click.option(
    "--audit",
    help=say(
        "把数据核对表写成文件（docx、xlsx、txt），不附在后面。",
        "Write the table of figures into a file (docx, xlsx, txt) instead.",
    ),
)
@click.option(
    "--final",
    is_flag=True,
    help=say("定稿：还有沿用上期未核对的内容就不生成。", "The final document: refused while leftovers stand."),
)
@click.option(
    "--force", is_flag=True, help=say("有遗留也照样定稿，与 --final 同用。", "With --final: make it final leftovers and all.")
)
def command(
    report: str | None,
    target: str | None,
    format_: str | None,
    layout: str | None,
    version: str | None,
    draft: bool,
    audit: str | None,
    final: bool,
    force: bool,
) -> None:
    from drafter.actions.opening import open_report
    from drafter.actions.render import place_for

    if force and not final:
        raise click.UsageError(say("--force 要和 --final 一起用。", "--force goes with --final."))
    if draft and final:
        raise click.UsageError(say("--draft 和 --final 只能用一个。", "--draft and --final exclude each other."))
    form = format_ or ending(target, _FORMATS, "docx")
    opened = open_report(report, Path.cwd(), layout)
    if version is not None:
        opened = _cut(opened, version)
    path = None if target == "-" or (target is None and form == "txt") else place_for(opened, target, form, Path.cwd())
    table = _table_place(opened, audit) if audit else None
    document, problems = _document(opened, form, draft, audit is None, final, force)
    output.report(problems)
    _tell_leftovers(problems, final, marked=form != "txt")
    if draft:
        _tell_figures(opened)
    if form == "pdf":
        from drafter.render.pdf import program

        tell_drawn(program())
    deliver(document, path)
    if table is not None:
        from drafter.actions.reviewing.draft import table as table_of

        deliver(table_of(opened, table.suffix[1:]), table)  # type: ignore[arg-type]  # ending has checked it


def _cut(opened: "Opened", name: str) -> "Opened":
    """The report as that version prints it; what it leaves out is said."""
    from drafter.actions.versions import version
    from drafter.cli.shortened import left_out, size

    made = version(opened, name)
    output.report(made.problems)
    without = say("，没有删去什么。", ", nothing left out.") if not made.left else say("，没有这些：", ", without:")
    output.tell(f"{name}{say('：', ': ')}{size(made)}{without}")
    for line in left_out(made):
        output.tell(line)
    return made.opened


def _document(opened: "Opened", form: str, draft: bool, annex: bool, final: bool, force: bool) -> "tuple[bytes, list[Problem]]":
    if draft:
        from drafter.actions.reviewing.draft import draft as reviewed

        return reviewed(opened, form, annex)  # type: ignore[arg-type]  # click has checked it
    from drafter.actions.render import render

    return render(opened, form, final, force)  # type: ignore[arg-type]


def _table_place(opened: "Opened", target: str) -> Path:
    """Where the table of figures goes; in a folder it is called by its title."""
    from drafter.actions.render import place_for
    from drafter.actions.reviewing.audit import FORMATS, title_of

    form = ending(target, FORMATS, "docx")
    if Path(target).is_dir() or target.endswith("/"):
        target = str(Path(target) / f"{title_of(opened.report)}.{form}")
    return place_for(opened, target if Path(target).suffix else f"{target}.{form}", form, Path.cwd())


def _tell_figures(opened: "Opened") -> None:
    from drafter.actions.reviewing.doubts import expected, unsourced

    figures = opened.report.figures
    waiting, bare = sum(map(expected, figures)), sum(map(unsourced, figures))
    if waiting or bare:
        output.tell(
            say(
                f"{len(figures)} 个指标里有 {waiting} 个预计数、{bare} 个没有依据，正文用到的都标出来了。",
                f"Of {len(figures)} figures, {waiting} are expected numbers and {bare} have no source; they are marked in the text.",
            )
        )


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
