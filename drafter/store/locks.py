"""Locks on open files, which the system frees when their holder dies, however it dies."""

import errno
import os
from pathlib import Path


def try_lock(handle: int) -> bool:
    """Locks an open file; False when someone else holds it. Raises OSError where the disk knows no locks."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK):
            return False
        raise
    return True


def same_file(handle: int, path: Path) -> bool:
    """Whether the open file is still the one at ``path``: its holder may have removed it meanwhile."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return False
    return os.name == "nt" or os.path.samestat(found, os.fstat(handle))
