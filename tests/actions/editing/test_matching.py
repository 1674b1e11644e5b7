"""Records of a file that someone else has changed are recognised."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.actions.editing.matching import adopted
from drafter.actions.editing.tree import Record, at, grown, records

PLAIN: dict[str, Any] = {
    "单位": "云岭县水务局",
    "成绩": [
        {"编号": "供水", "标题": "城乡供水", "正文": "新建水厂两座。"},
        {
            "标题": "防汛抗旱",
            "正文": "汛前检查水库三十一座。",
            "分项": [{"标题": "值守", "正文": "全天有人。"}, {"正文": "演练四次。"}],
        },
        {"正文": "完成灌区改造八千亩，受益农户一千二百户。"},
    ],
    "问题": [{"正文": "管网漏损偏高。"}],
    "指标": [{"编号": "供水", "名称": "日供水", "数值": "6.2", "排名": {"范围": "全市", "名次": "2"}}],
}


def uids(tree: Record) -> list[int]:
    return [record.uid for _, record in records(tree)]


def changed(change: Callable[[dict[str, Any]], object]) -> tuple[Record, Record]:
    base = grown(PLAIN)
    plain = copy.deepcopy(PLAIN)
    change(plain)
    tree = adopted(base, plain)
    assert tree == plain
    assert len(uids(tree)) == len(set(uids(tree)))
    return base, tree


def test_an_unchanged_file_is_the_very_tree() -> None:
    base, tree = changed(lambda plain: None)
    assert tree is base


def test_what_did_not_change_is_shared() -> None:
    base, tree = changed(lambda plain: plain["成绩"][0].update(正文="新建水厂三座。"))
    assert tree is not base and uids(tree) == uids(base)
    assert tree["成绩"][1] is base["成绩"][1] and tree["指标"] is base["指标"]


CASES: list[tuple[str, Callable[[dict[str, Any]], object], tuple[Any, ...], tuple[Any, ...]]] = [
    ("by 编号", lambda p: (p["成绩"][0].update(标题="水", 正文="全换了"), p["成绩"].reverse()), ("成绩", 2), ("成绩", 0)),
    ("by equality", lambda p: p["成绩"].insert(0, p["成绩"].pop()), ("成绩", 0), ("成绩", 2)),
    ("by heading", lambda p: (p["成绩"][1].update(正文="另写的"), p["成绩"].reverse()), ("成绩", 1), ("成绩", 1)),
    (
        "by likeness",
        lambda p: (
            p["成绩"][2].update(正文="完成灌区改造九千亩，受益农户一千五百户。"),
            p["成绩"].insert(2, {"正文": "新的一条"}),
        ),
        ("成绩", 3),
        ("成绩", 2),
    ),
    ("in another part", lambda p: p["问题"].insert(0, p["成绩"].pop()), ("问题", 0), ("成绩", 2)),
    ("out of its holder", lambda p: p["成绩"].append(p["成绩"][1]["分项"].pop(0)), ("成绩", 3), ("成绩", 1, "分项", 0)),
    (
        "of a holder that is gone",
        lambda p: p["问题"].append(p["成绩"].pop(1)["分项"][0]),
        ("问题", 1),
        ("成绩", 1, "分项", 0),
    ),
    (
        "inside a new holder, by 编号",
        lambda p: p["成绩"].append({"标题": "新", "分项": [{**p["成绩"].pop(0), "正文": "改了"}]}),
        ("成绩", 2, "分项", 0),
        ("成绩", 0),
    ),
    ("a record in a record", lambda p: p["指标"][0]["排名"].update(名次="1"), ("指标", 0, "排名"), ("指标", 0, "排名")),
]


@pytest.mark.parametrize(("change", "now", "before"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_record_is_recognised(change: Callable[[dict[str, Any]], object], now: Any, before: Any) -> None:
    base, tree = changed(change)
    assert at(tree, now).uid == at(base, before).uid


def test_a_figure_is_no_fact_of_the_same_name() -> None:
    base, tree = changed(lambda plain: plain["问题"].append({**plain["指标"].pop(), "名称": "别的"}))
    assert tree["问题"][1].uid not in uids(base)


def test_a_record_that_says_something_else_is_new() -> None:
    base, tree = changed(lambda plain: plain["问题"].__setitem__(0, {"正文": "人手不足"}))
    assert tree["问题"][0].uid not in uids(base)


def test_a_file_that_says_nothing_keeps_its_root() -> None:
    base = grown(PLAIN)
    assert adopted(base, None) == {} and adopted(base, "乱码").uid == base.uid


def test_odd_values_are_taken_as_they_are() -> None:
    base = grown(PLAIN)
    for odd in (
        {"成绩": "无"},
        {"成绩": ["一", {"标题": "城乡供水"}]},
        {"指标": [{"编号": ["供水"], "名称": {"甲": "乙"}}]},
        {"指标": {}},
    ):
        assert adopted(base, odd) == odd


texts = st.sampled_from(["", "甲", "乙", "一段话写在这里", "一段话写在那里"])
leaves = st.dictionaries(st.sampled_from(["编号", "标题", "正文"]), texts, max_size=3)
facts = st.recursive(
    leaves, lambda inner: st.builds(lambda leaf, items: {**leaf, "分项": items}, leaves, st.lists(inner, max_size=3))
)
files = st.fixed_dictionaries(
    {}, optional={"成绩": st.lists(facts, max_size=4), "问题": st.lists(facts, max_size=3), "指标": st.lists(leaves, max_size=3)}
)


@given(files, files)
def test_any_file_is_adopted_with_every_uid_once(before: dict[str, Any], after: dict[str, Any]) -> None:
    base = grown(before)
    tree = adopted(base, after)
    assert tree == after and tree.uid == base.uid
    assert len(uids(tree)) == len(set(uids(tree)))
    assert adopted(tree, copy.deepcopy(after)) is tree


def test_among_ten_thousand_facts() -> None:
    plain = {"成绩": [{"编号": f"甲{n}", "标题": f"标题{n}", "正文": f"第{n}项工作有进展。" * 8} for n in range(10_000)]}
    base = grown(plain)
    plain = copy.deepcopy(plain)
    plain["成绩"][5000]["正文"] = "改了"
    plain["成绩"].append(plain["成绩"].pop(0))
    tree = adopted(base, plain)
    assert tree["成绩"][4999].uid == base["成绩"][5000].uid and tree["成绩"][-1] is base["成绩"][0]
