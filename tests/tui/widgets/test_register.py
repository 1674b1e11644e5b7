"""A list in columns: what fits, what unfolds, what is ticked."""

from typing import Any

from driving import until
from pilots import play, screen_lines, screen_text
from rich.cells import cell_len
from textual.pilot import Pilot
from waits import short_waits as short_waits
from widget_host import Host

from drafter.model.words import Both
from drafter.tui.widgets.linelist import Piece
from drafter.tui.widgets.register import Entry, Head, More, Register, TickList, flowed

HEADS = (
    Head(Both("名称", "Name")),
    Head(Both("数值", "Value"), 8, right=True),
    Head(Both("科室", "Office"), 10, wide=True),
)


def entry(index: int) -> Entry:
    if index == 0:
        return Entry((Piece("第一组"),), heading=True)
    text = "一句很长的话，" * 40 if index == 3 else f"第{index}条的全文\x1b[2J"
    return Entry((Piece(f"第{index}条"), Piece(str(index * 100)), Piece("建设科")), (More("原文", text),), index % 2 == 0)


def register(kind: type[Register] = Register) -> Register:
    made = kind(HEADS, entry, lambda: "什么也没有")
    made.recount(4)
    return made


def test_columns_and_what_there_is_room_for() -> None:
    app = Host(register())

    async def story(pilot: Pilot[Any]) -> None:
        lines = screen_lines(app)
        assert lines[0].split() == ["名称", "数值"] and lines[1] == " 第一组"
        assert lines[2].startswith(" 第1条") and lines[2].endswith("100") and cell_len(lines[2]) == 80
        assert cell_len(lines[0]) == 80
        await pilot.resize_terminal(120, 20)
        await until(pilot, lambda: "科室" in screen_text(app), "there is room for the office")
        lines = screen_lines(app)
        assert lines[0].split() == ["名称", "数值", "科室"] and lines[2].split() == ["第1条", "100", "建设科"]

    play(app, story)


def test_the_row_under_the_cursor_unfolds_cleaned_and_not_without_end() -> None:
    app = Host(register())

    async def story(pilot: Pilot[Any]) -> None:
        assert "原文" not in screen_text(app)
        await pilot.press("down")
        assert "原文        第1条的全文␛[2J" in screen_text(app)
        await pilot.press("down", "down")
        lines = screen_lines(app)
        unfolded = [line for line in lines if "一句很长的话" in line]
        assert len(unfolded) == 7 and sum(line.strip() == "......" for line in lines) == 1
        assert all(cell_len(line) <= 80 for line in lines)

    play(app, story)


def test_boxes_are_told_by_key_and_by_a_click_on_them() -> None:
    app = Host(register(TickList))

    async def story(pilot: Pilot[Any]) -> None:
        assert " [x] 第2条" in screen_text(app) and " [ ] 第3条" in screen_text(app)
        app.takes()
        await pilot.press("space")
        assert app.takes("Ticked") == [], "a heading has no box"
        await pilot.press("down", "space", "enter")
        assert app.takes("Ticked") == [("Ticked", 1), ("Ticked", 1)]
        await pilot.click(app.widget, offset=(30, 4))
        assert app.takes("Ticked") == [] and app.widget.cursor == 2
        await pilot.click(app.widget, offset=(2, 3))
        assert app.takes("Ticked") == [("Ticked", 2)]

    play(app, story)


def test_without_rows_it_says_why() -> None:
    app = Host(Register(HEADS, entry, lambda: "什么也没有"))

    async def story(pilot: Pilot[Any]) -> None:
        assert "什么也没有" in screen_text(app)
        await pilot.press("enter", "space")
        app.widget.show_entries(4, 1)
        await pilot.pause()
        assert "第1条的全文" in screen_text(app) and "什么也没有" not in screen_text(app)

    play(app, story)


def test_looks_keep_to_their_words_across_lines() -> None:
    lines = flowed([Piece("甲乙", "a"), Piece("丙丁戊\n己", "b"), Piece("庚")], 6)
    assert lines == [
        [Piece("甲乙", "a"), Piece("丙", "b")],
        [Piece("丁戊", "b")],
        [Piece("己", "b"), Piece("庚")],
    ]
    assert flowed([Piece("")], 6) == [[]]
