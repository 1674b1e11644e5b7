"""import: last year's report, as it is, becomes facts."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli import output
from drafter.cli.language import current, say

if TYPE_CHECKING:
    from drafter.actions.importing import Taken


@click.command("import", help=say("导入已有的报告：Word、网页、文本。", "Import reports as they are: Word, web page, text."))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--period", default="", help=say("期间，不填则从文中推断。", "The period; proposed from the text by default."))
@click.option(
    "--unit", default="", help=say("单位，不填则从文中推断。", "The body that reports; proposed from the text by default.")
)
@click.option(
    "--to", "folder", type=click.Path(path_type=Path, file_okay=False), help=say("写到哪个文件夹。", "The folder to write to.")
)
@click.option("--dry-run", is_flag=True, help=say("只看结果，不写文件。", "Show what would come of it and write nothing."))
@click.option("--json", "json_", is_flag=True, help=say("以 JSON 输出。", "Print JSON."))
def command(files: tuple[Path, ...], period: str, unit: str, folder: Path | None, dry_run: bool, json_: bool) -> int:
    from drafter.actions.importing import look, refused_json, store_import, to_json
    from drafter.cli.progress import over
    from drafter.model.problem import Refused

    records = []
    code = output.FINE
    for file in over(files, say("正在导入", "Importing")):
        try:
            found = look(file, Path.cwd(), period=period, unit=unit)
            found = found if dry_run else store_import(found, Path.cwd(), folder)
            records.append(to_json(found, current()))
        except Refused as refusal:
            code = max(code, refusal.exit_code)
            records.append(refused_json(refusal, current()))
            output.report(refusal.problems)
            continue
        if not json_:
            _show(found, dry_run)
    if json_:
        named = [{"file": str(file), **record} for file, record in zip(files, records, strict=True)]
        output.as_json(records[0] if len(files) == 1 else named)
    return code


def _show(found: "Taken", dry_run: bool) -> None:
    output.report(found.problems)
    for left in found.outline.left_out:
        output.tell(say(f"未收入（{left.reason}）：{left.text}", f"left out ({left.reason}): {left.text}"))
    if dry_run:
        for row in found.outline.rows:
            output.data(f"{row.role}\t{row.level}\t{row.part}\t{row.text}")
    elif found.written:
        output.data(str(found.written))
