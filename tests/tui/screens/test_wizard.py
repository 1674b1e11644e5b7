"""A new report: what is offered, what is refused beside its field, and what is written."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from goldens import same_in_all, settled
from pilots import play, screen_lines, screen_text
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from drafter.actions.new import Made
from drafter.actions.opening import open_report
from drafter.model.problem import Problem
from drafter.model.words import Both
from drafter.tui.screens import wizard
from drafter.tui.screens.helping import explanation
from drafter.tui.screens.notes import NotesScreen
from drafter.tui.screens.wizard import WizardScreen
from drafter.tui.speech import speak
from drafter.tui.widgets.pick import Pick
from drafter.tui.widgets.several import Several

HERE = Path(__file__).parent
pytestmark = pytest.mark.usefixtures("quiet")
TODAY = date(2026, 11, 3)


@pytest.fixture
def app(stage: Any, workspace: Path) -> Any:
    return stage(WizardScreen(workspace, TODAY))


async def begin_empty(pilot: Pilot[Any]) -> None:
    """Takes back what it would begin from."""
    sources = pilot.app.screen.query_one(Several)
    sources.focus()
    for _ in sources.choices:
        if sources.choices[sources.at] in sources.values:
            await pilot.press("space")
        await pilot.press("right")
    await settled(pilot)
    assert sources.values == ()


def test_the_form(app: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wizard, "workspace", lambda start: Path("/总结"))

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        await same_in_all(pilot, HERE, "wizard")

    play(app, story)


def test_the_keyboard_alone_makes_a_report(app: Any, workspace: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        assert app.screen.query_one("#unit", Input).value == "临江市水务局"
        # unit, period, offered periods, reports to begin from: none of both; layout: the second one, then the button
        await pilot.press("enter", "enter", "enter", "space", "right", "space", "enter", "down", "enter", "enter")
        await settled(pilot)
        assert app.results == ["2026"]

    play(app, story)
    opened = open_report("2026", workspace)
    assert (opened.report.unit, opened.layout.name) == ("临江市水务局", "二段式")
    assert (workspace / "facts/schema.json").is_file()


def test_a_period_is_offered_or_typed_and_the_two_agree(app: Any) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        period, pick = app.screen.query_one("#period", Input), app.screen.query_one(Pick)
        assert (period.value, pick.value) == ("2026年", "2026")
        period.focus()
        await settled(pilot)
        assert explanation(app.screen)[0] == "期间"
        period.value = "2026-q3"
        await settled(pilot)
        await begin_empty(pilot)
        assert pick.value == "" and "2026年第三季度工作总结" in screen_text(app)
        pick.focus()
        await pilot.press("right")
        await settled(pilot)
        assert (period.value, pick.value) == ("2026年", "2026")

    play(app, story)


def test_a_mistake_is_said_beside_its_field_and_nothing_is_written(app: Any, workspace: Path) -> None:
    before = sorted(workspace.rglob("*"))

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        await begin_empty(pilot)
        for field, label, text, words in (
            ("unit", "单位", " ", "填上发文单位"),
            ("period", "期间", "2025年", "已经有了"),
            ("period", "期间", "明年\x1b[2J", "看不懂这个期间"),
        ):
            app.screen.query_one(f"#{field}", Input).value = text
            await pilot.click("#create")
            await settled(pilot)
            lines = screen_lines(app)
            at = next(number for number, line in enumerate(lines) if line.strip().startswith(label))
            assert any(words in line for line in lines[at : at + 4]) and app.results == []
            assert not any("\x1b" in line for line in lines)
        await pilot.press("escape")
        await settled(pilot)
        assert app.results == [None]

    play(app, story)
    assert sorted(workspace.rglob("*")) == before


def test_a_report_that_came_meanwhile_is_not_overwritten(app: Any, workspace: Path) -> None:
    report = workspace / "facts/2026/报告.yaml"

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        report.parent.mkdir()
        report.write_text("单位: 别人\n", "utf-8")
        for _ in range(2):
            await pilot.click("#create")
            await settled(pilot)
            assert app.results == [] and "已经有报告" in screen_text(app)
            await begin_empty(pilot)

    play(app, story)
    assert report.read_text("utf-8") == "单位: 别人\n"


def test_another_language_keeps_what_was_typed(app: Any) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        app.screen.query_one("#unit", Input).value = "临江市水文站"
        await begin_empty(pilot)
        app.screen.query_one("#layout", OptionList).highlighted = 2
        await settled(pilot)
        speak("en")
        await app.screen.recompose()
        await settled(pilot)
        assert "A new report" in screen_text(app) and app.screen.query_one("#unit", Input).value == "临江市水文站"
        assert app.screen.layout_chosen.name == "亮点前置式"

    play(app, story)


def test_it_begins_from_what_a_year_usually_begins_from(app: Any, workspace: Path) -> None:
    broken = workspace / "facts/2026-H1/报告.yaml"
    broken.write_text(broken.read_text("utf-8").replace("约百分之九", "9").replace("漏水", "漏损"), "utf-8")

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        sources = app.screen.query_one(Several)
        assert sources.values == ("2026-H1", "2025") and app.screen.layout_chosen is None
        app.screen.query_one("#period", Input).value = "2026年上半年"
        await settled(pilot)
        assert sources.values == ("2025",)
        app.screen.query_one("#period", Input).value = "2026年"
        app.screen.query_one("#unit", Input).value = ""
        await settled(pilot)
        assert sources.values == ("2026-H1", "2025") and "上期的打算和问题" in screen_text(app)
        await pilot.click("#create")
        await settled(pilot)
        assert isinstance(app.screen, NotesScreen) and "看作同一条“抓建设”" in screen_text(app)
        await pilot.press("enter")
        await settled(pilot)
        assert app.results == ["2026"], screen_text(app)

    play(app, story)
    report = open_report("2026", workspace).report
    assert report.origins == ("2026-H1", "2025") and report.unit == "临江市水务局"
    assert report.commitments and all(fact.origin for fact in report.achievements)


def test_a_unit_goes_on_in_its_own_folder(stage: Any, workspace: Path) -> None:
    (workspace / "facts/一科").mkdir()
    (workspace / "facts/2025").rename(workspace / "facts/一科/2025")
    app = stage(WizardScreen(workspace, TODAY))

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        app.screen.query_one("#period", Input).value = "2026年上半年"
        await settled(pilot)
        assert "已经有了" in screen_text(app), "2026-H1 is there, but that of the section is not"
        sources = app.screen.query_one(Several)
        sources.focus()
        await pilot.press("space")
        await settled(pilot)
        assert sources.values == ("一科/2025",) and "facts/一科/2026-H1" in screen_text(app).replace("\n", "")
        await pilot.click("#create")
        await settled(pilot)
        if isinstance(app.screen, NotesScreen):
            await pilot.press("enter")
            await settled(pilot)
        assert app.results == ["一科/2026-H1"], screen_text(app)

    play(app, story)
    assert open_report("一科/2026-H1", workspace).report.origins == ("2025",)


def test_the_mouse_takes_one_of_them_away_and_the_layout_can_be_another(app: Any, workspace: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        sources = app.screen.query_one(Several)
        await pilot.click(sources, offset=(1, 0))
        await settled(pilot)
        assert sources.values == ("2025",)
        app.screen.query_one("#layout", OptionList).highlighted = 2
        await settled(pilot)
        assert app.screen.layout_chosen.name == "二段式"
        await pilot.click(sources, offset=(sources.size.width // 2, 0))
        sources.focus()
        await pilot.press("right", "space")
        await settled(pilot)
        assert sources.values == () and app.screen.layout_chosen.name == "二段式"
        await pilot.press("space")
        await settled(pilot)
        assert sources.values == ("2025",) and app.screen.layout_chosen.name == "二段式"
        speak("en")
        await app.screen.recompose()
        await settled(pilot)
        assert app.screen.query_one(Several).values == ("2025",)
        await pilot.click("#create")
        await settled(pilot)

    play(app, story)
    opened = open_report("2026", workspace)
    assert opened.report.origins == ("2025",) and opened.layout.name == "二段式"


def test_the_next_period_of_a_report_is_offered_first(stage: Any, workspace: Path) -> None:
    app = stage(WizardScreen(workspace, TODAY, source="2026-H1"))

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        assert app.screen.query_one("#period", Input).value == "2026年"
        assert app.screen.query_one(Several).values == ("2026-H1", "2025")

    play(app, story)
    assert str(WizardScreen(workspace, TODAY, source="2025").proposed[0]) == "2026"


def test_what_was_noticed_is_read_before_one_goes_on(app: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    look = Both("回头看看。", "Look again.")
    notes = [Problem("joined", Both(f"第{number}条合成一条。", f"note {number}"), look, severity="info") for number in range(40)]
    notes.append(Problem("other", Both("还有一点。", "one more"), Both("也回头看看。", "Look once more."), severity="info"))
    monkeypatch.setattr("drafter.actions.new.new", lambda *_, **__: Made(Path("x"), True, notes))

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        await pilot.click("#create")
        await settled(pilot)
        assert isinstance(app.screen, NotesScreen) and "第0条合成一条" in screen_text(app) and app.results == []
        said = [str(each.content) for each in app.screen.query("Static.text")]
        assert len(said) == 41 and [number for number, each in enumerate(said) if "回头看看" in each] == [39, 40]
        await pilot.press("pagedown", "pagedown", "pagedown")
        await settled(pilot)
        assert "第39条合成一条" in screen_text(app)
        await pilot.press("enter")
        await settled(pilot)
        assert app.results == ["2026"]

    play(app, story)


def test_nothing_is_asked_of_earlier_reports_where_there_are_none(stage: Any, tmp_path: Path) -> None:
    app = stage(WizardScreen(tmp_path, TODAY))

    async def story(pilot: Pilot[Any]) -> None:
        await settled(pilot)
        assert not app.screen.query(Several) and app.screen.layout_chosen.name == "三段式"

    play(app, story)
