"""Rules about marks mend what they find: once their edits are made they are silent, and no other sign has changed."""

import itertools
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from text_cases import Case, cases, manuscript

from drafter.checks import modules
from drafter.checks.finding import Finding
from drafter.checks.manuscript import Manuscript, Paragraph
from drafter.checks.text.marks.unseen import ordinary

MARKS = {
    rule.code: module
    for module in modules("text")
    if module.__name__.startswith("drafter.checks.text.marks.")
    for rule in module.RULES
}
CASES = [case for case in cases() if case.code in MARKS and case.words is not None]
#: Rules that put words in the place of others.
WORDED = {"numerals", "unit-sign", "lookalike-character", "full-width-sign"}

PIECES = (
    "召开推进会", "全县", "建成公厕8座", "年度培训", "一是", "二家", "三", "12", "3000", "2024年", "GDP", "个", "㎡",
    ",", ";", ":", "!", "?", "(", ")", "（", "）", "，", "。", "、", "；", "“", "”", "《", "》", "‘", "’", '"', ".", "…", "-", "~", "—",
    " ", "\u3000", "\u200b", "\ufe0f", "⼯", "\ue123", "１", "4.26", "（一）", "1、", "\n",
)  # fmt: skip


def found(made: Manuscript, code: str) -> list[Finding]:
    return [finding for finding in MARKS[code].check(made) if finding.code == code]


def edits_of(made: Manuscript, code: str) -> list[tuple[int, int, str]]:
    return sorted(edit for finding in found(made, code) for edit in finding.edits)


def mended(made: Manuscript, code: str) -> Manuscript:
    """The manuscript with all edits of a rule made, paragraph for paragraph."""
    paragraphs = list(made.paragraphs)
    for start, end, new in reversed(edits_of(made, code)):
        index = made.index(start)
        begin, text = made.starts[index], paragraphs[index].text
        paragraphs[index] = paragraphs[index]._replace(text=text[: start - begin] + new + text[end - begin :])
    return Manuscript(paragraphs, made.period, foreign=made.foreign)


def ideographs(text: str) -> list[str]:
    return re.findall("[\u3400-\u9fff]|[A-Za-z0-9]", text)


def assert_sound(made: Manuscript, code: str) -> None:
    edits = edits_of(made, code)
    for (_, end, _), (start, _, _) in itertools.pairwise(edits):
        assert end <= start, "two edits of one place"
    for start, end, new in edits:
        old = made.words(start, end)
        assert made.raw[start:end] == old and old != new
        assert code in WORDED or ideographs(old) == ideographs(new)
    assert edits_of(mended(made, code), code) == []


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_is_mended_is_found_no_more(case: Case) -> None:
    assert_sound(manuscript(case.text), case.code)


@pytest.mark.parametrize("code", sorted(MARKS))
@given(st.lists(st.sampled_from(PIECES), max_size=30))
@example(["（一）", ",", "."])
def test_any_text_is_mended_at_once(code: str, pieces: list[str]) -> None:
    made = plain("".join(pieces))
    for finding in found(made, code):
        begin, finish = made.line(finding.start)
        assert begin <= finding.start < finding.end <= finish
    assert_sound(made, code)


def plain(text: str) -> Manuscript:
    return Manuscript([Paragraph(line) for line in text.split("\n")], foreign=True)


@pytest.mark.parametrize("sign", ["\u200b", "\u200e", "\u202e", "\u00ad", "\ufeff", "\u2060"])
def test_signs_that_importing_takes_out_are_found_in_facts(sign: str) -> None:
    made = plain(f"社保{sign}工作稳步推进。")
    assert [made.words(each.start, each.end) for each in found(made, "unseen-character")] == [f"保{sign}工"]
    assert mended(made, "unseen-character").raw == "社保工作稳步推进。"


def test_a_sign_that_looks_like_none_is_left_to_a_person() -> None:
    assert (ordinary("⼯"), ordinary("⻓"), ordinary("豈")) == ("工", "长", "豈")
    assert ordinary("\ue123") is None
    assert found(plain("新建\ue123广场。"), "lookalike-character")[0].edits == ()


def test_a_text_that_is_half_width_throughout_is_told_once() -> None:
    made = plain("全镇召开会议(扩大),部署工作:抓防汛,抓生产,抓稳定;压实责任,强化督查。\n各村(社区)抓好落实,成效明显。")
    (finding,) = found(made, "half-width")
    assert "全文" in finding.message.zh and len(finding.edits) == 11
    assert mended(made, "half-width").raw.count("，") == 5


def test_a_few_strays_are_told_each() -> None:
    text = "全镇召开会议，部署工作，抓防汛,抓生产，抓稳定，强化督查(试行)，成效明显，群众满意。"
    assert [len(each.edits) for each in found(plain(text), "half-width")] == [1, 2]
