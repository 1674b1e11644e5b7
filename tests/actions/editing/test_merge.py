"""Two people's changes of one file: both kept, nothing typed lost, contradictions asked."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tree_edits import LISTS, adding, base_tree, changes, edited, fact, moving, setting, without

from drafter.actions.editing.matching import adopted
from drafter.actions.editing.merge import Conflict, Merge, Taken, merged
from drafter.actions.editing.passages import merged_items, merged_text
from drafter.actions.editing.tree import Record, bare, grown, is_records, records


def titles(items: list[Record]) -> list[str]:
    return [item["标题"] for item in items]


def clean(merge: Merge) -> Record:
    assert not merge.conflicts
    return merge.tree


def test_different_fields_of_one_fact_are_both_kept() -> None:
    base = base_tree()
    merge = merged(base, setting(base, "成绩", 0, 正文="改造十处。"), setting(base, "成绩", 0, 标题="校园"))
    assert clean(merge)["成绩"][0] == {**base["成绩"][0], "正文": "改造十处。", "标题": "校园"}
    assert merge.taken == [Taken(base["成绩"][0].uid, ("标题",))]
    assert merge.tree["成绩"][1] is base["成绩"][1]


def test_fields_of_an_inner_record_are_merged_on_their_own() -> None:
    base = base_tree()
    merge = merged(base, setting(base, "指标", 0, "排名", 名次="2"), setting(base, "指标", 0, "排名", 范围="全省", 依据="通报"))
    assert clean(merge)["指标"][0]["排名"] == {"范围": "全省", "名次": "2", "依据": "通报"}
    assert merge.tree["指标"][0]["排名"].uid == base["指标"][0]["排名"].uid


def test_one_field_changed_differently_is_asked_and_ours_stays() -> None:
    base = base_tree()
    merge = merged(base, setting(base, "指标", 0, "排名", 名次="2"), setting(base, "指标", 0, "排名", 名次="1"))
    assert merge.conflicts == [Conflict(base["指标"][0].uid, ("排名", "名次"), "3", "2", "1")]
    assert not merge.conflicts[0].removal
    assert merge.tree["指标"][0]["排名"]["名次"] == "2" and not merge.taken


def test_a_field_cleared_here_and_changed_there_is_asked() -> None:
    base = base_tree()
    ours = edited(base, "成绩", 0, change=lambda record: record.pop("正文"))
    merge = merged(base, ours, setting(base, "成绩", 0, 正文="改造十处。"))
    assert merge.conflicts == [Conflict(base["成绩"][0].uid, ("正文",), "改造九处。", None, "改造十处。")]
    assert "正文" not in merge.tree["成绩"][0]


def test_records_put_in_by_both_stand_where_each_put_them() -> None:
    base = base_tree()
    ours = adding(adding(base, "成绩", 3, item=fact("我一")), "成绩", 0, item=fact("我零"))
    theirs = adding(adding(base, "成绩", 3, item=fact("他一")), "成绩", 1, item=fact("他零"))
    merge = merged(base, ours, theirs)
    assert titles(clean(merge)["成绩"]) == ["我零", "校舍", "他零", "师资", "招生", "我一", "他一"]
    assert {words for _, words in merge.taken} == {()} and len(merge.taken) == 2


def test_removals_of_both_are_done() -> None:
    base = base_tree()
    merge = merged(base, without(base, "成绩", 0), without(base, "成绩", 2))
    assert titles(clean(merge)["成绩"]) == ["师资"]
    assert merge.taken == [Taken(base["成绩"][2].uid, ())]


def test_the_last_of_a_list_may_go() -> None:
    base = base_tree()
    assert not clean(merged(base, setting(base, 单位="青禾县教体局"), without(base, "问题", 0)))["问题"]


def test_moves_of_both_are_done() -> None:
    base = base_tree()
    ours = moving(base, ("成绩", 2), ("成绩", 0))
    theirs = moving(base, ("成绩", 1, "分项", 0), ("问题", 1))
    tree = clean(merged(base, ours, theirs))
    assert titles(tree["成绩"]) == ["招生", "校舍", "师资"] and titles(tree["问题"]) == ["缺编", "培训"]
    assert titles(tree["成绩"][2]["分项"]) == ["支教"]


def test_moves_of_both_in_one_list_are_done() -> None:
    base = grown({"成绩": [fact(sign) for sign in "甲乙丙丁戊己庚"]})
    ours = moving(base, ("成绩", 5), ("成绩", 0))
    theirs = moving(base, ("成绩", 1), ("成绩", 3))
    assert "".join(titles(clean(merged(base, ours, theirs))["成绩"])) == "己甲丙丁乙戊庚"


def test_a_fact_moved_there_and_changed_here_is_both() -> None:
    base = base_tree()
    tree = clean(merged(base, setting(base, "成绩", 2, 正文="平稳。"), moving(base, ("成绩", 2), ("问题", 0))))
    assert tree["问题"][0] == fact("招生", "平稳。") and titles(tree["成绩"]) == ["校舍", "师资"]


def test_a_fact_moved_out_of_what_is_removed_keeps_our_text() -> None:
    base = base_tree()
    theirs = without(moving(base, ("成绩", 1, "分项", 0), ("问题", 1)), "成绩", 1)
    tree = clean(merged(base, setting(base, "成绩", 1, "分项", 0, 正文="集中四期。"), theirs))
    assert titles(tree["成绩"]) == ["校舍", "招生"] and tree["问题"][1]["正文"] == "集中四期。"


def test_each_moved_into_the_other_is_no_ring() -> None:
    base = grown({"成绩": [fact("甲"), fact("乙")]})
    ours = moving(base, ("成绩", 0), ("成绩", 0, "分项", 0))
    theirs = moving(base, ("成绩", 1), ("成绩", 0, "分项", 0))
    tree = clean(merged(base, ours, theirs))
    assert Counter(record.get("标题") for _, record in records(tree)) == Counter([None, "甲", "乙"])


@pytest.mark.parametrize("mine", [True, False])
def test_removed_by_one_and_changed_inside_by_the_other_stays_and_is_asked(mine: bool) -> None:
    base = base_tree()
    gone, kept = without(base, "成绩", 1), setting(base, "成绩", 1, "分项", 1, 正文="选派十二人。")
    merge = merged(base, gone, kept) if mine else merged(base, kept, gone)
    uid = base["成绩"][1].uid
    sides = (None, kept["成绩"][1]) if mine else (kept["成绩"][1], None)
    assert merge.conflicts == [Conflict(uid, (), base["成绩"][1], *sides)] and merge.conflicts[0].removal
    assert merge.tree["成绩"] == kept["成绩"] and not merge.taken


def test_a_fact_put_into_one_that_is_removed_keeps_it() -> None:
    base = base_tree()
    ours = adding(base, "成绩", 1, "分项", 0, item=fact("新"))
    merge = merged(base, ours, without(base, "成绩", 1))
    assert merge.tree == ours and [conflict.removal for conflict in merge.conflicts] == [True]


def test_different_paragraphs_of_one_text_are_merged() -> None:
    base = base_tree()
    merge = merged(
        base,
        setting(base, 导语="开头改了。\n中间一段。\n末尾一段。"),
        setting(base, 导语="开头一段。\n中间一段。\n末尾一段。\n又一段。"),
    )
    assert clean(merge)["导语"] == "开头改了。\n中间一段。\n末尾一段。\n又一段。"
    assert merge.taken == [Taken(base.uid, ("导语",))]


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "both"),
    [
        ("甲\n乙", "甲一\n乙", "甲\n乙二", "甲一\n乙二"),
        ("甲\n乙", "甲一\n乙", "甲二\n乙", None),
        ("甲\n乙", "甲\n丙\n乙", "甲\n丁\n乙", None),
        ("甲\n乙", "甲\n丙\n乙", "甲\n丙\n乙二", None),
        ("甲\n乙\n戊", "丙\n甲\n乙\n戊", "丙\n甲\n乙\n己", "丙\n甲\n乙\n己"),
        ("甲\n乙\n丙", "乙\n丙", "甲\n乙\n丙\n丁", "乙\n丙\n丁"),
        ("甲\n乙\n丙", "甲\n丙", "甲\n乙改\n丙", None),
        ("甲", "甲\n乙", "丙", "丙\n乙"),
    ],
)
def test_paragraphs(base: str, ours: str, theirs: str, both: str | None) -> None:
    assert merged_text(base, ours, theirs) == both


def test_very_long_texts_are_left_to_a_person() -> None:
    assert merged_items(["甲"] * 3000, ["甲"] * 3001, ["乙"] + ["甲"] * 3000) is None


def test_lists_of_words_are_merged_by_entry() -> None:
    base = base_tree()
    merge = merged(base, setting(base, "成绩", 0, 标签=["亮点", "基建", "年度"]), setting(base, "成绩", 0, 标签=["基建"]))
    assert clean(merge)["成绩"][0]["标签"] == ["基建", "年度"]


def test_a_list_that_became_a_text_is_asked() -> None:
    base = base_tree()
    theirs = setting(base, 问题="无")
    merge = merged(base, setting(base, "问题", 0, 正文="缺五十人。"), theirs)
    assert "无" in [conflict.theirs for conflict in merge.conflicts] and merge.tree["问题"][0]["正文"] == "缺五十人。"


# Properties


@st.composite
def versions(draw: st.DrawFn) -> tuple[Record, Record, Record]:
    base = draw(changes(base_tree(), "本"))
    return base, draw(changes(base, "我")), draw(changes(base, "他"))


def said(tree: Any) -> Iterator[str]:
    """Every paragraph of every text."""
    if isinstance(tree, str):
        yield from tree.split("\n")
    for value in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from said(value)


def normal(tree: Any) -> Any:
    """The tree without the order of its lists and without what is empty."""
    if isinstance(tree, dict):
        return sorted((word, said) for word, value in tree.items() if (said := normal(value)))
    if isinstance(tree, list) and tree and is_records(tree):
        return sorted((normal(item) for item in tree), key=repr)
    return tree


@given(versions())
def test_a_change_of_one_side_is_taken_as_it_is(trees: tuple[Record, Record, Record]) -> None:
    base, ours, theirs = trees
    assert merged(base, ours, base) == (ours, [], [])
    assert normal(clean(merged(base, base, theirs))) == normal(theirs)
    assert [record.uid for _, record in records(merged(base, base, theirs).tree)] == [record.uid for _, record in records(theirs)]
    assert merged(base, ours, ours).tree is ours
    again = adopted(ours, bare(ours))
    assert again is ours


@given(versions())
def test_nothing_typed_is_lost(trees: tuple[Record, Record, Record]) -> None:
    base, ours, theirs = trees
    merge = merged(base, ours, theirs)
    found = {*said(merge.tree), *(text for conflict in merge.conflicts for side in conflict[2:] for text in said(side))}
    for side in (ours, theirs):
        assert set(said(side)) - set(said(base)) <= found


@given(versions())
def test_every_record_stands_once_and_has_reason_to(trees: tuple[Record, Record, Record]) -> None:
    base, ours, theirs = trees
    tree = merged(base, ours, theirs).tree
    there = [record.uid for path, record in records(tree) if path and isinstance(path[-1], int)]
    assert len(there) == len(set(there))
    before, mine, other = ({record.uid for _, record in records(side)} for side in (base, ours, theirs))
    assert (mine & other) - set(there) <= {record.uid for _, record in records(tree)}
    assert not before - mine - other & set(there)
    for side, known in ((ours, mine), (theirs, other)):
        for path, record in records(side):
            if path and isinstance(path[-1], int) and record.uid in known - before:
                assert record.uid in there


@given(versions())
def test_it_is_the_same_from_the_other_side(trees: tuple[Record, Record, Record]) -> None:
    base, ours, theirs = trees
    here, there = merged(base, ours, theirs), merged(base, theirs, ours)
    places, other = _homes(here.tree), _homes(there.tree)
    assume(all(places[uid] == other[uid] for uid in places.keys() & other.keys()))  # of two places, each side keeps its own
    sides = {(one.uid, one.words, repr(one.ours), repr(one.theirs)) for one in here.conflicts}
    assert {(one.uid, one.words, repr(one.theirs), repr(one.ours)) for one in there.conflicts} == sides
    if not here.conflicts:
        assert normal(here.tree) == normal(there.tree)


def _homes(tree: Record) -> dict[int, Any]:
    return {item.uid: (holder.uid, word) for _, holder in records(tree) for word in LISTS for item in holder.get(word, ())}


def test_ten_thousand_facts_are_merged() -> None:
    base = grown({"成绩": [fact(f"标题{n}", "内容" * 20, fact("子", "内容")) for n in range(5000)]})
    ours, theirs = setting(base, "成绩", 7, 正文="我"), without(setting(base, "成绩", 8, 正文="他"), "成绩", 4000)
    tree = clean(merged(base, ours, theirs))
    assert (tree["成绩"][7]["正文"], tree["成绩"][8]["正文"], len(tree["成绩"])) == ("我", "他", 4999)
