"""The editors of text: what is typed, pasted and shown, and what stays hidden in the value."""

from collections.abc import Awaitable, Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pilots import play, screen_text
from rich.cells import cell_len
from textual import on
from textual.app import App, ComposeResult
from textual.events import AppBlur, AppFocus, Paste
from textual.pilot import Pilot
from textual.widget import Widget
from waits import short_waits as short_waits

from drafter.tui.widgets.line import LineEditor
from drafter.tui.widgets.names import NamesEditor
from drafter.tui.widgets.paragraphs import ParagraphsEditor, length
from drafter.tui.widgets.sheet import Rows, Sheet, breaks, rebroken
from drafter.tui.widgets.textbox import TextBox

Act = Callable[[Pilot[Any]], Awaitable[None]]


class Bench(App[None]):
    """Editors under each other, and what they tell."""

    def __init__(self, *editors: Widget) -> None:
        super().__init__()
        self.editors = editors
        self.told: list[object] = []

    def compose(self) -> ComposeResult:
        yield from self.editors

    @on(TextBox.Changed)
    def tell(self, event: TextBox.Changed) -> None:
        self.told.append(event.value)


def acted(*editors: TextBox, act: Act, size: tuple[int, int] = (40, 12)) -> Bench:
    app = Bench(*editors)

    async def story(pilot: Pilot[Any]) -> None:
        editors[0].focus()
        await pilot.pause()
        await act(pilot)
        await pilot.pause()
        app.told.append(screen_text(app))

    play(app, story, size)
    return app


def pressed(*keys: str) -> Act:
    async def act(pilot: Pilot[Any]) -> None:
        await pilot.press(*keys)

    return act


def pasted(text: str) -> Act:
    return pasted_at(None, text)


def pasted_at(place: int | None, text: str) -> Act:
    async def act(pilot: Pilot[Any]) -> None:
        if place is not None:
            assert isinstance(pilot.app.focused, TextBox)
            pilot.app.focused.move_cursor((0, place))
        pilot.app.post_message(Paste(text))
        await pilot.pause()

    return act


# Rows.


@pytest.mark.parametrize(
    ("line", "width", "rows"),
    [
        ("一二三四五六", 6, ["一二三", "四五六"]),
        ("一二三，四五六", 6, ["一二", "三，四", "五六"]),  # no row begins with a comma
        ("一二 abcdef 三", 8, ["一二 ", "abcdef ", "三"]),  # a word stays together
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),  # unless it is wider than a row
        ("短", 6, ["短"]),
        ("", 6, [""]),
        ("一二三四五六", 0, ["一二三四五六"]),
    ],
)
def test_rows_are_broken_the_chinese_way(line: str, width: int, rows: list[str]) -> None:
    cuts = [0, *breaks(line, width), len(line)]
    assert [line[start:end] for start, end in pairwise(cuts)] == rows


@pytest.mark.parametrize(
    ("width", "rows"),
    [(12, ["共新建八", "2024。"]), (12, ["达到{{ 甲 ", "}}。"]), (8, ["1234567", "8。"])],
)
def test_a_closing_sign_takes_the_whole_number_along(width: int, rows: list[str]) -> None:
    line = "".join(rows)
    cuts = [0, *breaks(line, width), len(line)]
    assert [line[start:end] for start, end in pairwise(cuts)] == rows


@given(
    st.text("一，。a b8《》%", max_size=80),
    st.text("一，。a b8《》%", max_size=80),
    st.text("一，。a8", max_size=6),
    st.integers(2, 14),
)
def test_a_line_broken_again_is_broken_as_if_for_the_first_time(head: str, tail: str, typed: str, width: int) -> None:
    before = head + tail
    after = head + typed + tail
    assert rebroken(after, width, before, breaks(before, width)) == list(breaks(after, width))


@pytest.mark.parametrize("width", [2, 3, 7, 20, 33])
def test_no_row_is_too_wide_and_no_character_is_lost(width: int) -> None:
    line = "推进“科技特派员”进厂行动，累计服务 {{ 服务家次 }} 企业120家次，https://example.org/a/very/long/path ，ＡＢ。" * 3
    cuts = [0, *breaks(line, width), len(line)]
    rows = [line[start:end] for start, end in pairwise(cuts)]
    assert "".join(rows) == line
    assert all(cell_len(row.rstrip()) <= width or len(row) == 1 for row in rows)


