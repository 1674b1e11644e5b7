import pytest

from drafter.model.dates import Day, is_date, read_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-12-31", Day(2024, 12, 31)),
        ("2024年1月8日", Day(2024, 1, 8)),
        ("2024.7.6", Day(2024, 7, 6)),
        ("2024年12月底", Day(2024, 12, 1)),
        ("（2024年1月）", Day(2024, 1, 1)),
        ("2024年", Day(2024, 1, 1)),
        ("二〇二四年十二月三十一日", Day(2024, 12, 31)),
        ("（一九九八年元月五日）", Day(1998, 1, 5)),
    ],
)
def test_a_day_is_read_as_it_is_written(text: str, day: Day) -> None:
    assert read_date(text) == day and is_date(text)


@pytest.mark.parametrize("text", ["2024-02-30", "2024年13月1日", "0000年1月1日", "二〇二四年十三月一日"])
def test_a_day_that_there_is_not(text: str) -> None:
    assert read_date(text) is not None and not is_date(text)


@pytest.mark.parametrize("text", ["", "去年", "2024", "12月31日", "2024-12-31 10:00"])
def test_what_is_no_date(text: str) -> None:
    assert read_date(text) is None
