"""What is written needs to read the same in other tools as well."""

import pytest
import yaml

from drafter.store import emit


@pytest.mark.parametrize(
    "text",
    [
        "012",
        "11.30",
        "1_000",
        "12:30:45",
        "0x1F",
        "1e3",
        ".5",
        "NO",
        "yes",
        "~",
        "null",
        "=",
        "<<",
        "- x",
        "",
        "+76",
        "0o17",
        "true",
    ],
)
def test_what_other_tools_would_change_is_quoted(text: str) -> None:
    assert emit.scalar(text)[0] in "\"'"
    assert yaml.safe_load(emit.scalar(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "76",
        "4.0",
        "11.3",
        "2024-H1",
        "2024-12-31",
        "抓创新主体培育",
        "一、",
        "（一）",
        "全年净增{{ 高企净增 }}。",
        "http://a.cn/x",
    ],
)
def test_what_is_plain_everywhere_stays_readable(text: str) -> None:
    assert emit.scalar(text) == text
    assert str(yaml.safe_load(text)) == text


@pytest.mark.parametrize("text", ["一\n二", " 前\n后", "一\n\n  二"])
def test_paragraphs_are_written_as_a_block(text: str) -> None:
    lines = emit.entry_lines("正文", text, 2)
    assert lines[0].startswith("  正文: |")
    assert yaml.safe_load("\n".join(lines) + "\n")["正文"].rstrip("\n") == text


@pytest.mark.parametrize("text", ["尾空格 \n二", "一\n", "\n一", "有\t\x07\n二", "<<<<<<< 一\n二"])
def test_what_a_block_cannot_hold_is_not_written_as_one(text: str) -> None:
    assert emit.block_lines(text, 2) is None
    assert yaml.safe_load(emit.scalar(text)) == text
