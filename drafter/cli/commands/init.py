"""init: a folder becomes a workspace."""

from pathlib import Path

import click

from drafter.cli import output
from drafter.cli.language import say


@click.command("init", help=say("把文件夹变成工作区（默认当前文件夹）。", "Make a folder a workspace (this one by default)."))
@click.argument("folder", default=".", type=click.Path(path_type=Path, file_okay=False))
def command(folder: Path) -> None:
    from drafter.actions.init import init

    for path in init(folder):
        output.data(str(path))
    output.tell(
        say(
            "接下来：drafter new 2024 新建一期，或 drafter import 去年的文件.docx",
            "Next: drafter new 2024, or drafter import LAST-YEAR.docx",
        )
    )
