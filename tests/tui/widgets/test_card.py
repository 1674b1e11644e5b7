"""A list of cards: which is chosen, what is drawn, at any width and length."""

from typing import Any

import pytest
from pilots import play, screen_lines
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from drafter.tui.widgets.card import HEIGHT, CardList, Face, fitted


class Shelf(App[None]):
    def __init__(self, faces: list[Face], numbered: bool = False) -> None:
        super().__init__()
        self.faces = faces
        self.numbered = numbered
        self.chosen: list[int] = []

    def compose(self) -> ComposeResult:
        yield CardList(self.faces, self.numbered)

    def on_mount(self) -> None:
        self.query_one(CardList).focus()

    def on_card_list_chosen(self, event: CardList.Chosen) -> None:
        self.chosen.append(event.index)


FACES = [
    Face(f"第{number}份", "昨天", "某局工作总结", (("已填 1/2", "plain"), ("错误 3", "bad")), 0.5) for number in range(1, 31)
]


def test_keys_move_and_the_chosen_one_stays_in_sight() -> None:
    app = Shelf(list(FACES))

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.press("end", "up")
        await pilot.pause(0)
        assert any("第29份" in line for line in screen_lines(app)) and not any("第1份" in line for line in screen_lines(app))
        await pilot.press("enter", "home", "up", "enter")
        await pilot.pause(0)
        assert app.chosen == [28, 0]

    play(app, story)


def test_digits_choose_only_where_they_are_shown() -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await pilot.press("2", "9")
        await pilot.pause(0)

    for numbered, chosen in ((True, [1]), (False, [])):
        app = Shelf(FACES[:3], numbered)
        play(app, story)
        assert app.chosen == chosen


def test_the_right_column_is_aligned_at_any_width() -> None:
    faces = [Face("临江市水务局二〇二五年工作总结" * times, "今天 9:20", "正文" * 60) for times in (1, 9)]
    app = Shelf(faces)

    async def story(pilot: Pilot[Any]) -> None:
        for width in (20, 41, 80, 160):
            await pilot.resize_terminal(width, 12)
            await pilot.pause(0)
            lines = screen_lines(app)
            assert {cell_len(lines[row * HEIGHT]) for row in (0, 1)} == {width - 2}
            assert all(lines[row * HEIGHT].endswith("今天 9:20") for row in (0, 1))
            assert cell_len(lines[1]) <= width and (width == 160 or lines[1].endswith(".."))

    play(app, story)


def test_one_card_changes() -> None:
    app = Shelf(list(FACES[:3]))

    async def story(pilot: Pilot[Any]) -> None:
        app.query_one(CardList).change(1, Face("读好了", done=1.0))
        await pilot.pause(0)
        assert screen_lines(app)[HEIGHT].strip() == "读好了"
        app.query_one(CardList).show([])
        await pilot.press("enter", "down")
        await pilot.pause(0)
        assert app.chosen == []

    play(app, story)


def test_only_visible_lines_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    draw = CardList.render_line
    monkeypatch.setattr(CardList, "render_line", lambda self, y: drawn.append(y) or draw(self, y))
    app = Shelf(FACES * 100)

    async def story(pilot: Pilot[Any]) -> None:
        drawn.clear()
        await pilot.press("down")
        await pilot.pause(0)
        assert len(drawn) <= 2 * 24

    play(app, story)


@pytest.mark.parametrize(
    ("text", "width", "shown"), [("总结", 6, "总结  "), ("工作总结", 7, "工作 .."), ("工作总结", 1, "."), ("", 0, "")]
)
def test_fitted(text: str, width: int, shown: str) -> None:
    assert fitted(text, width) == shown and cell_len(shown) == width
