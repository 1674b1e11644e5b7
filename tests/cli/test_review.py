"""render --draft and --audit."""

from pathlib import Path

import pytest

FACTS = """\
单位: 某局
期间: 2024
标题: 2024年工作总结
导语: 净增{{ 净增 }}。
指标: [{编号: 净增, 名称: 高企净增数, 数值: 7, 单位: 家, 状态: 预计}]
成绩: [{标题: 甲, 正文: 一句话。}]
"""


@pytest.fixture(autouse=True)
def facts(tmp_path: Path) -> None:
    file = tmp_path / "facts" / "2024" / "报告.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(FACTS, "utf-8")


def test_a_draft_to_be_confirmed(drafter) -> None:
    ran = drafter("render", "--draft", "-o", "草稿.docx")
    assert (ran.code, ran.out) == (0, "草稿.docx\n")
    assert ran.err.endswith("1 个指标里有 1 个预计数、1 个没有依据，正文用到的都标出来了。\n")
    assert "数据核对表" in drafter("render", "--draft", "--format", "txt").out
    assert "数据核对表" not in drafter("render", "--format", "txt").out


def test_the_table_goes_into_a_file(drafter) -> None:
    ran = drafter("render", "--draft", "--format", "txt", "--audit", "核对.xlsx")
    assert "数据核对表" not in ran.out.split("核对.xlsx")[0] and ran.out.endswith("核对.xlsx\n")
    assert Path("核对.xlsx").read_bytes().startswith(b"PK")
    assert drafter("render", "-o", "a.docx", "--audit", "核对.txt").code == 0
    assert "高企净增数" in Path("核对.txt").read_text("utf-8")
    Path("核对").mkdir()
    assert "2024年数据核对表.docx" in drafter("render", "-o", "a.docx", "--audit", "核对/").out


def test_usage(drafter) -> None:
    assert drafter("render", "--draft", "--final").code == 2
    assert drafter("render", "--audit", "核对.pdf").code == 2
    assert drafter("render", "--audit", "facts/2024/报告.yaml").code == 2
