"""The verbs as a clerk or a script meets them: arguments in; stdout, stderr, exit code and files out."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from drafter.cli import language

FACTS = """\
单位: 临江市水务局
期间: 2024
标题: 2024年工作总结
导语: 全年新建管网{{ 管网 }}。
指标:
- {编号: 管网, 名称: 新建管网, 数值: 76, 单位: 公里}
成绩:
- 标题: 抓建设
  正文: 开工五项。
"""


def write(text: str, name: str = "facts/2024/报告.yaml") -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("arguments", [(), ("edit", "2024")])
def test_without_a_terminal_the_app_says_so(drafter, arguments: tuple[str, ...]) -> None:
    write("单位: 某局\n期间: 2024\n标题: 总结\n")
    ran = drafter(*arguments)
    assert ran.code == 2 and "终端" in ran.err and "--help" in ran.err and not ran.out


@pytest.mark.parametrize("kind", ["dumb", "", "unknown"])
def test_a_terminal_that_can_show_nothing(kind: str) -> None:
    from drafter.cli.terminal import unfit

    assert unfit(True, {"TERM": "xterm-256color"}) is None
    problem = unfit(True, {"TERM": kind})
    assert problem is not None and problem.code == "terminal-none" and f"TERM={kind or '空'}" in problem.message.zh


def test_help_in_both_languages(drafter) -> None:
    assert "选项" in drafter("render", "--help").out
    assert "Options" in drafter("--lang", "en", "render", "-h").out
    assert re.fullmatch(r"drafter \d+\.\d+\.\d+\n", drafter("--version").out)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["rendr"], "render"),
        (["render", "--fromat", "txt"], "--format"),
        (["render", "--format", "odt"], "docx"),
        (["new"], "PERIOD"),
        (["new", "24"], "2024-H1"),
        (["import"], "FILES"),
    ],
)
def test_usage_errors_say_what_to_do(drafter, arguments: list[str], words: str) -> None:
    ran = drafter(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err and len(ran.err.splitlines()) <= 3


def test_an_empty_folder_becomes_a_report(drafter) -> None:
    assert drafter("init").code == 0
    made = Path(drafter("new", "2024-H1", "--unit", "某局", "--layout", "问题内嵌式").out.strip())
    assert made.relative_to(Path.cwd()) == Path("facts/2024-H1/报告.yaml")
    assert "2024年上半年工作总结和下半年工作打算" in made.read_text("utf-8")
    assert drafter("check").code == 0
    assert "工作亮点" in drafter("render", "--format", "txt").out


def test_a_second_new_report_knows_the_unit_and_overwrites_nothing(drafter) -> None:
    write(FACTS)
    assert "单位: 临江市水务局" in Path(drafter("new", "2025").out.strip()).read_text("utf-8")
    before = Path("facts/2024/报告.yaml").read_bytes()
    again = drafter("new", "2024")
    assert again.code == 4 and "report-exists" in again.err
    assert Path("facts/2024/报告.yaml").read_bytes() == before


def test_render_to_standard_output_is_only_the_text(drafter) -> None:
    write(FACTS)
    ran = drafter("render", "--format", "txt")
    assert (ran.code, ran.out, ran.err) == (
        0,
        "2024年工作总结\n全年新建管网76公里。\n一、2024年工作完成情况\n（一）抓建设\n开工五项。\n",
        "",
    )


def test_the_ending_of_the_file_is_its_format(drafter) -> None:
    write(FACTS)
    for name, magic in (("a.docx", b"PK"), ("a.html", b"<!DOCTYPE html>"), ("a.txt", "2024年".encode())):
        ran = drafter("render", "2024", "-o", name)
        assert (ran.code, ran.out.strip()) == (0, name)
        assert Path(name).read_bytes().startswith(magic)
    assert drafter("render").out.strip().endswith("2024年工作总结.docx")


@pytest.mark.parametrize("target", ["facts/2024/报告.yaml", "别的.yml"])
def test_no_document_takes_the_place_of_facts(drafter, target: str) -> None:
    facts = write(FACTS)
    ran = drafter("render", "-o", target, "--format", "txt")
    assert ran.code == 2 and "target-is-facts" in ran.err
    assert facts.read_text("utf-8") == FACTS and not Path("别的.yml").exists()


def test_an_ending_that_is_no_format_is_refused(drafter) -> None:
    write(FACTS)
    ran = drafter("render", "-o", "总结.doc")
    assert ran.code == 2 and ".doc" in ran.err and not Path("总结.doc").exists()
    assert drafter("render", "-o", "总结.doc", "--format", "docx").code == 0


def test_a_folder_as_target_takes_the_title_for_a_name(drafter) -> None:
    write(FACTS)
    Path("输出").mkdir()
    assert drafter("render", "-o", "输出").out.strip().endswith("2024年工作总结.docx")
    assert Path("输出/2024年工作总结.docx").is_file()


def test_the_file_is_named_by_the_printed_title(drafter) -> None:
    write(FACTS.replace("标题: 2024年工作总结", "标题: 新建{{ 管网 }}/总结" + "长" * 200))
    name = Path(drafter("render").out.strip()).name
    assert name.startswith("新建76公里总结长") and len(name) < 100
    write(FACTS.replace("标题: 2024年工作总结", "标题: CON"))
    assert Path(drafter("render").out.strip()).name == "_CON.docx"


def test_the_document_tells_title_unit_and_date(drafter) -> None:
    write(FACTS + "成文日期: 2025年1月8日\n")
    drafter("render", "-o", "a.docx")
    with zipfile.ZipFile("a.docx") as archive:
        core = archive.read("docProps/core.xml").decode()
    assert "2024年工作总结" in core and "临江市水务局" in core and "2025-01-08T00:00:00Z" in core


def test_a_base_of_ones_own(drafter) -> None:
    write(FACTS)
    assert drafter("render", "-o", "a.docx").code == 0
    Path("templates").mkdir()
    Path("templates/base.docx").write_bytes(b"no zip")
    ran = drafter("render", "-o", "b.docx")
    assert ran.code == 3 and "templates/base.docx" in ran.err
    shutil.copy("a.docx", "templates/base.docx")
    assert drafter("render", "-o", "b.docx").code == 0


def test_a_layout_that_there_is_not_is_a_problem_among_others(drafter) -> None:
    write(FACTS.replace("{{ 管网 }}", "{{ 无 }}") + "版式: 四段式\n")
    ran = drafter("check", "--json")
    problems = {problem["code"]: problem for problem in json.loads(ran.out)["problems"]}
    assert ran.code == 1 and set(problems) == {"layout-unknown", "figure-unknown"}
    assert problems["layout-unknown"]["line"] == 10 and "三段式" in problems["layout-unknown"]["fix"]


def test_a_layout_with_broken_settings_is_not_used_unsaid(drafter) -> None:
    write(FACTS)
    drafter("layouts", "--copy", "二段式", "--as", "我局式")
    Path("templates/我局式/layout.yaml").write_text("说明: 甲\n体例:\n  成绩: {标体: 乙}\n", "utf-8")
    assert "layout.yaml" in drafter("layouts").err
    assert drafter("new", "2026", "--layout", "我局式").code == 1
    assert not Path("facts/2026").exists()


def test_json_keeps_its_shape_when_refused(drafter) -> None:
    write(FACTS)
    ran = drafter("check", "2042", "--json")
    assert ran.code == 2 and json.loads(ran.out)["problems"][0]["message"]
    Path("坏.docx").write_bytes(b"PK\x03\x04")
    ran = drafter("import", "坏.docx", "--dry-run", "--json")
    shown = json.loads(ran.out)
    assert ran.code == 3 and set(shown) == {"outline", "left_out", "report", "problems"} and shown["problems"]
    Path("好.txt").write_text(TEXT, "utf-8")
    both = json.loads(drafter("import", "坏.docx", "好.txt", "--dry-run", "--json").out)
    assert [Path(record["file"]).name for record in both] == ["坏.docx", "好.txt"] and both[1]["outline"]


def test_import_reads_only_files(drafter) -> None:
    Path("夹").mkdir()
    os.mkfifo("管道")
    for name in ("夹", "管道", "没有.txt"):
        ran = drafter("import", name)
        assert ran.code == 3 and name in ran.err and len(ran.err.splitlines()) <= 3


def test_check_leaves_foreign_files_to_import(drafter) -> None:
    Path("甲.pdf").write_bytes(b"%PDF-1.7\n")
    ran = drafter("check", "甲.pdf")
    assert ran.code == 3 and "PDF" in ran.err


def test_a_name_that_layouts_share_is_refused(drafter) -> None:
    write(FACTS)
    for name in ("_shared", "", "a/b", ".."):
        assert drafter("layouts", "--copy", "二段式", "--as", name).code == 2
    assert not Path("templates").exists() or not list(Path("templates").iterdir())


def test_without_standard_streams(tmp_path: Path) -> None:
    write_here = tmp_path / "facts/2024/报告.yaml"
    write_here.parent.mkdir(parents=True)
    write_here.write_text(FACTS, "utf-8")
    command = f"{sys.executable} -m drafter check 2024 >&- 2>&-"
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, check=False)
    assert done.returncode == 0


def test_facts_with_errors_are_not_rendered(drafter) -> None:
    write(FACTS.replace("{{ 管网 }}", "{{ 管王 }}"))
    Path("a.docx").write_bytes(b"old")
    ran = drafter("render", "-o", "a.docx")
    assert ran.code == 1 and ran.out == ""
    assert "报告.yaml:4:" in ran.err and "管网" in ran.err
    assert Path("a.docx").read_bytes() == b"old"


def test_check_json_is_the_contract(drafter) -> None:
    write(FACTS.replace("单位: 临江市水务局\n", "").replace("- 标题: 抓建设", "- 标题题: 抓建设"))
    ran = drafter("check", "--json")
    problems = json.loads(ran.out)["problems"]
    assert ran.code == 1
    assert {problem["code"] for problem in problems} >= {"field-required"}
    assert all(set(problem) == {"code", "severity", "message", "fix", "file", "line", "column", "fact"} for problem in problems)
    unknown = next(problem for problem in problems if "标题题" in problem["message"])
    assert (unknown["line"], unknown["severity"]) == (7, "error") and "标题" in unknown["fix"]


def test_messages_in_english(drafter) -> None:
    write(FACTS.replace("单位: 临江市水务局\n", ""))
    ran = drafter("--lang", "en", "check")
    assert ran.code == 0 and "has no Unit" in ran.err
    assert drafter("check").err != ran.err


def test_the_language_may_be_asked_for_anywhere(drafter) -> None:
    write(FACTS.replace("单位: 临江市水务局\n", ""))
    assert "has no Unit" in drafter("check", "--lang", "en").err
    assert "has no Unit" in drafter("check", "--lang=en").err
    assert drafter("check", "--lang", "fr").code == 2
    assert drafter("check", "--lang").code == 2


def test_check_without_a_name_checks_every_report(drafter) -> None:
    write(FACTS.replace("{{ 管网 }}", "{{ 甲 }}"))
    write(FACTS.replace("期间: 2024", "期间: 2025").replace("{{ 管网 }}", "{{ 乙 }}"), "facts/2025/报告.yaml")
    ran = drafter("check")
    assert ran.code == 1 and "“甲”" in ran.err and "“乙”" in ran.err
    assert "facts/2025/报告.yaml:4:" in ran.err and str(Path.cwd()) not in ran.err


def test_a_period_that_cannot_be_read_is_one_problem(drafter) -> None:
    write(FACTS.replace("期间: 2024", "期间: 24年"))
    assert [problem["code"] for problem in json.loads(drafter("check", "--json").out)["problems"]] == ["value-period"]


def test_a_field_is_placed_in_the_file_that_says_it(drafter) -> None:
    write("成绩:\n- 标题: 甲\n", "facts/2024/一.yaml")
    write("单位: 某局\n期间: 2024\n标题: 2024年总结\n\n导语: 共{{ 无 }}。\n", "facts/2024/二.yaml")
    problem = json.loads(drafter("check", "--json").out)["problems"][0]
    assert problem["file"].endswith("二.yaml") and problem["line"] == 5


def test_a_new_report_shows_what_else_there_is_and_its_schema(drafter) -> None:
    drafter("init")
    text = Path(drafter("new", "2024", "--unit", "某局").out.strip()).read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schema.json\n") and "{{ 高企净增 }}" in text
    shown = "\n".join(
        line.removeprefix("# ") for line in text.splitlines() if not line.startswith(("# 还", "# 正文", "# 写好", "# yaml"))
    )
    write(shown.replace("问题:\n", "问题:\n", 1), "facts/2025/报告.yaml")
    assert drafter("check", "2025").code == 0
    assert Path("facts/2024/../schema.json").is_file()


def test_a_report_that_is_not_there(drafter) -> None:
    write(FACTS)
    ran = drafter("render", "2042", "-o", "a.docx")
    assert ran.code in (2, 3) and "2024" in ran.err and not Path("a.docx").exists()


def test_another_layout_for_once(drafter) -> None:
    write(FACTS)
    assert "一、抓建设" in drafter("render", "--format", "txt", "--layout", "亮点前置式").out
    ran = drafter("render", "--layout", "四段式")
    assert ran.code == 3 and "三段式" in ran.err


def test_layouts_and_a_copy_of_ones_own(drafter) -> None:
    write(FACTS)
    names = [layout["name"] for layout in json.loads(drafter("layouts", "--json").out)["layouts"]]
    assert names[0] == "三段式" and len(names) == 4
    assert drafter("layouts", "--copy", "二段式", "--as", "我局式").code == 0
    template = Path("templates/我局式/report.html")
    template.write_text("<title>我局的{{ 标题 }}</title>", "utf-8")
    assert "我局式" in drafter("layouts").out
    ran = drafter("render", "--format", "txt", "--layout", "我局式")
    assert ran.out == "我局的2024年工作总结\n"
    assert "fact-left-out" in ran.err and "成绩/1" in ran.err
    assert drafter("layouts", "--copy", "二段式", "--as", "我局式").code == 4
    assert drafter("layouts", "--copy", "没有").code == 3


def test_a_template_error_names_its_line(drafter) -> None:
    write(FACTS)
    drafter("layouts", "--copy", "二段式", "--as", "我局式")
    Path("templates/我局式/report.html").write_text("<p>好</p>\n<p>{{ 主送单位 }}</p>", "utf-8")
    ran = drafter("render", "--layout", "我局式", "-o", "a.docx")
    assert ran.code == 3 and "report.html:2" in ran.err and "主送单位" in ran.err


def test_schema_is_json_and_can_be_saved(drafter) -> None:
    schema = json.loads(drafter("schema").out)
    assert "单位" in schema["properties"] and schema["additionalProperties"] is False
    assert drafter("schema", "-o", "s.json").out.strip() == "s.json"
    assert json.loads(Path("s.json").read_text("utf-8")) == schema


def test_completion_script(drafter) -> None:
    for shell in ("bash", "zsh", "fish"):
        assert "_DRAFTER_COMPLETE" in drafter("completion", shell).out


def test_completion_knows_reports_and_layouts(drafter, monkeypatch: pytest.MonkeyPatch) -> None:
    from click.shell_completion import ShellComplete

    from drafter.cli.app import app

    write(FACTS)
    completer = ShellComplete(app(), {}, "drafter", "_DRAFTER_COMPLETE")
    assert "2024" in [item.value for item in completer.get_completions(["render"], "20")]
    assert [item.value for item in completer.get_completions(["render", "--layout"], "二")] == ["二段式"]


def test_completion_knows_the_versions_of_the_report_that_is_named(drafter) -> None:
    from click.shell_completion import ShellComplete

    from drafter.cli.app import app

    write(VERSIONS)
    write(FACTS, "facts/2023/报告.yaml")
    completer = ShellComplete(app(), {}, "drafter", "_DRAFTER_COMPLETE")
    assert [item.value for item in completer.get_completions(["render", "2024", "--version"], "短")] == ["短版"]
    assert completer.get_completions(["render", "2023", "--version"], "") == []
    assert completer.get_completions(["render", "2022", "--version"], "") == []


VERSIONS = (
    FACTS
    + """\
