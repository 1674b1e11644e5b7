"""Last year's report becomes one of ours: chosen, shown, and only then written."""

import os
from pathlib import Path
from typing import Any

import pytest
from driving import until
from goldens import same_in_all, settled
from pilots import play, screen_text
from textual.pilot import Pilot
from textual.widgets import Input

from drafter.actions.opening import open_report
from drafter.tui.screens import importing
from drafter.tui.screens.importing import Brought, ImportScreen
from drafter.tui.screens.path import bare_path

HERE = Path(__file__).parent
pytestmark = pytest.mark.usefixtures("quiet")
OLD = """\
临江市水务局2024年工作总结和2025年工作打算

今年以来，全市水务工作稳中有进。
一、2024年工作完成情况
（一）抓建设。新开工管网五项，总长七十六公里。
（二）抓管护。巡查百次，处置隐患三十处。
二、存在的主要问题
一是老旧管网占比仍高。
三、2025年工作打算
（一）再建管网二十公里。

文章来源：某某网
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "ws"
    home.mkdir()
    (home / "去年总结.txt").write_text(OLD, "utf-8")
    (home / "通讯录.txt").write_text("张三", "utf-8")
    os.utime(home / "通讯录.txt", (1000, 1000))
    monkeypatch.setattr("drafter.actions.candidates.usual_folders", list)
    monkeypatch.setattr(importing, "workspace", lambda start: Path("/总结") if start == home else start)
    return home


@pytest.fixture
def app(stage: Any, folder: Path) -> Any:
    return stage(ImportScreen(folder))


def test_choosing_and_what_will_be_taken(app: Any) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        await same_in_all(pilot, HERE, "import-choosing")
        app.screen.query_one("#files").focus()
        await pilot.press("enter")
        await settled(pilot)
        await same_in_all(pilot, HERE, "import-taking")

    play(app, story)


def test_it_is_stored_only_when_taken(app: Any, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "workspace", lambda start: start)

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        await pilot.press("down", "enter")
        await settled(pilot)
        assert not (folder / "facts").exists()
        app.screen.query_one("#unit", Input).value = "临江市水务局"
        app.screen.query_one("#period", Input).value = "2024年下半年"
        await pilot.click("#take")
        await settled(pilot)
        assert app.results == [Brought("2024-H2")]

    play(app, story)
    report = open_report("2024-H2", folder).report
    assert str(report.period) == "2024-H2" and report.unit == "临江市水务局"
    assert "新开工管网五项" in report.achievements[0].text
    assert (folder / "去年总结.txt").read_text("utf-8") == OLD


def test_tab_completes_a_typed_path_and_then_goes_on(app: Any) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        path = app.screen.query_one("#path", Input)
        await pilot.press("z", "tab")
        await settled(pilot)
        assert path.value == "z" and not path.has_focus
        path.value = "去"
        path.focus()
        await pilot.press("tab")
        await settled(pilot)
        assert path.value == "去年总结.txt" and path.has_focus
        await pilot.press("enter")
        await settled(pilot)
        assert app.screen.has_class("-taking")

    play(app, story)


def test_what_cannot_be_read_says_why(app: Any) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        for typed, words in (("", "先写出文件的路径"), ("没有.docx", "打不开这个文件"), (".", "不是普通文件")):
            path = app.screen.query_one("#path", Input)
            path.value = typed
            path.focus()
            await settled(pilot)
            await pilot.press("enter")
            await until(pilot, lambda words=words: words in screen_text(app), words)
            assert not app.screen.has_class("-taking")

    play(app, story)


def test_a_period_that_is_missing_or_taken(stage: Any, folder: Path) -> None:
    there = folder / "facts/2024/报告.yaml"
    there.parent.mkdir(parents=True)
    there.write_text("单位: 别人\n", "utf-8")
    app = stage(ImportScreen(folder))

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        await pilot.press("down", "enter")
        await settled(pilot)
        for period, words in (("", "是哪一期的"), ("2024", "已经有了")):
            app.screen.query_one("#period", Input).value = period
            await pilot.click("#take")
            await settled(pilot)
            assert words in screen_text(app) and app.results == []
        await pilot.click("#other")
        await pilot.pause(0)
        assert not app.screen.has_class("-taking")

    play(app, story)
    assert there.read_text("utf-8") == "单位: 别人\n"


def test_names_of_files_never_drive_the_terminal(stage: Any, folder: Path) -> None:
    (folder / "红\x1b[31m.txt").write_text(OLD, "utf-8")
    app = stage(ImportScreen(folder))

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        await pilot.press("红", "tab")
        await settled(pilot)
        assert "红␛[31m.txt" in screen_text(app) and "\x1b" not in screen_text(app)
        assert app.screen.query_one("#path", Input).value == "红"

    play(app, story)


@pytest.mark.parametrize(
    ("typed", "path"),
    [("'/a/去 年.docx' ", "/a/去 年.docx"), ("file:///a/%E5%8E%BB.docx", "/a/去.docx"), ("a.txt", "a.txt")],
)
def test_paths_as_they_are_pasted_or_dragged(typed: str, path: str) -> None:
    assert bare_path(typed) == Path(path)


def test_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/h")
    assert bare_path("~/a.txt") == Path("/h/a.txt")


def test_the_numbers_of_what_was_taken_are_looked_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:

    from drafter.tui.app import DrafterApp
    from drafter.tui.screens.proposals import ProposalsScreen

    monkeypatch.setattr(importing, "workspace", lambda start: start)
    app = DrafterApp(folder)

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        await pilot.press("f3")
        await until(pilot, lambda: isinstance(app.screen, ImportScreen) and app.screen.files, "the files are offered")
        await pilot.press("down", "enter")
        await until(pilot, lambda: app.screen.has_class("-taking"), "it is read")
        app.screen.query_one("#period", Input).value = "2024年下半年"
        await pilot.click("#numbers")
        await until(pilot, lambda: isinstance(app.screen, ProposalsScreen), "the numbers are shown")
        assert app.desk_screen is not None and app.desk_screen.desk.name == "2024-H2"

    play(app, story)
