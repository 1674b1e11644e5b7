"""What the earlier report promised, and what it complained of: the entries of 上期打算 and 上期问题, waiting for an answer."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from drafter.actions.carrying.facts import Carrier
from drafter.actions.carrying.joining import seen_from
from drafter.model.commitment import concerns, promised
from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.printing import resolved
from drafter.model.spans import within

_UNDER_WAY = "推进中"
_OPENING = re.compile(r"[^，。；：！？\n]{1,40}")


def commitments(carrier: Carrier) -> tuple[Fact, ...]:
    """Every plan of the earlier report, as it was promised. One that was answered there brings its answer."""
    figures = {figure.id: figure for figure in carrier.earlier.report.figures}
    return tuple(
        Fact(
            title=_called(plan, figures),
            figure=carrier.renamed.get(plan.figure, plan.figure),
            target=plan.target,
            modality=plan.modality,
            due=plan.due,
            office=plan.office,
            outcome=plan.outcome,
            actual=plan.actual,
            note=plan.note,
            origin=carrier.address(plan, path),
        )
        for path, plan in promised(carrier.earlier.report)
    )


def asked(carriers: Sequence[Carrier]) -> tuple[Fact, ...]:
    """上期打算 of the new report: each plan once."""
    return once([*map(commitments, filter(_before, carriers)), *map(unfinished, carriers)])


def complained(carriers: Sequence[Carrier]) -> tuple[Fact, ...]:
    """上期问题 of the new report: each issue once."""
    return once(map(open_issues, filter(_before, carriers)))


def _before(carrier: Carrier) -> bool:
    """Whether the earlier report ends before the new one does: what 下半年 plans for next year, its year cannot answer for."""
    old = carrier.earlier.report.period
    return old is None or old.end[:2] < carrier.period.end[:2]


def open_issues(carrier: Carrier) -> tuple[Fact, ...]:
    """Every issue of the earlier report."""
    figures = {figure.id: figure for figure in carrier.earlier.report.figures}
    return tuple(
        Fact(
            title=_called(issue, figures),
            office=issue.office,
            standing=issue.standing,
            note=issue.note,
            origin=carrier.address(issue, path),
        )
        for path, issue in concerns(carrier.earlier.report)
    )


def unfinished(carrier: Carrier) -> tuple[Fact, ...]:
    """The plans that a part of the new period was asked about and did not finish: what was promised for the year is asked at its
    end again.
    """
    earlier = carrier.earlier
    if not within(earlier.report.period, carrier.period):
        return ()
    return tuple(
        replace(plan, origin=seen_from(plan.origin, earlier.name) or plan.origin, outcome="", actual=None, note="", source=None)
        for plan in earlier.report.commitments
        if plan.outcome in ("", _UNDER_WAY)
    )


def once(lists: Iterable[tuple[Fact, ...]]) -> tuple[Fact, ...]:
    """The entries of several reports, each origin once."""
    found: dict[str, Fact] = {}
    for facts in lists:
        for fact in facts:
            found.setdefault(fact.origin, fact)
    return tuple(found.values())


def _called(fact: Fact, figures: Mapping[str, Figure]) -> str:
    """The heading, else the first words of the text, with the numbers of its own time."""
    if fact.title:
        return resolved(fact.title, figures)
    found = _OPENING.search(resolved(fact.text.strip(), figures))
    return found[0].strip() if found else ""
