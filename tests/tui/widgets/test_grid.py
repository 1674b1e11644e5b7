import asyncio
from typing import Any

from pilots import play, screen_lines
from rich.cells import cell_len
from textual.events import Key, Paste
from textual.pilot import Pilot
from widget_host import Host, strike

from drafter.model.words import Both
from drafter.tui.widgets.asked import Change, RowAdd
from drafter.tui.widgets.grid import Grid
from drafter.tui.widgets.table import Column, GridRow

COLUMNS = [
    Column("名", Both("名称", "Name"), 8),
    Column("数", Both("数值", "Value"), 6, right=True),
    Column("算", Both("算出", "Computed"), 6, right=True, editable=False),
    Column("态", Both("状态", "Status"), 6, choices=("实际", "预计")),
    Column("注", Both("备注", "Note"), 20),
]


def row(key: int, name: str = "", number: str = "", **more: str) -> GridRow:
    return GridRow(key, {"名": name, "数": number, "算": "9%", **more}, {"算": "computed"})


def grid(rows: int = 3) -> Host[Grid]:
    return Host(Grid(COLUMNS, [row(100 + place, f"第{place}", str(place)) for place in range(rows)]))


def test_typing_replaces_the_cell_and_enter_keeps_it_and_goes_down() -> None:
    host = grid()

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.press("right")
        host.takes()
        await pilot.press("7", "6")
        assert host.widget.pending == Change(100, "数", "76") and host.takes() == []
        assert screen_lines(host)[1].split()[:2] == ["第0", "76"]
        await pilot.press("enter")
        assert host.takes() == [("CellChanged", 100, "数", "76"), ("RowHighlighted", 101, "数")]
        assert host.widget.pending is None

    play(host, story, (60, 8))


def test_fast_typing_is_not_mixed_up_between_cells() -> None:
    host = grid()

    async def story(pilot: Pilot[Any]) -> None:
        host.takes()
        await strike(pilot, "right", "1", "2", "backspace", "3", "enter", "4", "tab", "up", "left", "实", "left", "left", "5")
        assert host.takes("CellChanged") == [("CellChanged", 100, "数", "13"), ("CellChanged", 101, "数", "4")]
        assert host.widget.pending == Change(100, "名", "5")  # 算 takes nothing typed, and so 实 found no cell
        await strike(pilot, "escape", "tab", "tab", "中", "文", "tab", "注")
        assert host.takes("CellChanged") == [("CellChanged", 100, "态", "中文")]
        assert host.widget.pending == Change(100, "注", "注")

    play(host, story, (60, 8))


def test_enter_edits_what_is_there_tab_goes_right_and_escape_gives_up() -> None:
    host = grid()

    async def story(pilot: Pilot[Any]) -> None:
        host.takes()
        await strike(pilot, "enter", "home", "新", "tab")
        assert host.takes() == [("CellChanged", 100, "名", "新第0"), ("RowHighlighted", 100, "数")]
        await strike(pilot, "enter", "5", "escape")
        assert host.takes() == [] and host.widget.pending is None
        await strike(pilot, "enter", "shift+tab")
        assert host.takes("CellChanged") == []  # nothing was changed
        host.widget.show([row(100, " \x1b 甲")])
        await strike(pilot, "home", "enter")
        assert screen_lines(host)[1].startswith(" ␛ 甲")
        await strike(pilot, "enter")
        assert host.takes("CellChanged") == []
        await strike(pilot, "backspace")
        assert host.widget.pending == Change(100, "名", "")

    play(host, story, (60, 8))


def test_leaving_the_table_keeps_what_is_typed() -> None:
    host = grid()

    async def story(pilot: Pilot[Any]) -> None:
        host.takes()
        await pilot.press("x")
        pilot.app.screen.set_focus(None)
        await pilot.pause()
        assert host.takes() == [("CellChanged", 100, "名", "x")]

    play(host, story, (60, 8))


def test_tab_goes_from_cell_to_cell_that_can_be_typed_in_whether_one_is_typing_or_not() -> None:
    host = grid()

    async def story(pilot: Pilot[Any]) -> None:
        seen = []
        for _ in range(5):
            await pilot.press("tab")
            seen.append((host.widget.cursor, host.widget.column))
        assert seen == [(0, 1), (0, 3), (0, 4), (1, 0), (1, 1)] and host.widget.has_focus
        await pilot.press("shift+tab", "shift+tab")
        assert (host.widget.cursor, host.widget.column) == (0, 4)
        await pilot.press("left", "left", "shift+tab")  # from a computed cell
        assert host.widget.column == 1
        await strike(pilot, "ctrl+home", "home", "shift+tab", "编", "tab", "tab", "实")
        assert host.takes("CellChanged") == [("CellChanged", 100, "名", "编")]
        assert host.widget.pending == Change(100, "态", "实")

    play(host, story, (60, 8))


