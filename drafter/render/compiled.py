"""Compiled templates, kept between runs: compiling takes a tenth of a cold start."""

import os
import sys
from hashlib import sha256
from pathlib import Path
from pickle import UnpicklingError

import jinja2
from jinja2.bccache import Bucket, FileSystemBytecodeCache

from drafter import __version__


class CompiledTemplates(FileSystemBytecodeCache):
    """A cache that never gets in the way: where it cannot be written, templates are compiled each time.

    Code serves only what compiled it: this drafter, this Jinja, this ``policy`` of the sandbox.
    """

    def __init__(self, folder: Path, policy: str) -> None:
        super().__init__(str(folder), f"{sys.implementation.cache_tag}-%s.cache")
        self.made_by = f"{__version__}\n{_jinja_version()}\n{policy}\n"

    def get_source_checksum(self, source: str) -> str:
        return sha256(f"{self.made_by}{source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except (OSError, EOFError, ValueError, TypeError, UnpicklingError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        try:
            super().dump_bytecode(bucket)
        except OSError:
            return


def _jinja_version() -> str:
    # Not asked for as an attribute, of which later versions warn; the metadata take 40 ms to import.
    known = vars(jinja2).get("__version__")
    if known:
        return str(known)
    from importlib.metadata import version

    return version("jinja2")


def compiled_templates(policy: str) -> CompiledTemplates | None:
    """The cache in the user's own cache folder; None where there is no such folder to be had.

    Byte code is run when it is read back, so the folder must belong to the user alone. It is for packaged templates only.
    """
    folder = _folder()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if hasattr(os, "getuid"):
            found = folder.stat()
            if found.st_uid != os.getuid() or found.st_mode & 0o022:
                return None
    except OSError:
        return None
    return CompiledTemplates(folder, policy)


def _folder() -> Path:
    if os.name == "nt":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "drafter" / "templates"
