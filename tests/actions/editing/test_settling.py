"""From the desk into the files when something is in the way: refusals, other people, files that are broken for a while."""

import os
from pathlib import Path

import pytest

from drafter.actions.editing.desk import ROOT, Desk
from drafter.actions.editing.questions import questions
from drafter.actions.editing.settling import settle

FIRST = """\
单位: 柳川县水利局
期间: 2024
标题: 柳川县水利局2024年工作总结
成绩:
  - 标题: 修堤
    正文: 修堤三公里。
  - 标题: 清淤
    正文: 清淤两条河。
  - 标题: 供水
    正文: 通水到村。
"""
SECOND = """\
成绩:
  - 标题: 巡河
  - 标题: 防汛
"""
NO_CHARACTER = "\ud800"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "facts" / "2024"
    place.mkdir(parents=True)
    (place / "1.yaml").write_text(FIRST, encoding="utf-8")
    (place / "2.yaml").write_text(SECOND, encoding="utf-8")
    return place / "1.yaml"


@pytest.fixture
def desk(path: Path) -> Desk:
    return Desk.open("2024", path.parents[2])


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def save(desk: Desk) -> None:
    desk.accept(settle(desk.snapshot()))


def uid(desk: Desk, title: str) -> int:
    return int(next(record.uid for record in desk.root["成绩"] if record.get("标题") == title))


def titles(desk: Desk) -> list[str]:
    return [record.get("标题", "") for record in desk.root["成绩"]]


