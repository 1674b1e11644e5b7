"""completion: the script that a shell completes by."""

import click
from click.shell_completion import get_completion_class

from drafter.cli import output
from drafter.cli.language import say


@click.command(
    "completion",
    help=say(
        "输出命令补全脚本，如 drafter completion bash >> ~/.bashrc",
        "Print a shell's completion script, as in drafter completion bash >> ~/.bashrc",
    ),
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    kind = get_completion_class(shell)
    assert kind is not None
    output.data(kind(context.find_root().command, {}, "drafter", "_DRAFTER_COMPLETE").source())
