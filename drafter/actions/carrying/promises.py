"""What the earlier report promised, and what it complained of: the entries of 上期打算 and 上期问题, waiting for an answer."""

import re
from collections.abc import Iterable, Mapping

from drafter.actions.carrying.facts import Carrier
from drafter.model.commitment import concerns, promised
from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.printing import resolved

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
