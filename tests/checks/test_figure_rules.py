"""Figures held against each other, against what the texts type, against other reports, and against the calendar."""

import pytest
from compared import LAYOUT, SOUND, earlier, found, report

from drafter.checks import run
from drafter.checks.subject import Subject
from drafter.model.cover import Notice
from drafter.model.fact import Fact
from drafter.model.figure import Figure, Rank
from drafter.model.lineage import Earlier
from drafter.model.problem import Problem
from drafter.model.report import Report


def figure(value: str | None = "98", **fields: object) -> Figure:
    return Figure(**{"id": "馆藏", "name": "馆藏档案总数", "value": value, "unit": "万卷", **fields})  # type: ignore[arg-type]


def now(*figures: Figure, period: str = "2024", **fields: object) -> Report:
    return report(period, figures=figures, **fields)


def told(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(problem.code, problem.severity) for problem in problems]


# Two figures of one name


@pytest.mark.parametrize("scope", ["", "含专业档案"])
def test_figures_of_one_name_and_scope_that_differ(scope: str) -> None:
    two = now(figure(scope=scope), figure("89", id="馆藏二", scope=scope))
    (problem,) = found(two, only="figure-names-clash")
    assert problem.fact == "馆藏二" and "一个是 98万卷，一个是 89万卷" in problem.message.zh


@pytest.mark.parametrize(
    "other",
    [
        figure("98.0"),
        figure("89", scope="市本级"),
        figure("89", unit="件"),
        figure("89", stale=True),
        figure(None),
        figure("89", name="室藏"),
    ],
)
def test_figures_that_may_well_be_two(other: Figure) -> None:
    assert found(now(figure(), other), only="figure-names-clash") == []


# What a text types


@pytest.mark.parametrize(
    "text",
    [
        "馆藏档案总数达到89万卷。",
        "全市馆藏档案总数89万卷，居前。",
        "到年末，馆藏档案总数已达89万卷。",
        "推进接收进馆，馆藏档案总数共89万卷。",
        "全馆馆藏档案总数增至108万卷。".replace("全馆", "全市"),
        "我市馆藏档案总数超过120万卷。",
        "馆藏档案总数累计达到98.5万卷。",
        "完成馆藏档案总数1,080万卷。",
    ],
)
def test_a_typed_number_that_is_not_the_figures(text: str) -> None:
    (problem,) = found(now(figure(), achievements=(Fact(id="甲", text=text),)), only="figure-differs")
    assert told([problem]) == [("figure-differs", "warning")] and problem.fact == "甲" and "{{ 馆藏 }}" in problem.fix.zh


@pytest.mark.parametrize(
    "text",
    [
        "馆藏档案总数达到98万卷。",
        "馆藏档案总数达到{{ 馆藏 }}。",
        "馆藏档案总数近100万卷。",
        "去年馆藏档案总数85万卷。",
        "上半年馆藏档案总数85万卷。",
        "馆藏档案总数达到890家。",
        "南区馆藏档案总数12万卷。",
        "力争馆藏档案总数达到120万卷。",
        "馆藏档案总数由12万卷增加到98万卷。",
        "馆藏档案总数100余万卷。".replace("100余", "97余"),
    ],
)
def test_numbers_that_say_the_figure_or_something_else(text: str) -> None:
    assert found(now(figure(), achievements=(Fact(text=text),)), only="figure-differs") == []


def test_a_plan_and_a_limit_are_no_number_that_was_reached() -> None:
    text = f"{figure().name}达到{{}}{figure().unit}"
    achieved = (Fact(text=text.format("120") + "。"),)
    assert [problem.code for problem in found(now(figure(), achievements=achieved), only="figure-differs")] == ["figure-differs"]
    assert found(now(figure(), plans=achieved), only="figure-differs") == []
    assert found(now(figure(), achievements=(Fact(text=text.format("90") + "以上。"),)), only="figure-differs") == []


def test_what_a_figure_was_and_is_to_be_may_be_told() -> None:
    known = figure(last="85", target="100")
    texts = tuple(Fact(text=f"馆藏档案总数达到{number}万卷。") for number in ("85", "100", "77"))
    (problem,) = found(now(known, achievements=texts), earlier("2023", figures=(figure("77"),)), only="number-left")
    assert problem.fact == "成绩/3"
    assert found(now(known, achievements=texts), earlier("2023", figures=(figure("77"),)), only="figure-differs") == []


# Unit and scope


def test_another_unit_than_before() -> None:
    moved = figure("980000", id="档案", unit="卷", origins=("2023/指标/馆藏",))
    (problem,) = found(now(moved), earlier("2023", figures=(figure(),)), only="figure-unit-changed")
    assert told([problem]) == [("figure-unit-changed", "warning")] and "是“卷”，2023年里是“万卷”" in problem.message.zh
    assert found(now(figure(unit="卷")), earlier("2023", figures=(figure(),)), only="figure-unit-changed")
    assert found(now(figure(unit="％")), earlier("2023", figures=(figure(unit="%"),)), only="figure-unit-changed") == []
    assert found(now(figure(unit="卷", stale=True)), earlier("2023", figures=(figure(),)), only="figure-unit-changed") == []


