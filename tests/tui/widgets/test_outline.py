from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pilots import play, screen_lines, screen_text
from rich.cells import cell_len
from textual.pilot import Pilot
from widget_host import Host, strike

from drafter.actions.editing.outline import FIGURES, PART_UIDS, REPORT, OutlineRow, rows_of
from drafter.actions.editing.tree import Record, grown
from drafter.tui.speech import speak
from drafter.tui.widgets.outline import SIGNS, Outline

HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    yield
    speak("zh")


def report() -> Record:
    """Uids: 10, with 11 and 12 in it; 20, with 21 in it; 30 and 40."""
    root: Record = grown(
        {
            "标题": "安澜市科学技术局2024年工作总结",
            "指标": [{"编号": "高企", "数值": "76", "单位": "家"}],
            "成绩": [
                {"标题": "抓主体培育", "分项": [{"标题": "净增{{ 高企 }}", "正文": "新认定两批。"}, {}]},
                {"标题": "抓平台建设，让每一家企业都找得到实验室、用得起设备", "分项": [{"正文": "开放仪器\x1b[2J"}]},
            ],
            "问题": [{"正文": "投入不足", "待更新": "是"}],
            "打算": [{"标题": "补短板", "正文": "跟进服务。"}],
        }
    )
    root.uid = REPORT
    first, second = root["成绩"]
    for uid, record in {10: first, 11: first["分项"][0], 12: first["分项"][1], 20: second, 21: second["分项"][0]}.items():
        record.uid = uid
    root["问题"][0].uid, root["打算"][0].uid = 30, 40
    return root


def outline() -> Outline:
    return Outline(rows_of(report(), {11: "warning", 21: "error"}, {10: "（一）", 20: "（二）"}))


