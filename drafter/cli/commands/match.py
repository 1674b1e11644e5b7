"""match: what of a report goes on from an earlier one, proposed, and linked where the clerk says so."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli import output
from drafter.cli.complete import complete_report
from drafter.cli.language import say

if TYPE_CHECKING:
    from drafter.actions.matching import Match


@click.command(
    "match",
    help=say(
        "找出这份报告里哪些是接着上一期来的，打算落到了哪里，确认后记下“来自”。",
        "Find what goes on from an earlier report and what became of its plans; what is accepted gets its 来自.",
    ),
)
@click.argument("names", metavar="[REPORT] OLD", nargs=-1, required=True, shell_complete=complete_report)
@click.option(
    "--accept",
    "chosen",
    default="",
    metavar="N,N…",
    help=say("确认第几对，如 1,3,5-8；all 是全部。", "Accept these, such as 1,3,5-8, or all."),
)
@click.option("--sure", is_flag=True, help=say("确认所有“很像”的。", "Accept all that are very likely."))
@click.option("--json", "json_", is_flag=True, help=say("以 JSON 输出。", "Print JSON."))
def command(names: tuple[str, ...], chosen: str, sure: bool, json_: bool) -> int:
    from drafter.actions.editing.linking import link_all
    from drafter.actions.matching import SURE, between

    if chosen and sure:
        raise click.UsageError(say("--accept 和 --sure 只用一个。", "Use either --accept or --sure."))
    if len(names) > 2:
        raise click.UsageError(say("只写这一期和上一期两份报告。", "Name one report and an earlier one."))
    from drafter.cli.choosing import numbers

    place, found = between(names[0] if len(names) == 2 else None, names[-1], Path.cwd())
    accepted = [found[number - 1] for number in numbers(chosen, len(found))] if chosen else []
    accepted = [each for each in found if each.confidence >= SURE] if sure else accepted
    if json_:
        output.as_json({"matches": [{"number": number, **each._asdict()} for number, each in enumerate(found, 1)]})
    elif not accepted:
        _list(found)
    if not accepted:
        return output.FINE
    trouble = link_all(place, accepted)
    output.report(trouble)
    if trouble:
        return output.DISK
    output.tell(say(f"记下了 {len(accepted)} 条的来处。", f"{len(accepted)} now say where they came from."))
    return output.FINE


def _list(found: "Sequence[Match]") -> None:
    from drafter.actions.matching import SURE

    kinds = {
        "figure": say("同一指标", "same figure"),
        "fact": say("接着写的", "goes on"),
        "plan": say("打算落实", "plan kept"),
    }
    if not found:
        output.tell(say("没有找到新的对应。", "Nothing more is found to match."))
    for number, each in enumerate(found, 1):
        sure = say("很像", "very likely") if each.confidence >= SURE else say("可能", "perhaps")
        output.data(f"{number:3}. {kinds[each.kind]}  {sure} {each.confidence:.0%}  （{each.how}）")
        output.data(f"     {say('这一期', 'new')}  {each.key}  {_short(each.new)}")
        output.data(f"     {say('上一期', 'old')}  {each.address}  {_short(each.old)}")


def _short(text: str, most: int = 60) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
