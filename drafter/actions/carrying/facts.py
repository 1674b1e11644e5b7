"""What an earlier fact says in the new report: the same, a period on, and in quarantine."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from drafter.model.exhibit import Chart, Table
from drafter.model.fact import Fact
from drafter.model.lineage import Earlier, key_of
from drafter.model.period import Period
from drafter.model.problem import Problem
from drafter.model.reference import references
from drafter.model.rolling import postponed, rolled
from drafter.model.style import PARTS
from drafter.model.trimming import moved
from drafter.model.words import Both


@dataclass
class Carrier:
    """One earlier report on its way into ``period``.

    ``known``: the names of all reports that the new one comes from, which its facts may point to. ``renamed``: figures that
    have another id in the new report. ``left``: (fact, name) of what a fact pointed to further back, which was left behind.
    """

    earlier: Earlier
    period: Period
    known: frozenset[str]
    renamed: Mapping[str, str] = field(default_factory=dict)
    left: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        report = self.earlier.report
        self._ids = {figure.id for figure in report.figures} | {fact.id for _, _, fact in report.facts()}

    @property
    def notes(self) -> list[Problem]:
        """What has to be said of it: once, however many facts it is about."""
        return [_left(self.left)] if self.left else []

    def facts(self, part: str) -> tuple[Fact, ...]:
        """The facts of 成绩, 问题 or 打算, as the new report begins with them."""
        return tuple(self._carried(fact, f"{part}/{place}", part) for place, fact in enumerate(self.earlier.report.part(part), 1))

    def text(self, text: str) -> str:
        """A text a period on, naming figures as the new report does."""
        old = self.earlier.report.period
        if self.renamed and "{{" in text:
            text = _renamed(text, self.renamed)
        return rolled(text, old, self.period) if old else text

    def address(self, fact: Fact, path: str) -> str:
        """Where the fact stands in the earlier report; of two with one id only the first is called by it."""
        key = key_of(fact, path)
        return f"{self.earlier.name}/{key if self.earlier.items.get(key) is fact else path}"

    def _carried(self, fact: Fact, path: str, part: str) -> Fact:
        part = fact.part or part
        old = self.earlier.report.period
        title, text = self.text(fact.title), self.text(fact.text)
        # A heading over other facts says nothing that could be out of date, unless it names a year.
        silent = bool(fact.children) and title == fact.title and not (text or fact.details or fact.evidence or fact.figure)
        return replace(
            fact,
            title=title,
            text=text,
            figure=self.renamed.get(fact.figure, fact.figure),
            target=None if part == PARTS[2] else fact.target,
            due=postponed(fact.due, old, self.period) if old else fact.due,
            answers=tuple(self._answers(fact, path)),
            outcome="",
            actual=None,
            standing="",
            note="",
            origin=self.address(fact, path),
            stale=not silent,
            accepted=(),
            tables=tuple(map(self.table, fact.tables)),
            charts=tuple(map(self.chart, fact.charts)),
            sentences=tuple(replace(each, begins=moved(each.begins, fact.text, text), source=None) for each in fact.sentences),
            children=tuple(self._carried(child, f"{path}/{place}", part) for place, child in enumerate(fact.children, 1)),
            source=None,
        )

    def table(self, table: Table) -> Table:
        """A table a period on: its rows are the old ones until somebody types others, as its fact's text is."""
        return replace(
            table,
            title=self.text(table.title),
            rows=self.text(table.rows),
            note=self.text(table.note),
            figures=self._figures(table.figures),
            source=None,
        )

    def chart(self, chart: Chart) -> Chart:
        """A chart a period on, with each of its periods. What was written for those who do not see it told the old numbers."""
        old = self.earlier.report.period
        periods = tuple(
            str(replace(each, year=each.year + self.period.year - old.year)) if old and (each := Period.parse(text)) else text
            for text in chart.periods
        )
        return replace(
            chart, title=self.text(chart.title), figures=self._figures(chart.figures), periods=periods, described="", source=None
        )

    def _figures(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.renamed.get(name, name) for name in names)

    def _answers(self, fact: Fact, path: str) -> Iterator[str]:
        """What a fact points to within its report comes along; what lies further back was answered then."""
        for name in fact.answers:
            report, slash, _ = name.rpartition("/") if name.count("/") == 1 else name.partition("/")
            if name in self._ids or (slash and (report in self.known or report in PARTS)):
                yield self.renamed.get(name, name)
            else:
                self.left.append((fact.title or path, name))


def _renamed(text: str, names: Mapping[str, str]) -> str:
    """``text`` with its references naming figures by their new ids; their parts and blanks stay."""
    for found in reversed(references(text)):
        if found.name in names:
            reference = text[found.start : found.end].replace(found.name, names[found.name], 1)
            text = text[: found.start] + reference + text[found.end :]
    return text


def _left(left: list[tuple[str, str]]) -> Problem:
    what, name = left[0]
    facts = len({each for each, _ in left})
    more, others = (f"等 {facts} 条", f" and {facts - 1} more") if facts > 1 else ("", "")
    names, further = (f"{name} 等 {len(left)} 处", f"{name} and others") if len(left) > 1 else (name, name)
    return Problem(
        "carried-answer",
        Both(
            f"“{what}”{more}原来对应 {names}，那是更早的事，没有带过来。",
            f"“{what}”{others} pointed to {further}, further back; that was left out.",
        ),
        Both("还有关系的话，在“对应”里重新写上。", "Write it under 对应 again if it still matters."),
        severity="info",
    )
