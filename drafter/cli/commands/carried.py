"""carried: what came over from earlier reports and waits to be looked at; kept, updated or dropped without the app."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli import output
from drafter.cli.complete import complete_report
from drafter.cli.language import say

if TYPE_CHECKING:
    from drafter.actions.carrying.review import Item


@click.command(
    "carried",
    help=say(
        "列出沿用上期、还没核对的条目，新旧对照；也可以逐条保留、更新或删去。",
        "List what was carried over and not yet looked at, old beside new; keep, update or drop it.",
    ),
)
@click.argument("report", required=False, shell_complete=complete_report)
@click.option(
    "--keep", multiple=True, metavar="KEY", help=say("这一条照旧；all 是全部。", "It stands as it is; all means every one.")
)
@click.option(
    "--update",
    multiple=True,
    metavar="KEY",
    help=say("这一条已经改好；all 是全部。", "It is up to date by now; all means every one."),
)
@click.option(
    "--drop",
    multiple=True,
    metavar="KEY",
    help=say("这一条不再沿用；all 是全部。", "It is dropped for good; all means every one."),
)
@click.option("--json", "json_", is_flag=True, help=say("以 JSON 输出。", "Print JSON."))
def command(report: str | None, keep: tuple[str, ...], update: tuple[str, ...], drop: tuple[str, ...], json_: bool) -> int:
    from drafter.actions.carrying.review import review, settle_keys
    from drafter.actions.editing.desk import Desk

    desk = Desk.open(report, Path.cwd())
    troubles = []
    if keep or update or drop:
        troubles = settle_keys(desk, (("drop", drop), ("keep", keep), ("update", update)))
        output.report(troubles)
    items = review(desk)
    if json_:
        output.as_json({"carried": [item.to_json() for item in items]})
    else:
        for item in items:
            _show(item)
    output.tell(
        say(f"还有 {len(items)} 条待核对。", f"{len(items)} left to look at.")
        if items
        else say("没有待核对的了。", "Nothing is left to look at.")
    )
    return output.FACTS_WRONG if troubles else output.FINE


def _show(item: "Item") -> None:
    output.data(f"{item.key}\t{item.heading}\t{item.origin}")
    for word, text in ((say("旧", "old"), item.old), (say("新", "new"), item.new)):
        for line in text.split("\n"):
            if line:
                output.data(f"    {word}  {line}")
    if item.rolled:
        changes = say("，", ", ").join(f"{old} → {new}" for old, new in item.rolled)
        output.data(f"    {say('换', 'now')}  {changes}")
