"""diff and match as a clerk or a script meets them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.cli import main

OLD = """\
单位: 临江市水务局
期间: 2023
标题: 2023年工作总结
成绩:
- {标题: 修泵站, 正文: 修好泵站三座。}
打算:
- {标题: 加快城东水厂建设, 正文: 年底通水。}
"""
NEW = """\
# 批注
单位: 临江市水务局
期间: 2024
标题: 2024年工作总结
成绩:
- {标题: 修泵站, 正文: 修好泵站五座。}
- 标题: 城东水厂通水   # 十二月
  正文: 城东水厂建成。
"""
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def drafter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs ``drafter`` in a workspace of two reports, in Chinese."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    for name, text in (("2023", OLD), ("2024", NEW)):
        Path("facts", name).mkdir(parents=True)
        Path("facts", name, "报告.yaml").write_text(text, "utf-8")

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(list(arguments))
        captured = capfd.readouterr()
        return code, captured.out, captured.err

    return run


def test_two_reports_are_compared(drafter: Run) -> None:
    code, out, err = drafter("diff", "2023", "2024")
    assert (code, err) == (0, "") and out.startswith("临江市水务局2024年与2023年报告对照\n") and "成绩/2（推测）" in out


def test_the_ending_tells_the_format(drafter: Run) -> None:
    assert drafter("diff", "2023", "2024", "-o", "对照.docx") == (0, "对照.docx\n", "")
    assert Path("对照.docx").read_bytes()[:2] == b"PK"
    assert drafter("diff", "2023", "2024", "-o", "对照.json")[0] == 0
    assert json.loads(Path("对照.json").read_text("utf-8")) == json.loads(drafter("diff", "2023", "2024", "--format", "json")[1])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "facts/2023/报告.yaml", "--format", "txt"), "不能用作输出文件"),
        (("-o", "facts", "--format", "txt"), "不能用作输出文件"),
        (("-o", "对照.pdf"), "不认识 .pdf"),
        (("--format", "docx"), "-o"),
    ],
)
def test_where_it_cannot_go_is_said_before_anything_is_read(drafter: Run, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = drafter("diff", "2023", "2024", *arguments)
    assert (code, out) == (2, "") and said in err
    assert Path("facts/2023/报告.yaml").read_text("utf-8") == OLD


def test_it_never_takes_the_place_of_what_it_compares(drafter: Run) -> None:
    text = "某局2023年工作总结\n一、主要工作\n修好泵站三座。\n"
    Path("旧.txt").write_text(text, "utf-8")
    code, out, err = drafter("diff", "旧.txt", "2024", "-o", "./旧.txt")
    assert (code, out) == (2, "") and "不能用作输出文件" in err
    assert Path("旧.txt").read_text("utf-8") == text


def test_the_order_is_kept_and_remarked_on(drafter: Run) -> None:
    code, out, err = drafter("diff", "2024", "2023")
    assert code == 0 and "2023年与2024年" in out and "前一份（2024年）比后一份（2023年）晚" in err


def test_a_report_with_faults_is_compared_as_far_as_it_was_read(drafter: Run) -> None:
    Path("facts/2023/坏.yaml").write_text("成绩: [\n", "utf-8")
    code, out, err = drafter("diff", "2023", "2024")
    assert code == 1 and "坏.yaml" in err and "城东水厂" in out


def test_matches_are_listed_and_nothing_is_written(drafter: Run) -> None:
    code, out, _ = drafter("match", "2024", "2023")
    assert code == 0 and "  1. 接着写的  很像 95%  （标题）" in out and "  2. 打算落实" in out and "2023/打算/1" in out
    assert Path("facts/2024/报告.yaml").read_text("utf-8") == NEW


def test_what_is_accepted_is_linked_and_nothing_else_changes(drafter: Run) -> None:
    code, out, err = drafter("match", "2023", "--accept", "2")
    assert (code, out) == (0, "") and "记下了 1 条" in err
    lines = Path("facts/2024/报告.yaml").read_text("utf-8").splitlines()
    assert lines.pop(8) == "  来自: 2023/打算/1" and lines == NEW.splitlines()
    code, out, _ = drafter("match", "2024", "2023")
    assert "接着写的" in out and "打算落实" not in out
    assert drafter("match", "2024", "2023", "--accept", "all")[0] == 0
    assert "没有找到" in drafter("match", "2024", "2023")[2]
    assert Path("facts/2023/报告.yaml").read_text("utf-8") == OLD


def test_only_the_sure_ones_are_taken(drafter: Run) -> None:
    found = json.loads(drafter("match", "2024", "2023", "--json")[1])["matches"]
    sure = [each for each in found if each["confidence"] >= 0.8]
    assert [each["number"] for each in found] == [1, 2] and sure
    assert f"记下了 {len(sure)} 条" in drafter("match", "2024", "2023", "--sure")[2]


@pytest.mark.parametrize("chosen", ["3", "0", "x", "2-1", "1-", "1,,2"])
def test_a_number_that_is_not_listed_is_refused(drafter: Run, chosen: str) -> None:
    code, _, err = drafter("match", "2024", "2023", "--accept", chosen)
    assert code == 2 and "序号是 1 到 2" in err
    assert Path("facts/2024/报告.yaml").read_text("utf-8") == NEW


@pytest.mark.parametrize(
    "arguments", [("2024", "2023", "--accept", "1", "--sure"), ("2024", "2023", "2022"), (), ("2024", "2024"), ("2024", "2021")]
)
def test_misuse_is_refused(drafter: Run, arguments: tuple[str, ...]) -> None:
    assert drafter("match", *arguments)[0] == 2
