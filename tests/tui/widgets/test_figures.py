from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pilots import play, screen_lines, screen_text
from rich.cells import cell_len
from textual.pilot import Pilot
from widget_host import Host

from drafter.actions.editing.figures import FigureRows
from drafter.actions.editing.tree import Record, grown
from drafter.tui.speech import speak, tell
from drafter.tui.widgets.figures import FiguresTable, columns

HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    yield
    speak("zh")


def report() -> Record:
    root: Record = grown(
        {
            "指标": [
                {
                    "编号": "高企净增",
                    "名称": "高新技术企业净增数",
                    "数值": "76",
                    "单位": "家",
                    "上期": "38",
                    "同期": "64",
                    "目标": "100",
                },
                {"编号": "合同额", "名称": "技术合同成交额", "数值": "4.0", "单位": "亿元", "同期": "3.1", "状态": "预计"},
                {"编号": "研发占比", "名称": "全社会研发投入占地区生产总值比重", "数值": "2.9五", "单位": "%", "同期": "2.81"},
                {"编号": "投入强度", "名称": "研发投入强度", "数值": "2.95", "单位": "%", "同期": "2.81"},
            ],
            "成绩": [{"正文": "净增{{ 高企净增 }}"}],
        }
    )
    for uid, record in enumerate([*root["指标"], *root["成绩"]], 1):
        record.uid = uid
    return root


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_table_as_it_is_seen(language: Any) -> None:
    speak(language)

    async def story(pilot: Pilot[Any]) -> None:
        assert screen_text(pilot.app) == (HERE / f"figures.{language}.txt").read_text("utf-8")

    play(Host(FiguresTable(FigureRows(report()))), story, (160, 8))


def test_no_title_is_wider_than_its_column_and_all_columns_fit_a_wide_screen() -> None:
    for language in ("zh", "en"):
        speak(language)
        assert [column.key for column in columns() if cell_len(tell(column.title)) > column.width] == []
    assert sum(column.width + 1 for column in columns()) <= 160


def test_where_a_figure_is_used_is_told_by_key_by_enter_and_by_click() -> None:
    host = Host(FiguresTable(FigureRows(report())))

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.press("f4", "end", "enter")
        assert host.takes("UsesAsked") == [("UsesAsked", 1, (5,))] * 2
        await pilot.click(offset=(154, 2))
        assert host.takes("UsesAsked") == [("UsesAsked", 2, ())]

    play(host, story, (160, 8))


def test_a_changed_figure_is_shown_with_what_follows_from_it() -> None:
    host = Host(FiguresTable(FigureRows(report())))

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.press("down")
        root = report()
        root["指标"].insert(0, grown({"编号": "新的"}))
        root["指标"][2]["数值"] = "6.2"
        host.widget.show_figures(FigureRows(root))
        await pilot.pause()
        assert "增长100%" in screen_lines(host)[3] and host.widget.cursor == 2
        root["指标"] = []
        host.widget.show_figures(FigureRows(root))
        await pilot.pause()
        assert screen_lines(host)[1] == "还没有指标。按 Insert 加一个。"

    play(host, story, (160, 8))


def test_of_thousands_of_figures_only_the_visible_ones_are_computed(monkeypatch: Any) -> None:
    from drafter.actions.editing import figures

    read: list[Record] = []
    whole = figures.figure_of
    monkeypatch.setattr(figures, "figure_of", lambda record: read.append(record) or whole(record))

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.press("ctrl+end")
        await pilot.pause()
        assert screen_lines(pilot.app)[-2].split()[0] == "数4999"

    play(Host(FiguresTable(FigureRows(grown({"指标": [{"编号": f"数{number}"} for number in range(5000)]})))), story, (80, 24))
    assert len({record.uid for record in read}) < 60
