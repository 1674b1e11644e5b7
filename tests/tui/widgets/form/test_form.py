"""The form of a record: what it shows, what it tells, and what it never loses."""

import os
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from driving import until
from pilots import play, screen_text
from textual import on
from textual.app import App, ComposeResult
from textual.events import Key
from textual.pilot import Pilot
from textual.widget import Widget
from waits import short_waits as short_waits

from drafter.actions.editing.tree import Record, grown
from drafter.model.fact import Fact
from drafter.model.fields import fields_of
from drafter.model.figure import Figure
from drafter.model.problem import Problem
from drafter.model.report import Report
from drafter.model.words import Both
from drafter.tui import speech
from drafter.tui.screens.helping import explanation
from drafter.tui.widgets.choice import ChoiceEditor
from drafter.tui.widgets.form.form import Form
from drafter.tui.widgets.textbox import TextBox

HERE = Path(__file__).parent
FACT = list(fields_of(Fact).values())
FIGURE = list(fields_of(Figure).values())
REPORT = list(fields_of(Report).values())
FIGURES = {
    "入园企业": Figure(id="入园企业", name="当年入园企业数", value="76", unit="家", year_before="64"),
    "企业总数": Figure(id="企业总数", name="园区企业总数", value="1,208", unit="家"),
}
AWARD = {
    "标题": "抓招引，园区能级稳步提升",
    "正文": "全年新入园{{ 入园企业 }}，创历史新高。\n重点项目开工\u200b十二个。",
    "类别": "荣誉",
    "主体": "临江产业园",
    "名目": "省级特色园区",
    "家数": "三家",
    "依据": "省厅通报",
}
SENTENCE = "临江产业园获评省级特色园区。"

Act = Callable[[Pilot[Any], Form], Awaitable[None]]


class Desk(App[None]):
    """A form, and what it tells."""

    def __init__(self) -> None:
        super().__init__()
        self.form = Form()
        self.told: list[tuple[Any, ...]] = []

    def compose(self) -> ComposeResult:
        yield self.form

    @on(Form.Changed)
    def changed(self, event: Form.Changed) -> None:
        self.told.append((event.uid, event.path, event.value))


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    speech.speak("zh")
    yield
    speech.speak("zh")


def told(act: Act, size: tuple[int, int] = (60, 30)) -> list[tuple[Any, ...]]:
    app = Desk()

    async def story(pilot: Pilot[Any]) -> None:
        app.form.set_figures(FIGURES)
        await act(pilot, app.form)
        await pilot.pause()

    play(app, story, size)
    return app.told


def fact(**values: Any) -> Record:
    record = grown(values)
    assert isinstance(record, Record)
    return record


async def settle(pilot: Pilot[Any]) -> None:
    for _ in range(4):
        await pilot.pause()


async def into(pilot: Pilot[Any], form: Form, *path: str) -> TextBox | ChoiceEditor:
    assert form.focus_field(path)
    await settle(pilot)
    focused = pilot.app.focused
    assert isinstance(focused, TextBox | ChoiceEditor) and form.help_of_focus()[0] == path[-1]
    return focused


def screen(pilot: Pilot[Any]) -> str:
    return screen_text(pilot.app)


# What it shows.


def test_of_several_remarks_the_first_is_said_in_one_line_with_the_number_of_the_others() -> None:
    grave = Problem("x", Both("不对的地方很多，" * 6, "wrong"))
    light = Problem("y", Both("另一处", "another"), severity="info")

    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(fact(标题="一", 正文="二", 排名={"名次": "第一"}), FACT, "成绩")
        form.set_remarks({("标题",): [grave, light], ("正文",): [light]})
        await settle(pilot)
        line = next(line for line in screen(pilot).split("\n") if "错误" in line)
        assert line.endswith(".. 另有1处") and "提示 另一处" in screen(pilot)
        await into(pilot, form, "标题")
        await pilot.press("x")
        await settle(pilot)
        assert "错误" not in screen(pilot) and "提示 另一处" in screen(pilot)
        form.show(fact(标题="三", 正文="二"), FACT, "成绩")
        await settle(pilot)
        assert "另一处" not in screen(pilot)

    told(act)


