"""The house rules hold, and each of them can fail."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from drafter import __version__

ROOT = Path(__file__).resolve().parents[1]

# A contract, and a line in a module that breaks it.
VIOLATIONS = [
    ("layers", "model/words.py", "import drafter.store.save"),
    ("layers", "store/save.py", "import drafter.render.arrange"),
    ("layers", "checks/subject.py", "import drafter.store.save"),
    ("layers", "actions/check.py", "import drafter.cli.output"),
    ("yaml", "actions/check.py", "import yaml"),
    ("jinja", "store/save.py", "import jinja2"),
    ("foreign", "render/arrange.py", "import lxml"),
    ("faces", "actions/check.py", "import click"),
]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package, to be broken."""
    copy = tmp_path_factory.mktemp("house")
    shutil.copytree(ROOT / "drafter", copy / "drafter", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


def contracts(house: Path, name: str) -> subprocess.CompletedProcess[str]:
    program = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports; sys.exit(lint_imports(limit_to_contracts=(sys.argv[1],), no_cache=True))"
    return subprocess.run(
        [sys.executable, "-c", program, name],
        cwd=house,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(house), "NO_COLOR": "1"},
    )


@pytest.mark.parametrize(("name", "module", "line"), VIOLATIONS)
def test_a_contract_is_kept_and_can_fail(house: Path, name: str, module: str, line: str) -> None:
    file = house / "drafter" / module
    sound = file.read_text("utf-8")
    try:
        file.write_text(f"{sound}\n{line}  # noqa\n", "utf-8")
        broken = contracts(house, name)
    finally:
        file.write_text(sound, "utf-8")
    assert broken.returncode == 1 and "BROKEN" in broken.stdout, broken.stdout + broken.stderr


def test_modules_stay_small() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in ROOT.glob("drafter/**/*.py")
        if (lines := len(path.read_text("utf-8").splitlines())) > 500
    }
    assert not long


def test_the_wheel_is_the_whole_product(tmp_path: Path) -> None:
    from hatchling.builders.wheel import WheelBuilder

    wheel = Path(next(WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])))
    assert __version__ in wheel.name
    home = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(home)
    assert (home / "drafter/data/templates/base.docx").is_file()
    ran = subprocess.run(
        [sys.executable, "-m", "drafter", "demo", "演示"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(home), "PYTHONUTF8": "1"},
    )
    assert ran.returncode == 0, ran.stderr
    assert all(zipfile.is_zipfile(tmp_path / line) for line in ran.stdout.splitlines())


def test_it_speaks_under_any_locale(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "drafter", "layouts"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        env={**os.environ, "LC_ALL": "C"},
    )
    assert ran.returncode == 0 and "三段式" in ran.stdout.decode("utf-8")
