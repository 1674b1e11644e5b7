"""check: everything that is wrong, each with its place and the way to mend it, and whether the report may go out."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from drafter.cli import output
from drafter.cli.complete import complete_report
from drafter.cli.language import current, say

if TYPE_CHECKING:
    from drafter.actions.checking.telling import Examination
    from drafter.model.problem import Problem


@click.command(
    "check",
    help=say(
        "检查报告，或检查 Word、网页、文本文件；不写名字就检查每一份报告。",
        "Check reports, or Word, web and text files; every report where none is named.",
    ),
)
@click.argument("reports", nargs=-1, metavar="[REPORT|FILE]...", shell_complete=complete_report)
@click.option("--json", "json_", is_flag=True, help=say("以 JSON 输出。", "Print JSON."))
@click.option("--sarif", is_flag=True, help=say("以 SARIF 2.1.0 输出，供别的工具读。", "Print SARIF 2.1.0 for other tools."))
@click.option(
    "--fix",
    is_flag=True,
    help=say("先列出能直接改的，确认后改正报告。", "Show what can be mended without thinking, and mend it when confirmed."),
)
@click.option("--yes", is_flag=True, help=say("与 --fix 同用：不再询问。", "With --fix: do not ask."))
@click.option(
    "-o",
    "--output",
    "target",
    help=say("把一份 Word 文件连同批注另存到这里，原件不动。", "Write a copy of a Word file here, the findings as comments."),
)
def command(reports: tuple[str, ...], json_: bool, sarif: bool, fix: bool, yes: bool, target: str | None) -> int:
    from drafter.actions.check import check
    from drafter.actions.checking.telling import Examination
    from drafter.model.problem import Refused, errors

    if target is not None:
        _refuse_misuse(reports, target, fix)
    if fix:
        return _fix(reports, yes)
    try:
        checked, refused = check(reports, Path.cwd()), output.FINE
    except Refused as refusal:
        checked, refused = {"": Examination(refusal.problems)}, refusal.exit_code
    if sarif:
        _as_sarif(checked)
    elif json_:
        _as_json(checked)
    else:
        _tell(checked)
    problems = [problem for found in checked.values() for problem in found.problems]
    if target is not None and not refused:
        _annotate(reports[0], target, problems, quiet=json_ or sarif)
    return refused or (output.FACTS_WRONG if errors(problems) else output.FINE)


def _tell(checked: "Mapping[str, Examination]") -> None:
    from drafter.actions.check import verdict

    problems = [problem for found in checked.values() for problem in found.problems]
    output.report(problems, most_to_do=None)
    if not problems:
        output.tell(say("没有发现问题。", "No problems found."))
    accepted = sum(len(found.accepted) for found in checked.values())
    if accepted:
        output.tell(say(f"另有 {accepted} 处已认可。", f"{accepted} more were accepted."))
    for name, found in checked.items():
        if found.report is not None:
            output.tell(f"{name}: {verdict(found.problems).to(current())}")


def _as_json(checked: "Mapping[str, Examination]") -> None:
    from drafter.actions.check import ready

    problems = [problem for found in checked.values() for problem in found.problems]
    accepted = [
        {**problem.to_json(current()), "reason": reason} for found in checked.values() for problem, reason in found.accepted
    ]
    said = [problem.to_json(current()) for problem in problems]
    output.as_json({"problems": said, "ready": ready(problems)} | ({"accepted": accepted} if accepted else {}))


def _as_sarif(checked: "Mapping[str, Examination]") -> None:
    from drafter import __version__
    from drafter.actions.checking.sarif import to_sarif

    output.as_json(to_sarif(checked.values(), Path.cwd(), __version__, current()))


def _refuse_misuse(reports: tuple[str, ...], target: str, fix: bool) -> None:
    """Before anything is checked: -o goes with one Word file, and never over it."""
    from drafter.actions.checking.annotating import refuse_misuse

    if len(reports) != 1 or fix:
        raise click.UsageError(
            say("-o 要和一份 Word 文件一起用，不与 --fix 同用。", "-o goes with one Word file, and not with --fix.")
        )
    refuse_misuse(Path(reports[0]), Path(target))


def _annotate(file: str, target: str, problems: "list[Problem]", quiet: bool) -> None:
    """Writes the copy with comments and says its name; ``quiet``: standard output holds something else already."""
    from datetime import datetime

    from drafter.actions.checking.annotating import write_annotated

    # As Word has it: the time of day where one sits, with no zone.
    now = datetime.now().astimezone().strftime("%Y-%m-%dT%H:%M:%S")
    written = write_annotated(Path(file), Path(target), problems, current(), now)
    (output.tell if quiet else output.data)(str(written))


def _fix(reports: tuple[str, ...], yes: bool) -> int:
    from drafter.actions.check import is_document, named

    code = output.FINE
    for name in named(reports, Path.cwd()):
        if name is not None and is_document(Path.cwd() / name):
            output.tell(
                say(
                    f"{name}: 不改外来的文件；先 drafter import 收进来，再 check --fix。",
                    f"{name}: files from elsewhere are not changed; import it, then check --fix.",
                )
            )
            code = output.USAGE
        else:
            code = max(code, _fix_report(name, yes))
    return code


def _fix_report(name: str | None, yes: bool) -> int:
    from drafter.actions.accepting import found, open_settled
    from drafter.actions.checking.mending import apply, changes

    desk = open_settled(name, Path.cwd())
    assert desk.settled is not None
    wanted = changes(desk.settled.report, found(desk))
    for change in wanted:
        output.data(f"{change.place} {'/'.join((change.fact or '', *change.words)).lstrip('/')}")
        output.data("\n".join(change.lines))
    if not wanted:
        output.tell(say(f"{desk.name}: 没有能直接改的。", f"{desk.name}: nothing can be mended without thinking."))
        return output.FINE
    if not (yes or output.confirmed(say(f"改这 {len(wanted)} 处？", f"Change these {len(wanted)} fields?"))):
        output.tell(say("没有改动。加 --yes 可以不问就改。", "Nothing was changed; --yes changes without asking."))
        return output.FINE
    made = apply(desk, wanted)
    output.tell(say(f"{desk.name}: 改了 {made} 处。", f"{desk.name}: {made} fields changed."))
    return output.FINE
