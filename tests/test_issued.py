"""A report as it leaves the office: seed 003, a notice and its report, with the whole cover put around it."""

import os
import subprocess
import sys
from pathlib import Path

import ooxml_integrity
import pytest
from openxml_audit import OpenXmlValidator
from support import docx_paragraphs, expected_rows

from drafter.cli import main
from drafter.model.text import fold
from drafter.store.folder import read_report

pytestmark = pytest.mark.parametrize("seed", ["003"], indirect=True)

COVER = """
红头:
  机关标志: 营口市科学技术局文件
  签发人: 甲某　乙某
  份号: "000012"
  密级: 秘密★1年
  紧急程度: 特急
盖章: 是
附件:
  - 标题: 任务清单
    正文: |
      新增企业{{ 未定 }}。
      按月报送。
  - 标题: 联系人名单
版记:
  抄送: 省科技厅，市政府办公室。
  印发机关: 营口市科学技术局办公室
  印发日期: 2022-07-07
指标:
  - 编号: 未定
    名称: 新增企业
    数值: 156
    单位: 户
"""
BEFORE = ["000012", "秘密★1年", "特急", "营口市科学技术局文件"]
AFTER = [
    "附件1",
    "任务清单",
    "新增企业156户。",
    "按月报送。",
    "抄送：省科技厅，市政府办公室。",
    "营口市科学技术局办公室\t2022年7月7日印发",
]


@pytest.fixture
def folder(seed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Path:
    """Seed 003 as a fact folder."""
    monkeypatch.chdir(tmp_path)
    assert main(["import", str(seed), "--to", "报告"]) == 0
    capfd.readouterr()
    return tmp_path


def printed(name: str) -> list[str]:
    assert main(["render", "报告", "-o", name]) == 0
    return Path(name).read_text("utf-8").splitlines() if name.endswith("txt") else docx_paragraphs(Path(name).read_bytes())


def test_the_notice_and_the_report_are_told_apart(seed: Path, folder: Path) -> None:
    rows = [row["text"] for row in expected_rows(seed)]
    notice = read_report(folder / "报告").report.notice
    assert notice is not None
    said = [notice.number, notice.title, notice.addressees, notice.text, notice.signature, notice.date]
    assert [fold(text) for text in said] == [fold(text) for text in rows[:6]]
    assert fold(read_report(folder / "报告").report.title) == fold(rows[6])
    assert [fold(line) for line in printed("报告.txt")] == [fold(row) for row in rows]


def test_the_cover_stands_around_it(seed: Path, folder: Path) -> None:
    plain = printed("前.txt")
    (folder / "报告" / "印发.yaml").write_text(COVER, "utf-8")
    lines = printed("报告.txt")
    number, *notice = plain[:4]
    signed = ["附件：1.任务清单", "2.联系人名单"]
    assert lines == [*BEFORE, f"{number}\t签发人：甲某　乙某", *notice, *signed, *plain[4:], *AFTER]
    assert printed("报告.docx") == lines
    file = folder / "报告.docx"
    assert [str(error) for error in OpenXmlValidator().validate(str(file)).errors] == []
    assert [str(finding) for finding in ooxml_integrity.check(str(file))] == []


def test_the_bytes_know_no_time_zone(seed: Path, folder: Path) -> None:
    (folder / "报告" / "印发.yaml").write_text(COVER, "utf-8")
    made = []
    for zone in ("Asia/Shanghai", "America/Anchorage"):
        for form in ("docx", "html", "txt"):
            command = [sys.executable, "-m", "drafter", "render", "报告", "-o", f"{zone[:4]}.{form}"]
            subprocess.run(command, env={**os.environ, "TZ": zone}, check=True, capture_output=True)
        made.append([(folder / f"{zone[:4]}.{form}").read_bytes() for form in ("docx", "html", "txt")])
    assert made[0] == made[1]
