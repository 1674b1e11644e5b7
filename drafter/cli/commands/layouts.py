"""layouts: what there is, and how to begin one's own."""

from pathlib import Path

import click

from drafter.cli import output
from drafter.cli.complete import complete_layout
from drafter.cli.language import say


@click.command(
    "layouts",
    help=say(
        "列出版式；--copy 复制一份到工作区，改成自己的。",
        "List the layouts; --copy puts one into the workspace to make it your own.",
    ),
)
@click.option("--copy", "name", shell_complete=complete_layout, help=say("要复制的版式。", "The layout to copy."))
@click.option("--as", "new_name", help=say("复制后的名字，默认同名。", "What to call the copy; the same name by default."))
@click.option("--json", "json_", is_flag=True, help=say("以 JSON 输出。", "Print JSON."))
def command(name: str | None, new_name: str | None, json_: bool) -> None:
    from drafter.actions.layouts import copy_layout, layouts

    if name is not None:
        for path in copy_layout(name, name if new_name is None else new_name, Path.cwd()):
            output.data(str(path))
        return
    found, problems = layouts(Path.cwd())
    output.report(problems)
    if json_:
        output.as_json({"layouts": [{"name": layout.name, "description": layout.description} for layout in found]})
        return
    for layout in found:
        output.data(f"{layout.name}\t{layout.description}")
