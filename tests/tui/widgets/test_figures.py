from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from goldens import same_screen
from pilots import play, screen_lines
from rich.cells import cell_len
from textual.pilot import Pilot
from widget_host import Host, strike

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
        await pilot.press("down", "down")
        same_screen(pilot.app, HERE / f"figures.{language}.txt")

    play(Host(FiguresTable(FigureRows(report()))), story, (160, 8))


def test_no_title_is_wider_than_its_column_and_all_columns_fit_a_wide_screen() -> None:
    for language in ("zh", "en"):
        speak(language)
        assert [column.key for column in columns() if cell_len(tell(column.title)) > column.width] == []
    assert sum(column.width + 1 for column in columns()) <= 160


def test_where_a_figure_is_used_is_told_by_key_by_enter_and_by_click() -> None:
    host = Host(FiguresTable(FigureRows(report())))

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.press("ctrl+u", "end", "enter")
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
        assert screen_lines(pilot.app)[-4].split()[0] == "数4999"

    play(Host(FiguresTable(FigureRows(grown({"指标": [{"编号": f"数{number}"} for number in range(5000)]})))), story, (80, 24))
    assert len({record.uid for record in read}) < 60


def test_one_begins_at_the_value_not_at_the_name_that_texts_say() -> None:
    host = Host(FiguresTable(FigureRows(report())))

    async def story(pilot: Pilot[Any]) -> None:
        await strike(pilot, "8", "0", "enter")
        assert host.takes("CellChanged") == [("CellChanged", 1, "数值", "80")]

    play(host, story, (80, 12))


def test_the_lines_under_the_table_say_what_a_cell_is_for_and_what_is_wrong_with_it() -> None:
    host = Host(FiguresTable(FigureRows(report())))

    def notes() -> list[str]:
        return screen_lines(host)[-2:]

    async def story(pilot: Pilot[Any]) -> None:
        assert notes()[0] == "数值：本期数，只填数字" and "Tab" in notes()[1]
        await strike(pilot, "种")
        assert "应是数字" in notes()[1] and "种" in notes()[1]
        assert "应是数字" in host.widget.explanation()[1]
        await strike(pilot, "escape", "right")
        assert notes()[0].startswith("单位：") and "应是" not in notes()[1]
        await strike(pilot, "left", "5", "escape")
        assert "Ctrl+Z" in notes()[1] and "5" in notes()[1]
        await strike(pilot, "tab", "tab")
        assert notes()[0] == "上期：上一期的数" and host.widget.explanation() == ("上期", "上一期的数")
        await strike(pilot, "home", "down", "高", "企", "净", "增")
        assert "已经有一行" in notes()[1]
        await strike(pilot, "escape", "end")
        assert notes() == ["用处：有几处用到它", "按回车到那里去。"]
        await strike(pilot, "left")
        assert "算出来的" in notes()[1]
        host.screen.set_focus(None)
        await pilot.pause()
        assert "F2" in notes()[0] and notes()[1] == ""

    play(host, story, (160, 12))


def test_every_column_says_what_it_is_for() -> None:
    for language in ("zh", "en"):
        speak(language)
        assert [column.key for column in columns() if not tell(column.help)] == []


def test_the_lines_under_the_table_are_no_rows_of_it() -> None:
    figures = [{"编号": f"数{number}", "数值": "1"} for number in range(30)]
    host = Host(FiguresTable(FigureRows(grown({"指标": figures}))))

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.click(offset=(2, 9))
        assert host.widget.cursor == 0
        await pilot.press("ctrl+end")
        await pilot.pause()
        assert [line.split()[0] for line in screen_lines(host)[-5:-3]] == ["数28", "数29"]
        assert screen_lines(host)[-3] == "" or "数" in screen_lines(host)[-3]

    play(host, story, (80, 12))


def test_a_figure_of_a_faulty_file_says_that_it_can_only_be_looked_at() -> None:
    host = Host(FiguresTable(FigureRows(report(), writable=lambda uid: uid != 1)))

    async def story(pilot: Pilot[Any]) -> None:
        await strike(pilot, "9")
        assert host.widget.pending is None and "只能看" in screen_lines(host)[-2] + screen_lines(host)[-1]
        await strike(pilot, "down", "9")
        assert host.widget.pending is not None

    play(host, story, (80, 12))


def test_escape_asks_to_leave_the_table_but_first_ends_typing() -> None:
    host = Host(FiguresTable(FigureRows(report())))

    async def story(pilot: Pilot[Any]) -> None:
        await strike(pilot, "9", "escape")
        assert host.takes("Left") == []
        await strike(pilot, "escape")
        assert host.takes("Left") == [("Left",)]

    play(host, story, (80, 12))
