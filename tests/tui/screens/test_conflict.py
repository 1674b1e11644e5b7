"""Two versions of one field: shown side by side, answered by key and by mouse, nothing lost."""

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

from drafter.actions.editing.desk import Desk
from drafter.actions.editing.merge import Conflict
from drafter.actions.editing.passages import both_kept
from drafter.actions.editing.questions import Question, questions
from drafter.actions.editing.tree import Record
from drafter.tui.naming import field_at, place_of
from drafter.tui.screens.conflict import ConflictScreen
from drafter.tui.speech import speak
from drafter.tui.widgets.textbox import TextBox

HERE = Path(__file__).parent
WHEN = datetime(2024, 12, 3, 9, 41).astimezone()


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    yield
    speak("zh")


def text_question() -> Question:
    base = "全年整治背街小巷二十六条。\n新增停车位一千一百个。"
    ours, theirs = base.replace("二十六", "二十八"), base.replace("二十六条", "二十七条，惠及居民九千户")
    return Question(Conflict(7, ("正文",), base, ours, theirs), ("成绩", "城市更新", "背街小巷"), "成绩.yaml", WHEN)


def number_question() -> Question:
    return Question(Conflict(9, ("排名", "名次"), "3", "2\x1b[2J", None), ("指标", "绿地率"), "指标.yaml", None)


def removal_question() -> Question:
    record = Record({"标题": "夜间照明", "正文": "更换路灯三百盏。"})
    return Question(Conflict(11, (), record, None, record), ("成绩", "夜间照明"), "成绩.yaml", WHEN)


def tags_question() -> Question:
    return Question(Conflict(7, ("标签",), ["亮点"], ["亮点", "市政"], ["城建"]), ("成绩", "城市更新"), "成绩.yaml", WHEN)


class Desktop(App[None]):
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, *asked: Question) -> None:
        super().__init__()
        self.asked = asked
        self.answers: Any = "open"

    def on_mount(self) -> None:
        self.push_screen(ConflictScreen(self.asked), self.take)

    def take(self, answers: Any) -> None:
        self.answers = answers


def ask(*asked: Question, story: Callable[[Pilot[Any]], Awaitable[None]], size: tuple[int, int] = (80, 24)) -> Any:
    """What came of it: "open" while the screen stands."""
    app = Desktop(*asked)
    play(app, story, size)
    return app.answers


def pressing(*keys: str) -> Callable[[Pilot[Any]], Awaitable[None]]:
    async def story(pilot: Pilot[Any]) -> None:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()

    return story


@pytest.mark.parametrize(("language", "size"), [("zh", (80, 24)), ("zh", (160, 50)), ("en", (80, 24))])
def test_the_question_as_it_is_seen(language: Any, size: tuple[int, int]) -> None:
    speak(language)

    async def story(pilot: Pilot[Any]) -> None:
        assert screen_text(pilot.app) == (HERE / f"conflict.{language}.{size[0]}.txt").read_text("utf-8")
        assert all(cell_len(line) <= size[0] for line in screen_lines(pilot.app))

    ask(text_question(), story=story, size=size)


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (["1"], "ours"),
        (["enter"], "ours"),
        (["2"], "theirs"),
        (["right", "enter"], "theirs"),
        (["3"], "both"),
    ],
)
def test_each_answer_has_a_key(keys: list[str], value: str) -> None:
    question = text_question()
    ours, theirs = question.conflict.ours, question.conflict.theirs
    both = "全年整治背街小巷二十八条。\n全年整治背街小巷二十七条，惠及居民九千户。\n新增停车位一千一百个。"
    assert ask(question, story=pressing(*keys)) == [(question.conflict, {"ours": ours, "theirs": theirs, "both": both}[value])]


def test_each_answer_has_a_button() -> None:
    question = text_question()

    async def story(pilot: Pilot[Any]) -> None:
        buttons = {str(button.name): button for button in pilot.app.screen.query("#answers Button").results(Button)}
        assert list(buttons) == ["ours", "theirs", "both", "hand", "later"]
        await pilot.click(buttons["theirs"])

    assert ask(question, story=story) == [(question.conflict, question.conflict.theirs)]


def test_it_may_be_edited_by_hand() -> None:
    question = text_question()

    async def story(pilot: Pilot[Any]) -> None:
        await pressing("4", "共", "1", "f9")(pilot)

    assert ask(question, story=story) == [(question.conflict, f"{question.conflict.ours}共1")]


