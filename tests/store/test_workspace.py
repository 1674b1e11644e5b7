"""Finding workspaces, reports and layouts by name."""

import os
from pathlib import Path

import pytest

from drafter.model.problem import Refused
from drafter.store.layouts import example_folder, find_template_file, list_layouts, read_layout, search_path
from drafter.store.workspace import find_workspace, report_names, resolve, safe_name


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    for name in ("2023", "2024-H1", "科技局/2023", "交通局/2022", "科技局/草稿"):
        folder = tmp_path / "facts" / name
        folder.mkdir(parents=True)
        (folder / "报告.yaml").write_text("标题: 甲\n", encoding="utf-8")
    (tmp_path / "facts" / "2025").mkdir()
    return tmp_path


def code(act: object, *args: object) -> str:
    with pytest.raises(Refused) as refused:
        act(*args)  # type: ignore[operator]
    assert refused.value.exit_code == 2
    return refused.value.problems[0].code + " " + refused.value.problems[0].fix.zh


def test_reports_are_listed_from_anywhere_inside(workspace: Path) -> None:
    assert report_names(workspace / "facts" / "2023") == ["2023", "2024-H1", "交通局/2022", "科技局/2023"]
    assert find_workspace(workspace / "facts" / "2023" / "报告.yaml") == workspace


def test_a_report_is_named_by_period_unit_or_path(workspace: Path) -> None:
    facts = workspace / "facts"
    assert resolve("2023", workspace) == facts / "2023"
    assert resolve("科技局/2023", workspace) == facts / "科技局" / "2023"
    assert resolve("2022", workspace) == facts / "交通局" / "2022"
    assert resolve("facts/2024-H1/报告.yaml", workspace) == facts / "2024-H1" / "报告.yaml"
    assert resolve(None, facts / "2023") == facts / "2023"


def test_what_is_not_there_is_refused_with_the_nearest(workspace: Path) -> None:
    assert "是不是 2024-H1" in code(resolve, "2024-H2", workspace)
    assert code(resolve, None, workspace).startswith("report-which")


def test_the_only_report_need_not_be_named(tmp_path: Path) -> None:
    assert code(resolve, None, tmp_path).startswith("report-none")
    folder = tmp_path / "facts" / "2024"
    folder.mkdir(parents=True)
    (folder / "a.yml").write_text("标题: 甲\n", encoding="utf-8")
    assert resolve(None, tmp_path) == folder


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("../x", "“x”"),
        ("/etc/x", "“etc-x”"),
        ("CON", "“CON_”"),
        ("nul.txt", "“nul_.txt”"),
        ("总结.", "“总结”"),
        ("a\u202eb", "“a-b”"),
        ("..", "汉字"),
        ("", "汉字"),
        (" 前空", "“前空”"),
        ("C:\\x", "“C--x”"),
        ("-rf", "“rf”"),
        ("长" * 90, "“长长"),
    ],
)
def test_unsafe_names_are_refused_with_a_safe_one(name: str, fix: str) -> None:
    assert fix in code(safe_name, name)


@pytest.mark.parametrize("name", ["三段式", "2024-H1", "临江市科技局", "a b", "第1稿（改）"])
def test_safe_names_pass(name: str) -> None:
    assert safe_name(name) == name


def test_layouts_are_looked_up_one_file_at_a_time(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "三段式"
    own.mkdir(parents=True)
    (own / "layout.yaml").write_text(
        "说明: 自己的\n标题: '{期间}总结'\n体例:\n  顺序: [打算, 成绩]\n栏目:\n  成绩: [甲, 乙]\n  打算: 丙\n", encoding="utf-8"
    )
    folders = search_path(tmp_path)
    layout, problems = read_layout("三段式", folders)
    assert problems == [] and layout is not None
    assert (layout.name, layout.description, layout.title) == ("三段式", "自己的", "{期间}总结")
    assert layout.style.order == ("打算", "成绩") and layout.sections == {"成绩": ("甲", "乙"), "打算": ("丙",)}
    packaged = find_template_file("三段式/report.html", folders)
    assert packaged is not None and not packaged.is_relative_to(tmp_path)
    assert list_layouts(folders)[0] == "三段式"
    assert example_folder().name == "facts"


def test_every_packaged_layout_reads_without_a_problem() -> None:
    folders = search_path(None)
    for name in list_layouts(folders):
        layout, problems = read_layout(name, folders)
        assert layout is not None and layout.description and problems == []


def test_mistakes_in_a_layout_are_told(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "坏"
    own.mkdir(parents=True)
    (own / "layout.yaml").write_text("标体: x\n体例: {落款: 左}\n栏目: {成果: [甲]}\n", encoding="utf-8")
    _, problems = read_layout("坏", search_path(tmp_path))
    assert [problem.code for problem in problems] == ["key-unknown", "value-choice", "key-unknown"]


@pytest.mark.parametrize("name", ["../x", "没有", "", ".", "a/b"])
def test_no_layout_outside_the_path(name: str) -> None:
    assert read_layout(name, search_path(None)) == (None, [])


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_template_that_leads_out_of_its_folder_is_not_found(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x", encoding="utf-8")
    (tmp_path / "templates" / "甲").mkdir(parents=True)
    (tmp_path / "templates" / "甲" / "report.html").symlink_to(tmp_path / "secret")
    assert find_template_file("甲/report.html", [tmp_path / "templates"]) is None
