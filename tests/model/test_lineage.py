"""Addresses of facts in earlier reports: written, read, followed."""

import pytest

from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.lineage import Earlier, Origin, key_of, trace
from drafter.model.period import Period
from drafter.model.report import Report

THEN = Report(
    period=Period(2023),
    figures=(Figure(id="林地", name="林地面积", value="30"),),
    achievements=(Fact(id="造林", title="造林", children=(Fact(text="植树。"),)), Fact(id="a/b", title="护林")),
    plans=(Fact(title="防火"),),
    commitments=(Fact(title="修路"),),
)


@pytest.mark.parametrize(
    ("text", "report", "key"),
    [
        ("2023/造林", "2023", "造林"),
        ("2023-H1/成绩/2/1", "2023-H1", "成绩/2/1"),
        (" 2023/指标/林地 ", "2023", "指标/林地"),
        ("../一科/2023/打算/1", "../一科/2023", "打算/1"),
        ("一科/2023/上期打算/3", "一科/2023", "上期打算/3"),
    ],
)
def test_an_address_is_a_report_and_a_key(text: str, report: str, key: str) -> None:
    assert Origin.parse(text) == Origin(report, key)
    assert str(Origin.parse(text)) == text.strip()


@pytest.mark.parametrize("text", ["", "造林", "2023/", "/造林"])
def test_what_is_no_address(text: str) -> None:
    assert Origin.parse(text) is None


def test_the_key_that_stays_is_the_id() -> None:
    assert key_of(Fact(id="造林"), "成绩/1") == "造林"
    assert key_of(Fact(), "成绩/1") == "成绩/1"
    assert key_of(Fact(id="a/b"), "成绩/1") == "成绩/1"  # it would read as an address
    assert key_of(Figure(id="林地", name="林地面积")) == "指标/林地"


def test_every_fact_and_figure_is_found_by_its_own_address() -> None:
    earlier = Earlier("2023", THEN)
    items = [*THEN.figures, *THEN.commitments, *(fact for _, _, fact in THEN.facts())]
    for item in items:
        found = trace(earlier.addresses[id(item)], [Earlier("2022", Report()), earlier])
        assert found is not None and found.earlier is earlier and found.item is item
    assert earlier.addresses[id(THEN.commitments[0])] == "2023/上期打算/1"


def test_the_way_back_is_by_path_too_and_in_any_report_for_a_bare_key() -> None:
    earlier = Earlier("2023", THEN)
    assert trace("2023/成绩/1/1", [earlier]) == (earlier, THEN.achievements[0].children[0])
    assert trace("造林", [Earlier("2022", Report()), earlier]) == (earlier, THEN.achievements[0])
    assert trace("2022/造林", [earlier]) is None
    assert trace("2023/采伐", [earlier]) is None


def test_a_report_is_called_by_its_period_or_else_by_its_name() -> None:
    assert Earlier("../旧/2023", THEN).words == "2023年"
    assert Earlier("旧总结", Report()).words == "旧总结"


def test_of_two_that_share_an_id_the_first_counts() -> None:
    report = Report(achievements=(Fact(id="同", title="甲"), Fact(id="同", title="乙")))
    found = trace("2023/同", [Earlier("2023", report)])
    assert found is not None and found.item is report.achievements[0]
