"""Many changes at once end in the file that the same changes one by one end in."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tree_edits import base_tree, changes

from drafter.actions.editing import bulk, settling
from drafter.actions.editing.desk import ROOT, Desk
from drafter.actions.editing.tree import bare
from drafter.store.newfile import write_fields
from drafter.store.reader import parse
from drafter.store.syntax import plain

REPORT = "单位: 某局\n期间: 2024\n标题: 总结\n成绩:\n" + "".join(f"  - 正文: 第{n}条  # 第{n}\n" for n in range(12))


def settled(folder: Path, many: int, monkeypatch: pytest.MonkeyPatch, change) -> tuple[str, int]:
    """The file after the changes, and how often it was spliced one by one."""
    home = folder / "facts" / "2024"
    home.mkdir(parents=True)
    (home / "a.yaml").write_text(REPORT, "utf-8")
    desk = Desk.open("2024", folder)
    change(desk)
    count = 0
    real = settling._tried

    def counted(*arguments: object) -> object:
        nonlocal count
        count += 1
        return real(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(bulk, "MANY", many)
        patch.setattr(settling, "_tried", counted)
        desk.accept(settling.settle(desk.snapshot()))
    assert not desk.trouble and bare(Desk.open("2024", folder).root) == bare(desk.root)
    return (home / "a.yaml").read_text("utf-8"), count


def many(desk: Desk) -> None:
    for place in range(9):
        desk.add(ROOT, "指标", place, {"编号": f"数{place}", "数值": str(place)})
        desk.set(desk.root["成绩"][place].uid, "正文", f"改了{place}")
    desk.set(desk.root["成绩"][7].uid, "科室", "办公室")


def test_they_are_done_together_and_the_rest_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    together, few = settled(tmp_path / "a", 8, monkeypatch, many)
    single, each = settled(tmp_path / "b", 999, monkeypatch, many)
    assert together == single and (few, each) == (1, 19)


def shifted(desk: Desk) -> None:
    desk.add(ROOT, "成绩", 0, {"正文": "新的"})
    many(desk)


def within(desk: Desk) -> None:
    many(desk)
    new = desk.add(ROOT, "成绩", 12, {"正文": "新的"})
    desk.add(new, "分项", 0, {"正文": "里面的"})


def removed(desk: Desk) -> None:
    many(desk)
    desk.remove(desk.root["成绩"][11].uid)


@pytest.mark.parametrize("change", [shifted, within, removed])
def test_what_counts_on_places_that_move(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change) -> None:
    assert settled(tmp_path / "a", 8, monkeypatch, change)[0] == settled(tmp_path / "b", 999, monkeypatch, change)[0]


def test_where_together_is_refused_each_is_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from drafter.model.problem import Problem, Refused
    from drafter.model.words import Both
    from drafter.store import batch

    def refuse(*_: object) -> None:
        raise Refused(Problem("splice-refused", Both("不行", "no")), 3)

    monkeypatch.setattr(batch, "together", refuse)
    assert settled(tmp_path, 8, monkeypatch, many)[1] == 19


def filled(tree: Any) -> Any:
    """Without what is empty: an emptied list stays as a word without value."""
    if isinstance(tree, dict):
        return {word: filled(value) for word, value in tree.items() if value}
    return list(map(filled, tree)) if isinstance(tree, list) else tree


@given(st.data())
def test_whatever_is_edited(data: st.DataObject) -> None:
    base = base_tree()
    tree = data.draw(changes(base, "改"))
    text = re.sub("(?m)^( *)- ", r"\1# 注\n\1- ", write_fields(bare(base)))
    found = {}
    for many in (1, 999):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(bulk, "MANY", many)
            document, reached, problems = settling._spliced(parse(text.encode(), "a.yaml"), base, tree)
        assert not problems and filled(plain(document.root)) == filled(bare(reached))
        found[many] = document.text
    assert found[1] == found[999]
