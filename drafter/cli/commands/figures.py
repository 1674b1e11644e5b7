"""figures: the numbers in a report's texts, proposed as figures, and taken over where the clerk says so."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from drafter.cli import output
from drafter.cli.complete import complete_report
from drafter.cli.language import say

if TYPE_CHECKING:
    from drafter.actions.prose import Proposal


@click.command(
    "figures",
    help=say("从正文里找出数字，收进指标。", "Find the numbers in the texts and take them over as figures."),
)
@click.argument("report", required=False, shell_complete=complete_report)
@click.option(
    "--accept",
    "chosen",
    default="",
    metavar="N,N…",
    help=say(
        "收入第几个，如 1,3,5-8；all 是全部。正文里的数改为引用，印出来一字不变。",
        "Take these over, such as 1,3,5-8, or all. Texts refer to them then, and print the same.",
    ),
)
@click.option("--sure", is_flag=True, help=say("只收把握大的。", "Take over those that are sure."))
@click.option("--json", "json_", is_flag=True, help=say("以 JSON 输出。", "Print JSON."))
def command(report: str | None, chosen: str, sure: bool, json_: bool) -> int:
    from drafter.actions import prose
    from drafter.actions.editing.desk import Desk
    from drafter.cli.choosing import numbers

    if chosen and sure:
        raise click.UsageError(say("--accept 和 --sure 只用一个。", "Use either --accept or --sure."))
    desk = Desk.open(report, Path.cwd())
    found = prose.proposals(desk.root)
    accepted = numbers(chosen, len(found)) if chosen else []
    taken = [each for each in found if each.sure] if sure else [found[number - 1] for number in accepted]
    places = prose.paths(desk.root)
    if json_:
        output.as_json({"figures": [_as_json(number, each, places) for number, each in enumerate(found, 1)]})
    elif not taken and not sure:
        _list(found, places, desk.root)
    if not taken:
        if sure:
            output.tell(say("没有把握大的，什么都没有改。", "None is sure enough; nothing was changed."))
        return output.FINE
    there = len(desk.root.get("指标") or ())
    changed = prose.accept(desk, taken)
    trouble = prose.saved(desk)
    output.report(trouble)
    if trouble:
        return output.DISK
    new = len(desk.root.get("指标") or ()) - there
    if not new and not changed:
        output.tell(
            say(
                "什么都没有改：文件里有读不懂的地方，或者这些数字改成引用就不是原样了。先用 drafter check 看看。",
                "Nothing was changed: a file has faults, or a reference would not print these numbers as they stand. See drafter check.",
            )
        )
        return output.FACTS_WRONG
    output.tell(say(f"收入 {new} 个指标，改了 {changed} 处文字。", f"{new} figures taken over, {changed} texts changed."))
    return output.FINE


def _list(found: "Sequence[Proposal]", places: dict[int, str], root: Any) -> None:
    if not found:
        output.tell(say("正文里没有可以收入的数字。", "The texts state no numbers that could be figures."))
    from drafter.actions.editing.tree import records as every

    records = {record.uid: record for _, record in every(root)}
    for number, each in enumerate(found, 1):
        output.data(_line(number, each))
        for use in each.uses:
            place = f"{places.get(use.uid, '')} {use.word}".strip()
            output.data(f"      {place}  {_around(use, str(records[use.uid].get(use.word, '')))}")


def _line(number: int, each: "Proposal") -> str:
    figure = each.figure
    value = figure.get("数值") or say(f"目标{figure.get('目标')}", f"target {figure.get('目标')}")
    words = [f"{number:3}. {figure['名称']}  {value}{figure['单位']}", f"〔{each.known or figure['编号']}〕"]
    words += [f"{word} {figure[word]}" for word in ("口径", "状态", "同期") if word in figure]
    if "数值" in figure and "目标" in figure:
        words.append(f"目标 {figure['目标']}")
    if "排名" in figure:
        words.append(f"排名 {figure['排名'].get('范围', '')}第{figure['排名']['名次']}")
    if "其中" in figure:
        words.append(f"其中 {'、'.join(figure['其中'])}")
    words += each.relations
    if each.known:
        words.append(say("已有这个指标", "known already"))
    if each.clash:
        words.append(say(f"与〔{each.clash}〕同名不同数", f"differs from 〔{each.clash}〕"))
    words.append(say(f"把握 {each.confidence:.0%}", f"{each.confidence:.0%} sure"))
    return "  ".join(words)


def _around(use: Any, text: str) -> str:
    """The number with the words around it, so that it is known again."""
    before = text[max(0, use.start - 16) : use.start].rpartition("\n")[2]
    after = text[use.end : use.end + 8].partition("\n")[0]
    return f"{before}【{use.text}】{after}"


def _as_json(number: int, each: "Proposal", places: dict[int, str]) -> dict[str, Any]:
    return {
        "number": number,
        "figure": each.figure,
        "confidence": each.confidence,
        "sure": each.sure,
        "known": each.known,
        "relations": list(each.relations),
        "clash": each.clash,
        "aims": each.aims,
        "uses": [
            {
                "fact": places.get(use.uid, ""),
                "field": use.word,
                "start": use.start,
                "end": use.end,
                "text": use.text,
                "part": use.part,
            }
            for use in each.uses
        ],
    }