def test_only_a_line_feed_ends_a_line() -> None:
    text = "一\u2028二\x0b三\r四\n五\x85六\n"
    sheet = Sheet(text)
    assert sheet.text == text and sheet.line_count == 3
    assert sheet.replace_range((0, 1), (1, 1), "\x1c七").replaced_text == "\u2028二\x0b三\r四\n五"
    assert sheet.text == "一\x1c七\x85六\n"
    assert [sheet.location(at) for at in (0, 3, 6)] == [(0, 0), (0, 3), (1, 0)]
    assert all(sheet.offset(sheet.location(at)) == at for at in range(len(sheet.text) + 1))


def test_rows_follow_an_edit() -> None:
    sheet = Sheet("一二三四五六\n七")
    rows = Rows(sheet)
    rows.wrap(6)
    assert (rows.height, rows.row(1), rows.row(2)) == (3, (0, 3, 6), (1, 0, 1))
    sheet.replace_range((0, 0), (0, 4), "")
    rows.wrap_range((0, 0), (0, 4), (0, 0))
    assert (rows.height, rows.row(1)) == (2, (1, 0, 1))


# Typing.


def test_hidden_characters_are_drawn_and_stay_in_the_value() -> None:
    value = "甲\u200b乙\x1b[31m丙\t丁\u202e戊\u2028己"
    editor = ParagraphsEditor(value)
    app = acted(editor, act=pressed("end", "庚"))
    assert app.told[0] == editor.value == value + "庚"
    assert "甲␦乙␛[31m丙 丁␦戊␦己庚" in str(app.told[-1])
    assert "\x1b" not in str(app.told[-1]) and "\u202e" not in str(app.told[-1])


def test_the_caret_goes_on_behind_what_an_input_method_sends() -> None:
    editor = ParagraphsEditor("结束")
    acted(editor, act=pressed("home", "创", "新", "驱", "动"))
    assert editor.value == "创新驱动结束" and editor.caret == 4
    assert editor.caret_region.x == editor.gutter.left + 8


def test_a_long_text_is_pasted_in_one_go_with_foreign_line_ends() -> None:
    editor = ParagraphsEditor("头尾")
    app = acted(editor, act=pasted_at(1, "第一段\r\n第二段\r" + "字" * 20_000))
    assert editor.value == "头第一段\n第二段\n" + "字" * 20_000 + "尾"
    assert len(app.told) == 2  # one change, and the screen
    assert editor.caret == len(editor.value) - 1


def test_there_is_no_undo_of_its_own() -> None:
    editor = ParagraphsEditor("原文")
    acted(editor, act=pressed("新", "ctrl+z", "ctrl+y"))
    assert editor.value == "原文新"


def test_cut_without_a_selection_loses_nothing_and_select_all_takes_all() -> None:
    editor = ParagraphsEditor("一\n二")
    acted(editor, act=pressed("ctrl+x"))
    assert editor.value == "一\n二"
    again = ParagraphsEditor("一\n二")
    acted(again, act=pressed("ctrl+a", "ctrl+x", "三", "ctrl+v"))
    assert again.value == "三一\n二"


def test_a_value_put_back_moves_the_caret_to_the_change_and_tells_nothing() -> None:
    editor = ParagraphsEditor()
    cases = [
        ("全年新增七十六家", "全年新增家", 4),
        ("全年新增家", "全年新增七十六家", 7),
        ("一\n二\n三", "一\n贰\n三", 3),
        ("一一一", "一一", 2),
        ("", "新", 1),
        ("旧", "", 0),
    ]

    async def act(pilot: Pilot[Any]) -> None:
        for old, new, caret in cases:
            editor.set_value(old)
            editor.replace_value(new)
            assert (editor.value, editor.caret) == (new, caret)

    assert len(acted(editor, act=act).told) == 1


def test_the_value_of_another_record_is_told_to_nobody() -> None:
    editor = ParagraphsEditor("甲" * 300)

    async def act(pilot: Pilot[Any]) -> None:
        editor.move_cursor((0, 250))
        editor.set_value("乙")

    app = acted(editor, act=act)
    assert (editor.value, editor.caret, len(app.told)) == ("乙", 0, 1)
    assert "│ 乙" in str(app.told[-1])


