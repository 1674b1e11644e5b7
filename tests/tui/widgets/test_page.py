from pathlib import Path

import pytest
from pilots import play, screen_lines, screen_text
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from drafter.actions.preview import Preview, PrintedLine, Run
from drafter.model.block import Block
from drafter.model.problem import Place, Problem
from drafter.model.words import Both
from drafter.render.pages import pages
from drafter.tui.speech import speak
from drafter.tui.widgets.page import PageView

GOLDEN = Path(__file__).with_suffix(".txt")


def block(kind: str, text: str, level: int = 0, fact: str | None = None) -> Block:
    return Block(kind, (Run(text, level if kind == "heading" else 0),), level, fact)


BLOCKS = [
    block("title", "临江市水务局2025年上半年工作总结"),
    block("paragraph", "半年来，完成投资1200万元，同比增长8.6%，各项工作有序推进，防汛、供水、治污三件大事都有进展。"),
    block("heading", "一、防汛", 1, "防汛"),
    block("paragraph", "".join(f"排查堤防{number}处，" for number in range(100, 150))),
    block("heading", "二、供水", 1, "成绩/2"),
    block("paragraph", "新建管网12公里。"),
    block("signature", "临江市水务局"),
    block("date", "2025年7月8日"),
]
PREVIEW = Preview.of(pages(BLOCKS))._replace(homes={"成绩/2/1": "成绩/2"})


class Demo(App[None]):
    CSS = "PageView { width: 60; }"

    def __init__(self, preview: Preview = PREVIEW) -> None:
        super().__init__()
        self.preview = preview
        self.told: list[object] = []

    def compose(self) -> ComposeResult:
        yield PageView()

    @property
    def view(self) -> PageView:
        return self.query_one(PageView)

    def on_mount(self) -> None:
        self.view.show(self.preview)
        self.view.focus()

    def on_page_view_chosen(self, event: PageView.Chosen) -> None:
        self.told.append(event.fact)

    def on_page_view_turned(self, event: PageView.Turned) -> None:
        self.told.append((event.page, event.count))


@pytest.fixture(autouse=True)
def chinese() -> None:
    speak("zh")


def test_the_page_is_as_it_prints() -> None:
    async def story(pilot: Pilot[None]) -> None:
        assert screen_text(pilot.app) == GOLDEN.read_text("utf-8")

    play(Demo(), story, (60, 24))


def test_headings_and_the_title_are_strong_and_the_followed_fact_is_tinted() -> None:
    app = Demo()

    async def story(pilot: Pilot[None]) -> None:
        app.view.follow("成绩/2/1")
        await pilot.pause()
        strips = {strip.text.strip(): strip for strip in app.screen._compositor.render_strips()}
        strong = {
            text for text, strip in strips.items() if any(part.style and part.style.bold and part.text.strip() for part in strip)
        }
        assert "二、供水" in strong and "新建管网12公里。" not in strong
        followed = app.view.get_component_rich_style("page--followed").bgcolor
        tinted = {text for text, strip in strips.items() if any(part.style and part.style.bgcolor == followed for part in strip)}
        assert "新建管网12公里。" in tinted and "临江市水务局" not in tinted and len(tinted) <= 2
        app.view.follow("")
        await pilot.pause()
        backgrounds = {part.style.bgcolor for strip in app.screen._compositor.render_strips() for part in strip if part.style}
        assert followed not in backgrounds

    play(app, story, (60, 24))


def test_what_a_draft_marks_is_marked_here_and_nothing_else() -> None:
    blocks = [Block("paragraph", (Run("新建管网"), Run("12公里", mark=True), Run("。")), 0, "成绩/1"), block("date", "2025年")]
    app = Demo(Preview.of(pages(blocks)))

    async def story(pilot: Pilot[None]) -> None:
        await pilot.pause()
        ground = app.view.get_component_rich_style("page--marked").bgcolor
        strips = app.screen._compositor.render_strips()
        assert [part.text for strip in strips for part in strip if part.style and part.style.bgcolor == ground] == ["12公里"]

    play(app, story, (60, 24))


def test_follow_scrolls_to_the_fact_and_no_further_than_needed() -> None:
    app = Demo()

    async def story(pilot: Pilot[None]) -> None:
        assert app.view.scroll_offset.y == 0
        app.view.follow("成绩/2")
        await pilot.pause()
        assert any("二、供水" in line for line in screen_lines(app))
        top = app.view.scroll_offset.y
        assert top > 0
        app.view.follow("成绩/2")
        app.view.follow("没有这一条")
        assert app.view.scroll_offset.y == top
        app.view.scroll_to(y=top + 1, animate=False, immediate=True)
        app.view.follow("成绩/2")
        assert app.view.scroll_offset.y == top + 1
        app.view.follow("防汛")
        await pilot.pause()
        assert any("一、防汛" in line for line in screen_lines(app))

    play(app, story, (60, 12))


