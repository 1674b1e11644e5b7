from collections.abc import Iterator

import pytest

from drafter.checks.facts import annexes as annexes_check
from drafter.checks.facts.exhibits import RULES, check
from drafter.checks.subject import Subject
from drafter.model.cover import Annex
from drafter.model.exhibit import Chart, Table
from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.lineage import Earlier
from drafter.model.period import Period
from drafter.model.report import Report
from drafter.model.style import Layout, Style

FIGURES = (
    Figure(id="甲", name="甲", value="3", unit="家", last="2"),
    Figure(id="乙", name="乙", value="5", unit="亿元"),
    Figure(id="空", name="空", unit="家"),
)
BEFORE = Earlier("2023", Report(period=Period(2023), figures=(Figure(id="甲", name="甲", value="2", last="1"),)))


def codes(*exhibits: Table | Chart) -> list[str]:
    tables = tuple(each for each in exhibits if isinstance(each, Table))
    charts = tuple(each for each in exhibits if isinstance(each, Chart))
    report = Report(period=Period(2024), figures=FIGURES, charts=charts, achievements=(Fact(id="条", tables=tables),))
    found = list(check(Subject(report, Layout("", "", Style(), {}), earlier=lambda: (BEFORE,))))
    assert all(problem.fact in (None, "条") for problem in found)
    return [problem.code for problem in found]


@pytest.mark.parametrize(
    ("exhibit", "wrong"),
    [
        (Table(content="主要指标"), []),
        (Table(rows="甲|乙"), []),
        (Table(title="空表"), ["exhibit-empty"]),
        (Table(content="承诺台账"), ["exhibit-empty"]),
        (Chart(figures=("甲",)), []),
        (Chart(figures=("甲",), periods=("2022", "2023", "2024")), []),
        (Chart(figures=("甲",), periods=("2021", "2024")), ["chart-value-missing"]),
        (Chart(figures=("甲",), periods=("去年",)), ["period-unknown"]),
        (Chart(figures=("空",)), ["exhibit-empty"]),
        (Chart(kind="饼图", figures=("甲", "乙")), ["chart-units"]),
    ],
)
def test_what_is_said(exhibit: Table | Chart, wrong: list[str]) -> None:
    assert codes(exhibit) == wrong


def test_every_rule_is_found_once() -> None:
    every = [
        Table(),
        Chart(figures=("甲", "乙"), periods=("2021",)),
        Chart(figures=("甲", "乙"), periods=("何时", "2024", "2023")),
    ]
    assert set(codes(*every)) == {rule.code for rule in RULES}


def test_a_report_without_exhibits_reads_no_earlier_report() -> None:
    def unread() -> Iterator[Earlier]:
        raise AssertionError

    subject = Subject(Report(figures=FIGURES), Layout("", "", Style(), {}), earlier=lambda: tuple(unread()))
    assert list(check(subject)) == []


@pytest.mark.parametrize(
    ("annexes", "found"),
    [
        ({"tables": (Table(rows="甲|乙"),)}, 1),
        ({"annexes": (Annex(text="甲。"),)}, 1),
        ({"annexes": (Annex(), Annex(title="甲"))}, 1),
        ({"annexes": (Annex(tables=(Table(rows="甲|乙"), Table(title="丙", rows="甲|乙"))),)}, 1),
        ({"tables": (Table(title="甲", rows="甲|乙"), Table(content="主要指标")), "charts": (Chart(figures=("甲",)),)}, 0),
        ({"annexes": (Annex(title="甲", tables=(Table(rows="甲|乙"),)), Annex(tables=(Table(title="丙"),)))}, 0),
    ],
)
def test_every_annex_has_a_name(annexes: dict[str, object], found: int) -> None:
    report = Report(period=Period(2024), figures=FIGURES, **annexes)  # type: ignore[arg-type]
    problems = list(annexes_check.check(Subject(report, Layout("", "", Style(), {}))))
    assert [problem.code for problem in problems] == ["annex-unnamed"] * found


def test_the_tables_of_an_annex_are_looked_at() -> None:
    report = Report(annexes=(Annex(title="甲", tables=(Table(title="空"),)),))
    assert [problem.code for problem in check(Subject(report, Layout("", "", Style(), {})))] == ["exhibit-empty"]
