"""PDF by whichever program is there: LibreOffice, which comes nearest to Word; else rdocx, a small Python package."""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple

from drafter.model.problem import Problem, Refused
from drafter.model.words import Both
from drafter.render import native

_SECONDS = 120
LIBREOFFICE, RDOCX = "LibreOffice", "rdocx"


class Drawn(NamedTuple):
    """``program``: what drew it. Neither lays out lines exactly as Word does."""

    pdf: bytes
    program: str


def drawn(docx: bytes) -> Drawn:
    """The document as PDF. Raises Refused where there is no program, or it fails."""
    name = program()
    return Drawn(native.pdf(docx) if name == RDOCX else _by_office(_office() or "", docx), name)


def program() -> str:
    """What draws pages on this machine. Raises Refused where nothing does."""
    if _office():
        return LIBREOFFICE
    if native.there():
        return RDOCX
    raise Refused(_no_program(), 3)


def pdf(docx: bytes) -> bytes:
    """As :func:`drawn`, the PDF alone."""
    return drawn(docx).pdf


def _office() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def _by_office(program: str, docx: bytes) -> bytes:
    """A profile of its own, so that a LibreOffice that is open is not disturbed."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "report.docx"
        source.write_bytes(docx)
        profile = (Path(folder) / "profile").as_uri()
        command = [
            program,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            str(source),
        ]
        try:
            subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True)
            return source.with_suffix(".pdf").read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            raise Refused(_office_failed(), 3) from error


def _no_program() -> Problem:
    return Problem(
        "office-missing",
        Both(
            "这台电脑没有能画出页面的程序，不能直接生成 PDF。",
            "There is no program on this machine that draws pages, so no PDF can be made.",
        ),
        Both(
            "装上 LibreOffice，或 pip install rdocx pypdfium2；也可以生成 docx，用 WPS 或 Word 打开后另存为 PDF。",
            "Install LibreOffice, or pip install rdocx pypdfium2; or render docx and save it as PDF from Word or WPS.",
        ),
    )


def _office_failed() -> Problem:
    return Problem(
        "office-failed",
        Both("LibreOffice 没能把文档转成 PDF。", "LibreOffice could not make a PDF of the document."),
        Both("关闭正在运行的 LibreOffice 后再试，或先生成 docx。", "Close LibreOffice and try again, or render docx."),
    )