- {标题: 抓小事, 正文: 办了三件。, 优先级: 低}
版本:
- {名称: 全文版}
- {名称: 短版, 字数: 45}
"""
)


def test_a_version_is_rendered_and_says_what_it_leaves_out(drafter) -> None:
    write(VERSIONS)
    ran = drafter("render", "--version", "短版", "-o", "-", "--format", "txt")
    assert ran.code == 0 and "抓建设" in ran.out and "抓小事" not in ran.out
    assert re.search(r"短版：\d+ 字，1 页，没有这些：\n +\t成绩/2\t抓小事\t8 字\t超出篇幅\n", ran.err)
    assert drafter("render", "--version", "短版").out.endswith("2024年工作总结（短版）.docx\n")
    assert (
        drafter("render", "--version", "全文版", "-o", "-", "--format", "txt").out
        == drafter("render", "-o", "-", "--format", "txt").out
    )
    refused = drafter("render", "--version", "短")
    assert refused.code == 3 and "version-unknown" in refused.err and not refused.out


def test_versions_are_listed(drafter) -> None:
    write(VERSIONS)
    ran = drafter("versions")
    assert re.fullmatch(r"全文版\t\d+ 字，1 页\n短版\t\d+ 字，1 页\n +\t成绩/2\t抓小事\t8 字\t超出篇幅\n", ran.out)
    told = json.loads(drafter("versions", "2024", "--json").out)["versions"]
    assert [each["name"] for each in told] == ["全文版", "短版"] and told[1]["characters"] <= told[1]["most_characters"] == 45
    assert told[1]["left_out"] == [{"key": "成绩/2", "heading": "抓小事", "sentence": False, "characters": 8, "why": "length"}]
    write(FACTS)
    ran = drafter("versions")
    assert (ran.code, ran.out) == (0, "") and "版本" in ran.err


TEXT = """\
2023年工作总结和2024年工作打算

