"""ledger: what was promised last time, and what became of it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli import output
from drafter.cli.complete import complete_report
from drafter.cli.delivery import deliver, ending
from drafter.cli.language import say

if TYPE_CHECKING:
    from drafter.actions.ledger import Format, Ledger
    from drafter.actions.opening import Opened

_FORMATS = ("txt", "json", "docx", "xlsx")
_PRINTED = ("txt", "json")


@click.command(
    "ledger",
    help=say(
        "上期打算和问题的台账：逐条列出目标、实际、完成率和答复。",
        "The ledger of last period's plans and issues: target, actual, completion and answer of each.",
    ),
)
@click.argument("report", required=False, shell_complete=complete_report)
@click.option("-o", "--output", "target", help=say("输出文件；- 表示标准输出。", "The file to write; - for standard output."))
@click.option(
    "--format",
    "format_",
    type=click.Choice(_FORMATS),
    help=say("格式，默认看输出文件的后缀，没有就是 txt。", "The format; that of the file's ending by default, else txt."),
)
@click.option(
    "--draft",
    is_flag=True,
    help=say(
        "把已答复的打算写成成绩、问题、打算的草稿，放进报告，标上待更新。",
        "Write drafts of achievements, issues and plans from the answers into the report, to be looked at.",
    ),
)
def command(report: str | None, target: str | None, format_: str | None, draft: bool) -> int:
    from drafter.actions.ledger import document, ledger
    from drafter.actions.opening import open_report

    form: Format = format_ or ending(target, _FORMATS, "txt")  # type: ignore[assignment]  # click has checked it
    code = _draft(report) if draft else output.FINE
    opened = open_report(report, Path.cwd())
    found = ledger(opened)
    _tell(found)
    path = None if target == "-" or (target is None and form in _PRINTED) else _place(opened, found, target, form)
    data = document(found, form)
    deliver(data, path)
    return code


def _tell(found: "Ledger") -> None:
    if not found.earlier and not found.rows and not found.concerns:
        output.tell(
            say(
                "没有上一期的报告，也没有列出上期打算，台账是空的。用 drafter new --from 从上一期开始。",
                "There is no earlier report, and none of its plans are listed; begin with drafter new --from.",
            )
        )
    elif not found.rows and not found.concerns:
        listed = "、".join(found.earlier)
        output.tell(say(f"{listed}的报告没有写打算和问题。", f"The earlier report ({listed}) has no plans and no issues."))
    elif found.unanswered:
        output.tell(say(f"还有 {found.unanswered} 条没有答复。", f"{found.unanswered} are not answered yet."))
    else:
        output.tell(say("每一条都有答复。", "All are answered."))


def _draft(report: str | None) -> int:
    """Puts the drafts into the report's files; 4 where a file could not be written."""
    from drafter.actions.editing.answers import drafts, take_all
    from drafter.actions.editing.desk import Desk
    from drafter.actions.editing.settling import settle

    desk = Desk.open(report, Path.cwd())
    offered = drafts(desk)
    take_all(desk, offered)
    settlement = settle(desk.snapshot())
    output.report(settlement.trouble)
    if settlement.trouble:
        return output.DISK
    counts = {part: sum(each.part == part for each in offered) for part in ("成绩", "问题", "打算")}
    listed = "、".join(f"{part} {count} 条" for part, count in counts.items() if count)
    if listed:
        output.tell(say(f"写入草稿：{listed}，都标了待更新。", f"Drafts written, to be looked at: {len(offered)}."))
    else:
        output.tell(say("没有可写的草稿。", "There is nothing to draft."))
    return output.FINE


def _place(opened: "Opened", found: "Ledger", target: str | None, form: str) -> Path:
    """Where the document goes; in a folder, it is called by its title."""
    from drafter.actions.render import place_for

    name = f"{found.title.zh}.{form}"
    if target is None or Path(target).is_dir() or target.endswith("/"):
        target = str(Path(target or "") / name)
    return place_for(opened, target, form, Path.cwd())
