"""What reading the report back has found stands under the field while one writes, until the field changes."""

from pathlib import Path
from typing import Any

import pytest
from driving import desk_of, field, go, saved, type_in, until
from goldens import same_screen, settled
from pilots import play, screen_text
from rich.cells import cell_len
from textual.pilot import Pilot

from drafter.model.words import Language
from drafter.tui.app import DrafterApp

HERE = Path(__file__).parent
SLIP = "用短横表示范围"


@pytest.fixture
def slips(workspace: Path) -> Path:
    """The report with slips in two of its facts."""
    file = workspace / "facts" / "2025" / "报告.yaml"
    text = file.read_text("utf-8").replace("全年没有发生火灾。", "印发宣传册8-10册。")
    file.write_text(text.replace("培训两期。", "培训3-5期，走访8-10户。"), "utf-8")
    return workspace


def test_a_pause_brings_what_is_wrong_under_the_field_and_a_key_takes_it_away(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        await go(pilot, "抓产业", into=True)
        field(screen, "正文").focus()
        await pilot.press("ctrl+end")
        await type_in(pilot, "种植8-10亩")
        assert SLIP not in screen_text(app)
        await until(pilot, lambda: SLIP in screen_text(app), "the remark")
        await type_in(pilot, "。")
        assert SLIP not in screen_text(app)
        await saved(pilot)
        await until(pilot, lambda: SLIP in screen_text(app), "the remark again")
        await pilot.press("ctrl+z")
        await until(pilot, lambda: SLIP not in screen_text(app), "undone")

    play(app, story)


def test_remarks_belong_to_the_record_that_is_shown(slips: Path) -> None:
    app = DrafterApp(slips, "2025")

    async def story(pilot: Pilot[Any]) -> None:
        await desk_of(pilot)
        await go(pilot, "抓防火")
        await until(pilot, lambda: SLIP in screen_text(app), "the remark")
        await go(pilot, "抓产业")
        assert SLIP not in screen_text(app)
        await go(pilot, "抓队伍")
        assert SLIP in screen_text(app)  # told once of both, and shown at both

    play(app, story)


def test_what_the_clerk_goes_on_typing_while_the_report_is_read_has_no_remark(app: DrafterApp) -> None:
    """The read-back is of the text as it was then."""

    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        uid = await go(pilot, "抓产业", into=True)
        screen.desk.set(uid, "正文", "种植8-10亩。")
        screen.refresh_all()
        await saved(pilot)
        screen.desk.set(uid, "正文", "种植8-10亩，")
        screen.centre.settled(screen.desk)
        await pilot.pause()
        assert SLIP not in screen_text(app)

    play(app, story)


def test_a_verdict_of_the_field_comes_before_remarks(slips: Path) -> None:
    """So does an offer: 1200 is a figure of the report."""
    app = DrafterApp(slips, "2025")

    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        await go(pilot, "抓防火", into=True)
        await until(pilot, lambda: SLIP in screen_text(app), "the remark")
        field(screen, "正文").focus()
        await pilot.press("ctrl+end")
        await type_in(pilot, "造林1200")
        await saved(pilot)
        await settled(pilot)
        assert "改成引用" in screen_text(app) and SLIP not in screen_text(app)
        field(screen, "标题").focus()
        await until(pilot, lambda: SLIP in screen_text(app), "the remark, once nothing is offered")

    play(app, story)


@pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_form_with_remarks(workspace: Path, language: Language, size: tuple[int, int]) -> None:
    file = workspace / "facts" / "2025" / "报告.yaml"
    file.write_text(file.read_text("utf-8").replace("全年没有发生火灾。", "印发宣传册8-10册。"), "utf-8")
    app = DrafterApp(workspace, "2025", language)

    async def story(pilot: Pilot[Any]) -> None:
        await desk_of(pilot)
        await go(pilot, "抓防火")
        await saved(pilot)
        await settled(pilot)
        assert all(cell_len(line) <= size[0] for line in screen_text(app).split("\n"))
        same_screen(app, HERE / "screens" / f"remarks.{language}.{size[0]}x{size[1]}.txt")

    play(app, story, size)


def test_an_acceptance_is_a_rare_field_and_edited_like_any_other(slips: Path) -> None:
    app = DrafterApp(slips, "2025")

    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        uid = await go(pilot, "抓防火", into=True)
        await until(pilot, lambda: SLIP in screen_text(app), "the remark")
        assert "认可" not in screen_text(app)
        editor = field(screen, "认可")
        editor.focus()
        await type_in(pilot, "range-mark “8-10” 沿用原件")
        await saved(pilot)
        await until(pilot, lambda: SLIP not in screen_text(app), "accepted")
        assert screen.desk.find(uid)["认可"] == ["range-mark “8-10” 沿用原件"]
        editor.focus()
        await pilot.press("ctrl+a", "delete")
        await saved(pilot)
        await until(pilot, lambda: SLIP in screen_text(app), "not accepted any more")

    play(app, story, (120, 60))
