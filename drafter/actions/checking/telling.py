"""From what the rules find to problems: as grave as the workspace has it, placed in the file, and not told where it was accepted."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from drafter.actions.checking.locating import InFacts
from drafter.checks import rules
from drafter.checks.finding import Finding
from drafter.checks.manuscript import Manuscript, Paragraph
from drafter.checks.reading import literal, written
from drafter.model.acceptance import Acceptance, mark_of
from drafter.model.figure import Figure
from drafter.model.lineage import facts_of
from drafter.model.places import place
from drafter.model.policy import Policy
from drafter.model.printing import Figures
from drafter.model.problem import NOWHERE, Edit, Place, Problem
from drafter.model.report import Report
from drafter.model.words import Both


@dataclass(frozen=True)
class Examination:
    """What a check comes to. ``accepted``: problems that were looked at and let stand, each with the reason. ``report`` is None
    where a foreign document was checked.
    """

    problems: list[Problem]
    accepted: list[tuple[Problem, str]] = field(default_factory=list)
    report: Report | None = None


def from_text(
    manuscript: Manuscript,
    findings: Iterable[Finding],
    policy: Policy,
    locate: Callable[[int, int, int], Place],
    figures: Figures,
) -> Iterator[Problem]:
    """The findings as problems. ``locate(paragraph number, start, end)`` says where words of a paragraph stand in the file."""
    for finding in findings:
        rule = rules()[finding.code]
        severity = policy.severity(finding.code, finding.severity or rule.severity)
        if severity is None or _printed_only(manuscript, finding, figures):
            continue
        other = manuscript_place(manuscript, finding.other, locate) if finding.other else NOWHERE
        yield Problem(
            finding.code,
            finding.message,
            finding.fix,
            severity,
            manuscript_place(manuscript, (finding.start, finding.end), locate),
            manuscript.at(finding.start).fact,
            other,
            gate=severity == "error",
            words=manuscript.words(finding.start, finding.end),
            edits=tuple(_edits(manuscript, finding, figures)),
        )


def manuscript_place(manuscript: Manuscript, span: tuple[int, int], locate: Callable[[int, int, int], Place]) -> Place:
    index = manuscript.index(span[0])
    begin = manuscript.starts[index]
    return locate(index, span[0] - begin, span[1] - begin)


def _printed_only(manuscript: Manuscript, finding: Finding, figures: Figures) -> bool:
    """Whether all of the words are what a figure prints."""
    paragraph = manuscript.at(finding.start)
    return "{{" in paragraph.written and _in_field(manuscript, paragraph, finding.start, finding.end, figures) is None


def _in_field(manuscript: Manuscript, paragraph: Paragraph, start: int, end: int, figures: Figures) -> tuple[int, int] | None:
    shift = paragraph.offset - manuscript.starts[manuscript.index(start)]
    return written(paragraph.written, start + shift, end + shift, figures)


def _edits(manuscript: Manuscript, finding: Finding, figures: Figures) -> Iterator[Edit]:
    for start, end, new in finding.edits:
        index = manuscript.index(start)
        paragraph = manuscript.paragraphs[index]
        if not paragraph.word or paragraph.stale:
            continue
        shift = paragraph.offset - manuscript.starts[index]
        span: tuple[int, int] | None = (start + shift, end + shift)
        if "{{" in paragraph.written:
            span = written(paragraph.written, start + shift, end + shift, figures)
        if span and literal(paragraph.written, *span):
            yield Edit(paragraph.fact, (*paragraph.above, paragraph.word), *span, new)


def in_facts(manuscript: Manuscript, figures: Figures) -> Callable[[int, int, int], Place]:
    """Where words of a report's manuscript stand in its files."""
    places = InFacts()

    def locate(index: int, start: int, end: int) -> Place:
        paragraph = manuscript.paragraphs[index]
        value = paragraph.written
        span = written(value, paragraph.offset + start, paragraph.offset + end, figures)
        return places.locate(paragraph, value, *span) if span else places.locate(paragraph, value, 0, 0)

    return locate


def may_stand(problem: Problem) -> bool:
    """Whether the clerk may accept it, and a workspace say how grave it is. What the program needs, nobody may."""
    rule = rules().get(problem.code)
    return rule is not None and rule.acceptable and not problem.waits


def graded(problems: Iterable[Problem], policy: Policy) -> Iterator[Problem]:
    """Problems of the rules over facts, as grave as the workspace has it. What stops a render is not the workspace's to say."""
    for problem in problems:
        said = policy.severity(problem.code, problem.severity)
        if said == problem.severity or not may_stand(problem):
            yield problem
        elif said is not None:
            yield replace(problem, severity=said, gate=problem.gate or said == "error")


def weighed(problems: Sequence[Problem], report: Report) -> Examination:
    """The problems, those apart that the report's records let stand (认可)."""
    known = _Known(report)
    told: list[Problem] = []
    accepted: list[tuple[Problem, str]] = []
    for problem in problems:
        reason = known.reason(problem)
        if reason is None:
            told.append(problem)
        else:
            accepted.append((problem, reason))
    return Examination([*told, *known.unreadable], accepted, report)


class _Known:
    """What the records of a report accept."""

    def __init__(self, report: Report) -> None:
        self.unreadable: list[Problem] = []
        self._said: dict[str | None, list[tuple[Acceptance, Any]]] = {}
        for key, record in records_of(report):
            for line in record.accepted:
                said = Acceptance.parse(line)
                if said is None or not said.reason:
                    self.unreadable.append(_unreadable(record, key, line))
                else:
                    self._said.setdefault(key, []).append((said, record))

    def reason(self, problem: Problem) -> str | None:
        """Why a problem may stand; None where nobody said so, or the text has changed since."""
        for said, record in self._said.get(problem.fact, ()):
            fits = said.speaks_of(problem.code, problem.words) and said.mark in ("", mark_of(record))
            if fits and may_stand(problem):
                return said.reason
        return None


def records_of(report: Report) -> Iterator[tuple[str | None, Any]]:
    """(key as problems have it, record) of all that may be accepted in: the report itself, its figures, its facts."""
    yield None, report
    yield from ((figure.id, figure) for figure in report.figures)
    yield from ((fact.id or path, fact) for _, path, fact in facts_of(report))


def record_of(report: Report, key: str | None) -> Any:
    """The record that problems call ``key``; None where there is none."""
    return next((record for known, record in records_of(report) if known == key), None)


def _unreadable(record: Any, key: str | None, line: str) -> Problem:
    shown = line if len(line) <= _SHOWN else f"{line[:_SHOWN]}……"
    owner = key if not isinstance(record, Figure) else record.id
    return Problem(
        "acceptance-unreadable",
        Both(f"“认可”里的“{shown}”读不懂，或没有写理由。", f"“{shown}” under 认可 cannot be understood, or gives no reason."),
        Both("写成 规则 “词句” 理由，如 rank-unproven “全省第一” 见省厅通报", "Write: rule “words” reason."),
        severity="warning",
        place=place(record, "认可"),
        fact=owner,
    )


_SHOWN = 30
