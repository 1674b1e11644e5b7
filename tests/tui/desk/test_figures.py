"""The table of figures on the desk: nothing typed lands elsewhere, names change everywhere at once, nothing breaks in silence."""

from pathlib import Path
from typing import Any

import pytest
from driving import desk_of, facts, go, saved, type_in, until
from goldens import same_screen, settled
from pilots import play, screen_lines, screen_text
from textual.pilot import Pilot

from drafter.model.words import Language
from drafter.tui.app import DrafterApp
from drafter.tui.screens.helping import HelpScreen
from drafter.tui.widgets.figures import FiguresTable

HERE = Path(__file__).parent
WIDE = (160, 50)


def table_of(app: DrafterApp) -> FiguresTable:
    assert app.desk_screen is not None
    return app.desk_screen.query_one(FiguresTable)


async def into_table(pilot: Pilot[Any]) -> FiguresTable:
    await desk_of(pilot)
    await pilot.press("f2")
    await until(pilot, lambda: pilot.app.screen.focused is not None and pilot.app.screen.focused.id == "figures", "the table")
    return table_of(pilot.app)  # type: ignore[arg-type]


def said(app: DrafterApp) -> str:
    """The words in passing that are on the screen."""
    return "\n".join(each.message for each in app._notifications)


def cells(app: DrafterApp, place: int) -> dict[str, str]:
    assert app.desk_screen is not None
    return dict(app.desk_screen.desk.root["指标"][place])


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(80, 24), WIDE], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_table_has_a_small_screen_to_itself_and_says_how_to_get_back(
    workspace: Path, language: Language, size: tuple[int, int]
) -> None:
    app = DrafterApp(workspace, "2025", language)

    async def story(pilot: Pilot[Any]) -> None:
        table = await into_table(pilot)
        await saved(pilot)
        await settled(pilot)
        assert table.columns[table.column].key == "数值" and table.cursor == 0
        assert app.desk_screen is not None and app.desk_screen.outline.display == (size == WIDE)
        assert "Esc" in screen_lines(app)[-1] and "F1" in screen_lines(app)[-1]
        same_screen(app, HERE / "screens" / f"table.{language}.{size[0]}x{size[1]}.txt")
        await pilot.press("escape")
        await pilot.pause()
        assert app.desk_screen.outline.has_focus and app.desk_screen.outline.display

    play(app, story, size)


