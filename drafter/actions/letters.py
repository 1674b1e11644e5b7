"""The bureau's own Word file that a report is rendered into: ``templates/局文件.docx``, or a base.docx that has fields."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.actions.opening import Opened
from drafter.model.block import Block
from drafter.model.problem import Refused
from drafter.store.layouts import BASE, WORD, find_template_file

if TYPE_CHECKING:
    from drafter.render.docx.letter import Letter


def letter(opened: Opened) -> "Letter | None":
    """None where there is none. Raises Refused for a file that cannot be used, with every place that is wrong."""
    name = opened.layout.name
    for candidate in (f"{name}/{BASE}", f"{name}{WORD}", BASE):
        path = find_template_file(candidate, opened.folders)
        if path is not None:
            return None if _packaged(path, opened.folders) else filled(path, opened, candidate.endswith(BASE))
    return None


def surrounded(opened: Opened, made: list[Block]) -> list[Block]:
    """``made`` between the file's own paragraphs, for the count of pages; alone where the file cannot be filled, which a render
    says. Its faces, frames and spacings are the file's own: what is counted is its text.
    """
    try:
        own = letter(opened)
        return own.whole(made) if own else made
    except Refused:
        return made


def _packaged(path: Path, folders: list[Path]) -> bool:
    return path.is_relative_to(folders[-1]) and path.name == BASE


def filled(path: Path, opened: Opened, plain: bool = False) -> "Letter | None":
    """``path`` with the words of the report; ``plain``: None where it has no fields, and is there for its styles."""
    from drafter.render.docx.letter import Letter
    from drafter.render.docx.letterhead import load_letterhead
    from drafter.render.docx.values import Values

    data = path.read_bytes()
    if plain and not _has_fields(data):
        return None
    page = opened.report.page
    looks = (page.fonts, page.digits) if page else ("", "")
    return Letter(load_letterhead(data, str(path), *looks), Values(opened.printed))


@lru_cache(maxsize=4)
def _has_fields(data: bytes) -> bool:
    from drafter.render.docx.letterhead import is_letterhead

    return is_letterhead(data)
