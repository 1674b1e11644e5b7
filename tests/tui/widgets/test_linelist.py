from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from pilots import play, screen_lines
from rich.cells import cell_len
from textual.events import MouseScrollUp
from textual.pilot import Pilot
from textual.strip import Strip
from widget_host import Host, strike

from drafter.tui.widgets.linelist import LineList, Piece, Row, cropped

MANY = 10_000


@contextmanager
def drawn(lines: LineList) -> Iterator[list[int]]:
    """The lines of the widget that are drawn meanwhile."""
    seen: list[int] = []
    draw = lines.render_line

    def render_line(y: int) -> Strip:
        seen.append(y)
        return draw(y)

    lines.render_line = render_line  # type: ignore[method-assign]
    yield seen
    lines.render_line = draw  # type: ignore[method-assign]


def test_of_ten_thousand_rows_only_the_visible_ones_are_drawn_and_a_key_repaints_two() -> None:
    lines = LineList([f"第{number}条" for number in range(MANY)])

    async def story(pilot: Pilot[Any]) -> None:
        with drawn(lines) as seen:
            await pilot.press("down")
            await pilot.pause()
        assert sorted(set(seen)) == [0, 1]
        with drawn(lines) as seen:
            await pilot.press("ctrl+end")
            await pilot.pause()
        assert len(set(seen)) <= 24 and lines.cursor == MANY - 1
        assert screen_lines(pilot.app)[-1].startswith(f"第{MANY - 1}条")

    with drawn(lines) as first:
        play(Host(lines), story)
    assert len(set(first)) <= 24


def test_keys_move_the_cursor_and_the_list_follows() -> None:
    host = Host(LineList([str(number) for number in range(100)]))

    async def story(pilot: Pilot[Any]) -> None:
        host.takes()
        await strike(pilot, "down", "pagedown", "pagedown", "up", "pageup", "end", "down", "home", "up")
        assert host.takes() == [("Highlighted", index) for index in (1, 24, 47, 46, 23, 99, 0)]
        await pilot.press("end", "enter")
        assert host.takes() == [("Highlighted", 99), ("Selected", 99)]
        assert screen_lines(pilot.app)[0].split()[0] == "76"

    play(host, story)


def test_a_click_chooses_the_row_it_falls_on_and_the_wheel_scrolls() -> None:
    host = Host(LineList([str(number) for number in range(100)]))

    async def story(pilot: Pilot[Any]) -> None:
        host.widget.scroll_to(y=50, animate=False)
        await pilot.pause()
        host.takes()
        await pilot.click(offset=(1, 3))
        assert host.takes() == [("Highlighted", 53), ("Selected", 53)]
        await pilot._post_mouse_events([MouseScrollUp], offset=(1, 3), button=0)
        await pilot.pause()
        assert host.widget.scroll_offset.y < 50 and host.widget.cursor == 53

    play(host, story)


def test_fewer_rows_take_the_cursor_along_and_none_leave_a_sentence() -> None:
    host = Host(LineList(["甲", "乙", "丙"], empty=lambda: "什么也没有。"))

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.press("end")
        host.takes()
        host.widget.show(["甲"])
        await pilot.pause()
        assert host.takes() == [("Highlighted", 0)]
        host.widget.show([])
        await pilot.pause()
        assert host.takes() == [("Highlighted", None)]
        await strike(pilot, "down", "enter", "pagedown", "end")
        assert host.takes() == [] and screen_lines(pilot.app)[0] == "什么也没有。"
        host.widget.show(["乙"])
        await pilot.pause()
        assert host.takes() == [("Highlighted", 0)] and screen_lines(pilot.app)[0] == "乙"

    play(host, story)


def test_what_comes_from_data_is_cleaned_and_cropped_to_the_width() -> None:
    host = Host(LineList(["\x1b[31m红\x07\n下", [Piece("字" * 30), Piece("见不到")], "[b]甲[/b]"]))

    async def story(pilot: Pilot[Any]) -> None:
        assert screen_lines(pilot.app)[:3] == ["␛[31m红␇ 下", "字" * 9 + "..", "[b]甲[/b]"]

    play(host, story, (20, 6))


class Unfolding(LineList):
    def below(self, index: int, width: int) -> list[Row]:
        return [f"  {self._rows[index]}之一", "  之二"]


def test_the_row_under_the_cursor_unfolds_and_clicks_still_meet_their_rows() -> None:
    host = Host(Unfolding([str(number) for number in range(40)]))

    async def story(pilot: Pilot[Any]) -> None:
        assert screen_lines(pilot.app)[:4] == ["0", "  0之一", "  之二", "1"]
        await pilot.click(offset=(0, 5))
        assert screen_lines(pilot.app)[2:6] == ["2", "3", "  3之一", "  之二"]
        assert host.widget.cursor == 3
        await pilot.click(offset=(0, 5))
        assert host.widget.cursor == 3
        await pilot.press("end")
        await pilot.pause()
        assert [line.split()[0] for line in screen_lines(pilot.app)[-3:]] == ["39", "39之一", "之二"]

    play(host, story)


@pytest.mark.parametrize("width", range(12))
def test_cropping_fills_no_more_than_the_width_and_cuts_no_character_in_two(width: int) -> None:
    text = cropped("一a二b三c四", width)
    assert cell_len(text) == min(width, 11)
    assert cropped("一a二b三c四", 11) == "一a二b三c四"


def test_a_shrinking_window_keeps_the_cursor_in_sight() -> None:
    host = Host(LineList([str(number) for number in range(100)]))

    async def story(pilot: Pilot[Any]) -> None:
        host.widget.cursor = 20
        await pilot.resize_terminal(80, 8)
        await pilot.pause()
        assert any(line.split()[:1] == ["20"] for line in screen_lines(pilot.app))

    play(host, story)
