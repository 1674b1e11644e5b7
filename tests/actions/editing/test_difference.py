"""What leads from one state of a file to another: few operations, which do it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tree_edits import adding, base_tree, changes, edited, fact, moving, setting, without

from drafter.actions.editing.difference import Operation, after_removal, applied, longest_run, operations, plain_operation
from drafter.actions.editing.tree import Record, bare, filled, records


def replayed(tree: Record, steps: list[Operation]) -> Record:
    for step in steps:
        tree = applied(tree, step)
    return tree


def full(tree: Any) -> Any:
    """The tree without what says nothing: an emptied field is as good as none."""
    if isinstance(tree, dict):
        return {word: inner for word, value in tree.items() if filled(inner := full(value))}
    return [full(item) for item in tree] if isinstance(tree, list) else tree


def uids(tree: Record) -> list[int]:
    """Of what stands in lists; a record that is the value of a field is set as a whole."""
    return [record.uid for path, record in records(tree) if path and isinstance(path[-1], int)]


def test_the_same_state_needs_nothing() -> None:
    tree = base_tree()
    assert operations(tree, tree) == [] and operations(tree, setting(tree, 单位=tree["单位"])) == []


def test_a_field_is_set_where_it_stands() -> None:
    tree = base_tree()
    assert operations(tree, setting(tree, "成绩", 1, "分项", 0, 正文="集中四期。")) == [
        Operation("set", ("成绩", 1, "分项", 0), "正文", "集中四期。")
    ]


def test_a_field_is_cleared_by_an_empty_value() -> None:
    tree = base_tree()
    steps = operations(tree, edited(tree, "成绩", 0, change=lambda record: record.pop("正文")))
    assert steps == [Operation("set", ("成绩", 0), "正文", "")]
    assert "正文" not in replayed(tree, steps)["成绩"][0]


def test_a_list_of_texts_is_a_field() -> None:
    tree = base_tree()
    assert operations(tree, setting(tree, "成绩", 0, 标签=["亮点"])) == [Operation("set", ("成绩", 0), "标签", ["亮点"])]


def test_records_come_go_and_move_with_one_operation_each() -> None:
    tree = base_tree()
    assert [step[:2] for step in operations(tree, without(tree, "成绩", 1))] == [("delete", ("成绩", 1))]
    (step,) = operations(tree, adding(tree, "成绩", 1, item=fact("新")))
    assert (step.verb, step.path, step.place, step.value) == ("insert", ("成绩",), 1, fact("新"))
    (step,) = operations(tree, moving(tree, ("成绩", 2), ("成绩", 0)))
    assert step == Operation("move", ("成绩", 2), to=("成绩",), place=0)
    (step,) = operations(tree, moving(tree, ("成绩", 1, "分项", 0), ("问题", 1)))
    assert step == Operation("move", ("成绩", 1, "分项", 0), to=("问题",), place=1)


def test_a_fact_that_moves_into_a_new_one_is_moved_not_written_anew() -> None:
    tree = base_tree()
    item = tree["问题"][0]
    changed = adding(without(tree, "问题", 0), "成绩", 0, item=fact("新"))
    changed = setting(changed, "成绩", 0, 分项=[item])
    steps = operations(tree, changed)
    assert [step.verb for step in steps] == ["insert", "move"] and steps[0].value == fact("新")
    assert full(replayed(tree, steps)) == full(changed)


def test_most_stays_where_it_is() -> None:
    assert longest_run([1, 2, 3, 4, 5], [5, 1, 2, 3, 4]) == {1, 2, 3, 4}
    assert longest_run([1, 2, 3], [4, 5]) == set() and longest_run([], []) == set()


@pytest.mark.parametrize(
    ("to", "gone", "then"),
    [
        (("成绩", 2, "分项"), ("成绩", 0), ("成绩", 1, "分项")),
        (("成绩", 0, "分项"), ("成绩", 2), ("成绩", 0, "分项")),
        (("成绩",), ("成绩", 0), ("成绩",)),
        (("问题", 2, "分项"), ("成绩", 0), ("问题", 2, "分项")),
        (("成绩", 1, "分项", 3, "分项"), ("成绩", 1, "分项", 0), ("成绩", 1, "分项", 2, "分项")),
    ],
)
def test_a_path_once_another_item_has_left(to: Any, gone: Any, then: Any) -> None:
    assert after_removal(to, gone) == then


def test_an_operation_for_the_store_is_plain() -> None:
    step = plain_operation(Operation("insert", ("成绩",), value=Record(fact("新", "", {"标题": "内"}))))
    assert type(step.value) is dict and type(step.value["分项"][0]) is dict


@given(st.data())
def test_the_operations_lead_from_one_state_to_the_other(data: st.DataObject) -> None:
    old = data.draw(changes(base_tree(), "旧"))
    new = data.draw(changes(old, "新"))
    steps = operations(old, new)
    reached = replayed(old, steps)
    assert full(bare(reached)) == full(bare(new))
    assert uids(reached) == uids(new)


@given(st.data())
def test_an_undo_is_the_way_back(data: st.DataObject) -> None:
    old = base_tree()
    new = data.draw(changes(old, "新"))
    assert full(replayed(new, operations(new, old))) == full(old)
