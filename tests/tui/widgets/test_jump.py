"""Jump keys: labels over what takes the focus, and over places inside it."""

from typing import Any

from pilots import play, screen_lines
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.pilot import Pilot
from textual.widgets import Input

from drafter.tui.widgets.card import CardList, Face
from drafter.tui.widgets.jump import Jump, go, targets


class Page(App[None]):
    def compose(self) -> ComposeResult:
        yield Input(id="one")
        yield Input(id="two")
        yield CardList([Face("甲"), Face("乙")])

    def jump(self) -> None:
        self.push_screen(Jump(targets(self.screen)), go)


def test_a_key_jumps() -> None:
    app = Page()

    async def story(pilot: Pilot[Any]) -> None:
        for key, focus, card in (
            ("s", "two", 0),
            ("z", "two", 0),
            ("1", "one", 0),
            ("S", "two", 0),
            ("f", None, 1),
            ("3", None, 0),
        ):
            app.jump()
            await pilot.pause(0)
            lines = screen_lines(app)
            assert lines[0].startswith(" a1 ") and lines[3].startswith(" s2 ") and lines[10].startswith(" f4")
            await pilot.press(key)
            await pilot.pause(0)
            assert app.focused is not None and app.focused.id == focus
            assert app.query_one(CardList).current == card and app.query_one("#two", Input).value == ""

    play(app, story)


def test_the_mouse_and_escape() -> None:
    app = Page()

    async def story(pilot: Pilot[Any]) -> None:
        app.jump()
        await pilot.pause(0)
        await pilot.click(offset=(1, 3))
        await pilot.pause(0)
        assert app.focused is not None and app.focused.id == "two"
        app.jump()
        await pilot.pause(0)
        await pilot.press("escape")
        await pilot.pause(0)
        assert not isinstance(app.screen, Jump) and app.focused.id == "two"

    play(app, story)


def test_what_is_out_of_sight_has_no_label() -> None:
    app = Page()

    async def story(pilot: Pilot[Any]) -> None:
        assert len(targets(app.screen)) == 3  # two lines, one card: the second card is below the edge

    play(app, story, (80, 9))


class Long(App[None]):
    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            for number in range(12):
                yield Input(id=f"line{number}")


def test_what_is_scrolled_away_has_no_label() -> None:
    app = Long()

    async def story(pilot: Pilot[Any]) -> None:
        assert [target.widget.id for target in targets(app.screen)] == ["line0", "line1", "line2"]
        app.query_one(VerticalScroll).scroll_end(animate=False, immediate=True)
        await pilot.pause()
        assert [target.widget.id for target in targets(app.screen)] == ["line9", "line10", "line11"]

    play(app, story, (80, 9))
