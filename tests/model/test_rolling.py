"""Which words of a text go over from period to period, and what never does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.period import Period
from drafter.model.rolling import postponed, rolled, rolls
from drafter.model.spans import months_of, read_span, write_span


def period(text: str) -> Period:
    found = Period.parse(text)
    assert found is not None
    return found


def check(old: str, new: str, text: str, said: str) -> None:
    assert rolled(text, period(old), period(new)) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("某区教育局2023年工作总结和2024年工作打算", "某区教育局2024年工作总结和2025年工作打算"),
        ("2023年，全县新建农村公路36公里", "2024年，全县新建农村公路36公里"),
        ("较2022年增长5%", "较2023年增长5%"),
        ("与2022年同期相比", "与2023年同期相比"),
        ("在2022年基础上翻番", "在2023年基础上翻番"),
        ("2023年度考核", "2024年度考核"),
        ("截至2023年底，在册医师41名", "截至2024年底，在册医师41名"),
        ("2022年底共有养老床位800张", "2023年底共有养老床位800张"),
        ("2023年年初确定的任务", "2024年年初确定的任务"),
        ("2024年上半年完成招标，2024年第三季度开工", "2025年上半年完成招标，2025年第三季度开工"),
        ("确保2024年底前建成投用", "确保2025年底前建成投用"),
        ("2023年以来，全局上下", "2024年以来，全局上下"),
        ("2023—2024学年秋季学期", "2024—2025学年秋季学期"),
        ("２０２３年防汛工作", "２０２４年防汛工作"),
        ("二〇二三年工作总结", "二〇二四年工作总结"),
        ("二○二四年计划", "二○二五年计划"),
        ("举办2023年全市职工技能大赛", "举办2024年全市职工技能大赛"),
    ],
)
def test_from_year_to_year(text: str, said: str) -> None:
    check("2023", "2024", text, said)


@pytest.mark.parametrize(
    "text",
    [
        "《2023年全市水资源公报》",
        "“2023年十件实事”全部办结",
        "临政发〔2023〕27号",
        "2023年4月18日召开动员会",
        "2023年3月开工",
        "二〇二三年四月",
        "该桥于2023年建成通车",
        "改革于2023年在全省率先推开",
        "2023年获批国家级中心",
        "2023年成功入选试点",
        "获评2023年全国先进集体",
        "被评为全省优秀、2023年全国科普日先进单位",
        "印发2023年重点任务清单",
        "三年行动（2023—2025年）",
        "“十四五”期间",
        "{{ 2023年 }}",
        "2023年（第31批）名单",
        "2022年上半年，2025年下半年",
        "自2023年起实行",
        "到2025年，基本建成",
        "2019年成立",
        "2022年实施的项目",
        "第12023年",
        "全年无休，今年以来，去年同期，明年",
    ],
)
def test_what_stays_from_year_to_year(text: str) -> None:
    assert rolls(text, period("2023"), period("2024")) == []


def test_a_name_holds_the_year_up_to_the_next_stop_only() -> None:
    check("2023", "2024", "获评2023年先进集体，2023年共办案12件", "获评2023年先进集体，2024年共办案12件")
    check("2023", "2024", "“未闭合的2023年\n2023年全市", "“未闭合的2023年\n2024年全市")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2024年上半年总结和下半年打算", "2025年上半年总结和下半年打算"),
        ("比2023年上半年增长8%", "比2024年上半年增长8%"),
        ("完成2024年目标任务的52%", "完成2025年目标任务的52%"),
        ("2024年1—6月", "2025年1—6月"),
        ("今年上半年，去年上半年，上半年，下半年，全年", "今年上半年，去年上半年，上半年，下半年，全年"),
        ("确保2024年底前完成", "确保2025年底前完成"),
    ],
)
def test_from_half_to_the_same_half(text: str, said: str) -> None:
    check("2024-H1", "2025-H1", text, said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("全市民政工作2024年上半年总结和下半年打算", "全市民政工作2024年总结和2025年打算"),
        ("今年上半年受理", "今年受理"),
        ("今年下半年将", "明年将"),
        ("上半年接诊3万人次，1—6月份", "全年接诊3万人次，1—12月份"),
        ("完成全年任务的52%", "完成全年任务的52%"),
        ("下半年，我局将", "2025年，我局将"),
        ("2024年下半年计划", "2025年计划"),
        ("比2023年上半年多2场", "比2023年多2场"),
        ("前6个月", "全年"),
    ],
)
def test_from_half_to_its_year(text: str, said: str) -> None:
    check("2024-H1", "2024", text, said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2023年工作总结和2024年工作打算", "2024年上半年工作总结和下半年工作打算"),
        ("全年办结信访事项90件", "上半年办结信访事项90件"),
        ("完成全年目标的105%", "完成全年目标的105%"),
        ("力争全年新增就业2万人", "力争全年新增就业2万人"),
        ("2023年底，2024年底前", "2024年6月底，2024年底前"),
        ("比2022年增长", "比2023年上半年增长"),
        ("明年，来年", "下半年，下半年"),
        ("2024年，将围绕", "下半年，将围绕"),
        ("今年全年", "今年上半年"),
    ],
)
def test_from_year_to_half(text: str, said: str) -> None:
    check("2023", "2024-H1", text, said)


@pytest.mark.parametrize(
    ("old", "new", "text", "said"),
    [
        ("2024-H1", "2024-H2", "2024年上半年总结和下半年打算", "2024年下半年总结和2025年上半年打算"),
        ("2024-H2", "2025-H1", "下半年总结，2025年上半年打算", "上半年总结，2025年下半年打算"),
        ("2024-H1", "2024-H2", "1—6月，今年下半年", "7—12月，明年上半年"),
        ("2024-Q3", "2024-Q4", "第三季度总结，三季度，3季度", "第四季度总结，四季度，4季度"),
        ("2024-Q1", "2024-Q2", "一季度总结和二季度打算", "二季度总结和三季度打算"),
        ("2024-Q4", "2025-Q1", "2024年第四季度，2025年第一季度打算", "2025年第一季度，2025年第二季度打算"),
        ("2024-M09", "2025-M09", "2024年1—9月，前三季度", "2025年1—9月，前三季度"),
        ("2024-M06", "2024-M09", "1至6月，１-６月，前六个月，上半年", "1至9月，１-９月，前九个月，1—9月"),
        ("2024-M09", "2024", "前三季度，1-9月，四季度打算", "全年，1-12月，2025年打算"),
        ("2024-M09", "2024-M06", "前三季度", "上半年"),
        ("2024-M03", "2024-M01", "1—3月", "1月"),
    ],
)
def test_other_parts_of_the_year(old: str, new: str, text: str, said: str) -> None:
    check(old, new, text, said)


def test_a_roll_says_where_it_stands() -> None:
    [first, second] = rolls("总结2023年，展望2024年。", period("2023"), period("2024"))
    assert (first.start, first.end, first.old, first.new) == (2, 7, "2023年", "2024年")
    assert (second.start, second.old, second.new) == (10, "2024年", "2025年")


@pytest.mark.parametrize(
    ("due", "old", "new", "said"),
    [
        ("2024年12月底", "2023", "2024", "2025年12月底"),
        ("2024年12月底", "2023", "2024-H1", "2024年12月底"),
        ("2024年11月底", "2024-H1", "2024", "2025年11月底"),
        ("年底前", "2023", "2024", "年底前"),
    ],
)
def test_when_something_is_due(due: str, old: str, new: str, said: str) -> None:
    assert postponed(due, period(old), period(new)) == said


PERIODS = st.builds(
    Period, st.integers(2020, 2027), st.sampled_from(["", "H1", "H2", "Q1", "Q2", "Q3", "Q4", "M03", "M06", "M09", "M11"])
)
PIECES = st.sampled_from(
    [
        "2023年",
        "2024年",
        "上半年",
        "下半年",
        "全年",
        "底",
        "度",
        "《",
        "》",
        "“",
        "”",
        "，",
        "比",
        "于",
        "获批",
        "三季度",
        "1—6月",
        "4月",
        "{{ 甲 }}",
        "明年",
        "\n",
        "力争",
        "12",
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join), PERIODS, PERIODS)
def test_only_the_words_that_roll_change(text: str, old: Period, new: Period) -> None:
    at, pieces = 0, []
    for roll in rolls(text, old, new):
        assert text[roll.start : roll.end] == roll.old != roll.new and roll.start >= at
        pieces += [text[at : roll.start], roll.new]
        at = roll.end
    assert rolled(text, old, new) == "".join(pieces) + text[at:]
    assert rolled(text, old, old) == text


@given(PERIODS)
def test_the_words_of_a_span_are_read_back(one: Period) -> None:
    months = months_of(one)
    assert read_span(write_span(months, "")) in (months, None)
    for like in ("1—6月", "一至六月", "１－３月份"):
        if months.first < months.last:
            assert read_span(write_span(months, like)) == months


def test_a_range_that_goes_backwards_is_no_span() -> None:
    assert read_span("9—1月") is None and read_span("前两季度") == (1, 6)
