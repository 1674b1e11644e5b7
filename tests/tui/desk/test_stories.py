"""What a clerk does in a morning, from the first key to the document. The same stories stand in docs/故事.md as screens."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

from driving import desk_of, facts, go, row_of, saved, type_in, until
from pilots import play, screen_text
from support import docx_paragraphs
from textual.events import Key
from textual.pilot import Pilot

from drafter.actions.editing.outline import rows_of
from drafter.tui.app import DrafterApp
from drafter.tui.screens.recover import RecoverScreen
from drafter.tui.screens.rendering import RenderScreen
from drafter.tui.screens.start import StartScreen
from drafter.tui.screens.wizard import WizardScreen

WIDE = (160, 50)


async def enter_until(pilot: Pilot[int], happens: Callable[[], Any]) -> None:
    """Presses Enter, as one who takes every proposal, until it happens."""
    for _ in range(20):
        if happens():
            return
        await pilot.press("enter")
        await pilot.pause(0.3)
    raise AssertionError(screen_text(pilot.app))


async def render(pilot: Pilot[int], folder: Path) -> list[str]:
    """F7 and Enter, as often as it asks; then the paragraphs of the one document that is new."""
    there = set(folder.rglob("*.docx"))
    await pilot.press("f7")
    await until(pilot, lambda: isinstance(pilot.app.screen, RenderScreen), "the render screen")

    def made() -> list[Path]:
        return sorted(set(folder.rglob("*.docx")) - there)

    await enter_until(pilot, made)
    return docx_paragraphs(made()[0].read_bytes())


def test_from_an_empty_folder_to_a_document(tmp_path: Path) -> None:
    app = DrafterApp(tmp_path)

    async def story(pilot: Pilot[int]) -> None:
        await until(pilot, lambda: isinstance(app.screen, StartScreen), "the start screen")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, WizardScreen), "the wizard")
        await type_in(pilot, "云溪县林业局")
        await enter_until(pilot, lambda: app.desk_screen)
        screen = await desk_of(pilot)
        for part, titles in (("成绩", ["抓造林", "抓防火", "抓产业"]), ("问题", ["苗木偏少"]), ("打算", ["扩苗圃", "再造林"])):
            for number, title in enumerate(titles):
                await go(pilot, part if number == 0 else titles[number - 1])
                await pilot.press("insert")
                await pilot.pause()
                await type_in(pilot, title)
                await pilot.press("enter")
                await type_in(pilot, f"{title}的情况。")
        await go(pilot, "指标")
        await pilot.press("f2")
        for cells in (
            ("造林", "造林面积", "1200", "亩"),
            ("苗圃", "苗圃数", "8", "个"),
            ("路", "林道", "35", "公里"),
            ("人", "护林员", "60", "名"),
        ):
            await pilot.press("insert")
            await pilot.pause()
            for cell in cells:
                await type_in(pilot, cell)
                await pilot.press("tab")
        await saved(pilot)
        report = screen.desk.settled.report  # type: ignore[union-attr]
        assert [(figure.id, figure.value, figure.unit) for figure in report.figures][:2] == [
            ("造林", "1200", "亩"),
            ("苗圃", "8", "个"),
        ]
        assert len(report.figures) == 4
        await go(pilot, "抓造林", into=True)
        await pilot.press("tab")
        await type_in(pilot, "共造林{{造林")
        await pilot.press("enter")
        await saved(pilot)
        text = "\n".join(await render(pilot, tmp_path))
        assert "共造林1200亩" in text
        for title in ("抓造林", "抓防火", "抓产业", "苗木偏少", "扩苗圃", "再造林"):
            assert title in text

    play(app, story)


def test_a_word_file_of_last_year_three_edits_and_a_document(tmp_path: Path) -> None:
    sample = next(Path(__file__).parents[3].glob("samples/*.docx"))
    (tmp_path / "去年.docx").write_bytes(sample.read_bytes())
    app = DrafterApp(tmp_path)

    async def story(pilot: Pilot[int]) -> None:
        from drafter.tui.screens.importing import ImportScreen

        await until(pilot, lambda: isinstance(app.screen, StartScreen), "the start screen")
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, ImportScreen), "the import screen")
        await pilot.press("down")
        await enter_until(pilot, lambda: app.desk_screen)
        screen = await desk_of(pilot)
        rows = [row for row in rows_of(screen.desk.root) if row.kind == "fact" and row.label and "{{" not in row.label][:3]
        for number, row in enumerate(rows):
            screen.choose(row.uid, ("标题",))
            await pilot.pause()
            await pilot.press("end")
            await type_in(pilot, f"改{number}")
        await saved(pilot)
        text = "\n".join(await render(pilot, tmp_path))
        for number in range(len(rows)):
            assert f"改{number}" in text

    play(app, story, WIDE)


def test_one_number_is_changed_and_every_text_follows(app: DrafterApp, workspace: Path) -> None:
    async def story(pilot: Pilot[int]) -> None:
        screen = await desk_of(pilot)
        await go(pilot, "指标")
        await pilot.press("f2", "enter")
        await pilot.press("end")
        for _ in range(4):
            await pilot.press("backspace")
        await type_in(pilot, "1350")
        await pilot.press("enter")
        await pilot.pause()
        assert "35%" in screen_text(app), "同比 is computed at once"
        await saved(pilot)
        assert "数值: 1350" in facts(workspace)
        text = "\n".join(await render(pilot, workspace))
        assert "造林1350亩，比上年增长35%" in text
        assert "春秋两季造林1350亩，完成年度任务的90%" in text
        assert "1200" not in text
        assert screen.desk.undo() is not None

    play(app, story, WIDE)


def test_the_third_item_goes_and_the_numbering_closes_up(app: DrafterApp, workspace: Path) -> None:
    async def story(pilot: Pilot[int]) -> None:
        screen = await desk_of(pilot)
        await go(pilot, "抓产业")
        await pilot.press("f4")
        await until(pilot, lambda: "（三）抓产业" in screen_text(app), "the page shows item three")
        screen.outline.focus()
        await pilot.press("delete")
        await saved(pilot)
        await until(pilot, lambda: "（三）抓队伍" in screen_text(app), "item four has become three")
        assert "抓产业" not in facts(workspace)
        await pilot.press("ctrl+z")
        await until(pilot, lambda: "（四）抓队伍" in screen_text(app), "the undo brings it back")

    play(app, story, WIDE)


def test_twenty_steps_back_and_forth(app: DrafterApp, workspace: Path) -> None:
    async def story(pilot: Pilot[int]) -> None:
        screen = await desk_of(pilot)
        desk = screen.desk
        states = [desk.state]
        labels = ["抓造林", "抓防火", "抓产业", "抓队伍"]
        for number in range(17):
            await go(pilot, labels[number % 4], into=True)
            await type_in(pilot, "一")
            labels[number % 4] = desk.find(screen.chosen)["标题"]  # type: ignore[index]
            states.append(desk.state)
        await go(pilot, "巡护")
        for key in ("ctrl+down", "ctrl+left", "delete"):
            await pilot.press(key)
            await pilot.pause()
            states.append(desk.state)
        assert len(states) == 21 and len({id(state) for state in states}) == 21
        await saved(pilot)
        after = facts(workspace)
        for state in reversed(states[:-1]):
            await pilot.press("ctrl+z")
            assert desk.state == state
        await saved(pilot)
        assert facts(workspace).count("抓") == 4 and "一" not in [record["标题"][0] for record in desk.root["成绩"]]
        for state in states[1:]:
            await pilot.press("ctrl+y")
            assert desk.state == state
        await saved(pilot)
        assert facts(workspace) == after

    play(app, story)


def two_apps(workspace: Path, first_types: tuple[str, str], second_types: tuple[str, str], after: object) -> None:
    """Two apps on one report, each typing into the heading of a fact; ``after(first, second)`` is awaited then."""
    first, second = DrafterApp(workspace, "2025"), DrafterApp(workspace, "2025")

    async def run() -> None:
        async with first.run_test(size=WIDE) as one, second.run_test(size=WIDE) as two:
            for pilot, (label, _) in ((one, first_types), (two, second_types)):
                await go(pilot, label, into=True)
                await pilot.press("end")
            # At once: neither may save, and be noticed, before the other types.
            for pilot, (_, typed) in ((one, first_types), (two, second_types)):
                pilot.app.post_message(Key(typed, typed))
            for pilot in (one, two):
                await pilot.pause()
            await after(one, two)  # type: ignore[operator]

    asyncio.run(run())


def test_two_apps_on_different_fields(workspace: Path) -> None:
    async def after(one: Pilot[int], two: Pilot[int]) -> None:
        await until(one, lambda: "抓造林甲" in facts(workspace) and "抓产业乙" in facts(workspace), "both are in the file")
        for pilot in (one, two):
            screen = await desk_of(pilot)
            await until(pilot, lambda screen=screen: row_of(screen, "抓造林甲") and row_of(screen, "抓产业乙"), "both are shown")

    two_apps(workspace, ("抓造林", "甲"), ("抓产业", "乙"), after)


def test_two_apps_on_the_same_field(workspace: Path) -> None:
    async def after(one: Pilot[int], two: Pilot[int]) -> None:
        from drafter.tui.screens.conflict import ConflictScreen

        def told() -> Pilot[int] | None:
            return next((pilot for pilot in (one, two) if "F8" in screen_text(pilot.app).splitlines()[0]), None)

        loser = await until(one, told, "one of the two is told")
        assert not isinstance(loser.app.screen, ConflictScreen), "a question that opens by itself is answered by the next key"
        await loser.press("f8")
        await until(
            loser, lambda: "抓造林甲" in screen_text(loser.app) and "抓造林乙" in screen_text(loser.app), "both are shown"
        )
        await loser.press("1")
        await until(loser, lambda: not isinstance(loser.app.screen, ConflictScreen), "it is answered")
        mine = "抓造林甲" if loser is one else "抓造林乙"
        await until(loser, lambda: mine in facts(workspace), "my answer is in the file")
        other = two if loser is one else one
        screen = await desk_of(other)
        await until(other, lambda: screen.desk.root["成绩"][0]["标题"] == mine, "the other app shows it")

    two_apps(workspace, ("抓造林", "甲"), ("抓造林", "乙"), after)


def test_what_was_typed_before_a_kill_is_offered(workspace: Path) -> None:
    """The app ends without saving, as after kill -9: its draft is all that is left."""
    killed = DrafterApp(workspace, "2025")

    async def typing(pilot: Pilot[int]) -> None:
        screen = await desk_of(pilot)
        await go(pilot, "抓防火", into=True)
        await pilot.press("end")
        await type_in(pilot, "见成效")
        assert screen.saver is not None
        screen.saver.keep_draft_now()
        screen.desk.state = dict(screen.desk.baseline.trees)  # nothing more gets out of this app

    play(killed, typing)
    assert "见成效" not in facts(workspace)
    again = DrafterApp(workspace, "2025")

    async def recovered(pilot: Pilot[int]) -> None:
        await until(pilot, lambda: isinstance(again.screen, RecoverScreen), "the draft is offered")
        shown = screen_text(again)
        assert "抓防火见成效" in shown
        await pilot.press("1")
        await saved(pilot)
        assert "抓防火见成效" in facts(workspace)

    play(again, recovered)

    async def once(pilot: Pilot[int]) -> None:
        await desk_of(pilot)
        await pilot.pause(0.2)
        assert not isinstance(third.screen, RecoverScreen)

    third = DrafterApp(workspace, "2025")
    play(third, once)
