"""What takes no thought is mended field by field, and nothing else is touched."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.actions.accepting import found, open_settled
from drafter.actions.checking.mending import apply, changes, mended
from drafter.model.problem import Edit

REPORT = """\
单位: 某局  # 全称
期间: 2024
标题: 2024年总结
导语: 共写报告8-10篇。
通知: {标题: 关于印发总结的通知, 正文: 写了3-5篇。}
体例: {成绩: {标题: 主要做法}}
指标: [{编号: 甲, 名称: 甲数, 数值: 7, 单位: 家}]
成绩:
  - 正文: |
      一年写调研报告8-10篇，走访{{ 甲 }}。

      又写3-5篇。
  - {正文: 写了6-7篇。, 待更新: 是}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "facts" / "2024" / "报告.yaml"
    made.parent.mkdir(parents=True)
    made.write_text(REPORT, "utf-8")
    return made


def test_the_diff_and_the_file(file: Path) -> None:
    desk = open_settled("2024", file.parent)
    assert desk.settled is not None
    wanted = changes(desk.settled.report, [each for each in found(desk) if each.code == "range-mark"])
    assert [(change.fact, change.words) for change in wanted] == [
        (None, ("通知", "正文")),
        (None, ("导语",)),
        ("成绩/1", ("正文",)),
    ]
    assert wanted[2].lines == [
        "- 一年写调研报告8-10篇，走访{{ 甲 }}。",
        "+ 一年写调研报告8—10篇，走访{{ 甲 }}。",
        "- 又写3-5篇。",
        "+ 又写3—5篇。",
    ]
    assert apply(desk, wanted) == 3
    written = file.read_text("utf-8")
    assert written == REPORT.replace("8-10", "8—10").replace("3-5", "3—5")  # 6-7 nobody has looked at yet
    assert [each.code for each in found(desk) if each.code == "range-mark"] == []


def test_what_changed_meanwhile_is_left_alone(file: Path) -> None:
    desk = open_settled("2024", file.parent)
    assert desk.settled is not None
    wanted = changes(desk.settled.report, found(desk))
    desk.set(0, "导语", "写了9-10篇。")
    apply(desk, [change for change in wanted if change.words == ("导语",)])
    assert "9-10" in file.read_text("utf-8")


@given(st.text(min_size=1), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 6), st.text(max_size=3))))
def test_edits_that_touch_each_other_are_not_both_made(text: str, wanted: list[tuple[int, int, str]]) -> None:
    edits = [Edit(None, ("正文",), min(at, len(text)), min(at + size, len(text)), new) for at, size, new in wanted]
    done = mended(text, edits)
    apart = all(one.end <= two.start for one, two in zip(sorted(edits), sorted(edits)[1:], strict=False))
    if apart:
        assert len(done) == len(text) + sum(len(edit.new) - (edit.end - edit.start) for edit in edits)
    if not edits:
        assert done == text
