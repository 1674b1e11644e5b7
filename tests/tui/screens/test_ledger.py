"""The ledger on the screen: promises answered by a key, reasons asked for, drafts taken, and all of it saved and undone."""

from pathlib import Path
from typing import Any

import pytest
import two_years
from driving import desk_of, saved, type_in, until
from goldens import LANGUAGES, same_screen, settled
from pilots import play, screen_lines, screen_text
from rich.cells import cell_len
from textual.pilot import Pilot
from waits import short_waits as short_waits

from drafter.actions.opening import open_report
from drafter.tui.app import DrafterApp
from drafter.tui.desk.screen import DeskScreen
from drafter.tui.screens.asking import Ask
from drafter.tui.screens.drafts import DraftsScreen
from drafter.tui.screens.exporting import ExportScreen
from drafter.tui.screens.ledger import LedgerScreen
from drafter.tui.widgets.answering import Answering
from drafter.tui.widgets.choice import ChoiceEditor
from drafter.tui.widgets.line import LineEditor

HERE = Path(__file__).parent
pytestmark = pytest.mark.usefixtures("quiet")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return two_years.write(tmp_path / "ws")


@pytest.fixture
def app(home: Path) -> DrafterApp:
    return DrafterApp(home, "2026")


async def ledger_of(pilot: Pilot[Any]) -> LedgerScreen:
    """The ledger, opened from the desk and filled."""
    await desk_of(pilot)
    await pilot.press("ctrl+t")
    screen = await until(pilot, lambda: isinstance(pilot.app.screen, LedgerScreen) and pilot.app.screen, "the ledger opens")
    await until(pilot, lambda: screen.items, "it is filled")
    return screen  # type: ignore[no-any-return]


def outcomes(home: Path) -> list[str]:
    report = open_report("2026", home).report
    return [fact.outcome for fact in report.commitments] + [fact.standing for fact in report.concerns]


@pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ledger_as_it_looks(home: Path, language: Any, size: tuple[int, int]) -> None:
    app = DrafterApp(home, "2026", language)

    async def story(pilot: Pilot[Any]) -> None:
        await ledger_of(pilot)
        await pilot.press("2")
        await saved(pilot)
        await settled(pilot)
        assert all(cell_len(line) <= size[0] for line in screen_lines(app))
        same_screen(app, HERE / "lineage" / f"ledger.{language}.{size[0]}x{size[1]}.txt")

    play(app, story, size)


