"""The faces of official documents, and what stands in for them on a machine with fontconfig (Linux). Windows and macOS have
Chinese faces of their own, and nothing is asked there.
"""

import shutil
import subprocess
from functools import cache
from pathlib import Path

from drafter.render.measures import BODY_FACE, FIRST_FACE, LATIN, NUMBER_FACE, SECOND_FACE, TITLE_FACE, WIN10

_CHINESE = (TITLE_FACE, BODY_FACE, SECOND_FACE, FIRST_FACE, NUMBER_FACE, *WIN10.values())
_SECONDS = 10


@cache
def stand_ins() -> tuple[tuple[str, bytes], ...]:
    """Face → the file that stands in for it, of those that have one."""
    asked = [*((face, f"{face}:lang=zh-cn") for face in _CHINESE), (LATIN, LATIN)]
    return tuple((face, Path(file).read_bytes()) for face, pattern in asked if (file := _file(pattern)))


def chinese_there() -> bool:
    """Whether the machine can draw Chinese at all; True where that cannot be asked."""
    return shutil.which("fc-match") is None or bool(_file(":lang=zh-cn"))


def _file(pattern: str) -> str:
    """The file of the best face there is; "" where none holds Chinese and that was asked for, or nobody can be asked."""
    if shutil.which("fc-match") is None:
        return ""
    try:
        command = ["fc-match", "-f", "%{file}\n%{lang}", pattern]
        ran = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=True, encoding="utf-8")
    except (subprocess.SubprocessError, OSError, UnicodeError):
        return ""
    file, _, languages = ran.stdout.partition("\n")
    return file if "lang=" not in pattern or "zh-cn" in languages.split("|") else ""
