"""edit: one report in the terminal app."""

from pathlib import Path

import click

from drafter.cli.complete import complete_report
from drafter.cli.language import say


@click.command("edit", help=say("打开填写界面，直接进入一份报告。", "Open the app on one report."))
@click.argument("report", required=False, shell_complete=complete_report)
def command(report: str | None) -> int:
    from drafter.cli.terminal import open_app
    from drafter.store.workspace import resolve

    return open_app(report or str(resolve(None, Path.cwd())))
