"""A choice among words, by arrows, by the first character, by place and by mouse."""

from typing import Any

import pytest
from pilots import play, screen_lines
from textual.app import ComposeResult
from textual.pilot import Pilot
from waits import short_waits as short_waits
from widget_host import Host

from drafter.tui.widgets.choice import ChoiceEditor, FlagEditor

MODALITY = ("力争", "确保", "不少于")


def chosen(editor: ChoiceEditor, *keys: str) -> list[object]:
    """The values told after each of the keys."""
    app = Host(editor)

    async def story(pilot: Pilot[Any]) -> None:
        for key in keys:
            await pilot.press(key)
        await pilot.pause()

    play(app, story, (40, 6))
    return [said[1] for said in app.takes("Changed")]


def test_arrows_and_space_go_round_and_pass_none() -> None:
    assert chosen(ChoiceEditor(MODALITY), "right", "right", "space", "space", "left") == ["力争", "确保", "不少于", "", "不少于"]


def test_a_word_is_chosen_by_its_first_character_or_its_place_and_taken_back() -> None:
    assert chosen(ChoiceEditor((*MODALITY, "不取")), "确", "不", "不", "1", "9", "x", "delete") == [
        "确保",
        "不少于",
        "不取",
        "力争",
        "",
    ]


def test_a_value_that_is_no_choice_stays_until_another_is_chosen() -> None:
    editor = ChoiceEditor(MODALITY, "保证\x1b[2J")
    app = Host(editor)
    seen: list[str] = []

    async def story(pilot: Pilot[Any]) -> None:
        seen.append(screen_lines(app)[0])
        await pilot.press("right")
        seen.append(screen_lines(app)[0])

    play(app, story, (60, 4))
    assert (
        seen[0].startswith("[保证␛[2J]   力争 ")
        and seen[1].startswith("[力争]   确保 ")
        and "保证" not in seen[1]
        and editor.value == "力争"
    )


def test_a_click_chooses_and_takes_back_in_any_row() -> None:
    editor = ChoiceEditor(("亮点前置式", "问题内嵌式", "三段式"))
    app = Host(editor)

    async def story(pilot: Pilot[Any]) -> None:
        assert editor.size.height == 2
        await pilot.click(editor, offset=(3, 1))
        await pilot.click(editor, offset=(12, 0))  # between two words
        await pilot.click(editor, offset=(3, 1))
        await pilot.pause()

    play(app, story, (30, 6))
    assert [said[1] for said in app.takes("Changed")] == ["三段式", ""]


def test_nothing_changes_where_nothing_may() -> None:
    editor = ChoiceEditor(MODALITY, "确保")
    editor.read_only = True
    assert chosen(editor, "right", "space", "delete", "力") == [] and editor.value == "确保"


@pytest.mark.parametrize(("value", "meant"), [("是", "是"), ("true", "是"), (" No ", "否"), ("", None), ("也许", None)])
def test_a_flag_reads_what_the_file_may_say(value: str, meant: str | None) -> None:
    assert FlagEditor(value).choice_of(value) == meant


def test_what_stands_for_no_choice_is_marked_while_there_is_none_and_takes_one_back() -> None:
    editor = ChoiceEditor(MODALITY, none="不填")
    app = Host(editor)
    seen: list[str] = []

    async def story(pilot: Pilot[Any]) -> None:
        seen.append(screen_lines(app)[0])
        await pilot.press("left")
        seen.append(screen_lines(app)[0])
        await pilot.click(editor, offset=(30, 0))
        await pilot.pause()

    play(app, story, (60, 4))
    assert seen == [" 力争    确保    不少于   [不填]", " 力争    确保   [不少于]   不填"]
    assert [said[1] for said in app.takes("Changed")] == ["不少于", ""]


def test_enter_and_the_arrows_go_on_and_choose_nothing() -> None:
    second = ChoiceEditor(MODALITY)

    class Two(Host[ChoiceEditor]):
        def compose(self) -> ComposeResult:
            yield from (self.widget, second)

    app = Two(ChoiceEditor(MODALITY))
    seen: list[bool] = []

    async def story(pilot: Pilot[Any]) -> None:
        for pressed in ("enter", "up", "down"):
            await pilot.press(pressed)
            seen.append(second.has_focus)

    play(app, story, (40, 6))
    assert seen == [True, False, True] and app.takes("Changed") == []