def test_a_verdict_of_the_field_itself_comes_before_remarks() -> None:
    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(fact(编号="甲", 数值="七家"), FIGURE, "指标")
        form.set_remarks({("数值",): [Problem("x", Both("另一处", "another"))]})
        await settle(pilot)
        assert "“数值”应是数字" in screen(pilot) and "另一处" not in screen(pilot)

    told(act)


def test_remarks_reach_a_record_inside() -> None:
    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(fact(编号="甲", 排名={"范围": "全市"}), FIGURE, "指标")
        form.set_remarks({("排名", "范围"): [Problem("x", Both("另一处", "another"))]})
        await settle(pilot)
        assert "另一处" in screen(pilot)

    told(act, (60, 50))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("width", "height"), [(80, 24), (160, 50)])
def test_the_screen_is_as_kept(language: Any, width: int, height: int) -> None:
    kept = HERE / f"award.{language}.{width}x{height}.txt"
    speech.speak(language)

    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(fact(**AWARD, 起草="旧栏"), FACT, "成绩", caps={"正文": 20})
        form.set_sentence(SENTENCE)
        await settle(pilot)
        if os.environ.get("KEEP_SCREENS"):
            kept.write_text(screen(pilot), "utf-8")
        assert screen(pilot) == kept.read_text("utf-8")

    told(act, (width, height))


def test_going_from_fact_to_fact_makes_no_widgets() -> None:
    facts = [fact(标题=f"第{n}条", 正文="办了很多事。" * 40, 科室="办公室") for n in range(20)]

    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(facts[0], FACT, "成绩")
        await settle(pilot)
        before = set(form.query(Widget))
        for one in facts:
            form.show(one, FACT, "问题")
        await settle(pilot)
        assert set(form.query(Widget)) == before and "第19条" in screen(pilot)

    assert told(act) == []


def test_rare_fields_wait_until_they_are_filled_or_asked_for() -> None:
    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(fact(标题="一", 来自="2023/成绩/2"), FACT, "成绩")
        await settle(pilot)
        assert "来自       2023/成绩/2" in screen(pilot) and "序号" not in screen(pilot)
        assert "+ 更多（还有 19 栏）" in screen(pilot)
        await pilot.click("Fold", offset=(3, 0))
        await settle(pilot)
        assert "序号" in screen(pilot) and "- 更多" in screen(pilot)
        form.show(fact(标题="二"), FACT, "成绩")
        await settle(pilot)
        assert "序号" in screen(pilot)  # what was unfolded stays so

    told(act, (60, 40))


def test_a_record_inside_is_folded_while_empty() -> None:
    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(fact(编号="甲"), FIGURE, "指标")
        editor = await into(pilot, form, "排名", "名次")
        await settle(pilot)
        assert "- 排名（未填）" in screen(pilot)
        await pilot.press("2")
        await settle(pilot)
        assert "- 排名\n" in screen(pilot)
        form.show(fact(编号="乙", 排名={"范围": "全市"}), FIGURE, "指标")
        await settle(pilot)
        assert "- 排名\n   范围       全市" in screen(pilot)
        form.show(fact(编号="丙"), FIGURE, "指标")
        await settle(pilot)
        assert "范围" not in screen(pilot) and isinstance(editor, TextBox)

    assert [one[1:] for one in told(act)] == [(("排名", "名次"), "2")]


def test_a_deep_record_opens_step_by_step() -> None:
    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(fact(单位="甲"), REPORT, "")
        await into(pilot, form, "体例", "成绩", "二级", "标题")
        await pilot.press("right")
        assert form.help_of_focus()[0] == "标题"

    assert [one[1:] for one in told(act, (80, 50))] == [(("体例", "成绩", "二级", "标题"), "另行")]


def test_what_is_wrong_is_said_under_the_field_while_typing() -> None:
    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(fact(编号="甲", 数值="7"), FIGURE, "指标")
        await into(pilot, form, "数值")
        await pilot.press("end", "家")
        await settle(pilot)
        assert "“数值”应是数字，这里是“7家”" in screen(pilot)
        await pilot.press("backspace", "6")
        await settle(pilot)
        assert "应是数字" not in screen(pilot)

    assert [one[2] for one in told(act)] == ["7家", "7", "76"]


