"""The app under someone who means it ill, or is only in a hurry: slow disks, bursts of keys, others in the same files."""

import time
from pathlib import Path
from random import Random

import pytest
from driving import desk_of, facts, go, saved, type_in, until
from pilots import play
from textual.events import Key
from textual.pilot import Pilot

from drafter.actions.editing import settling
from drafter.actions.editing.desk import Desk
from drafter.actions.editing.drafts import abandoned
from drafter.actions.editing.tree import bare
from drafter.tui.app import DrafterApp
from drafter.tui.screens.asking import Ask


@pytest.fixture
def slow_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are written at once, but it takes a while until that is known."""
    real = settling.settle

    def slow(*given: object) -> object:
        done = real(*given)  # type: ignore[arg-type]
        time.sleep(0.3)
        return done

    monkeypatch.setattr(settling, "settle", slow)
    monkeypatch.setattr("drafter.tui.desk.saving.PAUSE", 0.1)
    monkeypatch.setattr("drafter.tui.desk.saving.LOOK", 0.05)


async def type_a_new_fact(pilot: Pilot[int], title: str) -> None:
    await go(pilot, "抓防火")
    await pilot.press("insert")
    await pilot.pause()
    await type_in(pilot, title)


@pytest.mark.usefixtures("slow_disk")
def test_waiting_for_a_save_never_runs_two_at_once(app: DrafterApp, workspace: Path) -> None:
    async def story(pilot: Pilot[int]) -> None:
        screen = await desk_of(pilot)
        await type_a_new_fact(pilot, "护山")
        assert screen.saver is not None
        await screen.saver.flush()
        await saved(pilot)
        await pilot.pause(0.5)
        assert facts(workspace).count("护山") == 1
        assert [record["标题"] for record in screen.desk.root["成绩"]].count("护山") == 1

    play(app, story)


@pytest.mark.usefixtures("slow_disk")
def test_quitting_twice_does_not_leave_a_save_half_taken_in(app: DrafterApp, workspace: Path) -> None:
    async def story(pilot: Pilot[int]) -> None:
        await desk_of(pilot)
        await type_a_new_fact(pilot, "护山")
        await pilot.press("ctrl+q")
        await pilot.pause(0.1)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: app._exit, "the app ends")

    play(app, story)
    assert facts(workspace).count("护山") == 1


def test_keys_right_before_quitting_are_kept(app: DrafterApp, workspace: Path) -> None:
    async def story(pilot: Pilot[int]) -> None:
        await desk_of(pilot)
        await go(pilot, "抓产业", into=True)
        await pilot.press("end")
        for sign in "一二三四五六七八九十":
            app.post_message(Key(sign, sign))
        app.post_message(Key("ctrl+q", None))
        await until(pilot, lambda: app._exit, "the app ends")

    play(app, story)
    assert "抓产业一二三四五六七八九十" in facts(workspace)


def test_a_fault_of_our_own_in_saving_is_said_and_the_draft_kept(
    app: DrafterApp, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DRAFTER_DEBUG", raising=False)

    async def story(pilot: Pilot[int]) -> None:
        screen = await desk_of(pilot)

        def fail(*_: object) -> None:
            raise LookupError("a bug")

        with monkeypatch.context() as broken:
            broken.setattr(settling, "settle", fail)
            await go(pilot, "抓产业", into=True)
            await type_in(pilot, "大")
            await until(pilot, lambda: screen.desk.trouble, "the fault is said")
            assert screen.desk.trouble[0].code == "own-fault"
            assert screen.saver is not None and not screen.saver.draft_failed
        await type_in(pilot, "力")
        await saved(pilot)
        assert "抓产业大力" in facts(workspace) and not abandoned(screen.desk.place).drafts

    play(app, story)


@pytest.mark.parametrize("opens", ["f1", "shift+f1", "f5", "f12", "ctrl+g", "ctrl+f"])
def test_keys_in_haste_close_one_screen_only(app: DrafterApp, opens: str) -> None:
    async def story(pilot: Pilot[int]) -> None:
        screen = await desk_of(pilot)
        await go(pilot, "抓产业", into=True)
        await pilot.press(opens)
        await until(pilot, lambda: app.screen is not screen, "it opens")
        await pilot.pause()
        for _ in range(2):
            app.post_message(Key("escape", None))
        await pilot.pause()
        await pilot.pause(0.05)
        assert app.screen is screen and app.desk_screen is screen

    play(app, story)


def read_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.store.save.os.access", lambda *_: False)


@pytest.mark.parametrize("draft", [True, False])
def test_leaving_says_what_is_not_saved_asks_once_and_lets_go(
    app: DrafterApp, workspace: Path, monkeypatch: pytest.MonkeyPatch, draft: bool
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "full")

    async def story(pilot: Pilot[int]) -> None:
        screen = await desk_of(pilot)
        read_only(monkeypatch)
        if not draft:
            monkeypatch.setattr("drafter.actions.editing.drafts.DraftKeeper.keep", refuse)
        await go(pilot, "抓产业", into=True)
        await type_in(pilot, "大")
        for _ in range(2):
            await pilot.press("ctrl+q")
            await until(pilot, lambda: isinstance(app.screen, Ask), "it asks")
            await pilot.press("ctrl+q", "ctrl+q")
            await pilot.pause()
            assert [type(each) for each in app.screen_stack].count(Ask) == 1
            assert ("已经存成草稿" in app.screen.question) == draft  # type: ignore[attr-defined]
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is screen, "one stays")
        await pilot.press("ctrl+q")
        await until(pilot, lambda: isinstance(app.screen, Ask), "it asks again")
        await pilot.press("2")
        await until(pilot, lambda: app._exit, "the app ends")

    play(app, story)
    assert len(abandoned(workspace / "facts" / "2025").drafts) == draft


def test_an_open_conflict_keeps_nobody_from_leaving(app: DrafterApp, workspace: Path) -> None:
    path = workspace / "facts" / "2025" / "报告.yaml"

    async def story(pilot: Pilot[int]) -> None:
        screen = await desk_of(pilot)
        path.write_text(facts(workspace).replace("抓产业", "兴产业"), encoding="utf-8")
        screen.desk.set(await go(pilot, "抓产业"), "标题", "扶产业")
        assert screen.saver is not None
        await screen.saver.flush()
        await until(pilot, lambda: screen.desk.conflicts, "the conflict is noticed")
        await pilot.press("ctrl+q")
        await until(pilot, lambda: isinstance(app.screen, Ask), "it asks")
        await pilot.press("3")
        await until(pilot, lambda: app._exit, "the app ends")

    play(app, story)
    assert "兴产业" in facts(workspace) and "扶产业" not in facts(workspace)
    (draft,) = abandoned(path.parent).drafts
    assert "扶产业" in str(draft.files[0].typed)


KEYS = (
    *("up", "down", "down", "left", "right", "home", "end", "tab", "shift+tab", "enter", "enter", "f6"),
    *("insert", "delete", "ctrl+up", "ctrl+down", "ctrl+left", "ctrl+right", "backspace", "ctrl+z", "ctrl+z", "ctrl+y"),
    *("f1", "f2", "f5", "f12", "ctrl+f", "ctrl+g", "escape"),
)
TYPED = ("林", "护山", "{{", "造林}}", "12.5", "a: b", "- x", "# y", "\x1b[31m", "\u202e", '"', "[")


@pytest.mark.parametrize("seed", [14])
def test_a_walk_by_chance(app: DrafterApp, workspace: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """Whatever is pressed: what is shown is what the files say, and undoing all of it gives the first state back."""
    chance = Random(seed)
    monkeypatch.setattr("drafter.tui.desk.saving.PAUSE", 0.05)

    async def story(pilot: Pilot[int]) -> None:
        screen = await desk_of(pilot)
        first = bare(screen.desk.root)
        for _ in range(60):
            key = chance.choice(KEYS)
            leaving = key == "escape" and app.screen is screen and screen.outline.has_focus
            if chance.random() < 0.35:
                for sign in chance.choice(TYPED):
                    app.post_message(Key(sign, sign))
            elif not leaving:
                app.post_message(Key(key, None))
            if chance.random() < 0.3:
                await pilot.pause()
        await pilot.pause()
        await screen.flush()
        assert not screen.desk.unsaved and not screen.desk.trouble
        assert bare(Desk.open("2025", workspace).root) == bare(screen.desk.root) != first
        while screen.desk.undo():
            pass
        assert bare(screen.desk.root) == first
        screen.touched()
        await screen.flush()
        assert bare(Desk.open("2025", workspace).root) == first

    play(app, story)
