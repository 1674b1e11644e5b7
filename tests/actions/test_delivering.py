"""A document replaces only what is known to be its own unchanged forerunner."""

import sys
from pathlib import Path

import pytest

from drafter.actions import delivering
from drafter.actions.delivering import deliver, show, standing
from drafter.model.problem import Refused


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DRAFTER_STATE", str(tmp_path / "state"))
    return tmp_path / "state"


def refused(path: Path, report: Path) -> bool:
    before = path.read_bytes()
    with pytest.raises(Refused) as refusal:
        deliver(b"new", path, report)
    return refusal.value.problems[0].code == "document-exists" and path.read_bytes() == before


def test_its_own_document_is_replaced(tmp_path: Path) -> None:
    path, report = tmp_path / "总结.docx", tmp_path / "facts/2025"
    assert standing(path, report) == "free"
    deliver(b"first", path, report)
    assert standing(path, report) == "ours"
    deliver(b"second", path, report)
    assert path.read_bytes() == b"second"


def test_what_was_changed_since_is_not(tmp_path: Path) -> None:
    path, report = tmp_path / "总结.docx", tmp_path / "facts/2025"
    deliver(b"first", path, report)
    path.write_bytes(b"with the director's changes")
    assert standing(path, report) == "other" and refused(path, report)
    deliver(b"new", path, report, replace=True)
    assert path.read_bytes() == b"new" and standing(path, report) == "ours"


def test_nor_what_is_another_reports_or_a_strangers(tmp_path: Path) -> None:
    path = tmp_path / "总结.docx"
    deliver(b"first", path, tmp_path / "facts/2024")
    assert refused(path, tmp_path / "facts/2025")
    stranger = tmp_path / "别人的.docx"
    stranger.write_bytes(b"theirs")
    assert refused(stranger, tmp_path / "facts/2025")


def test_a_broken_memory_only_means_that_one_is_asked(tmp_path: Path, state: Path) -> None:
    path, report = tmp_path / "总结.docx", tmp_path / "facts/2025"
    deliver(b"first", path, report)
    (state / "documents.json").write_text("[1", "utf-8")
    assert refused(path, report)


def test_a_memory_that_cannot_be_kept_does_not_stop_the_document(tmp_path: Path, state: Path) -> None:
    state.write_text("a file where the folder should be", "utf-8")
    assert deliver(b"first", tmp_path / "总结.docx", tmp_path).read_bytes() == b"first"


def test_the_memory_forgets_the_oldest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivering, "_MOST", 2)
    for name in "abc":
        deliver(b"x", tmp_path / name, tmp_path)
    assert [standing(tmp_path / name, tmp_path) for name in "abc"] == ["other", "ours", "ours"]


@pytest.mark.skipif(sys.platform != "linux", reason="the opener is found on the PATH")
def test_opening_says_when_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    problem = show(tmp_path / "总结.docx")
    assert problem is not None and problem.code == "opener-missing" and str(tmp_path) in problem.fix.zh
    opener = tmp_path / "xdg-open"
    opener.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n', "utf-8")
    opener.chmod(0o755)
    assert show(tmp_path / "总结.docx") is None
    assert (tmp_path / "opened").read_text("utf-8").strip().endswith("总结.docx")
    opener.write_text("#!/bin/sh\nexit 3\n", "utf-8")
    assert show(tmp_path / "总结.docx") is not None
