"""Saving: the old file or the new one, at every moment, and nobody's work lost."""

import errno
import multiprocessing
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drafter.model.problem import Refused
from drafter.store import save as saving
from drafter.store.reader import digest
from drafter.store.save import save

OLD, NEW = "旧的内容\n".encode() * 100, "新的内容\n".encode() * 300
BENCH = Path(__file__).parents[2] / "bench"


def test_a_save_returns_the_hash_for_the_next(tmp_path: Path) -> None:
    path = tmp_path / "报告.yaml"
    first = save(path, OLD, None)
    assert first == digest(OLD)
    save(path, NEW, first)
    assert path.read_bytes() == NEW
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("expected", "there", "words"),
    [(digest(NEW), True, "改过"), (None, True, "已经有"), (digest(OLD), False, "删掉")],
)
def test_a_conflict_is_refused(tmp_path: Path, expected: str | None, there: bool, words: str) -> None:
    path = tmp_path / "报告.yaml"
    if there:
        path.write_bytes(OLD)
    with pytest.raises(Refused) as refused:
        save(path, NEW, expected)
    assert refused.value.exit_code == 4
    assert refused.value.problems[0].code == "save-conflict" and words in refused.value.problems[0].message.zh
    assert path.read_bytes() == OLD if there else not path.exists()


@pytest.mark.skipif(os.name == "nt", reason="POSIX modes")
def test_mode_and_link_stay(tmp_path: Path) -> None:
    target = tmp_path / "真.yaml"
    target.write_bytes(OLD)
    target.chmod(0o664)
    link = tmp_path / "链.yaml"
    link.symlink_to(target)
    save(link, NEW, digest(OLD))
    assert link.is_symlink() and target.read_bytes() == NEW
    assert stat.S_IMODE(target.stat().st_mode) == 0o664


@pytest.mark.skipif(os.name == "nt", reason="POSIX modes")
def test_a_new_file_has_the_mode_of_the_umask(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        save(tmp_path / "新.yaml", NEW, None)
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "新.yaml").stat().st_mode) == 0o640


def test_what_a_killed_save_left_is_removed(tmp_path: Path) -> None:
    path = tmp_path / "报告.yaml"
    path.write_bytes(OLD)
    stray = tmp_path / saving._beside(path, "-99999-0123abcd.tmp")
    stray.write_bytes(b"half")
    other = tmp_path / saving._beside(tmp_path / "别的.yaml", "-99999-0123abcd.tmp")
    other.write_bytes(b"half")
    save(path, NEW)
    assert not stray.exists() and other.exists()


def test_a_lock_that_was_removed_meanwhile_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "报告.yaml"
    lock = tmp_path / saving._beside(path, ".lock")
    take, replace = saving.try_lock, saving._replace
    seen: list[bool] = []

    def taken(handle: int) -> bool:
        if not seen:
            lock.unlink()  # as its holder does when it is done
        seen.append(lock.exists())
        return take(handle)

    def replaced(target: Path, data: bytes) -> None:
        assert lock.exists()
        replace(target, data)

    monkeypatch.setattr(saving, "try_lock", taken)
    monkeypatch.setattr(saving, "_replace", replaced)
    save(path, NEW, None)
    assert seen == [False, True]


def test_a_long_chinese_name_can_be_saved(tmp_path: Path) -> None:
    path = tmp_path / ("长" * 80 + ".yaml")
    save(path, NEW, None)
    assert path.read_bytes() == NEW


CALLS = ["open", "write", "fsync", "close", "fstat", "fchmod", "replace", "rename"]


class _Failing:
    """Calls that work, but for the nth."""

    def __init__(self, nth: int, error: int) -> None:
        self.nth = nth
        self.error = error
        self.count = 0

    def wrap(self, call: Callable[..., Any], closes: bool) -> Callable[..., Any]:
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            self.count += 1
            if self.count == self.nth:
                if closes:  # a close that reports an error has closed all the same
                    call(*args, **kwargs)
                raise OSError(self.error, os.strerror(self.error))
            return call(*args, **kwargs)

        return wrapped


@pytest.mark.skipif(os.name == "nt", reason="POSIX calls")
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS])
def test_the_nth_call_fails_for_every_n(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int) -> None:
    """Whatever fails: the file is the old one and the save was refused, or it is the new one and the save went through."""
    path = tmp_path / "报告.yaml"
    failed = 0
    for nth in range(1, 60):
        path.write_bytes(OLD)
        failing = _Failing(nth, error)
        with monkeypatch.context() as patch:
            for name in CALLS:
                patch.setattr(os, name, failing.wrap(getattr(os, name), name == "close"))
            try:
                save(path, NEW, digest(OLD))
                refused = None
            except Refused as raised:
                refused = raised
        reached = failing.count >= nth
        found = path.read_bytes()
        if refused is None:
            assert found == NEW
        else:
            failed += 1
            assert refused.exit_code == 4 and found == OLD
            assert refused.problems[0].place.file == str(path) and refused.problems[0].fix.zh
        assert not list(tmp_path.glob(".*.tmp"))
        if not reached:
            break
    assert not reached and failed >= 5


def _count_up(path: str, times: int) -> None:
    for _ in range(times):
        while True:
            data = Path(path).read_bytes()
            try:
                save(Path(path), str(int(data) + 1).encode(), digest(data))
                break
            except Refused as refused:
                assert refused.problems[0].code == "save-conflict"


def test_four_processes_lose_nothing(tmp_path: Path) -> None:
    """The bulk run is DRAFTER_UPDATES=500."""
    times = int(os.environ.get("DRAFTER_UPDATES", "40"))
    path = tmp_path / "数.yaml"
    path.write_bytes(b"0")
    spawn = multiprocessing.get_context("spawn")
    workers = [spawn.Process(target=_count_up, args=(str(path), times)) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(120)
    assert [worker.exitcode for worker in workers] == [0, 0, 0, 0]
    assert int(path.read_bytes()) == 4 * times


@pytest.mark.skipif(os.name == "nt", reason="kill -9")
def test_a_kill_leaves_a_whole_file() -> None:
    """The bulk run is bench/kill_save.py 1000."""
    done = subprocess.run(
        [sys.executable, str(BENCH / "kill_save.py"), "25"], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "0 damaged" in done.stdout
