"""check and accept: several at once, mending, accepting, and what other programs read."""

import json
from pathlib import Path

import pytest

from drafter.cli import output

REPORT = """\
单位: 某局
期间: 2024
标题: 2024年总结
成绩:
  - 正文: 写报告8-10篇，与xx市签约。
"""


def write(text: str = REPORT, name: str = "2024") -> Path:
    file = Path("facts") / name / "报告.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    return file


def test_several_are_checked_in_the_order_given(drafter) -> None:
    write()
    write(REPORT.replace("2024", "2023"), "2023")
    Path("稿.txt").write_text("临江市档案局2024年工作总结\n\n一、工作情况\n写报告3-5篇，成效明显。\n", "utf-8")
    ran = drafter("check", "稿.txt", "2024", "2023", "2024")
    assert ran.code == 1
    assert [line.split(":")[0] for line in ran.err.splitlines() if "[range-mark]" in line] == [
        "稿.txt",
        "facts/2024/报告.yaml",
        "facts/2023/报告.yaml",
    ]
    assert ran.err.endswith("2024: 还不能定稿：1 处错误。\n2023: 还不能定稿：1 处错误。\n")


def test_json_has_the_words_and_whether_they_can_be_mended(drafter) -> None:
    write()
    said = json.loads(drafter("check", "--json").out)["problems"]
    assert [(each["code"], each["words"], each.get("fixable"), each["line"], each["column"]) for each in said] == [
        ("range-mark", "8-10", True, 5, 12),
        ("placeholder", "xx", None, 5, 19),
    ]


def test_sarif(drafter) -> None:
    write()
    log = json.loads(drafter("check", "--sarif").out)
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == ["range-mark", "placeholder"]


def test_fix_shows_a_diff_and_asks(drafter, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write()
    ran = drafter("check", "--fix")
    assert ran.code == 0 and "- 写报告8-10篇" in ran.out and "+ 写报告8—10篇" in ran.out and "没有改动" in ran.err
    assert file.read_text("utf-8") == REPORT
    asked = []
    monkeypatch.setattr(output, "confirmed", lambda question: asked.append(question) or True)
    ran = drafter("check", "2024", "--fix")
    assert len(asked) == 1 and "改了 1 处" in ran.err and file.read_text("utf-8") == REPORT.replace("8-10", "8—10")
    assert "没有能直接改的" in drafter("check", "2024", "--fix", "--yes").err and len(asked) == 1


def test_fix_leaves_documents_from_elsewhere_alone(drafter) -> None:
    Path("稿.txt").write_text("临江市档案局2024年工作总结\n\n写报告3-5篇。\n", "utf-8")
    ran = drafter("check", "稿.txt", "--fix", "--yes")
    assert ran.code == 2 and "drafter import" in ran.err and "3-5" in Path("稿.txt").read_text("utf-8")


def test_accept_and_what_check_says_then(drafter) -> None:
    file = write()
    ran = drafter("accept", "2024", "placeholder", "--reason", "合作方尚未公开")
    assert ran.code == 0 and "已认可 1 处" in ran.err and "placeholder “xx” 合作方尚未公开 #" in file.read_text("utf-8")
    ran = drafter("check", "2024")
    assert ran.code == 0 and "[placeholder]" not in ran.err and "另有 1 处已认可。" in ran.err and "可以定稿" in ran.err
    said = json.loads(drafter("check", "2024", "--json").out)
    assert said["ready"] and [(each["code"], each["reason"]) for each in said["accepted"]] == [("placeholder", "合作方尚未公开")]
    log = json.loads(drafter("check", "2024", "--sarif").out)
    assert [bool(result.get("suppressions")) for result in log["runs"][0]["results"]] == [False, True]


def test_accept_says_what_there_is_not(drafter) -> None:
    write()
    ran = drafter("accept", "2024", "doubled", "--reason", "无妨")
    assert ran.code == 2 and "没有这样的发现" in ran.err
    ran = drafter("accept", "2024", "placeholder", "--reason", "无妨", "--fact", "成绩/9")
    assert ran.code == 2
    assert drafter("accept", "2024", "placeholder", "--reason", " ").code == 2


def test_final_is_refused_and_a_draft_is_not(drafter) -> None:
    write()
    assert drafter("render", "2024", "-o", "稿.docx").code == 0
    ran = drafter("render", "2024", "--final", "-o", "定.docx")
    assert ran.code == 1 and "[placeholder]" in ran.err and not Path("定.docx").exists()
    assert drafter("render", "2024", "--final", "--force", "-o", "定.docx").code == 0
