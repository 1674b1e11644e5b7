"""The ledger on the command line."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from drafter.cli import main

LAST = """\
单位: 临江市水务局
期间: 2023
标题: 2023年工作总结
问题:
- {编号: 缺人, 标题: 缺人}
打算:
- {编号: 修渠, 标题: 修渠道, 目标: 40, 正文: 力争新修渠道40公里。}
- {编号: 装表, 标题: 装水表, 正文: 确保装表到户。}
"""
NOW = """\
单位: 临江市水务局
期间: 2024
标题: 2024年工作总结
来自: ["2023"]
上期打算:
- {来自: 2023/修渠, 标题: 修渠道, 实际: 42, 兑现: 完成}
- {来自: 2023/装表, 标题: 装水表}
上期问题:
- {来自: 2023/缺人, 标题: 缺人, 现状: 已解决}
"""


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def drafter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("DRAFTER_DEBUG", "1")
    write("2023", LAST)
    write("2024", NOW)

    def run(*arguments: str) -> Ran:
        code = main(list(arguments))
        captured = capfd.readouterr()
        return Ran(code, captured.out, captured.err)

    return run


def write(name: str, text: str) -> Path:
    path = Path("facts", name, "报告.yaml")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_the_ledger_is_data_and_what_is_open_is_said_to_people(drafter) -> None:
    ran = drafter("ledger", "2024")
    assert ran.code == 0 and ran.out.startswith("2024年目标任务兑现情况表\n") and "修渠道" in ran.out
    assert ran.err == "还有 1 条没有答复。\n"
    assert drafter("--lang", "en", "ledger", "2024").err == "1 are not answered yet.\n"


def test_nothing_is_written_by_looking(drafter) -> None:
    before = {path: path.read_bytes() for path in Path().rglob("*.yaml")}
    drafter("ledger", "2024")
    assert {path: path.read_bytes() for path in Path().rglob("*.yaml")} == before


def test_a_closed_ledger_says_so(drafter) -> None:
    write("2024", NOW.replace("标题: 装水表}", "标题: 装水表, 兑现: 取消}"))
    assert drafter("ledger", "2024").err == "每一条都有答复。\n"


def test_as_json_to_standard_output(drafter) -> None:
    assert json.loads(drafter("ledger", "2024", "--format", "json").out)["unanswered"] == 1
    assert json.loads(drafter("ledger", "2024", "--format", "json", "-o", "-").out)["rows"]


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("-o", "台账.xlsx"), "台账.xlsx"),
        (("-o", "台账.docx"), "台账.docx"),
        (("-o", "台账.txt"), "台账.txt"),
        (("--format", "xlsx"), "2024年目标任务兑现情况表.xlsx"),
        (("--format", "docx", "-o", "facts"), "facts/2024年目标任务兑现情况表.docx"),
        (("--format", "txt", "-o", "台账"), "台账"),
    ],
)
def test_into_a_file(drafter, arguments: tuple[str, ...], name: str) -> None:
    ran = drafter("ledger", "2024", *arguments)
    assert (ran.code, ran.out) == (0, f"{name}\n")
    assert Path(name).read_bytes()[:2] == (b"PK" if name.endswith("x") else b"20")


def test_a_format_there_is_not(drafter) -> None:
    ran = drafter("ledger", "2024", "-o", "台账.pdf")
    assert ran.code == 2 and "xlsx" in ran.err and not ran.out
    assert "xlsx" in drafter("--lang", "en", "ledger", "2024", "-o", "a.pdf").err


def test_facts_are_not_replaced_by_a_ledger(drafter) -> None:
    ran = drafter("ledger", "2024", "--format", "txt", "-o", "facts/2024/报告.yaml")
    assert ran.code == 2 and "target-is-facts" in ran.err
    assert Path("facts/2024/报告.yaml").read_text("utf-8") == NOW


def test_a_first_report_has_none(drafter) -> None:
    ran = drafter("ledger", "2023")
    assert ran.code == 0 and "没有上一期的报告" in ran.err and "没有要答复的打算" in ran.out


def test_an_earlier_report_that_promised_nothing(drafter) -> None:
    write("2023", LAST.partition("问题:")[0])
    write("2024", NOW.partition("上期打算:")[0])
    assert "没有写打算和问题" in drafter("ledger", "2024").err


def test_there_is_no_such_report(drafter) -> None:
    assert drafter("ledger", "2025").code == 2


def test_drafts_go_into_the_report_once(drafter) -> None:
    ran = drafter("ledger", "2024", "--draft")
    assert ran.code == 0 and "写入草稿：成绩 1 条" in ran.err
    written = Path("facts/2024/报告.yaml").read_text("utf-8")
    assert "正文: 新修渠道42公里。" in written and "来自: 2023/修渠\n" in written and "待更新: 是" in written
    assert "成效见：成绩/1" in ran.out
    again = drafter("ledger", "2024", "--draft")
    assert "没有可写的草稿" in again.err and Path("facts/2024/报告.yaml").read_text("utf-8") == written
    assert Path("facts/2023/报告.yaml").read_text("utf-8") == LAST


def test_drafts_that_cannot_be_written(drafter) -> None:
    write("2024", NOW + "成绩: [\n")
    ran = drafter("ledger", "2024", "--draft")
    assert ran.code == 4 and "报告.yaml" in ran.err
    assert Path("facts/2024/报告.yaml").read_text("utf-8") == NOW + "成绩: [\n"
