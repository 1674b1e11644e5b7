"""The layouts there are, and a copy of one to make one's own."""

from pathlib import Path

from drafter.actions.opening import find_layout
from drafter.model.problem import Place, Problem, Refused
from drafter.model.style import Layout
from drafter.model.words import Both
from drafter.store.layouts import BASE, list_layouts, search_path, word_file
from drafter.store.save import save
from drafter.store.workspace import find_workspace, safe_name


def layouts(start: Path) -> tuple[list[Layout], list[Problem]]:
    """The layouts, the standard one first, and what is wrong with the settings of one's own."""
    folders = search_path(find_workspace(start))
    found = [find_layout(name, folders) for name in list_layouts(folders)]
    return [layout for layout, _ in found], [problem for _, problems in found for problem in problems]


def names(start: Path) -> list[str]:
    """The names alone, at the cost of a look into the folders."""
    return list_layouts(search_path(find_workspace(start)))


def copy_layout(name: str, new_name: str, start: Path) -> list[Path]:
    """Copies every file of the layout into the workspace's templates and returns them. Raises Refused rather than overwrite."""
    workspace = find_workspace(start) or start
    folders = search_path(workspace)
    find_layout(name, folders)
    if safe_name(new_name).startswith("_"):
        raise Refused(_reserved(new_name), 2)
    target = workspace / "templates" / new_name
    if target.exists():
        raise Refused(
            Problem(
                "layout-exists",
                Both(f"{target} 已经有了。", f"{target} exists already."),
                Both("用 --as 换一个名字，或先移走原来的文件夹。", "Give another name with --as, or move the folder away."),
                place=Place(str(target)),
            ),
            4,
        )
    files: dict[str, bytes] = {}
    for folder in folders:
        for path in sorted((folder / name).glob("*")):
            if path.is_file():
                files.setdefault(path.name, path.read_bytes())
    word = word_file(name, folders)
    if word is not None:
        files.setdefault(BASE, word.read_bytes())
    target.mkdir(parents=True)
    for file, content in files.items():
        save(target / file, content)
    return [target / file for file in files]


def _reserved(name: str) -> Problem:
    return Problem(
        "name-reserved",
        Both(
            f"“{name}”不能用作版式的名字：下划线开头的文件夹放各版式共用的部分。",
            f"“{name}” cannot be a layout: folders that begin with _ hold what layouts share.",
        ),
        Both("换一个名字。", "Choose another name."),
    )
