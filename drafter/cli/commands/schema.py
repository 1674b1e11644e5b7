"""schema: what an editor completes by."""

from pathlib import Path

import click

from drafter.cli import output
from drafter.cli.language import say


@click.command(
    "schema", help=say("输出事实文件的 JSON Schema，供编辑器提示和检查。", "Print the JSON Schema of a fact file, for editors.")
)
@click.option(
    "-o", "--output", "target", type=click.Path(path_type=Path, dir_okay=False), help=say("写入文件。", "Write to a file.")
)
def command(target: Path | None) -> None:
    import json

    from drafter.actions.schema import schema

    if target is None:
        output.as_json(schema())
        return
    from drafter.store.save import save

    save(target, (json.dumps(schema(), ensure_ascii=False, indent=2) + "\n").encode())
    output.data(str(target))
