"""demo: a workspace made from the example, rendered."""

from pathlib import Path

import click

from drafter.cli import output
from drafter.cli.language import say


@click.command(
    "demo", help=say("用自带的示例建一个工作区并排出文档。", "Make a workspace from the example and render its reports.")
)
@click.argument("folder", default="drafter-demo", type=click.Path(path_type=Path, file_okay=False))
def command(folder: Path) -> None:
    from drafter.actions.demo import demo

    for path in demo(folder):
        output.data(str(path))
