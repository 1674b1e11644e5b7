"""A question: by arrows, digit and mouse; Esc does no harm."""

from pathlib import Path
from typing import Any

import pytest
from goldens import same_screen
from pilots import play, screen_lines, screen_text
from textual.pilot import Pilot

from drafter.tui.screens.asking import Ask, Choice

HERE = Path(__file__).parent
pytestmark = pytest.mark.usefixtures("quiet")
CHOICES = [Choice("drop", "丢掉", grave=True), Choice("keep", "留着"), Choice("look", "先看看")]


def test_answers(stage: Any) -> None:
    app = stage(Ask("草稿怎么办？", CHOICES, harmless="keep"))

    async def story(pilot: Pilot[Any]) -> None:
        for keys in (["escape"], ["enter"], ["left", "enter"], ["right", "enter"], ["1"]):
            await pilot.press(*keys)
            await pilot.pause(0)
            await app.push_screen(Ask("草稿怎么办？", CHOICES, harmless="keep"), app.results.append)
        assert app.results == ["keep", "keep", "drop", "look", "drop"]

    play(app, story)


def test_by_mouse_and_as_it_looks(stage: Any) -> None:
    app = stage(Ask("草稿\x1b[31m怎么办？[b]\n第二行", CHOICES))

    async def story(pilot: Pilot[Any]) -> None:
        same_screen(app, HERE / "ask.80x24.txt")
        assert "␛[31m" in screen_text(app)
        await pilot.press("9")
        await pilot.pause(0)
        assert app.results == []
        await pilot.click(app.screen.query("Button")[1])
        await pilot.pause(0)
        assert app.results == ["keep"]

    play(app, story)


def test_a_long_question_is_broken_as_chinese_is(stage: Any) -> None:
    app = stage(Ask("还不能定稿：55 条待更新，照样定稿，没有核对、没有答复的就这样印出来发出去。", CHOICES))

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        rows = [line.strip().strip("│").strip() for line in screen_lines(app)]
        first = next(number for number, row in enumerate(rows) if row.startswith("还不能"))
        assert "55 条" in rows[first] and rows[first + 1].endswith("。") and len(rows[first + 1]) > 2

    play(app, story)
