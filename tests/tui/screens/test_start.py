"""The start screen: cards of a workspace, and three ways to begin in an empty folder."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from goldens import same_in_all, settled
from pilots import play, screen_lines, screen_text
from rich.cells import cell_len
from textual.pilot import Pilot

from drafter.tui.screens.importing import ImportScreen
from drafter.tui.screens.rendering import RenderScreen
from drafter.tui.screens.start import StartScreen
from drafter.tui.screens.wizard import WizardScreen
from drafter.tui.widgets.card import CardList

HERE = Path(__file__).parent
pytestmark = pytest.mark.usefixtures("quiet")


@pytest.fixture
def app(stage: Any, now: datetime, monkeypatch: pytest.MonkeyPatch):
    def make(start: Path) -> Any:
        monkeypatch.setattr(StartScreen, "_head", lambda self: "工作总结" if self.cards else "欢迎")
        return stage(StartScreen(start, lambda: now))

    return make


def test_the_workspace_as_cards(app: Any, workspace: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        await same_in_all(pilot, HERE, "start")

    play(app(workspace), story)


def test_names_stand_there_before_anything_is_read(app: Any, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.tui.screens.start.filled", lambda card, start: card)

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        assert "2026年上半年" in screen_text(pilot.app) and "正在读" in screen_text(pilot.app)

    play(app(workspace), story)


def test_a_report_is_opened_by_enter_or_by_a_second_click(app: Any, workspace: Path) -> None:
    shown = app(workspace)

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.press("down", "enter", "up")
        cards = shown.screen.query_one(CardList)
        await pilot.click(cards, offset=(5, 5))
        assert len(shown.opened) == 1 and cards.current == 1
        await pilot.click(cards, offset=(5, 5))
        await pilot.pause(0)
        assert shown.opened == [("2025", workspace, None)] * 2

    play(shown, story)


def test_each_action_has_its_key_and_the_bar_is_buttons(app: Any, workspace: Path) -> None:
    shown = app(workspace)

    async def story(pilot: Pilot[Any]) -> None:
        for key, screen in (("f2", WizardScreen), ("insert", WizardScreen), ("f3", ImportScreen), ("f7", RenderScreen)):
            await pilot.press(key)
            await settled(pilot)
            assert isinstance(shown.screen, screen)
            await pilot.press("escape")
            await settled(pilot)
            assert isinstance(shown.screen, StartScreen) and shown.opened == []
        await pilot.press("down", "f6")
        await settled(pilot)
        assert isinstance(shown.screen, WizardScreen) and shown.screen.source == "2025"
        await pilot.press("escape")
        await settled(pilot)
        bar = screen_lines(shown)[-1]
        await pilot.click("KeyBar", offset=(cell_len(bar[: bar.index("F3")]) + 1, 0))
        await settled(pilot)
        assert isinstance(shown.screen, ImportScreen)

    play(shown, story)


def test_an_empty_folder_offers_three_ways(app: Any, tmp_path: Path) -> None:
    shown = app(tmp_path)

    async def story(pilot: Pilot[Any]) -> None:
        await same_in_all(pilot, HERE, "start-empty")
        await pilot.press("f7")
        await settled(pilot)
        assert isinstance(shown.screen, StartScreen)  # nothing to render, and no key for it
        for way in (["down", "enter"], ["2"], None):
            await (pilot.press(*way) if way else pilot.click(CardList, offset=(9, 4)))
            await settled(pilot)
            assert isinstance(shown.screen, ImportScreen)
            await pilot.press("escape")
            await settled(pilot)

    play(shown, story)


def test_the_example_is_copied_once_and_opened(app: Any, tmp_path: Path) -> None:
    shown = app(tmp_path)
    report = tmp_path / "示例/facts/2024/报告.yaml"

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.press("f4")
        await settled(pilot)
        assert shown.opened == [("2024", tmp_path / "示例", None)]
        report.write_text(report.read_text("utf-8") + "# 我改过\n", "utf-8")
        await pilot.press("f4")
        await settled(pilot)
        assert len(shown.opened) == 2

    play(shown, story)
    assert report.read_text("utf-8").endswith("# 我改过\n")


def test_coming_back_shows_what_has_changed(app: Any, workspace: Path) -> None:
    shown = app(workspace)

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        assert "已填 2/3" in screen_text(shown)
        file = workspace / "facts/2025/报告.yaml"
        file.write_text(file.read_text("utf-8").replace("{标题: 抓管护}", "{标题: 抓管护, 正文: 巡查。}"), "utf-8")
        await pilot.press("f2")
        await pilot.press("escape")
        await settled(pilot)
        assert "已填 3/3" in screen_text(shown)

    play(shown, story)


def test_data_never_drives_the_terminal(app: Any, workspace: Path) -> None:
    file = workspace / "facts/2025/报告.yaml"
    file.write_text(file.read_text("utf-8").replace("2025年管网{{ 管网 }}工作总结", '"红\\e[31m字[b]粗"'), "utf-8")
    shown = app(workspace)

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        assert "红␛[31m字[b]粗" in screen_text(shown)

    play(shown, story)
