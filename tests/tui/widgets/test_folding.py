import pytest

from drafter.actions.editing.outline import Mark, OutlineRow
from drafter.tui.widgets.folding import Folding


@pytest.mark.parametrize(
    ("own", "inside", "shown"),
    [
        ("filled", ["warning", "error", "warning"], "error"),
        ("filled", ["empty", "warning"], "warning"),
        ("warning", ["error"], "error"),
        ("error", ["warning"], "error"),
        ("carried", ["empty", "filled"], "carried"),
        ("filled", ["warning", "carried", "warning"], "carried"),
        ("carried", ["warning"], "carried"),
    ],
)
def test_a_folded_row_shows_the_gravest_mark_it_hides(own: Mark, inside: list[Mark], shown: Mark) -> None:
    rows = [
        OutlineRow(1, 0, "甲", mark=own),
        *(OutlineRow(2 + place, 1 + place, "乙", mark=mark) for place, mark in enumerate(inside)),
    ]
    tree = Folding([*rows, OutlineRow(9, 0, "丙", mark="error")])
    assert tree.mark(0) == own
    tree.fold_all()
    assert tree.mark(0) == shown
    assert tree.seen == [0, len(rows)] and tree.line(9) == 1 and tree.line(2) is None


def test_the_rows_that_a_row_is_in_come_from_the_inside_out() -> None:
    tree = Folding([OutlineRow(uid, depth, "") for uid, depth in ((1, 0), (2, 1), (3, 2), (4, 1), (5, 2), (6, 3), (7, 0))])
    assert [row.uid for row in tree.above(5)] == [5, 4, 1]
    assert tree.above(0) == [] and tree.above(6) == []
    assert [tree.holds(place) for place in range(7)] == [True, True, False, True, True, False, False]
