import pytest

from drafter.kinds.frame import draft, fact_values, stray_mark, words_for
from drafter.model.fact import Fact

AWARD = ("{主体}{方式}{名目}[，{范围}仅{家数}家]。", "{主体}获得{名目}。")

SENTENCES = [
    ({"主体": "某厂", "方式": "获批", "名目": "示范厂", "范围": "全省", "家数": "4"}, "某厂获批示范厂，全省仅4家。"),
    ({"主体": "某厂", "方式": "获批", "名目": "示范厂", "范围": "全省", "家数": " "}, "某厂获批示范厂。"),
    ({"主体": "某厂", "名目": "示范厂"}, "某厂获得示范厂。"),
    ({"主体": ["某厂", "", "某院"], "名目": "示范厂。"}, "某厂、某院获得示范厂。"),
    ({"主体": "某厂"}, ""),
    ({}, ""),
]


@pytest.mark.parametrize(("values", "sentence"), SENTENCES)
def test_the_first_frame_that_can_be_filled_wins(values: dict[str, object], sentence: str) -> None:
    assert draft(AWARD, values) == sentence


def test_a_frame_without_anything_said_is_silent() -> None:
    assert draft(["[{日期}]。"], {"名目": "会"}) == "" == draft([], {"名目": "会"})


def test_marks_that_were_typed_too_stand_once_and_dates_are_written_out() -> None:
    assert draft(["{日期}印发《{名目}》。"], {"日期": "2024-03-05", "名目": "《办法》"}) == "2024年3月5日印发《办法》。"


@pytest.mark.parametrize(
    ("frame", "at"),
    [("{甲}[，{乙}]。", None), ("{甲", 0), ("甲}", 1), ("[{甲]}", 3), ("[[{甲}]]", 1), ("{甲}[，{乙}", 3), ("{{甲}}", 1)],
)
def test_marks_must_pair(frame: str, at: int | None) -> None:
    assert stray_mark(frame) == at


def test_a_frame_may_use_the_fields_of_its_kind_and_what_every_fact_has() -> None:
    fact = Fact(kind="荣誉", office="人事科", details={"名目": "先进"})
    assert draft(["{科室}：{名目}"], fact_values(fact)) == "人事科：先进"
    assert {"名目", "授予", "科室"} <= set(words_for("荣誉") or ()) and "授予" not in (words_for("文件") or ())
    assert {"数值", "同比", "完成率", "占比", "排名", "预计"} <= set(words_for("指标") or ())
    assert words_for("会仪") is None
