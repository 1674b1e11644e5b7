"""Where drafts are kept until what was typed is in the files: one folder for each report that a running app has open.

A folder is locked as long as its app lives, so a draft that was left behind is told from one in use. It holds the draft, and a
copy of each file that the draft starts from.
"""

import contextlib
import hashlib
import json
import os
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drafter.model.problem import Place, Problem, Refused
from drafter.model.words import Both
from drafter.store.locks import same_file, try_lock
from drafter.store.save import save
from drafter.store.telling import problem

_DRAFT, _LOCK, _COPY = "draft.json", "lock", ".base"
_YOUNG = 60.0  # seconds; a folder younger than this may be one that an app is just making
_ATTEMPTS = 5
_SETTING = "DRAFTER_STATE"


class Slot:
    """The folder for the draft of one report in one running app. It is made when there is something to keep."""

    def __init__(self, place: Path) -> None:
        self._key = _key(place)
        self._folder: Path | None = None
        self._handle = -1
        self._copies: set[str] = set()

    def write(self, draft: Mapping[str, Any], copies: Mapping[str, bytes]) -> None:
        """Keeps the draft in place of the one before, and a copy of each file, by its hash, that is not kept yet.

        Raises Refused, exit code 4, when neither the user's folder nor the system's temporary one takes it.
        """
        data = json.dumps(draft, ensure_ascii=False).encode("utf-8", "surrogatepass")
        refused: Refused | None = None
        if self._folder is not None:
            try:
                self._fill(self._folder, data, copies)
                return
            except Refused as refusal:
                refused = refusal
        for parent in _parents():
            if self._folder is not None and parent == self._folder.parent:
                continue
            try:
                folder, handle = _made(parent, self._key)
            except OSError as error:
                refused = refused or Refused(_unwritable(parent, error), 4)
                continue
            before, self._copies = self._copies, set()
            try:
                self._fill(folder, data, copies)
            except Refused as refusal:
                self._copies = before
                refused = refused or refusal
                _let_go(folder, handle)
                continue
            if self._folder is not None:
                _let_go(self._folder, self._handle)
            self._folder, self._handle = folder, handle
            return
        if refused is not None:
            raise refused

    def clear(self) -> None:
        """Takes the draft away: all of it is in the files."""
        if self._folder is not None:
            with contextlib.suppress(OSError):
                (self._folder / _DRAFT).unlink(missing_ok=True)
                self._drop(set())

    def close(self) -> None:
        """Lets go of the folder. A draft that is still in it will be found as one left behind."""
        if self._folder is None:
            return
        folder, handle = self._folder, self._handle
        self._folder, self._handle, self._copies = None, -1, set()
        if (folder / _DRAFT).exists():
            os.close(handle)
        else:
            _let_go(folder, handle)

    def _fill(self, folder: Path, data: bytes, copies: Mapping[str, bytes]) -> None:
        for name, content in copies.items():
            if name not in self._copies:
                save(folder / f"{name}{_COPY}", content)
                self._copies.add(name)
        save(folder / _DRAFT, data)
        if folder == self._folder and self._copies != copies.keys():
            self._drop(set(copies))

    def _drop(self, wanted: set[str]) -> None:
        assert self._folder is not None
        for name in self._copies - wanted:
            with contextlib.suppress(OSError):
                (self._folder / f"{name}{_COPY}").unlink(missing_ok=True)
        self._copies &= wanted


@dataclass(frozen=True, slots=True)
class Leftover:
    """A draft whose app is gone. ``when`` is the time of its last change, in seconds since 1970."""

    folder: Path
    when: float
    content: dict[str, Any]

    def copy(self, name: str) -> bytes | None:
        """The file whose hash is ``name``, as the draft starts from it; None when it is not there or not whole."""
        try:
            data = (self.folder / f"{Path(name).name}{_COPY}").read_bytes()
        except OSError:
            return None
        return data if hashlib.sha256(data).hexdigest() == name else None

    def discard(self) -> None:
        """Removes it for good."""
        shutil.rmtree(self.folder, ignore_errors=True)


