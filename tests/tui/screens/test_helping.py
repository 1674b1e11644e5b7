"""F1: the field in focus and the keys that work here; the list of all keys."""

from pathlib import Path
from typing import Any, ClassVar

import pytest
from goldens import same_screen
from pilots import play, screen_text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from drafter.model.words import Both
from drafter.tui.keys import key
from drafter.tui.screens.helping import HelpScreen, KeysScreen, explanation
from drafter.tui.speech import speak

HERE = Path(__file__).parent
pytestmark = pytest.mark.usefixtures("quiet")


class Row(Vertical):
    def explanation(self) -> tuple[str, str]:
        return "数值", "本期数，只填数字\x1b[2J"


class Page(Screen[None]):
    BINDINGS: ClassVar = [
        key("f6,ctrl+y", "nothing", Both("预览", "Preview"), "test.preview"),
        key("alt+up", "up", Both("上移", "Move up"), "zz.up", show=False),
    ]

    def compose(self) -> ComposeResult:
        with Row():
            yield Input()

    def action_nothing(self) -> None:
        pass

    action_up = action_nothing


def test_it_says_what_the_field_is_for(stage: Any) -> None:
    page = Page()
    app = stage(page)

    async def story(pilot: Pilot[Any]) -> None:
        assert explanation(page)[0] == "数值"
        await pilot.press("f1")
        await pilot.pause(0)
        same_screen(app, HERE / "help.80x24.txt")
        await pilot.press("x")
        await pilot.pause(0)
        assert app.screen is page and page.query_one(Input).value == ""

    play(app, story)


def test_all_keys_in_both_languages_and_as_they_were_bound_anew(stage: Any) -> None:
    app = stage(Page())
    app.set_keymap({"zz.up": "f7"})

    async def story(pilot: Pilot[Any]) -> None:
        speak("en")
        app.push_screen(KeysScreen.about(app))
        await pilot.pause(0)
        shown = screen_text(app)
        assert "F6 Ctrl+Y" in shown and "F7" in shown and "Move up" in shown
        assert "Scroll" not in shown  # what nobody has put into words
        await pilot.press("end")
        await pilot.pause(0)
        assert "zz.up" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause(0)
        assert isinstance(app.screen, Page)

    play(app, story)


@pytest.mark.parametrize("how", ["key", "mouse"])
def test_anything_closes_the_help(stage: Any, how: str) -> None:
    app = stage(HelpScreen("", "", []))

    async def story(pilot: Pilot[Any]) -> None:
        await (pilot.press("down") if how == "key" else pilot.click())
        await pilot.pause(0)
        assert app.results == [None]

    play(app, story)
