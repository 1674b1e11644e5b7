"""Where templates are read: the workspace's folder, then the user's, then the packaged one, one file at a time."""

import stat
from collections.abc import Callable, Sequence
from pathlib import Path, PureWindowsPath
from typing import Any

from jinja2 import TemplateNotFound
from jinja2.loaders import BaseLoader

from drafter.model.problem import Refused
from drafter.model.words import Both
from drafter.render.faults import not_utf8, unreadable
from drafter.render.sandbox import Forbidden


class Foreign(Exception):
    """A template that did not come with drafter is wanted, and it is not for this process to run it."""


class Folders(BaseLoader):
    """Serves ``name`` from the first of the folders that has it, and nothing from outside them.

    ``foreign``: whether files of other folders than the last, the packaged one, are served; if not, they raise Foreign.
    """

    def __init__(self, folders: Sequence[Path], foreign: bool) -> None:
        self.folders, self.foreign = folders, foreign

    def get_source(self, environment: Any, template: str) -> tuple[str, str, Callable[[], bool]]:
        # A Windows path knows both slashes and drives, so a template is refused alike on every system.
        name = PureWindowsPath(template)
        if name.anchor or ".." in name.parts:
            raise Forbidden(_outside(template))
        paths = [folder / template for folder in self.folders]
        found = _first(paths)
        if found is None:
            raise TemplateNotFound(template)
        place, path, _ = found
        # In a checkout the workspace's folder may be the packaged one.
        if not self.foreign and not self.folders[place].samefile(self.folders[-1]):
            raise Foreign
        if not path.resolve().is_relative_to(self.folders[place].resolve()):
            raise Forbidden(_outside(template))
        return _text(path), str(path), lambda: _first(paths) == found


def _first(paths: Sequence[Path]) -> tuple[int, Path, int] | None:
    """The first that is a file: its place, itself, and when it was changed."""
    for place, path in enumerate(paths):
        try:
            status = path.stat()
        except OSError:
            continue
        if stat.S_ISREG(status.st_mode):
            return place, path, status.st_mtime_ns
    return None


def _text(path: Path) -> str:
    """A byte order mark, which Windows editors write, is not text."""
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(not_utf8(path), 3) from error
    except OSError as error:
        raise Refused(unreadable(path, error), 3) from error


def _outside(name: str) -> Both:
    return Both(f"{name} 不在模板文件夹里", f"{name} is outside the template folders")