def test_a_value_of_another_shape_is_not_hidden_and_not_overwritten() -> None:
    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(fact(标题={"甲": "乙"}, 正文=["一", "二"]), FACT, "成绩")
        await settle(pilot)
        assert "这里写的不是文字" in screen(pilot) and "│ 一" in screen(pilot)
        await into(pilot, form, "标题")
        await pilot.press("x", "delete")

    assert told(act) == []


def test_control_characters_of_the_data_never_reach_the_screen() -> None:
    evil = "\x1b[31m恶\u202e\x07"

    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(
            fact(标题=evil, 正文=evil, 类别=evil, 怪栏=evil, 科室=evil, 目标=evil, **{f"栏{evil}": "x", "[red]段": "一\n二"}),
            FACT,
            "成绩",
        )
        form.set_sentence(evil)
        form.set_figures({"甲": Figure(id="甲", name=evil, value="1")})
        editor = await into(pilot, form, "正文")
        assert isinstance(editor, TextBox)
        await pilot.press("{", "{")
        await settle(pilot)
        form.set_read_only(evil)
        await settle(pilot)
        shown = screen(pilot)
        assert shown.count("␛[31m恶␦␇") >= 8 and "[red]段" in shown and not any(sign in shown for sign in "\x1b\u202e\x07")

    told(act, (100, 40))


# The kind.


def test_another_kind_brings_its_fields_at_once_and_loses_nothing() -> None:
    record = fact(**AWARD)

    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(record, FACT, "成绩")
        await into(pilot, form, "类别")
        await pilot.press("文")
        await settle(pilot)
        shown = screen(pilot)
        assert shown.index("发文") < shown.index("不属于这个类别") < shown.index("临江产业园") and "省级特色园区" in shown
        await pilot.press("荣")
        await settle(pilot)
        assert "不属于这个类别" not in screen(pilot) and "临江产业园" in screen(pilot)

    assert told(act, (60, 40)) == [(record.uid, ("类别",), "文件"), (record.uid, ("类别",), "荣誉")]


# What it tells, and to whom.


def test_a_change_goes_out_with_the_record_it_was_typed_into() -> None:
    one, other = fact(标题="一"), fact(标题="二")

    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(one, FACT, "成绩")
        editor = await into(pilot, form, "标题")
        assert isinstance(editor, TextBox)
        editor.change_value("一新")
        form.show(other, FACT, "成绩")  # before the change has been passed on
        await settle(pilot)
        assert editor.value == "二"

    assert told(act) == [(one.uid, ("标题",), "一新")]


def test_a_refresh_takes_back_nothing_that_is_still_on_its_way() -> None:
    one = fact(标题="一", 科室="甲科")

    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(one, FACT, "成绩")
        editor = await into(pilot, form, "标题")
        assert isinstance(editor, TextBox)
        editor.change_value("一新")
        form.refresh_values(Record({**one, "科室": "乙科"}, one.uid))
        assert editor.value == "一新"
        await settle(pilot)
        form.refresh_values(one)  # an undo, after the change has been passed on
        await settle(pilot)
        assert editor.value == "一" and "甲科" in screen(pilot)

    assert told(act) == [(one.uid, ("标题",), "一新")]


def test_names_go_out_as_a_list_and_flags_as_words() -> None:
    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(fact(标签=["甲"], 待更新="true"), FACT, "成绩")
        await into(pilot, form, "标签")
        await pilot.press("end", "enter", "乙")
        await into(pilot, form, "待更新")
        await pilot.press("right")

    said = told(act, (60, 40))
    assert said[-2][1:] == (("标签",), ["甲", "乙"]) and said[-1][1:] == (("待更新",), "否")


def test_read_only_says_why_and_changes_nothing() -> None:
    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(fact(**AWARD), FACT, "成绩")
        form.set_read_only("文件夹只能看，不能改")
        form.set_sentence(SENTENCE)
        await into(pilot, form, "正文")
        await pilot.press("x", "enter", "ctrl+e")
        await into(pilot, form, "类别")
        await pilot.press("right")
        await into(pilot, form, "下级", "序号")  # made only now
        await pilot.press("x")
        assert "文件夹只能看，不能改" in screen(pilot)

    assert told(act, (60, 40)) == []


