"""The strip over a form: its buttons stay together, and what it quotes takes three rows at the most."""

import pytest
from pilots import play, screen_lines
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from drafter.tui.widgets.carried import CarriedStrip, Way

WAYS = (Way("f9", "保留", "keep"), Way("f10", "修改", "update"), Way("shift+f9", "不再沿用", "drop"))
SAID = "来自2024年，还没有核对："


class Demo(App[None]):
    def compose(self) -> ComposeResult:
        yield CarriedStrip()


@pytest.mark.parametrize(("width", "row"), [(80, 0), (52, 1), (30, 1)])
def test_the_buttons_stand_behind_the_text_or_all_of_them_under_it(width: int, row: int) -> None:
    app = Demo()

    async def story(pilot: Pilot[None]) -> None:
        app.query_one(CarriedStrip).put(SAID, WAYS, waiting=True)
        await pilot.pause()
        lines = screen_lines(app)
        assert "F9 保留" in lines[row] and ("保留" in lines[0]) is (row == 0)
        assert all(f"{words}" in "".join(lines) for _, words, _ in WAYS)

    play(app, story, (width, 12))


@pytest.mark.parametrize(("times", "rows"), [(1, 1), (4, 3), (30, 3)])
def test_a_long_quotation_is_cropped(times: int, rows: int) -> None:
    app = Demo()

    async def story(pilot: Pilot[None]) -> None:
        strip = app.query_one(CarriedStrip)
        strip.put(SAID, quoted="再建三个苗圃，多用乡土树种。" * times)
        await pilot.pause()
        shown = [line for line in screen_lines(app) if line.strip()]
        assert len(shown) == rows + 1 == strip.size.height
        assert shown[-1].endswith("..") is (times == 30)
        assert all(cell_len(line) <= 40 for line in shown)

    play(app, story, (40, 12))
