import pytest

from drafter.model.period import Period

WORDS = [
    # on disk, words, previous, next, words of the plan
    ("2024", "2024年", "2023", "2025", "2025年"),
    ("2024-H1", "2024年上半年", "2023-H2", "2024-H2", "下半年"),
    ("2024-H2", "2024年下半年", "2024-H1", "2025-H1", "2025年上半年"),
    ("2024-Q3", "2024年第三季度", "2024-Q2", "2024-Q4", "第四季度"),
    ("2024-M09", "2024年1—9月", "2024-M08", "2024-Q4", "第四季度"),
    ("2024-M01", "2024年1月", "2023-M12", "2025", "2025年"),
]


@pytest.mark.parametrize(("text", "words", "previous", "following", "plan"), WORDS)
def test_a_period_knows_its_words_and_neighbours(text: str, words: str, previous: str, following: str, plan: str) -> None:
    period = Period.parse(text)
    assert period is not None
    assert (str(period), period.words) == (text, words)
    assert (str(period.previous), str(period.next), period.plan_words) == (previous, following, plan)
    assert period.year_before.part == period.part and period.year_before.year == 2023


@pytest.mark.parametrize("text", ["", "24", "2024年", "2024-H3", "2024-M13", "2024-q1", "20245"])
def test_what_is_no_period(text: str) -> None:
    assert Period.parse(text) is None
