from pathlib import Path

import pytest

from drafter.actions.editing.desk import ROOT, Desk
from drafter.actions.editing.renaming import Renamed, left_without, rename

REPORT = """\
单位: 云溪县林业局
期间: 2025
导语: 全年造林{{ 造林 }}，比上年{{造林.同比}}，\\{{ 造林 }} 照印；苗圃{{ 苗圃 }}。
指标:
  - {编号: 造林, 数值: 1200}
  - {编号: 苗圃, 数值: 8}
  - {编号: 总数, 数值: 1208, 其中: [造林, 苗圃]}
成绩:
  - 标题: 造林{{ 造林．数值 }}亩
    分项:
      - 正文: 又造林{{ 造林 }}、{{ 造林 }}。
打算:
  - {标题: 再造林, 指标: 造林}
  - {标题: 造林二期, 正文: 与造林无关}
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    folder = tmp_path / "facts" / "2025"
    folder.mkdir(parents=True)
    (folder / "a.yaml").write_text(REPORT, "utf-8")
    return Desk.open("2025", tmp_path)


def figure(desk: Desk, place: int) -> int:
    return int(desk.root["指标"][place].uid)


def test_texts_aims_and_wholes_follow_and_one_undo_takes_all_back(desk: Desk) -> None:
    before = desk.state
    assert rename(desk, figure(desk, 0), "造林面积") == Renamed("造林", 5, 0)
    root = desk.root
    assert root["指标"][0]["编号"] == "造林面积" and root["指标"][2]["其中"] == ["造林面积", "苗圃"]
    assert root["导语"] == "全年造林{{ 造林面积 }}，比上年{{造林面积.同比}}，\\{{ 造林 }} 照印；苗圃{{ 苗圃 }}。"
    assert root["成绩"][0]["标题"] == "造林{{ 造林面积．数值 }}亩"
    assert root["成绩"][0]["分项"][0]["正文"] == "又造林{{ 造林面积 }}、{{ 造林面积 }}。"
    assert [plan.get("指标") for plan in root["打算"]] == ["造林面积", None]
    assert root["打算"][1]["正文"] == "与造林无关"
    focus = desk.undo()
    assert focus is not None and (focus.uid, focus.words) == (figure(desk, 0), ("编号",))
    assert desk.state == before and desk.undo() is None
    assert desk.redo() is not None and desk.root["打算"][0]["指标"] == "造林面积"


@pytest.mark.parametrize("bad", ["", "造 林", "7月", "造林.同比", "苗圃"])
def test_a_name_that_no_text_can_say_leaves_the_texts_until_a_good_one_comes(desk: Desk, bad: str) -> None:
    texts = {word: desk.root[word] for word in ("导语", "成绩", "打算")}
    uid = figure(desk, 0)
    renamed = rename(desk, uid, bad)
    assert renamed == Renamed("造林", 0, 5) and desk.root["指标"][0].get("编号", "") == bad
    assert {word: desk.root[word] for word in texts} == texts
    assert rename(desk, uid, "面积", renamed.old) == Renamed("造林", 5, 0)
    assert "{{ 面积 }}" in desk.root["导语"] and "{{ 苗圃 }}" in desk.root["导语"]


def test_of_two_figures_with_one_name_neither_takes_the_texts_along(desk: Desk) -> None:
    desk.set(figure(desk, 1), "编号", "造林")
    assert rename(desk, figure(desk, 1), "新苗圃") == Renamed("", 0, 0)
    assert "{{ 造林 }}" in desk.root["导语"]


def test_a_figure_that_nothing_names_is_just_renamed(desk: Desk) -> None:
    assert rename(desk, figure(desk, 2), "合计") == Renamed("", 0, 0)
    assert desk.root["指标"][2]["编号"] == "合计" and rename(desk, 9_999_999, "无") == Renamed("", 0, 0)


def test_a_file_that_cannot_be_written_keeps_the_old_name(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "writable", lambda uid: uid != ROOT)
    assert rename(desk, figure(desk, 0), "面积") == Renamed("造林", 4, 1)
    assert "{{ 造林 }}" in desk.root["导语"] and desk.root["打算"][0]["指标"] == "面积"


def test_who_would_name_nothing_without_a_figure(desk: Desk) -> None:
    assert len(left_without(desk.root, figure(desk, 0))) == 5
    assert left_without(desk.root, figure(desk, 2)) == ()
    desk.set(figure(desk, 1), "编号", "造林")
    assert left_without(desk.root, figure(desk, 0)) == ()
