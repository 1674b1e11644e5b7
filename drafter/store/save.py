"""The one way in which any file of the product is written: whole or not at all, and never over another's work.

Lock, compare with what was read, temporary file in the same folder, fsync, rename, fsync of the folder. A kill at any moment
leaves the old file or the new one.
"""

import contextlib
import errno
import hashlib
import os
import secrets
import stat
import time
from collections.abc import Iterator
from pathlib import Path

from drafter.model.problem import Place, Problem, Refused
from drafter.model.words import Both
from drafter.store.locks import same_file, try_lock
from drafter.store.telling import problem

ANYTHING = "*"
LOCK_WAIT = 10.0  # seconds; a save takes milliseconds, so a longer hold is a hung program


def save(path: Path, data: bytes, expected: str | None = ANYTHING) -> str:
    """Writes ``data`` and returns its hash (SHA-256).

    ``expected`` is the hash of what was read from ``path``; None says that there was no file; ``ANYTHING`` overwrites
    whatever is there (a rendered document). Mode, group and symbolic links stay. Raises Refused, exit code 4, when the
    file has changed meanwhile, is locked, or the disk refuses; the old file is untouched then.
    """
    path = Path(path)
    try:
        target = Path(os.path.realpath(path))
        with _locked(target):
            _clean(target)
            if expected != ANYTHING:
                _compare(path, target, expected)
            _replace(target, data)
    except OSError as error:
        raise Refused(_disk_problem(path, error), 4) from error
    return hashlib.sha256(data).hexdigest()


def _compare(path: Path, target: Path, expected: str | None) -> None:
    try:
        found = hashlib.sha256(target.read_bytes()).hexdigest()
    except FileNotFoundError:
        found = None
    if found == expected:
        return
    if expected is None:
        message = Both("已经有这个文件，没有覆盖", "the file exists already and was not overwritten")
        fix = Both("换一个文件名，或先移走原来的文件", "choose another name, or move the old file away")
    elif found is None:
        message = Both(
            "文件在打开之后被删掉或移走了，没有保存", "the file was deleted or moved after it was read; nothing was saved"
        )
        fix = Both("找回文件再保存，或另存", "bring it back and save again, or save under another name")
    else:
        message = Both(
            "文件在打开之后被别人改过，没有保存", "the file was changed by someone else after it was read; nothing was saved"
        )
        fix = Both("重新读取，把这次的改动再做一遍", "read it again and repeat the change")
    raise Refused(problem("save-conflict", message, fix, Place(str(path))), 4)


