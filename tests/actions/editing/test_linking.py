from pathlib import Path

import pytest

from drafter.actions.editing.desk import Desk
from drafter.actions.editing.linking import link, link_all
from drafter.actions.matching import Match

TEXT = """\
# 批注留着
单位: 某局
期间: 2024
标题: 总结
指标:
- {编号: 管网, 名称: 新建管网}
成绩:
- 标题: 强企   # 这里也有
- 编号: 供水
  标题: 供水
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "facts" / "2024"
    folder.mkdir(parents=True)
    (folder / "报告.yaml").write_text(TEXT, "utf-8")
    return folder


@pytest.fixture
def desk(place: Path) -> Desk:
    return Desk.open(str(place), place)


def test_a_fact_comes_from_one_and_answers_others(desk: Desk) -> None:
    uid = desk.root["成绩"][0].uid
    link(desk, uid, "2023/成绩/1")
    link(desk, uid, "2023/成绩/1")
    link(desk, uid, "2023/打算/2")
    link(desk, uid, "2023/打算/2")
    record = desk.find(uid)
    assert record is not None and (record["来自"], record["对应"]) == ("2023/成绩/1", ["2023/打算/2"])
    desk.undo()
    record = desk.find(uid)
    assert record is not None and "对应" not in record and record["来自"] == "2023/成绩/1"


def test_a_figure_may_come_from_several(desk: Desk) -> None:
    uid = desk.root["指标"][0].uid
    link(desk, uid, "2024-H1/指标/管网")
    link(desk, uid, "2023/指标/管网")
    record = desk.find(uid)
    assert record is not None and record["来自"] == ["2024-H1/指标/管网", "2023/指标/管网"]


def test_the_report_itself_and_what_is_gone_are_not_linked(desk: Desk) -> None:
    before = desk.state
    link(desk, 0, "2023")
    link(desk, 10**9, "2023/成绩/1")
    assert desk.state is before


def test_only_what_is_linked_changes_in_the_files(place: Path) -> None:
    def match(key: str, address: str, kind: str) -> Match:
        return Match(key, address, 0.9, "相近", kind, "", "")  # type: ignore[arg-type]

    chosen = [
        match("指标/管网", "2023/指标/管网", "figure"),
        match("供水", "2023/成绩/3", "fact"),
        match("供水", "2023/打算/1", "plan"),
        match("没有的", "2023/打算/1", "plan"),
    ]
    assert link_all(place, chosen) == []
    lines = (place / "报告.yaml").read_text("utf-8").splitlines()
    assert [line for line in TEXT.splitlines() if line not in lines] == ["- {编号: 管网, 名称: 新建管网}"]
    added = [line.strip() for line in lines if line not in TEXT.splitlines()]
    assert "来自: 2023/成绩/3" in added and any("2023/指标/管网" in line for line in added)
    assert any("2023/打算/1" in line for line in added)
