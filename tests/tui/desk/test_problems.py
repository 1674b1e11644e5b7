"""The list of problems: a finding is accepted with a reason, mended alone or with all others, and each of these is undone at once."""

from pathlib import Path
from typing import Any

import pytest
from driving import desk_of, facts, go, saved, type_in, until
from pilots import play, screen_text
from textual.pilot import Pilot

from drafter.tui.app import DrafterApp
from drafter.tui.screens.asking import Ask, AskLine
from drafter.tui.screens.problems import ProblemsScreen
from drafter.tui.widgets.findings import Findings


@pytest.fixture
def slips(workspace: Path) -> Path:
    """The report with slips in two of its facts, and a figure that nobody knows."""
    file = workspace / "facts" / "2025" / "报告.yaml"
    text = file.read_text("utf-8").replace("全年没有发生火灾。", "印发宣传册8-10册。成效位列全省第一。")
    text = text.replace("林下种植铺开。", "林下种植{{ 林下 }}。")
    file.write_text(text.replace("培训两期。", "培训3-5期，走访8-10户。"), "utf-8")
    return workspace


async def list_of(pilot: Pilot[Any], code: str) -> Findings:
    """The list, opened, its cursor on the first finding of a rule."""
    screen = await desk_of(pilot)
    await pilot.press("f5")
    await until(pilot, lambda: isinstance(pilot.app.screen, ProblemsScreen), "the problems")
    listed = pilot.app.screen.query_one(Findings)
    assert screen.desk.settled is not None
    listed.cursor = next(place for place in range(listed.count) if listed.at(place).problem.code == code)
    await pilot.pause()
    return listed


def codes(listed: Findings) -> list[str]:
    return [listed.at(place).problem.code for place in range(listed.count)]


async def back_in_desk(pilot: Pilot[Any]) -> None:
    await pilot.press("escape")
    await until(pilot, lambda: not isinstance(pilot.app.screen, ProblemsScreen), "the desk")


def test_an_accepted_finding_is_noted_in_the_file_and_gone_until_the_text_changes(slips: Path) -> None:
    app = DrafterApp(slips, "2025")

    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        listed = await list_of(pilot, "rank-unproven")
        stood = listed.cursor
        await pilot.press("f8")
        await until(pilot, lambda: isinstance(app.screen, AskLine), "the question")
        await pilot.press("enter")  # no reason is no answer
        assert isinstance(app.screen, AskLine)
        await type_in(pilot, "见省厅通报")
        await pilot.press("enter")
        await until(pilot, lambda: "rank-unproven" not in codes(listed), "accepted")
        assert listed.cursor == min(stood, listed.count - 1)
        assert "认可: [" in facts(slips) or "认可:\n" in facts(slips)
        assert "rank-unproven “" in facts(slips) and "见省厅通报 #" in facts(slips)

        await back_in_desk(pilot)
        uid = await go(pilot, "抓防火")
        assert "认可       rank-unproven “" in screen_text(app)
        screen.desk.set(uid, "正文", "成效位列全省第一，没有火灾。")
        screen.touched()
        await saved(pilot)
        assert screen.desk.settled is not None
        assert "rank-unproven" in [each.code for each in screen.desk.settled.problems]

    play(app, story)


def test_an_acceptance_is_undone_at_once(slips: Path) -> None:
    app = DrafterApp(slips, "2025")
    before = facts(slips)

    async def story(pilot: Pilot[Any]) -> None:
        listed = await list_of(pilot, "rank-unproven")
        await pilot.press("f8")
        await until(pilot, lambda: isinstance(app.screen, AskLine), "the question")
        await type_in(pilot, "x")
        await pilot.press("enter")
        await until(pilot, lambda: "rank-unproven" not in codes(listed), "accepted")
        await back_in_desk(pilot)
        await pilot.press("ctrl+z")
        await saved(pilot)
        assert facts(slips) == before

    play(app, story)


def test_what_stops_the_report_is_not_accepted_and_what_takes_thought_not_mended(slips: Path) -> None:
    app = DrafterApp(slips, "2025")
    before = facts(slips)

    async def story(pilot: Pilot[Any]) -> None:
        listed = await list_of(pilot, "figure-unknown")
        await pilot.press("f8")
        await until(pilot, lambda: "不能认可" in screen_text(app), "refused")
        await pilot.press("f9")
        await until(pilot, lambda: "没有能直接改的" in screen_text(app), "refused")
        assert isinstance(app.screen, ProblemsScreen) and listed.count
        assert facts(slips) == before

    play(app, story, toasts=True)


def test_a_finding_is_mended_and_the_cursor_stays(slips: Path) -> None:
    app = DrafterApp(slips, "2025")
    before = facts(slips)

    async def story(pilot: Pilot[Any]) -> None:
        listed = await list_of(pilot, "range-mark")
        stood = listed.cursor
        await pilot.press("f9")
        await until(pilot, lambda: "range-mark" not in codes(listed), "mended")
        assert listed.cursor == stood
        assert "宣传册8—10册" in facts(slips) and "培训3—5期，走访8—10户" in facts(slips)
        assert "改了 2 栏，Ctrl+Z 可以撤销" in screen_text(app)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: "range-mark" in codes(listed), "undone")
        assert "已撤销" in screen_text(app)
        assert facts(slips) == before

    play(app, story)


def test_all_is_mended_once_it_was_asked_for(slips: Path) -> None:
    app = DrafterApp(slips, "2025")
    before = facts(slips)

    async def story(pilot: Pilot[Any]) -> None:
        listed = await list_of(pilot, "figure-unknown")
        await pilot.press("shift+f9")
        await until(pilot, lambda: isinstance(app.screen, Ask), "the question")
        assert "要改 2 栏，3 处" in screen_text(app) and "宣传册8-10册" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert facts(slips) == before
        await pilot.press("shift+f9")
        await until(pilot, lambda: isinstance(app.screen, Ask), "the question")
        await pilot.press("1")
        await until(pilot, lambda: "range-mark" not in codes(listed), "mended")
        assert "宣传册8—10册" in facts(slips) and "走访8—10户" in facts(slips)
        await back_in_desk(pilot)
        await pilot.press("ctrl+z")
        await saved(pilot)
        assert facts(slips) == before

    play(app, story)


def test_where_nothing_can_be_mended_it_is_said(workspace: Path) -> None:
    app = DrafterApp(workspace, "2025")

    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        await pilot.press("f5")
        await until(pilot, lambda: isinstance(app.screen, ProblemsScreen), "the problems")
        screen._mend_all()
        await until(pilot, lambda: "没有能直接改的" in screen_text(app), "said")

    play(app, story, toasts=True)


def test_what_has_changed_since_is_left_alone(slips: Path) -> None:
    app = DrafterApp(slips, "2025")

    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        await list_of(pilot, "range-mark")
        for label in ("抓防火", "抓队伍"):
            uid = next(row.uid for row in screen._rows() if row.label == label)
            screen.desk.set(uid, "正文", "另写了。")
        await pilot.press("f9")
        await until(pilot, lambda: "刚刚变过" in screen_text(app), "said")
        assert "8—10" not in str(screen.desk.root)

    play(app, story, toasts=True)