# The box.


def test_length_counts_no_white_space() -> None:
    assert length("一 二\u3000三\n\t四") == 4


def test_the_border_counts_and_warns_over_the_cap() -> None:
    editor = ParagraphsEditor("一二三", title="正文", cap=4)
    before: list[bool] = []

    async def act(pilot: Pilot[Any]) -> None:
        before.append(editor.has_class("-over"))
        await pilot.press("四", "五")

    screen = str(acted(editor, act=act).told[-1])
    assert screen.startswith("╭─ 正文 ─") and "─ 5/4字 ─╯" in screen
    assert before == [False] and editor.has_class("-over")


def test_it_grows_with_its_text_and_stops_before_it_fills_the_screen() -> None:
    editor = ParagraphsEditor("一")
    heights = []

    async def act(pilot: Pilot[Any]) -> None:
        for lines in (1, 5, 50):
            editor.set_value("\n".join("一" * lines))
            await pilot.pause()
            heights.append(editor.size.height)

    acted(editor, act=act, size=(40, 20))
    assert heights == [3, 5, 13]


def test_the_caret_stays_in_sight_in_a_paragraph_longer_than_the_box() -> None:
    editor = ParagraphsEditor("字" * 5000)

    async def act(pilot: Pilot[Any]) -> None:
        editor.move_cursor((0, 5000))
        await pilot.pause()
        await pilot.press("末")
        assert editor.region.contains_region(editor.caret_region)

    app = acted(editor, act=act)
    assert "末" in str(app.told[-1])


def test_references_stand_out() -> None:
    editor = ParagraphsEditor("新增{{ 入园企业 }}，好")
    styles = []

    async def act(pilot: Pilot[Any]) -> None:
        styles.extend((segment.text, segment.style) for segment in editor.render_line(0))

    acted(editor, act=act)
    plain = dict(styles)
    assert plain["{{ 入园企业 }}"].color != plain["，好"].color


# One line.


def test_a_line_takes_as_many_rows_as_it_needs_up_to_three() -> None:
    for signs, rows in ((5, 1), (18, 1), (19, 2), (54, 3), (90, 3)):
        editor, other = LineEditor("首" + "字" * (signs - 1)), LineEditor("别处")

        async def act(pilot: Pilot[Any], editor: LineEditor = editor, rows: int = rows) -> None:
            await pilot.press("enter")
            await pilot.pause()
            assert editor.size.height == rows and screen_text(pilot.app).startswith(" 首字")

        acted(editor, other, act=act)


def test_a_line_of_more_rows_follows_the_caret_and_shows_its_beginning_to_who_is_elsewhere() -> None:
    editor, other = LineEditor("首" + "字" * 89 + "末"), LineEditor("别处")

    async def act(pilot: Pilot[Any]) -> None:
        assert "末" in screen_text(pilot.app) and "首" not in screen_text(pilot.app)
        await pilot.press("tab")
        await pilot.pause()
        assert "首" in screen_text(pilot.app) and "末" not in screen_text(pilot.app)
        await pilot.press("shift+tab")
        await pilot.pause()
        assert "末" in screen_text(pilot.app)

    acted(editor, other, act=act)


# Where the caret is.


def test_who_comes_by_key_types_behind_the_text() -> None:
    editors = [LineEditor("一"), LineEditor("二"), ParagraphsEditor("三\n三"), NamesEditor("四")]
    acted(*editors, act=pressed("甲", "enter", "乙", "home", "tab", "丙", "tab", "丁", "shift+tab", "shift+tab", "戊"))
    assert [editor.value for editor in editors] == ["一甲", "二乙戊", "三\n三丙", "四丁"]


def test_the_arrows_come_in_by_the_nearer_end() -> None:
    upper, text, lower = LineEditor("上"), ParagraphsEditor("一" * 30 + "\n二"), LineEditor("下")
    seen: list[int] = []

    async def act(pilot: Pilot[Any]) -> None:
        for key in ("down", "down", "down", "down", "up"):
            await pilot.press(key)
            seen.append(text.caret if text.has_focus else -1)

    acted(upper, text, lower, act=act)
    assert seen == [16, 30, 32, -1, 32]