def test_a_row_typed_with_tabs_lands_in_the_columns_one_sees(app: DrafterApp, workspace: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await into_table(pilot)
        await pilot.press("insert")
        for key in ("查档", "tab", "接待查档人次", "tab", "12840", "tab", "人次", "tab", "tab", "11200", "tab"):
            await (pilot.press(key) if key == "tab" else type_in(pilot, key))
        assert cells(app, 1) == {"编号": "查档", "名称": "接待查档人次", "数值": "12840", "单位": "人次", "同期": "11200"}
        await pilot.press("tab", "tab")
        assert (table_of(app).cursor, table_of(app).column) == (2, 0)
        await saved(pilot)
        assert "12840" in facts(workspace)

    play(app, story)


def test_enter_goes_down_and_stays_there(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        table = await into_table(pilot)
        await type_in(pilot, "1300")
        await pilot.press("enter")
        await pilot.pause()
        assert table.cursor == 1
        await type_in(pilot, "9")
        await pilot.press("tab")
        await pilot.pause()
        assert [cells(app, place)["数值"] for place in (0, 1)] == ["1300", "9"]
        assert (table.cursor, table.columns[table.column].key) == (1, "单位")

    play(app, story)


def test_a_new_name_goes_into_every_text_and_one_undo_takes_it_back(app: DrafterApp, workspace: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        await into_table(pilot)
        before = screen.desk.state
        await pilot.press("home")
        await type_in(pilot, "造林面积")
        await pilot.press("enter")
        await until(pilot, lambda: "2 处一并改了" in said(app), "it is said how many places changed")
        assert screen.desk.root["导语"] == "全年完成造林{{ 造林面积 }}，比上年{{ 造林面积.同比 }}。"
        await saved(pilot)
        assert "{{ 造林面积.完成率 }}" in facts(workspace) and "{{ 造林 }}" not in facts(workspace)
        await pilot.press("ctrl+z")
        assert screen.desk.state == before

    play(app, story)


def test_a_name_that_cannot_be_is_said_and_the_next_good_one_is_taken_along(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        await into_table(pilot)
        await pilot.press("home", "delete")
        await until(pilot, lambda: "还有 2 处写着“造林”" in said(app), "what still says the old name")
        await type_in(pilot, "面积")
        await pilot.press("enter")
        await until(pilot, lambda: "2 处一并改了" in said(app), "the good name")
        assert "{{ 面积 }}" in screen.desk.root["导语"]

    play(app, story)


def test_removing_a_figure_in_use_says_where_and_undo_brings_it_back(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        await into_table(pilot)
        await pilot.press("ctrl+delete")
        await until(pilot, lambda: "还有 2 处用到它" in said(app), "where it is still used")
        assert "抓造林" in said(app) and len(screen.desk.root["指标"]) == 1
        await pilot.press("ctrl+z")
        assert cells(app, 0)["编号"] == "造林" and table_of(app).cursor == 0

    play(app, story)


def test_what_is_typed_into_a_cell_is_there_for_the_page_for_a_save_and_when_one_leaves(app: DrafterApp, workspace: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        await into_table(pilot)
        await type_in(pilot, "1310")
        await pilot.press("ctrl+q")
        await until(pilot, lambda: "数值: 1310" in facts(workspace), "it is in the file")
        assert not screen.desk.unsaved

    play(app, story)


def test_ctrl_z_in_a_cell_takes_the_typing_back_not_the_change_before(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        table = await into_table(pilot)
        await type_in(pilot, "1310")
        await pilot.press("enter")
        await type_in(pilot, "7")
        await pilot.press("ctrl+z")
        assert table.pending is None and cells(app, 0)["数值"] == "1310" and cells(app, 1)["数值"] == "8"
        await pilot.press("ctrl+z", "escape", "up", "ctrl+z")
        assert cells(app, 0)["数值"] == "1200"

    play(app, story)


def test_typing_is_kept_where_the_outline_is_clicked_and_the_form_stays(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        await into_table(pilot)
        await type_in(pilot, "1310")
        await go(pilot, "抓产业")
        await pilot.pause()
        assert cells(app, 0)["数值"] == "1310" and screen.centre.form.display and not table_of(app).display

    play(app, story, WIDE)


def test_f1_explains_the_column_and_what_is_wrong_with_the_cell(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await into_table(pilot)
        await type_in(pilot, "种")
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen), "the help")
        assert isinstance(app.screen, HelpScreen) and app.screen.label == "数值" and "应是数字" in app.screen.help

    play(app, story)


def test_figures_of_a_file_with_faults_are_only_looked_at(workspace: Path) -> None:
    (workspace / "facts" / "2025" / "乙.yaml").write_text(
        "指标:\n  - {编号: 坏, 名称: 旧, 数值: 5}\n备注: [没有\n", encoding="utf-8"
    )
    app = DrafterApp(workspace, "2025")

    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        bad = [record.uid for record in screen.desk.root.get("指标", ()) if not screen.desk.writable(record.uid)]
        table = await into_table(pilot)
        if not bad:
            pytest.skip("a file with such a fault shows none of its figures")
        before = screen.desk.state
        table.go(bad[0], "数值")
        await type_in(pilot, "7")
        assert table.pending is None and "只能看" in screen_text(app)
        await pilot.press("ctrl+delete", "insert", "alt+up", "delete")
        await pilot.pause()
        assert screen.desk.state == before and "写法错误" in said(app)

    play(app, story)
