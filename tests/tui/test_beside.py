"""Work in a thread: its outcome comes back, or nobody is bothered."""

from threading import Event
from typing import Any

import pytest
from goldens import settled
from pilots import play
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from drafter.actions.attempt import Outcome
from drafter.tui.beside import beside


def failing() -> int:
    raise OSError(28, "No space left on device")


def test_the_outcome_comes_back_faults_included() -> None:
    app: App[Any] = App()
    found: list[Outcome[int]] = []

    async def story(pilot: Pilot[Any]) -> None:
        beside(app.screen, lambda: 7, found.append, "a")
        beside(app.screen, failing, found.append, "b")
        await settled(pilot)

    play(app, story)
    assert sorted(made.value or 0 for made in found) == [0, 7]
    assert [problem.code for made in found for problem in made.problems] == ["disk"]


@pytest.mark.parametrize("gone", [True, False])
def test_nobody_is_bothered_who_has_left(gone: bool) -> None:
    app: App[Any] = App()
    go, found = Event(), []

    async def story(pilot: Pilot[Any]) -> None:
        screen: Screen[None] = Screen()
        await app.push_screen(screen)
        beside(screen, go.wait, found.append, "slow")
        if gone:
            await app.pop_screen()
        go.set()
        await settled(pilot)

    play(app, story)
    assert len(found) == (0 if gone else 1)


def test_newer_work_takes_the_place_of_older() -> None:
    app: App[Any] = App()
    go, found = Event(), []

    async def story(pilot: Pilot[Any]) -> None:
        beside(app.screen, lambda: go.wait() and "old", found.append, "same")
        await pilot.pause(0)
        beside(app.screen, lambda: "new", found.append, "same")
        await settled(pilot)
        go.set()
        await settled(pilot)

    play(app, story)
    assert [made.value for made in found] == ["new"]
