"""A report is all the files of its folder together."""

from pathlib import Path

from drafter.store.folder import read_report


def put(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_lists_run_on_and_single_fields_are_taken_from_anywhere(tmp_path: Path) -> None:
    put(tmp_path, a="单位: 某局\n成绩:\n- 标题: 甲\n", b="期间: 2024\n单位: 某局\n成绩:\n- 标题: 乙\n- 语气: 坏\n")
    (tmp_path / ".隐藏.yaml").write_text("标题: 坏", encoding="utf-8")
    (tmp_path / "c.yml").write_text("标题: 总结\n", encoding="utf-8")
    reading = read_report(tmp_path)
    assert (reading.report.unit, str(reading.report.period), reading.report.title) == ("某局", "2024", "总结")
    assert [fact.title for fact in reading.report.achievements] == ["甲", "乙", ""]
    assert [(problem.code, problem.fact) for problem in reading.problems] == [("value-choice", "成绩/3")]
    source = reading.report.achievements[1].source
    assert source is not None and source.file == str(tmp_path / "b.yaml") and source.path == ("成绩", 0)
    assert set(reading.files) == {str(tmp_path / name) for name in ("a.yaml", "b.yaml", "c.yml")}


def test_a_contradiction_names_both_places(tmp_path: Path) -> None:
    put(tmp_path, a="标题: 甲\n", b="# 注\n标题: 乙\n")
    reading = read_report(tmp_path)
    (problem,) = reading.problems
    assert problem.code == "report-contradiction"
    assert str(problem.place) == f"{tmp_path / 'b.yaml'}:2:5" and f"{tmp_path / 'a.yaml'}:1" in problem.message.zh
    assert reading.report.title == "甲"


def test_a_folder_without_files_is_a_problem(tmp_path: Path) -> None:
    assert [problem.code for problem in read_report(tmp_path).problems] == ["report-empty"]


def test_a_single_file_is_a_report(tmp_path: Path) -> None:
    put(tmp_path, a="标题: 甲\n", b="标题: 乙\n")
    assert read_report(tmp_path / "b.yaml").report.title == "乙"
    assert read_report(tmp_path / "没有.yaml").problems[0].code == "file-missing"
