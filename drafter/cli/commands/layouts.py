"""layouts: what there is, and how to begin one's own."""

from pathlib import Path

import click

from drafter.cli import output
from drafter.cli.complete import complete_layout
from drafter.cli.delivery import deliver
from drafter.cli.language import current, say


@click.command(
    "layouts",
    help=say(
        "列出版式；--copy 复制一份到工作区，改成自己的。",
        "List the layouts; --copy puts one into the workspace to make it your own.",
    ),
)
@click.option("--copy", "name", shell_complete=complete_layout, help=say("要复制的版式。", "The layout to copy."))
@click.option("--as", "new_name", help=say("复制后的名字，默认同名。", "What to call the copy; the same name by default."))
@click.option(
    "--lint",
    type=click.Path(),
    help=say("试一份单位自己的 Word 文件：列出缺什么、错在哪。", "Try a Word file of your own: what it lacks, what is wrong."),
)
@click.option("-o", "--output", "target", help=say("与 --lint 同用：样张存到哪里。", "With --lint: where to put the specimen."))
@click.option("--json", "json_", is_flag=True, help=say("以 JSON 输出。", "Print JSON."))
def command(name: str | None, new_name: str | None, lint: str | None, target: str | None, json_: bool) -> None:
    from drafter.actions.layouts import copy_layout, layouts

    if target is not None and lint is None:
        raise click.UsageError(say("-o 要和 --lint 一起用。", "-o goes with --lint."))
    if lint is not None:
        _lint(Path(lint), target, json_)
        return
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


def _lint(file: Path, target: str | None, json_: bool) -> None:
    """Exit code 3 where the file cannot be used."""
    from drafter.actions.linting import lint
    from drafter.model.problem import Refused

    specimen, problems = lint(file, Path.cwd())
    if json_:
        output.as_json({"problems": [problem.to_json(current()) for problem in problems]})
    if specimen is None:
        raise Refused([] if json_ else problems, 3)
    if not json_:
        output.report(problems)
        output.tell(say(f"{file.name} 可以用作版式。", f"{file.name} can be a layout."))
    if target is not None:
        deliver(specimen, None if target == "-" else Path(target))
