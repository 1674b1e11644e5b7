"""Numbers of the report before: in figures, in texts, and in 上期 and 同期."""

import pytest
from compared import earlier, found, report

from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.lineage import Earlier
from drafter.model.problem import Problem
from drafter.model.report import Report


def figure(value: str | None, **fields: object) -> Figure:
    return Figure(**{"id": "净增", "name": "企业净增数", "value": value, "unit": "家", **fields})  # type: ignore[arg-type]


def old(value: str | None, period: str = "2023", **fields: object) -> Earlier:
    return earlier(period, figures=(figure(value, **fields),))


def now(*figures: Figure, **fields: object) -> Report:
    return report("2024", figures=figures, **fields)


def codes(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(problem.code, problem.severity) for problem in problems]


@pytest.mark.parametrize(
    ("value", "combine", "severity"),
    [
        ("786", "累加", "warning"),
        ("38.40", "", "warning"),
        ("2,260.5", "累加", "warning"),
        ("786", "期末", "info"),
        ("64", "累加", "info"),
        ("2000", "", None),
        ("3", "累加", None),
        ("0.05", "", None),
    ],
)
def test_a_figure_that_nobody_changed(value: str, combine: str, severity: str | None) -> None:
    problems = found(now(figure(value, combine=combine)), old(value.replace(",", "")), only="figure-unchanged")
    assert [problem.severity for problem in problems] == ([severity] if severity else [])


def test_the_same_figure_by_lineage_or_id_and_in_one_unit() -> None:
    moved = figure("786", id="新增", origins=("2023/指标/净增",))
    (problem,) = found(now(moved), old("786"), only="figure-unchanged")
    assert problem.fact == "新增" and "786家 和2023年一样" in problem.message.zh
    assert found(now(figure("786", id="新增")), old("786")) == []
    assert found(now(figure("786")), old("786", unit="户"), only="figure-unchanged") == []
    assert found(now(figure("786")), old("787")) == []
    assert found(now(figure("786", stale=True)), old("786"), only="figure-unchanged") == []


def test_half_a_years_number_is_not_the_years() -> None:
    (problem,) = found(now(figure("468")), old("468", "2024-H1"))
    assert "2024年上半年" in problem.message.zh


@pytest.mark.parametrize("text", ["企业净增642家。", "净增6,42家，共企业净增 642家。", "围绕主业，企业净增数为642家"])
def test_an_old_number_typed_beside_its_name(text: str) -> None:
    (problem,) = found(now(figure("711"), achievements=(Fact(id="甲", text=text),)), old("642"))
    assert codes([problem]) == [("number-left", "warning")] and problem.fact == "甲"
    assert "642家 是2023年的“企业净增数”，本期是 711家" in problem.message.zh and "{{ 净增 }}" in problem.fix.zh


@pytest.mark.parametrize(
    "text",
    [
        "企业净增{{ 净增 }}。",
        "企业净增711家。",
        "比上年净增642家。",
        "走访企业642家。",
        "企业净增642户。",
        "企业净增5642家。",
        "企业净增。另有642家。",
        "上半年净增642家。",
    ],
)
def test_numbers_that_mean_something_else(text: str) -> None:
    assert found(now(figure("711"), achievements=(Fact(text=text),)), old("642"), only="number-left") == []


def test_numbers_in_what_waits_and_of_what_has_not_changed() -> None:
    stale = Fact(text="企业净增642家。", stale=True)
    assert found(now(figure("711"), achievements=(stale,)), old("642"), only="number-left") == []
    text = Fact(text="企业净增642家。")
    assert found(now(figure("642", combine="期末"), achievements=(text,)), old("642"), only="number-left") == []
    assert found(now(figure(None), achievements=(text,)), old("642")) == []
    assert found(now(figure("7"), achievements=(Fact(text="企业净增3家。"),)), old("3")) == []


def test_what_was_is_what_the_earlier_report_says() -> None:
    (problem,) = found(now(figure("711", year_before="640", last="640")), old("642"))
    assert codes([problem]) == [("last-differs", "warning")]
    assert "同期是 640家，2023年里写的是 642家" in problem.message.zh
    assert found(now(figure("711", year_before="642.0", last="642")), old("642")) == []
    assert found(now(figure("711", last="640")), old("642"))[0].message.zh.startswith("指标“净增”的上期")
    assert found(now(figure("711", year_before="640")), old(None)) == []


def test_last_period_may_be_any_of_those_before_and_is_none_within() -> None:
    before, half = old("642"), old("310", "2024-H1")
    assert found(now(figure("711", last="642")), half, before) == []
    assert codes(found(now(figure("711", last="310")), half, before)) == [("last-differs", "warning")]
    assert found(report("2024-H1", figures=(figure("310", year_before="290"),)), before) == []


def test_what_was_expected_is_asked_for_again() -> None:
    expected = old("2.95", status="预计")
    (problem,) = found(now(figure("3.08", year_before="2.95", last="2.95")), expected)
    assert codes([problem]) == [("last-expected", "warning")] and "同期 2.95家 在2023年里还是预计数" in problem.message.zh
    assert found(now(figure("3.08", year_before="2.96", last="2.96")), expected) == []
    assert found(now(figure("3.08", year_before="2.95")), old("2.95", status="实际")) == []
