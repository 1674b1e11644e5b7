from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pilots import play, screen_lines, screen_text
from rich.cells import cell_len
from textual.pilot import Pilot
from widget_host import Host

from drafter.model.problem import Place, Problem
from drafter.model.words import Both
from drafter.tui.screens.problems import ProblemsScreen
from drafter.tui.speech import speak
from drafter.tui.widgets.findings import Finding, Findings, around, placed, wrapped

HERE = Path(__file__).parent

NUMBER = Finding(
    Problem(
        "value-number",
        Both("“数值”应是数字，这里是“七十六”", "数值 (Value) should be a number"),
        Both("只填阿拉伯数字", "digits only"),
    ),
    "高企净增",
    "数值",
)
UNKNOWN = Finding(
    Problem(
        "reference-unknown",
        Both(
            "正文提到的指标“高企总量”没有登记，也许想写的是“高企总数”，请核对\x1b[31m",
            "the text names a figure that there is none of; perhaps 高企总数 was meant",
        ),
        Both(
            "改成 {{ 高企总数 }}，或者在指标表里加上“高企总量”，再填数值和单位",
            "write {{ 高企总数 }}, or add 高企总量 to the figures",
        ),
        "warning",
    ),
    "抓好高新技术企业梯度培育，推动企业提质增效",
    "正文",
)
WIDTHS = Finding(Problem("half-width", Both("标点是半角", "the punctuation is half-width"), severity="info"), "", "导语")


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    yield
    speak("zh")


@pytest.mark.parametrize(("language", "width"), [("zh", 80), ("en", 80), ("zh", 160)])
def test_the_problems_as_they_are_seen(language: Any, width: int) -> None:
    speak(language)

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.press("down")
        assert screen_text(pilot.app) == (HERE / f"findings.{language}.{width}.txt").read_text("utf-8")

    play(Host(Findings([NUMBER, UNKNOWN, WIDTHS])), story, (width, 9))


def test_a_chosen_problem_is_told_and_the_cursor_stays_on_its_problem() -> None:
    host = Host(Findings([NUMBER, UNKNOWN, WIDTHS]))

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.press("down", "enter")
        assert host.takes("Selected") == [("Selected", 1, UNKNOWN, UNKNOWN.problem)]
        host.widget.show([UNKNOWN, WIDTHS])
        assert host.widget.cursor == 0
        host.widget.show([WIDTHS])
        await pilot.click(offset=(20, 0))
        assert host.takes("Selected") == [("Selected", 0, WIDTHS, WIDTHS.problem)]
        host.widget.show([])
        await pilot.pause()
        assert screen_lines(host)[0] == "没有发现问题。"

    play(host, story, (80, 9))


def test_words_are_quoted_with_what_stands_around_them() -> None:
    text = "前一段。\n" + "甲" * 20 + "8-10" + "乙" * 20
    before, words, after = around("8-10", text, 24)
    assert (before, words, after) == ("..甲甲甲甲", "8-10", "乙乙乙乙..")
    assert around("8-10", "只有8-10", 40) == ("只有", "8-10", "")
    assert around("8-10", "甲" * 20 + "8-10", 24) == (".." + "甲" * 9, "8-10", "")
    assert around("没有", text, 24) == ("", "", "")
    for width in range(1, 60):
        assert sum(map(cell_len, around("8-10", text, width))) <= max(width, 4)


def test_a_place_keeps_its_field_when_it_is_cropped() -> None:
    assert placed("抓好梯度培育", "正文", 14) == "抓好 .. / 正文"
    assert placed("抓好梯度培育", "正文") == "抓好梯度培育 / 正文"
    assert placed("", "导语", 30) == "导语" and placed("甲", "", 30) == "甲"
    assert all(cell_len(placed("抓好梯度培育", "正文", width)) <= width for width in range(2, 30))


def test_wrapping_keeps_latin_words_whole_and_every_character() -> None:
    text = "请写成 {{ 高企总数 }} or add it to the figures" + "x" * 40
    lines = wrapped(text, 16)
    assert "".join(lines) == text and max(cell_len(line.rstrip()) for line in lines) <= 16
    assert any(line.startswith("figures") or "figures" in line for line in lines)


def test_the_other_place_and_what_only_waits_are_told_as_such() -> None:
    same = Problem(
        "same-value", Both("和上期相同", "as last time"), severity="warning", other=Place("/家/facts/2024/成绩.yaml", 35)
    )
    left = Problem("carried-over", Both("尚未核对", "not looked at"), gate=True, other=Place("/家/facts/2024/报告.yaml"))

    async def story(pilot: Pilot[Any]) -> None:
        assert "上期：2024/成绩.yaml 第35行" in screen_text(pilot.app)
        await pilot.press("down")
        shown = screen_text(pilot.app)
        assert "上期：2024/报告.yaml\n" in shown and "待处理" in shown and "错误" not in shown

    play(Host(Findings([Finding(same), Finding(left)])), story, (80, 12))


def test_the_heading_counts_errors_apart_from_what_has_to_be_settled() -> None:
    left = Problem("carried-over", Both("尚未核对", "not looked at"), gate=True)
    wrong = Problem("half-width", Both("标点是半角", "half-width"))
    assert "错误 1 处，定稿前待处理 2 处" in ProblemsScreen([Finding(left), Finding(wrong), Finding(left)])._heading()
    assert "待处理" not in ProblemsScreen([Finding(wrong)])._heading()
    words = Problem("placeholder", Both("没有换成内容", "a placeholder"), gate=True, words="xx")
    assert ProblemsScreen([Finding(words)])._heading().endswith("错误 1 处")  # what is wrong is wrong in a draft, too
