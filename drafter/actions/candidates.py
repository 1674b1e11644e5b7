"""Files that a person may mean: documents lying about where documents lie, and the completion of a typed path."""

import os
from collections.abc import Iterator
from pathlib import Path

#: What import reads, by its usual endings. Any other file may be named as well; import looks at what is in it.
DOCUMENTS = (".docx", ".doc", ".wps", ".html", ".htm", ".mht", ".mhtml", ".txt", ".md")
_MOST = 200  # files listed
_MOST_SEEN = 5000  # entries looked at in one folder


def candidates(start: Path, folders: list[Path] | None = None) -> list[Path]:
    """The documents in ``start`` and in ``folders`` (by default Desktop, Documents, Downloads), newest first in each."""
    found: dict[Path, None] = {}
    for folder in [start, *(usual_folders() if folders is None else folders)]:
        for path in _documents(folder):
            found.setdefault(path)
    return list(found)[:_MOST]


def usual_folders() -> list[Path]:
    """Desktop, Documents and Downloads, wherever this system has them."""
    from platformdirs import user_desktop_path, user_documents_path, user_downloads_path

    return [user_desktop_path(), user_documents_path(), user_downloads_path()]


def complete(typed: str, start: Path) -> list[str]:
    """The ways to go on from a typed path: folders end in a slash, files are documents. Nothing for an unreadable folder."""
    head, name = os.path.split(os.path.expanduser(typed))  # noqa: PTH111  # the text is no path yet
    shown = typed[: len(typed) - len(name)]
    found = []
    for entry in _entries(start / head):
        if not entry.name.lower().startswith(name.lower()) or (entry.name.startswith(".") and not name):
            continue
        if _is_folder(entry):
            found.append(f"{shown}{entry.name}{os.sep}")
        elif _is_document(entry.name):
            found.append(f"{shown}{entry.name}")
    return sorted(found)


def common(ways: list[str]) -> str:
    """What all of them begin with."""
    return os.path.commonprefix(ways)  # noqa: RUF071  # names are typed character by character


def _documents(folder: Path) -> list[Path]:
    dated = []
    for entry in _entries(folder):
        if _is_document(entry.name) and not _is_folder(entry):
            try:
                dated.append((-entry.stat().st_mtime, entry.name, Path(entry.path)))
            except OSError:
                continue
    return [path for _, _, path in sorted(dated)]


def _is_document(name: str) -> bool:
    """By its ending; Word's own lock files (~$...) and hidden files are none."""
    return name.lower().endswith(DOCUMENTS) and not name.startswith((".", "~$"))


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _entries(folder: Path) -> Iterator["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as entries:
            for number, entry in enumerate(entries):
                if number >= _MOST_SEEN:
                    return
                yield entry
    except OSError:
        return
