"""The reports of a workspace at a glance: what each is, how far it has come, when it was last touched."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.actions.attempt import attempt
from drafter.model.period import Period
from drafter.model.words import Both

# The start screen is drawn before any report is looked for: what reads them is imported by then, not with the screen.
if TYPE_CHECKING:
    from drafter.model.fact import Fact
    from drafter.model.problem import Problem
    from drafter.model.report import Report

_DAYS = 7  # from then on, a date says more than a count of days


@dataclass(frozen=True, slots=True)
class Progress:
    """Counts. ``facts`` are those without 分项, for only they must have a text; ``stale`` is what was carried over and not
    looked at, figures and the report's own fields too; ``unanswered`` what the last period promised or complained of.
    ``problems`` counts by severity what is wrong beside that. ``ready``: it may be made final.
    """

    filled: int
    facts: int
    stale: int
    unanswered: int
    figures: int
    provisional: int
    empty: int
    problems: dict[str, int]
    ready: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One report. Until it is read, ``progress`` is None, and so it stays where ``trouble`` says why it cannot be read.

    ``edited`` is the newest change of its files, in local time; None where that is not known.
    """

    name: str
    period: Period | None
    edited: datetime | None = None
    unit: str = ""
    title: str = ""
    progress: Progress | None = None
    trouble: Both | None = None


def workspace(start: Path) -> Path:
    """The workspace around ``start``; ``start`` itself, which would become one, where there is none."""
    from drafter.store.workspace import find_workspace

    return find_workspace(start) or start


def names(start: Path) -> list[Card]:
    """A bare card for each report of the workspace around ``start``, the newest period first. Nothing is read."""
    from drafter.store.workspace import report_names, resolve

    cards = []
    for name in report_names(start):
        place = attempt(lambda name=name: resolve(name, start)).value  # type: ignore[misc]  # bound at once
        cards.append(Card(name, Period.parse(name.rpartition("/")[2]), _edited(place) if place else None))
    return sorted(cards, key=_age)


def filled(card: Card, start: Path) -> Card:
    """The card with what its report says, or with why it cannot be read. Never raises."""
    from drafter.actions.check import check_opened
    from drafter.actions.opening import open_report
    from drafter.model.printing import resolved

    def read() -> Card:
        opened = open_report(card.name, start)
        report = opened.report
        figures = {figure.id: figure for figure in report.figures}
        return replace(
            card,
            period=report.period or card.period,
            unit=report.unit,
            title=resolved(report.title, figures),
            progress=progress(report, check_opened(opened)),
        )

    made = attempt(read)
    return made.value or replace(card, trouble=made.problems[0].message)


def cards(start: Path) -> list[Card]:
    """All of it at once: the reports of the workspace, the newest period first."""
    return [filled(card, start) for card in names(start)]


def progress(report: "Report", problems: "list[Problem]") -> Progress:
    from drafter.actions.check import ready

    leaves = [fact for _, _, fact in report.facts() if not fact.children]
    return Progress(
        filled=sum(map(_says, leaves)),
        facts=len(leaves),
        stale=report.stale + sum(figure.stale for figure in report.figures) + sum(fact.stale for _, _, fact in report.facts()),
        unanswered=sum(not plan.outcome for plan in report.commitments) + sum(not issue.standing for issue in report.concerns),
        figures=len(report.figures),
        provisional=sum(figure.status == "预计" for figure in report.figures),
        empty=sum(not figure.value for figure in report.figures),
        problems=dict(Counter(problem.severity for problem in problems if not problem.waits)),
        ready=ready(problems),
    )


def when(moment: datetime, now: datetime) -> Both:
    """How long ago, as people say it: 今天 9:20, 昨天 9:20, 3天前, 6月30日, 2025年6月30日."""
    clock = f"{moment.hour}:{moment.minute:02}"
    days = (now.date() - moment.date()).days
    if days == 0:
        return Both(f"今天 {clock}", f"today {clock}")
    if days == 1:
        return Both(f"昨天 {clock}", f"yesterday {clock}")
    if 1 < days < _DAYS:
        return Both(f"{days}天前", f"{days} days ago")
    day = Both(f"{moment.month}月{moment.day}日", f"{moment:%b} {moment.day}")
    return day if moment.year == now.year else Both(f"{moment.year}年{day.zh}", f"{day.en} {moment.year}")


def _says(fact: "Fact") -> bool:
    return bool(fact.text.strip() or any(fact.details.values()))


def _edited(place: Path) -> datetime | None:
    from drafter.store.folder import report_files

    files = attempt(lambda: report_files(place) if place.is_dir() else [place]).value or []
    return newest(files)


def newest(files: Iterable[Path]) -> datetime | None:
    times = attempt(lambda: [file.stat().st_mtime for file in files]).value
    return datetime.fromtimestamp(max(times), UTC).astimezone() if times else None


def _age(card: Card) -> tuple[int, int, str]:
    """Newest first: by the month a period ends in, the longer period before the shorter."""
    period = card.period
    if period is None:
        return 0, 0, card.name
    part = period.part
    number = int(part[1:] or 0)
    month = {"": 12, "H": 6 * number, "Q": 3 * number, "M": number}[part[:1]]
    months = {"": 12, "H": 6, "Q": 3, "M": number}[part[:1]]
    return -(period.year * 12 + month), -months, card.name
