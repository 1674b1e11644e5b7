"""Sentences of a text, and the text without some of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.fact import Fact
from drafter.model.sentence import Sentence
from drafter.model.trimming import fitting, hanging, lead_of, moved, named, spans, taken, trimmed, with_hanging


def said(text: str) -> list[str]:
    return [text[start:end] for start, end in spans(text)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("建成3个。兑现2亿元！够吗？", ["建成3个。", "兑现2亿元！", "够吗？"]),
        ("甲。\n乙\n\n丙。", ["甲。", "乙", "丙。"]),
        ("坚持“先立。后破”原则。做好。", ["坚持“先立。后破”原则。", "做好。"]),
        ("他说：“好。”再做。", ["他说：“好。”", "再做。"]),
        ("甲；乙。一是丙；二是丁。", ["甲；乙。", "一是丙；", "二是丁。"]),
        ("主要是：\n一是甲。\n二是乙。", ["主要是：\n一是甲。", "二是乙。"]),
        ("", []),
    ],
)
def test_where_sentences_end(text: str, sentences: list[str]) -> None:
    assert said(text) == sentences


@pytest.mark.parametrize(
    ("text", "gone", "left"),
    [
        ("甲。乙。丙。", {1}, "甲。丙。"),
        ("甲。乙。\n丙。丁。", {1, 2}, "甲。\n丁。"),
        ("一是甲；二是乙；三是丙。", {1}, "一是甲；二是丙。"),
        ("一是甲；二是乙；三是丙。", {2}, "一是甲；二是乙。"),
        ("一是甲；二是乙。", {1}, "甲。"),
        ("一是甲。\n二是乙。\n三是丙。", {0, 2}, "乙。"),
        ("抓好三件事：一是甲；二是乙；三是丙。成效好。", {1, 2}, "抓好三件事：甲。成效好。"),
        ("（1）甲。（2）乙。（3）丙。", {0}, "（1）乙。（2）丙。"),
        ("①甲；②乙；③丙。", {1}, "①甲；②丙。"),
    ],
)
def test_what_stays_closes_up(text: str, gone: set[int], left: str) -> None:
    assert trimmed(Fact(text=text), gone).text == left
    assert taken(text, left) == [sentence for place, sentence in enumerate(said(text)) if place in gone]


def test_what_hangs_goes_with_what_it_hangs_on() -> None:
    text = "抓好两件事：一是甲。其中细说。二是乙。另起。"
    assert hanging(text) == [None, 0, 0, None]
    assert with_hanging(text, {0}) == {0, 1, 2}
    assert lead_of(text, trimmed(Fact(text=text), {2}).text) == "抓好两件事："
    assert lead_of(text, trimmed(Fact(text=text), {3}).text) == ""


def test_a_mark_names_one_sentence_by_its_first_words_as_written() -> None:
    text = "净增{{ 数 }}。净增不多。净增{{ 数 }}家。"
    assert fitting(text, "净增不") == [1] and fitting(text, "净增{{ 数 }}") == [0, 2] and fitting(text, "不多") == []
    marks = tuple(Sentence(begins=begins) for begins in ("净增不", "净增", "没有", "净增不多"))
    assert list(named(Fact(text=text, sentences=marks))) == [1]
    kept = trimmed(Fact(text="一是甲；二是乙；三是丙。", sentences=(Sentence(begins="三是", priority="低"),)), {0})
    assert [each.priority for each in named(kept).values()] == ["低"], "it still knows its sentence, which is the second now"


def test_the_words_of_a_mark_go_a_period_on_with_their_sentence() -> None:
    before, after = "2024年净增{{ 数 }}家。上半年好。", "2025年净增{{ 新数 }}家。全年好。"
    assert moved("2024年净", before, after) == "2025年净"
    assert moved("2024年净增{{", before, after) == "2025年净增{{ 新数 }}"
    assert moved("上半年", before, after) == "全年好"
    assert moved("没有", before, after) == "没有", "and the finding says so"


@given(st.text("甲。；：\n“”一二三是其中", max_size=30), st.sets(st.integers(0, 9)))
def test_trimming_loses_only_what_it_was_told_to(text: str, gone: set[int]) -> None:
    whole = said(text)
    left = trimmed(Fact(text=text), gone).text
    kept = [sentence for place, sentence in enumerate(whole) if place not in gone]
    if not gone:
        assert left == text
    assert left.count("甲") == sum(sentence.count("甲") for sentence in kept)
    assert left.count("中") == sum(sentence.count("中") for sentence in kept)