def left_behind(place: Path) -> tuple[list[Leftover], list[Problem]]:
    """The drafts of a report whose apps are gone, the latest first, and what cannot be read, which is left where it is.

    Empty folders of apps that were killed are removed.
    """
    found: list[Leftover] = []
    problems: list[Problem] = []
    for folder in _abandoned():
        draft = folder / _DRAFT
        if not draft.exists():
            if _age(folder) > _YOUNG:
                shutil.rmtree(folder, ignore_errors=True)
        elif folder.name.startswith(f"{_key(place)}-"):
            try:
                content = json.loads(draft.read_bytes().decode("utf-8", "surrogatepass"))
                if not isinstance(content, dict):
                    raise ValueError
                found.append(Leftover(folder, draft.stat().st_mtime, content))
            except (OSError, ValueError, RecursionError):
                problems.append(unreadable(folder))
    return sorted(found, key=lambda leftover: leftover.when, reverse=True), problems


def unreadable(folder: Path) -> Problem:
    """The problem of a draft that cannot be used."""
    return problem(
        "draft-unreadable",
        Both("有一份上次留下的草稿读不出来，没有动它", "a draft left from last time cannot be read and was left alone"),
        Both("如果不需要，把这个文件夹删掉", "delete its folder if it is of no use"),
        Place(str(folder)),
        "warning",
    )


def _abandoned() -> Iterator[Path]:
    """Every folder of a draft whose lock nobody holds."""
    for parent in _parents():
        try:
            folders = [Path(entry.path) for entry in os.scandir(parent) if entry.is_dir(follow_symlinks=False)]
        except OSError:
            continue
        yield from (folder for folder in sorted(folders) if not _in_use(folder))


def _in_use(folder: Path) -> bool:
    try:
        handle = os.open(folder / _LOCK, os.O_RDWR)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    try:
        return not try_lock(handle)
    except OSError:
        return True
    finally:
        os.close(handle)


def _age(folder: Path) -> float:
    try:
        return time.time() - folder.stat().st_mtime
    except OSError:
        return 0.0


def _parents() -> list[Path]:
    """The folders that drafts may be in: the user's own, then one in the system's temporary folder."""
    setting = os.environ.get(_SETTING)
    if setting:
        state = Path(setting)
    else:
        from platformdirs import user_state_path

        state = user_state_path("drafter")
    owner = os.getuid() if hasattr(os, "getuid") else 0
    temporary = Path(tempfile.gettempdir()) / f"drafter-{owner}"
    return [folder / "drafts" for folder in (state, temporary) if _own(folder)]


def _own(folder: Path) -> bool:
    """False where someone else has put a folder in the place of ours: everyone may write into the temporary one."""
    try:
        found = folder.lstat()
    except OSError:
        return True
    return not hasattr(os, "getuid") or found.st_uid in (os.getuid(), 0)


def _key(place: Path) -> str:
    return hashlib.sha256(os.fsencode(os.path.realpath(place))).hexdigest()[:20]


def _made(parent: Path, key: str) -> tuple[Path, int]:
    """A new locked folder, for the user alone. One that a cleaning app took away in the same moment is made again."""
    for _ in range(_ATTEMPTS):
        parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder = parent / f"{key}-{os.getpid()}-{secrets.token_hex(4)}"
        folder.mkdir(mode=0o700)
        try:
            handle = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        except FileNotFoundError:
            continue
        try:
            if try_lock(handle) and same_file(handle, folder / _LOCK):
                return folder, handle
        except OSError:
            _let_go(folder, handle)
            raise
        os.close(handle)
    raise OSError(f"no folder could be made in {parent}")


def _let_go(folder: Path, handle: int) -> None:
    with contextlib.suppress(OSError):
        os.close(handle)
    shutil.rmtree(folder, ignore_errors=True)


def _unwritable(parent: Path, error: OSError) -> Problem:
    from drafter.store.save import reason

    why = reason(error)
    return problem(
        "draft-failed",
        Both(f"草稿没有存下：{why.zh}", f"the draft was not kept: {why.en}"),
        Both("马上保存，或检查磁盘和权限", "save now, or check the disk and the permissions"),
        Place(str(parent)),
    )
