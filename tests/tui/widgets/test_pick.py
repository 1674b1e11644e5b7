"""A choice that is always made."""

from typing import Any

from pilots import play
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from drafter.tui.widgets.choice import ChoiceEditor
from drafter.tui.widgets.pick import Pick


class Page(App[None]):
    def __init__(self, pick: Pick) -> None:
        super().__init__()
        self.pick = pick
        self.told: list[Any] = []

    def compose(self) -> ComposeResult:
        yield self.pick

    def on_choice_editor_changed(self, event: ChoiceEditor.Changed) -> None:
        self.told.append(event.value)


def told(pick: Pick, *keys: str) -> list[Any]:
    app = Page(pick)

    async def story(pilot: Pilot[Any]) -> None:
        pick.focus()
        await pilot.press(*keys)
        await pilot.pause(0)

    play(app, story)
    return app.told


def test_it_goes_round_and_never_to_none() -> None:
    assert told(Pick(["docx", "txt"], "docx"), "right", "right", "left", "delete", "2", "1") == ["txt", "docx", "txt", "docx"]


def test_it_may_begin_with_none() -> None:
    assert told(Pick(["甲", "乙"]), "right") == ["甲"]
    assert told(Pick(["甲", "乙"]), "left") == ["乙"]


def test_without_choices_it_waits_for_them() -> None:
    pick = Pick([])
    app = Page(pick)

    async def story(pilot: Pilot[Any]) -> None:
        pick.focus()
        await pilot.press("right", "left")
        pick.offer(["甲", "乙"], "乙")
        assert pick.value == "乙" and app.told == []
        await pilot.press("left")
        await pilot.pause(0)
        assert app.told == ["甲"]

    play(app, story)
