"""Periods as people name them, and those a date suggests."""

from datetime import date

import pytest

from drafter.actions.periods import beginnings, following, named, proposed
from drafter.model.period import Period


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 11, 3), ["2026年", "2026年上半年", "2025年"]),
        (date(2026, 1, 5), ["2025年", "2026年上半年", "2026年"]),
        (date(2026, 6, 20), ["2026年上半年", "2026年", "2025年"]),
    ],
)
def test_what_a_date_suggests(today: date, words: list[str]) -> None:
    assert [period.words for period in proposed(today)] == words


def test_what_is_there_already_comes_last() -> None:
    assert [str(period) for period in proposed(date(2026, 11, 3), [Period(2026)])] == ["2026-H1", "2025", "2026"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2024", "2024"),
        ("2024年度", "2024"),
        ("２０２４年全年", "2024"),
        ("2024-h1", "2024-H1"),
        ("2024 年 上半年", "2024-H1"),
        ("2024年下半年", "2024-H2"),
        ("2024年三季度", "2024-Q3"),
        ("2024年第3季度", "2024-Q3"),
        ("2024年1—9月", "2024-M09"),
        ("2024年1至9月份", "2024-M09"),
        ("2024年1月", "2024-M01"),
        ("2024年十三月", None),
        ("24年", None),
        ("0000", None),
        ("", None),
    ],
)
def test_what_was_typed(text: str, period: str | None) -> None:
    found = named(text)
    assert (str(found) if found else None) == period


def test_a_period_is_named_by_its_own_words() -> None:
    for part in ("", "H1", "H2", "Q1", "Q4", "M01", "M09", "M12"):
        period = Period(2024, part)
        assert named(period.words) == period


def periods(*texts: str) -> list[Period]:
    return [period for text in texts if (period := Period.parse(text))]


@pytest.mark.parametrize(
    ("period", "present", "usual"),
    [
        ("2024", ("2023", "2024-H1", "2022"), ("2024-H1", "2023")),
        ("2024", ("2024-H1", "2024-M09", "2023-H1"), ("2024-M09",)),
        ("2024", ("2022", "2023-H1"), ("2023-H1",)),
        ("2024-H1", ("2023-H1", "2023", "2024"), ("2023",)),
        ("2024-H1", ("2024", "2025"), ()),
        ("2024-H2", ("2024-H1", "2023"), ("2024-H1",)),
    ],
)
def test_what_a_report_usually_begins_from(period: str, present: tuple[str, ...], usual: tuple[str, ...]) -> None:
    assert beginnings(periods(period)[0], periods(*present)) == periods(*usual)


@pytest.mark.parametrize(
    ("period", "today", "ways"),
    [
        ("2024", date(2025, 6, 20), ("2025-H1", "2025")),
        ("2024", date(2025, 11, 3), ("2025", "2025-H1")),
        ("2024-H1", date(2024, 12, 1), ("2024",)),
        ("2024-Q1", date(2024, 6, 1), ("2024", "2024-Q2")),
    ],
)
def test_what_a_report_may_be_followed_by(period: str, today: date, ways: tuple[str, ...]) -> None:
    assert following(periods(period)[0], today) == periods(*ways)
