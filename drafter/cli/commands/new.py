"""new: an empty report with the sections of its layout, or one that begins with what earlier reports said."""

from pathlib import Path

import click

from drafter.cli import output
from drafter.cli.complete import complete_layout, complete_report
from drafter.cli.language import say


@click.command(
    "new",
    help=say(
        "新建一期报告，如 2024、2024-H1、2024-Q3、2024-M09。",
        "Begin a report for a period such as 2024, 2024-H1, 2024-Q3, 2024-M09.",
    ),
)
@click.argument("period")
@click.option("--unit", default="", help=say("单位全称。", "The body that reports."))
@click.option(
    "--layout", default="", shell_complete=complete_layout, help=say("版式，默认三段式。", "The layout; 三段式 by default.")
)
@click.option(
    "--to", "folder", type=click.Path(path_type=Path, file_okay=False), help=say("报告所在文件夹。", "The folder of the report.")
)
@click.option(
    "--from",
    "sources",
    multiple=True,
    shell_complete=complete_report,
    help=say(
        "从哪一期带入：期间、文件夹，或一份 Word、文本文件。可写几次，第一个定结构。",
        "Begin from this report: a period, a folder, or a document. May be given several times; the first gives the structure.",
    ),
)
@click.option(
    "--again",
    is_flag=True,
    help=say("已经带入过的，再补上缺的条目。", "Bring once more what is missing of reports it came from."),
)
def command(period: str, unit: str, layout: str, folder: Path | None, sources: tuple[str, ...], again: bool) -> None:
    from drafter.actions.new import new

    if again and not sources:
        raise click.UsageError(say("--again 要和 --from 一起用。", "--again goes with --from."))
    made = new(period, Path.cwd(), unit=unit, layout=layout, folder=folder, sources=sources, again=again)
    output.report(made.notes)
    output.data(str(made.path))
