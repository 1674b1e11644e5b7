"""The reports of a workspace at a glance."""

import os
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from drafter.actions.cards import Card, cards, filled, names, when

ZONE = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 3, 15, 0, tzinfo=ZONE)

REPORT = """\
单位: 临江市水务局
期间: 2025
标题: 2025年管网{{ 管网 }}工作总结
成文日期: 2025年12月30日
指标:
  - {编号: 管网, 名称: 新建管网, 数值: 76, 单位: 公里, 状态: 预计}
  - {编号: 漏损, 名称: 漏损率, 单位: '%'}
成绩:
  - 标题: 抓建设
    分项:
      - {标题: 主干管, 正文: 开工五项。}
      - {标题: 支管}
  - {标题: 抓管护, 正文: 巡查百次。, 待更新: 是}
打算:
  - {正文: 再建二十公里。}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    for name, text in (
        ("2025", REPORT),
        ("2026-H1", "单位: [坏了\n"),
        ("2024", "单位: 甲\n期间: 2024\n标题: 旧\n"),
        ("水利站/2025-M09", "单位: 乙\n"),
    ):
        folder = tmp_path / "facts" / name
        folder.mkdir(parents=True)
        (folder / "报告.yaml").write_text(text, "utf-8")
    return tmp_path


def test_names_come_at_once_the_newest_period_first(workspace: Path) -> None:
    found = names(workspace)
    assert [card.name for card in found] == ["2026-H1", "2025", "水利站/2025-M09", "2024"]
    assert all(card.progress is None and card.edited for card in found)
    assert names(workspace / "facts" / "2024") == found


def test_a_card_counts_what_there_is(workspace: Path) -> None:
    card = cards(workspace)[1]
    assert (card.unit, card.title) == ("临江市水务局", "2025年管网76公里工作总结")
    progress = card.progress
    assert progress is not None
    assert (progress.filled, progress.facts, progress.stale) == (3, 4, 1)
    assert (progress.figures, progress.provisional, progress.empty) == (2, 1, 1)
    assert not progress.ready and progress.unanswered == 0


def test_what_waits_of_last_time_is_counted_apart_from_what_is_wrong(workspace: Path) -> None:
    place = workspace / "facts/2025/报告.yaml"
    place.write_text(
        "单位: 甲局\n期间: 2025\n标题: 甲局2025年工作总结\n待更新: 是\n"
        "指标:\n  - {编号: 甲, 名称: 甲数, 数值: 1, 单位: 个, 待更新: 是}\n"
        "成绩:\n  - {标题: 抓建设, 正文: 完成。, 待更新: 是}\n"
        "打算:\n  - {标题: 再建设, 正文: 推进。}\n"
        "上期打算:\n  - {标题: 建设}\n  - {标题: 管护, 兑现: 完成}\n上期问题:\n  - {标题: 人少}\n",
        "utf-8",
    )
    progress = cards(workspace)[1].progress
    assert progress is not None and not progress.ready
    assert (progress.stale, progress.unanswered, progress.problems.get("error", 0)) == (3, 2, 0)
    text = place.read_text("utf-8").replace("待更新: 是", "待更新: 否").replace("标题: 建设", "标题: 建设, 兑现: 完成")
    place.write_text(text.replace("标题: 人少", "标题: 人少, 现状: 已解决"), "utf-8")
    progress = cards(workspace)[1].progress
    assert progress is not None and progress.ready and (progress.stale, progress.unanswered) == (0, 0)


def test_problems_are_counted_and_a_broken_report_still_has_its_card(workspace: Path) -> None:
    broken = cards(workspace)[0]
    assert broken.progress is not None and broken.progress.problems["error"] >= 1


def test_a_report_that_cannot_be_read_says_so(workspace: Path) -> None:
    gone = filled(Card("2030", None), workspace)
    assert gone.progress is None and gone.trouble is not None and "2030" in gone.trouble.zh


def test_the_newest_file_dates_the_report(workspace: Path) -> None:
    extra = workspace / "facts/2025/补充.yaml"
    extra.write_text("问题: []\n", "utf-8")
    os.utime(workspace / "facts/2025/报告.yaml", (1_000_000_000, 1_000_000_000))
    os.utime(extra, (1_700_000_000, 1_700_000_000))
    edited = names(workspace)[1].edited
    assert edited is not None and edited.timestamp() == 1_700_000_000


def test_no_workspace_no_cards(tmp_path: Path) -> None:
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("moment", "zh", "en"),
    [
        (NOW.replace(hour=9, minute=5), "今天 9:05", "today 9:05"),
        (NOW - timedelta(hours=20), "昨天 19:00", "yesterday 19:00"),
        (NOW - timedelta(days=3), "3天前", "3 days ago"),
        (datetime(2026, 6, 30, tzinfo=ZONE), "6月30日", "Jun 30"),
        (datetime(2025, 6, 30, tzinfo=ZONE), "2025年6月30日", "Jun 30 2025"),
        (NOW + timedelta(days=2), "11月5日", "Nov 5"),
    ],
)
def test_when(moment: datetime, zh: str, en: str) -> None:
    assert when(moment, NOW) == (zh, en)
