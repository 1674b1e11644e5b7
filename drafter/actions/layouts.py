"""The layouts there are, and a copy of one to make one's own."""

from pathlib import Path

from drafter.actions.opening import find_layout
from drafter.model.problem import Place, Problem, Refused
from drafter.model.style import Layout
from drafter.model.words import Both
from drafter.store.layouts import list_layouts, search_path
from drafter.store.save import save
from drafter.store.workspace import find_workspace, safe_name


def layouts(start: Path) -> list[Layout]:
    folders = search_path(find_workspace(start))
    return [find_layout(name, folders)[0] for name in list_layouts(folders)]


def copy_layout(name: str, new_name: str, start: Path) -> list[Path]:
    """Copies every file of the layout into the workspace's templates and returns them. Raises Refused rather than overwrite."""
    workspace = find_workspace(start) or start
    folders = search_path(workspace)
    find_layout(name, folders)
    safe_name(new_name)
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
    target.mkdir(parents=True)
    for file, content in files.items():
        save(target / file, content)
    return [target / file for file in files]
