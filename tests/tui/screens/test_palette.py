"""Everything that can be done, found by a piece of its name or of its key."""

from typing import Any

import pytest
from driving import until
from pilots import play, screen_text
from textual.app import App
from textual.pilot import Pilot

from drafter.tui.screens.palette import Command, Palette


def commands(done: list[str]) -> list[Command]:
    return [
        Command(name, pressed, lambda name=name: done.append(name))
        for name, pressed in (("撤销", "Ctrl+Z"), ("English", "界面语言"))
    ]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("typed", "found", "lost"),
    [("撤", "撤销", "English"), ("语言", "English", "撤销"), ("ctrl+z", "撤销", "English"), ("ＣＴＲＬ", "撤销", "English")],
)
def test_fewer_with_each_letter(typed: str, found: str, lost: str) -> None:
    app: App[Any] = App()

    async def story(pilot: Pilot[Any]) -> None:
        await app.push_screen(Palette(commands([])))
        await pilot.press(*[{"+": "plus"}.get(sign, sign) for sign in typed])
        await until(pilot, lambda: lost not in screen_text(app), "the other one is gone")
        assert found in screen_text(app)

    play(app, story)


def test_enter_takes_the_one_under_the_cursor() -> None:
    app: App[Any] = App()
    taken: list[Command | None] = []

    async def story(pilot: Pilot[Any]) -> None:
        await app.push_screen(Palette(commands([])), taken.append)
        await pilot.press("down", "enter")
        await until(pilot, lambda: taken, "it is taken")

    play(app, story)
    assert taken[0] is not None and taken[0].name == "English"


def test_what_there_is_not_and_escape() -> None:
    app: App[Any] = App()
    taken: list[Command | None] = []

    async def story(pilot: Pilot[Any]) -> None:
        await app.push_screen(Palette(commands([])), taken.append)
        await pilot.press("z", "z", "z")
        await until(pilot, lambda: "没有这样的动作" in screen_text(app), "it says so")
        await pilot.press("enter")
        assert not taken
        await pilot.press("escape")
        await until(pilot, lambda: taken == [None], "it closes")

    play(app, story)
