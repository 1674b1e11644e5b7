"""The desk as it looks, in both languages, at the smallest size and at a large one. DRAFTER_GOLDEN=write takes what is shown."""

from pathlib import Path
from typing import Any

import pytest
from driving import desk_of, go, saved
from goldens import same_screen, settled
from pilots import play, screen_lines
from rich.cells import cell_len
from textual.pilot import Pilot

from drafter.model.words import Language
from drafter.tui.app import DrafterApp

HERE = Path(__file__).parent


@pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("view", ["fact", "report", "figures", "page", "earlier"])
def test_the_desk(workspace: Path, view: str, language: Language, size: tuple[int, int]) -> None:
    app = DrafterApp(workspace, "2025", language)

    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        if view != "report":
            await go(pilot, "指标" if view == "figures" else "抓防火")
        if view in ("page", "earlier"):
            await pilot.press("f4" if view == "page" else "f3")
        await saved(pilot)
        await settled(pilot)
        assert screen.desk.settled is not None
        assert all(cell_len(line) <= size[0] for line in screen_lines(app))
        same_screen(app, HERE / "screens" / f"{view}.{language}.{size[0]}x{size[1]}.txt")

    play(app, story, size)