def _replace(target: Path, data: bytes) -> None:
    old = None
    with contextlib.suppress(FileNotFoundError):
        old = target.stat()
    if old is not None and not stat.S_ISREG(old.st_mode):
        raise OSError(errno.EINVAL, "not a regular file", str(target))
    if old is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    temporary = target.with_name(_beside(target, f"-{os.getpid()}-{secrets.token_hex(4)}.tmp"))
    # 0o666 less the umask, as any editor would: a private file would lock colleagues out.
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        try:
            _write(handle, data)
            if old is not None:
                _keep_owner(handle, old)
            os.fsync(handle)
        finally:
            os.close(handle)
        temporary.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def _write(handle: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def _keep_owner(handle: int, old: os.stat_result) -> None:
    """Group first: changing it may clear mode bits. A group that one is not in cannot be kept, which is no reason to fail."""
    if hasattr(os, "fchown"):
        now = os.fstat(handle)
        if (now.st_uid, now.st_gid) != (old.st_uid, old.st_gid):
            try:
                os.fchown(handle, old.st_uid, old.st_gid)
            except PermissionError:
                with contextlib.suppress(PermissionError):
                    os.fchown(handle, -1, old.st_gid)
    if hasattr(os, "fchmod"):
        os.fchmod(handle, stat.S_IMODE(old.st_mode))


def _sync_folder(folder: Path) -> None:
    """Makes the rename itself durable, where the system can (Windows and some network disks cannot).

    The new file is whole and in its place by now, so a refusal here takes nothing back and is no failure of the save.
    """
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _clean(target: Path) -> None:
    """Removes what killed saves of this file left behind. Under the lock no other save of it is running."""
    stray = _beside(target, "-")
    with contextlib.suppress(OSError), os.scandir(target.parent) as entries:
        for entry in entries:
            if entry.name.startswith(stray) and entry.name.endswith(".tmp"):
                with contextlib.suppress(OSError):
                    Path(entry.path).unlink()


def _beside(target: Path, ending: str) -> str:
    """A hidden name for a helper of one file; hashed, since a long name would grow too long for the disk."""
    return f".drafter-{hashlib.sha256(os.fsencode(target.name)).hexdigest()[:12]}{ending}"


@contextlib.contextmanager
def _locked(target: Path) -> Iterator[None]:
    """Holds the lock of one file, hidden beside it. The system frees it when the process dies.

    The lock file is removed by its holder; whoever waited on a removed one sees that and takes the new one.
    """
    lock = target.with_name(_beside(target, ".lock"))
    until = time.monotonic() + LOCK_WAIT
    while True:
        handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            if try_lock(handle) and same_file(handle, lock):
                break
            os.close(handle)
        except BaseException:
            with contextlib.suppress(OSError):
                os.close(handle)
            raise
        if time.monotonic() > until:
            raise Refused(_busy(target), 4)
        time.sleep(0.002)
    try:
        yield
    finally:
        _release(handle, lock)


def _release(handle: int, lock: Path) -> None:
    """Removes the lock and lets go of it. The save is done by now, so nothing here can make it fail."""
    if os.name == "nt":  # an open file cannot be removed there
        with contextlib.suppress(OSError):
            os.close(handle)
        with contextlib.suppress(OSError):
            lock.unlink()
    else:
        with contextlib.suppress(OSError):
            lock.unlink()
        with contextlib.suppress(OSError):
            os.close(handle)


def _busy(target: Path) -> Problem:
    return problem(
        "save-locked",
        Both("文件正在被别的程序保存，等了 10 秒没有等到", "another program is saving this file; ten seconds were not enough"),
        Both("关掉那个程序，过一会儿再保存", "close that program, or save again a little later"),
        Place(str(target)),
    )


_FIXES = {
    errno.ENOSPC: Both("清出一些空间再保存", "free some space and save again"),
    errno.EDQUOT if hasattr(errno, "EDQUOT") else -1: Both("清出一些空间再保存", "free some space and save again"),
    errno.EACCES: Both(
        "请管理员给文件和所在文件夹写权限，或另存到别处", "ask for permission to write the file and its folder, or save elsewhere"
    ),
    errno.EPERM: Both(
        "请管理员给文件和所在文件夹写权限，或另存到别处", "ask for permission to write the file and its folder, or save elsewhere"
    ),
    errno.EROFS: Both("这个盘只能读，另存到别处", "this disk is read-only; save elsewhere"),
    errno.ENOENT: Both("先建好文件夹", "make the folder first"),
    errno.ELOOP: Both("检查符号链接", "look at the symbolic link"),
}
_REASONS = {
    errno.ENOSPC: "磁盘满了",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EISDIR: "这是一个文件夹",
    errno.ENOTDIR: "路径里有一段不是文件夹",
    errno.ENAMETOOLONG: "名字太长",
    errno.EINVAL: "这不是普通文件",
    errno.EIO: "磁盘读写出错",
}


def reason(error: OSError) -> Both:
    """Why the system refused, in both languages where it is a common reason."""
    en = error.strerror or str(error)
    return Both(_REASONS.get(error.errno or 0, en), en)


def _disk_problem(path: Path, error: OSError) -> Problem:
    why = reason(error)
    return problem(
        "save-failed",
        Both(f"没有保存：{why.zh}，原来的文件没有动", f"not saved: {why.en}; the old file is untouched"),
        _FIXES.get(
            error.errno or 0, Both("检查磁盘和权限，或另存到别处", "check the disk and the permissions, or save elsewhere")
        ),
        Place(str(path)),
    )
