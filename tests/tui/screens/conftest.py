"""A workspace, a clock, and an app that only shows one screen and remembers what came of it."""

import os
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, ClassVar

import pytest
from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

from drafter.tui.speech import speak

HERE = Path(__file__).parent
NOW = datetime(2026, 11, 3, 15, 0, tzinfo=timezone(timedelta(hours=8)))


class Stage(App[None]):
    """Shows ``first``; ``result`` is a list of what it was dismissed with."""

    BINDINGS: ClassVar = [Binding("f1", "help", show=False)]

    def __init__(self, first: Screen[Any]) -> None:
        super().__init__()
        self.first = first
        self.results: list[Any] = []
        self.opened: list[Any] = []

    def on_mount(self) -> None:
        self.push_screen(self.first, self.results.append)

    def on_start_screen_open_report(self, event: Any) -> None:
        self.opened.append((event.name, event.start, event.problem))

    def action_help(self) -> None:
        from drafter.tui.screens.helping import HelpScreen

        self.push_screen(HelpScreen.about(self.screen))


@pytest.fixture
def stage() -> type[Stage]:
    return Stage


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def quiet(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No settings, memory or documents of the machine; Chinese; faults are raised."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("DRAFTER_STATE", str(home / "state"))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("DRAFTER_DEBUG", "1")
    speak("zh")
    yield
    speak("zh")


REPORT = """\
单位: 临江市水务局
期间: 2025
标题: 2025年管网{{ 管网 }}工作总结
导语: 全年稳中有进。
成文日期: 2025年12月30日
指标:
  - {编号: 管网, 名称: 新建管网, 数值: 76, 单位: 公里, 状态: 预计}
成绩:
  - {标题: 抓建设, 正文: 开工五项。}
  - {标题: 抓管护}
打算:
  - {标题: 扩管网, 正文: 再建二十公里。}
"""
BROKEN = """\
单位: 临江市水务局
期间: 2026-H1
标题: 半年总结
指标:
  - {编号: 漏损, 名称: 漏损率, 数值: 约百分之九}
成绩:
  - 标题: 抓建设
    正文: 漏损率{{ 漏水 }}。
"""


@pytest.fixture
def workspace(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Two reports, one of them with errors, last changed two days before the clock. Its path is short and always the same."""
    home = tmp_path / "ws"
    for name, text in (("2025", REPORT), ("2026-H1", BROKEN)):
        folder = home / "facts" / name
        folder.mkdir(parents=True)
        (folder / "报告.yaml").write_text(text, "utf-8")
        moment = (NOW - timedelta(days=2)).timestamp()
        os.utime(folder / "报告.yaml", (moment, moment))
    return home
