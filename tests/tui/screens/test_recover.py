"""A draft is shown as a difference, and nothing happens to it by a single wrong key."""

from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pilots import play, screen_lines, screen_text
from rich.cells import cell_len
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Button

from drafter.actions.editing.changes import Change
from drafter.actions.editing.drafts import DraftKeeper, abandoned
from drafter.actions.editing.tree import Record, grown
from drafter.store.reader import Document, read_document
from drafter.tui.app import DrafterApp
from drafter.tui.screens.recover import RecoverScreen, excerpts, told
from drafter.tui.speech import speak

HERE = Path(__file__).parent
WHEN = datetime(2024, 12, 3, 17, 58).astimezone()
CHANGES = [
    Change(3, "changed", ("成绩", "校园足球"), ("正文",), "新建足球场四片。", "新建足球场五片，全部免费开放。"),
    Change(0, "changed", (), ("单位",), "", "苇岸区教育局"),
    Change(4, "added", ("问题", "师资"), (), "", "标题：师资\n正文：体育教师缺二十三人。"),
    Change(5, "removed", ("打算", "旧条目"), (), "标题：旧条目\x07", ""),
    Change(6, "moved", ("问题", "场地"), (), "成绩", "问题"),
]


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    yield
    speak("zh")


class Desktop(App[None]):
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, changes: list[Change], conflicts: int) -> None:
        super().__init__()
        self.changes, self.conflicts = changes, conflicts
        self.answer: Any = "open"

    def on_mount(self) -> None:
        self.push_screen(RecoverScreen(WHEN, self.changes, self.conflicts), self.take)

    def take(self, answer: Any) -> None:
        self.answer = answer


def offer(story: Any, changes: list[Change] = CHANGES, conflicts: int = 0, size: tuple[int, int] = (80, 24)) -> Any:
    app = Desktop(changes, conflicts)
    play(app, story, size)
    return app.answer


def pressing(*keys: str) -> Callable[[Pilot[Any]], Awaitable[None]]:
    async def story(pilot: Pilot[Any]) -> None:
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.25 if key == "enter" else None)

    return story


@pytest.mark.parametrize(("language", "size"), [("zh", (80, 24)), ("zh", (160, 50)), ("en", (80, 24))])
def test_the_offer_as_it_is_seen(language: Any, size: tuple[int, int]) -> None:
    speak(language)

    async def story(pilot: Pilot[Any]) -> None:
        assert screen_text(pilot.app) == (HERE / f"recover.{language}.{size[0]}.txt").read_text("utf-8")
        assert all(cell_len(line) <= size[0] for line in screen_lines(pilot.app))

    offer(story, conflicts=1, size=size)


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["1"], "restore"),
        (["enter"], "restore"),
        (["2"], "open"),
        (["2", "1"], "discard"),
        (["2", "2", "2", "2"], "open"),
        (["right", "enter", "left", "enter"], "discard"),
        (["right", "enter", "enter", "enter"], "open"),
        (["3"], "later"),
        (["escape"], "later"),
        (["2", "escape", "escape"], "later"),
        (["r"], "open"),
    ],
)
def test_answers_by_key(keys: list[str], answer: str) -> None:
    assert offer(pressing(*keys)) == answer


@pytest.mark.parametrize("answer", ["restore", "later"])
def test_answers_by_mouse(answer: str) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await pilot.click(f"#{answer}")

    assert offer(story) == answer


def test_discarding_by_mouse_is_asked_again() -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await pilot.click("#discard")
        await pilot.pause()
        assert "永远删掉" in screen_text(pilot.app)
        await pilot.click(pilot.app.screen.query(Button).first())

    assert offer(story) == "discard"


def test_a_long_list_scrolls_while_an_answer_has_the_focus() -> None:
    changes = [Change(n, "changed", ("成绩", f"第{n}条"), ("正文",), f"旧{n}", f"新{n}") for n in range(1, 400)]

    async def story(pilot: Pilot[Any]) -> None:
        assert "第1条" in screen_text(pilot.app)
        await pilot.press("pagedown", "down")
        await pilot.pause()
        assert "第1条" not in screen_text(pilot.app)

    assert offer(story, changes) == "open"
    assert "还有 199 处没有列出" in told(changes).plain


def test_long_texts_show_what_differs() -> None:
    text = "今" * 3000 + "旧" + "后" * 3000
    old, new = excerpts(text, text.replace("旧", "新的"))
    assert old == "..." + "今" * 24 + "旧" + "后" * 24 + "..." and new == old.replace("旧", "新的")
    assert excerpts("", "字" * 1000)[1] == "字" * 400 + "...（还有 600 字）"
    assert excerpts("同头旧", "同头新") == ("同头旧", "同头新")


def test_a_draft_stays_until_all_of_it_is_held_elsewhere(tmp_path: Path) -> None:
    """One of two files is gone when the draft is restored: the draft is the only place left for what was typed into it."""
    place = tmp_path / "facts" / "2025"
    place.mkdir(parents=True)
    (place / "报告.yaml").write_text("单位: 甲\n期间: 2025\n标题: 总结\n", "utf-8")
    here, gone = read_document(place / "报告.yaml"), Document(str(place / "成绩.yaml"), "", False, None)
    keeper = DraftKeeper(place)
    base = grown({"单位": "甲", "期间": "2025", "标题": "总结"})
    typed = grown({"成绩": [{"标题": "新写的"}]})
    keeper.keep(
        {here.file: (here, base, Record({**base, "单位": "乙"}, base.uid)), gone.file: (gone, Record(uid=typed.uid), typed)}
    )
    keeper.close()
    app = DrafterApp(tmp_path, "2025")

    async def story(pilot: Pilot[Any]) -> None:
        for _ in range(100):
            await pilot.pause(0.02)
            if isinstance(app.screen, RecoverScreen):
                break
        await pilot.press("1")
        await pilot.pause(0.3)
        assert "乙" in screen_text(app)

    play(app, story)
    merges = [each for draft in abandoned(place).drafts for each in draft.applied({}).items()]
    assert [merge.tree for file, merge in merges if Path(file).name == "成绩.yaml"] == [typed]
