"""check says whether a report is ready; render makes drafts, and what is final."""

import json
from pathlib import Path

CARRIED = """\
单位: 某局
期间: 2024
标题: 2024年工作总结
成绩:
- {标题: 甲, 正文: 沿用的话。, 待更新: 是}
"""


def write(text: str, name: str = "2024") -> None:
    file = Path("facts") / name / "报告.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")


def test_check_says_of_each_report_whether_it_is_ready(drafter) -> None:
    write(CARRIED)
    write(CARRIED.replace("2024", "2023").replace(", 待更新: 是", ""), "2023")
    ran = drafter("check")
    assert ran.code == 1 and not ran.out
    assert "facts/2024/报告.yaml:5:27: 待办: “甲”沿用上期，尚未核对。 [carried-over]" in ran.err
    assert ran.err.endswith("2023: 可以定稿。\n2024: 还不能定稿：1 条待更新。\n")
    ran = drafter("check", "2023")
    assert ran.code == 0 and ran.err == "没有发现问题。\n2023: 可以定稿。\n"


def test_check_names_the_second_place(drafter) -> None:
    write(CARRIED.replace("待更新: 是", "来自: 2023/成绩/1, 待更新: 是"))
    write(CARRIED.replace("2024", "2023").replace(", 待更新: 是", ""), "2023")
    assert "    对照 facts/2023/报告.yaml:5:3\n" in drafter("check", "2024").err


def test_check_of_a_document_says_nothing_of_being_ready(drafter) -> None:
    Path("总结.txt").write_text("2024年工作总结\n一、工作情况\n全年走访企业83家。\n", "utf-8")
    assert "定稿" not in drafter("check", "总结.txt").err


def test_check_as_json(drafter) -> None:
    write(CARRIED)
    said = json.loads(drafter("check", "2024", "--json").out)
    assert said["ready"] is False and said["problems"][0]["severity"] == "error"
    write(CARRIED.replace("2024", "2023").replace(", 待更新: 是", ""), "2023")
    assert json.loads(drafter("check", "2023", "--json").out) == {"problems": [], "ready": True}
    refused = drafter("check", "2022", "--json")
    assert json.loads(refused.out)["ready"] is False and refused.code


def test_a_draft_is_told_to_be_one(drafter) -> None:
    write(CARRIED)
    ran = drafter("render", "2024", "-o", "草稿.docx")
    assert ran.code == 0 and ran.err.endswith("这是草稿：还有 1 条待更新，已标黄。\n") and Path("草稿.docx").is_file()
    ran = drafter("render", "2024", "--format", "txt")
    assert "沿用的话" in ran.out and ran.err.endswith("这是草稿：还有 1 条待更新。\n")


def test_what_is_only_suspected_is_told_and_may_go_out(drafter) -> None:
    write(CARRIED.replace(", 待更新: 是", "").replace("2024年工作", "2023年工作"))
    ran = drafter("render", "2024", "-o", "草稿.docx")
    assert ran.code == 0 and ran.err.endswith("\n1 处像是沿用上期的，已标黄；加 --final 就不标。\n")
    ran = drafter("render", "2024", "--final", "-o", "定稿.docx")
    assert ran.code == 0 and "标黄" not in ran.err


def test_a_final_document_is_refused_or_forced(drafter) -> None:
    write(CARRIED)
    ran = drafter("render", "2024", "--final", "-o", "定稿.docx")
    assert ran.code == 1 and not Path("定稿.docx").exists()
    assert "错误: 还不能定稿：1 条待更新。 [not-final]" in ran.err and "--force" in ran.err
    ran = drafter("render", "2024", "--final", "--force", "-o", "定稿.docx")
    assert ran.code == 0 and ran.err.endswith("已照样定稿，还有 1 条待更新。\n") and Path("定稿.docx").is_file()


def test_what_is_ready_needs_no_words(drafter) -> None:
    write(CARRIED.replace(", 待更新: 是", ""))
    assert drafter("render", "2024", "-o", "a.docx").err == drafter("render", "2024", "--final", "-o", "b.docx").err == ""
    assert Path("a.docx").read_bytes() == Path("b.docx").read_bytes()


def test_force_goes_with_final(drafter) -> None:
    write(CARRIED)
    ran = drafter("render", "2024", "--force")
    assert ran.code == 2 and "--final" in ran.err


def test_a_refusal_lists_a_few_of_what_is_to_do_and_check_all_of_it(drafter) -> None:
    line = "- {标题: 甲, 正文: 沿用的话。, 待更新: 是}\n"
    write(CARRIED.replace(line, line * 8))
    ran = drafter("render", "--final")
    assert ran.code == 1 and ran.err.count("[carried-over]") == 5
    assert ran.err.count("核对后保留、修改或删去") == 1  # what to do is said once, not after each of a row
    assert ran.err.index("另有 3 条待办") < ran.err.index("还不能定稿：8 条待更新")
    ran = drafter("check")
    assert ran.err.count("[carried-over]") == 8 and "另有" not in ran.err
