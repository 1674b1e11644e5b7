"""versions: each version of the report, how long it is, and what it leaves out."""

from pathlib import Path

import click

from drafter.cli import output
from drafter.cli.complete import complete_report
from drafter.cli.language import say
from drafter.cli.shortened import left_out, size


@click.command(
    "versions",
    help=say(
        "列出报告的各个版本：多少字、几页、删去了哪些。", "List the report's versions: how long each is, and what it leaves out."
    ),
)
@click.argument("report", required=False, shell_complete=complete_report)
@click.option("--json", "json_", is_flag=True, help=say("以 JSON 输出。", "Print JSON."))
def command(report: str | None, json_: bool) -> None:
    from drafter.actions.opening import open_report
    from drafter.actions.versions import versions

    found = versions(open_report(report, Path.cwd()))
    output.report(problem for each in found for problem in each.problems)
    if json_:
        output.as_json({"versions": [each.to_json() for each in found]})
        return
    for each in found:
        output.data(f"{each.version.name}\t{size(each)}")
        for line in left_out(each):
            output.data(line)
    if not found:
        output.tell(
            say(
                "报告里没有写“版本”；写法见用户手册第十七节。",
                "The report names no versions (版本).",
            )
        )
