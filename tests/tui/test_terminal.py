"""The real app on a pseudo-terminal: what a signal and a kill leave behind, and that no data drives the terminal."""

import importlib.util
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from drafter.actions.editing.drafts import abandoned

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals")
ROOT = Path(__file__).resolve().parents[2]
REPORT = """\
单位: 云溪县林业局
期间: 2025
标题: "云溪县林业局\\x1b]0;owned\\x07总结"
成绩:
  - 标题: 抓造林
    正文: 起。
"""


def terminal(folder: Path) -> Any:
    spec = importlib.util.spec_from_file_location("terminal", ROOT / "bench" / "terminal.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    command = [sys.executable, "-m", "drafter", "--lang", "zh", "edit", "2025"]
    return module.Terminal(command, folder, (100, 30), DRAFTER_STATE=str(folder / "state"), PYTHONPATH=str(ROOT))


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "facts" / "2025"
    place.mkdir(parents=True)
    (place / "报告.yaml").write_text(REPORT, encoding="utf-8")
    monkeypatch.setenv("DRAFTER_STATE", str(tmp_path / "state"))
    return tmp_path


def typing(app: Any, text: str) -> None:
    """Into the heading of the first fact."""
    app.until("抓造林")
    app.until("已保存")
    for key in (b"\x1b[B", b"\x1b[B", b"\x1b[B", b"\r"):
        app.press(key)
    for sign in text:
        os.write(app.master, sign.encode())
        app.until(sign)


def left(workspace: Path) -> str:
    """What the file and the draft together hold."""
    place = workspace / "facts" / "2025"
    drafts = abandoned(place).drafts
    return (place / "报告.yaml").read_text("utf-8") + "".join(str(each.operations) for draft in drafts for each in draft.files)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=["term", "hup"])
def test_a_signal_keeps_what_was_typed_and_gives_the_terminal_back(workspace: Path, number: int) -> None:
    app = terminal(workspace)
    try:
        typing(app, "初见成效")
        sent = time.monotonic()
        os.kill(app.process.pid, number)
        while app.process.poll() is None and time.monotonic() - sent < 30:
            app.read(0.05)
        assert app.process.poll() == 128 + number
        assert app.screen.endswith(b"\x1b[?1049l") or b"\x1b[?1049l" in app.screen[-400:]
        assert "抓造林初见成效" in left(workspace)
    finally:
        app.close()


def test_a_kill_loses_no_more_than_a_second(workspace: Path) -> None:
    app = terminal(workspace)
    try:
        typing(app, "初见成效")
        time.sleep(1)
        app.process.kill()
        app.process.wait()
        assert "抓造林初见成效" in left(workspace)
    finally:
        app.close()


def test_no_escape_sequence_of_a_file_reaches_the_terminal(workspace: Path) -> None:
    app = terminal(workspace)
    try:
        app.until("抓造林")
        app.until("␛]0;owned␇")
        app.quiet()
        assert b"\x1b]0;" not in app.screen
    finally:
        app.close()