def test_what_is_edited_outlives_escape_and_goes_only_at_the_second() -> None:
    async def story(pilot: Pilot[Any]) -> None:
        await pressing("4", "新", "escape")(pilot)
        await pressing("escape")(pilot)
        assert isinstance(pilot.app.screen, ConflictScreen)
        await pressing("4")(pilot)
        assert pilot.app.screen.query_one(TextBox).value.endswith("新")
        await pressing("escape", "escape", "escape")(pilot)

    assert ask(text_question(), story=story) == []


def test_names_are_edited_a_line_each() -> None:
    question = tags_question()
    assert ask(question, story=pressing("3")) == [(question.conflict, ["亮点", "市政", "城建"])]
    assert ask(question, story=pressing("4", "enter", "甲", "f9")) == [(question.conflict, ["亮点", "市政", "甲"])]


def test_one_after_the_other_and_escape_keeps_those_answered() -> None:
    first, second, third = text_question(), number_question(), removal_question()
    answers = [(first.conflict, first.conflict.theirs), (second.conflict, "2\x1b[2J"), (third.conflict, None)]
    assert ask(first, second, third, story=pressing("2", "1", "1")) == answers
    assert ask(first, second, third, story=pressing("2", "escape")) == answers[:1]
    assert ask(first, story=pressing("escape")) == []


def test_a_short_field_has_no_both() -> None:
    async def story(pilot: Pilot[Any]) -> None:
        assert "两段都留" not in screen_text(pilot.app) and "自己改" in screen_text(pilot.app)
        assert "指标 / 绿地率 / 排名 / 名次" in screen_text(pilot.app)
        assert "2␛[2J" in screen_text(pilot.app) and "（空着）" in screen_text(pilot.app)

    assert ask(number_question(), story=story) == "open"


def test_a_removed_fact_is_kept_or_removed() -> None:
    async def story(pilot: Pilot[Any]) -> None:
        assert "1 用我的（删掉这一条）" in screen_text(pilot.app) and "2 用对方的（留下这一条）" in screen_text(pilot.app)
        assert "更换路灯三百盏" in screen_text(pilot.app)
        await pilot.press("4")
        await pilot.press("3")

    question = removal_question()
    assert ask(question, story=story) == "open"
    assert ask(question, story=pressing("2")) == [(question.conflict, question.conflict.theirs)]


def test_versions_stand_side_by_side_where_there_is_room() -> None:
    async def story(pilot: Pilot[Any]) -> None:
        base, theirs = (pilot.app.screen.query_one(name).region for name in ("#base", "#theirs"))
        assert (base.y == theirs.y) is (pilot.app.size.width >= 100)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert pilot.app.screen.query_one("#base").region.x == pilot.app.screen.query_one("#theirs").region.x

    ask(text_question(), story=story, size=(120, 30))


def test_a_place_is_told_in_the_words_of_the_form() -> None:
    assert place_of(("成绩", "甲\n乙"), ("正文",)) == "成绩 / 甲 乙 / 正文"
    assert place_of((), ("单位",)) == "全文 / 单位" and place_of((), ()) == ""
    speak("en")
    assert place_of(("指标", "绿地率"), ("排名", "名次")) == "Figures / 绿地率 / Rank / Place"
    assert place_of(("成绩", "甲"), ("家数",)) == "Achievements / 甲 / How many"
    assert place_of(("成绩", "甲"), ("没有", "这栏")) == "Achievements / 甲 / 没有 / 这栏"
    assert field_at((), ("没有", "这栏")) is None


def test_both_keep_what_they_share_once() -> None:
    assert both_kept("甲\n乙\n丙", "甲\n丁\n丙") == "甲\n乙\n丁\n丙"


def test_conflicts_of_a_desk_become_questions(tmp_path: Path) -> None:
    file = tmp_path / "报告.yaml"
    file.write_text("单位: 甲\n成绩:\n  - 标题: 绿化\n    正文: 种树。\n", "utf-8")
    desk = Desk.open(None, file)
    fact = desk.root["成绩"][0]
    root = next(iter(desk.state.values()))
    desk.conflicts = [
        Conflict(fact.uid, ("正文",), "种树。", "种草。", "种花。"),
        Conflict(root.uid, ("单位",), "甲", "乙", "丙"),
    ]
    first, second = questions(desk)
    assert first[1:3] == (("成绩", "绿化"), "报告.yaml") and first.changed is not None
    assert second.trail == () and second.conflict.theirs == "丙"
    file.unlink()
    assert questions(desk)[0].changed is None
