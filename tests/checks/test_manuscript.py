"""A text as rules read it: every sign keeps its place."""

from hypothesis import given
from hypothesis import strategies as st

from drafter.checks.manuscript import Manuscript, Paragraph, evened


def made(*texts: str, residue: tuple[str, ...] = ()) -> Manuscript:
    return Manuscript([Paragraph(text) for text in texts], residue=[Paragraph(text, "residue") for text in residue])


def test_marks_between_words_are_full_width_and_those_of_numbers_stay() -> None:
    assert evened("共1,000家,比上年(2023年)好;时间:15:30!") == "共1,000家，比上年（2023年）好；时间：15:30！"
    assert evened("２０２４年ＡＢ") == "2024年AB"


@given(st.text(max_size=60))
def test_evening_out_moves_nothing(text: str) -> None:
    even = evened(text)
    assert len(even) == len(text)
    assert all(new == old or old in ",:;?!()" or "！" <= old <= "～" for new, old in zip(even, text, strict=True))


def test_offsets_lead_to_paragraphs_and_back() -> None:
    text = made("甲。乙，丙", "丁；戊", residue=("残",))
    assert text.raw == "甲。乙，丙\n丁；戊"
    assert [text.at(offset).text for offset in (0, 4, 6, 8, 10)] == ["甲。乙，丙", "甲。乙，丙", "丁；戊", "丁；戊", "残"]
    assert text.words(2, 5) == "乙，丙" and text.words(10, 11) == "残"
    assert text.begins(6) and not text.begins(7)
    assert [text.text[start:end] for start, end in text.sentences] == ["甲", "乙，丙", "丁", "戊"]
    assert text.sentence(3) == (2, 5) and text.line(7) == (6, 9)


def test_an_empty_text_has_no_sentence() -> None:
    assert made().sentence(0) == (0, 0) and made().text == ""