def labels(host: Host[Outline]) -> list[str]:
    return [
        line.split(maxsplit=1)[1].lstrip("▾▸ ") if line[0] != " " else line.strip("▾▸ ") for line in screen_lines(host) if line
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_outline_as_it_is_seen(language: Any) -> None:
    speak(language)

    async def story(pilot: Pilot[Any]) -> None:
        assert screen_text(pilot.app) == (HERE / f"outline.{language}.txt").read_text("utf-8")

    play(Host(outline()), story, (40, 12))


def test_every_mark_takes_one_cell() -> None:
    assert {cell_len(piece.text) for piece in SIGNS.values()} == {1}


def test_the_cursor_tells_the_uid_and_enter_opens() -> None:
    host = Host(outline())

    async def story(pilot: Pilot[Any]) -> None:
        assert host.takes() == [("Highlighted", 0, REPORT)]
        await strike(pilot, "down", "down", "down", "enter")
        assert host.takes() == [
            ("Highlighted", 1, FIGURES),
            ("Highlighted", 2, PART_UIDS["成绩"]),
            ("Highlighted", 3, 10),
            ("Opened", 10),
        ]
        await pilot.click(offset=(20, 6))
        assert host.takes() == [("Highlighted", 6, 20), ("Opened", 20)]

    play(host, story)


def test_folding_hides_what_is_inside_shows_its_gravest_mark_and_is_kept_by_uid() -> None:
    host = Host(outline())

    async def story(pilot: Pilot[Any]) -> None:
        host.widget.go(10)
        await pilot.press("left")
        assert screen_lines(host)[3] == "!   ▸ （一）抓主体培育" and "（二）" in screen_lines(host)[4]
        host.widget.show(rows_of(report()))
        await pilot.pause()
        assert host.widget.folded == {10} and screen_lines(host)[3] == "✓   ▸ 抓主体培育"
        await pilot.press("right")
        assert host.widget.folded == frozenset() and host.widget.cursor_uid == 10
        await pilot.press("right")
        assert host.widget.cursor_uid == 11
        await pilot.press("left")
        assert host.widget.cursor_uid == 10 and host.widget.folded == frozenset()

    play(host, story)


def test_a_click_on_the_sign_folds_without_opening() -> None:
    host = Host(outline())

    async def story(pilot: Pilot[Any]) -> None:
        host.takes()
        await pilot.click(offset=(4, 3))
        assert host.widget.folded == {10} and host.takes("Opened") == []
        await pilot.click(offset=(4, 3))
        assert host.widget.folded == frozenset()

    play(host, story)


def test_folding_all_takes_the_cursor_to_what_is_left_and_going_to_a_row_unfolds_it() -> None:
    host = Host(outline())

    async def story(pilot: Pilot[Any]) -> None:
        host.widget.go(21)
        host.widget.update_row(30, mark="warning")
        await pilot.press("shift+left")
        assert [line[0] for line in screen_lines(host) if line] == [" ", " ", "!", "!", " "]
        assert len(labels(host)) == 5 and host.widget.cursor_uid == PART_UIDS["成绩"]
        assert host.widget.go(21) and host.widget.cursor_uid == 21
        await pilot.pause()
        assert len(labels(host)) == 8  # 成绩 and 20 are open, 10 is not
        await pilot.press("shift+right")
        assert len(labels(host)) == 12 and host.widget.cursor_uid == 21
        assert not host.widget.go(99)

    play(host, story)


def test_shown_anew_the_cursor_stays_on_its_row_or_on_its_line() -> None:
    host = Host(outline())

    async def story(pilot: Pilot[Any]) -> None:
        host.widget.go(20)
        root = report()
        await pilot.pause()
        host.takes()
        root["成绩"].insert(0, grown({"标题": "新的一条"}))
        host.widget.show(rows_of(root))
        await pilot.pause()
        assert host.takes() == [("Highlighted", 7, 20)]
        del root["成绩"][2]
        host.widget.show(rows_of(root))
        await pilot.pause()
        assert host.takes() == [("Highlighted", 7, PART_UIDS["问题"])]

    play(host, story)


def test_one_row_is_changed_in_place() -> None:
    host = Host(outline())

    async def story(pilot: Pilot[Any]) -> None:
        host.widget.update_row(40, label="补三块短板", mark="carried", ordinal="一、")
        host.widget.update_row(40, label=None)
        host.widget.update_row(99, label="没有")
        await pilot.pause()
        assert screen_lines(host)[11] == "~     一、补三块短板"
        assert host.widget.row_of(40) == OutlineRow(40, 1, "补三块短板", "一、", "carried", "打算")

    play(host, story)


REQUESTS = [
    ("insert", ("AddAfter", 10)),
    ("ctrl+n", ("AddAfter", 10)),
    ("alt+insert", ("AddInside", 10)),
    ("ctrl+l", ("AddInside", 10)),
    ("delete", ("Remove", 10)),
    ("alt+up", ("Move", 10, "up")),
    ("ctrl+up", ("Move", 10, "up")),
    ("alt+down", ("Move", 10, "down")),
    ("ctrl+down", ("Move", 10, "down")),
    ("alt+right", ("Move", 10, "in")),
    ("ctrl+left", ("Move", 10, "out")),
    ("ctrl+d", ("Duplicate", 10)),
    ("ctrl+k", ("ChangeKind", 10)),
]


def test_what_is_asked_for_goes_out_with_the_uid_and_can_be_bound_to_other_keys() -> None:
    host = Host(outline())

    async def story(pilot: Pilot[Any]) -> None:
        host.widget.go(10)
        await pilot.pause()
        host.takes()
        await strike(pilot, *(key for key, _ in REQUESTS))
        assert host.takes() == [message for _, message in REQUESTS]
        host.set_keymap({"outline.remove": "f8"})
        await strike(pilot, "delete", "f8")
        assert host.takes() == [("Remove", 10)]

    play(host, story)


def test_parts_take_new_facts_and_nothing_else_and_the_report_takes_none() -> None:
    host = Host(outline())
    keys = ("insert", "ctrl+l", "delete", "alt+up", "ctrl+d", "ctrl+k")

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        host.takes()
        await strike(pilot, *keys)
        assert host.takes() == []
        host.widget.go(PART_UIDS["问题"])
        await pilot.pause()
        host.takes()
        await strike(pilot, *keys)
        assert host.takes() == [("AddInside", PART_UIDS["问题"])] * 2

    play(host, story)


def test_a_right_click_offers_what_can_be_done_with_the_row_and_does_what_is_chosen() -> None:
    host = Host(outline())

    async def story(pilot: Pilot[Any]) -> None:
        await pilot.click(offset=(12, 4), button=3)
        await pilot.pause()
        host.takes()
        text = screen_text(pilot.app)
        assert all(words in text for words in ("加一条", "Alt+Ins", "升一级", "删除  ")), text
        line = next(y for y, line in enumerate(screen_lines(pilot.app)) if "复制一条" in line)
        await pilot.click(offset=(15, line))
        await pilot.pause()
        assert host.takes("Duplicate", "Opened") == [("Duplicate", 11)]
        host.widget.go(PART_UIDS["问题"])
        await pilot.press("shift+f10")
        await pilot.pause()
        text = screen_text(pilot.app)
        assert "加下一级" in text and "删除" not in text
        await pilot.press("escape", "shift+f10")
        await pilot.click(offset=(0, 0))
        await pilot.pause()
        assert host.screen is host.screen_stack[0] and host.takes("AddInside", "Remove") == []

    play(host, story)