def test_the_same_record_shown_again_leaves_the_caret_where_its_text_changed() -> None:
    one = fact(标题="一二三四", 科室="甲科")

    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(one, FACT, "成绩")
        editor = await into(pilot, form, "标题")
        assert isinstance(editor, TextBox) and editor.caret == 4  # who comes by key goes on behind the text
        undone = Record({**one, "标题": "一四"}, one.uid)
        form.refresh_values(undone)
        form.show(undone, FACT, "成绩")  # as the desk does after an undo
        await into(pilot, form, "标题")
        assert editor.caret == 1
        await into(pilot, form, "科室")
        form.refresh_values(one)
        form.show(one, FACT, "成绩")
        await into(pilot, form, "标题")
        assert editor.caret == 3
        form.show(fact(标题="别的"), FACT, "成绩")
        await into(pilot, form, "标题")
        assert editor.caret == 2

    assert told(act) == []


def test_a_long_title_is_shown_whole_at_once() -> None:
    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(fact(标题="题" * 60 + "末", 科室="办公室"), FACT, "成绩")
        await settle(pilot)
        rows = [line.removeprefix(" 标题").strip() for line in screen(pilot).split("\n")[:3]]
        assert "".join(rows) == "题" * 60 + "末" and all(rows)

    told(act)


def test_the_layouts_are_a_choice_and_an_unknown_one_stays() -> None:
    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(fact(版式="三段式"), REPORT, "")
        await settle(pilot)
        assert "版式       三段式\n" in screen(pilot)
        form.set_layouts(["三段式", "本县式"])
        form.show(fact(版式="外县式"), REPORT, "")
        await settle(pilot)
        assert "版式      [外县式]   三段式    本县式    不填" in screen(pilot) and "没有“外县式”这个选项" in screen(pilot)
        await into(pilot, form, "版式")
        await pilot.press("本")
        await settle(pilot)
        assert "版式       三段式   [本县式]" in screen(pilot) and "外县式" not in screen(pilot)

    assert [one[1:] for one in told(act)] == [(("版式",), "本县式")]


def test_a_choice_is_taken_back_by_mouse_and_enter_goes_on() -> None:
    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(fact(语气="确保", 期限="年底"), FACT, "打算")
        choice = await into(pilot, form, "语气")
        assert isinstance(choice, ChoiceEditor)
        await pilot.click(choice, offset=(choice.size.width - 1, 0))  # beside the words
        line = next(at for at, row in enumerate(screen(pilot).split("\n")) if "不填" in row and at >= choice.region.y)
        await pilot.click(choice, offset=(2, line - choice.region.y))
        await settle(pilot)
        assert "[不填]" in screen(pilot).split("\n")[line]
        await pilot.press("enter")
        assert form.help_of_focus()[0] == "期限"

    assert [one[1:] for one in told(act)] == [(("语气",), "")]


def test_the_arrows_go_from_field_to_field_over_folds_and_the_sentence() -> None:
    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(fact(类别="名单", 依据="通报"), FACT, "成绩")
        form.set_sentence(SENTENCE)
        await into(pilot, form, "总数")
        seen = []
        for key in ["down"] * 4 + ["up"] * 4:
            await pilot.press(key)
            focused = pilot.app.focused
            assert focused is not None
            seen.append(form.help_of_focus()[0] or type(focused).__name__)
        assert seen == ["SentenceRow", "科室", "依据", "Fold", "依据", "科室", "SentenceRow", "总数"]

    told(act)


def test_f1_explains_the_field_in_every_editor() -> None:
    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(fact(**AWARD), FACT, "成绩")
        form.set_sentence(SENTENCE)
        for word, help in {"标题": "小标题", "正文": "一段一行", "家数": "共几家", "方式": "通报里", "标签": "一行一个"}.items():
            await into(pilot, form, word)
            label, said = explanation(pilot.app.screen)
            assert label == word and help in said
        await into(pilot, form, "类别")
        assert "荣誉：表彰、称号、入选名单" in explanation(pilot.app.screen)[1]
        form.query_one("SentenceRow").focus()
        await pilot.pause()
        assert explanation(pilot.app.screen)[0] == "可以写成："
        form.show(fact(编号="甲"), FIGURE, "指标")
        await into(pilot, form, "编号")
        assert explanation(pilot.app.screen)[1].endswith("必填。")
        await into(pilot, form, "排名", "名次")
        await pilot.press("up", "up")
        assert explanation(pilot.app.screen)[0] == "排名"

    told(act, (80, 50))


