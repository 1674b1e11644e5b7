"""How far a plan has come, and what the numbers say of its answer."""

from decimal import Decimal

import pytest

from drafter.model.figure import Figure, Rank
from drafter.model.period import Period
from drafter.model.progress import Aim, Progress, contradiction, due_month, months, progress

YEAR, FIRST, SECOND = Period(2024), Period(2024, "H1"), Period(2024, "H2")
MADE = Period(2023)


def flow(value: str | None, **fields: object) -> Figure:
    return Figure(id="渠道", name="衬砌渠道", value=value, unit="公里", combine="累加", **fields)  # type: ignore[arg-type]


def aim(text: str = "全年衬砌渠道达到44公里。", target: str = "44", made: Period = MADE, **fields: str) -> Aim:
    return Aim(text, target, made=made, **fields)


def test_half_a_years_share_of_a_years_target() -> None:
    found = progress(aim(), FIRST, flow("21.84"))
    assert (found.completion, found.time, found.ahead) == ("49.6%", "50%", Decimal("-0.4"))
    assert found.pace == "低于时序进度0.4个百分点" and found.suggestion == "推进中" and found.met is False


@pytest.mark.parametrize(
    ("value", "pace"), [("22", "与时序进度持平"), ("33", "高于时序进度25个百分点"), ("11.11", "低于时序进度24.7个百分点")]
)
def test_pace_in_words(value: str, pace: str) -> None:
    assert progress(aim(), FIRST, flow(value)).pace == pace


def test_at_the_end_there_is_no_pace() -> None:
    found = progress(aim(), YEAR, flow("46"))
    assert (found.time, found.pace, found.met, found.suggestion) == ("100%", "", True, "完成")


@pytest.mark.parametrize(("value", "expected"), [("44", "完成"), ("43", "基本完成"), ("41.8", "基本完成"), ("41.7", "未完成")])
def test_what_the_numbers_speak_for(value: str, expected: str) -> None:
    assert progress(aim(), YEAR, flow(value)).suggestion == expected


def test_what_is_expected_is_not_done() -> None:
    assert progress(aim(), YEAR, flow("46", status="预计")).suggestion == ""
    assert progress(aim(), FIRST, flow("46", status="预计")).suggestion == "推进中"


def test_what_was_typed_counts_before_the_figure() -> None:
    found = progress(aim(), YEAR, flow("46", status="预计"), "40")
    assert (found.actual, found.provisional, found.met) == ("40", False, False)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("衬砌渠道达到44公里", "lower"),
        ("衬砌渠道不少于44公里", "lower"),
        ("衬砌渠道不低于44公里", "lower"),
        ("衬砌44公里以上", "lower"),
        ("新增渠道44公里", "lower"),
        ("漏水降到44公里以内", "upper"),
        ("漏水降至44公里", "upper"),
        ("漏水不超过44公里", "upper"),
        ("漏水低于44公里", "upper"),
        ("漏水控制在44公里", "upper"),
        ("衬砌达到10公里，漏水不超过44公里", "upper"),
        ("渠道44公里", ""),
        ("达到二十公里", ""),
    ],
)
def test_whether_a_target_is_the_least_or_the_most(text: str, bound: str) -> None:
    assert progress(aim(text), YEAR, flow("45")).bound == bound


def test_modality_tells_where_it_is_firm_and_the_figure_where_the_words_do_not() -> None:
    assert progress(aim("渠道44公里", modality="不少于"), YEAR, flow("45")).bound == "lower"
    assert progress(aim("渠道44公里", modality="力争"), YEAR, flow("45")).bound == ""
    named = Figure(id="净增", name="企业净增数", value="45", unit="家")
    assert progress(aim("力争再进一步", modality="力争"), YEAR, named).bound == "lower"


def test_what_must_not_be_passed_has_no_share_and_is_not_done_before_its_time() -> None:
    rate = Figure(id="漏损", name="漏损率", value="7.9", unit="%")
    plan = aim("漏损率降到8%以内", "8")
    now, then = progress(plan, FIRST, rate), progress(plan, YEAR, rate)
    assert (now.completion, now.met, now.suggestion) == (None, True, "推进中")
    assert (then.completion, then.met, then.suggestion) == (None, True, "完成")


@pytest.mark.parametrize("fields", [{"unit": "%"}, {"combine": "期末"}, {"combine": "最大"}, {"combine": "不汇总"}])
def test_what_does_not_grow_with_time_is_not_held_against_it(fields: dict[str, str]) -> None:
    figure = Figure(**{"id": "甲", "name": "覆盖率", "value": "40", "unit": "公里", "combine": "累加"} | fields)  # type: ignore[arg-type]
    found = progress(Aim("覆盖率达到44", "44", made=MADE), FIRST, figure)
    assert (found.completion, found.pace, found.met) == ("90.9%", "", False)


def test_nor_is_it_counted_anew_in_the_second_half() -> None:
    stock = Figure(id="平台", name="平台总数", value="40", unit="个", combine="期末")
    assert progress(Aim("平台达到44个", "44", made=MADE), SECOND, stock).met is False


def test_time_does_not_run_before_a_plan_begins_nor_on_when_it_is_over() -> None:
    assert progress(aim(made=Period(2022)), YEAR, None).time == "100%"
    assert progress(aim(made=YEAR), YEAR, None).time == "0%"


def test_where_nothing_tells_a_direction_nothing_is_said_of_it() -> None:
    found = progress(aim("渠道44公里"), YEAR, flow("20"))
    assert (found.completion, found.met, found.suggestion, found.pace) == ("45.5%", None, "", "")
    assert contradiction("完成", found) is None


