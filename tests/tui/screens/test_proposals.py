"""Numbers of the texts on the screen: taken, left, renamed; and the report says the same afterwards."""

from pathlib import Path
from typing import Any

import pytest
from driving import desk_of, saved, type_in, until
from goldens import LANGUAGES, same_screen, settled
from pilots import play, screen_lines, screen_text
from rich.cells import cell_len
from textual.pilot import Pilot
from waits import short_waits as short_waits

from drafter.actions.opening import open_report
from drafter.actions.render import document
from drafter.tui.app import DrafterApp
from drafter.tui.desk.screen import DeskScreen
from drafter.tui.screens.proposals import ProposalsScreen
from drafter.tui.widgets.line import LineEditor

HERE = Path(__file__).parent
pytestmark = pytest.mark.usefixtures("quiet")
REPORT = """\
单位: 临江市水务局
期间: 2025
标题: 临江市水务局2025年工作总结
导语: 全年新建供水管网76公里。
指标:
  - {编号: 泵站, 名称: 改造泵站数, 数值: 3, 单位: 座}
成绩:
  - 标题: 抓建设
    正文: 新建供水管网76公里，改造泵站3座，累计管网总长达到269公里。
  - 标题: 抓节水
    正文: 举办节水培训8场。
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "ws" / "facts" / "2025"
    folder.mkdir(parents=True)
    (folder / "报告.yaml").write_text(REPORT, "utf-8")
    return tmp_path / "ws"


@pytest.fixture
def app(home: Path) -> DrafterApp:
    return DrafterApp(home, "2025")


async def numbers_of(pilot: Pilot[Any]) -> ProposalsScreen:
    await desk_of(pilot)
    await pilot.press("shift+f2")
    screen = await until(pilot, lambda: isinstance(pilot.app.screen, ProposalsScreen) and pilot.app.screen, "it opens")
    await until(pilot, lambda: screen.found, "numbers are found")
    return screen  # type: ignore[no-any-return]


def row_of(screen: ProposalsScreen, value: str) -> int:
    return next(place for place, each in enumerate(screen.found) if each.figure.get("数值") == value)


def printed(home: Path) -> str:
    return document(open_report("2025", home), "txt").decode()


@pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_numbers_as_they_look(home: Path, language: Any, size: tuple[int, int]) -> None:
    app = DrafterApp(home, "2025", language)

    async def story(pilot: Pilot[Any]) -> None:
        screen = await numbers_of(pilot)
        screen.listed.cursor = row_of(screen, "76")
        await settled(pilot)
        assert all(cell_len(line) <= size[0] for line in screen_lines(app))
        same_screen(app, HERE / "lineage" / f"proposals.{language}.{size[0]}x{size[1]}.txt")

    play(app, story, size)


def test_those_taken_become_figures_and_the_report_prints_the_same(app: DrafterApp, home: Path) -> None:
    before, file = printed(home), home / "facts/2025/报告.yaml"
    typed = file.read_bytes()

    async def story(pilot: Pilot[Any]) -> None:
        screen = await numbers_of(pilot)
        while not all(screen.ticked):
            await pilot.press("ctrl+a")
        screen.listed.cursor = row_of(screen, "269")
        await pilot.press("space")
        assert screen.ticked.count(False) == 1
        await pilot.press("f9")
        desk = await until(pilot, lambda: isinstance(app.screen, DeskScreen) and app.screen, "back on the desk")
        assert desk.chosen == -1 or desk.desk.part(desk.chosen) == "指标"
        await saved(pilot)
        assert printed(home) == before
        figures = [figure.value for figure in open_report("2025", home).report.figures]
        assert figures == ["3", "76", "8"]
        assert "269公里" in file.read_text("utf-8") and "{{ 泵站 }}" in file.read_text("utf-8")
        await pilot.press("ctrl+z")
        await saved(pilot)

    play(app, story)
    assert file.read_bytes() == typed


def test_a_name_is_mended_in_place(app: DrafterApp, home: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await numbers_of(pilot)
        place = screen.listed.cursor = row_of(screen, "8")
        screen.ticked = [at == place for at in range(len(screen.found))]
        await pilot.pause()
        name, short = screen.query(LineEditor)
        name.focus()
        await type_in(pilot, "次数")
        short.focus()
        await pilot.press("ctrl+a")
        await type_in(pilot, "泵站")
        await pilot.press("f9")
        await until(pilot, lambda: "编号“泵站”已经有了" in screen_text(app), "an id is given once")
        short.focus()
        await pilot.press("ctrl+a", "delete", "f9")
        await until(pilot, lambda: "还缺名称或编号" in screen_text(app), "an id there must be")
        await type_in(pilot, "节水 培训")
        await pilot.press("f9")
        await pilot.pause()
        assert app.screen is screen
        await pilot.press("ctrl+a")
        await type_in(pilot, "节水培训")
        await pilot.press("f9")
        await saved(pilot)

    play(app, story)
    figure = open_report("2025", home).report.figures[-1]
    assert figure.id == "节水培训" and figure.name.endswith("次数") and figure.value == "8"


def test_boxes_by_mouse_and_nothing_ticked(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await numbers_of(pilot)
        ticked = list(screen.ticked)
        await pilot.click(screen.listed, offset=(2, 1))
        assert screen.ticked[0] is not ticked[0]
        await pilot.press("ctrl+r")
        assert screen.ticked == [each.sure for each in screen.found]
        screen.ticked = [False] * len(screen.found)
        await pilot.press("f9")
        assert app.screen is screen
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen), "it closes")

    play(app, story)


def test_without_numbers_it_says_so(home: Path) -> None:
    (home / "facts/2025/报告.yaml").write_text("单位: 甲\n期间: 2025\n标题: 总结\n成绩:\n  - 正文: 无。\n", "utf-8")
    app = DrafterApp(home, "2025")

    async def story(pilot: Pilot[Any]) -> None:
        await desk_of(pilot)
        await pilot.press("shift+f2")
        await until(pilot, lambda: "没有找到还没记成指标的数字" in screen_text(app), "it says so")
        await pilot.press("space", "ctrl+a", "ctrl+z", "f9", "escape")
        await until(pilot, lambda: isinstance(app.screen, DeskScreen), "it closes")

    play(app, story)


def test_a_clash_is_said_and_left_alone_and_many_places_are_counted(home: Path) -> None:
    file = home / "facts/2025/报告.yaml"
    places = "".join(f"  - 正文: 新建供水管网76公里，第{place}批。\n" for place in "一二三四五六七")
    file.write_text(
        file.read_text("utf-8") + "  - {标题: 又说, 正文: 改造阀门12个。}\n  - {标题: 再说, 正文: 改造阀门15个。}\n" + places,
        "utf-8",
    )
    app = DrafterApp(home, "2025")

    async def story(pilot: Pilot[Any]) -> None:
        screen = await numbers_of(pilot)
        screen.listed.cursor = row_of(screen, "12")
        assert not screen.ticked[screen.listed.cursor]
        await until(pilot, lambda: "同名，数却不同" in screen_text(app), "the clash")
        old, other = screen.found[row_of(screen, "12")], screen.found[row_of(screen, "15")]
        assert old.clash == other.figure["编号"]
        screen.query(LineEditor).last().focus()
        await pilot.press("ctrl+a")
        await type_in(pilot, "阀门甲")
        assert screen.found[row_of(screen, "15")].clash == "阀门甲"
        screen.listed.cursor = row_of(screen, "76")
        await until(pilot, lambda: "还有 3 处" in screen_text(app), "not every place is listed")

    play(app, story)


def test_what_others_change_meanwhile_is_looked_through_anew(app: DrafterApp, home: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await numbers_of(pilot)
        count = len(screen.found)
        screen.ticked[0] = False
        file = home / "facts/2025/报告.yaml"
        file.write_text(file.read_text("utf-8") + "  - {标题: 另加, 正文: 清淤河道33公里。}\n", "utf-8")
        await until(pilot, lambda: len(screen.found) == count + 1, "the new number is there")
        assert not screen.ticked[0] and screen.ticked[-1]

    play(app, story)


def test_a_fault_of_our_own_is_said(app: DrafterApp, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_root: Any) -> Any:
        raise OSError("disk")

    monkeypatch.setattr("drafter.actions.prose.proposals", fails)

    async def story(pilot: Pilot[Any]) -> None:
        await desk_of(pilot)
        await pilot.press("shift+f2")
        await until(pilot, lambda: "读写出错" in screen_text(app), "it says so")

    play(app, story)
