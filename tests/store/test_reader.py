"""Reading text into a tree: what is kept, what is accepted, and both parsers alike."""

from pathlib import Path

import pytest
import yaml

from drafter.store import compose as composing
from drafter.store.compose import compose
from drafter.store.reader import digest, parse, parse_text, read_document
from drafter.store.syntax import at, plain, scalars

TYPED = "a: NO\nb: 0123\nc: 12:30:45\nd: ~\ne: 2024-02-30\nf: 1e3\ng: 0x1F\nh: .5\ni: true\n"


def test_every_scalar_is_text() -> None:
    found = parse_text(TYPED)
    assert plain(found.root) == {  # type: ignore[arg-type]
        "a": "NO",
        "b": "0123",
        "c": "12:30:45",
        "d": "~",
        "e": "2024-02-30",
        "f": "1e3",
        "g": "0x1F",
        "h": ".5",
        "i": "true",
    }


def test_lines_and_columns_count_from_one() -> None:
    found = parse_text("# 注\n成绩:\n- 标题: 甲\n")
    node = at(found.root, ("成绩", 0, "标题"))
    assert node is not None and (node.line, node.column) == (3, 7)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_bytes_are_given_back(newline: str, bom: bytes) -> None:
    data = bom + f"标题: 甲{newline}# 注{newline}单位: 乙".encode()
    found = parse(data, "x.yaml")
    assert found.sound and found.data == data and found.newline == newline and found.hash == digest(data)
    assert at(found.root, ("标题",)) is not None


def test_aliases_stand_for_their_anchor() -> None:
    found = parse_text("a: &x {k: v}\nb: *x\n")
    assert found.sound and plain(found.root) == {"a": {"k": "v"}, "b": {"k": "v"}}  # type: ignore[arg-type]


def test_a_broken_document_is_not_sound_but_read() -> None:
    found = parse_text("单位：甲\n标题: 乙\n")
    assert not found.sound
    assert plain(found.root) == {"单位": "甲", "标题": "乙"}  # type: ignore[arg-type]


def test_a_missing_file_and_a_folder_are_problems(tmp_path: Path) -> None:
    assert read_document(tmp_path / "没有.yaml").problems[0].code == "file-missing"
    assert read_document(tmp_path).problems[0].code in ("file-folder", "file-unreadable")


@pytest.mark.parametrize(
    "text",
    [
        "正文: |\n  单位：不是栏目\n  数值:76\n  -没有空格\n  [甲，乙]\n  　　首行缩进\n",
        "标题: “三大行动”成效明显\n",
        '标题: "甲\n  数值：76\n  乙"\n',
        "标题: 甲 # 待核\n",
        "标签: [成绩、打算]\n",
        "标签:\n- 依据：某文件\n",
        "单位: 某局\n\n# 单位：注释\n",
        "标题: 【重点】工作\n",
        "导语: |\n  =======\n  一行\n",
        "---\n单位: 某局\n...\n",
    ],
)
def test_what_only_looks_like_a_slip_is_left_alone(text: str) -> None:
    assert parse_text(text).problems == ()


@pytest.mark.parametrize(
    "text", [TYPED, "a: [x, {y: z}]\nb: |\n  一\n\n  二\nc: 'it''s'\n- bad\n", "成绩:\n  - 标题: 甲\r\n    正文: 乙\n"]
)
def test_the_pure_parser_reads_alike(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    fast = compose(text, "x")
    monkeypatch.setattr(composing, "_Parser", yaml.SafeLoader)
    slow = compose(text, "x")
    assert (fast.fault is None) == (slow.fault is None)
    if fast.root is not None and slow.root is not None:
        assert [(s.text, s.start, s.line, s.column) for s in scalars(fast.root)] == [
            (s.text, s.start, s.line, s.column) for s in scalars(slow.root)
        ]


def test_the_pure_parser_explains_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composing, "_Parser", yaml.SafeLoader)
    codes = [problem.code for problem in parse_text('标题: 甲: 乙\n单位：丙\n导语: "坏\\ud800字"\na: ' + "[" * 200).problems]
    assert "near-colon-inside" in codes and "near-colon" in codes and len(codes) >= 3


def test_ten_thousand_facts_are_read() -> None:
    text = "成绩:\n" + "- 编号: 条目\n  标题: 抓创新\n  正文: 有成效\n  科室: 高新科\n" * 10_000
    found = plain(parse_text(text).root)  # type: ignore[arg-type]
    assert [fact["标题"] for fact in found["成绩"]] == ["抓创新"] * 10_000
