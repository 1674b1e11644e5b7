"""The whole app on a workspace of its own."""

from pathlib import Path

import pytest

from drafter.tui.app import DrafterApp

REPORT = """\
单位: 云溪县林业局
期间: 2025
标题: 云溪县林业局2025年工作总结和2026年工作打算
导语: |
  全年完成造林{{ 造林 }}，比上年{{ 造林.同比 }}。
指标:
  - {编号: 造林, 名称: 造林面积, 数值: 1200, 单位: 亩, 同期: 1000, 目标: 1500}
  - {编号: 苗圃, 名称: 苗圃数, 数值: 8, 单位: 个}
成绩:
  - 标题: 抓造林
    正文: 春秋两季造林{{ 造林 }}，完成年度任务的{{ 造林.完成率 }}。
  - 标题: 抓防火
    正文: 全年没有发生火灾。
    分项:
      - 标题: 巡护
        正文: 护林员每日巡山。
      - 标题: 宣传
        正文: 清明前后进村入户。
  - 标题: 抓产业
    正文: 林下种植铺开。
  - 标题: 抓队伍
    正文: 培训两期。
问题:
  - 标题: 苗木偏少
    正文: 苗圃只有{{ 苗圃 }}。
打算:
  - 标题: 扩苗圃
    正文: 再建3个苗圃。
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "facts" / "2025"
    folder.mkdir(parents=True)
    (folder / "报告.yaml").write_text(REPORT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def app(workspace: Path) -> DrafterApp:
    """The app, open on the report."""
    return DrafterApp(workspace, "2025")