def test_a_place_among_others_is_measured_by_rank() -> None:
    figure = Figure(id="净增", name="净增数", value="71", unit="家", rank=Rank(scope="全省", place=6))
    found = progress(aim("净增数进入全省前5位", "5"), YEAR, figure)
    assert (found.actual, found.unit, found.bound, found.completion, found.met) == ("6", "位", "upper", None, False)
    assert progress(aim("净增数进入全省前5位", "5"), SECOND, figure).met is False  # a rank is that of the whole year
    assert progress(aim("净增数进入全省前5名", "5"), SECOND, figure).met is False
    unranked = Figure(id="净增", name="净增数", value="71", unit="家")
    assert progress(aim("净增数进入全省第5位", "5"), YEAR, unranked).actual is None


def test_a_growth_rate_is_not_measured_by_the_quantity() -> None:
    found = progress(aim("衬砌渠道增长10%", "10"), YEAR, flow("46"))
    assert (found.actual, found.unit, found.completion, found.met) == (None, "%", None, None)
    assert progress(aim("产值达到10亿元", "10"), YEAR, Figure(id="产值", name="产值", value="90000", unit="万元")).actual is None


def test_a_figure_of_one_half_cannot_show_that_the_year_was_missed() -> None:
    assert progress(aim(), SECOND, flow("22")).met is None
    assert progress(aim(), SECOND, flow("22")).suggestion == ""
    assert progress(aim(), SECOND, flow("50")).met is True
    assert progress(aim(), SECOND, None, "22").met is False  # typed for this plan


def test_a_plan_for_the_second_half_seen_from_the_year() -> None:
    whole = aim("全年衬砌渠道达到44公里", made=FIRST)
    half = aim("下半年衬砌渠道达到44公里", made=FIRST)
    assert progress(whole, YEAR, flow("43")).met is False
    assert progress(half, YEAR, flow("43")).met is None
    assert progress(half, YEAR, flow("43", target="44")).met is False  # the figure's own target says so
    assert progress(whole, Period(2024, "M09"), flow("43")).time == "75%"
    assert progress(half, Period(2024, "M09"), flow("43")).time == "50%"


def test_the_time_of_a_plan_ends_when_it_is_due() -> None:
    assert progress(aim(due="2024年9月底"), FIRST, None).time == "66.7%"
    assert progress(aim(due="6月底前"), FIRST, None).time == "100%"
    assert progress(aim(due="尽快"), FIRST, None).time is None
    assert progress(aim(due="2023年6月"), FIRST, None).time is None


def test_without_period_or_target_there_is_little_to_say() -> None:
    assert progress(Aim("达到44公里", "44"), FIRST, flow("20")).time is None
    assert progress(Aim("达到44公里", "44"), FIRST, flow("20")).suggestion == ""
    assert progress(aim(target="0"), YEAR, flow("20")).completion is None
    found = progress(Aim("抓好管护", None, made=MADE), YEAR, flow("20"))
    assert (found.completion, found.met, found.actual) == (None, None, "20")


def test_the_unit_is_that_behind_the_number_where_there_is_no_figure() -> None:
    assert progress(aim("拟新聘水管员20名以上", "20"), YEAR, None, "23").unit == "名"
    assert progress(aim("争取资金超过5000万元", "5000"), YEAR, None, "5100").unit == "万元"
    assert progress(aim("拟新聘水管员２０人次", "20"), YEAR, None, "23").unit == "人次"


@pytest.mark.parametrize(
    ("due", "month"),
    [
        ("2024年12月底", 12), ("6月底前", 6), ("2024-06-30", 6), ("2024.9", 9), ("三季度末", 9), ("2024年第一季度", 3),
        ("上半年", 6), ("年底前", 12), ("年内", 12), ("2024年", 12), ("2024", 12), ("全年", 12),
        ("尽快", None), ("13月", None), ("", None), ("长期坚持", None),
    ],
)  # fmt: skip
def test_the_month_something_is_due(due: str, month: int | None) -> None:
    assert due_month(due, YEAR) == (None if month is None else 2024 * 12 + month)


def test_a_due_date_may_lie_in_another_year() -> None:
    assert due_month("2026年6月", YEAR) == 2026 * 12 + 6


@pytest.mark.parametrize(
    ("period", "first", "last"), [("2024", 1, 12), ("2024-H2", 7, 12), ("2024-Q3", 7, 9), ("2024-M09", 1, 9), ("2024-M01", 1, 1)]
)
def test_the_months_of_a_period(period: str, first: int, last: int) -> None:
    found = Period.parse(period)
    assert found is not None and months(found) == (2024 * 12 + first, 2024 * 12 + last)


@pytest.mark.parametrize(
    ("outcome", "actual", "wrong"),
    [
        ("完成", "58", True), ("完成", "100", False), ("基本完成", "79", True), ("基本完成", "80", False),
        ("未完成", "100", True), ("未完成", "58", False), ("推进中", "58", False), ("取消", "100", False), ("", "58", False),
    ],
)  # fmt: skip
def test_answers_that_the_numbers_contradict(outcome: str, actual: str, wrong: bool) -> None:
    found = contradiction(outcome, progress(aim("达到100公里", "100"), YEAR, flow(actual)))
    assert (found is not None) == wrong
    if found:
        assert actual in found.zh and "100公里" in found.zh and outcome in found.en


def test_what_is_only_expected_contradicts_no_failure() -> None:
    reached = progress(aim(), YEAR, flow("46", status="预计"))
    assert reached.met and contradiction("未完成", reached) is None


def test_nothing_is_said_of_nothing() -> None:
    assert Progress().pace == "" and contradiction("完成", Progress()) is None
