"""What belongs to an earlier report: shown in pairs, taken, undone, and not shown again."""

from pathlib import Path
from typing import Any

import pytest
import two_years
from driving import desk_of, saved, until
from goldens import LANGUAGES, same_screen, settled
from pilots import play, screen_lines, screen_text
from rich.cells import cell_len
from textual.pilot import Pilot
from waits import short_waits as short_waits

from drafter.actions.opening import open_report
from drafter.tui.app import DrafterApp
from drafter.tui.desk.screen import DeskScreen
from drafter.tui.screens.matching import MatchingScreen
from drafter.tui.widgets.pick import Pick

HERE = Path(__file__).parent
pytestmark = pytest.mark.usefixtures("quiet")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The two reports; nothing of the later one says where it came from. And an older one, which has nothing in common."""
    home = two_years.write(tmp_path / "ws")
    file = home / "facts/2026/报告.yaml"
    lines = (
        file.read_text("utf-8")
        .partition("上期打算:")[0]
        .replace(", 来自: 2025/指标/管网", "")
        .replace(", 来自: 2025/打算-漏损", "")
    )
    file.write_text(lines.replace("来自: [2025]\n", ""), "utf-8")
    older = home / "facts/2024"
    older.mkdir()
    (older / "报告.yaml").write_text("单位: 临江市水务局\n期间: 2024\n标题: 总结\n", "utf-8")
    return home


@pytest.fixture
def app(home: Path) -> DrafterApp:
    return DrafterApp(home, "2026")


async def pairs_of(pilot: Pilot[Any]) -> MatchingScreen:
    await desk_of(pilot)
    await pilot.press("shift+f6")
    screen = await until(pilot, lambda: isinstance(pilot.app.screen, MatchingScreen) and pilot.app.screen, "it opens")
    await until(pilot, lambda: screen.found, "pairs are found")
    return screen  # type: ignore[no-any-return]


@pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pairs_as_they_look(home: Path, language: Any, size: tuple[int, int]) -> None:
    app = DrafterApp(home, "2026", language)

    async def story(pilot: Pilot[Any]) -> None:
        await pairs_of(pilot)
        await settled(pilot)
        assert all(cell_len(line) <= size[0] for line in screen_lines(app))
        same_screen(app, HERE / "lineage" / f"matching.{language}.{size[0]}x{size[1]}.txt")

    play(app, story, size)


def test_what_is_taken_is_linked_in_one_step_and_not_shown_again(app: DrafterApp, home: Path) -> None:
    before = (home / "facts/2026/报告.yaml").read_bytes()

    async def story(pilot: Pilot[Any]) -> None:
        screen = await pairs_of(pilot)
        while screen.left:
            await pilot.press("ctrl+a")
        count = len(screen.found)
        await pilot.press("space", "f9")
        await until(pilot, lambda: f"记下了 {count - 1} 条" in screen_text(app), "it is said")
        assert len(screen.found) == 1
        await saved(pilot)
        report = open_report("2026", home).report
        assert report.achievements[0].origin == "2025/打算-漏损" and not report.figures[0].origins
        await until(pilot, lambda: screen.listed.count == 1 and screen._looked, "only the other one is left")
        await pilot.press("ctrl+z")
        await saved(pilot)
        await until(pilot, lambda: len(screen.found) == count, "all are proposed again")

    play(app, story)
    assert (home / "facts/2026/报告.yaml").read_bytes() == before


def test_another_report_may_be_chosen(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await pairs_of(pilot)
        assert list(screen.reports) == ["2025", "2024"]
        await pilot.press("f6")
        assert isinstance(screen.focused, Pick)
        await pilot.press("right")
        await until(pilot, lambda: "没有找到新的对应" in screen_text(app), "there is nothing in common")
        await pilot.press("f9", "left")
        await until(pilot, lambda: screen.found, "pairs again")

    play(app, story)


def test_without_an_earlier_report_it_says_so(home: Path) -> None:
    app = DrafterApp(home, "2024")

    async def story(pilot: Pilot[Any]) -> None:
        await desk_of(pilot)
        await pilot.press("shift+f6")
        await until(pilot, lambda: "旁边没有更早的报告" in screen_text(app), "it says so")
        await pilot.press("space", "f9", "escape")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen), "it closes")

    play(app, story)


def test_an_earlier_report_that_has_gone_is_said(app: DrafterApp, home: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await pairs_of(pilot)
        (home / "facts/2024/报告.yaml").unlink()
        screen.query_one(Pick).focus()
        await pilot.press("right")
        await until(pilot, lambda: "“2024”这份报告不在了" in screen_text(app), "it says so")

    play(app, story)
