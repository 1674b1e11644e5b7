import pytest

from drafter.tui.widgets.cells import CellText, block_of


def test_the_caret_moves_and_deletes_within_the_text() -> None:
    text = CellText("甲乙")
    for key in ("left", "left", "left", "delete", "end", "right", "backspace", "backspace", "home"):
        assert text.press(key)
    assert (text.text, text.caret) == ("", 0)
    assert not text.press("enter")
    text.put("一三")
    text.press("left")
    text.put("二")
    assert (text.text, text.caret) == ("一二三", 2)


@pytest.mark.parametrize("caret", range(8))
def test_the_caret_is_always_among_what_is_shown(caret: int) -> None:
    text = CellText("一a二b三c四")
    text.caret = caret
    first = text.first(6)
    assert 0 <= first <= caret
    assert text.at(0, 6) == first
    assert text.at(100, 6) == 7


def test_a_text_that_fits_is_shown_from_its_beginning() -> None:
    assert CellText("一二").first(5) == 0 and CellText("一二三").first(5) == 1


@pytest.mark.parametrize(
    ("pasted", "rows"),
    [
        ("76", [["76"]]),
        ("76\r\n", [["76"]]),
        ("甲\t 1 \r\n乙\t2\r\n", [["甲", "1"], ["乙", "2"]]),
        ("甲\t\t3\n\n乙", [["甲", "", "3"], [""], ["乙"]]),
        ('"两\n行 ""好""的"\t1\n下', [['两 行 "好"的', "1"], ["下"]]),
        ('"十四五"规划\t"引"', [['"十四五"规划', '"引"']]),
        ('"没有完\n下', [['"没有完'], ["下"]]),
        ("", [[""]]),
    ],
)
def test_a_block_of_a_spreadsheet_is_rows_of_cells(pasted: str, rows: list[list[str]]) -> None:
    assert block_of(pasted) == rows


def test_a_long_block_is_read_in_no_time() -> None:
    assert len(block_of('"x\n' * 20_000)) == 20_000