@pytest.mark.parametrize(
    ("was", "is_", "changed"),
    [
        ("含专业档案", "不含专业档案", True),
        ("市本级", "全市汇总", True),
        ("截至2023年12月底在册数", "截至2024年6月底在册数", False),
        ("在册数", "", False),
        ("", "在册数", False),
    ],
)
def test_another_scope_than_before(was: str, is_: str, changed: bool) -> None:
    problems = found(now(figure(scope=is_)), earlier("2023", figures=(figure(scope=was),)), only="figure-scope-changed")
    assert told(problems) == ([("figure-scope-changed", "warning")] if changed else [])


# Half a year and the year


def halves(whole: Figure, *others: Earlier, period: str = "2024") -> list[Problem]:
    subject = Subject(now(whole, period=period), LAYOUT, period, beside=lambda: others)
    return [problem for problem in run(subject) if problem.code == "figure-half-above-year"]


def adding(value: str, **fields: object) -> Figure:
    return figure(value, **{"id": "接待", "name": "查档人次", "unit": "人次", "combine": "累加", **fields})


@pytest.mark.parametrize("part", ["2024-H1", "2024-Q3", "2024-M09"])
def test_a_part_of_the_year_above_the_year(part: str) -> None:
    (problem,) = halves(adding("415"), earlier(part, figures=(adding("468"),)))
    assert problem.severity == "warning" and "就已经有 468人次" in problem.message.zh


def test_a_half_below_the_year_and_what_does_not_add_up() -> None:
    half = earlier("2024-H1", figures=(adding("468"),))
    assert halves(adding("468"), half) == halves(adding("4,680"), half) == []
    assert halves(adding("415", combine="期末"), half) == halves(adding("415", stale=True), half) == []
    assert halves(adding("415", unit="件"), half) == []
    assert halves(adding("415"), earlier("2023-H1", figures=(adding("468"),))) == []
    assert halves(adding("415"), half, period="2024-Q1") == []
    assert [problem.severity for problem in halves(adding("415", name="净增人次"), half)] == ["info"]


def test_a_half_that_the_report_came_from_counts_once() -> None:
    half = earlier("2024-H1", figures=(adding("468", id="查档"),))
    year = now(adding("415", origins=("2024-H1/指标/查档",)))
    subject = Subject(year, LAYOUT, "2024", earlier=lambda: (half,), reached=lambda _: (half,), beside=lambda: (half,))
    assert [problem.code for problem in run(subject)].count("figure-half-above-year") == 1


# Targets


def plan(target: str, **fields: object) -> Fact:
    return Fact(**{"title": "甲", "figure": "馆藏", "target": target, **fields})  # type: ignore[arg-type]


def test_a_target_below_what_is_reached() -> None:
    (problem,) = found(now(figure(), plans=(plan("90"),)), only="figure-target-below")
    assert told([problem]) == [("figure-target-below", "info")] and problem.fact == "打算/1"
    assert found(now(figure(), plans=(plan("110"), plan("98"))), only="figure-target-below") == []


def test_targets_where_less_is_better_or_half_a_year_is_planned() -> None:
    fewer = figure("12", name="安全生产事故起数", unit="起")
    assert found(now(fewer, plans=(plan("9"),)), only="figure-target-below") == []
    assert found(now(figure(), plans=(plan("90", text="控制在90万卷以内。"),)), only="figure-target-below") == []
    adds = figure(combine="累加")
    assert found(now(adds, period="2024-H1", plans=(plan("90"),)), only="figure-target-below") == []
    assert found(now(adds, plans=(plan("90"),)), only="figure-target-below")


# Ranks


def test_a_rank_without_evidence() -> None:
    (problem,) = found(now(figure(rank=Rank(scope="全省", place=2))), only="rank-unproven")
    assert told([problem]) == [("rank-unproven", "info")] and "排全省第2位" in problem.message.zh
    assert found(now(figure(rank=Rank(scope="全省", place=2, evidence="省局通报"))), only="rank-unproven") == []
    assert found(now(figure(rank=Rank(scope="全省"))), only="rank-unproven") == []


# Expected numbers


@pytest.mark.parametrize(
    ("period", "fields", "late"),
    [
        ("2024", {}, True),
        ("2024-H1", {"date": "2024年7月8日"}, True),
        ("2024-H1", {"notice": Notice(date="2024-07-08")}, True),
        ("2024-H1", {"date": "2024年6月25日"}, False),
        ("2024-H1", {}, False),
    ],
)
def test_an_expected_number_after_the_period(period: str, fields: dict[str, object], late: bool) -> None:
    problems = found(now(figure(status="预计"), period=period, **fields), only="figure-provisional")
    assert told(problems) == ([("figure-provisional", "warning")] if late else [])


@pytest.mark.parametrize(
    "kept", [figure(), figure(status="实际"), figure(status="预计", evidence="统计局测算"), figure(status="预计", stale=True)]
)
def test_numbers_that_may_stay(kept: Figure) -> None:
    assert found(now(kept), only="figure-provisional") == []


def test_a_report_of_no_known_period_is_left_alone() -> None:
    bare = Report(**{**SOUND, "figures": (figure(status="预计", combine="累加"),)})  # type: ignore[arg-type]
    codes = {problem.code for problem in run(Subject(bare, LAYOUT))}
    assert not codes & {"figure-provisional", "figure-half-above-year"}
