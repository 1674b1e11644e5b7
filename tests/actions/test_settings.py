"""Settings as the app gets them: what it does not know is said, and never stops it."""

from pathlib import Path

import pytest

from drafter.actions.settings import Settings, keep, keep_key, load
from drafter.model.problem import Refused


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DRAFTER_CONFIG", str(tmp_path))
    return tmp_path


def test_what_is_kept_is_loaded() -> None:
    keep("语言", "English")
    keep("主题", "深色")
    keep_key("start.new", "f7")
    assert load(["nord"], ["start.new"]) == (Settings("en", "深色", {"start.new": "f7"}), [])
    keep("语言", "")
    keep_key("start.new", "")
    assert load() == (Settings(theme="深色"), [])


def test_names_that_the_app_does_not_know(home: Path) -> None:
    (home / "设置.yaml").write_text("主题: 彩虹\n按键:\n  start.now: f7\n", "utf-8")
    settings, problems = load(["nord"], ["start.new"])
    assert settings == Settings()
    assert [(problem.code, problem.place.line) for problem in problems] == [("theme-unknown", 1), ("binding-unknown", 3)]
    assert "nord" in problems[0].fix.zh


def test_a_folder_in_the_place_of_the_file(home: Path) -> None:
    (home / "设置.yaml").mkdir()
    settings, problems = load()
    assert settings == Settings() and problems[0].code == "file-folder"
    with pytest.raises(Refused):
        keep("主题", "深色")