def test_enter_and_a_click_choose_the_fact_of_a_line() -> None:
    app = Demo()

    async def story(pilot: Pilot[None]) -> None:
        app.told.clear()
        lines = screen_lines(app)
        await pilot.click(PageView, offset=(20, next(y for y, line in enumerate(lines) if "一、防汛" in line)))
        await pilot.press("down", "enter")
        await pilot.click(PageView, offset=(20, next(y for y, line in enumerate(lines) if "半年来" in line)))
        await pilot.pause()
        assert app.told == ["防汛", "防汛"]

    play(app, story, (60, 24))


def test_pages_are_turned_and_nothing_is_passed_over() -> None:
    app = Demo()

    async def story(pilot: Pilot[None]) -> None:
        seen = set(screen_lines(app))
        for _ in range(9):
            await pilot.press("pagedown")
            seen |= set(screen_lines(app))
        assert app.view.scroll_offset.y == app.view.max_scroll_y
        said = {line.text for page in PREVIEW.pages for line in page if line.text}
        assert {text for text in said if not any(text in line for line in seen)} == set()
        seen = set(screen_lines(app))
        for _ in range(9):
            await pilot.press("pageup")
            seen |= set(screen_lines(app))
        assert {text for text in said if not any(text in line for line in seen)} == set()
        assert app.view.scroll_offset.y == 0 == app.view.cursor
        assert app.told[0] == (1, 2) and (2, 2) in app.told and app.told[-1] == (1, 2)

    play(app, story, (60, 10))


def test_the_page_in_view_is_the_first_at_the_top_and_the_last_at_the_end() -> None:
    app = Demo(Preview.of([*PREVIEW.pages, PREVIEW.pages[-1]]))

    async def story(pilot: Pilot[None]) -> None:
        await pilot.press("end")
        await pilot.pause()
        await pilot.press("home")
        await pilot.pause()
        assert app.told == [(1, 3), (3, 3), (1, 3)]

    play(app, story, (60, 60))


@pytest.mark.parametrize("width", [30, 58, 59, 60, 100])
def test_any_width_shows_the_page_whole_or_by_scrolling(width: int) -> None:
    app = Demo()
    app.CSS = "PageView { width: 100%; }"

    async def story(pilot: Pilot[None]) -> None:
        full = "半年来，完成投资1200万元，同比增长8.6%，各项工作"
        shown = "\n".join(screen_lines(app))
        assert (full in shown) == (width > 57)
        assert all(cell_len(line) <= width for line in screen_lines(app))
        if width < 58:
            await pilot.press("right", "right", "right", "right")
            await pilot.pause()
            assert "各项工作" in "\n".join(screen_lines(app))

    play(app, story, (width, 24))


def test_a_template_at_fault_is_told_in_place_of_the_page() -> None:
    problem = Problem(
        "template",
        Both("模板里没有“\x1b[31m单未”这个名字。" + "甲\x1b" * 30, "No such name."),
        Both("改成“单位”。", ""),
        place=Place("a.html", 3),
    )

    app = Demo(Preview.of([])._replace(problems=[problem]))
    app.CSS = "PageView { width: 100%; }"

    async def story(pilot: Pilot[None]) -> None:
        text = screen_text(pilot.app)
        assert "a.html:3 模板里没有" in text and "改成“单位”。" in text.replace("\n", "") and "\x1b" not in text
        assert text.count("甲") == 30

    play(app, story, (30, 10))


def test_control_characters_of_the_data_are_made_visible() -> None:
    line = PrintedLine((Run("甲\x1b[31m乙\u202e"),), "paragraph")

    async def story(pilot: Pilot[None]) -> None:
        text = screen_text(pilot.app)
        assert "甲\u241b[31m乙\u2426" in text and "\x1b" not in text and "\u202e" not in text

    play(Demo(Preview.of([[line]])), story, (60, 10))


def test_english_is_spoken_and_a_long_report_is_drawn_by_what_is_seen() -> None:
    many = Preview.of(PREVIEW.pages * 400)
    app = Demo(many)

    async def story(pilot: Pilot[None]) -> None:
        drawn = []
        real = app.view.row_strip
        app.view.row_strip = lambda index: (drawn.append(index), real(index))[1]  # type: ignore[method-assign]
        speak("en")
        app.view.refresh()
        await pilot.pause()
        assert "Page 1 of 800" in screen_text(app)
        assert 0 < len(drawn) <= 24

    play(app, story, (60, 24))