def test_tab_after_the_last_cell_asks_for_a_new_row_but_not_after_an_empty_one() -> None:
    host = grid()

    async def story(pilot: Pilot[Any]) -> None:
        await strike(pilot, "ctrl+end", "end", "tab")
        assert host.takes("RowAdd") == [("RowAdd", 102)]
        host.widget.show([GridRow(7, {})])
        await strike(pilot, "end", "tab")
        assert host.takes("RowAdd") == [] and host.widget.column == 4
        await strike(pilot, "写", "tab")
        assert host.takes("CellChanged", "RowAdd") == [("CellChanged", 7, "注", "写"), ("RowAdd", 7)]

    play(host, story, (60, 8))


def test_what_escape_gave_up_comes_back_with_ctrl_z() -> None:
    host = grid()

    async def story(pilot: Pilot[Any]) -> None:
        await strike(pilot, "right", "1", "2", "escape")
        assert host.widget.given_up == "12" and host.widget.pending is None
        await strike(pilot, "ctrl+z")
        assert host.widget.pending == Change(100, "数", "12")
        await strike(pilot, "ctrl+z", "down")
        assert host.widget.given_up is None and host.takes("CellChanged") == []
        await strike(pilot, "ctrl+z")
        assert host.widget.pending is None

    play(host, story, (60, 8))


def test_a_key_that_leads_elsewhere_finds_what_is_typed_told() -> None:
    host = grid()

    async def story(pilot: Pilot[Any]) -> None:
        await strike(pilot, "x", "f4")
        assert host.takes("CellChanged") == [("CellChanged", 100, "名", "x")] and host.widget.pending is None

    play(host, story, (60, 8))


class Slow(Host[Grid]):
    """Those around the table deal with a new row only after a while, as when it has to be put into ten thousand."""

    async def on_grid_row_add(self, event: RowAdd) -> None:
        await asyncio.sleep(0.05)
        rows = [self.widget.grid_row(index) for index in range(self.widget.count)]
        self.widget.show([*rows, GridRow(200 + len(rows), {})])
        self.widget.go(200 + len(rows), "名")


def test_what_is_typed_while_a_row_is_still_being_made_lands_in_the_new_row() -> None:
    host = Slow(Grid(COLUMNS, [row(100, "旧")]))

    async def story(pilot: Pilot[Any]) -> None:
        for key in ("insert", "新", "的", "tab", "7"):
            host.post_message(Key(key, key if len(key) == 1 else None))
        host.post_message(Paste("6"))
        await pilot.pause(0.3)
        assert host.takes("CellChanged") == [("CellChanged", 201, "名", "新的")]
        assert host.widget.pending == Change(201, "数", "76")

    play(host, story, (60, 8))


def test_a_locked_row_can_be_seen_and_copied_but_not_changed() -> None:
    host = Host(Grid(COLUMNS, [row(100, "甲", "1")._replace(locked=True), row(101, "乙", "2")]))

    async def story(pilot: Pilot[Any]) -> None:
        await strike(pilot, "x", "enter", "backspace", "delete", "tab", "tab", "space", "enter", "home", "ctrl+c")
        assert host.takes("CellChanged") == [] and host.widget.pending is None and host.clipboard == "甲"
        host.widget.post_message(Paste("丙\t3\n丁\t4"))
        await pilot.pause()
        assert host.takes("CellsPasted") == [("CellsPasted", [Change(101, "名", "丁"), Change(101, "数", "4")], [], 2)]

    play(host, story, (60, 8))


def test_cells_are_cleared_switched_copied_and_read_only_ones_left_alone() -> None:
    host = grid()

    async def story(pilot: Pilot[Any]) -> None:
        await strike(pilot, "delete", "right", "right")
        assert host.takes("CellChanged") == [("CellChanged", 100, "名", "")]
        await strike(pilot, "delete", "5", "enter", "right", "space", "enter")
        assert host.takes("CellChanged") == [("CellChanged", 100, "态", "实际")] * 2 and host.widget.pending is None
        host.widget.show([row(100, "抄", 态="实际")])
        await strike(pilot, "space", "home", "ctrl+c", "right", "ctrl+v")
        assert host.takes("CellChanged", "CellsPasted") == [
            ("CellChanged", 100, "态", "预计"),
            ("CellsPasted", [Change(100, "数", "抄")], [], 0),
        ]

    play(host, story, (60, 8))


