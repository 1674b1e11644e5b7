"""What was carried over: what waits, and keeping, updating and dropping it."""

from pathlib import Path

import pytest

from drafter.actions.editing.carried import drop, following, keep, pending, update
from drafter.actions.editing.desk import ROOT, Desk
from drafter.actions.editing.settling import settle
from drafter.actions.editing.tree import Record, records

FACTS = """\
单位: 临江市水务局
期间: 2024
标题: 2024年总结
来自: [2023]
待更新: 是
通知: {标题: 通知}
导语: 今年完成{{ 管网 }}。
指标:
- {编号: 管网, 名称: 新建管网, 单位: 公里, 上期: 76, 来自: [2023/指标/管网], 待更新: 是}
- {编号: 合计, 名称: 合计, 数值: 5, 其中: [水库], 来自: [2023/指标/合计, 2022/指标/合计], 待更新: 是}
- {编号: 水库, 名称: 水库, 待更新: 是}
成绩:
- 标题: 工作
  来自: 2023/成绩/1
  分项:
  - 编号: 建设
    标题: 抓建设
    来自: 2023/建设
    待更新: 是
    对应: [2023/成绩/9, 2023/打算/1, 别处/2023/成绩/1]
    分项:
    - {编号: 甲, 正文: 开工五项。, 来自: 2023/成绩/1/1/1, 待更新: 是}
- {标题: 自己写的, 正文: 没有来历。}
问题:
- {编号: 漏损, 正文: 漏损偏高。, 对应: [建设, 甲, 接着建], 待更新: 否}
打算:
- {编号: 接着建, 正文: 接着建。, 待更新: 是, 来自: 2023/打算/1, 对应: [漏损]}
上期打算:
- {来自: 2023/打算/1, 标题: 建, 指标: 水库}
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    path = tmp_path / "facts" / "2024" / "报告.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(FACTS, "utf-8")
    return Desk.open("2024", tmp_path)


def find(desk: Desk, name: str) -> Record:
    named = (each for _, each in records(desk.root) if name in (each.get("编号"), each.get("标题"), each.get("正文")))
    return next(named)


def there(desk: Desk, name: str) -> bool:
    return any(name in (each.get("编号"), each.get("标题"), each.get("正文")) for _, each in records(desk.root))


def test_what_waits_in_reading_order(desk: Desk) -> None:
    named = [find(desk, name).uid for name in ("管网", "合计", "水库", "建设", "甲", "接着建")]
    assert pending(desk.root) == [ROOT, *named]
    assert pending(Record()) == []


def test_keeping_takes_the_mark_off_and_nothing_else(desk: Desk) -> None:
    uid = find(desk, "建设").uid
    before = dict(find(desk, "建设"))
    assert keep(desk, uid) is None
    assert dict(find(desk, "建设")) == {word: value for word, value in before.items() if word != "待更新"}
    assert find(desk, "甲").get("待更新") == "是"
    assert keep(desk, ROOT) is None and "待更新" not in desk.root and desk.root["导语"]


def test_keeping_a_figure_repeats_its_last_value_in_one_step(desk: Desk) -> None:
    pipes, total, dams = (find(desk, name).uid for name in ("管网", "合计", "水库"))
    assert keep(desk, pipes) is None and find(desk, "管网")["数值"] == "76"
    desk.undo()
    assert "数值" not in find(desk, "管网") and find(desk, "管网")["待更新"] == "是"
    assert keep(desk, total) is None and find(desk, "合计")["数值"] == "5"
    problem = keep(desk, dams)
    assert problem is not None and problem.code == "carried-nothing" and problem.fact == "水库"
    assert find(desk, "水库")["待更新"] == "是"


def test_updating_leaves_what_was_typed(desk: Desk) -> None:
    uid = find(desk, "水库").uid
    assert update(desk, uid) is None and "待更新" not in find(desk, "水库") and "数值" not in find(desk, "水库")


def test_dropping_notes_where_it_came_from_in_one_step(desk: Desk) -> None:
    before = desk.root
    assert drop(desk, find(desk, "接着建").uid) is None
    assert not there(desk, "接着建") and desk.root["不再沿用"] == ["2023/打算/1"]
    assert find(desk, "漏损")["对应"] == ["建设", "甲"]
    desk.undo()
    assert desk.root == before


def test_with_a_fact_goes_what_is_below_it_and_an_empty_heading_above(desk: Desk) -> None:
    assert drop(desk, find(desk, "建设").uid) is None
    assert [fact["标题"] for fact in desk.root["成绩"]] == ["自己写的"]
    assert desk.root["不再沿用"] == ["2023/成绩/1", "2023/建设", "2023/成绩/9", "2023/成绩/1/1/1"]
    assert find(desk, "漏损")["对应"] == ["接着建"]


def test_a_heading_that_says_something_stays(desk: Desk) -> None:
    desk.set(find(desk, "工作").uid, "正文", "说点什么。")
    assert drop(desk, find(desk, "建设").uid) is None
    assert there(desk, "工作") and desk.root["不再沿用"][0] == "2023/建设"


def test_what_was_noted_before_stays_noted(desk: Desk) -> None:
    desk.set(ROOT, "不再沿用", ["2023/旧", "2023/成绩/1/1/1"])
    drop(desk, find(desk, "甲").uid)
    assert desk.root["不再沿用"] == ["2023/旧", "2023/成绩/1/1/1"]
    drop(desk, find(desk, "合计").uid)
    assert desk.root["不再沿用"][2:] == ["2023/指标/合计", "2022/指标/合计"]


def test_a_figure_in_use_stays(desk: Desk) -> None:
    problem = drop(desk, find(desk, "管网").uid)
    assert problem is not None and problem.code == "carried-figure-used" and "2024年总结" in problem.message.zh
    assert there(desk, "管网")
    assert drop(desk, find(desk, "水库").uid) is not None, "another is made of it"
    assert drop(desk, find(desk, "合计").uid) is None
    assert drop(desk, find(desk, "水库").uid) is None, "what last time's plans aimed at does not hold it"


def test_of_the_report_itself_the_title_stays(desk: Desk) -> None:
    assert drop(desk, ROOT) is None
    assert "导语" not in desk.root and "通知" not in desk.root and "待更新" not in desk.root
    assert desk.root["标题"] == "2024年总结" and "不再沿用" not in desk.root


def test_what_is_gone_already_is_no_trouble(desk: Desk) -> None:
    uid = find(desk, "甲").uid
    desk.remove(uid)
    before = desk.revision
    assert [act(desk, uid) for act in (keep, update, drop)] == [None, None, None] and desk.revision == before


def test_a_file_with_faults_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "facts" / "2024" / "报告.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(FACTS + "坏: [\n", "utf-8")
    broken = Desk.open("2024", tmp_path)
    uid = find(broken, "甲").uid
    for act in (keep, update, drop):
        problem = act(broken, uid)
        assert problem is not None and problem.code == "file-locked"
    assert find(broken, "甲")["待更新"] == "是"


def test_it_is_written_in_its_place(desk: Desk) -> None:
    drop(desk, find(desk, "甲").uid)
    keep(desk, find(desk, "管网").uid)
    assert settle(desk.snapshot()).trouble == []
    text = Path(desk.file(ROOT)).read_text("utf-8")
    assert "不再沿用: [2023/成绩/1/1/1]" in text and "数值: 76" in text and "没有来历" in text


def test_a_figure_that_is_kept_has_the_target_and_the_rank_of_last_time_too(desk: Desk, tmp_path: Path) -> None:
    """Texts may name 完成率 and 排名 as well: whoever keeps everything says what was said then."""
    path = tmp_path / "facts" / "2023" / "报告.yaml"
    path.parent.mkdir(parents=True)
    then = "{编号: 管网, 名称: 新建管网, 数值: 76, 单位: 公里, 目标: 80, 排名: {范围: 全省, 名次: 4}}"
    path.write_text(f"单位: 临江市水务局\n期间: 2023\n标题: 总结\n指标: [{then}]\n", "utf-8")
    pipes = find(desk, "管网").uid
    assert keep(desk, pipes) is None
    kept = find(desk, "管网")
    assert (kept["目标"], dict(kept["排名"])) == ("80", {"范围": "全省", "名次": "4"})
    desk.undo()
    desk.set(pipes, "目标", "90")
    desk.set(pipes, ("排名", "名次"), "2")
    keep(desk, pipes)
    assert (find(desk, "管网")["目标"], find(desk, "管网")["排名"]["名次"]) == ("90", "2")


def test_what_follows_stands_behind_and_begins_anew_at_the_end(desk: Desk) -> None:
    names = ["管网", "水库", "甲", "接着建"]
    waits = [find(desk, name).uid for name in names]
    after = {name: following(desk.root, find(desk, name).uid, waits) for name in ("合计", "抓建设", "甲", "漏损", "接着建", "建")}
    assert {name: names[waits.index(uid)] for name, uid in after.items()} == {
        "合计": "水库",
        "抓建设": "甲",
        "甲": "接着建",
        "漏损": "接着建",
        "接着建": "管网",
        "建": "管网",
    }
    assert following(desk.root, -1, [ROOT, *waits]) == ROOT and following(desk.root, ROOT, [ROOT, *waits]) == waits[0]
