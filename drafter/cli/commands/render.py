"""render: the report as a document."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli import output
from drafter.cli.complete import complete_layout, complete_report, complete_version
from drafter.cli.delivery import deliver, ending, tell_drawn
from drafter.cli.editions import editions
from drafter.cli.language import current, say

if TYPE_CHECKING:
    from collections.abc import Sequence

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
    "versions",
    multiple=True,
    shell_complete=complete_version,
    help=say(
        "报告里“版本”的哪一个，如 2000字版；可以写几次。",
        "Which of the report's versions (版本), such as 2000字版; can be repeated.",
    ),
)
@click.option(
    "--all-versions",
    is_flag=True,
    help=say("每个版本各一份，文件名后面带版本的名称。", "A file for every version, its name behind the name of the file."),
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
    versions: tuple[str, ...],
    all_versions: bool,
    draft: bool,
    audit: str | None,
    final: bool,
    force: bool,
) -> None:
    from drafter.actions.issuing import all_made
    from drafter.actions.opening import open_report

    _refuse_misuse(target, versions, all_versions, draft, final, force)
    form = format_ or ending(target, _FORMATS, "docx")
    opened = open_report(report, Path.cwd(), layout)
    printed = editions(opened, versions, all_versions)
    places = _places(printed, target, form, draft)
    table = _table_place(opened, audit) if audit else None
    stage = "review" if draft else "final" if final else "draft"
    made = all_made(printed, places, form, stage, force, audit is None)  # type: ignore[arg-type]  # click has checked the format
    output.report(made.problems)
    _tell_leftovers(made.problems, final, marked=form != "txt")
    if draft:
        _tell_figures(opened)
    if form == "pdf":
        from drafter.render.pdf import program

        tell_drawn(program())
    for path, document in made.files:
        deliver(document, path)
    if table is not None:
        from drafter.actions.reviewing.draft import table as table_of

        deliver(table_of(opened, table.suffix[1:]), table)  # type: ignore[arg-type]  # ending has checked it


def _refuse_misuse(
    target: str | None, versions: tuple[str, ...], all_versions: bool, draft: bool, final: bool, force: bool
) -> None:
    if force and not final:
        raise click.UsageError(say("--force 要和 --final 一起用。", "--force goes with --final."))
    if draft and final:
        raise click.UsageError(say("--draft 和 --final 只能用一个。", "--draft and --final exclude each other."))
    if versions and all_versions:
        raise click.UsageError(
            say("--version 和 --all-versions 只能用一个。", "--version and --all-versions exclude each other.")
        )
    if target == "-" and (all_versions or len(versions) > 1):
        raise click.UsageError(say("-o - 只能输出一个版本。", "-o - takes one version only."))


def _places(printed: "list[Opened]", target: str | None, form: str, draft: bool) -> "Sequence[Path | None]":
    """Where each goes, None for standard output. What was drafted to be confirmed is called so where no name is given."""
    from drafter.actions.issuing import places_for, remark
    from drafter.cli.language import current

    if target == "-" or (target is None and form == "txt" and len(printed) == 1):
        return [None]
    called = remark("review", []).to(current()) if draft else ""
    return places_for(printed, target, form, Path.cwd(), called)  # type: ignore[arg-type]  # click has checked it


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
