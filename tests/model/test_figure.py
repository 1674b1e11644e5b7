"""What a figure is compared with."""

from dataclasses import replace

from drafter.model.figure import Figure


def test_a_gain_of_what_adds_up_is_never_counted_from_a_longer_period() -> None:
    """For a half year 上期 may be the whole of last year."""
    figure = Figure(id="甲", name="甲", value="5", last="9", combine="累加")
    assert figure.base is None
    assert replace(figure, year_before="4").base == "4"
    assert replace(figure, combine="期末").base == "9"
    assert replace(figure, combine="").base == "9"
