import os
import stat
import sys
from itertools import count
from pathlib import Path

import jinja2
import pytest

import drafter.render.compiled as compiled
from drafter.render import sandbox
from drafter.render.compiled import compiled_templates
from drafter.render.engine import render

_numbers = count()
posix = pytest.mark.skipif(not hasattr(os, "getuid"), reason="folders have no owner and mode here")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where byte code is kept; the cache of whoever runs the tests is left alone."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "cache"))
    base = tmp_path / "cache"
    return (base / "Library" / "Caches" if sys.platform == "darwin" else base) / "drafter" / "templates"


def template(folder: Path) -> Path:
    (folder / "我的").mkdir(parents=True, exist_ok=True)
    (folder / "我的" / "report.html").write_text("<p>甲</p>", "utf-8")
    return folder


def fresh(folders: list[Path]) -> str:
    """Rendered as a later start would: a folder that was not there before makes an environment with nothing in memory."""
    empty = folders[0].parent / f"empty{next(_numbers)}"
    return render("我的", {}, [empty, *folders])[0].text


def test_a_packaged_template_is_compiled_once(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folders = [template(tmp_path / "templates")]
    assert render("我的", {}, folders)
    assert len(list(cache.iterdir())) == 1
    if hasattr(os, "getuid"):
        assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    monkeypatch.setattr(jinja2.Environment, "compile", lambda *_: pytest.fail("compiled again"))
    assert fresh(folders) == "甲"


@pytest.mark.parametrize("what", ["drafter", "jinja", "policy"])
def test_what_another_program_compiled_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    folders = [template(tmp_path / "templates")]
    fresh(folders)
    if what == "drafter":
        monkeypatch.setattr(compiled, "__version__", "0.0.9")
    elif what == "jinja":
        monkeypatch.setattr(jinja2, "__version__", "3.0.0", raising=False)
    else:
        monkeypatch.setattr(sandbox, "OPERATORS", frozenset({"*"}))
    again = []
    compile_ = jinja2.Environment.compile
    monkeypatch.setattr(jinja2.Environment, "compile", lambda *args: again.append(1) or compile_(*args))
    assert fresh(folders) == "甲" and again == [1]


def test_a_template_from_elsewhere_is_not_kept(tmp_path: Path, cache: Path) -> None:
    packaged = tmp_path / "packaged"
    packaged.mkdir()
    assert render("我的", {}, [template(tmp_path / "own"), packaged])[0].text == "甲"
    assert list(cache.glob("*")) == []


@posix
@pytest.mark.parametrize("mode", [0o770, 0o702])
def test_a_folder_that_others_may_write_is_not_used(cache: Path, mode: int) -> None:
    assert compiled_templates("") is not None
    cache.chmod(mode)
    assert compiled_templates("") is None


@posix
def test_the_folder_of_another_user_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    assert compiled_templates("") is not None
    another = os.getuid() + 1
    monkeypatch.setattr(os, "getuid", lambda: another)
    assert compiled_templates("") is None


def test_no_cache_and_a_damaged_one_do_no_harm(tmp_path: Path, cache: Path) -> None:
    folders = [template(tmp_path / "templates")]
    cache.parent.mkdir(parents=True)
    cache.write_text("a file where the folder should be", "utf-8")
    assert fresh(folders) == "甲"
    cache.unlink()
    assert fresh(folders) == "甲"
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    for size in (*range(100), len(whole) - 5):
        file.write_bytes(whole[:size])
        assert fresh(folders) == "甲"
