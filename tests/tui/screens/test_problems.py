"""The list of problems by itself: what it offers to do is done by whoever opened it."""

from pathlib import Path
from typing import Any

import pytest
from goldens import same_in_all
from pilots import play, screen_text
from textual.pilot import Pilot

from drafter.model.problem import Edit, Problem
from drafter.model.words import Both
from drafter.tui.screens.asking import AskLine
from drafter.tui.screens.problems import ProblemsScreen, Ways
from drafter.tui.widgets.findings import Finding, Findings

HERE = Path(__file__).parent
pytestmark = pytest.mark.usefixtures("quiet")

TEXT = "全年走访企业，深入一线调研，召开座谈会，形成调研报告8-10篇，报送信息，全部被采用，其中两条得到省厅领导的批示肯定。"
RANGE = Finding(
    Problem(
        "range-mark",
        Both("“8-10”用短横表示范围。", "“8-10” has a hyphen for a range."),
        Both("数值范围用一字线“—”。", "A range takes “—”."),
        "warning",
        words="8-10",
        edits=(Edit("成绩/1", ("正文",), 26, 30, "8—10"),),
    ),
    "抓调研",
    "正文",
)
UNKNOWN = Finding(
    Problem("figure-unknown", Both("没有编号是“林下”的指标。", "There is no figure 林下."), Both("登记它", "add it")),
    "抓产业",
    "正文",
)


class Done(list[tuple[str, Any]]):
    """What was asked for."""

    @property
    def ways(self) -> Ways:
        return Ways(
            lambda problem: self.append(("accept", problem)),
            lambda problem: self.append(("mend", problem)),
            lambda: self.append(("all", None)),
            lambda: self.append(("undo", None)),
            lambda problem: f"第一段。\n{TEXT}" if problem.words else "",
        )


def test_each_key_is_for_the_finding_under_the_cursor(stage: Any) -> None:
    done = Done()
    app = stage(ProblemsScreen([RANGE, UNKNOWN], done.ways))

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.press("f8", "down", "f9", "shift+f9", "ctrl+z")
        assert done == [("accept", RANGE.problem), ("mend", UNKNOWN.problem), ("all", None), ("undo", None)]
        app.screen.show([RANGE])
        await pilot.pause()
        assert app.screen.query_one(Findings).cursor == 0 and "1 处" in screen_text(app)
        app.screen.show([])
        await pilot.press("f8", "f9", "ctrl+z")
        assert done[4:] == [("undo", None)]
        await pilot.press("escape")
        await pilot.pause(0)
        assert app.results == [None]

    play(app, story)


def test_without_ways_one_can_only_look(stage: Any) -> None:
    app = stage(ProblemsScreen([RANGE, UNKNOWN]))

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.press("f8", "f9", "shift+f9", "ctrl+z")
        assert "认可" not in screen_text(app)
        await pilot.press("down", "enter")
        await pilot.pause(0)
        assert app.results == [UNKNOWN.problem]

    play(app, story)


def test_the_list_as_it_is_seen(stage: Any) -> None:
    app = stage(ProblemsScreen([RANGE, UNKNOWN], Done().ways))

    async def story(pilot: Pilot[Any]) -> None:
        await same_in_all(pilot, HERE, "problems")

    play(app, story)


def test_a_line_is_asked_for_and_an_empty_one_is_no_answer(stage: Any) -> None:
    question = "“8-10”用短横表示范围。\n看过了，可以保留？写明理由："
    app = stage(AskLine(question, "认可", "如 见省厅通报"))

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.press("enter", "space", "enter")
        assert not app.results
        await pilot.press("x", "1", "space", "enter")
        await pilot.pause(0)
        await app.push_screen(AskLine(question, "认可", ""), app.results.append)
        await pilot.press("x")
        await pilot.click("#leave")
        await pilot.pause(0)
        await app.push_screen(AskLine(question, "认可", ""), app.results.append)
        await pilot.press("x", "tab", "enter")
        await pilot.pause(0)
        assert app.results == ["x1", None, "x"]

    play(app, story)


def test_the_question_for_a_line_as_it_is_seen(stage: Any) -> None:
    app = stage(AskLine("“8-10”用短横表示范围。\n看过了，可以保留？写明理由：", "认可", "如 见省厅通报"))

    async def story(pilot: Pilot[Any]) -> None:
        await same_in_all(pilot, HERE, "ask-line")

    play(app, story)
