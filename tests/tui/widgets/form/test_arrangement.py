"""Which fields a form shows, in which order."""

from typing import Any

from drafter.kinds import kinds
from drafter.model.fact import Fact
from drafter.model.fields import fields_of
from drafter.model.figure import Figure
from drafter.model.report import Report
from drafter.model.style import LEVELS, PartStyle
from drafter.tui.widgets.form.arrangement import FIRST, MAIN, OF_KIND, RARE, STRANGE, arrange

FACT = tuple(fields_of(Fact).values())


def words(group: str, part: str = "成绩", **values: Any) -> list[str]:
    return [one.field.word for one in arrange(FACT, values, part) if one.group == group]


def test_a_fact_begins_with_what_is_filled_most_and_a_plan_with_its_promise() -> None:
    assert words(MAIN) == ["标题", "正文", "类别", "科室", "依据"]
    assert words(MAIN, "打算") == ["标题", "正文", "类别", "目标", "语气", "期限", "兑现", "科室", "依据"]


def test_every_field_has_a_place_but_lists_of_facts_and_figures() -> None:
    asked = {field.word for field in FACT} - {"分项"}
    assert {*words(MAIN), *words(RARE)} == asked - {"实际", "现状"}
    for part in ("上期打算", "上期问题"):
        assert {one.field.word for one in arrange(FACT, {}, part)} == asked
    assert "实际" in words(RARE, 实际="12")
    outlined = {"指标", "成绩", "问题", "打算", "上期打算", "上期问题"}
    for record, part in ((Report, ""), (Figure, "指标")):
        fields = tuple(fields_of(record).values())
        placed = [one.field.word for one in arrange(fields, {}, part)]
        assert sorted(placed) == sorted(field.word for field in fields if record is Figure or field.word not in outlined)
        assert set(FIRST[part]) <= set(placed)


def test_the_fields_of_a_kind_follow_the_kind() -> None:
    placed = [one.field.word for one in arrange(FACT, {"类别": " 文件 "}, "成绩")]
    at = placed.index("类别")
    assert placed[at + 1 : at + 5] == [field.word for field in kinds()["文件"].fields]
    assert {one.owner for one in arrange(FACT, {"类别": "文件"}, "成绩") if one.group == OF_KIND} == {"文件"}
    assert words(OF_KIND, 类别="没有这种") == []


def test_the_kind_is_a_choice_of_all_there_are() -> None:
    field = next(one.field for one in arrange(FACT, {}, "成绩") if one.field.word == "类别")
    assert field.form.choices == tuple(kinds())


def test_what_was_typed_for_another_kind_does_not_hide() -> None:
    values = {"类别": "文件", "主体": "某公司", "文号": "甲〔2024〕1号", "名称": ["甲", "乙"], "长": "一\n二"}
    assert words(STRANGE, **values) == ["主体", "名称", "长"]
    forms = {one.field.word: one.field.form.kind for one in arrange(FACT, values, "成绩")}
    assert (forms["主体"], forms["名称"], forms["长"]) == ("line", "lines", "text")


def test_levels_are_a_record_each() -> None:
    placed = arrange(tuple(fields_of(PartStyle).values()), {}, None)
    assert [one.field.word for one in placed] == ["标题", "级别", *LEVELS]
    assert {one.group for one in placed} == {MAIN} and placed[-1].field.form.kind == "record"


def test_a_text_where_a_record_belongs_is_shown_as_text() -> None:
    fields = tuple(fields_of(Figure).values())
    forms = {one.field.word: one.field.form.kind for one in arrange(fields, {"排名": "全市第二"}, "指标")}
    assert forms["排名"] == "line"
