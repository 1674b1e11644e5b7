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


VERSIONS = """\
- {标题: 乙, 正文: 内部的话。, 标签: [内部]}
版本: [{名称: 全文版}, {名称: 对外版, 不要: [内部]}]
"""


@pytest.fixture
def versions(facts: None, tmp_path: Path) -> None:
    (tmp_path / "facts/2024/报告.yaml").write_text(
        FACTS.replace("成绩: [{标题: 甲, 正文: 一句话。}]\n", "成绩:\n- {标题: 甲}\n") + VERSIONS, "utf-8"
    )


@pytest.mark.usefixtures("versions")
def test_all_versions_at_once_each_in_a_file_of_its_own(drafter) -> None:
    ran = drafter("render", "--all-versions", "--format", "txt")
    names = ["2024年工作总结（全文版）.txt", "2024年工作总结（对外版）.txt"]
    assert ran.code == 0 and [Path(name).name for name in ran.out.split()] == names
    assert ["内部的话" in Path(name).read_text("utf-8") for name in names] == [True, False]
    assert "对外版：" in ran.err and "不在此版" in ran.err and not Path("2024年工作总结.txt").exists()


@pytest.mark.usefixtures("versions")
def test_some_versions_under_a_name_that_was_given(drafter) -> None:
    ran = drafter("render", "--version", "对外版", "--version", "全文版", "--version", "对外版", "-o", "稿.html")
    assert ran.out.split() == ["稿（对外版）.html", "稿（全文版）.html"]
    assert drafter("render", "--version", "对外版", "-o", "稿.html").out == "稿.html\n", "one goes where it is told to"


@pytest.mark.usefixtures("versions")
def test_two_versions_never_share_a_file(drafter, tmp_path: Path) -> None:
    file = tmp_path / "facts/2024/报告.yaml"
    file.write_text(file.read_text("utf-8").replace("名称: 全文版", '名称: "对/外版"'), "utf-8")
    ran = drafter("render", "--all-versions")
    assert ran.code == 2 and "写进同一个文件" in ran.err and not list(tmp_path.glob("*.docx"))


def test_what_is_to_be_confirmed_is_called_so(drafter) -> None:
    assert drafter("render", "--draft").out.rstrip().endswith("2024年工作总结（送核）.docx")
    assert drafter("--lang", "en", "render", "--draft").out.rstrip().endswith("2024年工作总结 (to confirm).docx")


@pytest.mark.usefixtures("versions")
def test_usage_of_versions(drafter, tmp_path: Path) -> None:
    assert drafter("render", "--all-versions", "--version", "全文版").code == 2
    assert drafter("render", "--all-versions", "-o", "-").code == 2
    assert "内部的话" not in drafter("render", "--version", "对外版", "-o", "-", "--format", "txt").out
    (tmp_path / "facts/2024/报告.yaml").write_text(FACTS, "utf-8")
    ran = drafter("render", "--all-versions")
    assert ran.code == 3 and "没有写“版本”" in ran.err


def test_usage(drafter) -> None:
    assert drafter("render", "--draft", "--final").code == 2
    assert drafter("render", "--audit", "核对.pdf").code == 2
    assert drafter("render", "--audit", "facts/2024/报告.yaml").code == 2
