"""Columns that stand under each other."""

from drafter.render.columns import aligned, cells, wrapped


def test_chinese_characters_count_two_and_what_combines_none() -> None:
    assert [cells(text) for text in ("甲", "a", "，", "e\u0301", "")] == [2, 1, 2, 1, 0]


def test_a_long_text_goes_on_in_the_next_line() -> None:
    assert wrapped("甲乙丙", 4) == ["甲乙", "丙"]
    assert wrapped("甲a乙", 4) == ["甲a", "乙"]
    assert wrapped("甲\n乙", 4) == ["甲", "乙"]
    assert wrapped("甲", 1) == ["甲"] and wrapped("", 4) == [""]


def test_columns_are_as_wide_as_they_need_and_no_wider_than_they_may() -> None:
    head, first, second = aligned([("号", "名称", "注"), ("1", "甲乙丙", ""), ("2", "丁", "短")], (4, 4, 10))
    assert head == ["号  名称  注"]
    assert first == ["1   甲乙", "    丙"]
    assert second == ["2   丁    短"]


def test_a_column_that_holds_nothing_is_left_out() -> None:
    assert aligned([("号", "空", "名"), ("1", "", "甲")], (4, 4, 4)) == [["号  名"], ["1   甲"]]