def test_a_caret_stays_where_a_value_was_put_back() -> None:
    editor, other = LineEditor("一二三四"), LineEditor("别处")

    async def act(pilot: Pilot[Any]) -> None:
        await pilot.press("tab")
        editor.replace_value("一三四")
        await pilot.press("shift+tab", "x", "tab", "shift+tab", "y")

    acted(editor, other, act=act)
    assert editor.value == "一x三四y"  # once


def test_a_caret_stays_where_it_was_when_the_terminal_comes_back() -> None:
    editor = LineEditor("一二三四")

    async def act(pilot: Pilot[Any]) -> None:
        await pilot.press("home")
        pilot.app.post_message(AppBlur())
        await pilot.pause()
        pilot.app.post_message(AppFocus())
        await pilot.pause()
        await pilot.press("x")

    acted(editor, act=act)
    assert editor.value == "x一二三四"


def test_lines_pasted_into_a_line_become_one() -> None:
    editor = LineEditor("头")
    acted(editor, act=pasted("\n 一\r\n\r\n二 \n"))
    assert editor.value == "头一 二"


def test_a_line_feed_in_the_data_shows_and_stays() -> None:
    editor = LineEditor("一\n二")
    app = acted(editor, act=pressed("end", "三"))
    assert editor.value == "一\n二三" and str(app.told[-1]).startswith(" 一␊二三")


def test_keys_go_on_to_the_next_field() -> None:
    editors = [LineEditor("一"), LineEditor("二"), LineEditor("三")]
    places: list[int] = []

    async def act(pilot: Pilot[Any]) -> None:
        for key in ("enter", "down", "up", "tab", "shift+tab"):
            await pilot.press(key)
            places.append(editors.index(pilot.app.focused))  # type: ignore[arg-type]

    acted(*editors, act=act)
    assert places == [1, 2, 1, 2, 1] and [editor.value for editor in editors] == ["一", "二", "三"]


def test_arrows_leave_a_text_of_paragraphs_at_its_first_and_last_row_only() -> None:
    upper, text, lower = LineEditor(), ParagraphsEditor("一\n二"), LineEditor()
    seen: list[object] = []

    async def act(pilot: Pilot[Any]) -> None:
        for key in ("down", "down", "down", "up", "up", "up"):
            await pilot.press(key)
            seen.append(pilot.app.focused)

    acted(upper, text, lower, act=act)
    assert seen == [text, text, lower, text, text, upper]


def test_a_click_puts_the_caret_under_the_mouse() -> None:
    editor, long = LineEditor("一二三四"), ParagraphsEditor("\n".join("甲乙丙丁" for _ in range(40)))

    async def act(pilot: Pilot[Any]) -> None:
        await pilot.click(editor, offset=(5, 0))
        await pilot.press("x")
        await pilot.click(long, offset=(6, 2))  # the box is not scrolled to the end of its text first
        await pilot.press("y", "tab", "shift+tab", "z")

    acted(editor, long, act=act)
    assert editor.value == "一二x三四" and long.value.split("\n")[1] == "甲乙y丙丁" and long.value.endswith("z")


# Names.


def test_names_are_one_a_line_and_blank_lines_are_none() -> None:
    editor = NamesEditor()
    editor.set_value(["甲", "乙"])
    app = acted(editor, act=pressed("enter", "enter", "丙"))
    assert app.told[-2] == ["甲", "乙", "丙"] and editor.value == "甲\n乙\n\n丙"
    editor.replace_value(["甲", "乙", "丙"])
    assert editor.value == "甲\n乙\n\n丙"  # the same names: what is being typed stays


def test_nothing_is_typed_where_nothing_may_change() -> None:
    editor = ParagraphsEditor("原文")
    editor.read_only = True

    async def act(pilot: Pilot[Any]) -> None:
        await pilot.press("新", "enter", "backspace", "delete", "ctrl+backspace", "ctrl+x", "ctrl+v")
        pilot.app.post_message(Paste("贴"))
        await pilot.pause()

    app = acted(editor, act=act)
    assert editor.value == "原文" and len(app.told) == 1


def test_wide_characters_are_never_cut_in_half() -> None:
    editor = LineEditor("a" + "宽" * 60)
    app = acted(editor, act=pressed("end"), size=(41, 3))
    assert "宽" in str(app.told[-1]) and all(cell_len(line) <= 41 for line in str(app.told[-1]).split("\n"))
