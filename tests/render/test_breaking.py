from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.render.breaking import HANGING, Face, lines
from drafter.render.measures import WIDTH

FACE = Face()


def broken(text: str, room: int = WIDTH) -> list[str]:
    return [text[start:end] for start, end in lines(text, FACE, room, room)]


def test_a_line_holds_28_characters_or_their_worth() -> None:
    assert [len(line) for line in broken("水" * 60)] == [28, 28, 4]
    assert [len(line) for line in broken("8" * 200)] == [57, 57, 57, 29], "what fits no line is broken anywhere"
    assert [len(line) for line in broken("8" * 60 + "水", WIDTH)] == [57, 4]
    assert (Face().width("，"), Face().width(","), Face(times=False).width(",")) == (315, 75, 155)


def test_the_first_line_has_a_room_of_its_own() -> None:
    assert [end - start for start, end in lines("水" * 60, FACE, WIDTH - 640, WIDTH)] == [26, 28, 6]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("水" * 28 + "。水", "水" * 28 + "。"),  # a stop hangs
        ("水" * 28 + "，水", "水" * 28 + "，"),
        ("水" * 28 + "；水", "水" * 27),  # what may not begin a line, and may not hang, takes one along
        ("水" * 27 + "。”水水", "水" * 26),
        ("水" * 28 + "。”水", "水" * 27),  # no hanging where the next may not begin a line either
        ("水" * 27 + "《水》", "水" * 27),  # what may not end a line goes to the next
        ("水" * 27 + "2024年", "水" * 27),  # a number stays whole
        ("水" * 26 + "3.08%水", "水" * 26),
        ("水" * 27 + "——水", "水" * 27),
        ("水" * 27 + "data model", "水" * 27),
        ("水" * 27 + "3.08水", "水" * 27),
        ("水" * 26 + "，12.5水", "水" * 26 + "，"),  # its point does not hang either
        ("水" * 24 + "data model", "水" * 24 + "data "),
    ],
)
def test_marks_and_words_keep_to_their_line(text: str, first: str) -> None:
    assert broken(text)[0] == first


def test_digits_beside_chinese_take_the_gap_that_libreoffice_leaves() -> None:
    assert broken("水" * 13 + "88" + "水" * 15)[0] == "水" * 13 + "88" + "水" * 13
    assert broken("水" * 13 + "，，" + "水" * 15)[0] == "水" * 13 + "，，" + "水" * 13
    assert broken("88" + "水" * 27)[0] == "88" + "水" * 26
    assert broken("水" * 27 + "8水")[0] == "水" * 27 + "8", "no gap where the line ends"


TEXTS = st.text(st.sampled_from("水电年3a.%，。”“（）《》 —…é"), max_size=120)


@given(TEXTS, st.integers(400, WIDTH))
def test_nothing_is_lost_and_no_line_is_wider_than_what_may_hang(text: str, room: int) -> None:
    found = broken(text, room)
    assert "".join(found) == text
    assert len(found) == 1 or all(found)
    for line in found[:-1]:
        body = line.rstrip(" ")
        kept = body[:-1] if body[-1:] in HANGING else body
        assert FACE.width(kept) <= room or len(kept) == 1
    for line, after in pairwise(found):
        if set(line) - set("3a.% ") and FACE.width(line + after[0]) > room + 400:
            assert not (line[-1] in "3a" and after[0] in "3a")


def test_long_texts_of_any_sort_are_broken_whole() -> None:
    for text in ("8" * 5000, "《" * 5000, "。" * 5000, "a-" * 2500, " " * 5000):
        assert "".join(broken(text)) == text
