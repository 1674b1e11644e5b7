"""An old text beside what was made of it."""

from hypothesis import given
from hypothesis import strategies as st

from drafter.actions.reworded import Piece, changed, pieces
from drafter.model.period import Period

OLD, NEW = Period(2023), Period(2024)
TEXT = "2023年新增{{ 企业 }}，比2022年多。全年办班3期。"


def test_what_rolled_stands_with_the_word_it_became() -> None:
    found = pieces(TEXT, TEXT.replace("2023", "2024").replace("2022", "2023"), OLD, NEW)
    assert [piece for piece in found if piece.fate] == [Piece("2023年", "rolled", "2024年"), Piece("2022年", "rolled", "2023年")]
    assert "".join(piece.text for piece in found) == TEXT and not changed(found)


def test_what_a_person_changed_is_told_apart_from_what_rolled() -> None:
    found = pieces(TEXT, "2024年净新增{{ 企业 }}，比2023年多。全年办班5期。", OLD, NEW)
    assert changed(found)
    assert [(piece.text, piece.fate) for piece in found if piece.fate in ("gone", "new")] == [
        ("净", "new"),
        ("3", "gone"),
        ("5", "new"),
    ]


def test_a_reference_is_one_word_and_is_printed() -> None:
    found = pieces(
        "共{{ 甲 }}。", "共{{ 乙 }}。", OLD, NEW, lambda text: text.replace("{{ 甲 }}", "7家").replace("{{ 乙 }}", "8家")
    )
    assert [piece[:2] for piece in found] == [("共", ""), ("7家", "gone"), ("8家", "new"), ("。", "")]


def test_without_a_period_nothing_rolls_and_a_rolled_word_that_was_changed_is_gone() -> None:
    assert [piece.fate for piece in pieces("2023年。", "2023年。", None, NEW)] == [""]
    assert [piece[:2] for piece in pieces("2023年。", "今年。", OLD, NEW)][:1] == [("2024", "gone")]


def test_a_long_text_is_compared_by_sentences() -> None:
    sentences = [f"第{number}件事办好了。" for number in range(400)]
    after = [*sentences[:200], "换了一件。", *sentences[201:]]
    found = pieces("".join(sentences), "".join(after), OLD, NEW)
    assert [piece[:2] for piece in found if piece.fate] == [("第200件事办好了。", "gone"), ("换了一件。", "new")]


@given(st.text("甲乙3年2023{ }。\n", max_size=60), st.text("甲乙3年2024{ }。\n", max_size=60))
def test_both_texts_can_be_read_from_it(old: str, new: str) -> None:
    found = pieces(old, new, OLD, NEW)
    assert "".join(piece.became if piece.fate == "rolled" else piece.text for piece in found if piece.fate != "gone") == new
    assert all(piece.text for piece in found)