def test_help_and_labels_follow_the_focus_and_the_language() -> None:
    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(fact(**AWARD), FACT, "成绩")
        await into(pilot, form, "科室")
        assert form.help_of_focus() == ("科室", "由谁负责、谁提供")
        speech.speak("en")
        form.refresh_language()
        await settle(pilot)
        assert "Evidence" in screen(pilot) and "抓招引" in screen(pilot) and "依据" not in screen(pilot)
        assert "Award" in screen(pilot) and "获批" not in screen(pilot)

    told(act)


# References.


def test_two_braces_open_the_figures_and_tab_puts_one() -> None:
    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(fact(正文="净增"), FACT, "成绩")
        editor = await into(pilot, form, "正文")
        assert isinstance(editor, TextBox)
        await pilot.press("end", "{", "{")
        await settle(pilot)
        assert "入园企业  当年入园企业数  76家" in screen(pilot)
        await pilot.press("down", "tab")
        await settle(pilot)
        assert editor.value == "净增{{ 企业总数 }}" and editor.has_focus and editor.caret == len(editor.value)
        assert "园区企业总数" not in screen(pilot)
        await pilot.press("enter", "好")  # the keys are the text's again
        assert editor.value.endswith("}}\n好")

    assert told(act)[-1][2] == "净增{{ 企业总数 }}\n好"


def test_enter_is_not_lost_when_the_text_goes_on_faster_than_the_list() -> None:
    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(fact(正文="净增"), FACT, "成绩")
        editor = await into(pilot, form, "正文")
        assert isinstance(editor, TextBox)
        await pilot.press("end", "{", "{")
        await settle(pilot)
        editor.change_value("净增{{ 入园企业 }}")
        editor.post_message(Key("enter", "\r"))  # the list has not heard of the braces yet
        await settle(pilot)
        assert editor.value == "净增{{ 入园企业 }}\n"

    told(act)


@pytest.mark.parametrize("width", range(44, 50))
def test_no_character_of_what_is_offered_is_lost(width: int) -> None:
    """Under the field lie a label and other fields; a wide character over such an edge was blanked."""
    rates = {name: Figure(id=name, name=f"{name}全称", value="9", unit="卷") for name in ("数字化率", "a馆藏总量", "接待查档")}

    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.set_figures(rates)
        form.show(fact(正文="", 标题=""), FACT, "成绩")
        for word in ("标题", "正文"):
            await into(pilot, form, word)
            await pilot.press("{", "{")
            await settle(pilot)
            for name in rates:
                assert f"{name}  " in screen(pilot) and f"{name}全称  9卷" in screen(pilot)
            assert "名称后打一个点：同比、增减等" in screen(pilot)
            await pilot.press("escape")

    told(act, (width, 24))


def test_the_list_and_the_caret_are_in_sight_in_a_text_taller_than_the_form() -> None:
    many = {f"指标{n}": Figure(id=f"指标{n}", name="名", value="1") for n in range(9)}
    wanted = ("一段{{", "指标5", "打一个点")

    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.set_figures(many)
        form.show(fact(标题="题" * 50, 正文="\n".join(["一段"] * 60)), FACT, "成绩")
        editor = await into(pilot, form, "正文")
        assert isinstance(editor, TextBox)
        for line in (59, 30, 0):
            editor.move_cursor((line, 2))
            await pilot.press("{", "{")
            await until(pilot, lambda: all(each in screen(pilot) for each in wanted), "the list and the caret are in sight")
            await pilot.press("escape", "backspace", "backspace")
            await settle(pilot)

    told(act, (48, 18))


def test_a_dot_opens_the_parts_and_a_click_puts_one() -> None:
    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(fact(标题=""), FACT, "成绩")
        editor = await into(pilot, form, "标题")
        assert isinstance(editor, TextBox)
        editor.change_value("{{入园企业")
        await pilot.press("full_stop")
        await settle(pilot)
        assert "同比    增长18.8%" in screen(pilot)
        await pilot.click("OfferList", offset=(3, 1))
        await settle(pilot)
        assert editor.value == "{{ 入园企业.增减 }}"

    told(act)


