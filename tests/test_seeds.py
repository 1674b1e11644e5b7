"""Five real reports are taken in and given back: outline, every character, paragraph by paragraph, in every format."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from support import docx_paragraphs, expected_rows

from drafter.cli import main
from drafter.model.text import fold

FRONT = ("title", "cover", "lead")


@pytest.fixture
def taken(seed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """What ``import --dry-run --json`` prints of a seed, and the fact folder that ``import`` writes of it."""
    monkeypatch.chdir(tmp_path)
    assert main(["import", str(seed), "--dry-run", "--json"]) == 0
    shown: dict[str, Any] = json.loads(capfd.readouterr().out)
    assert main(["import", str(seed), "--to", "报告"]) == 0
    capfd.readouterr()
    return shown


def test_the_outline_is_the_expected_one(seed: Path, taken: dict[str, Any]) -> None:
    found = [
        ("front" if row["role"] in FRONT else row["role"], str(row["level"]), row["part"], fold(row["text"]))
        for row in taken["outline"]
    ]
    assert found == [(row["role"], row["level"], row["part"], fold(row["text"])) for row in expected_rows(seed)]


def test_every_character_is_in_the_outline_or_left_out(seed: Path, taken: dict[str, Any]) -> None:
    kept = "".join(row["text"] for row in taken["outline"]) + "".join(left["text"] for left in taken["left_out"])
    assert Counter(fold(kept)) == Counter(fold(seed.read_text("utf-8")))


def test_the_text_comes_back_in_every_format(
    seed: Path, taken: dict[str, Any], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert taken["report"]["版式"] in ("三段式", "亮点前置式", "问题内嵌式", "二段式")
    assert main(["render", "报告", "-o", "报告.txt"]) == main(["render", "报告", "-o", "报告.docx"]) == 0
    lines = (tmp_path / "报告.txt").read_text("utf-8").splitlines()
    assert [fold(line) for line in lines] == [fold(row["text"]) for row in expected_rows(seed)]
    assert docx_paragraphs((tmp_path / "报告.docx").read_bytes()) == lines
