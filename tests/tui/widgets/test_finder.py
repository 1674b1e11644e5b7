from typing import Any

from pilots import play, screen_lines
from textual.app import App
from textual.pilot import Pilot

from drafter.actions.editing.search import Hit, search
from drafter.actions.editing.tree import Record, grown
from drafter.tui.widgets.finder import Finder


def report() -> Record:
    root: Record = grown(
        {"成绩": [{"标题": f"第{number}件", "正文": "围绕产业，" * 12 + "建创 新联盟\x1b[2J。"} for number in range(40)]}
    )
    return root


class Asking(App[Any]):
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.text = text
        self.sought: list[str] = []
        self.root = report()
        self.answers: list[Hit | None] = []

    def on_mount(self) -> None:
        self.push_screen(Finder(self.search, self.text), self.answers.append)

    def search(self, text: str) -> list[Hit]:
        self.sought.append(text)
        return search(self.root, text)


def test_words_are_looked_for_when_typing_pauses_and_enter_leads_to_the_hit() -> None:
    app = Asking()

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.press("创", "新")
        await pilot.pause(0.2)
        assert app.sought == ["", "创新"]
        lines = screen_lines(app)
        assert any("找到 40 处" in line for line in lines)
        assert "第0件 / 正文" in lines[5] and "建创 新联盟␛[2J。" in lines[5]
        await pilot.press("down", "down", "up", "enter")
        assert app.answers[0] is not None and app.answers[0].uid == app.root["成绩"][1].uid

    play(app, story)


def test_enter_searches_at_once_so_no_old_hit_is_taken() -> None:
    app = Asking("第1件")

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.press("第", "2", "enter")
        assert [hit and hit.line for hit in app.answers] == ["第2件"]

    play(app, story)


def test_nothing_found_is_said_and_escape_leaves_without_an_answer() -> None:
    app = Asking("没有的字")

    async def story(pilot: Pilot[Any]) -> None:
        assert any("没有找到。" in line for line in screen_lines(app))
        await pilot.press("enter", "pagedown", "down")
        assert app.answers == []
        await pilot.press("escape")
        assert app.answers == [None]

    play(app, story)


def test_a_click_leads_to_the_hit_and_what_is_pasted_is_cleaned() -> None:
    app = Asking("第3\x1b")

    async def story(pilot: Pilot[Any]) -> None:
        assert not any("\x1b" in line for line in screen_lines(app)) and any("第3␛" in line for line in screen_lines(app))
        await pilot.press("第", "3")
        await pilot.pause(0.2)
        line = next(y for y, line in enumerate(screen_lines(app)) if "第31件" in line)
        await pilot.click(offset=(20, line))
        assert [hit and hit.line for hit in app.answers] == ["第31件"]

    play(app, story)
