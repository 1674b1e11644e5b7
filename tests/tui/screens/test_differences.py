"""Two reports compared on the screen: its lists, the way to a fact, the other report, the file."""

from pathlib import Path
from typing import Any

import pytest
import two_years
from driving import desk_of, until
from goldens import LANGUAGES, same_screen, settled
from pilots import play, screen_lines, screen_text
from rich.cells import cell_len
from textual.pilot import Pilot
from waits import short_waits as short_waits

from drafter.tui.app import DrafterApp
from drafter.tui.desk.screen import DeskScreen
from drafter.tui.screens.differences import DifferencesScreen, ReportPick, ViewPick
from drafter.tui.screens.exporting import ExportScreen

HERE = Path(__file__).parent
pytestmark = pytest.mark.usefixtures("quiet")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = two_years.write(tmp_path / "ws")
    older = home / "facts/2024"
    older.mkdir()
    (older / "报告.yaml").write_text("单位: 临江市水务局\n期间: 2024\n标题: 总结\n问题:\n  - {标题: 人手不足}\n", "utf-8")
    return home


@pytest.fixture
def app(home: Path) -> DrafterApp:
    return DrafterApp(home, "2026")


async def comparison_of(pilot: Pilot[Any]) -> DifferencesScreen:
    await desk_of(pilot)
    await pilot.press("shift+f7")
    screen = await until(pilot, lambda: isinstance(pilot.app.screen, DifferencesScreen) and pilot.app.screen, "it opens")
    await until(pilot, lambda: screen.views, "it is compared")
    return screen  # type: ignore[no-any-return]


def names(screen: DifferencesScreen) -> list[str]:
    return [view.name.zh for view in screen.views]


@pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_comparison_as_it_looks(home: Path, language: Any, size: tuple[int, int]) -> None:
    app = DrafterApp(home, "2026", language)

    async def story(pilot: Pilot[Any]) -> None:
        await comparison_of(pilot)
        await settled(pilot)
        assert all(cell_len(line) <= size[0] for line in screen_lines(app))
        same_screen(app, HERE / "lineage" / f"differences.{language}.{size[0]}x{size[1]}.txt")

    play(app, story, size)


def test_each_list_is_one_key_away(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await comparison_of(pilot)
        seen = {}
        for _ in screen.views:
            await settled(pilot)
            seen[screen.views[screen.at].name.zh] = screen_text(app)
            await pilot.press("right")
        assert screen.at == 0
        await pilot.press("left")
        assert screen.at == len(screen.views) - 1
        assert "16公里" in seen["指标"] and "+2公里" in seen["指标"] and "删去" in seen["指标"]
        assert "没有下文" in seen["打算的下落"] and "布点监测" in seen["打算的下落"]
        assert "漏损偏高" in seen["删去"]

    play(app, story)


def test_enter_goes_to_the_fact(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await comparison_of(pilot)
        while screen.views[screen.at].name.zh != "打算的下落":
            await pilot.press("right")
        place = next(at for at, fate in enumerate(screen.difference.plans) if fate.became)  # type: ignore[union-attr]
        screen.listed.cursor = 2
        await pilot.press("enter")
        assert app.screen is screen, "a plan that came to nothing leads nowhere"
        screen.listed.cursor = place
        await pilot.press("enter")
        desk = await until(pilot, lambda: isinstance(app.screen, DeskScreen) and app.screen, "back on the desk")
        assert desk.desk.find(desk.chosen)["标题"] == "布点监测"

    play(app, story)


def test_another_report_and_another_list_by_the_choices(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await comparison_of(pilot)
        assert list(screen.reports) == ["2025", "2024"]
        await pilot.press("f6")
        assert isinstance(screen.focused, ReportPick)
        await pilot.press("right")
        await until(pilot, lambda: screen.difference is not None and screen.difference.old.name == "2024", "the older one")
        await until(pilot, lambda: "删去" in names(screen), "its lists")
        screen.query_one(ViewPick).focus()
        await pilot.press("right")
        assert screen.at == 1

    play(app, story)


def test_it_is_exported(app: DrafterApp, home: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await comparison_of(pilot)
        await pilot.press("f7")
        await until(pilot, lambda: isinstance(app.screen, ExportScreen), "the export opens")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, DifferencesScreen), "it is saved")
        await settled(pilot)
        assert "已存为" in screen_text(app)

    play(app, story)
    assert next(home.glob("*.docx")).read_bytes().startswith(b"PK")


def test_without_another_report_it_says_so(home: Path) -> None:
    app = DrafterApp(home, "2024")

    async def story(pilot: Pilot[Any]) -> None:
        await desk_of(pilot)
        await pilot.press("shift+f7")
        await until(pilot, lambda: "旁边没有更早的报告可比" in screen_text(app), "it says so")
        await pilot.press("right", "enter", "f7", "escape")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen), "it closes")

    play(app, story)


def test_a_report_that_cannot_be_read_is_said(stage: Any) -> None:
    from drafter.actions.opening import open_report

    app = stage(DifferencesScreen(lambda: open_report("2030", Path("/"))))

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        assert "2030" in screen_text(app)
        await pilot.press("escape")
        assert app.results == [None]

    play(app, story)


def test_the_chosen_card_is_compared_too(home: Path) -> None:
    app = DrafterApp(home)

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        await pilot.press("shift+f7")
        screen = await until(pilot, lambda: isinstance(app.screen, DifferencesScreen) and app.screen, "it opens")
        await until(pilot, lambda: screen.difference, "it is compared")
        assert screen.difference.new.words == "2026年" and screen.difference.old.words == "2025年"
        await pilot.press("enter")
        assert app.screen is screen

    play(app, story)
