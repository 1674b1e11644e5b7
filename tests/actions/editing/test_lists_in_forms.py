"""Lists of records that a form shows (附件, 版本, 表格 …): whatever is done to one, only its own lines in the file change."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.actions.editing.desk import ROOT, Desk
from drafter.actions.editing.remarks import remarks_inside
from drafter.actions.editing.settling import settle
from drafter.actions.editing.tree import bare
from drafter.store.reader import parse
from drafter.store.syntax import plain

HEAD = """\
# 报告的头
单位: 云溪县林业局   # 全称
期间: "2025"
标题: 云溪县林业局2025年工作总结
"""
ANNEXES = """\
附件:
  # 第一个
  - 标题: 名单   # 已定
    正文: |
      甲。

      乙。
  - {标题: 分工, 正文: 丙科}
  # 最后一个
  - 标题: '目录'
"""
VERSIONS = """\
版本:   # 两种
- 名称: 一页版
  页数: 1
-   名称: "2000字版"
    字数: 2000
"""
FACT = """\
成绩:
  - 标题: 抓造林   # 重点
    正文: 造林一千亩。
"""
TABLES = """\
    表格:
      # 手工填的
      - 标题: 表一
        各行: |
          县区 | 数
          甲县 | 1
      - 标题: 表二
        各行: |
          乙县 | 2
"""
REST = """\
  # 以下不动
  - 标题: 抓防火
    正文: '没有火灾。'   # 核对过
