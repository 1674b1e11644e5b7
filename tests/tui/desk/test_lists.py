"""Lists of records in a form, as a clerk fills them: 附件, 版本, 附表 of the report; 表格, 图 of a fact."""

from pathlib import Path
from typing import Any

import pytest
from driving import desk_of, facts, go, saved, type_in, until
from goldens import same_screen, settled
from pilots import play, screen_text
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widget import Widget

from drafter.model.words import Language
from drafter.tui.app import DrafterApp
from drafter.tui.desk.screen import DeskScreen
from drafter.tui.screens.helping import explanation
from drafter.tui.widgets.form.fields import FieldList
from drafter.tui.widgets.form.items import ItemRow
from drafter.tui.widgets.form.lists import RecordsRow

HERE = Path(__file__).parent
ANNEXES = """\
附件:
  # 先印这个
  - 标题: 分工   # 已定
    正文: 甲科牵头。
  - 标题: 名单
"""
TABLE = "    表格:\n      - 标题: 表一\n        各行: |\n          县区 | 数\n          甲县 | {{ 没有 }}\n"


@pytest.fixture
def filled(workspace: Path) -> Path:
    """The report with two annexes, and a table that names a figure nobody knows."""
    report = facts(workspace).replace("导语:", ANNEXES + "导语:").replace("林下种植铺开。\n", "林下种植铺开。\n" + TABLE)
    (workspace / "facts" / "2025" / "报告.yaml").write_text(report, "utf-8")
    return workspace


async def rest(pilot: Pilot[Any]) -> None:
    for _ in range(4):
        await pilot.pause()


async def press(pilot: Pilot[Any], *keys: str) -> None:
    for each in keys:
        await pilot.press(each)
        await rest(pilot)


async def at_list(pilot: Pilot[Any], word: str) -> DeskScreen:
    """The focus on the line of a list of the report's form."""
    screen = await desk_of(pilot)
    screen.choose(0)
    await rest(pilot)
    assert screen.centre.form.focus_field((word,))
    await rest(pilot)
    return screen


async def opened(pilot: Pilot[Any], word: str) -> DeskScreen:
    screen = await at_list(pilot, word)
    await press(pilot, "enter")
    return screen


def items(screen: DeskScreen) -> list[ItemRow]:
    return [row for row in screen.query(ItemRow) if row.display]


def focused(pilot: Pilot[Any], kind: type[Widget]) -> Any:
    """The nearest widget of this kind around the focus."""
    assert pilot.app.focused is not None
    return next(node for node in pilot.app.focused.ancestors_with_self if isinstance(node, kind))


def test_annexes_are_added_and_filled_without_a_mouse(app: DrafterApp, workspace: Path) -> None:
    report = facts(workspace)

    async def story(pilot: Pilot[Any]) -> None:
        screen = await at_list(pilot, "附件")
        assert "+ 附件（未填）" in screen_text(app)
        await press(pilot, "insert")
        await type_in(pilot, "分工")
        await press(pilot, "enter")
        await type_in(pilot, "甲科牵头。")
        await press(pilot, "insert")
        await type_in(pilot, "名单")
        await saved(pilot)
        begun = "附件:\n  - 标题: 分工\n    正文: 甲科牵头。\n  - 标题: 名单\n"
        assert facts(workspace) == report.replace("导语:", begun + "导语:")
        assert "- 附件（2）" in screen_text(app) and "- 2. 名单" in screen_text(app)
        for _ in range(5):  # two records, three fields
            await press(pilot, "ctrl+z")
        await saved(pilot)
        assert facts(workspace) == report and not items(screen)

    play(app, story, (100, 40))


def test_each_operation_is_one_step_back_and_comments_stay(filled: Path) -> None:
    report = facts(filled)
    app = DrafterApp(filled, "2025")

    async def story(pilot: Pilot[Any]) -> None:
        screen = await opened(pilot, "附件")
        assert [row.fold.title for row in items(screen)] == ["1. 分工", "2. 名单"]
        await press(pilot, "down", "down", "alt+up")
        await saved(pilot)
        moved = "附件:\n  # 先印这个\n  - 标题: 名单\n  - 标题: 分工   # 已定\n    正文: 甲科牵头。\n"
        assert facts(filled) == report.replace(ANNEXES, moved)
        assert focused(pilot, ItemRow).fold.title == "1. 名单"
        await press(pilot, "ctrl+up")
        assert [row.fold.title for row in items(screen)] == ["1. 名单", "2. 分工"]  # it was the first
        await press(pilot, "ctrl+z")
        await saved(pilot)
        assert facts(filled) == report
        await press(pilot, "ctrl+y", "ctrl+z")
        screen.centre.form.focus_field(("附件",))
        await press(pilot, "down", "delete")
        await saved(pilot)
        assert facts(filled) == report.replace("  - 标题: 分工   # 已定\n    正文: 甲科牵头。\n", "")
        assert focused(pilot, ItemRow).fold.title == "1. 名单"  # its neighbour
        await press(pilot, "delete")
        await saved(pilot)
        assert "附件" not in facts(filled) and isinstance(app.focused.parent, RecordsRow)  # type: ignore[union-attr]
        await press(pilot, "ctrl+z")
        assert focused(pilot, ItemRow).fold.title == "1. 名单"
        await press(pilot, "ctrl+z")
        assert [row.fold.title for row in items(screen)] == ["1. 分工", "2. 名单"]

    play(app, story, (100, 40))