def unwritable(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """As for a file that is read-only, which the user of a test may write all the same."""
    real = os.access
    monkeypatch.setattr("drafter.store.save.os.access", lambda file, mode: Path(file) != path.resolve() and real(file, mode))


def test_what_is_typed_and_taken_back_is_saved(desk: Desk, path: Path) -> None:
    desk.set(uid(desk, "修堤"), "科室", "工程科")
    desk.set(desk.root["成绩"][0].uid, "科室", "")
    save(desk)
    assert not desk.unsaved and text(path) == FIRST


def test_a_new_fact_that_cannot_be_written_whole_puts_nothing_in_a_wrong_place(desk: Desk, path: Path) -> None:
    desk.add(ROOT, "成绩", 0, {"标题": f"护{NO_CHARACTER}岸", "正文": "护岸一处。"})
    desk.set(uid(desk, "清淤"), "正文", "清淤三条河。")
    desk.set(uid(desk, "供水"), "科室", "供水科")
    save(desk)
    assert [problem.code for problem in desk.trouble] == ["file-character"] and desk.unsaved
    assert text(path) == FIRST.replace("成绩:\n", "成绩:\n  - 正文: 护岸一处。\n").replace("两条河", "三条河").replace(
        "到村。\n", "到村。\n    科室: 供水科\n"
    )
    before = text(path)
    save(desk)
    assert text(path) == before and desk.trouble
    desk.set(desk.root["成绩"][0].uid, "标题", "护岸")
    save(desk)
    assert not desk.trouble and not desk.unsaved and "- 标题: 护岸\n    正文: 护岸一处。" in text(path)


def test_a_refused_move_leaves_the_rest_to_be_saved(desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from drafter.model.problem import Problem, Refused
    from drafter.model.words import Both

    def refuse(*_: object) -> None:
        raise Refused([Problem("splice-move", Both("移不动", "stuck"), Both("", ""))], 2)

    desk.move_up(uid(desk, "供水"))
    desk.set(uid(desk, "供水"), "正文", "通水到户。")
    with monkeypatch.context() as stuck:
        stuck.setattr("drafter.store.splice.move", refuse)
        save(desk)
    assert text(path) == FIRST.replace("到村", "到户") and desk.trouble
    save(desk)
    assert text(path).index("供水") < text(path).index("清淤") and not desk.trouble and not desk.unsaved


def test_a_fact_leaves_its_file_only_once_it_is_in_the_other(desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.move(uid(desk, "巡河"), uid(desk, "供水"), "分项", 0)
    with monkeypatch.context() as refusing:
        unwritable(refusing, path)
        save(desk)
    assert "巡河" in text(path.with_name("2.yaml")) and "巡河" not in text(path)
    assert desk.unsaved and desk.trouble
    save(desk)
    assert "巡河" not in text(path.with_name("2.yaml")) and "巡河" in text(path) and not desk.unsaved


@pytest.mark.parametrize(
    "broken", ["", "\n", "成绩:\n  - 标题: [修", FIRST.replace("成绩:", "<<<<<<< HEAD\n成绩:\n=======\n>>>>>>> 别人")]
)
def test_a_file_that_is_broken_for_a_while_takes_nothing_away(desk: Desk, path: Path, broken: str) -> None:
    desk.set(uid(desk, "修堤"), "标题", "修堤固坝")
    same = desk.root["成绩"][2].uid
    path.write_text(broken, encoding="utf-8")
    for _ in range(2):
        save(desk)
        assert titles(desk)[:3] == ["修堤固坝", "清淤", "供水"] and not desk.conflicts
        assert desk.unsaved and desk.trouble and text(path) == broken
    assert desk.settled is not None
    assert desk.settled.report.achievements[0].title == "修堤固坝"
    path.write_text(FIRST.replace("清淤两条河", "清淤五条河"), encoding="utf-8")
    save(desk)
    assert not desk.trouble and not desk.unsaved and desk.root["成绩"][2].uid == same
    assert text(path) == FIRST.replace("标题: 修堤", "标题: 修堤固坝").replace("清淤两条河", "清淤五条河")


def test_a_file_that_was_broken_from_the_start_is_not_written_and_that_is_said(path: Path) -> None:
    broken = f"{FIRST}打算: [\n"
    path.write_text(broken, encoding="utf-8")
    desk = Desk.open("2024", path.parents[2])
    assert not desk.writable(ROOT)
    desk.set(ROOT, "标题", "另一个标题")
    for _ in range(2):
        save(desk)
        assert desk.trouble and desk.unsaved and text(path) == broken


def test_what_is_typed_while_others_changes_come_in_is_asked_too(desk: Desk, path: Path) -> None:
    path.write_text(FIRST.replace("修堤三公里", "修堤五公里"), encoding="utf-8")
    settlement = settle(desk.snapshot())
    desk.set(uid(desk, "修堤"), "正文", "修堤四公里。")
    desk.accept(settlement)
    assert [(each.ours, each.theirs) for each in desk.conflicts] == [("修堤四公里。", "修堤五公里。")]
    save(desk)
    assert "五公里" in text(path)


def test_a_question_shows_what_is_typed_by_then_and_the_answer_keeps_it(desk: Desk, path: Path) -> None:
    fact = uid(desk, "修堤")
    desk.set(fact, "正文", "修堤四公里。")
    path.write_text(FIRST.replace("修堤三公里", "修堤五公里"), encoding="utf-8")
    save(desk)
    desk.set(fact, "正文", "修堤四公里半。")
    path.write_text(FIRST.replace("修堤三公里", "修堤六公里"), encoding="utf-8")
    save(desk)
    (question,) = questions(desk)
    assert question.conflict[2:] == ("修堤三公里。", "修堤四公里半。", "修堤六公里。")
    desk.answer(question.conflict, question.conflict.ours)
    save(desk)
    assert "修堤四公里半。" in text(path) and not desk.conflicts and not desk.unsaved


def test_an_answer_to_what_has_changed_once_more_is_asked_again(desk: Desk, path: Path) -> None:
    fact = uid(desk, "修堤")
    desk.set(fact, "正文", "修堤四公里。")
    path.write_text(FIRST.replace("修堤三公里", "修堤五公里"), encoding="utf-8")
    save(desk)
    (early,) = questions(desk)
    path.write_text(FIRST.replace("修堤三公里", "修堤六公里"), encoding="utf-8")
    save(desk)
    desk.answer(early.conflict, early.conflict.theirs)
    save(desk)
    assert "六公里" in text(path)
    (late,) = questions(desk)
    assert (late.conflict.ours, late.conflict.theirs) == ("修堤五公里。", "修堤六公里。")
    desk.answer(late.conflict, late.conflict.theirs)
    desk.answer(late.conflict, "答了两遍")
    save(desk)
    assert "六公里" in text(path) and not desk.unsaved


def test_a_text_where_a_list_belongs_is_kept_beside_what_is_put_in(path: Path) -> None:
    path.write_text(f"{FIRST}打算: 明年再修十公里。\n", encoding="utf-8")
    desk = Desk.open("2024", path.parents[2])
    desk.add(ROOT, "打算", 0, {"标题": "续建"})
    save(desk)
    assert "明年再修十公里。" in text(path) and "续建" in text(path) and not desk.trouble


@pytest.mark.parametrize("content", ["- 一条\n- 两条\n", "只是一段话\n"])
def test_a_file_without_fields_is_left_as_it_is_and_that_is_said(path: Path, content: str) -> None:
    path.with_name("2.yaml").unlink()
    path.write_text(content, encoding="utf-8")
    desk = Desk.open("2024", path.parents[2])
    assert not desk.writable(ROOT)
    desk.add(ROOT, "成绩", 0, {"标题": "修堤"})
    save(desk)
    assert [problem.code for problem in desk.trouble] == ["file-no-fields"] and desk.unsaved and text(path) == content
    path.write_text("# 还没有内容\n", encoding="utf-8")
    save(desk)
    assert "修堤" in text(path) and not desk.unsaved
