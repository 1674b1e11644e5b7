"""accept: a finding that was looked at may stand, with the reason, until the text changes."""

from pathlib import Path

import click

from drafter.cli import output
from drafter.cli.complete import complete_report
from drafter.cli.language import say


@click.command(
    "accept",
    help=say(
        "认可一条检查发现：写明理由，记在那一条事实里；正文改动后自动失效。",
        "Let a finding stand: the reason is noted in the fact, and holds until its text changes.",
    ),
)
@click.argument("report", shell_complete=complete_report)
@click.argument("rule")
@click.option("--reason", required=True, help=say("为什么可以保留。", "Why it may stand."))
@click.option("--fact", help=say("只认可这一条事实里的，如 成绩/2。", "Only in this fact, such as 成绩/2."))
@click.option("--words", help=say("只认可含这几个字的。", "Only where these words are meant."))
def command(report: str, rule: str, reason: str, fact: str | None, words: str | None) -> int:
    from drafter.actions.accepting import accept, found, matching, open_settled

    desk = open_settled(report, Path.cwd())
    wanted = matching(found(desk), rule, fact, words)
    if not wanted:
        output.tell(say(f"没有这样的发现：{rule}。用 drafter check {report} 看有哪些。", f"There is no such finding: {rule}."))
        return output.USAGE
    count = accept(desk, wanted, reason)
    output.tell(say(f"已认可 {count} 处。", f"{count} accepted."))
    return output.FINE
