"""What is said about a text while it is typed."""

import pytest

from drafter.actions.editing.validity import verdict
from drafter.model.fields import DATE, FLAG, ID, INTEGER, LINE, NUMBER, PERIOD, TEXT, Field, Form, choice


def said(form: Form, text: str) -> tuple[str, str] | None:
    found = verdict(Field("数值", form, "Value"), text)
    return (found.severity, found.message.zh) if found else None


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (NUMBER, "76"), (NUMBER, "1,208.50"), (NUMBER, "-3"), (NUMBER, ""), (NUMBER, "  "), (INTEGER, "2"), (DATE, "2025年1月8日"),
        (DATE, "2025年6月底"), (PERIOD, "2025"), (ID, "入园企业"), (LINE, "什么都行"), (TEXT, "一\n二"),
        (choice("力争", "确保"), "确保"), (FLAG, "是"),
    ],
)  # fmt: skip
def test_what_can_be_read_is_fine(form: Form, text: str) -> None:
    assert said(form, text) is None


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (NUMBER, "七十六"), (NUMBER, "76家"), (NUMBER, "12,34"), (INTEGER, "2.5"), (DATE, "2025年2月30日"), (DATE, "明年"),
        (PERIOD, "2024年上"), (ID, "入园 企业"), (LINE, "一\n二"), (choice("力争", "确保"), "保证"), (FLAG, "也许"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_an_error(form: Form, text: str) -> None:
    found = said(form, text)
    assert found is not None and found[0] == "error"


def test_full_width_digits_are_read_and_named() -> None:
    assert said(NUMBER, "７６") == ("info", "“７６”用了全角数字，读作 76；写成 76")


def test_a_period_says_how_it_is_printed() -> None:
    assert said(PERIOD, "2024-H1") == ("info", "印作 2024年上半年")


def test_the_fix_is_what_one_types_into_a_form() -> None:
    found = verdict(Field("名次", INTEGER, "Place"), "第二位")
    assert found is not None and found.message.zh.endswith("；写成 2") and found.message.en.endswith("; write 2")