def test_the_mouse_does_the_same(filled: Path) -> None:
    app = DrafterApp(filled, "2025")

    async def click(pilot: Pilot[Any], row: Widget, words: str) -> None:
        at = next(place for place, line in enumerate(screen_text(app).split("\n")) if place >= row.region.y and words in line)
        line = screen_text(app).split("\n")[at]
        await pilot.click(offset=(cell_len(line[: line.index(words)]) + 1, at))
        await rest(pilot)

    async def story(pilot: Pilot[Any]) -> None:
        screen = await opened(pilot, "附件")
        await click(pilot, items(screen)[1], "2. 名单")
        await click(pilot, items(screen)[1], "上移")
        assert [row.fold.title for row in items(screen)] == ["1. 名单", "2. 分工"]
        await click(pilot, items(screen)[0], "下移")
        assert [row.fold.title for row in items(screen)] == ["1. 分工", "2. 名单"]
        await click(pilot, items(screen)[1], "删除")
        assert [row.fold.title for row in items(screen)] == ["1. 分工"]
        await click(pilot, items(screen)[0], "加一条")
        await type_in(pilot, "图纸")
        assert [row.fold.title for row in items(screen)] == ["1. 分工", "2. 图纸"]

    play(app, story, (100, 50))


def test_what_is_wrong_stands_at_its_field_and_on_what_is_folded_over_it(filled: Path) -> None:
    report = facts(filled)
    app = DrafterApp(filled, "2025")

    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        await saved(pilot)
        uid = await go(pilot, "抓产业", into=True)
        await until(pilot, lambda: "+ 表格（1）  错误" in screen_text(app), "the mark on the list")
        assert screen.outline.row_of(uid).mark == "error"  # type: ignore[union-attr]
        await press(pilot, "f5", "enter")  # to the problem
        assert focused(pilot, FieldList).subject == screen.desk.find(uid)["表格"][0].uid  # type: ignore[index]
        assert "各行”引用了“没有”" in screen_text(app) and "- 1. 表一  错误" in screen_text(app)
        label, help = explanation(screen)
        assert label == "各行" and "县区 | 净增 | 总数" in help and "错误 “各行”引用了“没有”" in help
        await press(pilot, "ctrl+a")
        await type_in(pilot, "县区 | 数\n甲县 | 3")
        assert "- 1. 表一\n" in screen_text(app) and "表一  错误" not in screen_text(app)
        await saved(pilot)
        assert facts(filled) == report.replace("甲县 | {{ 没有 }}\n", "甲县 | 3\n")
        assert screen.outline.row_of(uid).mark == "filled"  # type: ignore[union-attr]

    play(app, story, (120, 40))


def test_others_changes_come_in_where_one_writes(filled: Path) -> None:
    app = DrafterApp(filled, "2025")
    file = filled / "facts" / "2025" / "报告.yaml"

    async def story(pilot: Pilot[Any]) -> None:
        screen = await opened(pilot, "附件")
        await press(pilot, "down", "enter", "down")
        await type_in(pilot, "表")
        file.write_text(file.read_text("utf-8").replace("  - 标题: 名单\n", "  - 标题: 人员名单\n  - 标题: 图纸\n"), "utf-8")
        await until(pilot, lambda: len(items(screen)) == 3, "the others' annex")
        assert [row.fold.title for row in items(screen)] == ["1. 分工表", "2. 人员名单", "3. 图纸"]
        await type_in(pilot, "格")
        await saved(pilot)
        assert "分工表格   # 已定" in facts(filled) and "图纸" in facts(filled)

    play(app, story, (100, 40))


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "成绩 / 抓产业 / 表格 / 表一 / 各行"), ("en", "Achievements / 抓产业 / 表格 / 表一 / Rows")]
)
def test_a_contradiction_is_asked_of_the_field_of_the_record(filled: Path, language: Language, said: str) -> None:
    report = facts(filled)
    app = DrafterApp(filled, "2025", language)
    file = filled / "facts" / "2025" / "报告.yaml"

    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        screen.desk.set(screen.desk.root["成绩"][2]["表格"][0].uid, "各行", "甲 | 1")
        file.write_text(report.replace("甲县 | {{ 没有 }}", "甲县 | 2"), "utf-8")
        screen.touched()
        await until(pilot, lambda: screen.desk.conflicts, "the conflict")
        await press(pilot, "f8")
        assert said in screen_text(app)

    play(app, story, (100, 40))