def test_a_digit_answers_and_goes_on_and_a_reason_is_asked_for(app: DrafterApp, home: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await ledger_of(pilot)
        await pilot.press("4")
        assert isinstance(screen.focused, LineEditor)
        await type_in(pilot, "资金到位晚。")
        await pilot.press("enter")
        assert screen.listed.has_focus and screen.current is not None and screen.current.title == "治理漏损"
        await pilot.press("1", "5")
        await type_in(pilot, "并入省里的活动")
        await pilot.press("enter", "1")
        await until(pilot, lambda: "都答复了" in screen_text(app), "all is answered")
        await saved(pilot)

    play(app, story)
    assert outcomes(home) == ["未完成", "完成", "取消", "已解决"]
    notes = [fact.note for fact in open_report("2026", home).report.commitments]
    assert notes == ["资金到位晚。", "", "并入省里的活动"]


def test_what_was_answered_is_counted_and_measured_anew(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await ledger_of(pilot)
        assert "还有 4 条没有答复" in screen_text(app)
        await pilot.press("1")
        await until(pilot, lambda: "还有 3 条没有答复" in screen_text(app), "one less")
        screen.listed.focus()
        screen.listed.cursor = 3
        await pilot.pause()
        screen.query(LineEditor).first().focus()
        await type_in(pilot, "2")
        desk = (await desk_of(pilot)).desk
        assert desk.root["上期打算"][2]["实际"] == "2"

    play(app, story)


def test_undo_and_taking_back(app: DrafterApp, home: Path) -> None:
    before = (home / "facts/2026/报告.yaml").read_bytes()

    async def story(pilot: Pilot[Any]) -> None:
        screen = await ledger_of(pilot)
        await pilot.press("1")
        desk = (await desk_of(pilot)).desk
        assert desk.root["上期打算"][0]["兑现"] == "完成"
        await pilot.press("ctrl+z")
        assert "兑现" not in desk.root["上期打算"][0]
        await pilot.press("ctrl+z")
        await pilot.press("ctrl+y")
        assert desk.root["上期打算"][0]["兑现"] == "完成"
        screen.listed.cursor = 1
        await pilot.press("delete")
        assert "兑现" not in desk.root["上期打算"][0]
        await saved(pilot)

    play(app, story)
    assert (home / "facts/2026/报告.yaml").read_bytes() == before


def test_it_is_answered_with_the_mouse_too(app: DrafterApp, home: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await ledger_of(pilot)
        choice = screen.query_one(ChoiceEditor)
        await pilot.click(choice, offset=(12, 0))
        desk = (await desk_of(pilot)).desk
        assert desk.root["上期打算"][0]["兑现"] == "基本完成" and isinstance(screen.focused, LineEditor)

    play(app, story)


def test_enter_leads_to_the_answer_and_a_heading_has_none(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await ledger_of(pilot)
        await pilot.press("enter")
        assert isinstance(screen.focused, ChoiceEditor)
        screen.listed.focus()
        await pilot.press("home")
        assert screen.current is None and screen.query_one(Answering).has_class("-closed")
        await pilot.press("1", "enter")
        assert screen.listed.has_focus and "还有 4 条没有答复" in screen_text(app)

    play(app, story)


def test_what_came_of_it_can_be_gone_to(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await ledger_of(pilot)
        await pilot.press("f4")
        assert app.screen is screen
        await pilot.press("down")
        assert "布点监测" in screen_text(app)
        await pilot.press("f4")
        desk = await until(pilot, lambda: isinstance(app.screen, DeskScreen) and app.screen, "back on the desk")
        assert desk.desk.find(desk.chosen)["标题"] == "布点监测"

    play(app, story)


def test_drafts_are_taken_or_left(app: DrafterApp, home: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await ledger_of(pilot)
        await pilot.press("4", "enter")
        await pilot.press("f8", "f8")
        screen = app.screen
        assert isinstance(screen, LedgerScreen)
        screen.listed.cursor = 3
        await pilot.press("1", "f9")
        drafts = await until(pilot, lambda: isinstance(app.screen, DraftsScreen) and app.screen.found and app.screen, "drafts")
        parts = [each.part for each in drafts.found]
        assert parts == ["问题", "打算", "成绩"]
        await pilot.press("space", "down", "space", "f9")
        await until(pilot, lambda: "写进报告 1 条" in screen_text(app), "one is taken")
        await saved(pilot)

    play(app, story)
    report = open_report("2026", home).report
    assert not report.issues and not report.plans
    assert [fact.stale for fact in report.achievements] == [False, False, True]
    assert report.achievements[-1].origin == "2025/打算/3"


def test_it_is_exported_where_it_says(app: DrafterApp, home: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await ledger_of(pilot)
        await pilot.press("f7")
        await until(pilot, lambda: isinstance(app.screen, ExportScreen), "the export opens")
        await pilot.press("shift+tab", "shift+tab", "right", "right")
        assert app.screen.query_one("#place").value.endswith("兑现情况表.txt")  # type: ignore[attr-defined]
        await pilot.click("#save")
        await until(pilot, lambda: isinstance(app.screen, LedgerScreen), "it is saved")
        await settled(pilot)
        assert "已存为" in screen_text(app)
        # What someone changed since is not replaced unasked.
        made = next(home.glob("*.txt"))
        assert "延伸管网" in made.read_text("utf-8")
        made.write_text("领导改过", "utf-8")
        await pilot.press("f7")
        await until(pilot, lambda: isinstance(app.screen, ExportScreen), "the export opens again")
        app.screen.query_one("#place").value = str(made)  # type: ignore[attr-defined]
        await pilot.click("#save")
        await until(pilot, lambda: isinstance(app.screen, Ask), "it asks")
        await pilot.press("2")
        await until(pilot, lambda: isinstance(app.screen, ExportScreen) and app.focused.id == "place", "it can be named anew")
        assert made.read_text("utf-8") == "领导改过"
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Ask), "it asks again")
        await pilot.press("1")
        await until(pilot, lambda: isinstance(app.screen, LedgerScreen), "it is replaced")
        assert "延伸管网" in made.read_text("utf-8")

    play(app, story)


def test_nothing_to_answer_is_said(home: Path) -> None:
    app = DrafterApp(home, "2025")

    async def story(pilot: Pilot[Any]) -> None:
        await desk_of(pilot)
        await pilot.press("ctrl+t")
        await until(pilot, lambda: "没有要答复的" in screen_text(app), "it says so")
        await pilot.press("1", "enter", "f8", "f4", "delete", "escape")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen), "and it closes")

    play(app, story)


def test_the_list_of_all_actions_leads_there_too(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await desk_of(pilot)
        await pilot.press("f12")
        await type_in(pilot, "台账")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, LedgerScreen), "the ledger opens")

    play(app, story)


def test_a_place_must_be_named_and_facts_are_never_written_over(app: DrafterApp, home: Path) -> None:
    facts = (home / "facts/2026/报告.yaml").read_bytes()

    async def story(pilot: Pilot[Any]) -> None:
        await ledger_of(pilot)
        await pilot.press("f7")
        await until(pilot, lambda: isinstance(app.screen, ExportScreen), "the export opens")
        place = app.screen.query_one("#place")
        place.value = ""  # type: ignore[attr-defined]
        place.focus()
        await pilot.press("enter")
        await until(pilot, lambda: "写出存到哪里" in screen_text(app), "a place is needed")
        place.value = "facts/2026/报告.yaml"  # type: ignore[attr-defined]
        await pilot.press("enter")
        await until(pilot, lambda: "这是事实文件" in screen_text(app), "facts stay")
        await pilot.click("#cancel")
        await until(pilot, lambda: isinstance(app.screen, LedgerScreen), "back")

    play(app, story)
    assert (home / "facts/2026/报告.yaml").read_bytes() == facts


def test_what_the_report_does_not_list_is_shown_and_cannot_be_answered_here(home: Path) -> None:
    file = home / "facts/2026/报告.yaml"
    kept = "".join(line for line in file.read_text("utf-8").splitlines(keepends=True) if "2025/打算/3}" not in line)
    file.write_text(kept, "utf-8")
    app = DrafterApp(home, "2026")

    async def story(pilot: Pilot[Any]) -> None:
        screen = await ledger_of(pilot)
        assert "未列入" in screen_text(app)
        screen.listed.cursor = next(at for at, each in enumerate(screen.items) if not isinstance(each, str) and not each.listed)
        await pilot.pause()
        assert screen.query_one(Answering).has_class("-closed")
        assert "Ins 列入" in screen_lines(app)[-1]
        await pilot.press("1")
        await saved(pilot)

    play(app, story)
    assert file.read_text("utf-8") == kept


def test_what_the_report_does_not_list_is_listed_by_a_key_and_then_answered(home: Path) -> None:
    file = home / "facts/2026/报告.yaml"
    kept = "".join(line for line in file.read_text("utf-8").splitlines(keepends=True) if "2025/打算/3}" not in line)
    file.write_text(kept, "utf-8")
    app = DrafterApp(home, "2026")

    async def story(pilot: Pilot[Any]) -> None:
        screen = await ledger_of(pilot)
        screen.listed.cursor = at = next(
            at for at, each in enumerate(screen.items) if not isinstance(each, str) and not each.listed
        )
        await pilot.press("insert")
        await until(pilot, lambda: "未列入" not in screen_text(app), "it is listed")
        assert screen.listed.cursor == at and "Ins 列入" not in screen_lines(app)[-1]
        await pilot.press("insert", "ctrl+z")
        await until(pilot, lambda: "未列入" in screen_text(app), "it can be undone")
        screen.listed.cursor = next(at for at, each in enumerate(screen.items) if not isinstance(each, str) and not each.listed)
        await pilot.press("insert", "1")
        await saved(pilot)
        await until(pilot, lambda: "还有 3 条没有答复" in screen_text(app), "it is answered")

    play(app, story)
    (entry,) = [fact for fact in open_report("2026", home).report.commitments if fact.origin == "2025/打算/3"]
    assert (entry.title, entry.outcome) == ("讲节水", "完成")


def test_drafts_without_an_answer_and_a_fault_are_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = home / "facts/2026/报告.yaml"
    file.write_text(file.read_text("utf-8").replace("数值: 18", "数值: 21"), "utf-8")
    app = DrafterApp(home, "2026")

    async def story(pilot: Pilot[Any]) -> None:
        await ledger_of(pilot)
        await pilot.press("f9")
        await until(pilot, lambda: "没有要补写的" in screen_text(app), "nothing to draft")
        await pilot.press("ctrl+a", "f9", "escape")
        await until(pilot, lambda: isinstance(app.screen, LedgerScreen), "back")

        def fails(_desk: Any) -> Any:
            raise OSError("disk")

        monkeypatch.setattr("drafter.actions.editing.answers.drafts", fails)
        await pilot.press("f9")
        await until(pilot, lambda: "读写出错" in screen_text(app), "it says so")

    play(app, story)


def test_a_ledger_that_cannot_be_drawn_up_is_said(app: DrafterApp, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_opened: Any) -> Any:
        raise OSError("disk")

    monkeypatch.setattr("drafter.actions.ledger.ledger", fails)

    async def story(pilot: Pilot[Any]) -> None:
        await desk_of(pilot)
        await pilot.press("ctrl+t")
        await until(pilot, lambda: "读写出错" in screen_text(app), "it says so")
        await pilot.press("f7", "1")
        assert isinstance(app.screen, LedgerScreen)

    play(app, story)


def test_what_was_dropped_on_purpose_needs_no_answer(home: Path) -> None:
    file = home / "facts/2026/报告.yaml"
    lines = file.read_text("utf-8").replace("来自: [2025]", "来自: [2025]\n不再沿用: [2025/打算/3]")
    file.write_text("".join(line for line in lines.splitlines(keepends=True) if "正文: 办好节水" not in line), "utf-8")
    app = DrafterApp(home, "2026")

    async def story(pilot: Pilot[Any]) -> None:
        await ledger_of(pilot)
        assert "不再沿用" in screen_text(app) and "还有 3 条没有答复" in screen_text(app)

    play(app, story)
