"""Last year's report as the beginning of this year's, on the desk: kept, updated, dropped, answered, and made final."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from driving import desk_of, facts, field, go, row_of, saved, type_in, until
from goldens import same_screen, settled
from pilots import play, screen_lines, screen_text
from rich.cells import cell_len
from textual.pilot import Pilot

from drafter.actions.editing.carried import pending
from drafter.actions.new import new
from drafter.actions.opening import open_report
from drafter.model.problem import Problem
from drafter.model.words import Language
from drafter.tui.app import DrafterApp
from drafter.tui.desk.screen import DeskScreen
from drafter.tui.screens.asking import Ask
from drafter.tui.screens.rendering import RenderScreen
from drafter.tui.screens.start import StartScreen
from drafter.tui.screens.wizard import WizardScreen
from drafter.tui.widgets.carried import CarriedStrip
from drafter.tui.widgets.earlier import EarlierPanel
from drafter.tui.widgets.making import DRAFT, FINAL, StagePick

HERE = Path(__file__).parent
WIDE = (160, 50)
BEFORE = """\
单位: 云溪县林业局
期间: 2024
标题: 云溪县林业局2024年工作总结和2025年工作打算
导语: |
  2024年，全县造林{{ 造林 }}。
指标:
  - {编号: 造林, 名称: 造林面积, 数值: 1000, 单位: 亩}
  - {编号: 苗圃, 名称: 苗圃数, 数值: 8, 单位: 个}
成绩:
  - 标题: 抓造林
    正文: 2024年春秋两季造林{{ 造林 }}，比2023年多两百亩。
  - 标题: 抓防火
    正文: 全县没有发生森林火灾。
  - 标题: 抓产业
    正文: 林下种植铺开，办成示范点3处。
问题:
  - 标题: 苗木偏少
    正文: 苗圃只有{{ 苗圃 }}，乡土树种不够用。
打算:
  - 标题: 扩苗圃
    正文: 2025年再建3个苗圃。
    指标: 苗圃
    目标: 11
