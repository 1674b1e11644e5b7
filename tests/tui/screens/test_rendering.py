"""A document from the app: what stops it, where it goes, what it replaces, and opening it."""

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from driving import until
from goldens import same_in_all, settled
from pilots import play, screen_text
from textual.pilot import Pilot
from textual.widgets import Button, Input, OptionList

from drafter.actions.opening import open_report
from drafter.model.words import Both
from drafter.tui.screens.asking import Ask
from drafter.tui.screens.rendering import RenderScreen
from drafter.tui.widgets.making import DRAFT, FINAL, FormatPick, LayoutPick, StagePick

HERE = Path(__file__).parent
pytestmark = pytest.mark.usefixtures("quiet")
TITLE = "2025年管网76公里工作总结"


@pytest.fixture
def app(stage: Any, workspace: Path) -> Any:
    return stage(RenderScreen("2025", workspace))


@pytest.mark.parametrize("name", ["2025", "2026-H1"])
def test_the_form(stage: Any, workspace: Path, name: str) -> None:
    app = stage(RenderScreen(name, workspace))

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        app.screen.query_one("#place", Input).value = "/总结/总结.docx"
        await same_in_all(pilot, HERE, f"render-{name}")

    play(app, story)


def test_enter_makes_the_document_and_tells_where(app: Any, workspace: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert "文档已生成" in screen_text(app) and app.screen.query_one("#open", Button).has_focus
        await pilot.click("#back")
        await settled(pilot)
        assert app.results == [None]

    play(app, story)
    assert (workspace / f"{TITLE}.docx").read_bytes().startswith(b"PK")


def test_it_counts_the_same_remarks_before_and_afterwards(stage: Any, workspace: Path) -> None:
    """Also in another language, in which all is shown anew."""
    app = stage(RenderScreen("2025", workspace))

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        found = re.search(r"有 (\d+) 处提醒", screen_text(app))
        before = found[1] if found else "0"
        await pilot.press("enter")
        await until(pilot, lambda: app.screen.done, "it is made")
        for anew in (False, True):
            if anew:
                await app.screen.recompose()
            await settled(pilot)
            after = re.search(r"还有 (-?\d+) 处提醒", screen_text(app))
            assert (after[1] if after else "0") == before and "文档已生成" in screen_text(app)

    play(app, story)


def test_errors_stop_it_and_enter_goes_to_the_first(stage: Any, workspace: Path) -> None:
    app = stage(RenderScreen("2026-H1", workspace))

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        assert app.screen.query_one("#render", Button).disabled and app.screen.query_one("#problems", OptionList).has_focus
        await pilot.press("enter")
        await settled(pilot)
        assert [problem.severity for problem in app.results] == ["error"]

    play(app, story)
    assert not list(workspace.glob("*.docx"))


def test_format_and_layout(app: Any, workspace: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        assert app.screen.query_one(LayoutPick).value == "三段式"
        app.screen.query_one(LayoutPick).focus()
        await pilot.press("right")
        app.screen.query_one(FormatPick).focus()
        await pilot.press("right", "right")
        await settled(pilot)
        assert app.screen.query_one("#place", Input).value.endswith(f"{TITLE}.txt")
        assert app.screen.query_one(LayoutPick).value == "二段式"
        await pilot.click("#render")
        await settled(pilot)

    play(app, story)
    text = (workspace / f"{TITLE}.txt").read_text("utf-8")
    assert "2025年工作开展情况" in text  # as the second layout heads it


def test_a_typed_place_is_kept_but_for_its_ending(app: Any, workspace: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        place = app.screen.query_one("#place", Input)
        place.value = "报送/稿.docx"
        app.screen.query_one(FormatPick).focus()
        await pilot.press("right", "right")
        await settled(pilot)
        assert place.value == str(Path("报送/稿.txt"))
        await pilot.click("#render")
        await settled(pilot)
        assert "没有这个文件或文件夹" in screen_text(app) and not app.screen.has_class("-made")
        place.value = "facts/2025/报告.yaml"
        await pilot.click("#render")
        await settled(pilot)
        assert "这是事实文件" in screen_text(app)

    play(app, story)


def test_a_document_that_someone_changed_is_replaced_only_when_told(app: Any, workspace: Path) -> None:
    theirs = workspace / f"{TITLE}.docx"
    theirs.write_bytes(b"the director's own")

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        for answer in ("escape", "2", "1"):
            assert theirs.read_bytes() == b"the director's own"
            app.screen.query_one("#render").focus()
            await pilot.press("enter")
            await settled(pilot)
            assert isinstance(app.screen, Ask) and "不是这里上次生成的原样" in app.screen.question
            await pilot.press(answer)
            await settled(pilot)
            assert app.screen.has_class("-made") == (answer == "1")

    play(app, story)
    assert theirs.read_bytes().startswith(b"PK")


def test_its_own_earlier_document_is_replaced_unasked(stage: Any, workspace: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert pilot.app.screen.has_class("-made")

    play(stage(RenderScreen("2025", workspace)), story)
    first = (workspace / f"{TITLE}.docx").read_bytes()
    facts = workspace / "facts/2025/报告.yaml"
    facts.write_text(facts.read_text("utf-8").replace("开工五项", "开工六项"), "utf-8")
    play(stage(RenderScreen("2025", workspace)), story)
    assert (workspace / f"{TITLE}.docx").read_bytes() != first


def test_opening_and_its_failure(app: Any, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Path] = []

    def show(path: Path) -> Any:
        from drafter.model.problem import Problem

        shown.append(path)
        return Problem("opener-missing", Both("没能打开。", "Not opened.")) if path.is_dir() else None

    monkeypatch.setattr("drafter.actions.delivering.show", show)

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.click("#open")
        await settled(pilot)
        assert "没能打开" not in screen_text(app)
        await pilot.click("#folder")
        await settled(pilot)
        assert "没能打开" in screen_text(app)

    play(app, story)
    assert shown == [workspace / f"{TITLE}.docx", workspace]


def test_it_renders_what_is_on_the_desk(stage: Any, workspace: Path) -> None:
    from dataclasses import replace

    def read(layout: str | None) -> Any:
        opened = open_report("2025", workspace, layout)
        return replace(opened, report=replace(opened.report, title="桌上的题目"))

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)

    play(stage(RenderScreen("2025", workspace, read)), story)
    assert (workspace / "桌上的题目.docx").is_file()


def test_a_report_that_is_gone_is_said(stage: Any, workspace: Path) -> None:
    app = stage(RenderScreen("2030", workspace))

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        assert "没有“2030”这份报告" in screen_text(app) and app.screen.query_one("#render", Button).disabled

    play(app, story)


LEFT = """\
单位: 临江市水务局
期间: 2026
标题: 2026年工作总结
来自: [2025]
成绩:
  - {标题: 抓建设, 来自: 2025/成绩/1, 待更新: 是, 正文: 开工五项，全部按期完成。}
  - {标题: 抓管护, 正文: 巡查百次。}
打算:
  - {标题: 再建设, 正文: 推进。}
上期打算:
  - {标题: 扩管网, 来自: 2025/打算/1}
"""


@pytest.fixture
def left(stage: Any, workspace: Path) -> Any:
    """A report in which something is left of last time."""
    folder = workspace / "facts/2026"
    folder.mkdir()
    (folder / "报告.yaml").write_text(LEFT, "utf-8")
    return stage(RenderScreen("2026", workspace))


REVIEWED = """\
单位: 临江市水务局
期间: 2026
标题: 2026年工作总结
导语: 建管网{{ 管网 }}。
版本:
- {名称: 短版, 不要: [内部]}
- {名称: 一百字版, 字数: 100}
指标: [{编号: 管网, 名称: 新建管网, 数值: 12, 单位: 公里, 状态: 预计}]
成绩:
  - {标题: 抓建设, 正文: 开工五项，全部按期完成。}
  - {标题: 抓管护, 正文: 巡查百次。, 标签: [内部]}
打算:
  - {标题: 再建设, 正文: 推进。}
"""


@pytest.fixture
def reviewed(stage: Any, workspace: Path) -> Any:
    """A report with versions, and a number that nobody has confirmed."""
    folder = workspace / "facts/2026"
    folder.mkdir()
    (folder / "报告.yaml").write_text(REVIEWED, "utf-8")
    return stage(RenderScreen("2026", workspace))


async def _chosen(pilot: Pilot[Any], id: str, *keys: str) -> None:
    pilot.app.screen.query_one(f"#{id}").focus()
    await pilot.press(*keys)
    await settled(pilot)


def test_what_is_to_be_confirmed_has_comments_and_the_table(reviewed: Any, workspace: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        await _chosen(pilot, "stage", "2")
        assert reviewed.screen.query_one("#place", Input).value.endswith("2026年工作总结（送核）.docx")
        await _chosen(pilot, "render", "enter")
        assert "批注写明为什么" in screen_text(reviewed)

    play(reviewed, story)
    made = zipfile.ZipFile(workspace / "2026年工作总结（送核）.docx")
    assert "word/comments.xml" in made.namelist() and "数据核对表" in made.read("word/document.xml").decode()


def test_the_table_in_a_file_of_its_own(reviewed: Any, workspace: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        await _chosen(pilot, "stage", "2")
        await _chosen(pilot, "table", "3")
        await _chosen(pilot, "render", "enter")
        assert ".xlsx" in screen_text(reviewed)

    play(reviewed, story)
    assert (workspace / "2026年数据核对表.xlsx").read_bytes().startswith(b"PK")
    made = zipfile.ZipFile(workspace / "2026年工作总结（送核）.docx")
    assert "数据核对表" not in made.read("word/document.xml").decode()


def test_a_version_says_what_it_cuts_before_it_is_written(reviewed: Any, workspace: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        assert not reviewed.screen.query_one("#cut").display
        await _chosen(pilot, "version", "2")
        await until(pilot, lambda: "没有这 1 处" in screen_text(reviewed), "what is cut is shown")
        shown = screen_text(reviewed)
        assert "短版：" in shown and "抓管护" in shown and "不在此版" in shown
        await _chosen(pilot, "render", "enter")
        assert "文档已生成" in screen_text(reviewed)

    play(reviewed, story)
    assert [path.name for path in workspace.glob("*.docx")] == ["2026年工作总结（短版）.docx"]
    assert "巡查" not in zipfile.ZipFile(workspace / "2026年工作总结（短版）.docx").read("word/document.xml").decode()


def test_enter_on_what_is_cut_goes_to_it(reviewed: Any) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        await _chosen(pilot, "version", "2")
        await until(pilot, lambda: "抓管护" in screen_text(reviewed), "what is cut is shown")
        await _chosen(pilot, "cut", "down", "enter")
        assert [(problem.code, problem.fact) for problem in reviewed.results] == [("version-left-out", "成绩/2")]

    play(reviewed, story)


def test_every_version_at_once_and_nothing_of_others_replaced_unasked(reviewed: Any, workspace: Path) -> None:
    theirs = workspace / "2026年工作总结（一百字版）.docx"
    theirs.write_bytes(b"the director's own")

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        await _chosen(pilot, "version", "4")
        await until(pilot, lambda: "一百字版：" in screen_text(reviewed), "what is cut is shown")
        for answer in ("escape", "1"):
            await _chosen(pilot, "render", "enter")
            assert isinstance(reviewed.screen, Ask) and theirs.read_bytes() == b"the director's own"
            assert len(list(workspace.glob("*.docx"))) == 1, "none is written before the answer"
            await pilot.press(answer)
            await settled(pilot)
        assert "（短版）.docx" in screen_text(reviewed) and "（一百字版）.docx" in screen_text(reviewed)

    play(reviewed, story)
    assert theirs.read_bytes().startswith(b"PK") and (workspace / "2026年工作总结（短版）.docx").exists()


def test_the_form_with_versions(reviewed: Any) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        await _chosen(pilot, "version", "4")
        await until(pilot, lambda: "一百字版：" in screen_text(reviewed), "what is cut is shown")
        reviewed.screen.query_one("#place", Input).value = "/总结/"
        await same_in_all(pilot, HERE, "render-versions")

    play(reviewed, story)


def test_what_is_left_of_last_time_makes_a_draft_that_is_called_one(left: Any, workspace: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        assert left.screen.query_one(StagePick).value == DRAFT
        assert "可以生成草稿" in screen_text(left) and "待更新" in screen_text(left)
        left.screen.query_one("#render").focus()
        await pilot.press("enter")
        await settled(pilot)
        assert "这是草稿" in screen_text(left)

    play(left, story)
    assert [path.name for path in workspace.glob("*.docx")] == ["2026年工作总结（草稿）.docx"]
    assert b"highlight" in zipfile.ZipFile(workspace / "2026年工作总结（草稿）.docx").read("word/document.xml")


def test_final_waits_for_what_is_left_and_says_what_it_is(left: Any, workspace: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        stage = left.screen.query_one(StagePick)
        stage.focus()
        await pilot.press("right", "right")
        await settled(pilot)
        assert stage.value == FINAL and "还不能定稿" in screen_text(left)
        assert left.screen.query_one("#place", Input).value.endswith("2026年工作总结.docx")
        for answer in ("escape", "enter"):
            await pilot.click("#render")
            await settled(pilot)
            assert isinstance(left.screen, Ask) and "照样定稿" in screen_text(left)
            await pilot.press(answer)
            await settled(pilot)
            assert not list(workspace.glob("*.docx")) and left.screen.query_one("#problems").has_focus
        await pilot.press("enter")
        await settled(pilot)
        assert [(problem.code, problem.gate) for problem in left.results] == [("carried-over", True)]

    play(left, story)


def test_final_as_it_is_only_after_a_question(left: Any, workspace: Path) -> None:
    target = workspace / "2026年工作总结.docx"

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        left.screen.query_one(StagePick).action_choose(FINAL)
        await settled(pilot)
        await pilot.click("#render")
        await settled(pilot)
        await pilot.press("right", "enter")
        await settled(pilot)
        assert left.screen.query_one(StagePick).value == DRAFT and left.screen.query_one("#render").has_focus
        left.screen.query_one(StagePick).action_choose(FINAL)
        target.write_bytes(b"of someone")
        await settled(pilot)
        await pilot.click("#render")
        await settled(pilot)
        await pilot.press("right", "right", "enter")
        await settled(pilot)
        assert isinstance(left.screen, Ask) and target.read_bytes() == b"of someone"
        await pilot.press("1")
        await settled(pilot)
        await until(pilot, lambda: "这样定稿，还有 2 处没有核对、答复" in screen_text(left), "it says what went out")

    play(left, story)
    assert b"highlight" not in zipfile.ZipFile(target).read("word/document.xml")


def test_the_form_where_something_is_left(left: Any) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        left.screen.query_one("#place", Input).value = "/总结/总结.docx"
        await same_in_all(pilot, HERE, "render-left")

    play(left, story)
