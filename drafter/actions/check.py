"""All that is wrong with a report, or with a foreign document."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from drafter.actions.checking.laying import load as load_policy
from drafter.actions.checking.telling import Examination, from_text, graded, in_facts, weighed
from drafter.actions.earlier import addressed, earlier_reports, parts_of_period
from drafter.actions.opening import Opened, open_report
from drafter.actions.sentences import faults, load
from drafter.checks import place_order, read, run
from drafter.checks.reading import beside, of_report
from drafter.checks.subject import Subject
from drafter.model.policy import Policy
from drafter.model.problem import Problem, errors
from drafter.model.words import Both
from drafter.store.folder import SUFFIXES
from drafter.store.workspace import report_names


def check_opened(opened: Opened, words: bool = True) -> list[Problem]:
    """All that is wrong, but for what was accepted."""
    return examine(opened, words).problems


def examine(opened: Opened, words: bool = True) -> Examination:
    """What the store found while reading, in the report, in its sentence frames and in what the workspace lays down for checks,
    then what the rules find beyond it. ``words`` False: by the rules over facts alone; those over text never stop a draft.
    """
    policy, laid = load_policy(opened.folders, words)
    report = opened.report
    unread = {problem.place[:2] for problem in errors(opened.problems) if problem.place.line}
    subject = Subject(
        report,
        opened.layout,
        opened.place.name,
        frames=lambda: load(opened.folders)[0],
        earlier=lambda: earlier_reports(opened),
        reached=lambda addresses: addressed(opened, addresses),
        beside=lambda: parts_of_period(opened),
    )
    # A field whose value could not be read is not a field that nobody filled.
    found = [each for each in run(subject) if each.code != "field-required" or each.place[:2] not in unread]
    told = [*graded(found, policy), *(in_words(opened, policy) if words else ())]
    examined = weighed(sorted(told, key=place_order), report)
    return replace(examined, problems=[*opened.problems, *faults(opened.folders), *laid, *examined.problems])


def in_words(opened: Opened, policy: Policy) -> Iterator[Problem]:
    """What the rules over text find."""
    figures = {figure.id: figure for figure in opened.report.figures}
    manuscript = of_report(opened.report, opened.layout, policy.lexicon)
    yield from from_text(manuscript, read(manuscript), policy, in_facts(manuscript, figures), figures)
    for apart, families in beside(opened.report, policy.lexicon):
        found = from_text(apart, read(apart, families), policy, in_facts(apart, figures), figures)
        # An edit names a field of the report or of a fact; what is in a list of it has no such name.
        yield from (replace(each, edits=()) for each in found)


def ready(problems: list[Problem]) -> bool:
    """Whether a report with these problems may go out: no error, and nothing carried over is left to be looked at."""
    return not errors(problems)


def verdict(problems: list[Problem]) -> Both:
    """How far a report with these problems is from being final, in one sentence."""
    if ready(problems):
        return Both("可以定稿。", "Ready to be made final.")
    said = unfinished(problems)
    return Both(f"还不能定稿：{said.zh}。", f"Not ready to be made final: {said.en}.")


def unfinished(problems: list[Problem]) -> Both:
    """What stands in the way of a final document, counted: 12 条待更新，3 条承诺未答复."""
    counts = Counter(_LEFT.get(problem.code, _OTHER) if problem.waits else _ERROR for problem in errors(problems))
    left = [(counts[what], what) for what in (*_LEFT.values(), _OTHER, _ERROR) if counts[what]]
    return Both("，".join(f"{count} {what.zh}" for count, what in left), ", ".join(f"{count} {what.en}" for count, what in left))


#: Codes of what stops only a final document → how it is counted.
_LEFT = {
    "carried-over": Both("条待更新", "to update"),
    "figure-empty": Both("处数字待填", "numbers to fill in"),
    "plan-unanswered": Both("条承诺未答复", "commitments unanswered"),
    "issue-unanswered": Both("条上期问题未答复", "issues of the last period unanswered"),
}
_OTHER = Both("条待办", "other things to do")
_ERROR = Both("处错误", "errors")


def is_document(path: Path) -> bool:
    """Whether ``path`` is a file for import to read, or to refuse in its own words, rather than a report's."""
    return path.is_file() and path.suffix.lower() not in SUFFIXES


def check(names: Sequence[str], start: Path) -> dict[str, Examination]:
    """Name → what is wrong with it: of reports and documents, in the order given, or of every report of the workspace.

    Raises Refused where there is no such report, or a document cannot be read.
    """
    return dict(_check(name, start) for name in named(names, start))


def named(names: Sequence[str], start: Path) -> list[str | None]:
    """What is meant by ``names``; without any, every report of the workspace, or the only one there is (None)."""
    found: list[str | None] = [*(dict.fromkeys(names) or report_names(start))]
    return found or [None]


def _check(name: str | None, start: Path) -> tuple[str, Examination]:
    if name is not None and is_document(start / name):
        from drafter.actions.checking.document import check_document

        return name, Examination(check_document(start / name, start))
    opened = open_report(name, start)
    return name or opened.place.name, examine(opened)
