from pathlib import Path

import pytest
import word_files
from pilots import play, screen_lines, screen_text
from textual.app import App
from textual.pilot import Pilot

from drafter.actions.opening import Opened, open_report
from drafter.tui.screens.preview import PreviewScreen
from drafter.tui.speech import Language, speak

HERE = Path(__file__).parent
REPORT = """
单位: 临江市水务局
期间: 2025-H1
标题: 临江市水务局2025年上半年工作总结
导语: 半年来，防汛、供水、治污三件大事都有进展，完成投资{{ 投资 }}，同比{{ 投资.同比 }}。
署名: 临江市水务局
成文日期: 2025-07-08
指标:
- {编号: 投资, 名称: 完成投资, 数值: 1200, 单位: 万元, 同期: 1105}
成绩:
- 标题: 防汛备汛抓得早
  分项:
  - {标题: 查隐患, 正文: 汛前排查堤防46公里，整改隐患18处。}
  - {编号: 演练, 标题: 练队伍, 正文: 举办演练6场。}
- 标题: 供水保障有力
  正文: 新建管网12公里，改造老旧管网9公里，惠及居民3600户。
问题:
- {正文: 部分泵站设备老化。}
打算:
- {标题: 推进泵站改造, 正文: 力争年内完成4座。}
""".replace("新建管网12公里，", "新建管网12公里，" + "逐段试压、分片通水，" * 28)


class Demo(App[None]):
    def __init__(self, opened: Opened, fact: str = "") -> None:
        super().__init__()
        self.opened = opened
        self.fact = fact
        self.results: list[str | None] = []

    def on_mount(self) -> None:
        self.push_screen(PreviewScreen(self.opened, self.fact), self.results.append)


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    folder = tmp_path / "facts" / "2025-H1"
    folder.mkdir(parents=True)
    (folder / "报告.yaml").write_text(REPORT, "utf-8")
    return open_report("2025-H1", tmp_path)


async def ready(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize(("language", "size"), [("zh", (80, 24)), ("en", (80, 24)), ("zh", (160, 50)), ("en", (160, 50))])
def test_the_whole_document(opened: Opened, language: Language, size: tuple[int, int]) -> None:
    speak(language)

    async def story(pilot: Pilot[None]) -> None:
        await ready(pilot)
        golden = HERE / "preview" / f"{language}.{size[0]}x{size[1]}.txt"
        assert screen_text(pilot.app) == golden.read_text("utf-8")

    play(Demo(opened), story, size)


def test_keys_turn_pages_and_leave(opened: Opened) -> None:
    speak("zh")
    app = Demo(opened)

    async def story(pilot: Pilot[None]) -> None:
        await ready(pilot)
        assert screen_lines(app)[0].startswith(" 第 1 页，共 2 页  临江市水务局")
        await pilot.press("pagedown")
        await pilot.pause()
        assert screen_lines(app)[0].startswith(" 第 2 页，共 2 页")
        await pilot.press("home")
        await pilot.pause()
        assert screen_lines(app)[0].startswith(" 第 1 页")
        await pilot.press("escape")
        await pilot.pause()
        assert app.results == [None]

    play(app, story, (80, 24))


def test_versions_one_after_another(opened: Opened, tmp_path: Path) -> None:
    speak("zh")
    path = tmp_path / "facts/2025-H1/报告.yaml"
    path.write_text(f"{REPORT}版本: [{{名称: 短版, 部分: [成绩]}}, {{名称: 全文版}}]\n", "utf-8")
    app = Demo(open_report("2025-H1", tmp_path))

    async def story(pilot: Pilot[None]) -> None:
        await ready(pilot)
        assert "换版本" in screen_lines(app)[-1]
        for head, printed in (("短版", False), ("全文版", True), ("临江市水务局2025年", True), ("短版", False)):
            await pilot.press("f6")
            await ready(pilot)
            assert screen_lines(app)[0].startswith(f" 第 1 页，共 2 页  {head}")
            await pilot.press("end")
            await pilot.pause()
            assert ("推进泵站改造" in screen_text(app)) == printed
            await pilot.press("home")
            await pilot.pause()
        path.write_text(REPORT, "utf-8")
        app.screen.renew(open_report("2025-H1", tmp_path))  # type: ignore[attr-defined]
        await ready(pilot)
        assert screen_lines(app)[0].startswith(" 第 1 页，共 2 页  临江市") and "换版本" not in screen_lines(app)[-1]

    play(app, story, (80, 24))


def test_of_the_bureau_s_own_word_file_it_says_that_pages_are_near(opened: Opened, tmp_path: Path) -> None:
    speak("zh")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/局文件.docx").write_bytes(word_files.packed(word_files.red_head()))
    path = tmp_path / "facts/2025-H1/报告.yaml"
    path.write_text(f"{REPORT}版式: 局文件\n", "utf-8")
    app = Demo(open_report("2025-H1", tmp_path))

    async def story(pilot: Pilot[None]) -> None:
        await ready(pilot)
        assert "约 2 页（按文字估计，局文件的版面以 Word 为准）" in screen_lines(app)[0]
        assert "临江市水务局文件" in screen_text(app)

    play(app, story, (80, 24))


def test_it_begins_at_a_fact_and_hands_back_the_one_chosen(opened: Opened) -> None:
    speak("zh")
    app = Demo(opened, "演练")

    async def story(pilot: Pilot[None]) -> None:
        await ready(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert app.results == ["演练"]

    play(app, story, (80, 24))


def test_a_template_at_fault_is_said(opened: Opened, tmp_path: Path) -> None:
    speak("zh")
    template = tmp_path / "templates" / "三段式" / "report.html"
    template.parent.mkdir(parents=True)
    template.write_text("<p>{{ 没有这个名字 }}</p>", "utf-8")

    async def story(pilot: Pilot[None]) -> None:
        await ready(pilot)
        assert "没有这个名字" in screen_text(pilot.app).replace("\n", "")

    play(Demo(open_report("2025-H1", tmp_path)), story, (80, 24))
