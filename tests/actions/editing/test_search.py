from typing import Any

import pytest

from drafter.actions.editing.search import Hit, search
from drafter.actions.editing.tree import Record, grown


def report(**said: Any) -> Record:
    root: Record = grown(said)
    root.uid = 0
    return root


def found(text: str, words: str) -> list[str]:
    return [hit.line[hit.start : hit.end] for hit in search(report(导语=text), words)]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("抓创新", "创新", ["创新"]),
        ("（一）组织", "(一)", ["（一）"]),
        ("(一)组织", "（一）", ["(一)"]),
        ("ＡＩ和Ai", "ai", ["ＡＩ"]),
        ("建ai平台", "ＡＩ", ["ai"]),
        ("创 新", "创新", ["创 新"]),
        ("创新", "创 新", ["创新"]),
        ("a+b", "a+b", ["a+b"]),
        ("面积3㎡", "㎡", ["㎡"]),
        ("图①所示", "1", ["①"]),
        ("别的", "创新", []),
        ("别的", "  ", []),
        ("", "", []),
    ],
)
def test_widths_cases_and_white_space_do_not_matter(text: str, words: str, expected: list[str]) -> None:
    assert found(text, words) == expected


def test_every_text_of_every_record_is_looked_at_in_order() -> None:
    root = report(
        标题="创新总结",
        通知={"标题": "关于创新的通知"},
        指标=[{"编号": "甲", "名称": "创新指数", "其中": ["创新乙"]}],
        成绩=[{"标题": "抓创新", "分项": [{"正文": "再谈创新", "获奖": "创新奖"}]}],
    )
    hits = search(root, "创新")
    assert [(hit.word, hit.where) for hit in hits] == [
        ("标题", "创新总结"),
        ("标题", "关于创新的通知"),
        ("名称", "创新指数"),
        ("其中", "创新指数"),
        ("标题", "抓创新"),
        ("正文", "抓创新"),
        ("获奖", "抓创新"),
    ]
    assert hits[5].uid == root["成绩"][0]["分项"][0].uid


def test_a_hit_is_a_line_with_its_first_place_and_the_place_in_the_whole_text() -> None:
    root = report(成绩=[{"正文": "头一段\n谈创新又谈创新\n还有创\n新。"}])
    uid = root["成绩"][0].uid
    assert search(root, "创新") == [
        Hit(uid, "正文", "", "谈创新又谈创新", 1, 3, 5),
        Hit(uid, "正文", "", "还有创", 2, 3, 14),
    ]


def test_facts_without_a_heading_are_not_placed_under_the_title_of_the_report() -> None:
    assert [hit.where for hit in search(report(标题="总结", 成绩=[{"正文": "创新"}]), "创新")] == [""]
