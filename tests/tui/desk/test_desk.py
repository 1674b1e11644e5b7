"""What the desk does beside the stories: structure, side panels, settings, and what cannot be done."""

import os
from pathlib import Path
from typing import Any

import pytest
from driving import desk_of, facts, go, row_of, saved, type_in, until
from pilots import play, screen_lines, screen_text
from textual.events import Key
from textual.pilot import Pilot

from drafter.tui.app import DrafterApp
from drafter.tui.screens.helping import HelpScreen
from drafter.tui.screens.palette import Palette
from drafter.tui.screens.problems import ProblemsScreen
from drafter.tui.screens.start import StartScreen

WIDE = (160, 50)


def settings(text: str) -> None:
    folder = Path(os.environ["DRAFTER_CONFIG"])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "设置.yaml").write_text(text, encoding="utf-8")


def test_facts_come_go_and_move(app: DrafterApp, workspace: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        desk = screen.desk

        def titles() -> list[str]:
            return [record.get("标题", "") for record in desk.root["成绩"]]

        await go(pilot, "抓防火")
        await pilot.press("ctrl+d")
        assert titles() == ["抓造林", "抓防火", "抓防火", "抓产业", "抓队伍"]
        await pilot.press("delete")
        assert titles() == ["抓造林", "抓防火", "抓产业", "抓队伍"]
        await go(pilot, "抓产业")
        await pilot.press("ctrl+up")
        assert titles() == ["抓造林", "抓产业", "抓防火", "抓队伍"]
        await pilot.press("ctrl+right")
        assert titles() == ["抓造林", "抓防火", "抓队伍"]
        assert desk.root["成绩"][0]["分项"][0]["标题"] == "抓产业"
        await pilot.press("ctrl+left")
        assert titles() == ["抓造林", "抓产业", "抓防火", "抓队伍"]
        await pilot.press("alt+insert")
        await type_in(pilot, "竹笋")
        assert desk.root["成绩"][1]["分项"][0]["标题"] == "竹笋"
        await go(pilot, "抓造林")
        await pilot.press("ctrl+up")
        await until(pilot, lambda: "第一条" in screen_text(app), "why it does not move")
        await saved(pilot)
        assert facts(workspace).index("抓产业") < facts(workspace).index("竹笋") < facts(workspace).index("抓防火")

    play(app, story, toasts=True)


@pytest.mark.parametrize("opening", ["enter", "insert"])
def test_what_is_typed_before_the_caret_has_come_is_not_lost(app: DrafterApp, opening: str) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        await go(pilot, "抓防火")
        for sign in (opening, *"见成效"):
            app.post_message(Key(sign, sign if len(sign) == 1 else None))
        await pilot.pause()
        title = "抓防火见成效" if opening == "enter" else "见成效"
        await until(pilot, lambda: title in [record.get("标题") for record in screen.desk.root["成绩"]], "all of it arrives")
        await type_in(pilot, "了")
        await until(pilot, lambda: f"{title}了" in [record.get("标题") for record in screen.desk.root["成绩"]], "and more")

    play(app, story)


def test_a_kind_brings_its_fields_and_its_sentence(app: DrafterApp, workspace: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        uid = await go(pilot, "抓队伍")
        await pilot.press("ctrl+k")
        await pilot.press("space")
        await until(pilot, lambda: screen.desk.find(uid).get("类别") == "荣誉", "the first kind is chosen")  # type: ignore[union-attr]
        for word, text in (("主体", "县林业局"), ("名目", "全市先进集体"), ("授予", "市政府")):
            screen.choose(uid, (word,))
            await pilot.pause()
            await type_in(pilot, text)
        screen.choose(uid, ("方式",))
        await pilot.pause()
        await pilot.press("space")
        await until(pilot, lambda: "县林业局" in screen.centre.form._sentence.sentence, "a sentence is drafted")  # type: ignore[union-attr]
        await pilot.press("ctrl+e")
        await saved(pilot)
        assert "全市先进集体" in screen.desk.find(uid)["正文"]  # type: ignore[index]

    play(app, story, WIDE)


def test_a_plan_that_aims_at_a_figure_is_offered_its_sentence(app: DrafterApp, workspace: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        uid = await go(pilot, "扩苗圃")
        screen.choose(uid, ("指标",))
        await pilot.pause()
        await type_in(pilot, "造林")
        await until(pilot, lambda: "{{ 造林 }}" in screen.centre.form._sentence.sentence, "the figure's sentence")  # type: ignore[union-attr]
        await pilot.press("ctrl+e")
        await saved(pilot)
        assert "{{ 造林 }}" in screen.desk.find(uid)["正文"]  # type: ignore[index]

    play(app, story, WIDE)


def test_a_problem_leads_to_its_field(workspace: Path) -> None:
    path = workspace / "facts" / "2025" / "报告.yaml"
    path.write_text(path.read_text("utf-8").replace("苗圃只有{{ 苗圃 }}", "苗圃只有{{ 苗木 }}"), "utf-8")
    app = DrafterApp(workspace, "2025")

    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        await pilot.press("f5")
        await until(pilot, lambda: isinstance(app.screen, ProblemsScreen), "the problems")
        assert "苗木" in screen_text(app)
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is screen, "back on the desk")
        await pilot.pause()
        assert screen.chosen == row_of(screen, "苗木偏少")
        await pilot.press("end")
        assert app.focused is not None and app.focused.has_focus

    play(app, story)


def test_search_goes_to_the_words(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        await pilot.press("ctrl+f")
        await pilot.pause()
        await type_in(pilot, "巡山")
        await until(pilot, lambda: "护林员每日巡山" in screen_text(app), "the hit")
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is screen, "back on the desk")
        await pilot.pause()
        assert screen.chosen == row_of(screen, "巡护")

    play(app, story)


def test_a_length_cap_is_counted_over_the_whole(app: DrafterApp, workspace: Path) -> None:
    settings("字数上限: 2000\n")
    capped = DrafterApp(workspace, "2025")

    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        await saved(pilot)
        await until(pilot, lambda: "/2000字" in screen_lines(capped)[0], "the count")
        before = screen.desk.settled.length  # type: ignore[union-attr]
        await go(pilot, "抓防火", into=True)
        await type_in(pilot, "再接再厉")
        await saved(pilot)
        await until(pilot, lambda: f"{before + 4}/2000字" in screen_lines(capped)[0], "four more")  # type: ignore[operator]

    play(capped, story)


def test_keys_language_and_theme_are_the_users(workspace: Path) -> None:
    settings("语言: en\n主题: 浅色\n按键:\n  desk.problems: ctrl+b\n")
    app = DrafterApp(workspace, "2025", "zh", asked=False)

    async def story(pilot: Pilot[Any]) -> None:
        await desk_of(pilot)
        assert app.theme == "textual-light"
        assert "Figures" in screen_text(app)
        await pilot.press("ctrl+b")
        await until(pilot, lambda: isinstance(app.screen, ProblemsScreen), "the rebound key")

    play(app, story)


def test_a_broken_setting_stops_nothing(workspace: Path) -> None:
    settings("语言: 法文\n主题: [\n")
    app = DrafterApp(workspace, "2025")

    async def story(pilot: Pilot[Any]) -> None:
        await desk_of(pilot)

    play(app, story)


def test_the_language_changes_while_the_app_runs(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await desk_of(pilot)
        await pilot.press("f12")
        await until(pilot, lambda: isinstance(app.screen, Palette), "the palette")
        await type_in(pilot, "English")
        await pilot.press("enter")
        await until(pilot, lambda: "Achievements" in screen_text(app), "the desk in English")
        assert "语言: en" in (Path(os.environ["DRAFTER_CONFIG"]) / "设置.yaml").read_text("utf-8")

    play(app, story)


def test_help_explains_the_field_in_focus(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await desk_of(pilot)
        await go(pilot, "抓防火", into=True)
        await pilot.press("f1")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen), "help")
        assert "小标题" in screen_text(app)
        await pilot.press("x")
        await until(pilot, lambda: not isinstance(app.screen, HelpScreen), "any key closes it")

    play(app, story)


def test_leaving_and_coming_back_can_still_undo(app: DrafterApp, workspace: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        first = await desk_of(pilot)
        await go(pilot, "抓防火", into=True)
        await type_in(pilot, "狠")
        await pilot.press("escape", "escape")
        await until(pilot, lambda: isinstance(app.screen, StartScreen), "the reports")
        assert "狠" in facts(workspace)
        await until(pilot, lambda: "2025年" in screen_text(app), "the card")
        await pilot.press("enter")
        await until(pilot, lambda: app.desk_screen is not None and app.desk_screen is not first, "the desk again")
        await desk_of(pilot)
        await pilot.press("ctrl+z")
        await saved(pilot)
        assert "狠" not in facts(workspace)

    play(app, story)


def test_a_report_that_cannot_be_opened_is_said(workspace: Path) -> None:
    app = DrafterApp(workspace, "2031")

    async def story(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: "2031" in screen_text(app), "why not")
        assert isinstance(app.screen, StartScreen)

    play(app, story, toasts=True)


def test_quitting_with_everything_saved_asks_nothing(app: DrafterApp, workspace: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await desk_of(pilot)
        await go(pilot, "抓防火", into=True)
        await type_in(pilot, "严")
        await pilot.press("ctrl+q")
        await until(pilot, lambda: app.return_code is not None or not app.is_running, "it leaves")

    play(app, story)
    assert "严" in facts(workspace)


def test_a_file_with_faults_is_shown_and_left_alone(workspace: Path) -> None:
    path = workspace / "facts" / "2025" / "报告.yaml"
    broken = path.read_text("utf-8").replace("问题:", "问题：")
    path.write_text(broken, "utf-8")
    app = DrafterApp(workspace, "2025")

    async def story(pilot: Pilot[Any]) -> None:
        await desk_of(pilot)
        await go(pilot, "抓防火", into=True)
        assert "写法错误" in screen_text(app)
        await type_in(pilot, "改")
        screen = await desk_of(pilot)
        screen.outline.focus()
        await pilot.press("delete")
        await pilot.pause()

    play(app, story)
    assert path.read_text("utf-8") == broken


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written(app: DrafterApp, workspace: Path) -> None:
    folder = workspace / "facts" / "2025"

    async def story(pilot: Pilot[Any]) -> None:
        await desk_of(pilot)
        folder.chmod(0o500)
        await go(pilot, "抓防火", into=True)
        await type_in(pilot, "改")
        await until(pilot, lambda: "已存草稿" in screen_lines(app)[0], "the refusal is said")

    try:
        play(app, story)
    finally:
        folder.chmod(0o700)


def test_a_full_disk_is_said_and_survived(app: DrafterApp, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno

    from drafter.store import save as saving

    real = saving._replace

    def full(target: Path, data: bytes) -> None:
        if target.suffix == ".yaml":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(target, data)

    async def story(pilot: Pilot[Any]) -> None:
        await desk_of(pilot)
        with monkeypatch.context() as disk:
            disk.setattr(saving, "_replace", full)
            await go(pilot, "抓防火", into=True)
            await type_in(pilot, "改")
            await until(pilot, lambda: "磁盘满了" in screen_lines(app)[0] and "草稿" in screen_lines(app)[0], "it is said")
            assert "改" not in facts(workspace)
        await pilot.press("ctrl+s")
        await saved(pilot)
        assert "改" in facts(workspace)

    play(app, story)