def test_a_block_is_pasted_to_the_right_and_down_and_what_finds_no_place_is_told() -> None:
    host = grid()

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.press("down", "down", "right")
        host.takes()
        host.widget.post_message(Paste("76\t12%\t实际\n77\t\t预计\t好\t多了\n"))
        await pilot.pause()
        name, cells, beyond, dropped = host.takes()[0]
        assert name == "CellsPasted" and cells == [Change(102, "数", "76"), Change(102, "态", "实际")]
        assert beyond == [{"数": "77", "态": "预计", "注": "好"}] and dropped == 2
        await pilot.press("1")
        host.widget.post_message(Paste("2\n3"))
        await pilot.pause()
        assert host.widget.pending == Change(102, "数", "12 3") and host.takes() == []

    play(host, story, (60, 8))


def test_rows_are_asked_for_with_their_key() -> None:
    host = grid()

    async def story(pilot: Pilot[Any]) -> None:
        await strike(pilot, "down")
        host.takes()
        await strike(pilot, "insert", "ctrl+n", "ctrl+delete", "shift+delete", "alt+up", "ctrl+down")
        assert host.takes() == [
            *[("RowAdd", 101)] * 2,
            *[("RowRemove", 101)] * 2,
            ("RowMove", 101, -1),
            ("RowMove", 101, 1),
        ]
        host.widget.show([])
        await strike(pilot, "insert", "ctrl+delete", "x", "delete", "enter", "down", "right")
        assert ("RowAdd", None) in host.takes() and host.widget.pending is None

    play(host, story, (60, 8))


def test_shown_anew_the_cursor_and_what_is_typed_stay_with_their_row() -> None:
    host = grid()

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.press("down", "甲")
        host.takes()
        host.widget.show([row(7), row(8), row(100), row(101, "第一")])
        await pilot.pause()
        assert host.widget.cursor == 3 and host.widget.pending == Change(101, "名", "甲")
        host.widget.show([row(7), row(8)])
        await pilot.pause()
        assert host.widget.pending is None and ("CellChanged", 101, "名", "甲") in host.takes()
        assert host.widget.go(7, "注") and (host.widget.cursor, host.widget.column) == (0, 4)
        assert not host.widget.go(5)

    play(host, story, (60, 8))


def test_columns_that_do_not_fit_scroll_beside_the_first_one() -> None:
    rows = [row(1, "名\x1b称", "12345678", 注="最后一栏写得很长很长很长很长"), row(2, "第二", "4.0", 注="短")]
    host = Host(Grid(COLUMNS, rows))

    async def story(pilot: Pilot[Any]) -> None:
        assert screen_lines(host)[:3] == ["名称       数值   算出 状态", "名␛称    1234..     9%", "第二        4.0     9%"]
        await pilot.press("end")
        await pilot.pause()
        lines = screen_lines(host)
        assert lines[0].startswith("名称") and "备注" in lines[0] and "数值" not in lines[0]
        assert "算出" not in lines[0] and "状" not in lines[0]  # cut by the first column, so left blank
        assert lines[1].endswith("最后一栏写得很长很..") and cell_len(lines[1]) <= 30
        assert cell_len(lines[0][: lines[0].index("备注")]) == cell_len(lines[2][: lines[2].index("短")])
        await pilot.press("enter")
        assert "很长很长" in screen_lines(host)[1]
        await pilot.press("escape", "home")
        await pilot.pause()
        assert "数值" in screen_lines(host)[0]

    play(host, story, (30, 8))


def test_a_click_chooses_the_cell_a_double_click_edits_it() -> None:
    host = grid()

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.click(offset=(14, 2))
        assert (host.widget.cursor, host.widget.column) == (1, 1)
        await pilot.click(offset=(14, 0))
        assert (host.widget.cursor, host.widget.column) == (1, 1)
        await pilot.click(offset=(2, 3), times=2)
        assert host.widget.pending == Change(102, "名", "第2")
        await pilot.click(offset=(0, 3))
        await pilot.press("新")
        assert host.widget.pending == Change(102, "名", "新第2")
        await pilot.click(offset=(2, 1))
        assert host.takes("CellChanged") == [("CellChanged", 102, "名", "新第2")] and host.widget.cursor == 0

    play(host, story, (60, 8))


def test_the_input_method_opens_where_the_caret_is() -> None:
    host = grid()

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.press("down", "right")
        assert tuple(host.cursor_position) == (9, 2)
        await pilot.press("7", "亿")
        assert tuple(host.cursor_position) == (12, 2)

    play(host, story, (60, 8))


def test_a_right_click_on_a_cell_offers_what_can_be_done_with_it() -> None:
    host = grid()

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.click(offset=(14, 2), button=3)
        await pilot.pause()
        line = next(y for y, line in enumerate(screen_lines(host)) if "清空" in line)
        await pilot.click(offset=(17, line))
        await pilot.pause()
        assert host.takes("CellChanged") == [("CellChanged", 101, "数", "")]

    play(host, story, (60, 14))
