"""The example as a workspace of one's own, rendered."""

import shutil
from pathlib import Path

from drafter.actions.init import init
from drafter.actions.opening import open_report
from drafter.actions.render import file_name, render
from drafter.model.problem import Place, Problem, Refused
from drafter.model.words import Both
from drafter.store.layouts import example_folder
from drafter.store.save import save
from drafter.store.workspace import find_workspace, report_names


def demo(folder: Path) -> list[Path]:
    """Copies the example into ``folder``, renders every period beside it, and returns the documents."""
    if folder.exists() and any(folder.iterdir()):
        raise Refused(
            Problem(
                "folder-not-empty",
                Both(f"{folder} 不是空文件夹。", f"{folder} is not empty."),
                Both("换一个名字：drafter demo 新文件夹", "Choose another name: drafter demo NEW-FOLDER"),
                place=Place(str(folder)),
            ),
            4,
        )
    copy_example(folder)
    made = []
    for name in report_names(folder):
        opened = open_report(name, folder)
        path = folder / f"{file_name(opened.report)}.docx"
        save(path, render(opened, "docx")[0])
        made.append(path)
    return made


def copy_example(folder: Path) -> Path:
    """Makes ``folder`` a workspace that holds the example, and returns it. One that holds reports already stays as it is."""
    if not report_names(folder) or find_workspace(folder) != folder.absolute():
        shutil.copytree(example_folder(), folder / "facts", dirs_exist_ok=True)
        init(folder)
    return folder
