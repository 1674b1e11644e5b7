"""Breaks of long titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.render.measures import width
from drafter.render.titles import title_lines


@pytest.mark.parametrize(
    "lines",
    [
        ("临江市水务局2024年度工作总结",),
        ("临江市园林绿化管理局2024年工作总结和", "2025年工作打算"),
        ("关于印发2025年上半年工作总结和", "下半年工作打算的通知"),
        ("临江市水务局关于印发《临江市水务局", "2025年上半年工作总结和", "下半年工作打算》的通知"),
        ("市人民政府办公室关于报送2024年度", "政务公开工作情况的报告"),
        ("临江市市场监督管理局二〇二四年上半年", "工作总结暨下半年工作计划"),
        ("全市教育系统2024—2025学年度第一学期", "工作总结和第二学期工作计划"),
        ("临江市住房和城乡建设局", "关于加强建筑施工领域安全生产", "工作的实施意见的通知"),
    ],
    ids=lambda lines: lines[0],
)
def test_titles_break_between_words(lines: tuple[str, ...]) -> None:
    assert title_lines("".join(lines)) == lines


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("临江市水务局关于贯彻落实《农田水利条例》情况的工作总结", "《农田水利条例》"),
        ("临江市水务局全面推进数字孪生流域建设2025 年工作总结", "2025 年"),
        ("临江市水务局全面推进 Watershed-Twin 平台建设工作总结", "Watershed-Twin"),
        ("临江市水务局巩固提升“一张网”建设成果专项行动工作总结", "“一张网”"),
        ("临江市水务局落实省水利厅〔2025〕18号文件专项行动工作总结", "〔2025〕18号"),
    ],
)
def test_words_stay_whole(title: str, whole: str) -> None:
    lines = title_lines(title)
    assert len(lines) > 1
    assert any(whole in line for line in lines)


@given(st.text("临江市水务局关于印发和的通知《》“”（）2025年 Ab、，工作总结", min_size=1, max_size=90))
def test_lines_are_the_title_and_fit(title: str) -> None:
    lines = title_lines(title)
    assert "".join(lines) == title
    if len(lines) > 1:
        assert max(map(width, lines)) <= 20
        assert min(map(width, lines)) >= 4
        assert not any(line[0] in "的》”），、" for line in lines[1:])
        assert not any(line[-1] in "《“（" for line in lines[:-1])


@pytest.mark.parametrize("title", ["Z" * 80, "关" * 5000, "第一行\n第二行" + "长" * 20])
def test_what_cannot_be_broken_well_is_left_to_word(title: str) -> None:
    assert title_lines(title) == (title,)


def test_a_title_that_may_break_anywhere_is_broken_in_four() -> None:
    assert len(title_lines("水天一色" * 18)) == 4