"""


@pytest.fixture
def before(tmp_path: Path) -> Path:
    folder = tmp_path / "facts" / "2024"
    folder.mkdir(parents=True)
    (folder / "报告.yaml").write_text(BEFORE, "utf-8")
    return tmp_path


@pytest.fixture
def begun(before: Path) -> Path:
    """A workspace with 2025 begun from 2024."""
    new("2025", before, sources=("2024",))
    return before


@pytest.fixture
def app(begun: Path) -> DrafterApp:
    return DrafterApp(begun, "2025")


def told(screen: DeskScreen) -> str:
    """What the line at the top says."""
    return screen_lines(screen.app)[0]


def waits(screen: DeskScreen) -> int:
    return len(pending(screen.desk.root))


def test_a_year_from_the_one_before_it(before: Path) -> None:
    """From the start screen to the final document: kept, updated, dropped, each taken back; a draft; refused; settled; final."""
    app = DrafterApp(before)
    earlier = (before / "facts/2024/报告.yaml").read_bytes()

    async def story(pilot: Pilot[Any]) -> None:
        await until(pilot, lambda: isinstance(app.screen, StartScreen) and app.screen.cards, "the cards")
        await pilot.press("f6")
        await until(pilot, lambda: isinstance(app.screen, WizardScreen), "the wizard")
        await settled(pilot)
        app.screen.query_one("#period").value = "2025年"  # type: ignore[attr-defined]
        await settled(pilot)
        await pilot.click("#create")
        screen = await desk_of(pilot)
        await settled(pilot)
        whole = waits(screen)
        assert f"待更新 {whole}" in told(screen) and "未答复 2" in told(screen)
        await three_ways_and_back(pilot, screen)
        await saved(pilot)
        assert "来自: 2024/成绩/1" in facts(before)
        await a_draft_but_no_final(pilot, before)
        await settle_all(pilot, screen)
        await final(pilot, before)

    play(app, story)
    assert (before / "facts/2024/报告.yaml").read_bytes() == earlier


async def three_ways_and_back(pilot: Pilot[Any], screen: DeskScreen) -> None:
    """Each of the three keys, and one undo for each."""
    whole = waits(screen)
    for label, key, holds in (
        ("抓防火", "f9", lambda uid: not screen.desk.find(uid).get("待更新")),  # type: ignore[union-attr]
        ("抓产业", "f10", lambda uid: not screen.desk.find(uid).get("待更新")),  # type: ignore[union-attr]
        ("抓造林", "shift+f9", lambda uid: screen.desk.find(uid) is None),
    ):
        uid = await go(pilot, label)
        assert screen.here == uid and "保留" in screen_lines(screen.app)[-1]
        await pilot.press(key)
        await settled(pilot)
        assert holds(uid) and waits(screen) == whole - 1 and f"待更新 {whole - 1}" in told(screen)
        assert ("2024/成绩/1" in (screen.desk.root.get("不再沿用") or ())) == (label == "抓造林")
        await pilot.press("ctrl+z")
        await settled(pilot)
        assert waits(screen) == whole and not screen.desk.root.get("不再沿用") and not holds(uid)


async def a_draft_but_no_final(pilot: Pilot[Any], workspace: Path) -> None:
    await pilot.press("f7")
    await until(pilot, lambda: isinstance(pilot.app.screen, RenderScreen), "the render screen")
    await settled(pilot)
    screen = pilot.app.screen
    assert screen.query_one(StagePick).value == DRAFT, screen_text(pilot.app)
    await pilot.click("#render")
    await settled(pilot)
    draft = next(workspace.rglob("*（草稿）.docx"))
    assert b"highlight" in zipfile.ZipFile(draft).read("word/document.xml")
    await pilot.press("escape", "f7")
    await until(pilot, lambda: isinstance(pilot.app.screen, RenderScreen), "the render screen")
    await settled(pilot)
    pilot.app.screen.query_one(StagePick).action_choose(FINAL)
    await pilot.click("#render")
    await until(pilot, lambda: isinstance(pilot.app.screen, Ask), "the question")
    await pilot.press("escape")
    await settled(pilot)
    assert len(list(workspace.rglob("*.docx"))) == 1
    await pilot.press("escape")
    await settled(pilot)


async def settle_all(pilot: Pilot[Any], screen: DeskScreen) -> None:
    """Keeps whatever waits, one after the other, wherever the cursor is led; then answers the promises."""
    await pilot.press("shift+f8")
    await settled(pilot)
    for _ in range(waits(screen)):
        left = waits(screen)
        await pilot.press("f9")
        await settled(pilot)
        assert waits(screen) == left - 1, screen_text(screen.app)
    assert "待更新" not in told(screen) and "未答复 2" in told(screen)
    for word in ("兑现", "现状"):
        await pilot.press("shift+f8")
        await settled(pilot)
        screen.centre.focus_field(screen.chosen, (word,))
        await settled(pilot)
        assert field(screen, word).has_focus
        await pilot.press("1")
        await settled(pilot)
        screen.outline.focus()
    await saved(pilot)
    await settled(pilot)
    assert "未答复" not in told(screen), told(screen)


async def final(pilot: Pilot[Any], workspace: Path) -> None:
    await pilot.press("f7")
    await until(pilot, lambda: isinstance(pilot.app.screen, RenderScreen), "the render screen")
    await settled(pilot)
    assert pilot.app.screen.query_one(StagePick).value == FINAL, screen_text(pilot.app)
    await pilot.click("#render")
    await settled(pilot)
    made = [path for path in workspace.rglob("*.docx") if "草稿" not in path.name]
    assert len(made) == 1 and b"highlight" not in zipfile.ZipFile(made[0]).read("word/document.xml")


def test_update_puts_the_caret_where_one_goes_on_writing(app: DrafterApp, begun: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        await go(pilot, "抓防火")
        await pilot.press("f10")
        await settled(pilot)
        assert field(screen, "正文").has_focus
        await type_in(pilot, "三防到位。")
        await saved(pilot)
        await pilot.press("shift+f8")
        await settled(pilot)
        assert screen.here == row_of(screen, "抓产业"), "the next one, not the first"
        await go(pilot, "报告" if row_of(screen, "报告") else "抓造林")
        screen.choose(0)
        await pilot.press("f10")
        await settled(pilot)
        assert field(screen, "标题").has_focus

    play(app, story)
    fact = next(fact for _, _, fact in open_report("2025", begun).report.facts() if fact.title == "抓防火")
    assert "三防到位。" in fact.text and not fact.stale


def test_figures_are_settled_in_their_table(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        screen.outline.go(-1)
        await settled(pilot)
        figure = screen.desk.root["指标"][0]
        assert screen.here == figure.uid and "来自2024年" in screen_text(app)
        await pilot.press("f2")
        await type_in(pilot, "1300")
        await pilot.press("f10")
        await settled(pilot)
        changed = screen.desk.find(figure.uid)
        assert changed is not None and changed["数值"] == "1300" and not changed.get("待更新")
        await pilot.press("down")
        await settled(pilot)
        second = screen.desk.root["指标"][1]
        assert screen.here == second.uid and "F9 同上期" in screen_text(app)
        await type_in(pilot, "9")
        await pilot.press("enter")
        await settled(pilot)
        assert screen.here == second.uid and "F9 同上期" not in screen_text(app), "the number that was typed is what is kept"
        screen.desk.undo()
        await pilot.press("f9")
        await settled(pilot)
        kept = screen.desk.find(second.uid)
        assert kept is not None and kept["数值"] == kept["上期"] == "8" and not kept.get("待更新")
        # 苗圃 is named by a text, so it has to stay.
        screen.desk.undo()
        await pilot.press("shift+f9")
        await settled(pilot)
        assert screen.desk.find(second.uid) is not None

    play(app, story, WIDE)


def test_a_blank_that_is_left_is_no_final_report(before: Path) -> None:
    path = before / "facts/2024/报告.yaml"
    path.write_text(
        BEFORE.replace("单位: 亩}", "单位: 亩, 目标: 900}").replace("造林{{ 造林 }}。", "为目标的{{ 造林.完成率 }}。"), "utf-8"
    )
    new("2025", before, sources=("2024",))
    app = DrafterApp(before, "2025")

    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        for figure in screen.desk.root["指标"]:
            screen.desk.set(figure.uid, "数值", "7")
        for uid in pending(screen.desk.root):
            screen.desk.set(uid, "待更新", "")
        for word, answer in (("上期打算", ("兑现", "完成")), ("上期问题", ("现状", "已解决"))):
            screen.desk.set(screen.desk.root[word][0].uid, *answer)
        screen.refresh_all()
        screen.touched()
        await saved(pilot)
        await settled(pilot)
        assert "还不能定稿：待填 1" in told(screen)

    play(app, story, WIDE)


def test_what_is_deleted_does_not_come_back_by_itself(app: DrafterApp, begun: Path) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        await go(pilot, "抓产业")
        await pilot.press("delete")
        await settled(pilot)
        assert not row_of(screen, "抓产业")
        await pilot.press("ctrl+z")
        await settled(pilot)
        assert row_of(screen, "抓产业") and not screen.desk.root.get("不再沿用")
        await pilot.press("ctrl+y")
        await saved(pilot)

    play(app, story)
    assert open_report("2025", begun).report.dropped == ("2024/成绩/3",)
    assert not any(fact.title == "抓产业" for _, _, fact in open_report("2025", begun).report.facts())


def test_the_old_text_stands_beside_the_new_one_and_stays_away_when_told(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        await go(pilot, "抓造林")
        await settled(pilot)
        assert screen.query_one(EarlierPanel).display
        assert "2024年▸2025年春秋两季造林1000亩" in screen_text(app)
        await pilot.press("enter")
        assert field(screen, "标题").has_focus
        screen.centre.focus_field(screen.chosen, ("正文",))
        await settled(pilot)
        await pilot.press("end")
        await type_in(pilot, "新树种五个。")
        await saved(pilot)
        await settled(pilot)
        assert "新树种五个。" in panel(screen) and "带下划线的" in panel(screen)
        # Escape goes back to the outline: the panel came unasked and is not in the way.
        await pilot.press("escape")
        assert screen.outline.has_focus and screen.has_class("-side")
        await pilot.press("f3")
        await go(pilot, "抓防火")
        await settled(pilot)
        assert not screen.has_class("-side")
        await pilot.press("f3")
        await settled(pilot)
        assert screen.has_class("-side")

    play(app, story, WIDE)


def panel(screen: DeskScreen) -> str:
    return "\n".join(str(each.content) for each in screen.query("EarlierPanel Static"))  # type: ignore[attr-defined]


def test_on_a_small_screen_the_old_text_is_one_key_away(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        await go(pilot, "抓造林")
        await settled(pilot)
        assert not screen.has_class("-side")
        await pilot.press("f3")
        await settled(pilot)
        assert "2024年▸2025年" in panel(screen)

    play(app, story)


def test_the_strip_is_clicked(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        uid = await go(pilot, "抓防火")
        await settled(pilot)
        strip = screen.query_one(CarriedStrip)
        way, x, y = strip._laid(strip.content_size.width)[1][0]
        assert way.action == "keep"
        await pilot.click(strip, offset=(x + 2, y))
        await settled(pilot)
        assert not screen.desk.find(uid).get("待更新")  # type: ignore[union-attr]

    play(app, story)


@pytest.mark.parametrize(("size", "quoted"), [((80, 24), True), (WIDE, False)], ids=["small", "wide"])
def test_what_was_promised_is_quoted_where_it_does_not_stand_beside(app: DrafterApp, size: tuple[int, int], quoted: bool) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        await go(pilot, "扩苗圃")
        await until(pilot, lambda: "2025年再建3个苗圃。" in screen_text(app), "it is there")
        assert ("2025年再建3个苗圃。" in str(screen.query_one(CarriedStrip).render())) is quoted
        await go(pilot, "抓防火")
        assert "再建3个苗圃" not in str(screen.query_one(CarriedStrip).render())

    play(app, story, size)


def test_where_nothing_waits_the_keys_are_not_there(workspace: Path) -> None:
    app = DrafterApp(workspace, "2025")

    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        await go(pilot, "抓防火")
        before = dict(screen.desk.root)
        for key in ("f9", "f10", "shift+f9"):
            await pilot.press(key)
        await settled(pilot)
        assert screen.desk.root == before and "保留" not in screen_lines(app)[-1]
        assert not screen.query_one(CarriedStrip).display
        await pilot.press("shift+f8")
        await settled(pilot)
        assert "没有待更新的了" in screen_text(app)

    play(app, story, toasts=True)


#: The English form of a plan fills 80x24 to the last row: with a scroll bar it is longer and needs one, without it needs none.
LOOKS = [
    (view, language, size)
    for view in ("fact", "report", "figures", "plan")
    for language in ("zh", "en")
    for size in ((80, 24), WIDE)
    if (view, language, size) != ("plan", "en", (80, 24))
]


@pytest.mark.parametrize(("view", "language", "size"), LOOKS)
def test_the_desk_with_what_was_carried_over(begun: Path, view: str, language: Language, size: tuple[int, int]) -> None:
    app = DrafterApp(begun, "2025", language)
    places: dict[str, Callable[[DeskScreen], int]] = {
        "fact": lambda screen: row_of(screen, "抓造林"),
        "report": lambda screen: 0,
        "figures": lambda screen: -1,
        "plan": lambda screen: screen.desk.root["上期打算"][0].uid,
    }

    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        await settled(pilot)
        screen.outline.go(places[view](screen))
        await until(pilot, lambda: view != "plan" or "再建3个苗圃" in screen_text(app), "the words of the plan")
        await settled(pilot)
        assert all(cell_len(line) <= size[0] for line in screen_lines(app))
        same_screen(app, HERE / "screens" / f"carried-{view}.{language}.{size[0]}x{size[1]}.txt")

    play(app, story, size)


def test_an_answer_and_a_mark_taken_off_in_the_form_count_at_once(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        screen.choose(screen.desk.root["上期打算"][0].uid, ("兑现",), focus=True)
        await settled(pilot)
        await pilot.press("1")
        await pilot.pause()
        assert "未答复 1" in told(screen)
        screen.choose(row_of(screen, "抓防火"), ("待更新",), focus=True)
        await settled(pilot)
        whole = waits(screen)
        await pilot.press("2")
        await pilot.pause()
        assert waits(screen) == whole - 1 and f"待更新 {whole - 1}" in told(screen)
        assert "保留" not in screen_lines(app)[-1]

    play(app, story)


def test_a_figure_deleted_in_its_table_does_not_come_back_by_itself(begun: Path) -> None:
    place = begun / "facts/2025/报告.yaml"
    place.write_text(place.read_text("utf-8").replace("{{ 苗圃 }}", "八个").replace("    指标: 苗圃\n", ""), "utf-8")
    app = DrafterApp(begun, "2025")

    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        await pilot.press("f2", "down", "ctrl+delete")
        await settled(pilot)
        assert len(screen.desk.root["指标"]) == 1
        assert "2024/指标/苗圃" in screen.desk.root["不再沿用"]

    play(app, story)


def test_beside_the_table_stands_the_figure_under_the_cursor(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        await pilot.press("f2", "f3")
        await settled(pilot)
        assert "造林面积" in panel(screen) and "当时 1000亩" in panel(screen)
        await pilot.press("down")
        await settled(pilot)
        assert "苗圃数" in panel(screen) and "当时 8个" in panel(screen)

    play(app, story, WIDE)


def test_from_a_problem_with_two_places_one_comes_to_both(app: DrafterApp) -> None:
    async def story(pilot: Pilot[Any]) -> None:
        screen = await desk_of(pilot)
        await settled(pilot)
        screen.outline.go(-1)
        await settled(pilot)
        fact = screen.desk.find(row_of(screen, "抓防火"))
        assert fact is not None and screen.desk.settled is not None
        # Looked at already, but still saying what the earlier report says.
        screen.desk.set(fact.uid, "待更新", "")
        await saved(pilot)
        problem = next(each for each in screen.desk.settled.problems if each.other.file)
        screen.go_to(Problem("unchanged", problem.message, fact="成绩/2", other=problem.other))
        await settled(pilot)
        assert screen.chosen == fact.uid and screen.has_class("-side")

    play(app, story, WIDE)
