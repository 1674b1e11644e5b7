"""A proof (清样): the report's document as another program draws it, and again whenever its files are saved.

What the app shows beside the text is actions/preview, which counts lines itself and needs no program.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from drafter.actions.opening import Opened
from drafter.actions.render import render
from drafter.actions.reviewing.draft import draft
from drafter.model.problem import Problem
from drafter.model.words import Both
from drafter.render.fonts import chinese_there
from drafter.render.pdf import drawn
from drafter.render.picture import Picture, png
from drafter.render.raster import pictures as rasterised
from drafter.store.folder import report_files
from drafter.store.layouts import search_path
from drafter.store.workspace import find_workspace

#: Points an inch of pages that are kept as pictures, and seconds between two looks at the files.
DPI = 150
_PAUSE = 0.5


class Proof(NamedTuple):
    """``program``: what drew it, to be told with it, since no program lays out lines exactly as Word does."""

    pdf: bytes
    program: str
    problems: list[Problem]

    def pictures(self, dpi: float = DPI) -> list[Picture]:
        """The pages as pictures. Raises Refused where no program makes them."""
        return rasterised(self.pdf, dpi)

    def pages(self) -> list[bytes]:
        """The pages as PNG."""
        return [png(picture) for picture in self.pictures()]


def proof(opened: Opened, review: bool = False) -> Proof:
    """The report as it stands, a draft; ``review``: as it goes to those who confirm it. Raises Refused when the facts have errors,
    or nothing is there to draw it.
    """
    document, problems = draft(opened, "docx") if review else render(opened, "docx")
    made = drawn(document)
    return Proof(made.pdf, made.program, problems if chinese_there() else [*problems, _no_fonts()])


def _no_fonts() -> Problem:
    return Problem(
        "fonts-missing",
        Both(
            "这台电脑没有中文字体，画出来的字是方框。",
            "There are no Chinese fonts on this machine: characters are drawn as boxes.",
        ),
        Both(
            "装上中文字体，如 fonts-noto-cjk；文档本身不受影响。",
            "Install some, such as fonts-noto-cjk. The document itself is not affected.",
        ),
        "warning",
    )


def saves(place: Path, wait: Callable[[float], None] = time.sleep) -> Iterator[None]:
    """Says when to draw the report at ``place``: at once, then after each change of its files or its templates, for ever."""
    seen = None
    while True:
        now = _standing(place)
        if now != seen:
            seen = now
            yield
        wait(_PAUSE)


def _standing(place: Path) -> list[tuple[str, int, int]]:
    """Name, time and size of every file that the document depends on. One that goes while we look is one that changed."""
    own = search_path(find_workspace(place))[:-1]  # the packaged templates stay as they are
    found = []
    try:
        files = [*(report_files(place) if place.is_dir() else [place]), *(file for folder in own for file in folder.rglob("*"))]
        for file in files:
            stat = file.stat()
            found.append((str(file), stat.st_mtime_ns, stat.st_size))
    except OSError:
        return []
    return found
