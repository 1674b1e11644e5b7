"""new: an empty report with the sections of its layout."""

from pathlib import Path

import click

from drafter.cli import output
from drafter.cli.complete import complete_layout
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
def command(period: str, unit: str, layout: str, folder: Path | None) -> None:
    from drafter.actions.new import new

    output.data(str(new(period, Path.cwd(), unit=unit, layout=layout, folder=folder)))