"""
WHOLE = HEAD + ANNEXES + VERSIONS + FACT + TABLES + REST
LISTS = {
    "附件": (HEAD, ANNEXES, VERSIONS + FACT + TABLES + REST),
    "版本": (HEAD + ANNEXES, VERSIONS, FACT + TABLES + REST),
    "表格": (HEAD + ANNEXES + VERSIONS + FACT, TABLES, REST),
}
NAMES = {"附件": ("标题", "正文"), "版本": ("名称", "字数"), "表格": ("标题", "各行")}

TEXTS = st.sampled_from(
    ["甲", "甲: 乙 # 丙", "甲 | 乙\n丙 | 丁", "- 一\n- 二", "  前有空格", "'引'", "100", "是", "【图】{{ 数 }}"]
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(0, 9), TEXTS),
        st.tuples(st.just("set"), st.integers(0, 9), TEXTS),
        st.tuples(st.just("clear"), st.integers(0, 9), TEXTS),
        st.tuples(st.sampled_from(["remove", "up", "down"]), st.integers(0, 9), st.just("")),
    ),
    min_size=1,
    max_size=6,
)


def desk_on(folder: Path, **files: str) -> Desk:
    place = folder / "facts" / "2025"
    place.mkdir(parents=True, exist_ok=True)
    for old in place.iterdir():
        old.unlink()
    for name, text in files.items():
        (place / f"{name}.yaml").write_text(text, encoding="utf-8")
    return Desk.open("2025", folder)


def said(desk: Desk, name: str = "报告") -> str:
    return (desk.place / f"{name}.yaml").read_text(encoding="utf-8")


def save(desk: Desk) -> None:
    desk.accept(settle(desk.snapshot()))
    assert not desk.trouble and not desk.unsaved


def holder_of(desk: Desk, word: str) -> int:
    return ROOT if word in desk.root else int(desk.root["成绩"][0].uid)


def listed(desk: Desk, word: str) -> list[Any]:
    holder = desk.find(ROOT if word != "表格" else desk.root["成绩"][0].uid)
    assert holder is not None
    return list(holder.get(word) or ())


def do(desk: Desk, word: str, step: tuple[str, int, str]) -> None:
    verb, number, text = step
    name, other = NAMES[word]
    records = listed(desk, word)
    if verb == "add":
        holder = ROOT if word != "表格" else int(desk.root["成绩"][0].uid)
        desk.add(holder, word, number % (len(records) + 1), {name: text.split("\n")[0], other: text})
    elif records:
        uid = records[number % len(records)].uid
        if verb in ("set", "clear"):
            desk.set(uid, other, text if verb == "set" else "", now=0.0)
        else:
            {"remove": desk.remove, "up": desk.move_up, "down": desk.move_down}[verb](uid)


@given(word=st.sampled_from(sorted(LISTS)), steps=STEPS, pauses=st.booleans())
def test_only_the_lines_of_the_list_change(
    tmp_path_factory: pytest.TempPathFactory, word: str, steps: list[tuple[str, int, str]], pauses: bool
) -> None:
    desk = desk_on(tmp_path_factory.mktemp("lists"), 报告=WHOLE)
    before, own, after = LISTS[word]
    for step in steps:
        do(desk, word, step)
        if pauses:
            save(desk)
    save(desk)
    text = said(desk)
    assert text.startswith(before) and text.endswith(after)
    meant = bare(next(iter(desk.state.values())))
    assert plain(parse(text.encode(), "x").root) == meant  # type: ignore[arg-type]
    kept = {comment for line in text.split("\n") if (comment := line.strip()).startswith("#")}
    assert {line.strip() for line in own.split("\n") if line.strip().startswith("#")} <= kept, "a comment above a record is gone"
    while desk.undo() is not None:
        pass
    save(desk)
    assert plain(parse(said(desk).encode(), "x").root) == plain(parse(WHOLE.encode(), "x").root)  # type: ignore[arg-type]


def test_one_field_of_one_record_is_one_line_of_the_file(tmp_path: Path) -> None:
    desk = desk_on(tmp_path, 报告=WHOLE)
    desk.set(listed(desk, "附件")[0].uid, "标题", "人员名单")
    desk.set(listed(desk, "表格")[1].uid, "单位", "家")
    save(desk)
    changed = WHOLE.replace("- 标题: 名单   # 已定", "- 标题: 人员名单   # 已定").replace(
        "          乙县 | 2\n", "          乙县 | 2\n        单位: 家\n"
    )
    assert said(desk) == changed


def test_a_list_is_begun_where_the_form_has_it_and_ends_without_a_trace(tmp_path: Path) -> None:
    bare_report = HEAD + "盖章: 是\n" + FACT + REST
    desk = desk_on(tmp_path, 报告=bare_report)
    first = desk.add(ROOT, "附件", 0, {"标题": "分工"})
    table = desk.add(desk.root["成绩"][0].uid, "表格", 0, {"各行": "甲 | 乙\n一 | 二"})
    save(desk)
    assert said(desk) == (
        HEAD
        + "盖章: 是\n附件:\n  - 标题: 分工\n"
        + FACT
        + "    表格:\n      - 各行: |\n          甲 | 乙\n          一 | 二\n"
        + REST
    )
    desk.remove(first)
    desk.remove(table)
    save(desk)
    assert said(desk) == bare_report


def test_a_record_goes_back_into_the_file_it_came_from(tmp_path: Path) -> None:
    desk = desk_on(tmp_path, 报告=HEAD + FACT, 附=ANNEXES)
    desk.set(listed(desk, "附件")[2].uid, "标题", "总目录")
    desk.add(ROOT, "附件", 3, {"标题": "图纸"})
    desk.add(ROOT, "版本", 0, {"名称": "一页版"})
    save(desk)
    assert said(desk, "附") == ANNEXES.replace("'目录'", "'总目录'") + "  - 标题: 图纸\n"
    assert said(desk) == HEAD + "版本:\n  - 名称: 一页版\n" + FACT


def test_both_changes_stay_when_someone_else_has_edited_the_list(tmp_path: Path) -> None:
    desk = desk_on(tmp_path, 报告=WHOLE)
    desk.set(listed(desk, "附件")[0].uid, "标题", "人员名单")
    desk.add(ROOT, "附件", 3, {"标题": "图纸"})
    (desk.place / "报告.yaml").write_text(WHOLE.replace("丙科", "丁科").replace("  # 最后一个\n  - 标题: '目录'\n", ""), "utf-8")
    save(desk)
    assert [(each["标题"], each.get("正文")) for each in listed(desk, "附件")] == [
        ("人员名单", "甲。\n\n乙。"),
        ("分工", "丁科"),
        ("图纸", None),
    ]
    assert not desk.conflicts


def test_what_is_wrong_in_a_record_is_told_of_it_and_marks_the_one_that_shows_it(tmp_path: Path) -> None:
    charts = "    图:\n      - {标题: 空图}\n      - {}\n"
    text = WHOLE.replace("甲县 | 1", "甲县 | {{ 没有 }}").replace("  页数: 1", "  页数: 一页") + charts
    desk = desk_on(tmp_path, 报告=text)
    save(desk)
    assert desk.settled is not None
    fact, other = desk.root["成绩"]

    def codes(uid: int, words: tuple[str, ...]) -> list[str]:
        home = desk.shown_in(uid)
        return [problem.code for problem in remarks_inside(desk, home)[uid].get(words, [])]

    assert codes(fact["表格"][0].uid, ("各行",)) == ["figure-unknown"] and desk.shown_in(fact["表格"][0].uid) == fact.uid
    assert codes(desk.root["版本"][0].uid, ("页数",)) == ["value-integer"] and desk.shown_in(desk.root["版本"][0].uid) == ROOT
    assert codes(other["图"][1].uid, ()) == ["exhibit-empty"]
    assert desk.settled.severities == {ROOT: "error", fact.uid: "error", other.uid: "warning"}
    desk.set(fact["表格"][0].uid, "各行", "甲 | 乙")
    desk.set(other["图"][1].uid, "标题", "新图")
    assert not remarks_inside(desk, fact.uid) and other["图"][1].uid not in remarks_inside(desk, other.uid)
