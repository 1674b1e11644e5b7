"""diff: two reports compared."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli import output
from drafter.cli.complete import complete_report
from drafter.cli.delivery import deliver, ending
from drafter.cli.language import say

if TYPE_CHECKING:
    from drafter.actions.diff import Difference, Format

_FORMATS = ("txt", "json", "docx")


@click.command(
    "diff",
    help=say(
        "对照两份报告：新增、沿用、改写、删去，指标增减，打算的下落，文字雷同。旧的在前。",
        "Compare two reports, the older first: facts, figures, what became of plans, how much of the text is old.",
    ),
)
@click.argument("old", metavar="A", shell_complete=complete_report)
@click.argument("new", metavar="B", shell_complete=complete_report)
@click.option("-o", "--output", "target", help=say("输出文件；- 表示标准输出。", "The file to write; - for standard output."))
@click.option(
    "--format",
    "format_",
    type=click.Choice(_FORMATS),
    help=say(
        "格式：txt、json，或只有一页的 docx；默认看输出文件的后缀，没有就是 txt。",
        "txt, json, or docx of one page; that of the file's ending by default, else txt.",
    ),
)
def command(old: str, new: str, target: str | None, format_: str | None) -> int:
    from drafter.actions.diff import diff, document
    from drafter.actions.differing.reading import two

    form: Format = format_ or ending(target, _FORMATS, "txt")  # type: ignore[assignment]  # click has checked it
    path = _place(target, form, (old, new))
    read = two(old, new, Path.cwd())
    output.report(read.problems)
    found = diff(read.old, read.new, read.between)
    _tell(found)
    data = document(found, form)
    deliver(data, path)
    return output.FACTS_WRONG if read.problems else output.FINE


def _tell(found: "Difference") -> None:
    before, after = found.old.report.period, found.new.report.period
    if before is not None and after is not None and before.end > after.end:
        output.tell(
            say(
                f"前一份（{before.words}）比后一份（{after.words}）晚，按写的次序对照。",
                f"The first ({before}) is later than the second ({after}); they are compared as named.",
            )
        )


def _place(target: str | None, form: str, compared: tuple[str, str]) -> Path | None:
    """Where the document goes; None for standard output. A comparison never takes the place of facts, or of what it compares."""
    if target is None or target == "-":
        if form == "docx" and target is None:
            raise click.UsageError(say("Word 文档要用 -o 写明文件名。", "Name the file of a Word document with -o."))
        return None
    path = Path(target)
    itself = path.resolve() in {Path(each).resolve() for each in compared}
    if itself or path.suffix.lower() in (".yaml", ".yml") or path.is_dir():
        raise click.UsageError(
            say(f"{target} 不能用作输出文件，换一个名字，如 -o 对照.docx。", f"{target} cannot be written to; name another file.")
        )
    return path
