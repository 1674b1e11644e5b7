"""check: everything that is wrong, each with its place and the way to mend it, and whether the report may go out."""

from pathlib import Path

import click

from drafter.cli import output
from drafter.cli.complete import complete_report
from drafter.cli.language import current, say


@click.command("check", help=say("检查报告，或检查一份 Word、网页、文本文件。", "Check a report, or a Word, web or text file."))
@click.argument("report", required=False, shell_complete=complete_report)
@click.option("--json", "json_", is_flag=True, help=say("以 JSON 输出。", "Print JSON."))
def command(report: str | None, json_: bool) -> int:
    from drafter.actions.check import check, ready, verdict
    from drafter.model.problem import Refused, errors

    try:
        checked, refused = check(report, Path.cwd()), output.FINE
    except Refused as refusal:
        checked, refused = {"": refusal.problems}, refusal.exit_code
    problems = [problem for found in checked.values() for problem in found]
    if json_:
        said = [problem.to_json(current()) for problem in problems]
        output.as_json({"problems": said, "ready": ready(problems)})
    else:
        output.report(problems, most_to_do=None)
        if not problems:
            output.tell(say("没有发现问题。", "No problems found."))
        for name, found in checked.items():
            if name:
                output.tell(f"{name}: {verdict(found).to(current())}")
    return refused or (output.FACTS_WRONG if errors(problems) else output.FINE)
