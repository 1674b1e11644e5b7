"""A report on the desk: changes in memory, their undoing, and the files they end up in."""

from pathlib import Path

import pytest

from drafter.actions.editing.baseline import stale
from drafter.actions.editing.desk import ROOT, Desk
from drafter.actions.editing.settling import settle
from drafter.actions.editing.tree import Record, bare
from drafter.model.problem import Refused

FIRST = """\
# 第一个文件
单位: 安澜市科技局
期间: 2024
标题: 安澜市科技局2024年工作总结   # 标题后的话
成绩:
  - 编号: 甲
    标题: 甲事
    分项:
      # 甲一的话
      - 标题: 甲一
      - 标题: 甲二
  - 标题: 乙事
指标:
  - {编号: 净增, 名称: 净增数, 数值: 7, 单位: 家}
"""
SECOND = """\
成绩:
  - 标题: 丙事
打算:
  - 标题: 丁事
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "facts" / "2024"
    place.mkdir(parents=True)
    (place / "1.yaml").write_text(FIRST, encoding="utf-8")
    (place / "2.yaml").write_text(SECOND, encoding="utf-8")
    return tmp_path


@pytest.fixture
def desk(folder: Path) -> Desk:
    return Desk.open("2024", folder)


def text(folder: Path, name: str = "1.yaml") -> str:
    return (folder / "facts" / "2024" / name).read_text(encoding="utf-8")


def save(desk: Desk) -> None:
    settlement = settle(desk.snapshot())
    desk.accept(settlement)
    assert not desk.trouble


def titles(desk: Desk) -> list[str]:
    return [fact.get("标题", "") for fact in desk.root["成绩"]]


def fact(desk: Desk, title: str) -> int:
    def look(records: list[Record]) -> int | None:
        for record in records:
            if record.get("标题") == title:
                return record.uid
            found = look(record.get("分项", []))
            if found:
                return found
        return None

    found = look([*desk.root["成绩"], *desk.root.get("打算", [])])
    assert found is not None
    return found


def test_the_files_of_a_report_are_one_record(desk: Desk) -> None:
    assert titles(desk) == ["甲事", "乙事", "丙事"]
    assert desk.root["单位"] == "安澜市科技局"
    assert desk.find(ROOT) == desk.root
    assert desk.part(fact(desk, "丁事")) == "打算"
    assert desk.part(ROOT) == ""


def test_a_report_that_is_not_there(folder: Path) -> None:
    with pytest.raises(Refused) as refused:
        Desk.open("2031", folder)
    assert refused.value.exit_code == 2


def test_one_field_changes_one_line(desk: Desk, folder: Path) -> None:
    desk.set(fact(desk, "甲二"), "标题", "甲二改")
    assert desk.unsaved
    save(desk)
    assert not desk.unsaved
    assert text(folder) == FIRST.replace("标题: 甲二", "标题: 甲二改")
    assert text(folder, "2.yaml") == SECOND


def test_a_field_of_the_report_goes_where_it_stands(desk: Desk, folder: Path) -> None:
    desk.set(ROOT, "标题", "新的标题")
    save(desk)
    assert "标题: 新的标题   # 标题后的话" in text(folder)


def test_a_new_field_of_the_report_goes_to_the_file_that_says_most_of_it(desk: Desk, folder: Path) -> None:
    desk.set(ROOT, "导语", "开头的话。")
    save(desk)
    assert "导语: 开头的话。" in text(folder)
    assert text(folder, "2.yaml") == SECOND


def test_a_field_of_a_record_within(desk: Desk, folder: Path) -> None:
    figure = desk.root["指标"][0].uid
    desk.set(figure, ("排名", "名次"), "2")
    save(desk)
    assert desk.settled is not None
    assert desk.settled.report.figures[0].rank.place == 2  # type: ignore[union-attr]
    desk.set(figure, ("排名", "名次"), "")
    assert "排名" not in desk.find(figure)  # type: ignore[operator]
    save(desk)
    assert text(folder) == FIRST


def test_what_is_no_number_is_kept_as_typed_and_said(desk: Desk, folder: Path) -> None:
    figure = desk.root["指标"][0].uid
    desk.set(figure, "数值", "7a")
    save(desk)
    assert '数值: "7a"' in text(folder)
    assert desk.settled is not None
    found = next(problem for problem in desk.settled.problems if problem.code == "value-number")
    assert desk.settled.locate(found) == (figure, ("数值",))
    assert desk.settled.severities[figure] == "error"


def test_setting_what_is_there_is_no_change(desk: Desk) -> None:
    desk.set(fact(desk, "甲事"), "标题", "甲事")
    desk.set(fact(desk, "甲事"), "科室", "")
    assert not desk.unsaved
    assert desk.undo() is None


def test_undo_and_redo_twenty_steps(desk: Desk, folder: Path) -> None:
    uid = fact(desk, "乙事")
    for number in range(20):
        desk.set(uid, "标题", f"第{number}稿", now=number * 100.0)
    save(desk)
    for number in reversed(range(19)):
        assert desk.undo() is not None
        assert desk.find(uid)["标题"] == f"第{number}稿"  # type: ignore[index]
    focus = desk.undo()
    assert focus is not None and focus == (uid, ("标题",))
    assert desk.undo() is None
    save(desk)
    assert text(folder) == FIRST
    for _ in range(20):
        assert desk.redo() is not None
    assert desk.redo() is None
    assert desk.find(uid)["标题"] == "第19稿"  # type: ignore[index]


def test_a_removed_fact_comes_back_with_its_comments_in_one_undo(desk: Desk, folder: Path) -> None:
    desk.remove(fact(desk, "甲一"))
    assert "甲一" not in str(bare(desk.root))
    desk.undo()
    save(desk)
    assert text(folder) == FIRST


def test_a_moved_fact_takes_its_comments_along(desk: Desk, folder: Path) -> None:
    assert desk.move_down(fact(desk, "甲事"))
    assert titles(desk) == ["乙事", "甲事", "丙事"]
    save(desk)
    assert text(folder).index("乙事") < text(folder).index("# 甲一的话") < text(folder).index("甲一\n")


def test_moving_past_the_end_is_no_move(desk: Desk) -> None:
    assert not desk.move_up(fact(desk, "甲事"))
    assert not desk.move_down(fact(desk, "丙事"))
    assert not desk.outdent(fact(desk, "甲事"))
    assert not desk.indent(fact(desk, "甲事"))
    assert desk.undo() is None


def test_a_fact_moves_from_file_to_file(desk: Desk, folder: Path) -> None:
    assert desk.move_up(fact(desk, "丙事"))
    assert titles(desk) == ["甲事", "丙事", "乙事"]
    save(desk)
    assert "丙事" in text(folder) and "丙事" not in text(folder, "2.yaml")


def test_indent_and_outdent(desk: Desk) -> None:
    uid = fact(desk, "乙事")
    assert desk.indent(uid)
    assert desk.holder(uid) == (fact(desk, "甲事"), "分项", 2)
    assert [record["标题"] for record in desk.ancestors(uid)] == ["甲事"]
    assert desk.outdent(uid)
    assert titles(desk) == ["甲事", "乙事", "丙事"]


def test_a_copy_has_no_id(desk: Desk) -> None:
    copy = desk.duplicate(fact(desk, "甲事"))
    assert copy is not None
    assert titles(desk) == ["甲事", "甲事", "乙事", "丙事"]
    assert "编号" not in desk.find(copy)  # type: ignore[operator]
    assert desk.find(copy)["分项"] == desk.root["成绩"][0]["分项"]  # type: ignore[index]


def test_a_new_fact_is_filled_in_block_style(desk: Desk, folder: Path) -> None:
    uid = desk.add(ROOT, "问题", 0)
    save(desk)
    desk.set(uid, "标题", "短板")
    save(desk)
    assert "问题:\n  - 标题: 短板\n" in text(folder)
    desk.remove(uid)
    save(desk)
    assert "问题" not in text(folder)


def test_together_is_one_undo(desk: Desk) -> None:
    with desk.together():
        desk.set(fact(desk, "甲事"), "科室", "一科")
        desk.set(fact(desk, "乙事"), "科室", "二科")
    desk.undo()
    assert not desk.unsaved


def test_a_file_with_faults_of_syntax_is_left_alone(folder: Path) -> None:
    broken = SECOND.replace("打算:", "打算：")
    (folder / "facts" / "2024" / "2.yaml").write_text(broken, encoding="utf-8")
    desk = Desk.open("2024", folder)
    assert not desk.writable(fact(desk, "丙事"))
    assert desk.writable(fact(desk, "甲事"))
    desk.set(fact(desk, "甲事"), "标题", "甲事改")
    save(desk)
    assert text(folder, "2.yaml") == broken
    assert "甲事改" in text(folder)


def test_what_others_write_is_noticed_and_both_are_kept(desk: Desk, folder: Path) -> None:
    assert not stale(desk.place, desk.baseline)
    desk.set(fact(desk, "甲二"), "标题", "我改的")
    path = folder / "facts" / "2024" / "1.yaml"
    path.write_text(FIRST.replace("乙事", "别人改的乙事"), encoding="utf-8")
    assert stale(desk.place, desk.baseline)
    settlement = settle(desk.snapshot())
    assert desk.accept(settlement)
    assert "我改的" in text(folder) and "别人改的乙事" in text(folder)
    assert not desk.conflicts and not desk.unsaved
    # An undo takes one's own change back, never the other's.
    desk.undo()
    assert titles(desk) == ["甲事", "别人改的乙事", "丙事"]
    assert fact(desk, "甲二")


def test_the_same_field_is_asked_and_meanwhile_not_written(desk: Desk, folder: Path) -> None:
    uid = fact(desk, "乙事")
    desk.set(uid, "标题", "乙事我改")
    desk.set(uid, "科室", "我的科室")
    path = folder / "facts" / "2024" / "1.yaml"
    path.write_text(FIRST.replace("乙事", "乙事他改"), encoding="utf-8")
    desk.accept(settle(desk.snapshot()))
    assert [(conflict.uid, conflict.words) for conflict in desk.conflicts] == [(uid, ("标题",))]
    assert desk.find(uid)["标题"] == "乙事我改"  # type: ignore[index]
    assert "乙事他改" in text(folder) and "我的科室" in text(folder) and "乙事我改" not in text(folder)
    desk.accept(settle(desk.snapshot()))
    assert "乙事我改" not in text(folder)
    desk.answer(desk.conflicts[0], "乙事我改")
    save(desk)
    assert "乙事我改" in text(folder) and not desk.conflicts and not desk.unsaved


def test_typing_goes_on_while_a_settling_runs(desk: Desk, folder: Path) -> None:
    uid = fact(desk, "乙事")
    desk.set(uid, "标题", "一稿")
    snapshot = desk.snapshot()
    desk.set(uid, "标题", "二稿")
    path = folder / "facts" / "2024" / "1.yaml"
    path.write_text(FIRST.replace("甲二", "别人的甲二"), encoding="utf-8")
    desk.accept(settle(snapshot))
    assert desk.find(uid)["标题"] == "二稿"  # type: ignore[index]
    assert fact(desk, "别人的甲二")
    assert "一稿" in text(folder) and desk.unsaved
    save(desk)
    assert "二稿" in text(folder) and "别人的甲二" in text(folder)


def test_a_file_that_comes_in_belongs_to_the_report(desk: Desk, folder: Path) -> None:
    (folder / "facts" / "2024" / "3.yaml").write_text("问题:\n  - 标题: 戊事\n", encoding="utf-8")
    assert stale(desk.place, desk.baseline)
    desk.accept(settle(desk.snapshot()))
    assert [record["标题"] for record in desk.root["问题"]] == ["戊事"]


def test_a_file_that_is_gone_is_said_and_what_was_typed_stays(desk: Desk, folder: Path) -> None:
    (folder / "facts" / "2024" / "2.yaml").unlink()
    desk.set(fact(desk, "丁事"), "标题", "丁事改")
    desk.accept(settle(desk.snapshot()))
    assert desk.trouble
    assert fact(desk, "丁事改") and desk.unsaved


def test_a_disk_that_refuses_loses_nothing(desk: Desk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno
    import os

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    desk.set(fact(desk, "甲事"), "标题", "甲事改")
    with monkeypatch.context() as broken:
        broken.setattr("drafter.store.save.os.write", full)
        desk.accept(settle(desk.snapshot()))
    assert desk.trouble[0].code == "save-failed" and desk.unsaved
    assert text(folder) == FIRST
    assert desk.settled is not None
    assert desk.settled.report.achievements[0].title == "甲事改"  # the page shows it all the same
    save(desk)
    assert not desk.unsaved and "甲事改" in text(folder)


def test_keys_and_facts_of_the_model(desk: Desk) -> None:
    save(desk)
    assert desk.settled is not None
    assert desk.settled.keys[fact(desk, "甲事")] == "甲"
    assert desk.settled.keys[fact(desk, "甲二")] == "成绩/1/2"
    assert desk.settled.uids["成绩/3"] == fact(desk, "丙事")
    assert desk.settled.facts[fact(desk, "丙事")].title == "丙事"


def test_what_is_to_be_answered_has_a_key_too_but_takes_none_from_a_fact(desk: Desk) -> None:
    asked = desk.add(0, "上期打算", 0, {"编号": "甲", "标题": "旧打算"})
    other = desk.add(0, "上期问题", 0, {"标题": "旧问题"})
    save(desk)
    assert desk.settled is not None
    assert desk.settled.facts[asked].title == "旧打算" and desk.settled.uids["上期问题/1"] == other
    assert desk.settled.uids["甲"] == fact(desk, "甲事")