def test_escape_closes_the_list_and_moving_about_opens_none() -> None:
    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(fact(正文="净增{{ 入园企业 }}"), FACT, "成绩")
        editor = await into(pilot, form, "正文")
        await pilot.press("end", "好", "left", "left", "left", "left")
        await settle(pilot)
        assert "当年入园" not in screen(pilot)
        await pilot.press("backspace")
        await settle(pilot)
        assert "当年入园" in screen(pilot)
        await pilot.press("escape", "down")
        await settle(pilot)
        assert "当年入园" not in screen(pilot) and not editor.has_focus

    told(act)


def test_a_number_that_a_figure_holds_is_offered_and_taken_by_key_or_click() -> None:
    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(fact(正文="", 标题=""), FACT, "成绩")
        editor = await into(pilot, form, "正文")
        assert isinstance(editor, TextBox)
        await pilot.press("增", "7", "6", "家")
        await settle(pilot)
        assert "“76家”就是指标“入园企业”" in screen(pilot)
        await pilot.press("ctrl+r")
        assert editor.value == "增{{ 入园企业 }}"
        await pilot.press("7", "6")
        await settle(pilot)
        assert "就是指标" in screen(pilot)
        title = await into(pilot, form, "标题")
        assert isinstance(title, TextBox) and "就是指标" not in screen(pilot)
        await pilot.press("ctrl+r", "7", "6")
        await settle(pilot)
        await pilot.click("Hint", offset=(2, 0))
        await settle(pilot)
        assert title.value == "{{ 入园企业 }}"
        await into(pilot, form, "科室")
        await pilot.press("7", "6", "ctrl+r")

    assert told(act)[-1][1:] == (("科室",), "76")  # a field that names no figures


# The drafted sentence.


@pytest.mark.parametrize(
    ("text", "after"), [("", SENTENCE), ("原有一段。\n", f"原有一段。\n{SENTENCE}"), (f"前文。{SENTENCE}后文。", None)]
)
def test_the_sentence_is_set_or_added_but_never_twice(text: str, after: str | None) -> None:
    record = fact(正文=text, 类别="荣誉")

    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(record, FACT, "成绩")
        form.set_sentence(SENTENCE)
        await into(pilot, form, "标题")
        await pilot.press("ctrl+e")

    assert told(act) == ([(record.uid, ("正文",), after)] if after is not None else [])


def test_the_button_takes_the_sentence_and_the_words_beside_it_do_not() -> None:
    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(fact(类别="荣誉"), FACT, "成绩")
        await settle(pilot)
        assert "采用" not in screen(pilot)
        form.set_sentence(SENTENCE)
        await settle(pilot)
        await pilot.click("SentenceRow", offset=(3, 0))
        await pilot.click("SentenceRow", offset=(3, 1))
        await settle(pilot)
        assert "│ 临江" not in screen(pilot)
        await pilot.click("SentenceRow", offset=(13, 0))
        await settle(pilot)
        assert "│ 临江产业园获评" in screen(pilot)

    assert len(told(act)) == 1


def test_a_sentence_that_was_taken_is_offered_no_more_until_the_text_says_something_else() -> None:
    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(fact(类别="荣誉"), FACT, "成绩")
        form.set_sentence(SENTENCE)
        await settle(pilot)
        assert "可以写成：  采用" in screen(pilot) and form.help_of_focus() == ("", "")
        form.query_one("SentenceRow").focus()
        await pilot.press("enter")
        await settle(pilot)
        editor = pilot.app.focused
        assert isinstance(editor, TextBox) and editor.caret == len(SENTENCE) and "可以写成" not in screen(pilot)
        await pilot.press("backspace")
        await settle(pilot)
        assert "可以写成" in screen(pilot)

    assert [one[2] for one in told(act)] == [SENTENCE, SENTENCE[:-1]]


def test_no_row_of_the_sentence_begins_with_its_full_stop() -> None:
    async def act(pilot: Pilot[Any], form: Form) -> None:
        form.show(fact(类别="荣誉"), FACT, "成绩")
        for length in range(20, 32):
            form.set_sentence("字" * length + "。")
            await settle(pilot)
            rows = [line.strip() for line in screen(pilot).split("\n") if "字" in line and "╯" not in line]
            assert "".join(rows) == "字" * length + "。" and not any(row.startswith("。") for row in rows)

    told(act, (44, 30))
