"""The settings file: strict, each fault with its line, comments kept."""

from pathlib import Path

import pytest

from drafter.model.problem import Refused
from drafter.store.settings import Settings, read_settings, settings_file, write_setting


def read(folder: Path, text: str) -> tuple[Settings, list[tuple[str, int | None]]]:
    path = folder / "设置.yaml"
    path.write_text(text, "utf-8")
    settings, _, problems = read_settings(path)
    return settings, [(problem.code, problem.place.line) for problem in problems]


def test_everything_that_can_be_set(tmp_path: Path) -> None:
    text = "# 我的\n语言: English\n主题: 浅色\n按键:\n  start.new: F7\n  desk.save: [ctrl+s, f2]\n字数上限: 2000\n"
    assert read(tmp_path, text) == (
        Settings(language="en", theme="浅色", keys={"start.new": "f7", "desk.save": "ctrl+s,f2"}, cap=2000),
        [],
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("语言: 法语\n", ("value-choice", 1)),
        ("语言: zh\n主提: 深色\n", ("key-unknown", 2)),
        ("主题: [深色]\n", ("value-shape", 1)),
        ("字数上限: 两千\n", ("value-integer", 1)),
        ("字数上限: 0\n", ("value-integer", 1)),
        ("按键: f7\n", ("value-record", 1)),
        ("按键:\n  a: f7\n  b: ctrl加s\n", ("value-key", 3)),
        ("按键:\n  a: x\n", ("value-key", 2)),
        ("- 语言\n", ("settings-shape", 1)),
        ("语言: zh\n语言: en\n", ("yaml-duplicate", 2)),
    ],
)
def test_a_fault_is_told_with_its_line_and_its_default_is_used(tmp_path: Path, text: str, found: tuple[str, int]) -> None:
    settings, problems = read(tmp_path, text)
    assert found in problems
    assert settings.cap is None and "b" not in settings.keys and not settings.theme


def test_a_good_setting_survives_beside_a_bad_one(tmp_path: Path) -> None:
    settings, problems = read(tmp_path, "语言: 法语\n主题: 深色\n")
    assert settings == Settings(theme="深色") and len(problems) == 1


def test_no_file_is_no_settings(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "没有.yaml") == (Settings(), {}, [])


def test_writing_touches_one_line(tmp_path: Path) -> None:
    path = tmp_path / "新" / "设置.yaml"
    write_setting(path, ("主题",), "深色")
    write_setting(path, ("按键", "start.new"), "f7")
    write_setting(path, ("按键", "desk.find"), "f3,ctrl+f")
    path.write_text("# 别动我\n" + path.read_text("utf-8").replace("深色", "深色  # 晚上"), "utf-8")
    write_setting(path, ("主题",), "浅色")
    write_setting(path, ("按键", "start.new"), "")
    assert path.read_text("utf-8") == "# 别动我\n主题: 浅色  # 晚上\n按键:\n  desk.find: f3,ctrl+f\n"


def test_a_broken_file_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "设置.yaml"
    path.write_text("主题: [深色\n", "utf-8")
    with pytest.raises(Refused):
        write_setting(path, ("主题",), "浅色")
    assert path.read_text("utf-8") == "主题: [深色\n"


def test_where_the_settings_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAFTER_CONFIG", str(tmp_path))
    assert settings_file() == tmp_path / "设置.yaml"
    monkeypatch.delenv("DRAFTER_CONFIG")
    assert settings_file().parent.name == "drafter"
