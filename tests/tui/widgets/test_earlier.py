import pytest
from pilots import play, screen_text
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from drafter.actions.counterpart import Counterpart, Value
from drafter.tui.speech import speak
from drafter.tui.widgets.earlier import EarlierPanel

FOUND = Counterpart(
    period="2023年",
    how="编号",
    title="强企有方",
    text="税收10亿元。\n企业8家。",
    fields=(("语气", "力争"), ("期限", "2023年底")),
    items=("抓培训", "送政策"),
    figures=(Value("税收收入", "10亿元", "11亿元"), Value("企业数", "8家", "")),
)
SHOWN = """\
 2023年
 编号相同

 强企有方
 　　税收10亿元。
 　　企业8家。

 分项
 - 抓培训
 - 送政策

 数字
 税收收入
   当时 10亿元  现在 11亿元
 企业数
   当时 8家     现在 没有填

 其他栏目
 语气  力争
 期限  2023年底
"""


class Demo(App[None]):
    def compose(self) -> ComposeResult:
        yield EarlierPanel()

    async def show(self, pilot: Pilot[None], counterpart: Counterpart | None) -> str:
        self.query_one(EarlierPanel).show(counterpart)
        await pilot.pause()
        return screen_text(self)


@pytest.fixture(autouse=True)
def chinese() -> None:
    speak("zh")


def test_old_text_stands_with_its_period_and_its_figures_then() -> None:
    app = Demo()

    async def story(pilot: Pilot[None]) -> None:
        assert screen_text(app).strip() == ""
        assert await app.show(pilot, FOUND) == SHOWN

    play(app, story, (40, 24))


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (None, "这里没有更早的报告。"),
        (Counterpart("2023年", "无"), "2023年\n\n 那一期没有对应的内容。"),
        (Counterpart("2023年", "相近", "甲"), "标题相近，可能是这一条"),
        (Counterpart("2023年", "来自", "[b]甲[/b]\x1b[2J"), "[b]甲[/b]\u241b[2J"),
    ],
)
def test_what_there_is_to_say_without_a_text(shown: Counterpart | None, said: str) -> None:
    app = Demo()

    async def story(pilot: Pilot[None]) -> None:
        await app.show(pilot, FOUND)
        text = await app.show(pilot, shown)
        assert said in text and "强企有方" not in text and "\x1b" not in text

    play(app, story, (40, 24))


def test_english_is_spoken_and_a_long_text_scrolls() -> None:
    app = Demo()

    async def story(pilot: Pilot[None]) -> None:
        speak("en")
        text = await app.show(pilot, FOUND._replace(text="税收。\n" * 60))
        assert "same id" in text and "then 10亿元" not in text
        app.query_one(EarlierPanel).focus()
        await pilot.press("end")
        await pilot.pause(0.3)
        assert "then 10亿元" in screen_text(app)

    play(app, story, (40, 24))
