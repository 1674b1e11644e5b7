"""PDF by rdocx, where that is installed: within a quarter of a second, in the faces that the machine has."""

import shutil
import subprocess
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from drafter.model.problem import Problem, Refused
from drafter.model.words import Both
from drafter.render.measures import BODY_FACE, FIRST_FACE, LATIN, NUMBER_FACE, SECOND_FACE, TITLE_FACE, WIN10

_CHINESE = (TITLE_FACE, BODY_FACE, SECOND_FACE, FIRST_FACE, NUMBER_FACE, *WIN10.values())
_SECONDS = 10


def there() -> bool:
    return find_spec("rdocx") is not None


def pdf(docx: bytes) -> bytes:
    """The document as PDF. Raises Refused where rdocx fails."""
    rdocx = import_module("rdocx")
    try:
        made: bytes = rdocx.Document.from_bytes(docx).to_pdf(fonts=list(_faces()))
        return made
    except Exception as error:
        raise Refused(_failed(str(error)), 3) from error


@cache
def _faces() -> tuple[tuple[str, bytes], ...]:
    """The faces of official documents with the files that stand in for them, as fontconfig says. rdocx looks for a face by its
    very name and draws all that is missing in one; where there is no fontconfig (Windows, macOS) that is how it stays.
    """
    if shutil.which("fc-match") is None:
        return ()
    asked = [*((face, f"{face}:lang=zh-cn") for face in _CHINESE), (LATIN, LATIN)]
    return tuple((face, Path(file).read_bytes()) for face, pattern in asked if (file := _file(pattern)))


def _file(pattern: str) -> str:
    """The file of the best face there is; "" where none holds Chinese and that was asked for."""
    try:
        ran = subprocess.run(
            ["fc-match", "-f", "%{file}\n%{lang}", pattern], capture_output=True, timeout=_SECONDS, check=True, encoding="utf-8"
        )
    except (subprocess.SubprocessError, OSError, UnicodeError):
        return ""
    file, _, languages = ran.stdout.partition("\n")
    return file if "lang=" not in pattern or "zh-cn" in languages else ""


def _failed(reason: str) -> Problem:
    return Problem(
        "rdocx-failed",
        Both(f"rdocx 没能把文档转成 PDF：{reason}", f"rdocx could not make a PDF of the document: {reason}"),
        Both("装上 LibreOffice 再试，或先生成 docx。", "Install LibreOffice and try again, or render docx."),
    )
