import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.numbering import chinese, numeral_value, ordinal_number, scheme


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (101, "一百零一"), (110, "一百一十"), (999, "九百九十九")],
)
def test_chinese_numerals(number: int, text: str) -> None:
    assert chinese(number) == text


@given(st.integers(1, 999))
def test_a_numeral_reads_back(number: int) -> None:
    assert numeral_value(chinese(number)) == number
    assert numeral_value(str(number)) == number


@pytest.mark.parametrize("text", ["", "共", "12345", "零"])
def test_what_is_no_numeral(text: str) -> None:
    assert numeral_value(text) is None


@pytest.mark.parametrize(
    ("sample", "third"),
    [
        ("一、", "三、"),
        ("（一）", "（三）"),
        ("1.", "3."),
        ("1、", "3、"),
        ("（1）", "（3）"),
        ("一是", "三是"),
        ("①", "③"),
        ("第一，", "第三，"),
        ("第1部分 ", "第3部分 "),
    ],
)
def test_a_scheme_is_named_by_its_first_ordinal(sample: str, third: str) -> None:
    series = scheme(sample)
    assert series is not None
    assert series.ordinal(3) == third


@pytest.mark.parametrize("sample", ["", "无", "、"])
def test_no_scheme(sample: str) -> None:
    assert scheme(sample) is None


def test_circled_numbers_end_at_twenty() -> None:
    series = scheme("①")
    assert series is not None
    assert [series.ordinal(20), series.ordinal(21)] == ["⑳", "21"]


@pytest.mark.parametrize(("text", "number"), [("四、", 4), ("（12）", 12), ("7", 7), ("无", None)])
def test_the_number_of_an_ordinal(text: str, number: int | None) -> None:
    assert ordinal_number(text) == number
