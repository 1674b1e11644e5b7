"""The pages of a PDF as pictures, by pypdfium2 where that is installed, else by poppler's pdftoppm."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec

from drafter.model.problem import Problem, Refused
from drafter.model.words import Both
from drafter.render.picture import Picture

_SECONDS = 120
_POINTS = 72  # an inch
_PPM = re.compile(rb"P6\s+(\d+)\s+(\d+)\s+255\s")


def pictures(pdf: bytes, dpi: float) -> list[Picture]:
    """A picture a page, ``dpi`` points an inch. Raises Refused where there is no program, or it fails."""
    if find_spec("pypdfium2") is not None:
        return _by_pdfium(pdf, dpi)
    program = shutil.which("pdftoppm")
    if program is None:
        raise Refused(_no_program(), 3)
    try:
        command = [program, "-r", f"{dpi:.3f}", "-"]
        ran = subprocess.run(command, input=pdf, capture_output=True, timeout=_SECONDS, check=True)
    except (subprocess.SubprocessError, OSError) as error:
        raise Refused(_failed(), 3) from error
    return list(_portable(ran.stdout))


def _by_pdfium(pdf: bytes, dpi: float) -> list[Picture]:
    document = import_module("pypdfium2").PdfDocument(pdf)
    found = []
    for page in document:
        drawn = page.render(scale=dpi / _POINTS, rev_byteorder=True)
        rows, wide = memoryview(drawn.buffer), 3 * drawn.width
        points = b"".join(rows[at : at + wide] for at in range(0, drawn.stride * drawn.height, drawn.stride))
        found.append(Picture(drawn.width, drawn.height, points))
    document.close()
    return found


def _portable(data: bytes) -> Iterator[Picture]:
    """The pictures of a file of portable pixmaps, one behind the other."""
    at = 0
    while found := _PPM.match(data, at):
        width, height = int(found[1]), int(found[2])
        at = found.end() + 3 * width * height
        yield Picture(width, height, data[found.end() : at])


def _no_program() -> Problem:
    return Problem(
        "raster-missing",
        Both("这台电脑没有能把 PDF 变成图片的程序。", "There is no program on this machine that makes pictures of a PDF."),
        Both(
            "装上 poppler（pdftoppm），或 pip install pypdfium2；也可以用 -o 样子.pdf 直接要 PDF。",
            "Install poppler (pdftoppm), or pip install pypdfium2; or ask for a PDF with -o pages.pdf.",
        ),
    )


def _failed() -> Problem:
    return Problem(
        "raster-failed",
        Both("pdftoppm 没能把 PDF 变成图片。", "pdftoppm could not make pictures of the PDF."),
        Both("改用 -o 样子.pdf，用看 PDF 的程序打开。", "Ask for a PDF with -o pages.pdf, and open that."),
    )
