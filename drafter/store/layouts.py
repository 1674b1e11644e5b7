"""Layouts are folders of templates: the workspace's own, the user's, and those that ship, looked up one file at a time."""

import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

from drafter.model.problem import Place, Problem
from drafter.model.style import DEFAULT_LAYOUT, PARTS, Layout, Style
from drafter.model.words import Both
from drafter.store.reader import read_document
from drafter.store.records import read_record
from drafter.store.syntax import Mapping, Node, Scalar, Sequence, resolved
from drafter.store.telling import problem

SETTINGS, TEMPLATE = "layout.yaml", "report.html"
#: The Word file of a layout, in its folder; and how one ends that is a layout by itself, 局文件.docx.
BASE, WORD = "base.docx", ".docx"
_KEYS = ("名称", "说明", "标题", "体例", "栏目")
_PACKAGE = Path(__file__).parents[1]


def packaged(name: str) -> Path:
    """``templates`` or ``facts`` as they ship: inside the package in a wheel, beside it in a checkout."""
    inside = _PACKAGE / "data" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def example_folder() -> Path:
    """The worked example: the facts of an invented bureau."""
    return packaged("facts")


@cache
def user_templates() -> Path:
    """Where a user keeps templates for all workspaces: the data folder of the system, which need not exist."""
    if os.name == "nt":
        home = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        home = Path.home() / "Library" / "Application Support"
    else:
        home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return home / "drafter" / "templates"


def search_path(workspace: Path | None) -> list[Path]:
    """Where templates are looked up, nearest first. Only folders that exist, but for the packaged one."""
    own = [workspace / "templates"] if workspace is not None else []
    return [folder for folder in (*own, user_templates()) if folder.is_dir()] + [packaged("templates")]


def find_template_file(name: str, folders: list[Path]) -> Path | None:
    """The first ``name`` (such as 三段式/report.html) along the path; None when there is none, or when it points outside."""
    for folder in folders:
        path = folder / name
        if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
            return path
    return None


def list_layouts(folders: list[Path]) -> list[str]:
    """The names of the layouts along the path, the standard one first."""
    names = {path.parent.name for folder in folders for file in (SETTINGS, BASE) for path in folder.glob(f"*/{file}")}
    names |= {path.stem for folder in folders for path in folder.glob(f"*{WORD}") if path.name != BASE}
    # ~$局文件.docx is the lock of a file that is open in Word.
    names = {name for name in names if not name.startswith(("_", ".", "~$"))}
    return sorted(names, key=lambda name: (name != DEFAULT_LAYOUT, name))


def read_layout(name: str, folders: list[Path]) -> tuple[Layout | None, list[Problem]]:
    """The layout's settings and what is wrong with them. None when there is no such layout."""
    if not name or set(name) & set("/\\\0") or name in (".", ".."):
        return None, []
    path = find_template_file(f"{name}/{SETTINGS}", folders)
    if path is None:
        return _of_word(Layout(name, "", Style(), {}), folders), []
    document = read_document(path)
    problems = list(document.problems)
    root = resolved(document.root) if document.root is not None else None
    style = Style()
    sections: dict[str, tuple[str, ...]] = {}
    texts: dict[str, str] = {}
    entries = root.entries if isinstance(root, Mapping) else {}
    for word, entry in entries.items():
        value = resolved(entry.value)
        if word == "体例":
            style, found = read_record(Style, value, document.file)
            problems += found
        elif word == "栏目":
            sections = _sections(value, document.file, problems)
        elif word in _KEYS:
            texts[word] = _line(word, value, document.file, problems)
        else:
            problems.append(_unknown(word, entry.key, _KEYS, document.file))
    layout = Layout(name, texts.get("说明", ""), style, sections, texts.get("标题", ""))
    return _of_word(layout, folders) or layout, problems


def word_file(name: str, folders: list[Path]) -> Path | None:
    """The Word file of the layout's own: in its folder, else by its name."""
    return find_template_file(f"{name}/{BASE}", folders) or find_template_file(f"{name}{WORD}", folders)


def _of_word(layout: Layout, folders: list[Path]) -> Layout | None:
    """A layout that is a Word file without a template of its own, with what it does not settle as in the standard layout.

    None for any other.
    """
    file = word_file(layout.name, folders) if layout.name != DEFAULT_LAYOUT else None
    if file is None or find_template_file(f"{layout.name}/{TEMPLATE}", folders):
        return None
    standard = read_layout(DEFAULT_LAYOUT, folders)[0]
    if standard is None:
        return None
    return Layout(
        layout.name,
        layout.description or f"单位自己的 Word 文件 {file.name}",
        layout.style.over(standard.style),
        layout.sections or standard.sections,
        layout.title or standard.title,
        DEFAULT_LAYOUT,
    )


def _line(word: str, node: Node, file: str, problems: list[Problem]) -> str:
    if isinstance(node, Scalar):
        return node.text.strip()
    problems.append(
        problem(
            "value-shape",
            Both(f"“{word}”应是一行文字", f"{word} should be a line of text"),
            Both("以 [ 或 { 开头的文字用引号括起来", "quote a text that begins with [ or {"),
            Place(file, node.line, node.column),
        )
    )
    return ""


def _sections(node: Node, file: str, problems: list[Problem]) -> dict[str, tuple[str, ...]]:
    """Part → the headings that a new report begins with."""
    found: dict[str, tuple[str, ...]] = {}
    if not isinstance(node, Mapping):
        return found
    for word, entry in node.entries.items():
        value = resolved(entry.value)
        if word not in PARTS:
            problems.append(_unknown(word, entry.key, PARTS, file))
        elif isinstance(value, Sequence):
            items: list[Any] = [resolved(item) for item in value.items]
            found[word] = tuple(_line(word, item, file, problems) for item in items)
        else:
            found[word] = (_line(word, value, file, problems),)
    return found


def _unknown(word: str, key: Scalar, known: tuple[str, ...], file: str) -> Problem:
    return problem(
        "key-unknown",
        Both(f"版式里没有“{word}”这一栏", f"a layout has no field “{word}” here"),
        Both(f"可填：{'、'.join(known)}", f"one of: {', '.join(known)}"),
        Place(file, key.line, key.column),
    )
