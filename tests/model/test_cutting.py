"""Cuts: whole facts go, the lightest first, and what stays is what it was."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.model.cover import Annex, Notice
from drafter.model.cutting import chosen, cut, order
from drafter.model.exhibit import Chart, Table
from drafter.model.fact import Fact
from drafter.model.figure import Figure
from drafter.model.report import Report
from drafter.model.sentence import Sentence
from drafter.model.style import PARTS
from drafter.model.version import Version

WEIGHTS = {"低": 1, "中": 2, "高": 3}


def length(report: Report) -> int:
    return len(report.lead) + sum(len(fact.title + fact.text) for _, _, fact in report.facts())


def within(most: int) -> Callable[[Report], bool]:
    return lambda report: length(report) <= most


def keys(report: Report) -> list[str]:
    return [fact.id for _, _, fact in report.facts()]


def steps(report: Report) -> list[str]:
    return [step.key for step in order(report)]


def report(*facts: Fact, **more: object) -> Report:
    return Report(achievements=facts, **more)  # type: ignore[arg-type]


def fact(id: str, *children: Fact, **more: object) -> Fact:
    return Fact(id=id, title=id, **{"text": "" if children else "某事。", **more}, children=children)  # type: ignore[arg-type]


def left(whole: Report, most: int, version: Version | None = None) -> list[str]:
    return keys(cut(whole, version or Version(name="短", characters=most), within(most)).report)


def test_the_lowest_priority_then_the_deepest_then_the_last_goes_first() -> None:
    whole = report(fact("甲", fact("子"), fact("丑")), fact("乙"), fact("丙", priority="低"), fact("丁", priority="高"))
    keyed = cut(whole, Version(name="全"), within(10_000)).report
    assert steps(keyed) == ["丙", "丑", "子", "乙"]
    assert left(whole, length(whole)) == ["甲", "子", "丑", "乙", "丙", "丁"]
    assert left(whole, length(whole) - 1) == ["甲", "子", "丑", "乙", "丁"]
    assert left(whole, length(whole) - 5) == ["甲", "子", "乙", "丁"]
    assert left(whole, 9) == ["乙", "丁"], "a heading goes with the last below it"
    assert left(whole, 0) == ["丁"], "a part never goes as a whole"


def test_a_priority_holds_for_what_is_below_and_lifts_what_is_above() -> None:
    whole = report(
        fact("甲", fact("子"), fact("丑", priority="低"), priority="高"),
        fact("乙", fact("寅", priority="高"), text="总。"),
        fact("丙"),
    )
    assert steps(chosen(whole, Version(name="全"))) == ["丑", "丙", "寅", "子"]


def test_a_text_that_leads_over_goes_with_its_list_or_not_at_all() -> None:
    whole = report(fact("甲", fact("子"), fact("丑", priority="低"), text="抓好两件事："), fact("乙", priority="高"))
    assert steps(chosen(whole, Version(name="全"))) == ["甲"]


def test_the_paragraph_that_leads_over_is_not_what_is_left_of_a_part() -> None:
    whole = report(Fact(id="引", text="抓好五项工作。", number="无"), fact("甲"), fact("乙"))
    assert left(whole, 0) == ["甲"]
    assert left(whole, 13) == ["引", "甲"]
    found = cut(whole, Version(name="短"), within(13))
    assert found.counts == (("引", "五项工作"),), "which counts what is there no longer"
    assert cut(whole, Version(name="短"), within(99)).counts == ()


def test_tags_pick_within_the_parts_that_have_them() -> None:
    whole = Report(
        achievements=(fact("甲", fact("子", tags=("报",)), fact("丑")), fact("乙", fact("寅"), tags=("报", "密")), fact("丙")),
        issues=(fact("问"),),
        plans=(fact("打", tags=("密",)), fact("算")),
    )
    assert left(whole, 99, Version(name="报", tags=("报",))) == ["甲", "子", "乙", "寅", "问", "打", "算"]
    assert left(whole, 99, Version(name="报", tags=("报",), without=("密",))) == ["甲", "子", "问", "算"]
    assert left(whole, 99, Version(name="报", parts=("成绩", "打算"), without=("密",))) == ["甲", "子", "丑", "丙", "算"]


def test_a_part_inside_another_is_one_of_its_own() -> None:
    whole = report(fact("甲", fact("子"), fact("不足", part="问题")), fact("乙", fact("也不足", part="问题")))
    assert left(whole, 0) == ["甲", "子", "不足"]
    assert left(whole, 99, Version(name="好", parts=("成绩",))) == ["甲", "子"]
    assert left(whole, 99, Version(name="坏", parts=("问题",))) == ["甲", "不足", "乙", "也不足"]


def test_parts_say_what_stands_around_too() -> None:
    around = {
        "notice": Notice(title="通知"),
        "annexes": (Annex(title="清单"),),
        "tables": (Table(),),
        "charts": (Chart(figures=()),),
    }
    whole = report(fact("甲"), issues=(fact("乙"),), **around)
    found = cut(whole, Version(name="短", parts=("成绩", "附表")), within(99))
    assert found.report.tables and not (found.report.notice or found.report.annexes or found.report.charts)
    assert [(each.key, each.length, each.over) for each in found.left] == [
        ("乙", 4, False),
        ("通知", None, False),
        ("附件", None, False),
        ("附图", None, False),
    ]
    assert cut(whole, Version(name="全"), within(99)).left == ()


def test_what_went_is_listed_uppermost_first_with_all_it_said() -> None:
    figures = (Figure(id="数", name="数", value="76", unit="家"),)
    whole = report(
        fact("甲", fact("子", text="达到{{ 数 }}。"), fact("丑")),
        Fact(text="一句没有小标题而且很长很长很长的话说不完。"),
        fact("丙", priority="高"),
    )
    found = cut(replace(whole, figures=figures), Version(name="短"), within(0))
    assert [(each.key, each.heading, each.length, each.over) for each in found.left] == [
        ("甲", "甲", 12, True),
        ("成绩/2", "一句没有小标题而且很长很长很长的话说不完…", 21, True),
    ]


def marked(id: str, text: str, *marks: tuple[str, str], **more: object) -> Fact:
    sentences = tuple(
        Sentence(begins=begins, **({"priority": mark} if mark in WEIGHTS else {"tags": (mark,)})) for begins, mark in marks
    )
    return Fact(id=id, title=id, text=text, sentences=sentences, **more)  # type: ignore[arg-type]


def texts(whole: Report, most: int, version: Version | None = None) -> list[str]:
    found = cut(whole, version or Version(name="短", characters=most), within(most)).report
    return [each.text for _, _, each in found.facts()]


def test_sentences_go_by_their_priority_before_whole_facts_of_the_same() -> None:
    whole = report(
        marked("甲", "一一。二二。三三。", ("二二", "低"), ("三三", "中")),
        marked("乙", "四四。", priority="低"),
        marked("丙", "五五。六六。", ("五五", "高")),
    )
    assert [(step.key, set(step.sentences)) for step in order(cut(whole, Version(name="全"), within(99)).report)] == [
        ("甲", {1}),
        ("乙", set()),
        ("丙", {1}),
        ("甲", {2}),
        ("甲", set()),
    ]
    assert texts(whole, 18) == ["一一。三三。", "四四。", "五五。六六。"]
    assert texts(whole, 10) == ["一一。", "五五。"]
    assert texts(whole, 0) == ["五五。"], "the weightiest sentence stays with its fact"


def test_a_text_is_never_empty_and_nothing_is_left_hanging() -> None:
    all_low = report(marked("甲", "一一。二二。", ("一一", "低"), ("二二", "低")))
    assert texts(all_low, 0) == ["一一。"]
    hung = report(marked("甲", "一一。其中二。三三。", ("一一", "低")))
    assert texts(hung, 8) == ["一一。三三。"] and texts(hung, 6) == ["三三。"], "其中 goes with what it belongs to"
    lifted = report(marked("甲", "一一。其中二。三三。", ("一一", "低"), ("其中", "高")))
    assert texts(lifted, 0) == ["一一。其中二。"]


def test_sentences_of_a_list_that_stays_as_one_go_too() -> None:
    whole = report(fact("甲", marked("子", "一一。二二。", ("二二", "低")), text="抓好一件事："))
    assert texts(whole, 13) == ["抓好一件事：", "一一。"]


def test_tags_pick_sentences_and_keep_them_out() -> None:
    whole = report(
        marked("甲", "一一。二二。三三。", ("一一", "报"), ("三三", "密")),
        marked("乙", "四四。", ("四四", "密")),
        fact("丙", tags=("报",)),
    )
    assert texts(whole, 99, Version(name="报", tags=("报",))) == ["一一。", "某事。"]
    found = cut(whole, Version(name="公开", without=("密",)), within(99))
    assert [each.text for _, _, each in found.report.facts()] == ["一一。二二。", "某事。"]
    assert [(each.key, each.heading, each.length, each.sentence) for each in found.left] == [
        ("甲", "三三。", 3, True),
        ("乙", "乙", 4, False),
    ]


def test_points_within_a_text_close_up_and_their_count_is_told() -> None:
    whole = report(marked("甲", "抓好三件事：一是一；二是二；三是三。", ("二是", "低")))
    found = cut(whole, Version(name="短"), within(17))
    assert [each.text for _, _, each in found.report.facts()] == ["抓好三件事：一是一；二是三。"]
    assert found.counts == (("甲", "三件事"),)


TEXTS = st.text("字", max_size=6)
LEAVES = st.builds(
    Fact, text=st.text("字", min_size=1, max_size=9), priority=st.sampled_from(["", *WEIGHTS]), number=st.sampled_from(["", "无"])
)
TREES = st.recursive(
    LEAVES,
    lambda below: st.builds(
        Fact,
        title=TEXTS,
        text=st.sampled_from(["", "总。", "三件事："]),
        priority=st.sampled_from(["", *WEIGHTS]),
        children=st.lists(below, max_size=4).map(tuple),
    ),
    max_leaves=12,
)
LISTS = st.lists(TREES, max_size=4).map(tuple)
REPORTS = st.builds(Report, lead=TEXTS, achievements=LISTS, issues=LISTS, plans=LISTS)


def weight(fact: Fact, inherited: int = 2) -> int:
    """The most that anything in it weighs."""
    own = WEIGHTS.get(fact.priority, inherited)
    below = [weight(child, own) for child in fact.children]
    return max(below) if below and not fact.text and not fact.text.endswith("：") else max([own, *below])


def sheets(whole: Report) -> Iterator[tuple[tuple[Fact, ...], int]]:
    """Every list with what its facts inherit, without those that go only as one with what leads over to them."""

    def below(facts: tuple[Fact, ...], inherited: int) -> Iterator[tuple[tuple[Fact, ...], int]]:
        yield facts, inherited
        for each in facts:
            if not each.text.endswith("："):
                yield from below(each.children, WEIGHTS.get(each.priority, inherited))

    for part in PARTS:
        yield from below(whole.part(part), 2)


@given(REPORTS, st.integers(0, 80))
def test_a_cut_keeps_the_cap_the_order_and_what_weighs_more(whole: Report, most: int) -> None:
    keyed = cut(whole, Version(name="全"), within(10_000)).report
    found = cut(whole, Version(name="短"), within(most))
    kept, before = keys(found.report), keys(keyed)
    assert kept == [key for key in before if key in set(kept)], "in their order"
    texts = {each.id: (each.title, each.text) for _, _, each in keyed.facts()}
    assert all(texts[each.id] == (each.title, each.text) for _, _, each in found.report.facts()), "whole"
    assert length(found.report) <= most or not steps(found.report), "short enough, or nothing more may go"
    assert all(found.report.part(part) or not keyed.part(part) for part in PARTS) and found.report.lead == whole.lead
    for facts, inherited in sheets(keyed):
        stay = [weight(each, inherited) for each in facts if each.id in kept]
        gone = [weight(each, inherited) for each in facts if each.id not in kept]
        assert not (stay and gone) or max(gone) <= min(stay)


@given(REPORTS, st.integers(0, 80))
def test_no_more_goes_than_must(whole: Report, most: int) -> None:
    found = cut(whole, Version(name="短"), within(most))
    keyed = cut(whole, Version(name="全"), within(10_000)).report
    gone = [key for key in steps(keyed) if key not in keys(found.report)]
    assert gone == steps(keyed)[: len(gone)]
    if gone:
        back = cut(whole, Version(name="长"), lambda tried: set(gone[:-1]).isdisjoint(keys(tried))).report
        assert gone[-1] in keys(back) and length(back) > most


@pytest.mark.parametrize("most", [0, 50, 10_000])
def test_a_report_without_facts_is_what_it_was(most: int) -> None:
    assert cut(Report(lead="导语"), Version(name="短"), within(most)).report == Report(lead="导语")
