"""A pattern that is tried only where its first signs stand finds what it finds by itself."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text_cases import cases

import drafter.checks
from drafter.checks.scanning import Led

MODULES = [import_module(each.name) for each in walk_packages(drafter.checks.__path__, "drafter.checks.")]
TEXT = "\n".join(case.text.replace("⏎", "\n") for case in cases())


def within(value: object) -> Iterator[Led]:
    """A pattern that is led, or those within a tuple."""
    if isinstance(value, Led):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from within(each)


LED = [
    pytest.param(each, id=f"{module.__name__}.{name}")
    for module in MODULES
    for name, value in vars(module).items()
    for each in within(value)
]


def alike(led: Led, text: str, *bounds: int) -> bool:
    """Whether it finds what its pattern does."""
    places = [[found.regs for found in each.finditer(text, *bounds)] for each in (led, led.pattern)]
    return places[0] == places[1]


@pytest.mark.parametrize("led", LED)
def test_all_that_a_pattern_finds_in_the_cases_is_found_where_its_leads_stand(led: Led) -> None:
    assert alike(led, TEXT)


@pytest.mark.parametrize("led", LED)
@given(data=st.data())
def test_all_that_a_pattern_can_match_begins_with_its_leads(led: Led, data: st.DataObject) -> None:
    assert alike(led, data.draw(st.from_regex(led.pattern)))


@given(st.text("abcd"), st.integers(0, 9), st.integers(0, 9))
def test_what_is_led_finds_what_its_pattern_does_within_bounds(text: str, start: int, end: int) -> None:
    assert alike(Led("ab", "(?<!c)(?:ab+|b(?=d)|aa?)"), text, start, end)


def test_a_lead_that_is_missing_shows() -> None:
    assert not alike(Led("b", "a|b"), "ab")