2023年，全局上下齐心协力，完成了各项任务。

一、2023年工作情况

（一）抓统筹。召开推进会三次，任务逐项落实到人。

（二）抓项目。新开工项目12个，完成投资3.4亿元。

二、存在的问题

一是人手不足。专业人员只有5名。

二是资金偏紧，部分项目进度慢于计划。

三、2024年工作打算

（一）补齐人手。力争招录专业人员3名。

临江市水务局
2024年1月8日
"""


def test_last_years_text_becomes_facts_and_prints_the_same(drafter) -> None:
    Path("去年.txt").write_text(TEXT, "utf-8")
    ran = drafter("import", "去年.txt")
    assert ran.code == 0 and ran.out.strip().endswith("facts/2023/报告.yaml")
    printed = drafter("render", "2023", "--format", "txt").out
    assert printed.splitlines() == [line for line in TEXT.splitlines() if line]


def test_import_dry_run_is_the_contract_and_writes_nothing(drafter) -> None:
    Path("去年.txt").write_text(TEXT, "utf-8")
    shown = json.loads(drafter("import", "去年.txt", "--dry-run", "--json").out)
    assert set(shown) == {"outline", "left_out", "report", "problems"}
    assert {"role", "level", "part", "text"} <= set(shown["outline"][0])
    assert shown["report"]["单位"] == "临江市水务局" and str(shown["report"]["期间"]) == "2023"
    assert not Path("facts").exists()
    assert "run-in\t2\tachievements\t（一）抓统筹。" in drafter("import", "去年.txt", "--dry-run").out


def test_import_where_to_and_when(drafter) -> None:
    Path("去年.txt").write_text(TEXT, "utf-8")
    assert drafter("import", "去年.txt", "--period", "2022", "--unit", "别的局", "--to", "收件").code == 0
    text = Path("收件/报告.yaml").read_text("utf-8")
    assert "期间: 2022" in text and "单位: 别的局" in text
    again = drafter("import", "去年.txt", "--to", "收件")
    assert again.code == 4 and Path("收件/报告.yaml").read_text("utf-8") == text


def test_several_imports_in_one_go(drafter) -> None:
    Path("甲.txt").write_text(TEXT, "utf-8")
    Path("乙.pdf").write_bytes(b"%PDF-1.7\n")
    ran = drafter("import", "甲.txt", "乙.pdf", "没有.docx")
    assert ran.code == 3
    assert ran.out.strip().endswith("facts/2023/报告.yaml")
    assert "乙.pdf" in ran.err and "没有.docx" in ran.err


def test_check_reads_documents_too(drafter) -> None:
    Path("去年.txt").write_text(TEXT.replace("12个", "××个"), "utf-8")
    ran = drafter("check", "去年.txt", "--json")
    assert "placeholder" in {problem["code"] for problem in json.loads(ran.out)["problems"]}


def test_demo_makes_a_workspace_and_its_documents(drafter) -> None:
    ran = drafter("demo", "演示")
    documents = [Path(line) for line in ran.out.splitlines()]
    assert ran.code == 0 and len(documents) >= 3
    assert all(path.read_bytes().startswith(b"PK") for path in documents)
    assert drafter("demo", "演示").code == 4


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        (["--lang", "en"], {"LANG": "zh_CN.UTF-8"}, "en"),
        (["--lang=zh"], {"LANG": "en_US.UTF-8"}, "zh"),
        ([], {"LANG": "en_US.UTF-8"}, "en"),
        ([], {"LC_ALL": "C", "LANG": "en_US.UTF-8"}, "zh"),
        ([], {"LANG": "zh_TW.UTF-8"}, "zh"),
        ([], {}, "zh"),
        (["--lang"], {"LANG": "de_DE"}, "en"),
    ],
)
def test_the_language(arguments: list[str], environment: dict[str, str], expected: str) -> None:
    assert language.choose(arguments, environment) == expected


def test_control_characters_never_reach_the_terminal(drafter) -> None:
    write(FACTS.replace("开工五项。", '"\\e]0;pwn\\a{{ 没有 }}"'))
    ran = drafter("check")
    assert ran.code == 1 and "\x1b" not in ran.err and "\x07" not in ran.err


def test_a_failure_of_our_own_is_told_in_words(drafter, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("坏了")

    monkeypatch.delenv("DRAFTER_DEBUG")
    monkeypatch.setattr("drafter.actions.check.check", broken)
    ran = drafter("check")
    assert ran.code == 3 and "坏了" in ran.err and "Traceback" not in ran.err
