"""Unit, period and the rest, as a document names them, with a word on each guess."""

import pytest

from drafter.importers.outline import recover
from drafter.importers.proposals import Proposal, propose
from drafter.importers.source import Line, Source

LEAD = "各项工作有序推进，成效明显。"


def proposed(text: str, **properties: str) -> Proposal:
    lines = [Line(line, number=number) for number, line in enumerate(text.split("\n"), 1)]
    source = Source("报告.txt", True, lines, properties=properties)
    return propose(source, recover(source)[0])


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("临江县水利局2022年上半年工作总结", "2022-H1"),
        ("临江县水利局2019年工作总结和2020年工作打算", "2019"),
        ("临江县水利局2023年1—9月工作总结及四季度打算", "2023-M09"),
        ("临江县水利局2023年前三季度工作总结", "2023-M09"),
        ("临江县水利局2023年第一季度工作情况", "2023-Q1"),
        ("临江县水利局2023年下半年工作总结", "2023-H2"),
        ("临江县水利局二〇二三年工作总结", "2023"),
        ("临江县水利局２０２３年半年工作总结", "2023-H1"),
        ("临江县水利局2024年工作要点", "2024"),
    ],
)
def test_period_of_a_title(title: str, period: str) -> None:
    found = proposed(f"{title}\n{LEAD}\n一、工作\n做了。")
    assert str(found.period) == period
    assert found.unit == "临江县水利局"
    assert found.problems == []


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (f"县水利局工作总结\n2021年，{LEAD}\n一、工作\n做了。", "2021"),
        (f"县水利局工作总结\n{LEAD}\n一、2021年工作\n做了。", "2021"),
        (f"县水利局工作总结及2022年工作计划\n{LEAD}\n一、工作\n做了。", "2021"),
        (f"县水利局年度工作总结\n{LEAD}\n一、工作\n做了。\n县水利局\n2022年1月9日", "2021"),
        (f"县水利局年度工作总结\n{LEAD}\n一、工作\n做了。\n县水利局\n2022年12月9日", "2022"),
        (f"县水利局上半年工作总结\n{LEAD}\n一、工作\n做了。\n县水利局\n2022年7月9日", "2022-H1"),
        (f"县水利局上半年工作总结\n发布时间：2022-07-09\n{LEAD}\n一、工作\n做了。", "2022-H1"),
    ],
)
def test_period_inferred_elsewhere_says_so(text: str, period: str) -> None:
    found = proposed(text)
    assert str(found.period) == period
    assert [problem.code for problem in found.problems] == ["period-guessed"]


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("实验小学2022—2023学年第二学期工作总结", "2023-H1"),
        ("实验小学2022-2023学年度第一学期教学工作总结", "2022-H2"),
        ("实验小学二 〇 二 三 年 工 作 总 结", "2023"),
    ],
)
def test_terms_and_spaced_titles(title: str, period: str) -> None:
    assert str(proposed(f"{title}\n{LEAD}\n一、工作\n做了。").period) == period


def test_the_day_of_a_speech_is_not_its_period() -> None:
    title = "政府工作报告\n——2024年1月10日在青禾镇第九届人民代表大会第三次会议上"
    assert str(proposed(f"{title}\n{LEAD}\n一、2023年工作回顾\n做了。").period) == "2023"
    assert str(proposed(f"{title}\n{LEAD}\n一、工作回顾\n做了。").period) == "2023"


def test_contradicting_years_are_proposed_and_told() -> None:
    found = proposed(f"县水利局工作总结及2024年工作计划\n2024年以来，{LEAD}\n一、2024年工作\n做了。\n二、2024年计划\n再做。")
    assert str(found.period) == "2024"
    assert [(problem.code, problem.severity) for problem in found.problems] == [("period-differs", "warning")]


def test_nothing_known_is_said() -> None:
    found = proposed(f"工作总结\n{LEAD}\n一、工作\n做了。")
    assert (found.unit, found.period, found.date) == ("", None, "")
    assert [problem.code for problem in found.problems] == ["unit-unknown", "period-unknown"]


def test_metadata_and_cover_are_used() -> None:
    found = proposed(
        "索引号：ab/1 发布机构：临江县水利局\n成文日期：2024-01-08 发文字号：临水发〔2024〕2号\n2023年工作总结\n2023年，"
        + LEAD
        + "\n一、工作\n做了。"
    )
    assert (found.unit, found.number, found.date) == ("临江县水利局", "临水发〔2024〕2号", "2024年1月8日")
    signed = proposed(f"2023年工作总结\n县政府办：\n2023年，{LEAD}\n一、工作\n做了。\n临江县水利局\n2024年1月8日")
    assert (signed.signature, signed.addressees, signed.unit) == ("临江县水利局", "县政府办：", "临江县水利局")