def test_nothing_is_added_or_removed_in_a_file_that_can_only_be_looked_at(filled: Path) -> None:
    app = DrafterApp(filled, "2025")

    async def story(pilot: Pilot[Any]) -> None:
        screen = await opened(pilot, "附件")
        await press(pilot, "down", "enter")
        screen.centre.form.set_read_only("只能看")
        await rest(pilot)
        assert "加一条" not in screen_text(app) and "删除" not in screen_text(app)
        before = screen.desk.revision
        await press(pilot, "insert", "delete", "alt+down", "shift+delete")
        screen.centre.form.focus_field(("附件",))
        await press(pilot, "insert")
        assert screen.desk.revision == before
        screen.centre.form.set_read_only(None)
        await press(pilot, "insert")
        assert screen.desk.revision != before

    play(app, story, (100, 40))


def test_what_is_no_list_of_records_is_said_and_left(filled: Path) -> None:
    report = facts(filled)
    (filled / "facts" / "2025" / "报告.yaml").write_text(report.replace(ANNEXES, "附件: 见文件夹\n"), "utf-8")
    app = DrafterApp(filled, "2025")

    async def story(pilot: Pilot[Any]) -> None:
        await at_list(pilot, "附件")
        assert "+ 附件（写得不对，请在文件里改）" in screen_text(app)
        await press(pilot, "insert", "enter", "insert")
        await saved(pilot)
        assert "附件: 见文件夹\n" in facts(filled)

    play(app, story, (100, 50))


def test_a_list_inside_a_record_of_a_list(app: DrafterApp, workspace: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await at_list(pilot, "附件")
        await press(pilot, "insert")
        await type_in(pilot, "统计表\n")
        uid = screen.desk.root["附件"][0].uid
        assert screen.centre.form.focus_field(("表格",), uid)
        await press(pilot, "insert")
        await type_in(pilot, "一")
        table = screen.desk.root["附件"][0]["表格"][0].uid
        assert screen.centre.form.focus_field(("各行",), table)
        await rest(pilot)
        await type_in(pilot, "甲 | 乙\n1 | 2")
        await saved(pilot)
        assert "表格:\n      - 标题: 一\n        各行: |\n          甲 | 乙\n          1 | 2\n" in facts(workspace)
        # What the forms around it know is as new: unfolding the rest of the form puts nothing back.
        screen.centre.form._shown._lay(anew=False)  # type: ignore[union-attr]
        await rest(pilot)
        assert screen.desk.root["附件"][0]["表格"][0]["各行"].startswith("甲 | 乙") and "甲 | 乙" in screen_text(app)
        screen.choose(table, ("标题",))
        await rest(pilot)
        assert focused(pilot, FieldList).subject == table

    play(app, story, (100, 60))


def test_a_group_that_is_typed_stays_as_typed_when_the_form_is_laid_anew(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await at_list(pilot, "附件")
        screen.centre.form.focus_field(("红头", "机关标志"))
        await rest(pilot)
        await type_in(pilot, "云溪县林业局文件")
        screen.centre.form._shown._lay(anew=False)  # type: ignore[union-attr]
        await rest(pilot)
        assert "云溪县林业局文件" in screen_text(app)

    play(app, story, (100, 60))


def test_the_red_head_goes_on_by_filling_it_and_off_by_one_key(app: DrafterApp, workspace: Path) -> None:
    report = facts(workspace)

    async def story(pilot: Pilot[Any]) -> None:
        screen = await at_list(pilot, "附件")
        screen.centre.form.focus_field(("红头", "机关标志"))
        await rest(pilot)
        await type_in(pilot, "云溪县林业局文件")
        screen.centre.form.focus_field(("红头", "签发人"))
        await rest(pilot)
        await type_in(pilot, "林一")
        await saved(pilot)
        assert "红头:\n  机关标志: 云溪县林业局文件\n  签发人: 林一\n" in facts(workspace)
        focused(pilot, FieldList).parent.fold.focus()
        await rest(pilot)
        assert "Del 清空" in screen_text(app)
        assert "Del" in explanation(screen)[1]
        await press(pilot, "delete")
        await saved(pilot)
        assert facts(workspace) == report and "+ 红头（未填）" in screen_text(app) and "Del 清空" not in screen_text(app)
        await press(pilot, "ctrl+z")
        await saved(pilot)
        assert "签发人: 林一" in facts(workspace) and "签发人" in screen_text(app)

    play(app, story, (100, 60))


@pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_lists_look_as_kept(filled: Path, language: Language, size: tuple[int, int]) -> None:
    app = DrafterApp(filled, "2025", language)

    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        await saved(pilot)
        for uid, name in ((screen.desk.root["附件"][0].uid, "annexes"), (screen.desk.root["成绩"][2]["表格"][0].uid, "tables")):
            screen.choose(uid)
            await settled(pilot)
            assert all(cell_len(line) <= size[0] for line in screen_text(app).split("\n"))
            same_screen(app, HERE / "screens" / f"{name}.{language}.{size[0]}x{size[1]}.txt")

    play(app, story, size)
